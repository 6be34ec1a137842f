import type { Transform } from '@yushu/core';
import { optionError } from '../check-options.ts';
import { formatDecimal, parseDecimal } from './decimal.ts';

/** Options of {@link createRounding}. */
export interface RoundingOptions {
  /** The step to whose multiples numbers are rounded, above 0. */
  readonly step: number;
}

/**
 * Rounds decimal numbers to the nearest multiple of a step, halves away from zero.
 *
 * @throws {DataSecurityError} `ERR_MASK_OPTIONS`; `apply` throws `ERR_MASK_VALUE` for what is no decimal number.
 *
 * @example
 * ```ts
 * import { createRounding } from '@yushu/mask';
 *
 * console.log(createRounding({ step: 500 }).apply('8760.50', {})); // 9000
 * ```
 */
export function createRounding({ step }: RoundingOptions): Transform {
  if (!(Number.isFinite(step) && step > 0)) throw optionError('step', 'a number above 0');
  const decimals = String(step).split('.')[1]?.length ?? 0;
  return {
    name: `round(${step})`,
    apply(value) {
      const { number } = parseDecimal(value);
      const multiple = Math.sign(number) * Math.round(Math.abs(number) / step) * step;
      return formatDecimal(multiple, decimals);
    },
  };
}
