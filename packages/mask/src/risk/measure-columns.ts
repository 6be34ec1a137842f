import type { RiskRow } from './create-risk-census.ts';

/** How much a set of columns tells rows apart. */
export interface ColumnRisk {
  readonly columns: readonly string[];
  /** Different values as a part of the rows: α-distinct (Motwani and Xu 2007). */
  readonly distinction: number;
  /** Pairs of rows that differ, as a part of all pairs: α-separation. */
  readonly separation: number;
}

/**
 * How much each of some sets of columns tells rows apart: the higher, the more it is a quasi-identifier.
 *
 * @example
 * ```ts
 * import { measureColumns } from '@yushu/mask/risk';
 *
 * const rows = [{ sex: 'f' }, { sex: 'f' }, { sex: 'f' }, { sex: 'm' }, { sex: 'm' }];
 * const [sex] = measureColumns(rows, [['sex']]);
 * console.log(sex?.distinction, sex?.separation); // 0.4 0.6
 * ```
 */
export function measureColumns(
  rows: readonly RiskRow[],
  sets: readonly (readonly string[])[],
): ColumnRisk[] {
  const pairs = (rows.length * (rows.length - 1)) / 2;
  return sets.map((columns) => {
    const sizes = new Map<string, number>();
    for (const row of rows) {
      const key = JSON.stringify(columns.map((column) => row[column] ?? null));
      sizes.set(key, (sizes.get(key) ?? 0) + 1);
    }
    let same = 0;
    for (const size of sizes.values()) same += (size * (size - 1)) / 2;
    return {
      columns,
      distinction: rows.length === 0 ? 0 : sizes.size / rows.length,
      separation: pairs === 0 ? 0 : (pairs - same) / pairs,
    };
  });
}
