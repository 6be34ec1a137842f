import type { Transform } from '@yushu/core';
import { optionError } from '../check-options.ts';
import { formatDecimal, parseDecimal } from '../generalise/decimal.ts';
import { checkPrf, drawBytes, type KeyedOptions } from '../keyed-random.ts';

/** Options of {@link createNoise}. */
export interface NoiseOptions extends KeyedOptions {
  /** Largest change as a part of the value: above 0, to 1. So 0.1 moves 200 to between 180 and 220. */
  readonly ratio?: number;
  /** Largest change as a number above 0, in place of `ratio`. */
  readonly amount?: number;
}

/**
 * Adds noise to decimal numbers, evenly between the largest changes down and up. It is drawn with the key from the field, the row of
 * the context and the value, so that the same cell always gets the same noise: the average of many exports does not take it away. The
 * number of decimals stays.
 *
 * It is not differential privacy: who knows the bound knows the range.
 *
 * @throws {DataSecurityError} `ERR_MASK_OPTIONS`; `apply` throws `ERR_MASK_VALUE` for what is no decimal number.
 *
 * @example
 * ```ts
 * import { createNoise } from '@yushu/mask';
 *
 * const prf = { keyId: 'demo', compute: (input: Uint8Array, length: number) => input.slice(-length) }; // in earnest, of a key provider
 * const noisy = Number(createNoise({ prf, ratio: 0.1 }).apply('8600.00', { column: 'salary', row: '7' }));
 * console.log(noisy >= 7740 && noisy <= 9460); // true
 * ```
 */
export function createNoise(options: NoiseOptions): Transform {
  const prf = checkPrf(options?.prf);
  const { ratio, amount } = options;
  if ((ratio === undefined) === (amount === undefined)) {
    throw optionError('ratio', 'either ratio or amount');
  }
  if (ratio !== undefined && !(ratio > 0 && ratio <= 1)) {
    throw optionError('ratio', 'a number above 0, to 1');
  }
  if (amount !== undefined && !(amount > 0 && Number.isFinite(amount))) {
    throw optionError('amount', 'a number above 0');
  }
  return {
    name: ratio === undefined ? `noise(${amount})` : `noise(${ratio})`,
    keyId: prf.keyId,
    apply(value, context) {
      const { number, decimals } = parseDecimal(value);
      const bytes = drawBytes(options, 'noise', context, `${context.row ?? ''}\0${value}`, 8);
      // 53 bits, as many as a number holds: evenly from −1 to 1.
      const high = ((bytes[0]! << 16) | (bytes[1]! << 8) | bytes[2]!) & 0x1f_ffff;
      const low = new DataView(bytes.buffer, bytes.byteOffset).getUint32(4);
      const part = ((high * 2 ** 32 + low) / 2 ** 53) * 2 - 1;
      const most = amount ?? Math.abs(number) * (ratio ?? 0);
      return formatDecimal(number + part * most, decimals);
    },
  };
}
