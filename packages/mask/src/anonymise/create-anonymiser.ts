/**
 * A table made so general that nobody is alone in it, and no more general than that.
 *
 * @module
 */
import { checkCount, optionError } from '../check-options.ts';
import type { RiskRow } from '../risk/create-risk-census.ts';
import { buildColumn } from './engine/build-column.ts';
import { createBaseTable, packColumns } from './engine/class-table.ts';
import { TableEvaluation } from './engine/evaluate-table.ts';
import { GrowingInts } from './engine/growing-ints.ts';
import { heightOf, type LatticeColumn } from './engine/lattice-column.ts';
import { LatticeSearch, maxTransformations } from './engine/search-lattice.ts';
import { TupleStore } from './engine/tuple-store.ts';
import { createGeneralisation } from './hierarchy/create-generalisation.ts';
import type { HierarchySpec } from './hierarchy/hierarchy-spec.ts';
import { suggestHierarchy } from './hierarchy/suggest-hierarchy.ts';
import { compileLoss } from './loss/compile-loss.ts';
import type { LossMetric } from './loss/loss-metric.ts';
import { compileModels } from './models/compile-models.ts';
import type { PrivacyModel } from './models/privacy-model.ts';
import type { TableDistribution } from './models/table-distribution.ts';
import { Solution } from './solution.ts';

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

/** Values of one column as codes. */
class ColumnDictionary {
  readonly values: string[] = [];
  readonly firstRows = new GrowingInts(16);
  readonly name: string;
  readonly #codes = new Map<string, number>();

  constructor(name: string) {
    this.name = name;
  }

  codeOf(row: RiskRow, number: number): number {
    const value = row[this.name];
    const text = value === undefined || value === null ? '' : String(value);
    let code = this.#codes.get(text);
    if (code === undefined) {
      code = this.values.length;
      this.#codes.set(text, code);
      this.values.push(text);
      this.firstRows.push(number);
    }
    return code;
  }
}

const maxColumns = 32;

function checkOptions(options: AnonymiserOptions): void {
  const { quasiIdentifiers, models } = options ?? {};
  const names =
    typeof quasiIdentifiers === 'object' && quasiIdentifiers !== null
      ? Object.keys(quasiIdentifiers)
      : [];
  if (names.length === 0 || names.length > maxColumns) {
    throw optionError('quasiIdentifiers', `1 to ${maxColumns} columns with a hierarchy each`);
  }
  if (!Array.isArray(models) || models.length === 0) {
    throw optionError('models', 'at least one, such as { model: "k-anonymity", k: 5 }');
  }
  for (const model of models as readonly PrivacyModel[]) {
    if (typeof model !== 'object' || model === null) throw optionError('models', 'objects');
    if ('column' in model && names.includes(model.column)) {
      throw optionError('models', 'sensitive columns that are no quasi-identifiers');
    }
    if ('column' in model && typeof model.column !== 'string') {
      throw optionError('column', 'the name of the sensitive column');
    }
  }
  const { suppressionLimit = 0, levels = {} } = options;
  for (const [name, range] of Object.entries(levels)) {
    if (!names.includes(name) || !Array.isArray(range) || range.length !== 2) {
      throw optionError('levels', 'quasi-identifiers, each with its lowest and highest level');
    }
  }
  if (typeof suppressionLimit !== 'number' || !(suppressionLimit >= 0 && suppressionLimit <= 1)) {
    throw optionError('suppressionLimit', 'a number from 0 to 1');
  }
}

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
  checkOptions(options);
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
    sensitiveNames.map((name) => ({ name, values: [], shares: new Float64Array(0) })),
  );
  const dictionaries = [...names, ...sensitiveNames].map((name) => new ColumnDictionary(name));
  const store = new TupleStore(dictionaries.length);
  const tuple = new Int32Array(dictionaries.length);

  const add = (row: RiskRow, isReleased: boolean) => {
    if (typeof row !== 'object' || row === null) throw optionError('row', 'an object');
    for (let column = 0; column < tuple.length; column += 1) {
      tuple[column] = dictionaries[column]!.codeOf(row, store.populationRows + 1);
    }
    store.add(tuple, isReleased);
  };

  return {
    add: (row) => add(row, true),
    addToPopulation: (row) => add(row, false),
    solve() {
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
      const base = createBaseTable(store, packed, sensitiveNames.length);
      const distributions = sensitiveNames.map((name, index): TableDistribution => {
        const column = names.length + index;
        const { values } = dictionaries[column]!;
        return { name, values, shares: marginal(store, column, values.length, store.rows) };
      });
      const evaluation = new TableEvaluation(
        compileModels(models, distributions),
        sensitiveNames.length,
        Math.floor(suppressionLimit * store.rows + 1e-9),
        columns.every(({ isNested }) => isNested),
      );
      const loss = compileLoss(metric, {
        columns,
        packed,
        marginals: columns.map(({ sizes }, index) => marginal(store, index, sizes[0]!, 1)),
        rows: Math.max(1, store.rows),
      });
      const problem = { columns, packed, base, evaluation, loss, ranges, maxChecks };
      return new Solution(problem, new LatticeSearch(problem).run(), ready, store.rows);
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

/** How often each value of a column is among the rows to be released, divided. */
function marginal(store: TupleStore, column: number, size: number, by: number): Float64Array {
  const counts = new Float64Array(size);
  const codes = store.columns[column]!.values;
  for (let index = 0; index < store.size; index += 1) {
    counts[codes[index]!]! += store.counts[index]!;
  }
  return by === 1 ? counts : counts.map((count) => count / by);
}
