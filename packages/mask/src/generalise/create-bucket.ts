import type { Transform } from '@yushu/core';
import { optionError } from '../check-options.ts';
import { parseDecimal, scaleDecimal, writeScaled } from './decimal.ts';

/** Options of {@link createBucket}: buckets of one width, or bounds of your own. */
export type BucketOptions =
  | {
      /** Width of each bucket, above 0. */
      readonly width: number;
      /** Values below it become `<bottom`: bottom coding. */
      readonly bottom?: number;
      /** Values from it on become `≥top`: top coding. */
      readonly top?: number;
    }
  | {
      /** Bounds in rising order, at least one: the buckets are below the first, between each two, and from the last on. */
      readonly bounds: readonly number[];
    };

/**
 * Puts the range in the place of a decimal number: `30-40` holds 30 and not 40. Below the lowest bound it is `<18`, from the highest
 * on `≥65`.
 *
 * @throws {DataSecurityError} `ERR_MASK_OPTIONS`; `apply` throws `ERR_MASK_VALUE` for what is no decimal number.
 *
 * @example
 * ```ts
 * import { createBucket } from '@yushu/mask';
 *
 * console.log(createBucket({ width: 10, top: 80 }).apply('37', {})); // 30-40
 * console.log(createBucket({ bounds: [18, 65] }).apply('70', {})); // ≥65
 * ```
 */
export function createBucket(options: BucketOptions): Transform {
  if ('bounds' in options) {
    const bounds = [...options.bounds];
    const rises = bounds.every(
      (bound, index) => Number.isFinite(bound) && (index === 0 || bound > bounds[index - 1]!),
    );
    if (bounds.length === 0 || !rises) throw optionError('bounds', 'numbers in rising order');
    return {
      name: `bucket(${bounds.join(',')})`,
      apply(value) {
        const { number } = parseDecimal(value);
        const next = bounds.findIndex((bound) => number < bound);
        if (next === 0) return `<${bounds[0]}`;
        return next < 0 ? `≥${bounds.at(-1)}` : `${bounds[next - 1]}-${bounds[next]}`;
      },
    };
  }
  const { width, bottom, top } = options;
  if (!(Number.isFinite(width) && width > 0)) throw optionError('width', 'a number above 0');
  for (const bound of [bottom, top]) {
    if (bound !== undefined && !Number.isFinite(bound)) throw optionError('bottom', 'a number');
  }
  const { decimals: widthDecimals } = parseDecimal(String(width));
  return {
    name: `bucket(${width})`,
    apply(value) {
      const { number, decimals } = parseDecimal(value);
      if (bottom !== undefined && number < bottom) return `<${bottom}`;
      if (top !== undefined && number >= top) return `≥${top}`;
      // In whole numbers of the last decimal: 0.3 / 0.1 is not quite 3.
      const places = Math.max(decimals, widthDecimals);
      const size = scaleDecimal(String(width), places);
      const scaled = scaleDecimal(value, places);
      const rest = ((scaled % size) + size) % size;
      const start = writeScaled(scaled - rest, places, widthDecimals);
      return `${start}-${writeScaled(scaled - rest + size, places, widthDecimals)}`;
    },
  };
}
