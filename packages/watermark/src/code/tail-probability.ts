/**
 * How probable it is that the code of an innocent reaches a score.
 *
 * Given the votes read from a table, the bits of an innocent's code are independent of them and of each other, each 1 with the
 * bias of its position: the distribution of the score is known, whatever the table is and whoever changed it.
 *
 * @module
 */

/** Positions with the same bias and the same two contributions to the score. */
export interface ScoreTerm {
  /** How many positions. */
  readonly count: number;
  /** Probability that a code has 1 there. */
  readonly bias: number;
  /** What 1 adds to the score. */
  readonly one: number;
  /** What 0 adds to the score. */
  readonly zero: number;
}

/** Natural logarithms of two statements on P(score of an innocent ≥ s). */
export interface TailProbability {
  /** Never below the truth: Chernoff's bound with the exact moments. Accusations rest on it. */
  readonly logBound: number;
  /** Close to the truth: the saddlepoint approximation of Lugannani and Rice. */
  readonly logEstimate: number;
}

interface Cumulants {
  /** ln E[exp(θS)]. */
  readonly value: number;
  readonly slope: number;
  readonly curve: number;
}

function cumulantsAt(terms: readonly ScoreTerm[], theta: number): Cumulants {
  let value = 0;
  let slope = 0;
  let curve = 0;
  for (const { count, bias, one, zero } of terms) {
    const high = theta * one;
    const low = theta * zero;
    const top = Math.max(high, low);
    const a = bias * Math.exp(high - top);
    const b = (1 - bias) * Math.exp(low - top);
    const sum = a + b;
    const share = a / sum;
    value += count * (top + Math.log(sum));
    slope += count * (share * one + (1 - share) * zero);
    curve += count * share * (1 - share) * (one - zero) ** 2;
  }
  return { value, slope, curve };
}

/** The θ at which the tilted mean is the score; the slope of the cumulants rises with θ. */
function solveTilt(terms: readonly ScoreTerm[], score: number, scale: number): number {
  let low = score >= cumulantsAt(terms, 0).slope ? 0 : -1 / scale;
  let high = low === 0 ? 1 / scale : 0;
  for (let round = 0; round < 60 && low !== 0; round += 1) {
    if (cumulantsAt(terms, low).slope <= score) break;
    low *= 2;
  }
  for (let round = 0; round < 60 && high !== 0; round += 1) {
    if (cumulantsAt(terms, high).slope >= score) break;
    high *= 2;
  }
  let theta = (low + high) / 2;
  for (let round = 0; round < 100; round += 1) {
    const { slope, curve } = cumulantsAt(terms, theta);
    if (slope < score) low = theta;
    else high = theta;
    const step = curve > 0 ? theta + (score - slope) / curve : Number.NaN;
    const next = step > low && step < high ? step : (low + high) / 2;
    if (Math.abs(next - theta) <= 1e-12 * Math.abs(theta)) return next;
    theta = next;
  }
  return theta;
}

/** ln of the upper tail of the normal distribution. W. J. Cody's continued fraction far out, a series near 0. */
export function logNormalTail(z: number): number {
  if (z < -6) return Math.log1p(-Math.exp(logNormalTail(-z)));
  if (z > 3) {
    // Laplace's continued fraction of Mills' ratio, from the inside out.
    let fraction = 0;
    for (let k = 60; k >= 1; k -= 1) fraction = k / (z + fraction);
    return -0.5 * z * z - 0.5 * Math.log(2 * Math.PI) - Math.log(z + fraction);
  }
  // Φ(z) = ½ + φ(z)·(z + z³/3 + z⁵/(3·5) + …)
  let term = z;
  let sum = z;
  for (let k = 3; k < 200; k += 2) {
    term *= (z * z) / k;
    sum += term;
    if (Math.abs(term) < 1e-17 * Math.abs(sum)) break;
  }
  return Math.log(0.5 - (sum * Math.exp(-0.5 * z * z)) / Math.sqrt(2 * Math.PI));
}

/**
 * The probability that an innocent's score is at least `score`.
 *
 * Sources: H. Chernoff (1952); R. Lugannani and S. Rice, "Saddle point approximation for the distribution of the sum of
 * independent random variables", Advances in Applied Probability 12 (1980).
 */
export function tailProbability(terms: readonly ScoreTerm[], score: number): TailProbability {
  const { slope: mean, curve: variance } = cumulantsAt(terms, 0);
  if (variance === 0) return { logBound: 0, logEstimate: 0 };
  const deviation = Math.sqrt(variance);
  const highest = terms.reduce((sum, { count, one, zero }) => sum + count * Math.max(one, zero), 0);
  if (score >= highest - 1e-9 * Math.abs(highest)) {
    // Only one code reaches it: its probability is exact.
    const exact = terms.reduce(
      (sum, { count, bias, one, zero }) =>
        one === zero ? sum : sum + count * Math.log(one > zero ? bias : 1 - bias),
      0,
    );
    return { logBound: exact, logEstimate: exact };
  }
  const theta = solveTilt(terms, score, deviation);
  const { value, curve } = cumulantsAt(terms, theta);
  const exponent = Math.min(0, value - theta * score);
  const logBound = theta > 0 ? exponent : 0;
  const w = Math.sign(theta) * Math.sqrt(-2 * exponent);
  const u = theta * Math.sqrt(curve);
  if (Math.abs(score - mean) < 1e-3 * deviation || Math.abs(w) < 1e-4) {
    return { logBound, logEstimate: logNormalTail((score - mean) / deviation) };
  }
  // P ≈ 1 − Φ(w) + φ(w)(1/u − 1/w), taken relative to φ(w) so that it holds where both are far below the smallest double.
  const logDensity = exponent - 0.5 * Math.log(2 * Math.PI);
  const tail = logNormalTail(w);
  const relative = Math.exp(tail - logDensity) + 1 / u - 1 / w;
  const logEstimate = relative > 0 ? Math.min(0, logDensity + Math.log(relative)) : tail;
  return { logBound, logEstimate: theta > 0 ? Math.min(logEstimate, logBound) : logEstimate };
}
