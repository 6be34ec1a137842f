import { DataSecurityError } from '@yushu/core';
import type { RiskRow } from '../risk/create-risk-census.ts';
import { generaliseValue } from './engine/build-column.ts';
import { ClassMerger, createClassTable } from './engine/class-table.ts';
import type { LatticeProblem, LatticeSolution } from './engine/search-lattice.ts';
import type { Hierarchy } from './hierarchy/hierarchy.ts';

/**
 * What an anonymiser found, ready to be put to rows.
 *
 * @example
 * ```ts
 * import { createAnonymiser } from '@yushu/mask/anonymise';
 *
 * const anonymiser = createAnonymiser({
 *   quasiIdentifiers: { postcode: { type: 'prefix', keep: [4, 2] } },
 *   models: [{ model: 'k-anonymity', k: 2 }],
 * });
 * for (const postcode of ['310012', '310013']) anonymiser.add({ postcode });
 * const solution = anonymiser.solve();
 * console.log(solution.isOptimal, solution.apply({ postcode: '310013' })); // true { postcode: '3100**' }
 * ```
 */
export class Solution {
  /** The level of each column: 0 as it is, the highest `*`. */
  readonly levels: Readonly<Record<string, number>>;
  /** The highest level of each column. */
  readonly heights: Readonly<Record<string, number>>;
  /** What is lost, in the unit of the metric. */
  readonly loss: number;
  /** Whether it is proven that none loses less; not where `maxChecks` ended the search. */
  readonly isOptimal: boolean;
  /** Combinations of levels there are. */
  readonly transformations: number;
  /** Combinations that were worked out; the others were ruled out. */
  readonly checked: number;
  /** Rows that were added to be released. */
  readonly rows: number;
  /** Rows that {@link apply} leaves out. */
  readonly suppressed: number;
  /** Classes that are released. */
  readonly classes: number;
  readonly #names: readonly string[];
  readonly #levels: readonly number[];
  readonly #hierarchies: readonly Hierarchy[];
  readonly #columns: LatticeProblem['columns'];
  readonly #released: ReadonlySet<string>;
  /** By column: what each value becomes. */
  readonly #general: readonly ReadonlyMap<string, string>[];

  /** @internal */
  constructor(
    problem: LatticeProblem,
    found: LatticeSolution,
    hierarchies: readonly Hierarchy[],
    rows: number,
  ) {
    const { levels } = found;
    if (levels === undefined) {
      throw new DataSecurityError(
        'ERR_MASK_ANONYMITY',
        'No combination of levels meets the models',
        {
          hint: 'Allow more rows to be left out (suppressionLimit), ask for less, or give hierarchies that end in one value.',
          details: { rows, transformations: found.transformations, checked: found.checked },
        },
      );
    }
    const { columns } = problem;
    this.#columns = columns;
    this.#hierarchies = hierarchies;
    this.#levels = levels;
    this.#names = columns.map(({ name }) => name);
    this.levels = Object.fromEntries(this.#names.map((name, index) => [name, levels[index]!]));
    this.heights = Object.fromEntries(
      columns.map(({ name, codes }) => [name, codes.length - 1] as const),
    );
    this.loss = found.loss;
    this.isOptimal = found.isOptimal;
    this.transformations = found.transformations;
    this.checked = found.checked;
    this.rows = rows;
    const { released, suppressed } = releasedClasses(problem, levels);
    this.#released = released;
    this.suppressed = suppressed;
    this.classes = released.size;
    this.#general = columns.map((column, index) => {
      const level = levels[index]!;
      return new Map(
        column.labels[0]!.map((value, code) => [
          value,
          column.labels[level]![column.codes[level]![code]!]!,
        ]),
      );
    });
  }

  /**
   * A row as it may be released: quasi-identifiers generalised, the other columns as they are. `undefined` for a row that is to be left
   * out: it is in no class that meets the models, or was never added.
   */
  apply<Row extends RiskRow>(row: Row): Record<string, RiskRow[string]> | undefined {
    const general: Record<string, RiskRow[string]> = { ...row };
    let key = '';
    for (let column = 0; column < this.#names.length; column += 1) {
      const name = this.#names[column]!;
      const value = row[name];
      const text = value === undefined || value === null ? '' : String(value);
      const label = this.#general[column]!.get(text);
      if (label === undefined) return undefined;
      key += `${label.length}:${label}`;
      if (this.#levels[column]! > 0 && !(label === '' && text === '')) general[name] = label;
    }
    return this.#released.has(key) ? general : undefined;
  }

  /** What a value of a column becomes, whether it was added or not; undefined if the hierarchy does not know it. */
  generalise(column: string, value: string): string | undefined {
    const index = this.#names.indexOf(column);
    if (index < 0) return undefined;
    return generaliseValue(this.#hierarchies[index]!, value, this.#levels[index]!);
  }

  /** Part of the domain that a value of each column stands for on average, 0 (as it was) to 1 (`*`). */
  get lossByColumn(): Readonly<Record<string, number>> {
    return Object.fromEntries(
      this.#columns.map(({ name, shares, sizes }, index) => {
        const share = shares[this.#levels[index]!]!;
        const mean = share.reduce((sum, part) => sum + part * part, 0);
        const least = sizes[0]! <= 1 ? 0 : shares[0]!.reduce((sum, part) => sum + part * part, 0);
        return [name, least >= 1 ? 0 : Math.max(0, (mean - least) / (1 - least))];
      }),
    );
  }
}

/** The classes of a transformation that are released, as keys of their labels, and how many rows are not. */
function releasedClasses(
  { columns, packed, base, evaluation }: LatticeProblem,
  levels: readonly number[],
): { released: Set<string>; suppressed: number } {
  const merger = new ClassMerger();
  let table = base;
  columns.forEach(({ codes }, column) => {
    const into = createClassTable(base);
    merger.merge(table, into, packed[column]!, codes[levels[column]!]!);
    if (evaluation.needsValues) merger.mergeValues(table, into);
    table = into;
  });
  evaluation.judge(table);
  const released = new Set<string>();
  for (let index = 0; index < table.size; index += 1) {
    if (table.counts[index] === 0 || evaluation.outliers[index] === 1) continue;
    let key = '';
    columns.forEach(({ labels }, column) => {
      const { word, shift, mask } = packed[column]!;
      const label = labels[levels[column]!]![(table.words[word]![index]! >>> shift) & mask]!;
      key += `${label.length}:${label}`;
    });
    released.add(key);
  }
  return { released, suppressed: evaluation.suppressed };
}
