import { guardError } from '../guard-error.ts';
import type { JsonScalar, ValuePosition } from '../plan/field-action.ts';
import type { PlanNode, Slot } from '../plan/plan-node.ts';
import { treatScalar } from '../plan/treat-scalar.ts';
import { JsonPath } from './json-path.ts';
import type { RedactionRecord } from './redaction-record.ts';

/** A value as JSON.parse gives it. */
export type JsonValue = JsonScalar | readonly JsonValue[] | { readonly [key: string]: JsonValue };

type JsonMap = { readonly [key: string]: JsonValue };

/** Walks one value along a plan; what nothing is done with is shared with the value that was given. */
class ValueRedactor implements ValuePosition {
  readonly row = 1;
  private readonly path = new JsonPath();
  private readonly record: RedactionRecord;
  private readonly maxDepth: number;

  constructor(record: RedactionRecord, maxDepth: number) {
    this.record = record;
    this.maxDepth = maxDepth;
  }

  pointer(): string {
    return this.path.pointer();
  }

  redact(value: JsonValue, node: PlanNode, depth: number): JsonValue {
    if (typeof value !== 'object' || value === null) {
      if (!node.passes) return treatScalar(node, value, this, this.record);
      if (node.counted !== undefined && value !== null && value !== '') {
        this.record.see(node.counted, true);
      }
      return value;
    }
    if (depth >= this.maxDepth) {
      throw guardError('ERR_API_SECURITY_BODY', 'The body nests too deep to be looked at', {
        hint: 'Raise maxDepth, or answer with a flatter body.',
        details: { maxDepth: this.maxDepth },
      });
    }
    return Array.isArray(value)
      ? this.redactList(value as readonly JsonValue[], node, depth)
      : this.redactMap(value as JsonMap, node, depth);
  }

  private redactList(list: readonly JsonValue[], node: PlanNode, depth: number): JsonValue {
    const { path, record } = this;
    let copy: JsonValue[] | undefined;
    path.enter();
    for (let index = 0; index < list.length; index += 1) {
      const value = list[index]!;
      const below = node.element(index);
      path.set(index);
      let shown: JsonValue;
      if (below.removes) {
        record.note(below.spot.field!, 'replace', false, this);
        shown = null;
      } else shown = this.redact(value, below, depth + 1);
      if (shown === value) continue;
      copy ??= list.slice();
      copy[index] = shown;
    }
    path.leave();
    return copy ?? list;
  }

  private redactMap(map: JsonMap, node: PlanNode, depth: number): JsonValue {
    const { path } = this;
    const { slots } = node;
    // Where members were taken out of the last one, they will be out of this one: it is built from the start.
    const builds = node.shrinks;
    let copy: Record<string, JsonValue> | undefined = builds ? {} : undefined;
    let isChanged = false;
    let isShrunk = false;
    let at = 0;
    path.enter();
    for (const key in map) {
      const slot: Slot | undefined = slots[at];
      const value = map[key]!;
      let below: PlanNode;
      if (slot !== undefined && slot.key === key) {
        at += 1;
        if (slot.passes && (typeof value !== 'object' || value === null)) {
          if (slot.counted !== undefined && value !== null && value !== '') {
            this.record.see(slot.counted, true);
          }
          if (builds || isShrunk) put(copy!, key, value);
          continue;
        }
        below = slot.node;
      } else {
        below = node.member(key);
        at = node.slotOf(key) + 1;
      }
      path.set(key);
      if (below.spot.isUndocumented) this.record.noteUndocumented(below, this);
      if (below.removes) {
        this.noteRemoval(below);
        if (!builds && !isShrunk) copy = copyUntil(map, key, copy);
        isShrunk = true;
        isChanged = true;
        continue;
      }
      const shown = this.redact(value, below, depth + 1);
      if (shown !== value) {
        isChanged = true;
        copy ??= { ...map };
      } else if (!builds && !isShrunk) continue;
      put(copy!, key, shown);
    }
    path.leave();
    node.shrinks = isShrunk;
    return isChanged ? copy! : map;
  }

  private noteRemoval(node: PlanNode): void {
    const { field, kind } = node.spot;
    if (kind !== undefined) this.record.see(kind, false);
    this.record.note(field!, 'remove', false, this);
  }
}

/** A key may be called `__proto__`. */
function put(map: Record<string, JsonValue>, key: string, value: JsonValue): void {
  if (key === '__proto__') {
    Object.defineProperty(map, key, {
      value,
      configurable: true,
      enumerable: true,
      writable: true,
    });
  } else map[key] = value;
}

/** The members before one, with what was changed of them. */
function copyUntil(
  map: JsonMap,
  end: string,
  changed: JsonMap | undefined,
): Record<string, JsonValue> {
  const copy: Record<string, JsonValue> = {};
  for (const key in map) {
    if (key === end) break;
    put(copy, key, (changed ?? map)[key]!);
  }
  return copy;
}

/**
 * The value of a body as a plan lets it be seen. The value given is not changed; what stays as it was is shared with it.
 *
 * @throws {DataSecurityError} `ERR_API_SECURITY_BODY` where it nests deeper than `maxDepth`, as cyclic values do.
 */
export function redactValue(
  value: JsonValue,
  root: PlanNode,
  record: RedactionRecord,
  maxDepth: number,
): JsonValue {
  record.records += Array.isArray(value) ? value.length : 1;
  if (root.removes) {
    record.note(root.spot.field!, 'replace', false, { pointer: () => '' });
    return null;
  }
  return new ValueRedactor(record, maxDepth).redact(value, root, 0);
}
