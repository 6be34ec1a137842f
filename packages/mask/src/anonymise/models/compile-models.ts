import { checkCount, checkNumber, optionError } from '../../check-options.ts';
import { estimatePopulationUniqueness } from '../../risk/population/estimate-population-uniqueness.ts';
import { compileColumnModel } from './compile-column-model.ts';
import type { CompiledModel, SizeCheck } from './compiled-model.ts';
import { checkCostBenefit, deterrentSize, publisherPayout } from './cost-benefit.ts';
import type { PrivacyModel } from './privacy-model.ts';
import { deriveSamplingPrivacy } from './sampling-privacy.ts';
import type { TableDistribution } from './table-distribution.ts';

/** What models are compiled for. */
export interface ModelContext {
  readonly sensitive: readonly TableDistribution[];
  /** Rows to be released. */
  readonly rows: number;
}

const size = (
  least: { readonly rows?: number; readonly population?: number },
  presence?: SizeCheck['presence'],
): SizeCheck => ({
  kind: 'size',
  leastRows: least.rows ?? 1,
  leastPopulation: least.population ?? 1,
  staysByRow: presence === undefined,
  ...(presence === undefined ? {} : { presence }),
});

function total(classesBySize: ReadonlyMap<number, number>): { rows: number; classes: number } {
  let rows = 0;
  let classes = 0;
  for (const [rowsEach, count] of classesBySize) {
    rows += rowsEach * count;
    classes += count;
  }
  return { rows, classes };
}

/**
 * Rows that a class of the sample must have, so that by a Poisson distribution it has `k` people in the population, but for a risk of
 * `significance` (Pannekoek 1999; El Emam and Dankar 2008, estimators D3 and D4).
 */
function estimateRows(
  k: number,
  { populationSize, significance = 0.01, estimator = 'zero-truncated-poisson' }: PoissonEstimate,
  rows: number,
): number {
  checkCount(populationSize, 'populationSize', 1, Number.MAX_SAFE_INTEGER);
  checkNumber(significance, 'significance', Number.MIN_VALUE, 1);
  if (estimator !== 'poisson' && estimator !== 'zero-truncated-poisson') {
    throw optionError('estimator', 'poisson or zero-truncated-poisson');
  }
  const mean = (k * rows) / populationSize;
  if (mean === 0) return 1;
  const isTruncated = estimator === 'zero-truncated-poisson';
  let term = Math.exp(-mean);
  const whole = isTruncated ? -Math.expm1(-mean) : 1;
  let sum = isTruncated ? 0 : term;
  let size = 1;
  // Beyond k nothing is asked.
  for (; sum < (1 - significance) * whole && size < k; size += 1) {
    term *= mean / size;
    sum += term;
  }
  return Math.min(k, rows, isTruncated ? size : size + 1);
}

type PoissonEstimate = NonNullable<Extract<PrivacyModel, { readonly model: 'k-map' }>['estimate']>;

function compileModel(model: PrivacyModel, { sensitive, rows }: ModelContext): CompiledModel {
  switch (model.model) {
    case 'k-anonymity': {
      const k = checkCount(model.k, 'k', 1, 2 ** 31 - 1);
      return size({ rows: k });
    }
    case 'k-map': {
      const k = checkCount(model.k, 'k', 1, 2 ** 31 - 1);
      const { estimate } = model;
      return size(
        estimate === undefined ? { population: k } : { rows: estimateRows(k, estimate, rows) },
      );
    }
    case 'delta-presence': {
      const min = checkNumber(model.min, 'min', 0, 1);
      const max = checkNumber(model.max, 'max', min, 1);
      return size({}, { min, max });
    }
    case 'differential-privacy': {
      const epsilon = checkNumber(model.epsilon, 'epsilon', 0.001, 5);
      const delta = checkNumber(model.delta, 'delta', 1e-300, 0.5);
      return size({ rows: deriveSamplingPrivacy(epsilon, delta).k });
    }
    case 'uniqueness': {
      const max = checkNumber(model.max, 'max', 0, 1);
      return {
        kind: 'table',
        isMonotone: true,
        holds: (classes) => (classes.get(1) ?? 0) <= max * total(classes).rows,
      };
    }
    case 'population-uniqueness': {
      const max = checkNumber(model.max, 'max', 0, 1);
      const { populationSize, estimator = 'by-sample' } = model;
      const estimate = (classesBySize: ReadonlyMap<number, number>) =>
        estimatePopulationUniqueness({ classesBySize, populationSize, estimator });
      estimate(new Map([[1, 1]]));
      return {
        kind: 'table',
        isMonotone: false,
        // Where nothing can be estimated, nothing is known to hold.
        holds: (classes) => (estimate(classes) ?? 1) <= max,
      };
    }
    case 'average-risk': {
      const max = checkNumber(model.max, 'max', 0, 1);
      return {
        kind: 'table',
        isMonotone: true,
        holds: (found) => {
          const { rows: all, classes } = total(found);
          return classes <= max * all;
        },
      };
    }
    case 'profitability': {
      const terms = checkCostBenefit(model);
      const isJournalist = model.attacker === 'journalist';
      if (model.deters === true) {
        const least = deterrentSize(terms);
        return size(isJournalist ? { population: least } : { rows: least });
      }
      return {
        kind: 'class',
        holds: (count, population, loss) =>
          publisherPayout(terms, loss, 1 / (isJournalist ? population : count)) > 0,
      };
    }
    default: {
      const column = sensitive.findIndex(({ name }) => name === model.column);
      if (column < 0) throw optionError('models', 'models that this version knows');
      return compileColumnModel(model, sensitive[column]!, column);
    }
  }
}

/** Models, ready to be asked. */
export function compileModels(
  models: readonly PrivacyModel[],
  context: ModelContext,
): CompiledModel[] {
  return models.map((model) => compileModel(model, context));
}
