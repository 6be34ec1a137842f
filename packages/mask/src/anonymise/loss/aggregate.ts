import type { Aggregate } from './loss-metric.ts';

/** One figure of those of the columns. The geometric mean is that of the figures plus one, so that a zero does not hide the others. */
export function aggregate(values: Float64Array, by: Aggregate): number {
  let result = by === 'geometric-mean' ? 1 : 0;
  for (const value of values) {
    if (by === 'geometric-mean') result *= (value + 1) ** (1 / values.length);
    else if (by === 'maximum') result = Math.max(result, value);
    else result += value;
  }
  if (by === 'geometric-mean') return result - 1;
  return by === 'arithmetic-mean' ? result / values.length : result;
}
