/**
 * Finds patterns that backtracking engines may take exponential time for: a repetition of something that repeats itself, or of
 * alternatives that begin alike. It is a reading of the pattern, never a run of it.
 *
 * @module
 */

/** One group that is open while the pattern is read. */
interface Group {
  /** Whether something in it repeats without bound. */
  repeats: boolean;
  /** Whether it holds anything that must be there besides the repetition, which divides the rounds. */
  fixed: boolean;
  /** First characters of its alternatives. */
  starts: string[];
  atStart: boolean;
  hasAlternatives: boolean;
}

const newGroup = (): Group => ({
  repeats: false,
  fixed: false,
  starts: [],
  atStart: true,
  hasAlternatives: false,
});

/** Longer patterns are not read. */
const maxLength = 5000;

/** Reads a quantifier at a place: its length, and whether it repeats without bound or very often. */
function quantifierAt(
  pattern: string,
  at: number,
): { length: number; isUnbounded: boolean; isOptional: boolean } {
  const char = pattern[at];
  const lazy = (length: number) => (pattern[at + length] === '?' ? length + 1 : length);
  if (char === '*') return { length: lazy(1), isUnbounded: true, isOptional: true };
  if (char === '+') return { length: lazy(1), isUnbounded: true, isOptional: false };
  if (char === '?') return { length: lazy(1), isUnbounded: false, isOptional: true };
  if (char === '{') {
    const match = /^\{(\d+)(,(\d*))?\}/.exec(pattern.slice(at, at + 20));
    if (match !== null) {
      const isUnbounded =
        match[2] !== undefined && (match[3] === '' || Number(match[3]) - Number(match[1]) > 25);
      return { length: lazy(match[0].length), isUnbounded, isOptional: match[1] === '0' };
    }
  }
  return { length: 0, isUnbounded: false, isOptional: false };
}

/** Length of the atom at a place; a class or an escape is one. */
function atomLength(pattern: string, at: number): number {
  if (pattern[at] === '\\')
    return (
      /^\\u[0-9a-fA-F]{4}|^\\x[0-9a-fA-F]{2}|^\\[pP]\{[^}]*\}/.exec(pattern.slice(at, at + 40))?.[0]
        .length ?? 2
    );
  if (pattern[at] !== '[') return 1;
  let end = at + 1;
  if (pattern[end] === '^') end += 1;
  if (pattern[end] === ']') end += 1;
  while (end < pattern.length && pattern[end] !== ']') end += pattern[end] === '\\' ? 2 : 1;
  return end - at + 1;
}

/** Whether a pattern may backtrack exponentially. */
export function isBacktracking(pattern: string): boolean {
  if (pattern.length > maxLength) return true;
  const stack: Group[] = [newGroup()];
  let at = 0;
  while (at < pattern.length) {
    const group = stack[stack.length - 1]!;
    const char = pattern[at];
    if (char === '(') {
      stack.push(newGroup());
      at += /^\(\?(?:[:=!]|<[=!]|<\w+>)/.exec(pattern.slice(at, at + 40))?.[0].length ?? 1;
      continue;
    }
    if (char === '|') {
      group.hasAlternatives = true;
      group.atStart = true;
      at += 1;
      continue;
    }
    if (char === ')') {
      at += 1;
      if (stack.length === 1) return false;
      stack.pop();
      const { length, isUnbounded, isOptional } = quantifierAt(pattern, at);
      at += length;
      if (isUnbounded) {
        if (group.repeats && !group.fixed) return true;
        if (group.hasAlternatives && new Set(group.starts).size < group.starts.length) return true;
      }
      const parent = stack[stack.length - 1]!;
      parent.repeats ||= group.repeats || isUnbounded;
      if (!isOptional && (group.fixed || !group.repeats) && !isUnbounded) parent.fixed = true;
      if (parent.atStart) parent.starts.push(`(${group.starts.join('|')}`);
      parent.atStart = false;
      continue;
    }
    if (char === '^' || char === '$') {
      at += 1;
      continue;
    }
    const length = atomLength(pattern, at);
    const atom = pattern.slice(at, at + length);
    at += length;
    const quantifier = quantifierAt(pattern, at);
    at += quantifier.length;
    if (group.atStart) group.starts.push(atom);
    group.atStart = false;
    if (quantifier.isUnbounded) group.repeats = true;
    else if (!quantifier.isOptional) group.fixed = true;
  }
  return false;
}
