import { watermarkError } from '../watermark-error.ts';

/** A discrete distribution of biases: with probability `weight` a position of the code is 1 with probability `bias`. */
export interface BiasDistribution {
  /** Strictly between 0 and 1, ascending. */
  readonly biases: readonly number[];
  /** The probability of each, summing to 1. */
  readonly weights: readonly number[];
}

/** The most colluders that a code can be designed for. */
export const maxColluders = 40;

/** Nodes of the Legendre polynomial of degree n on (-1, 1) by Newton's method, with the weights of Gauss's quadrature. */
function gaussLegendre(degree: number): { node: number; weight: number }[] {
  return Array.from({ length: degree }, (_, index) => {
    let x = -Math.cos((Math.PI * (index + 0.75)) / (degree + 0.5));
    let slope = 1;
    for (let round = 0; round < 100; round += 1) {
      let before = 1;
      let value = x;
      for (let k = 2; k <= degree; k += 1) {
        [before, value] = [value, ((2 * k - 1) * x * value - (k - 1) * before) / k];
      }
      slope = (degree * (x * value - before)) / (x * x - 1);
      const step = value / slope;
      x -= step;
      if (Math.abs(step) < 1e-15) break;
    }
    return { node: x, weight: 2 / ((1 - x * x) * slope * slope) };
  });
}

/**
 * The discrete biases of a Tardos code that hides which of c colluders a symbol comes from: nodes of the Legendre polynomial of
 * degree ⌈c/2⌉ moved to (0, 1), weighted by Gauss's weights over √(p(1−p)).
 *
 * Source: K. Nuida, S. Fujitsu, M. Hagiwara et al., "An improvement of discrete Tardos fingerprinting codes", Designs, Codes and
 * Cryptography 52 (2009), section 4.
 *
 * @param colluders How many recipients may put their copies together, 1 to 40.
 * @throws {DataSecurityError} `ERR_WATERMARK_OPTIONS` for another number.
 *
 * @example
 * ```ts
 * import { gaussLegendreBiases } from '@yushu/watermark';
 *
 * console.log(gaussLegendreBiases(3).biases.map((bias) => bias.toFixed(4))); // [ '0.2113', '0.7887' ]
 * ```
 */
export function gaussLegendreBiases(colluders: number): BiasDistribution {
  if (!Number.isInteger(colluders) || colluders < 1 || colluders > maxColluders) {
    throw watermarkError(
      'ERR_WATERMARK_OPTIONS',
      `colluders must be a whole number from 1 to ${maxColluders}`,
      'Say how many recipients may put their copies together; 3 is usual.',
    );
  }
  const points = gaussLegendre(Math.ceil(colluders / 2)).map(({ node, weight }) => {
    const bias = (1 + node) / 2;
    return { bias, weight: weight / Math.sqrt(bias * (1 - bias)) };
  });
  const total = points.reduce((sum, { weight }) => sum + weight, 0);
  return {
    biases: points.map(({ bias }) => bias),
    weights: points.map(({ weight }) => weight / total),
  };
}
