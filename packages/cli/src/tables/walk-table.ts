import { open } from 'node:fs/promises';
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

/** Parquet files begin with these four bytes. */
async function isParquet(path: string): Promise<boolean> {
  if (path === '-') return false;
  const handle = await open(path, 'r').catch(() => undefined);
  try {
    const { buffer, bytesRead } =
      (await handle?.read(Buffer.alloc(4), 0, 4, 0).catch(() => undefined)) ?? {};
    return bytesRead === 4 && buffer?.toString('latin1') === 'PAR1';
  } finally {
    await handle?.close();
  }
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
