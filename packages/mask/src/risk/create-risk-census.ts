/**
 * The risk that people are found again in a table, from one pass over its rows.
 *
 * @module
 */
import { checkCount, optionError } from '../check-options.ts';
import { type JournalistRisk, measureJournalist } from './measure-journalist.ts';
import { measureSensitive, type SensitiveRisk } from './measure-sensitive.ts';

/** Options of {@link createRiskCensus}. */
export interface RiskCensusOptions {
  /** Columns by which someone may be known from elsewhere, such as year of birth, sex and postcode: 1 to 64. */
  readonly quasiIdentifiers: readonly string[];
  /** A column that must not become known, such as a diagnosis. */
  readonly sensitive?: string;
  /** Whether the sensitive values are numbers in order, which t-closeness then counts; by default they are as far from each other. */
  readonly ordered?: boolean;
  /** Most classes that are counted, 1 to 2^24; 2^24 by default. Memory grows with their number. */
  readonly maxClasses?: number;
}

/** One row: values by column. `undefined` and `null` are one value, which is their absence. */
export type RiskRow = Readonly<Record<string, string | number | boolean | null | undefined>>;

/** What a census found. Risks are probabilities, 0 to 1. */
export interface RiskReport {
  readonly rows: number;
  /** Groups of rows that share all quasi-identifiers. */
  readonly classes: number;
  /** Rows of the smallest class: the k of k-anonymity (Samarati and Sweeney 1998). */
  readonly k: number;
  /** Rows that are alone in their class, as a part of all. */
  readonly uniqueness: number;
  /** Prosecutor risk of the rows that are worst off: 1 / k. */
  readonly highestRisk: number;
  /** Prosecutor risk on average, and marketer risk: classes / rows. */
  readonly averageRisk: number;
  /** Part of the rows whose risk is above `threshold`. */
  rowsAtRisk(threshold: number): number;
  /** From someone who knows the population, if people of it were added. */
  readonly journalist?: JournalistRisk;
  /** Of the sensitive column, if one was named. */
  readonly sensitive?: SensitiveRisk;
}

/** Counts rows. */
export interface RiskCensus {
  add(row: RiskRow): void;
  /** Counts someone of the population who is not in the table. */
  addToPopulation(row: RiskRow): void;
  /** The rows that share the quasi-identifiers of a row, among those added: its risk is one divided by them. */
  classSize(row: RiskRow): number;
  report(): RiskReport;
}

/** A class: its size, how many more people the population has in it, and how often each sensitive value occurs. */
export interface RiskClass {
  size: number;
  others: number;
  readonly counts: Map<string, number> | undefined;
}

const maxColumns = 64;

/** The classes of which the table has a row. */
function* releasedOf(classes: Iterable<RiskClass>): Iterable<RiskClass> {
  for (const group of classes) if (group.size > 0) yield group;
}

/** A text of the values of some columns that no other values have. */
function keyOf(row: RiskRow, columns: readonly string[]): string {
  let key = '';
  for (const column of columns) {
    const value = row[column];
    if (value === undefined || value === null) key += '-';
    else {
      const text = String(value);
      key += `${text.length}:${text}`;
    }
  }
  return key;
}

/**
 * A census of the classes of a table. Rows are counted and not kept: memory grows with the number of classes.
 *
 * @throws {DataSecurityError} `ERR_MASK_OPTIONS`; `add` throws `ERR_MASK_OPTIONS` beyond `maxClasses`.
 *
 * @example
 * ```ts
 * import { createRiskCensus } from '@yushu/mask/risk';
 *
 * const census = createRiskCensus({ quasiIdentifiers: ['age', 'sex'] });
 * census.add({ age: 34, sex: 'f' });
 * census.add({ age: 34, sex: 'f' });
 * census.add({ age: 71, sex: 'm' });
 * const { k, uniqueness } = census.report();
 * console.log(k, uniqueness.toFixed(2)); // 1 0.33
 * ```
 */
export function createRiskCensus(options: RiskCensusOptions): RiskCensus {
  const columns = [...(options?.quasiIdentifiers ?? [])];
  if (
    columns.length === 0 ||
    columns.length > maxColumns ||
    new Set(columns).size < columns.length
  ) {
    throw optionError('quasiIdentifiers', '1 to 64 different columns');
  }
  const { sensitive } = options;
  const maxClasses = checkCount(options.maxClasses ?? 2 ** 24, 'maxClasses', 1, 2 ** 24);
  const classes = new Map<string, RiskClass>();
  let rows = 0;
  let hasPopulation = false;

  const classOf = (row: RiskRow): RiskClass => {
    const key = keyOf(row, columns);
    let group = classes.get(key);
    if (group === undefined) {
      if (classes.size >= maxClasses) throw optionError('maxClasses', 'more, or fewer columns');
      group = { size: 0, others: 0, counts: sensitive === undefined ? undefined : new Map() };
      classes.set(key, group);
    }
    return group;
  };

  return {
    add(row) {
      const group = classOf(row);
      group.size += 1;
      rows += 1;
      if (sensitive !== undefined) {
        const value = String(row[sensitive] ?? '');
        group.counts!.set(value, (group.counts!.get(value) ?? 0) + 1);
      }
    },
    addToPopulation(row) {
      classOf(row).others += 1;
      hasPopulation = true;
    },
    classSize: (row) => classes.get(keyOf(row, columns))?.size ?? 0,
    report() {
      let k = rows;
      let unique = 0;
      const sizes = new Map<number, number>();
      let released = 0;
      for (const { size } of classes.values()) {
        if (size === 0) continue;
        released += 1;
        if (size < k) k = size;
        if (size === 1) unique += 1;
        sizes.set(size, (sizes.get(size) ?? 0) + 1);
      }
      const report: RiskReport = {
        rows,
        classes: released,
        k,
        uniqueness: rows === 0 ? 0 : unique / rows,
        highestRisk: k === 0 ? 0 : 1 / k,
        averageRisk: rows === 0 ? 0 : released / rows,
        rowsAtRisk(threshold) {
          let atRisk = 0;
          for (const [size, count] of sizes) if (1 / size > threshold) atRisk += size * count;
          return rows === 0 ? 0 : atRisk / rows;
        },
        ...(hasPopulation ? { journalist: measureJournalist(classes.values(), rows) } : {}),
      };
      if (sensitive === undefined || rows === 0) return report;
      return {
        ...report,
        sensitive: measureSensitive(releasedOf(classes.values()), rows, options.ordered === true),
      };
    },
  };
}
