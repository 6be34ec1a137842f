/**
 * Shallow copies, many times the same function.
 *
 * An engine remembers at each `{ ...source }` of the program text the few shapes of objects it has seen there, and copies those four times
 * as fast as others. Given a function of its own, each place of a path sees its own shapes only. Generated code would do the same, but
 * needs `eval`.
 *
 * @module
 */

/** Copies the enumerable properties of an object. */
export type ShallowCopy = (source: Readonly<Record<string, unknown>>) => Record<string, unknown>;

const copies: readonly ShallowCopy[] = [
  (source) => ({ ...source }),
  (source) => ({ ...source }),
  (source) => ({ ...source }),
  (source) => ({ ...source }),
  (source) => ({ ...source }),
  (source) => ({ ...source }),
  (source) => ({ ...source }),
  (source) => ({ ...source }),
  (source) => ({ ...source }),
  (source) => ({ ...source }),
  (source) => ({ ...source }),
  (source) => ({ ...source }),
  (source) => ({ ...source }),
  (source) => ({ ...source }),
  (source) => ({ ...source }),
  (source) => ({ ...source }),
  (source) => ({ ...source }),
  (source) => ({ ...source }),
  (source) => ({ ...source }),
  (source) => ({ ...source }),
  (source) => ({ ...source }),
  (source) => ({ ...source }),
  (source) => ({ ...source }),
  (source) => ({ ...source }),
  (source) => ({ ...source }),
  (source) => ({ ...source }),
  (source) => ({ ...source }),
  (source) => ({ ...source }),
  (source) => ({ ...source }),
  (source) => ({ ...source }),
  (source) => ({ ...source }),
  (source) => ({ ...source }),
  (source) => ({ ...source }),
  (source) => ({ ...source }),
  (source) => ({ ...source }),
  (source) => ({ ...source }),
  (source) => ({ ...source }),
  (source) => ({ ...source }),
  (source) => ({ ...source }),
  (source) => ({ ...source }),
  (source) => ({ ...source }),
  (source) => ({ ...source }),
  (source) => ({ ...source }),
  (source) => ({ ...source }),
  (source) => ({ ...source }),
  (source) => ({ ...source }),
  (source) => ({ ...source }),
  (source) => ({ ...source }),
];

let next = 0;

/** One of the functions, in turn. */
export function takeShallowCopy(): ShallowCopy {
  next = (next + 1) % copies.length;
  return copies[next]!;
}
