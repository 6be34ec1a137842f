import type { Cell } from '../marks/column-reader.ts';
import { watermarkError } from '../watermark-error.ts';

/**
 * Refuses rows that are no lists of cells, or have more cells than there are columns.
 *
 * @param before Rows that came before these, for the number of the row.
 */
export function checkRows(
  rows: readonly (readonly Cell[])[],
  columnCount: number,
  before: number,
): void {
  if (!Array.isArray(rows)) {
    throw watermarkError(
      'ERR_WATERMARK_INPUT',
      'Rows must be a list of rows',
      'Give a list of lists of cells.',
    );
  }
  const broken = rows.findIndex((row) => !Array.isArray(row) || row.length > columnCount);
  if (broken < 0) return;
  const row = before + broken + 1;
  if (!Array.isArray(rows[broken])) {
    throw watermarkError(
      'ERR_WATERMARK_INPUT',
      `Row ${row} is no list of cells`,
      'Give cells in the order of the columns; markObjects marks rows that are objects.',
      { row },
    );
  }
  throw watermarkError(
    'ERR_WATERMARK_INPUT',
    `Row ${row} has more cells than there are columns`,
    'Look at its quotes and delimiters.',
    { row },
  );
}
