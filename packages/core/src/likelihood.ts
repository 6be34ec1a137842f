/**
 * How likely it is that a finding is what its category says: five steps over a score of 0 to 1.
 *
 * @module
 */

/** The five steps from lowest to highest. */
export const likelihoods = [
  'very_unlikely',
  'unlikely',
  'possible',
  'likely',
  'very_likely',
] as const;

/** How likely it is that a finding is what its category says. */
export type Likelihood = (typeof likelihoods)[number];

/** The lowest score of each step from `unlikely` on. */
const floors = [0.1, 0.4, 0.7, 0.92] as const;

/**
 * The step of a score: below 0.1 `very_unlikely`, from 0.1 `unlikely`, from 0.4 `possible`, from 0.7 `likely`, from 0.92
 * `very_likely`.
 *
 * @example
 * ```ts
 * import { likelihoodOf } from '@yushu/core';
 *
 * console.log(likelihoodOf(0.8)); // likely
 * ```
 */
export function likelihoodOf(score: number): Likelihood {
  let step = 0;
  while (step < floors.length && score >= floors[step]!) step += 1;
  return likelihoods[step]!;
}

/**
 * Orders two likelihoods: negative when `a` is lower, 0 when equal, positive when `a` is higher.
 *
 * @example
 * ```ts
 * import { compareLikelihoods } from '@yushu/core';
 *
 * console.log(compareLikelihoods('possible', 'likely') < 0); // true
 * ```
 */
export function compareLikelihoods(a: Likelihood, b: Likelihood): number {
  return likelihoods.indexOf(a) - likelihoods.indexOf(b);
}
