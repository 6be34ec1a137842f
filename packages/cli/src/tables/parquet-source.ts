/**
 * Parquet, read and written by DuckDB. It is native and not everywhere: who wants Parquet installs it.
 *
 * @module
 */
import { createReadStream } from 'node:fs';
import { stat, unlink } from 'node:fs/promises';
import type { DuckDBConnection, DuckDBType, DuckDBValue } from '@duckdb/node-api';
import { isDataSecurityError } from '@yushu/core';
import { cliError } from '../cli-error.ts';
import { removeAtExit } from '../files/clean-up.ts';
import { openOutput } from '../files/output-file.ts';

/** DuckDB holds so much in memory, and puts what is more beside the output. */
const memoryLimit = '512MB';

/** An open Parquet file. */
export interface ParquetSource {
  /** Names of the columns; of those with one name, the further ones have a number behind it. */
  readonly names: readonly string[];
  readonly types: readonly DuckDBType[];
  /** The rows, some at a time, in their order. */
  batches(): AsyncIterable<DuckDBValue[][]>;
  /** A connection to make a table on. */
  readonly writing: DuckDBConnection;
  close(): void;
}

/** Loads DuckDB. */
export async function loadDuckDb(): Promise<typeof import('@duckdb/node-api')> {
  try {
    return await import('@duckdb/node-api');
  } catch {
    throw cliError('ERR_CLI_USAGE', 'Parquet needs DuckDB, which is not installed', {
      hint: 'npm install @duckdb/node-api, where yushu is installed; or give CSV or NDJSON.',
    });
  }
}

const quoteText = (text: string) => `'${text.replaceAll("'", "''")}'`;
/** A name as SQL has it. */
export const quoteName = (name: string): string => `"${name.replaceAll('"', '""')}"`;
/** DuckDB reads these as patterns of several files. */
const escapePattern = (path: string) => path.replace(/[*?[]/g, '[$&]');

/**
 * Opens a Parquet file. It is closed with the source.
 *
 * @throws {DataSecurityError} `ERR_CLI_USAGE` where DuckDB is not installed, `ERR_CLI_INPUT` for a damaged file.
 */
export async function openParquet(path: string): Promise<ParquetSource> {
  const { DuckDBInstance } = await loadDuckDb();
  const instance = await DuckDBInstance.create(':memory:', {
    memory_limit: memoryLimit,
    autoinstall_known_extensions: 'false',
  });
  const reading = await instance.connect();
  const writing = await instance.connect();
  const close = () => {
    reading.closeSync();
    writing.closeSync();
  };
  try {
    const result = await reading.stream(
      `SELECT * FROM read_parquet(${quoteText(escapePattern(path))})`,
    );
    return {
      names: result.deduplicatedColumnNames(),
      types: result.columnTypes(),
      batches: () => result.yieldRows(),
      writing,
      close,
    };
  } catch (error) {
    close();
    await stat(path);
    throw cliError('ERR_CLI_INPUT', `${path}: cannot be read as Parquet`, {
      hint: 'The file is damaged or of another type.',
      details: { path },
      ...(isDataSecurityError(error) ? { cause: error } : {}),
    });
  }
}

/** Writes what a query selects to a Parquet file, whole or not at all. */
export async function writeParquet(
  connection: DuckDBConnection,
  query: string,
  output: string,
): Promise<void> {
  // DuckDB writes a file of its own; its bytes then take the way of every output.
  const temporary = `${output}.${process.pid}.duckdb.tmp`;
  const cleanUp = removeAtExit(temporary);
  const file = await openOutput(output, { mode: 0o666 });
  try {
    await connection.run(`COPY (${query}) TO ${quoteText(temporary)} (FORMAT parquet)`);
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
