/**
 * Differential privacy by random sampling and k-anonymity (Li, Qardaji and Su 2012), with the parameters of SafePub (Bild, Kuhn and
 * Prasser 2018, section 4).
 *
 * @module
 */
import { logGamma } from '../../risk/population/polygamma.ts';

/** What makes a release (ε, δ)-differentially private, if how values are generalised does not depend on the data. */
export interface SamplingPrivacy {
  /** With this probability each row is taken, independently of the others. */
  readonly rate: number;
  /** Rows that a class must have among those taken. */
  readonly k: number;
}

/** Sums are exact to far more than this; it is added to what must be small. */
const margin = 1e-8;

/** A product that may be a whole number is taken for the one below. */
const rounding = 1e-12;

/** The probability of more than `from` − 1 heads in `count` throws. */
function binomialTail(count: number, rate: number, from: number): number {
  if (from > count) return 0;
  const log =
    logGamma(count + 1) -
    logGamma(from + 1) -
    logGamma(count - from + 1) +
    from * Math.log(rate) +
    (count - from) * Math.log1p(-rate);
  let term = Math.exp(log);
  let sum = 0;
  for (let heads = from; heads <= count && term > sum * 1e-17; heads += 1) {
    sum += term;
    term *= ((count - heads) / (heads + 1)) * (rate / (1 - rate));
  }
  return sum * (1 + margin);
}

/** Rate and k for a privacy budget: ε above 0 to 5, δ above 0 and below 1. As in SafePub, k is one more than the bound asks. */
export function deriveSamplingPrivacy(epsilon: number, delta: number): SamplingPrivacy {
  const rate = -Math.expm1(-epsilon);
  const gamma = 1 - (1 - rate) * Math.exp(-epsilon);
  // Of a class of the table so many rows may be taken that it tells of one of them. How probable that is falls with its rows, though not
  // from each number to the next; the bound does, and ends the search for the last number for which it is too probable.
  const exponent = gamma * Math.log(gamma / rate) - (gamma - rate);
  let last = 0;
  for (let rows = 1; Math.exp(-rows * exponent) >= delta; rows += 1) {
    const tooMany = Math.floor(rows * gamma * (1 - rounding)) + 1;
    if (binomialTail(rows, rate, tooMany) >= delta) last = rows;
  }
  let k = 1;
  while (Math.ceil(k / gamma - 1) <= last) k += 1;
  return { rate, k: k + 1 };
}
