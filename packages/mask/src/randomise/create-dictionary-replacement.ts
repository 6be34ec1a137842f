import type { Transform } from '@yushu/core';
import { optionError } from '../check-options.ts';
import { checkText } from '../check-text.ts';
import { checkPrf, drawBytes, drawIndex, type KeyedOptions } from '../keyed-random.ts';

/** Options of {@link createDictionaryReplacement}. */
export interface DictionaryReplacementOptions extends KeyedOptions {
  /** The values to choose from, 2 to 1,000,000. */
  readonly values: readonly string[];
}

/**
 * Puts a value of a list in the place of each: the same for the same value of one field, drawn with a key. Different values may get
 * the same one.
 *
 * @throws {DataSecurityError} `ERR_MASK_OPTIONS`; `apply` throws `ERR_MASK_VALUE` for what is no string.
 *
 * @example
 * ```ts
 * import { createDictionaryReplacement } from '@yushu/mask';
 *
 * const prf = { keyId: 'demo', compute: (input: Uint8Array, length: number) => input.slice(-length) }; // in earnest, of a key provider
 * const cities = createDictionaryReplacement({ prf, values: ['杭州', '南京', '合肥'] });
 * const place = { table: 'customers', column: 'city' };
 * console.log(cities.apply('北京', place) === cities.apply('北京', place)); // true
 * ```
 */
export function createDictionaryReplacement(options: DictionaryReplacementOptions): Transform {
  const prf = checkPrf(options?.prf);
  const values = [...(options.values ?? [])];
  if (
    values.length < 2 ||
    values.length > 1_000_000 ||
    !values.every((value) => typeof value === 'string')
  ) {
    throw optionError('values', 'a list of 2 to 1,000,000 texts');
  }
  return {
    name: `dictionary(${values.length})`,
    keyId: prf.keyId,
    apply(value, context) {
      checkText(value);
      const bytes = drawBytes(options, 'dictionary', context, value, 16);
      return values[drawIndex(bytes, values.length)]!;
    },
  };
}
