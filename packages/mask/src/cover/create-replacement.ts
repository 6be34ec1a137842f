import type { Transform } from '@yushu/core';
import { optionError } from '../check-options.ts';
import { checkText } from '../check-text.ts';

/** Options of {@link createReplacement}. */
export interface ReplacementOptions {
  /** The value to put in place; it may be empty. */
  readonly with: string;
}

/**
 * Puts one fixed value in the place of every value, such as `1970-01-01` for a date that must stay a date.
 *
 * @throws {DataSecurityError} `ERR_MASK_OPTIONS` where `with` is no string; `apply` throws `ERR_MASK_VALUE` for what is no
 * string.
 *
 * @example
 * ```ts
 * import { createReplacement } from '@yushu/mask';
 *
 * console.log(createReplacement({ with: '1970-01-01' }).apply('1990-03-07', {})); // 1970-01-01
 * ```
 */
export function createReplacement(options: ReplacementOptions): Transform {
  const text = options?.with;
  if (typeof text !== 'string') throw optionError('with', 'a text');
  return {
    name: 'replace',
    apply(value) {
      checkText(value);
      return text;
    },
  };
}
