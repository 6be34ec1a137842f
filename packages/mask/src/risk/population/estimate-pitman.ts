import type { ClassHistogram } from './class-histogram.ts';
import { digamma, logGamma } from './polygamma.ts';

const maxSteps = 100;

/** Where a function that falls passes zero, between two numbers, by Ridders' method (1979); the end at which it does not. */
function rootBetween(from: number, to: number, falling: (x: number) => number): number {
  let [low, high] = [from, to];
  let [atLow, atHigh] = [falling(low), falling(high)];
  if (!(atLow > 0)) return low;
  if (!(atHigh < 0)) return high;
  for (let step = 0; step < maxSteps && high - low > 1e-14 * Math.abs(high); step += 1) {
    const middle = (low + high) / 2;
    const atMiddle = falling(middle);
    const bend = Math.sqrt(atMiddle * atMiddle - atLow * atHigh);
    const next = Number.isFinite(bend) ? middle + ((middle - low) * atMiddle) / bend : middle;
    for (const [x, value] of [
      [middle, atMiddle],
      [next, next === middle ? atMiddle : falling(next)],
    ] as const) {
      if (value === 0) return x;
      if (value > 0 && x > low) [low, atLow] = [x, value];
      else if (value < 0 && x < high) [high, atHigh] = [x, value];
    }
  }
  return (low + high) / 2;
}

/** θ + α of greatest likelihood for an α from 0 to below 1: above 0. */
function shiftOf(alpha: number, rows: number, classes: number): number {
  // Σ 1 / (θ + iα) − Σ 1 / (θ + i), from 1 to before the number of classes, and of rows.
  const score = (shift: number) => {
    const byClasses =
      alpha === 0
        ? (classes - 1) / shift
        : (digamma(shift / alpha + classes - 1) - digamma(shift / alpha)) / alpha;
    return byClasses - (digamma(rows + shift - alpha) - digamma(shift + 1 - alpha));
  };
  // On a logarithmic scale, for it may be a millionth or a billion.
  return Math.exp(rootBetween(-60, 32, (x) => score(Math.exp(x))));
}

/**
 * People of the population who are alone in their class, by Pitman's sampling formula with parameters of greatest likelihood (Hoshino
 * 2001). Where the likelihood falls from α = 0 on, that is taken, Ewens' formula: an α below 0 would say that fewer are alone.
 * `undefined` where every row is alone, which says nothing of the population.
 */
export function estimatePitman({
  sizes,
  rows,
  classes,
  population,
}: ClassHistogram): number | undefined {
  if (classes === rows) return undefined;
  // Of the logarithm of the likelihood along θ(α), the derivative by α.
  const slope = (alpha: number) => {
    const shift = shiftOf(alpha, rows, classes);
    const theta = shift - alpha;
    let sum =
      alpha === 0
        ? ((classes - 1) * classes) / (2 * theta)
        : (classes -
            1 -
            (theta / alpha) * (digamma(shift / alpha + classes - 1) - digamma(shift / alpha))) /
          alpha;
    for (const [size, count] of sizes) {
      if (size > 1) sum -= count * (digamma(size - alpha) - digamma(1 - alpha));
    }
    return sum;
  };
  const alpha = rootBetween(0, 1 - 1e-9, slope);
  const shift = shiftOf(alpha, rows, classes);
  const estimate = Math.exp(
    logGamma(shift + 1 - alpha) - logGamma(shift) + alpha * Math.log(population),
  );
  return Math.min(population, estimate);
}
