import type { ColumnStatistics } from './column-statistics.ts';

/** Columns with more different values are not looked at: what they determine says nothing. */
const mostValues = 512;
/** Share of rows that may be exceptions. */
const exceptions = 0.005;

/** Whether the values of one column say what stands in the other. */
function determines(one: ColumnStatistics, other: ColumnStatistics): boolean {
  const seen = new Map<string, Map<string, number>>();
  for (const [row, cell] of one.cells.entries()) {
    const counts = seen.get(cell) ?? new Map<string, number>();
    counts.set(other.cells[row]!, (counts.get(other.cells[row]!) ?? 0) + 1);
    seen.set(cell, counts);
  }
  let kept = 0;
  for (const counts of seen.values()) kept += Math.max(...counts.values());
  return kept >= (1 - exceptions) * one.cells.length;
}

/**
 * Columns whose values follow from another column or determine one, such as a degree and its number: a change in one of them would
 * show. Gives, for each such column, the other one.
 */
export function findDependencies(columns: readonly ColumnStatistics[]): Map<number, number> {
  const found = new Map<number, number>();
  const small = [...columns.entries()].filter(
    ([, { counts, cells }]) =>
      counts.size > 1 && counts.size <= mostValues && counts.size * 10 <= cells.length,
  );
  for (const [index, column] of small) {
    for (const [other, candidate] of small) {
      if (index === other || candidate.counts.size > column.counts.size * 2) continue;
      // What is almost always the same follows from everything.
      const most = Math.max(...candidate.counts.values()) / candidate.cells.length;
      if (most > 0.95 || !determines(column, candidate)) continue;
      found.set(index, other);
      found.set(other, index);
    }
  }
  return found;
}
