import type { DuckDBType, DuckDBValue } from '@duckdb/node-api';
import type { Cell, TableMarker } from '@yushu/watermark';
import type { TableBatch } from '@yushu/watermark/documents';
import { cliError } from '../cli-error.ts';
import { loadDuckDb, openParquet, quoteName, writeParquet } from '../tables/parquet-source.ts';

/** The shortest decimal that is the same number of 32 bits. */
function shortestFloat(value: number): string {
  for (let digits = 6; digits < 9; digits += 1) {
    const text = value.toPrecision(digits);
    if (Math.fround(Number(text)) === value) return String(Number(text));
  }
  return String(value);
}

/** The text of a value, as a CSV of the same table would have it. */
function textOf(value: DuckDBValue, isFloat: boolean): string {
  if (value === null) return '';
  return isFloat && typeof value === 'number' ? shortestFloat(value) : String(value);
}

async function floatsOf(types: readonly DuckDBType[]): Promise<readonly boolean[]> {
  const { FLOAT } = await loadDuckDb();
  return types.map(({ typeId }) => typeId === FLOAT.typeId);
}

/** The rows of a Parquet file, as texts. */
export async function* readParquetBatches(path: string): AsyncGenerator<TableBatch> {
  const source = await openParquet(path);
  try {
    const isFloat = await floatsOf(source.types);
    for await (const rows of source.batches()) {
      yield {
        columns: source.names,
        rows: rows.map((row) => row.map((value, at) => textOf(value, isFloat[at]!))),
      };
    }
  } finally {
    source.close();
  }
}

/**
 * Marks a Parquet file, in one pass. Columns keep their types, and cells that are not changed their values.
 *
 * @param createMarker Makes the marker for the columns of the file.
 * @param touched Names of the columns that may change.
 * @throws {DataSecurityError} `ERR_CLI_USAGE` where DuckDB is not installed, `ERR_CLI_INPUT` for a damaged file or one without rows,
 * `ERR_CLI_OUTPUT`.
 */
export async function markParquet(
  path: string,
  output: string,
  createMarker: (columns: readonly string[]) => TableMarker,
  touched: ReadonlySet<string>,
): Promise<TableMarker> {
  const { VARCHAR } = await loadDuckDb();
  const source = await openParquet(path);
  const { names, types, writing } = source;
  try {
    const isFloat = await floatsOf(types);
    const isTouched = names.map((name) => touched.has(name));
    const kept = types.map((type, at) => (isTouched[at] ? VARCHAR : type));
    const marker = createMarker(names);
    await writing.run(
      `CREATE TABLE made (${names.map((name, at) => `${quoteName(name)} ${kept[at]!}`).join(', ')})`,
    );
    const appender = await writing.createAppender('made');
    for await (const batch of source.batches()) {
      const marked = marker.mark(
        batch.map((row) => row.map((value, at): Cell => textOf(value, isFloat[at]!))),
      );
      for (const [index, row] of batch.entries()) {
        for (const [at, value] of row.entries()) {
          if (value === null) appender.appendNull();
          else if (isTouched[at]) appender.appendVarchar(String(marked[index]![at]));
          else appender.appendValue(value, kept[at]!);
        }
        appender.endRow();
      }
    }
    appender.closeSync();
    if (marker.summary().rows === 0)
      throw cliError('ERR_CLI_INPUT', `${path} has no rows`, { hint: 'Give a table with rows.' });
    const columns = names.map((name, at) =>
      isTouched[at]
        ? `CAST(${quoteName(name)} AS ${types[at]!}) AS ${quoteName(name)}`
        : quoteName(name),
    );
    await writeParquet(writing, `SELECT ${columns.join(', ')} FROM made`, output);
    return marker;
  } finally {
    source.close();
  }
}
