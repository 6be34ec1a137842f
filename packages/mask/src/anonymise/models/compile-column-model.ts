import { checkCount, checkNumber, optionError } from '../../check-options.ts';
import type { ClassValues } from './class-values.ts';
import type { ValueCheck } from './compiled-model.ts';
import { grassbergerEntropy, shannonEntropy } from './entropy.ts';
import type { PrivacyModel } from './privacy-model.ts';
import { equalDistance, hierarchicalDistance, orderedDistance } from './t-closeness.ts';
import type { TableDistribution } from './table-distribution.ts';

/** Sums of floating-point numbers end a hair beside what they are; a threshold that they meet exactly is met. */
const tolerance = 1e-12;

function isRecursive({ counts, start, end }: ClassValues, c: number, l: number): boolean {
  if (end - start < l) return false;
  const falling = counts.slice(start, end).sort((a, b) => b - a);
  let rest = 0;
  for (let index = l - 1; index < falling.length; index += 1) rest += falling[index]!;
  return falling[0]! < c * rest;
}

function isEachValue(
  { values, counts, start, end, rows }: ClassValues,
  shares: Float64Array,
  holds: (part: number, share: number) => boolean,
): boolean {
  for (let index = start; index < end; index += 1) {
    if (!holds(counts[index]! / rows, shares[values[index]!]!)) return false;
  }
  return true;
}

const entropies = { shannon: shannonEntropy, grassberger: grassbergerEntropy };

/** A model of a sensitive column. */
export type ColumnModel = Extract<PrivacyModel, { readonly column: string }>;

/** Such a model, ready to be asked. */
export function compileColumnModel(
  model: ColumnModel,
  distribution: TableDistribution,
  column: number,
): ValueCheck {
  const values = (
    holds: ValueCheck['holds'],
    { leastRows = 1, staysByRow = false } = {},
  ): ValueCheck => ({ kind: 'values', column, holds, leastRows, staysByRow });
  const { shares } = distribution;
  switch (model.model) {
    case 'distinct-l-diversity': {
      const l = checkCount(model.l, 'l', 1, 2 ** 31 - 1);
      return values(({ start, end }) => end - start >= l, { leastRows: l, staysByRow: true });
    }
    case 'entropy-l-diversity': {
      const l = checkNumber(model.l, 'l', 1, 2 ** 31 - 1);
      const least = Math.log(l) - tolerance;
      const estimator = model.estimator ?? 'shannon';
      if (!Object.hasOwn(entropies, estimator)) {
        throw optionError('estimator', 'shannon or grassberger');
      }
      const entropyOf = entropies[estimator];
      // An estimate may be above what so few values can have.
      return values((found) => found.end - found.start >= l && entropyOf(found) >= least, {
        leastRows: Math.ceil(l),
      });
    }
    case 'recursive-cl-diversity': {
      const l = checkCount(model.l, 'l', 1, 2 ** 31 - 1);
      const c = checkNumber(model.c, 'c', Number.MIN_VALUE, Number.MAX_VALUE);
      return values((found) => isRecursive(found, c, l), { leastRows: l });
    }
    case 't-closeness': {
      const t = checkNumber(model.t, 't', 0, 1) + tolerance;
      const distance = model.distance ?? 'equal';
      if (!['equal', 'ordered', 'hierarchical'].includes(distance)) {
        throw optionError('distance', 'equal, ordered or hierarchical');
      }
      const toTable =
        distance === 'equal'
          ? equalDistance(distribution)
          : distance === 'ordered'
            ? orderedDistance(distribution, model.order)
            : hierarchicalDistance(distribution, model.hierarchy);
      return values((found) => toTable(found) <= t);
    }
    case 'beta-likeness': {
      const beta = checkNumber(model.beta, 'beta', Number.MIN_VALUE, Number.MAX_VALUE);
      const isEnhanced = model.isEnhanced === true;
      return values((found) =>
        isEachValue(found, shares, (part, share) => {
          const limit = isEnhanced ? Math.min(beta, -Math.log(share)) : beta;
          return (part - share) / share <= limit + tolerance;
        }),
      );
    }
    case 'delta-disclosure': {
      const delta = checkNumber(model.delta, 'delta', Number.MIN_VALUE, Number.MAX_VALUE);
      return values(
        (found) =>
          // A value of the table that a class has not is as telling as can be.
          found.end - found.start === shares.length &&
          isEachValue(found, shares, (part, share) => Math.abs(Math.log(part / share)) < delta),
      );
    }
    default:
      throw optionError('models', 'models that this version knows');
  }
}
