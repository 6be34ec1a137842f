/**
 * A table made so general that nobody is alone in it, and no more general than that.
 *
 * @module
 */
import type { RandomBytes } from '@yushu/core';
import { checkCount, optionError } from '../check-options.ts';
import type { RiskRow } from '../risk/create-risk-census.ts';
import { checkAnonymiserOptions } from './check-anonymiser-options.ts';
import { buildColumn } from './engine/build-column.ts';
import {
  type ClassTable,
  createBaseTable,
  marginalsOf,
  packColumns,
  rowsOf,
} from './engine/class-table.ts';
import { ColumnDictionary } from './engine/column-dictionary.ts';
import { TableEvaluation } from './engine/evaluate-table.ts';
import { heightOf, type LatticeColumn } from './engine/lattice-column.ts';
import { recodeLocally } from './engine/recode-locally.ts';
import { releaseClasses } from './engine/release.ts';
import { RowSample } from './engine/row-sample.ts';
import { type LatticeProblem, LatticeSearch, maxTransformations } from './engine/search-lattice.ts';
import { TupleStore } from './engine/tuple-store.ts';
import { createGeneralisation } from './hierarchy/create-generalisation.ts';
import type { HierarchySpec } from './hierarchy/hierarchy-spec.ts';
import { suggestHierarchy } from './hierarchy/suggest-hierarchy.ts';
import { compileClassInformation } from './loss/class-information.ts';
import { compileLoss } from './loss/compile-loss.ts';
import type { LossMetric } from './loss/loss-metric.ts';
import { lossOfReleases } from './loss/loss-of-releases.ts';
import { compileModels } from './models/compile-models.ts';
import type { PrivacyModel } from './models/privacy-model.ts';
import { deriveSamplingPrivacy } from './models/sampling-privacy.ts';
import type { TableDistribution } from './models/table-distribution.ts';
import { noSolution, Solution } from './solution.ts';

/** Options of {@link createAnonymiser}. */
export interface AnonymiserOptions {
  /**
   * Columns by which someone may be known from elsewhere, 1 to 32, each with its hierarchy; `auto` takes one after the values, see
   * {@link suggestHierarchy}.
   */
  readonly quasiIdentifiers: Readonly<Record<string, HierarchySpec | 'auto'>>;
  /** What must hold, at least one. */
  readonly models: readonly PrivacyModel[];
  /** Most rows that may be left out, as a part of all, 0 to 1. 0 by default. */
  readonly suppressionLimit?: number;
  /** By column: the lowest and the highest level that are tried. All by default. */
  readonly levels?: Readonly<Record<string, readonly [number, number]>>;
  /** What is to be lost least. `loss` by default. */
  readonly metric?: LossMetric;
  /** Most transformations that are worked out before the best known is taken; as many as there are by default. */
  readonly maxChecks?: number;
  /**
   * Local recoding: rows that are left out are made anonymous among themselves, with levels of their own, and so on, so that
   * values lose less. For `metric` `loss`, whose `suppression` is then 0.05 by default, and models that look at one class at a time and at
   * no population; `suppressionLimit` holds for what is left at the end.
   */
  readonly localRecoding?: boolean;
  /** Source of randomness for `differential-privacy`; the platform's by default. */
  readonly random?: RandomBytes;
}

/** Collects rows, then finds what to make of them. */
export interface Anonymiser {
  /** Counts a row that is to be released. */
  add(row: RiskRow): void;
  /** Counts a row of the population that is not to be released, for `delta-presence` and `k-map`. */
  addToPopulation(row: RiskRow): void;
  /**
   * Finds the transformation that loses least.
   *
   * @throws {DataSecurityError} `ERR_MASK_VALUE` for a value that no hierarchy knows; `ERR_MASK_ANONYMITY` where no transformation holds.
   */
  solve(): Solution;
}

/** Most rounds of local recoding after the first. */
const maxRounds = 100;

/**
 * Makes a table anonymous: of all levels of all columns, the combination that meets the models and loses least, by an exhaustive search
 * with pruning. Rows are counted and not kept: memory grows with the different combinations of values.
 *
 * @throws {DataSecurityError} `ERR_MASK_OPTIONS`.
 *
 * @example
 * ```ts
 * import { createAnonymiser } from '@yushu/mask/anonymise';
 *
 * const rows = [
 *   { age: 34, sex: 'f', diagnosis: 'flu' },
 *   { age: 37, sex: 'm', diagnosis: 'asthma' },
 *   { age: 52, sex: 'f', diagnosis: 'flu' },
 *   { age: 58, sex: 'm', diagnosis: 'gout' },
 * ];
 * const anonymiser = createAnonymiser({
 *   quasiIdentifiers: {
 *     age: { type: 'intervals', widths: [10, 20] },
 *     sex: { type: 'suppression' },
 *   },
 *   models: [
 *     { model: 'k-anonymity', k: 2 },
 *     { model: 'distinct-l-diversity', column: 'diagnosis', l: 2 },
 *   ],
 * });
 * for (const row of rows) anonymiser.add(row);
 * const solution = anonymiser.solve();
 * console.log(solution.levels); // { age: 1, sex: 1 }
 * console.log(solution.apply(rows[0]!)); // { age: '30-40', sex: '*', diagnosis: 'flu' }
 * ```
 */
export function createAnonymiser(options: AnonymiserOptions): Anonymiser {
  checkAnonymiserOptions(options);
  const { quasiIdentifiers, models, suppressionLimit = 0, metric = { metric: 'loss' } } = options;
  const maxChecks = checkCount(
    options.maxChecks ?? Number.MAX_SAFE_INTEGER,
    'maxChecks',
    1,
    Number.MAX_SAFE_INTEGER,
  );
  const names = Object.keys(quasiIdentifiers);
  const hierarchies = Object.values(quasiIdentifiers).map((spec) =>
    spec === 'auto' ? undefined : createGeneralisation(spec),
  );
  const sensitiveNames = [
    ...new Set(models.flatMap((model) => ('column' in model ? [model.column] : []))),
  ];
  // Wrong numbers of a model are refused now, not after all rows were read.
  compileModels(
    models.filter(({ model }) => model !== 't-closeness'),
    {
      sensitive: sensitiveNames.map((name) => ({ name, values: [], shares: new Float64Array(0) })),
      rows: 0,
    },
  );
  const [model] = models;
  const sample =
    model?.model === 'differential-privacy'
      ? new RowSample(deriveSamplingPrivacy(model.epsilon, model.delta).rate, options.random)
      : undefined;
  const dictionaries = [...names, ...sensitiveNames].map((name) => new ColumnDictionary(name));
  const store = new TupleStore(dictionaries.length);
  const tuple = new Int32Array(dictionaries.length);
  let added = 0;

  const add = (row: RiskRow, isReleased: boolean) => {
    if (typeof row !== 'object' || row === null) throw optionError('row', 'an object');
    added += 1;
    if (isReleased && sample?.draw() === false) return;
    for (let column = 0; column < tuple.length; column += 1) {
      tuple[column] = dictionaries[column]!.codeOf(row, added);
    }
    store.add(tuple, isReleased);
  };

  /** Columns, and what a search over a table of classes is given. */
  const prepare = () => {
    const ready = hierarchies.map(
      (hierarchy, index) =>
        hierarchy ?? createGeneralisation(suggestHierarchy(dictionaries[index]!.values)),
    );
    const columns = ready.map((hierarchy, index) => {
      const { name, values, firstRows } = dictionaries[index]!;
      return buildColumn({ name, values, firstRows: firstRows.values }, hierarchy);
    });
    const ranges = columns.map((column) => rangeOf(column, options.levels?.[column.name]));
    const transformations = ranges.reduce((all, [low, high]) => all * (high - low + 1), 1);
    if (transformations > maxTransformations) {
      throw optionError(
        'quasiIdentifiers',
        `fewer columns or levels: ${maxTransformations} combinations at most`,
      );
    }
    const packed = packColumns(columns);
    const distributions = sensitiveNames.map((name, index): TableDistribution => {
      const column = names.length + index;
      const { values } = dictionaries[column]!;
      return { name, values, shares: sharesOf(store, column, values.length) };
    });
    const compiled = compileModels(models, { sensitive: distributions, rows: store.rows });
    const informationOf = compileClassInformation(columns, packed);
    const problemOf = (base: ClassTable, lossMetric: LossMetric, limit: number): LatticeProblem => {
      const rows = rowsOf(base);
      const marginals = marginalsOf(base, columns, packed);
      const loss = compileLoss(lossMetric, { columns, packed, marginals, rows: Math.max(1, rows) });
      const evaluation = new TableEvaluation(compiled, {
        sensitiveColumns: sensitiveNames.length,
        maxSuppressed: Math.floor(limit * rows + 1e-9),
        isNested: columns.every(({ isNested }) => isNested),
        loss,
        informationOf,
      });
      return { columns, packed, base, evaluation, loss, ranges, maxChecks };
    };
    const base = createBaseTable(store, packed, sensitiveNames.length);
    return { columns, packed, hierarchies: ready, problemOf, base };
  };

  return {
    add: (row) => add(row, true),
    addToPopulation: (row) => add(row, false),
    solve() {
      const { columns, packed, hierarchies: ready, problemOf, base } = prepare();
      const parts = { columns, hierarchies: ready, rows: store.rows };
      if (options.localRecoding === true && metric.metric === 'loss' && store.rows > 0) {
        if (store.populationRows > store.rows) throw optionError('localRecoding', 'no population');
        const { suppression = 0.05 } = metric;
        const problemWith = (table: ClassTable, weight: number) =>
          problemOf(table, { ...metric, suppression: weight }, 1);
        const releases = recodeLocally(problemWith, base, suppression, maxRounds);
        const left = releases.reduce((rest, { rows }) => rest - rows, store.rows);
        if (releases.length === 0 || left > Math.floor(suppressionLimit * store.rows + 1e-9)) {
          throw noSolution({ rows: store.rows, left });
        }
        const loss = lossOfReleases(
          { columns, packed, rows: store.rows },
          releases,
          metric.aggregate,
        );
        return new Solution({ ...parts, releases, loss });
      }
      // Under differential privacy all rows may be left out: whether too many are tells of the data.
      const problem = problemOf(base, metric, sample === undefined ? suppressionLimit : 1);
      const found = new LatticeSearch(problem).run();
      const { levels, transformations, checked } = found;
      if (levels === undefined) throw noSolution({ rows: store.rows, transformations, checked });
      return new Solution({
        ...parts,
        releases: [releaseClasses(problem, found, levels)],
        loss: found.loss,
        ...(sample === undefined ? {} : { sample }),
      });
    },
  };
}

/** The levels of a column that are tried. */
function rangeOf(
  column: LatticeColumn,
  asked: readonly [number, number] | undefined,
): readonly [number, number] {
  if (asked === undefined) return [0, heightOf(column)];
  const [low, high] = asked;
  checkCount(low, 'levels', 0, heightOf(column));
  checkCount(high, 'levels', low, heightOf(column));
  return [low, high];
}

/** The part of the rows to be released that has each value of a column. */
function sharesOf(store: TupleStore, column: number, size: number): Float64Array {
  const counts = new Float64Array(size);
  const codes = store.columns[column]!.values;
  for (let index = 0; index < store.size; index += 1) {
    counts[codes[index]!]! += store.counts[index]!;
  }
  return counts.map((count) => count / store.rows);
}
