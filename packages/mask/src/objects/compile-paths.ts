/**
 * Paths compiled to one automaton: a state for each set of paths that can still match, made when it is first reached.
 *
 * @module
 */
import { DataSecurityError } from '@yushu/core';
import type { PathStep } from './parse-path.ts';

/** A place in one or more paths. */
export interface PathState {
  /** Whether a path ends here: the value is to be redacted. */
  readonly ends: boolean;
  /** Keys that lead to a state of their own, with it. */
  readonly keys: ReadonlyMap<string, PathState>;
  /** Where every other key or index leads; `undefined` where no path goes on. */
  readonly other: PathState | undefined;
}

/** States that one set of paths may have. Many `**` in many paths multiply. */
const maxStates = 2_000;

/** A place in one path: its number and how many of its steps are behind. */
type Place = readonly [path: number, step: number];

/**
 * Compiles paths, and keys that are looked for at any depth.
 *
 * @throws {DataSecurityError} `ERR_MASK_PATH` where the paths have too many states.
 */
export function compilePaths(paths: readonly (readonly PathStep[])[]): PathState {
  const states = new Map<string, PathState>();

  /** Places with `**` taken as no step too. */
  const close = (places: readonly Place[]): Place[] => {
    const seen = new Map<string, Place>();
    const add = (place: Place) => {
      const name = place.join();
      if (seen.has(name)) return;
      seen.set(name, place);
      if (paths[place[0]]![place[1]]?.kind === 'deep') add([place[0], place[1] + 1]);
    };
    for (const place of places) add(place);
    return [...seen.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, place]) => place);
  };

  const advance = (places: readonly Place[], key: string | undefined): Place[] => {
    const next: Place[] = [];
    for (const [path, step] of places) {
      const current = paths[path]![step];
      if (current?.kind === 'deep') next.push([path, step]);
      else if (current?.kind === 'any' || (current?.kind === 'key' && current.key === key)) {
        next.push([path, step + 1]);
      }
    }
    return close(next);
  };

  const stateOf = (places: readonly Place[]): PathState | undefined => {
    if (places.length === 0) return undefined;
    const name = places.join(' ');
    const known = states.get(name);
    if (known !== undefined) return known;
    if (states.size >= maxStates) {
      throw new DataSecurityError('ERR_MASK_PATH', 'The paths are too many or too involved', {
        hint: 'Use fewer ** in one redactor, or name keys instead.',
        details: { paths: paths.length },
      });
    }
    const keys = new Map<string, PathState>();
    const ends = places.some(([path, step]) => step === paths[path]!.length);
    const state = { ends, keys, other: undefined as PathState | undefined };
    states.set(name, state);
    // Below a redacted value nothing is looked at.
    if (ends) return state;
    state.other = stateOf(advance(places, undefined));
    for (const [path, step] of places) {
      const current = paths[path]![step];
      if (current?.kind === 'key' && !keys.has(current.key)) {
        const next = stateOf(advance(places, current.key));
        if (next !== undefined) keys.set(current.key, next);
      }
    }
    return state;
  };

  return (
    stateOf(close(paths.map((_, path) => [path, 0]))) ?? {
      ends: false,
      keys: new Map(),
      other: undefined,
    }
  );
}
