import { splitPath } from '../../guard/route/split-path.ts';
import type { PathAutomaton, PathState } from './path-automaton.ts';

const slash = 0x2f;
const dot = 0x2e;

/** By code: whether a character is the same in every reading of a path. */
const isPlain = Uint8Array.from({ length: 128 }, (_, code) =>
  code > 0x20 && code < 0x7f && !'%?#\\;'.includes(String.fromCharCode(code)) ? 1 : 0,
);

/** More is left to the guard's reading, which refuses what is far too long. */
const maxPlainLength = 1024;

/**
 * Where a path leads, or `undefined` where the guard would refuse it, because servers could read it in different ways. Plain paths, which
 * are nearly all, are cut on the way; others are read as the guard reads them.
 */
export function walkPath<Kept>(
  automaton: PathAutomaton<Kept>,
  path: string,
): PathState<Kept> | undefined {
  const { length } = path;
  if (path.charCodeAt(0) !== slash || length > maxPlainLength) return walkSegments(automaton, path);
  let state = automaton.start;
  let start = 1;
  for (let at = 1; at <= length; at += 1) {
    const code = at < length ? path.charCodeAt(at) : slash;
    if (code === slash) {
      // Also the slash at the end, and names that begin with a dot.
      if (at === start || path.charCodeAt(start) === dot) return walkSegments(automaton, path);
      if (state.names) {
        const segment = path.slice(start, at);
        state = state.next.get(segment) ?? automaton.step(state, segment);
      } else state = state.other ?? automaton.step(state, '');
      start = at + 1;
    } else if (code > 0x7f || isPlain[code] === 0) return walkSegments(automaton, path);
  }
  return state;
}

function walkSegments<Kept>(
  automaton: PathAutomaton<Kept>,
  path: string,
): PathState<Kept> | undefined {
  const split = splitPath(path);
  if (split === undefined) return undefined;
  let state = automaton.start;
  for (const segment of split.segments) {
    state = state.next.get(segment) ?? automaton.step(state, segment);
  }
  return state;
}
