import type { DuckDBValue } from '@duckdb/node-api';
import { isDataSecurityError } from '@yushu/core';
import { cliError } from '../cli-error.ts';
import { loadDuckDb, openParquet, quoteName, writeParquet } from './parquet-source.ts';
import { createCounts, type RowEdit, type TableCounts, withhold } from './table-row.ts';

function textOf(value: DuckDBValue): string | null {
  return value === null ? null : String(value);
}

/**
 * Walks the rows of a Parquet file, and writes what becomes of them if an output is named. Columns that are changed become text.
 *
 * @throws {DataSecurityError} `ERR_CLI_USAGE` where DuckDB is not installed, `ERR_CLI_INPUT`, `ERR_CLI_OUTPUT`.
 */
export async function walkParquetTable(
  path: string,
  changed: ReadonlySet<string>,
  output: string | undefined,
  edit: RowEdit,
  check: (counts: TableCounts) => void,
): Promise<TableCounts> {
  const { VARCHAR } = await loadDuckDb();
  if (output === '-') {
    throw cliError('ERR_CLI_USAGE', 'Parquet cannot be written to standard output', {
      hint: 'Name a file: -o FILE.',
    });
  }
  const source = await openParquet(path);
  const { names, writing } = source;
  const counts = createCounts();
  try {
    for (const name of names) counts.columns.add(name);
    check(counts);
    const types = source.types.map((type, at) => (changed.has(names[at]!) ? VARCHAR : type));
    const declared = names.map((name, at) => `${quoteName(name)} ${types[at]!}`);
    await writing.run(`CREATE TABLE made (${declared.join(', ')})`);
    const appender = output === undefined ? undefined : await writing.createAppender('made');
    for await (const rows of source.batches()) {
      for (const values of rows) {
        counts.rows += 1;
        const row = Object.fromEntries(names.map((name, at) => [name, textOf(values[at]!)]));
        let changes: ReturnType<RowEdit>;
        try {
          changes = edit(row);
        } catch (error) {
          if (!isDataSecurityError(error) || error.code !== 'ERR_MASK_VALUE') throw error;
          withhold(counts, counts.rows, error.message);
          continue;
        }
        if (changes === undefined) continue;
        counts.written += 1;
        if (appender === undefined) continue;
        for (let at = 0; at < names.length; at += 1) {
          const name = names[at]!;
          if (!changed.has(name)) appender.appendValue(values[at]!, types[at]!);
          else {
            const text = changes.has(name) ? changes.get(name)! : row[name]!;
            if (text === null) appender.appendNull();
            else appender.appendVarchar(text);
          }
        }
        appender.endRow();
      }
    }
    if (appender !== undefined) {
      appender.closeSync();
      await writeParquet(writing, 'SELECT * FROM made', output!);
    }
    return counts;
  } finally {
    source.close();
  }
}
