import { checkCount, optionError } from '../../check-options.ts';
import type { ClassValues } from './class-values.ts';
import type { CompiledModel, SizeCheck, ValueCheck } from './compiled-model.ts';
import type { PrivacyModel } from './privacy-model.ts';
import { equalDistance, hierarchicalDistance, orderedDistance } from './t-closeness.ts';
import type { TableDistribution } from './table-distribution.ts';

function checkNumber(value: unknown, option: string, min: number, max: number): number {
  if (typeof value === 'number' && value >= min && value <= max) return value;
  throw optionError(option, `a number from ${min} to ${max}`);
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

/** Sums of floating-point numbers end a hair beside what they are; a threshold that they meet exactly is met. */
const tolerance = 1e-12;

function entropyOf({ counts, start, end, rows }: ClassValues): number {
  let entropy = 0;
  for (let index = start; index < end; index += 1) {
    const part = counts[index]! / rows;
    entropy -= part * Math.log(part);
  }
  return entropy;
}

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

type ColumnModel = Extract<PrivacyModel, { readonly column: string }>;

function compileColumnModel(
  model: ColumnModel,
  distribution: TableDistribution,
  column: number,
): CompiledModel {
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
      return values((found) => entropyOf(found) >= least, { leastRows: Math.ceil(l) });
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

function total(classesBySize: ReadonlyMap<number, number>): { rows: number; classes: number } {
  let rows = 0;
  let classes = 0;
  for (const [rowsEach, count] of classesBySize) {
    rows += rowsEach * count;
    classes += count;
  }
  return { rows, classes };
}

function compileModel(model: PrivacyModel, sensitive: readonly TableDistribution[]): CompiledModel {
  switch (model.model) {
    case 'k-anonymity': {
      const k = checkCount(model.k, 'k', 1, 2 ** 31 - 1);
      return size({ rows: k });
    }
    case 'k-map': {
      const k = checkCount(model.k, 'k', 1, 2 ** 31 - 1);
      return size({ population: k });
    }
    case 'delta-presence': {
      const min = checkNumber(model.min, 'min', 0, 1);
      const max = checkNumber(model.max, 'max', min, 1);
      return size({}, { min, max });
    }
    case 'uniqueness': {
      const max = checkNumber(model.max, 'max', 0, 1);
      return {
        kind: 'table',
        holds: (classes) => (classes.get(1) ?? 0) <= max * total(classes).rows,
      };
    }
    case 'average-risk': {
      const max = checkNumber(model.max, 'max', 0, 1);
      return {
        kind: 'table',
        holds: (found) => {
          const { rows, classes } = total(found);
          return classes <= max * rows;
        },
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
  sensitive: readonly TableDistribution[],
): CompiledModel[] {
  return models.map((model) => compileModel(model, sensitive));
}
