/** 97.5 % point of the normal distribution: both ends together leave out 5 %. */
const z = 1.959964;

/** A share and how far it may be off. */
export interface ShareInterval {
  readonly share: number;
  readonly low: number;
  readonly high: number;
}

/**
 * Wilson's 95 % score interval of a share (E. B. Wilson, J. Am. Stat. Assoc. 22, 1927), which holds for few cells and for shares
 * of 0 and 1 too. Without cells everything is possible: 0 to 1.
 *
 * @example
 * ```ts
 * import { wilsonInterval } from '@yushu/detect/classify';
 *
 * const { low, high } = wilsonInterval(10, 10);
 * console.log(low.toFixed(2), high); // 0.72 1
 * ```
 */
export function wilsonInterval(matching: number, all: number): ShareInterval {
  if (all === 0) return { share: 0, low: 0, high: 1 };
  const share = matching / all;
  const divisor = 1 + (z * z) / all;
  const middle = (share + (z * z) / (2 * all)) / divisor;
  const reach = (z / divisor) * Math.sqrt((share * (1 - share)) / all + (z * z) / (4 * all * all));
  return {
    share,
    low: matching === 0 ? 0 : Math.max(0, middle - reach),
    high: matching === all ? 1 : Math.min(1, middle + reach),
  };
}
