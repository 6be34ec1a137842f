/**
 * The logarithm of the gamma function and its first two derivatives, for arguments above 0: recurrence up to 10, then the asymptotic
 * series (Abramowitz and Stegun 1964, 6.1.41, 6.3.18 and 6.4.12). Exact to twelve digits or more.
 *
 * @module
 */

const seriesFrom = 10;

/** ln Γ(x). */
export function logGamma(x: number): number {
  let shifted = x;
  let product = 0;
  while (shifted < seriesFrom) {
    product += Math.log(shifted);
    shifted += 1;
  }
  const inverse = 1 / shifted;
  const square = inverse * inverse;
  const series =
    inverse *
    (1 / 12 - square * (1 / 360 - square * (1 / 1260 - square * (1 / 1680 - square / 1188))));
  return (
    (shifted - 0.5) * Math.log(shifted) - shifted + Math.log(2 * Math.PI) / 2 + series - product
  );
}

/** ψ(x). */
export function digamma(x: number): number {
  let shifted = x;
  let sum = 0;
  while (shifted < seriesFrom) {
    sum += 1 / shifted;
    shifted += 1;
  }
  const square = 1 / (shifted * shifted);
  const series =
    square * (1 / 12 - square * (1 / 120 - square * (1 / 252 - square * (1 / 240 - square / 132))));
  return Math.log(shifted) - 0.5 / shifted - series - sum;
}

/** ψ′(x). */
export function trigamma(x: number): number {
  let shifted = x;
  let sum = 0;
  while (shifted < seriesFrom) {
    sum += 1 / (shifted * shifted);
    shifted += 1;
  }
  const inverse = 1 / shifted;
  const square = inverse * inverse;
  const series =
    1 / 6 - square * (1 / 30 - square * (1 / 42 - square * (1 / 30 - (5 / 66) * square)));
  return inverse + square / 2 + inverse * square * series + sum;
}
