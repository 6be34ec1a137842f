import { DataSecurityError } from '@yushu/core';
import { optionError } from '../check-options.ts';
import type { RiskRow } from '../risk/create-risk-census.ts';
import { generaliseValue } from './engine/build-column.ts';
import { heightOf, type LatticeColumn } from './engine/lattice-column.ts';
import { appendLabel, type Release } from './engine/release.ts';
import type { RowSample } from './engine/row-sample.ts';
import type { Hierarchy } from './hierarchy/hierarchy.ts';

/** What a solution is made of. */
export interface SolutionParts {
  readonly columns: readonly LatticeColumn[];
  readonly hierarchies: readonly Hierarchy[];
  /** One, or one for each round of local recoding. */
  readonly releases: readonly Release[];
  /** Rows that were added to be released. */
  readonly rows: number;
  readonly loss: number;
  /** The rows that were taken, for `differential-privacy`. */
  readonly sample?: RowSample;
}

/** A release, ready to be put to rows. */
interface Round {
  readonly levels: readonly number[];
  readonly classes: ReadonlySet<string>;
  /** By column: what each value becomes. */
  readonly general: readonly ReadonlyMap<string, string>[];
}

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
  /** The level of each column: 0 as it is, the highest `*`. With local recoding, that of the first round. */
  readonly levels: Readonly<Record<string, number>>;
  /** Levels by column and rows of each round; one round but with local recoding. */
  readonly rounds: readonly {
    readonly levels: Readonly<Record<string, number>>;
    readonly rows: number;
  }[];
  /** The highest level of each column. */
  readonly heights: Readonly<Record<string, number>>;
  /** What is lost, in the unit of the metric. */
  readonly loss: number;
  /** Whether it is proven that none loses less, of each round; not where `maxChecks` ended the search. */
  readonly isOptimal: boolean;
  /** Combinations of levels there are. */
  readonly transformations: number;
  /** Combinations that were worked out; the others were ruled out. */
  readonly checked: number;
  /** Rows that were added to be released; for `differential-privacy`, those that were taken of them. */
  readonly rows: number;
  /** Rows that {@link apply} leaves out; for `differential-privacy`, of those that were taken. */
  readonly suppressed: number;
  /** Classes that are released. */
  readonly classes: number;
  readonly #names: readonly string[];
  readonly #hierarchies: readonly Hierarchy[];
  readonly #columns: readonly LatticeColumn[];
  readonly #rounds: readonly Round[];
  readonly #sample: RowSample | undefined;

  /** @internal */
  constructor({ columns, hierarchies, releases, rows, loss, sample }: SolutionParts) {
    this.#columns = columns;
    this.#hierarchies = hierarchies;
    this.#sample = sample;
    this.#names = columns.map(({ name }) => name);
    this.#rounds = releases.map(({ levels, classes }) => ({
      levels,
      classes,
      general: columns.map((column, index) => generalValues(column, levels[index]!)),
    }));
    this.rounds = releases.map((release) => ({
      levels: Object.fromEntries(this.#names.map((name, at) => [name, release.levels[at]!])),
      rows: release.rows,
    }));
    this.levels = this.rounds[0]!.levels;
    this.heights = Object.fromEntries(columns.map((column) => [column.name, heightOf(column)]));
    this.loss = loss;
    this.isOptimal = releases.every(({ found }) => found.isOptimal);
    this.transformations = releases[0]!.found.transformations;
    this.checked = releases.reduce((sum, { found }) => sum + found.checked, 0);
    this.rows = rows;
    this.suppressed = releases.reduce((left, release) => left - release.rows, rows);
    this.classes = new Set(releases.flatMap(({ classes }) => [...classes])).size;
  }

  /**
   * A row as it may be released: quasi-identifiers generalised, the other columns as they are. `undefined` for a row that is to be left
   * out: it is in no class that meets the models, was never added, or was not taken.
   *
   * @param number - which row it is of those added, from 1: asked for by the model `differential-privacy` alone
   * @throws {DataSecurityError} `ERR_MASK_OPTIONS` where the number is missing.
   */
  apply<Row extends RiskRow>(
    row: Row,
    number?: number,
  ): Record<string, RiskRow[string]> | undefined {
    if (this.#sample !== undefined) {
      if (number === undefined) throw optionError('number', 'which row it is, from 1');
      if (!this.#sample.has(number)) return undefined;
    }
    const texts = this.#names.map((name) => {
      const value = row[name];
      return value === undefined || value === null ? '' : String(value);
    });
    for (const { levels, classes, general } of this.#rounds) {
      let key = '';
      const labels: string[] = [];
      for (let column = 0; column < texts.length; column += 1) {
        const label = general[column]!.get(texts[column]!);
        if (label === undefined) return undefined;
        labels.push(label);
        key = appendLabel(key, label);
      }
      if (!classes.has(key)) continue;
      const made: Record<string, RiskRow[string]> = { ...row };
      for (let column = 0; column < texts.length; column += 1) {
        const isAbsent = labels[column] === '' && texts[column] === '';
        if (levels[column]! > 0 && !isAbsent) made[this.#names[column]!] = labels[column]!;
      }
      return made;
    }
    return undefined;
  }

  /**
   * What a value of a column becomes in the first round, whether it was added or not; undefined if the hierarchy does not know it.
   */
  generalise(column: string, value: string): string | undefined {
    const index = this.#names.indexOf(column);
    if (index < 0) return undefined;
    return generaliseValue(this.#hierarchies[index]!, value, this.#rounds[0]!.levels[index]!);
  }

  /** Part of the domain that a value of each column stands for on average, 0 (as it was) to 1 (`*`). */
  get lossByColumn(): Readonly<Record<string, number>> {
    const released = Math.max(1, this.rows - this.suppressed);
    return Object.fromEntries(
      this.#columns.map((column) => {
        const { name } = column;
        const mean =
          this.rounds.length === 1
            ? generalityOf(column, this.levels[name]!)
            : this.rounds.reduce(
                (sum, { levels, rows }) =>
                  sum + (generalityOf(column, levels[name]!) * rows) / released,
                0,
              );
        return [name, mean];
      }),
    );
  }
}

function generalValues({ labels, codes }: LatticeColumn, level: number): Map<string, string> {
  return new Map(
    labels[0]!.map((value, code) => [value, labels[level]![codes[level]![code]!]!] as const),
  );
}

/** Part of the domain that a value stands for on average at a level, 0 to 1. */
function generalityOf({ shares, sizes }: LatticeColumn, level: number): number {
  const mean = shares[level]!.reduce((sum, part) => sum + part * part, 0);
  const least = sizes[0]! <= 1 ? 0 : shares[0]!.reduce((sum, part) => sum + part * part, 0);
  return least >= 1 ? 0 : Math.max(0, (mean - least) / (1 - least));
}

/** Where nothing holds. */
export function noSolution(details: Readonly<Record<string, number>>): DataSecurityError {
  return new DataSecurityError('ERR_MASK_ANONYMITY', 'No combination of levels meets the models', {
    hint: 'Allow more rows to be left out (suppressionLimit), ask for less, or give hierarchies that end in one value.',
    details,
  });
}
