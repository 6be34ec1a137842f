/**
 * Redaction of objects before `JSON.stringify`: copies of only those objects that lie on the way to a redacted value.
 *
 * @module
 */
import type { PathState } from './compile-paths.ts';
import type { RedactionRules } from './redaction-rules.ts';
import { type ShallowCopy, takeShallowCopy } from './shallow-copies.ts';

/** Given where a value must be walked with care: a circle, or nested too deep. */
export const notPlain = Symbol('not plain');

/** Beyond this depth a circle is supposed. */
const maxDepth = 100;

/** Keys of one object whose answers are remembered. */
const maxRemembered = 64;

type Source = Record<string, unknown>;

/** A {@link PathState} in the form that is fastest to go through. */
interface Place {
  ends: boolean;
  names: string[];
  nexts: Place[];
  /** Whether a name is one that every object answers to. */
  risky: boolean[];
  byName: Map<string, Place>;
  other: Place | undefined;
  copy: ShallowCopy;
}

/**
 * The answers for the keys of the object that was last seen at a depth. Most often the next one, of the same list or the next call,
 * has the same keys in the same order: then a comparison takes the place of a look-up.
 */
interface Memory {
  place: Place;
  readonly keys: string[];
  readonly nexts: Place[];
  readonly copy: ShallowCopy;
}

function emptyPlace(ends: boolean): Place {
  return {
    ends,
    names: [],
    nexts: [],
    risky: [],
    byName: new Map(),
    other: undefined,
    copy: takeShallowCopy(),
  };
}

/** The places of an automaton; it may have circles, since `**` leads back to itself. */
function toPlaces(start: PathState): Place {
  const places = new Map<PathState, Place>();
  const convert = (state: PathState): Place => {
    const known = places.get(state);
    if (known !== undefined) return known;
    const place = emptyPlace(state.ends);
    places.set(state, place);
    for (const [key, next] of state.keys) {
      const converted = convert(next);
      place.names.push(key);
      place.nexts.push(converted);
      place.risky.push(inherited.has(key));
      place.byName.set(key, converted);
    }
    place.other = state.other === undefined ? undefined : convert(state.other);
    return place;
  };
  return convert(start);
}

/** Whether JSON has no value for this: it is left out of objects. */
function isAbsent(value: unknown): boolean {
  return value === undefined || typeof value === 'function' || typeof value === 'symbol';
}

/** Keys that every object answers to, whether it has them or not. */
const inherited = new Set(Object.getOwnPropertyNames(Object.prototype));

/** Whether a copy has a member that was read of its source; if not, JSON would not print it, and it must not be added. */
function hasMember(copy: Source, key: string): boolean {
  return inherited.has(key) ? Object.hasOwn(copy, key) : copy[key] !== undefined;
}

/**
 * A function that gives a value with all that is to be redacted replaced, or the value itself where nothing was. What it gives shares
 * everything else with the input, which is not changed. It is for `JSON.stringify`, which reads the rest.
 */
export function createOverlay(
  start: PathState,
  { isSecretKey, censor, remove }: Omit<RedactionRules, 'redactString' | 'start'>,
  hasSecretKeys: boolean,
): (value: unknown) => unknown {
  const replacement = remove ? undefined : censor;
  const first = toPlaces(start);
  /** Where nothing is to be redacted below, unless by its key. */
  const nowhere = emptyPlace(false);
  /** Where a secret key leads. */
  const secret = emptyPlace(true);
  const memories: Memory[] = [];

  /** Where a key leads. */
  function lookUp(place: Place, key: string): Place {
    const next = place.byName.get(key) ?? place.other;
    if (next?.ends === true) return next;
    if (hasSecretKeys && isSecretKey(key)) return secret;
    return next ?? nowhere;
  }

  /** Only the keys that the paths name: there are few of them and all others can be left alone. */
  function visitNamed(source: Source, place: Place, depth: number): unknown {
    const { names, nexts, risky } = place;
    let copy: Source | undefined;
    for (let index = 0; index < names.length; index += 1) {
      const key = names[index]!;
      const next = nexts[index]!;
      const member = source[key];
      let replaced: unknown;
      if (next.ends) {
        if (isAbsent(member)) continue;
        replaced = replacement;
      } else {
        if (typeof member !== 'object' || member === null) continue;
        replaced = visit(member, next, key, depth + 1);
        if (replaced === member) continue;
        if (replaced === notPlain) return notPlain;
      }
      copy ??= place.copy(source);
      if (risky[index] ? hasMember(copy, key) : copy[key] !== undefined) copy[key] = replaced;
    }
    return copy ?? source;
  }

  function visitArray(source: readonly unknown[], place: Place, depth: number): unknown {
    let copy: unknown[] | undefined;
    const { names, byName, other } = place;
    const byIndex = names.length > 0;
    for (let index = 0; index < source.length; index += 1) {
      const next = byIndex ? (byName.get(String(index)) ?? other) : other;
      const member = source[index];
      let replaced: unknown;
      if (next?.ends === true) {
        if (isAbsent(member)) continue;
        replaced = replacement;
      } else {
        if (typeof member !== 'object' || member === null) continue;
        if (next === undefined && !hasSecretKeys) continue;
        replaced = visit(member, next ?? nowhere, String(index), depth + 1);
        if (replaced === member) continue;
        if (replaced === notPlain) return notPlain;
      }
      copy ??= source.slice();
      copy[index] = replaced;
    }
    return copy ?? source;
  }

  function recall(place: Place, depth: number): Memory {
    let memory = memories[depth];
    if (memory === undefined) {
      memory = { place, keys: [], nexts: [], copy: takeShallowCopy() };
      memories[depth] = memory;
    } else if (memory.place !== place) {
      memory.place = place;
      memory.keys.length = 0;
      memory.nexts.length = 0;
    }
    return memory;
  }

  function visitAll(source: Source, place: Place, depth: number): unknown {
    const memory = recall(place, depth);
    const { keys, nexts } = memory;
    let copy: Source | undefined;
    let position = 0;
    for (const key in source) {
      let next: Place;
      // A getter may have called the redactor again: then the memory is of another place.
      if (keys[position] === key && memory.place === place) next = nexts[position]!;
      else {
        next = lookUp(place, key);
        if (position < maxRemembered && memory.place === place) {
          keys[position] = key;
          nexts[position] = next;
        }
      }
      position += 1;
      if (next === nowhere && !hasSecretKeys) continue;
      const member = source[key];
      let replaced: unknown;
      if (next.ends) {
        if (isAbsent(member)) continue;
        replaced = replacement;
      } else {
        if (typeof member !== 'object' || member === null) continue;
        replaced = visit(member, next, key, depth + 1);
        if (replaced === member) continue;
        if (replaced === notPlain) return notPlain;
      }
      copy ??= memory.copy(source);
      // A key of a prototype, which for-in gives too, is not in the copy.
      if (hasMember(copy, key)) copy[key] = replaced;
    }
    return copy ?? source;
  }

  function visit(value: object, place: Place, key: string, depth: number): unknown {
    if (depth > maxDepth) return notPlain;
    const { toJSON } = value as { toJSON?: unknown };
    if (typeof toJSON === 'function') {
      const made = (toJSON as (key: string) => unknown).call(value, key);
      if (typeof made !== 'object' || made === null) return made === undefined ? notPlain : made;
      // JSON.stringify would call a second toJSON, which the standard does not.
      if (typeof (made as { toJSON?: unknown }).toJSON === 'function') return notPlain;
      return visit(made, place, key, depth + 1);
    }
    if (Array.isArray(value)) return visitArray(value, place, depth);
    return place.other === undefined && !hasSecretKeys
      ? visitNamed(value as Source, place, depth)
      : visitAll(value as Source, place, depth);
  }

  return (value) =>
    typeof value !== 'object' || value === null ? value : visit(value, first, '', 0);
}
