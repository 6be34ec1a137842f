import stringWidth from 'string-width';

/** Which side a column is aligned to. */
export type Side = 'left' | 'right';

/** A text filled with spaces to a width in columns of the terminal, where Chinese characters take two. */
export function pad(text: string, width: number, side: Side = 'left'): string {
  const fill = ' '.repeat(Math.max(0, width - stringWidth(text)));
  return side === 'left' ? text + fill : fill + text;
}

/** Rows as aligned lines, without spaces at their ends. */
export function alignRows(rows: readonly (readonly string[])[], sides: readonly Side[]): string[] {
  const widths = sides.map((_, column) =>
    rows.reduce((widest, row) => Math.max(widest, stringWidth(row[column] ?? '')), 0),
  );
  return rows.map((row) =>
    row
      .map((text, column) => pad(text, widths[column]!, sides[column]))
      .join('  ')
      .trimEnd(),
  );
}
