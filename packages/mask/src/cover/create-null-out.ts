/** Puts nothing in the place of a value. */
export interface NullOut {
  readonly name: 'null-out';
  /** `null`, whatever the value: a string, a number, `undefined`. */
  apply(value: unknown): null;
}

/**
 * Puts `null` in the place of every value, for columns whose type allows nothing else or that nobody needs. Where a text is wanted, use
 * `createReplacement({ with: '' })`; for members of objects, `censor: null` or `remove` of `createRedactor`.
 *
 * @example
 * ```ts
 * import { createNullOut } from '@yushu/mask';
 *
 * console.log(['13800138000', 7].map(createNullOut().apply)); // [ null, null ]
 * ```
 */
export function createNullOut(): NullOut {
  return { name: 'null-out', apply: () => null };
}
