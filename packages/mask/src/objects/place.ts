/**
 * The automaton of the paths in the form that is fastest to go through, secret keys included.
 *
 * @module
 */
import type { PathState } from './compile-paths.ts';
import type { RedactionRules } from './redaction-rules.ts';

/** Where one stands in the paths. */
export interface Place {
  /** Whether the value here is to be redacted. */
  readonly ends: boolean;
  /** Whether nothing can be redacted here or anywhere below. */
  readonly isCalm: boolean;
  /** Whether an index can lead to a place of its own. */
  readonly hasIndexes: boolean;
  /** Keys that lead to a place of their own. */
  readonly byName: ReadonlyMap<string, Place>;
  /** Where every other key or index leads by the paths. */
  readonly other: Place;
}

/** The places of a set of rules: where it starts, and the step from one to the next. */
export interface Places {
  readonly start: Place;
  /** Where a key of an object leads. */
  next(place: Place, key: string): Place;
  /** Where an index of an array leads: no index is a secret key. */
  nextIndex(place: Place, index: number): Place;
}

interface Draft {
  ends: boolean;
  isCalm: boolean;
  hasIndexes: boolean;
  byName: Map<string, Draft>;
  other: Draft;
}

/** Makes the places of paths and secret keys. The automaton may have circles, since `**` leads back to itself. */
export function createPlaces(
  { start, isSecretKey, redactString }: Omit<RedactionRules, 'censor' | 'remove'>,
  hasSecretKeys: boolean,
): Places {
  const looksEverywhere = hasSecretKeys || redactString !== undefined;
  const draft = (ends: boolean, isCalm: boolean): Draft => {
    const place = { ends, isCalm, hasIndexes: false, byName: new Map() } as Draft;
    place.other = place;
    return place;
  };
  /** Where no path goes on. */
  const nowhere = draft(false, !looksEverywhere);
  /** Where a secret key leads. */
  const secret = draft(true, false);
  const places = new Map<PathState, Draft>();
  const convert = (state: PathState): Draft => {
    const known = places.get(state);
    if (known !== undefined) return known;
    const place = draft(state.ends, false);
    places.set(state, place);
    for (const [key, next] of state.keys) {
      place.byName.set(key, convert(next));
      if (/^[0-9]+$/.test(key)) place.hasIndexes = true;
    }
    place.other = state.other === undefined ? nowhere : convert(state.other);
    return place;
  };
  return {
    start: convert(start),
    next(place, key) {
      const next = place.byName.get(key) ?? place.other;
      return !next.ends && hasSecretKeys && isSecretKey(key) ? secret : next;
    },
    nextIndex: (place, index) =>
      place.hasIndexes ? (place.byName.get(String(index)) ?? place.other) : place.other,
  };
}
