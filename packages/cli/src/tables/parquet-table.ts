/**
 * Parquet, read and written by DuckDB. It is native and not everywhere: who wants Parquet installs it.
 *
 * @module
 */
import { stat } from 'node:fs/promises';
import type { DuckDBConnection, DuckDBValue } from '@duckdb/node-api';
import { isDataSecurityError } from '@yushu/core';
import { cliError } from '../cli-error.ts';
import { removeAtExit } from '../files/clean-up.ts';
import { openOutput } from '../files/output-file.ts';
import { createCounts, type RowEdit, type TableCounts, withhold } from './table-row.ts';

/** DuckDB holds so much in memory, and puts what is more beside the output. */
const memoryLimit = '512MB';

async function loadDuckDb(): Promise<typeof import('@duckdb/node-api')> {
  try {
    return await import('@duckdb/node-api');
  } catch {
    throw cliError('ERR_CLI_USAGE', 'Parquet needs DuckDB, which is not installed', {
      hint: 'npm install @duckdb/node-api, where yushu is installed; or give CSV or NDJSON.',
    });
  }
}

const quoteText = (text: string) => `'${text.replaceAll("'", "''")}'`;
const quoteName = (name: string) => `"${name.replaceAll('"', '""')}"`;
/** DuckDB reads these as patterns of several files. */
const escapePattern = (path: string) => path.replace(/[*?[]/g, '[$&]');

function textOf(value: DuckDBValue): string | null {
  return value === null ? null : String(value);
}

async function query(connection: DuckDBConnection, path: string) {
  try {
    return await connection.stream(`SELECT * FROM read_parquet(${quoteText(escapePattern(path))})`);
  } catch (error) {
    await stat(path);
    throw cliError('ERR_CLI_INPUT', `${path}: cannot be read as Parquet`, {
      hint: 'The file is damaged or of another type.',
      details: { path },
      ...(isDataSecurityError(error) ? { cause: error } : {}),
    });
  }
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
  const { DuckDBInstance, VARCHAR } = await loadDuckDb();
  if (output === '-') {
    throw cliError('ERR_CLI_USAGE', 'Parquet cannot be written to standard output', {
      hint: 'Name a file: -o FILE.',
    });
  }
  const instance = await DuckDBInstance.create(':memory:', {
    memory_limit: memoryLimit,
    autoinstall_known_extensions: 'false',
  });
  const reading = await instance.connect();
  const writing = await instance.connect();
  const counts = createCounts();
  try {
    const result = await query(reading, path);
    const names = result.deduplicatedColumnNames();
    for (const name of names) counts.columns.add(name);
    check(counts);
    const types = result
      .columnTypes()
      .map((type, at) => (changed.has(names[at]!) ? VARCHAR : type));
    const declared = names.map((name, at) => `${quoteName(name)} ${types[at]!}`);
    await writing.run(`CREATE TABLE made (${declared.join(', ')})`);
    const appender = output === undefined ? undefined : await writing.createAppender('made');
    for await (const rows of result.yieldRows()) {
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
      await writeParquet(writing, output!);
    }
    return counts;
  } finally {
    reading.closeSync();
    writing.closeSync();
  }
}

async function writeParquet(connection: DuckDBConnection, output: string): Promise<void> {
  // DuckDB writes a file of its own; its bytes then take the way of every output, whole or not at all.
  const { createReadStream } = await import('node:fs');
  const { unlink } = await import('node:fs/promises');
  const temporary = `${output}.${process.pid}.duckdb.tmp`;
  const cleanUp = removeAtExit(temporary);
  const file = await openOutput(output, { mode: 0o666 });
  try {
    await connection.run(`COPY made TO ${quoteText(temporary)} (FORMAT parquet)`);
    for await (const bytes of createReadStream(temporary)) await file.write(bytes as Buffer);
    await file.sync();
    await file.commit();
  } catch (error) {
    await file.discard();
    throw error;
  } finally {
    await unlink(temporary).catch(() => {});
    cleanUp.forget();
  }
}
