import { optionError } from '../check-options.ts';
import type { RiskRow } from './create-risk-census.ts';

/** How many rows a row could be, where absent values match every other. */
export interface MissingMatch {
  /** By row: rows of the sample that it could be, itself among them. */
  readonly sample: readonly number[];
  /** By row: the sum of their weights, which estimates those of the population. */
  readonly population: readonly number[];
  /** By row: different values of the sensitive column among them; empty without one. */
  readonly distinctL: readonly number[];
}

/** Options of {@link matchMissing}. */
export interface MissingMatchOptions {
  /** Columns by which someone may be known: 1 to 64. */
  readonly quasiIdentifiers: readonly string[];
  /** How many people each row stands for; 1 each by default. */
  readonly weights?: readonly number[];
  /** A column whose different values are counted. */
  readonly sensitive?: string;
}

const maxColumns = 64;

/**
 * Classes of a table with absent values by the rule of sdcMicro: an absent value could be any, so it matches all, in both directions
 * (Templ, Kowarik and Meindl 2015, section 3.2). Rows are compared by their different combinations of values: time grows with the square
 * of those, 20,000 at most.
 *
 * @throws {DataSecurityError} `ERR_MASK_OPTIONS`.
 *
 * @example
 * ```ts
 * import { matchMissing } from '@yushu/mask/risk';
 *
 * const rows = [{ age: 34, sex: 'f' }, { age: null, sex: 'f' }, { age: 71, sex: 'm' }];
 * console.log(matchMissing(rows, { quasiIdentifiers: ['age', 'sex'] }).sample); // [ 2, 2, 1 ]
 * ```
 */
export function matchMissing(rows: readonly RiskRow[], options: MissingMatchOptions): MissingMatch {
  const columns = options?.quasiIdentifiers;
  if (!Array.isArray(columns) || columns.length === 0 || columns.length > maxColumns) {
    throw optionError('quasiIdentifiers', '1 to 64 columns');
  }
  const { weights, sensitive } = options;
  if (
    weights !== undefined &&
    (weights.length !== rows.length || !weights.every(Number.isFinite))
  ) {
    throw optionError('weights', 'a number for each row');
  }
  const dictionaries = columns.map(() => new Map<string, number>());
  const classes = new Map<
    string,
    { codes: number[]; size: number; weight: number; values: Set<string> }
  >();
  const classOf = rows.map((row, index) => {
    // 0 is an absent value.
    const codes = (columns as readonly string[]).map((column, at) => {
      const value = row[column];
      if (value === undefined || value === null) return 0;
      const codesOf = dictionaries[at]!;
      const code = codesOf.get(String(value)) ?? codesOf.size + 1;
      codesOf.set(String(value), code);
      return code;
    });
    const key = codes.join();
    const found = classes.get(key) ?? { codes, size: 0, weight: 0, values: new Set<string>() };
    classes.set(key, found);
    if (classes.size > 20_000) throw optionError('rows', 'at most 20,000 different combinations');
    found.size += 1;
    found.weight += weights?.[index] ?? 1;
    if (sensitive !== undefined) found.values.add(String(row[sensitive] ?? ''));
    return found;
  });
  const all = [...classes.values()];
  const matched = new Map(
    all.map((one) => {
      const matches = all.filter(({ codes }) =>
        codes.every((code, at) => code === 0 || one.codes[at] === 0 || code === one.codes[at]),
      );
      const values = new Set(matches.flatMap((match) => [...match.values]));
      return [
        one,
        {
          size: matches.reduce((sum, match) => sum + match.size, 0),
          weight: matches.reduce((sum, match) => sum + match.weight, 0),
          values: values.size,
        },
      ] as const;
    }),
  );
  return {
    sample: classOf.map((found) => matched.get(found)!.size),
    population: classOf.map((found) => matched.get(found)!.weight),
    distinctL: sensitive === undefined ? [] : classOf.map((found) => matched.get(found)!.values),
  };
}
