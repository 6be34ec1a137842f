import type { PathAutomaton, PathState } from './path-automaton.ts';

const slash = 0x2f;
const dot = 0x2e;

/**
 * Where a path leads, or `undefined` where it is not in normal form: an empty, `.` or `..` segment, a backslash, blank, control character,
 * query, fragment, or a `%`. A server might take such a path for another one than the rules do.
 */
export function walkPath<Kept>(
  automaton: PathAutomaton<Kept>,
  path: string,
): PathState<Kept> | undefined {
  if (path.charCodeAt(0) !== slash) return undefined;
  let state = automaton.start;
  if (path.length === 1) return state;
  let start = 1;
  for (let at = 1; at <= path.length; at += 1) {
    const code = at < path.length ? path.charCodeAt(at) : slash;
    if (code === slash) {
      if (at === start) return undefined;
      if (path.charCodeAt(start) === dot && isDots(path, start, at)) return undefined;
      if (state.names) {
        const segment = path.slice(start, at);
        state = state.next.get(segment) ?? automaton.step(state, segment);
      } else state = state.other ?? automaton.step(state, '');
      start = at + 1;
    } else if (code <= 0x20 || code === 0x7f || code === 0x5c || code === 0x3f || code === 0x23) {
      return undefined;
    }
  }
  return state;
}

/** Whether a segment is `.` or `..`. */
function isDots(path: string, start: number, end: number): boolean {
  return end - start === 1 || (end - start === 2 && path.charCodeAt(start + 1) === dot);
}
