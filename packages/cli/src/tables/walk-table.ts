import { isParquet } from './is-parquet.ts';
import { walkParquetTable } from './parquet-table.ts';
import type { RowEdit, TableCounts } from './table-row.ts';
import type { tableTypes } from './table-types.ts';
import { walkTextTable } from './text-table.ts';

/** Options of {@link walkTable}. */
export interface WalkTableOptions {
  readonly type?: (typeof tableTypes)[number] | undefined;
  readonly encoding?: string | undefined;
  readonly onBytes?: (count: number) => void;
  /** Where the rows go; nowhere if left out. */
  readonly output?: string;
  /** Columns whose values change. */
  readonly changed: ReadonlySet<string>;
  /** Asked about what was met, before the output takes its name. */
  readonly check?: (counts: TableCounts) => void;
}

/** Walks the rows of a table, whatever it is stored as. */
export async function walkTable(
  path: string,
  options: WalkTableOptions,
  edit: RowEdit,
): Promise<TableCounts> {
  const { type, changed, output, check = () => {} } = options;
  if (type === 'parquet' || (type === undefined && (await isParquet(path)))) {
    return walkParquetTable(path, changed, output, edit, check);
  }
  const { encoding, onBytes } = options;
  return walkTextTable(
    path,
    {
      type,
      encoding,
      ...(onBytes === undefined ? {} : { onBytes }),
      ...(output === undefined ? {} : { output }),
    },
    edit,
    check,
  );
}
