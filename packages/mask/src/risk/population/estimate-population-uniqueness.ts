/**
 * How many of a population are alone in their class, estimated from a sample of it.
 *
 * @module
 */
import { checkCount, optionError } from '../../check-options.ts';
import type { ClassHistogram } from './class-histogram.ts';
import { estimateNegativeBinomial } from './estimate-negative-binomial.ts';
import { estimatePitman } from './estimate-pitman.ts';
import { estimateZayatz } from './estimate-zayatz.ts';

/**
 * What the sizes of the population's classes are thought to follow: `pitman`, Pitman's sampling formula (Hoshino 2001); `zayatz`, the
 * sizes in the sample (Zayatz 1991); `negative-binomial`, the slide negative binomial model (Chen and Keller-McNulty 1998);
 * `by-sample`, the rule of Dankar et al. (2012): `pitman` for samples of a tenth of the population or less, else `zayatz`. For these their rule
 * takes `negative-binomial` where that is less; here the greater risk is taken, as ARX does where the model does not converge.
 */
export type UniquenessEstimator = 'pitman' | 'zayatz' | 'negative-binomial' | 'by-sample';

/** Options of {@link estimatePopulationUniqueness}. */
export interface PopulationUniquenessOptions {
  /** By the size of a class: how many classes of that size the sample has. */
  readonly classesBySize: ReadonlyMap<number, number>;
  /** People in the population, no fewer than in the sample. */
  readonly populationSize: number;
  /** `by-sample` by default. */
  readonly estimator?: UniquenessEstimator;
}

const estimators: Readonly<
  Record<UniquenessEstimator, (histogram: ClassHistogram) => number | undefined>
> = {
  pitman: estimatePitman,
  zayatz: estimateZayatz,
  'negative-binomial': estimateNegativeBinomial,
  'by-sample': (histogram) =>
    histogram.rows <= 0.1 * histogram.population
      ? estimatePitman(histogram)
      : estimateZayatz(histogram),
};

/**
 * The part of a population, 0 to 1, who are alone in their class, estimated from how large the classes of a sample are. `undefined` where
 * the model does not fit the sample; 0 where nobody is alone in the sample.
 *
 * @throws {DataSecurityError} `ERR_MASK_OPTIONS`.
 *
 * @example
 * ```ts
 * import { estimatePopulationUniqueness } from '@yushu/mask/risk';
 *
 * const classesBySize = new Map([[1, 520], [2, 160], [3, 40], [8, 5]]);
 * const part = estimatePopulationUniqueness({ classesBySize, populationSize: 100_000 });
 * console.log(part?.toFixed(3)); // 0.012
 * ```
 */
export function estimatePopulationUniqueness(
  options: PopulationUniquenessOptions,
): number | undefined {
  const { classesBySize: sizes, estimator = 'by-sample' } = options;
  if (!(sizes instanceof Map)) throw optionError('classesBySize', 'a Map of counts by size');
  if (!Object.hasOwn(estimators, estimator)) {
    throw optionError('estimator', Object.keys(estimators).join(', '));
  }
  let rows = 0;
  let classes = 0;
  for (const [size, count] of sizes) {
    checkCount(size, 'classesBySize', 1, Number.MAX_SAFE_INTEGER);
    checkCount(count, 'classesBySize', 0, Number.MAX_SAFE_INTEGER);
    rows += size * count;
    classes += count;
  }
  const population = checkCount(
    options.populationSize,
    'populationSize',
    Math.max(1, rows),
    Number.MAX_SAFE_INTEGER,
  );
  if ((sizes.get(1) ?? 0) === 0) return 0;
  const alone = estimators[estimator]({ sizes, rows, classes, population });
  return alone === undefined ? undefined : Math.min(1, alone / population);
}
