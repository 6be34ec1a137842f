/** A row: text by column; `null` for a value that is none. */
export type TableRow = Readonly<Record<string, string | null>>;

/** What becomes of a row: new values by column, `null` for none; `undefined` leaves the row out. */
export type RowEdit = (row: TableRow) => ReadonlyMap<string, string | null> | undefined;

/** What was met in a table. */
export interface TableCounts {
  /** Rows that could be read. */
  rows: number;
  /** Rows that were written. */
  written: number;
  /** Columns that were seen, in order. */
  readonly columns: Set<string>;
  /** Records that could not be read or treated: they are not in the output. */
  readonly withheld: WithheldRow[];
  withheldCount: number;
}

/** A record that is not in the output, and why. */
export interface WithheldRow {
  /** Line for text, number of the row for Parquet. */
  readonly line: number;
  readonly message: string;
}

/** So many withheld records are kept to be named. */
const maxNamed = 20;

/** Nothing met yet. */
export function createCounts(): TableCounts {
  return { rows: 0, written: 0, columns: new Set(), withheld: [], withheldCount: 0 };
}

/** Notes a record that is left out against the will of who asked. */
export function withhold(counts: TableCounts, line: number, message: string): void {
  counts.withheldCount += 1;
  if (counts.withheld.length < maxNamed) counts.withheld.push({ line, message });
}
