import { readFile } from 'node:fs/promises';
import type { TableBatch, TableFormat } from '@yushu/watermark/documents';
import { cliError } from '../cli-error.ts';
import { type InputText, openInput } from '../files/input-text.ts';
import { openKeys } from '../files/open-keys.ts';
import { createProgress } from '../files/progress.ts';
import { systemReason } from '../files/system-reason.ts';
import { isParquet } from '../tables/is-parquet.ts';
import { readParquetBatches } from './parquet-rows.ts';

/** A table that is open. */
export interface TableInput {
  readonly input: InputText;
  readonly format: TableFormat;
  readonly delimiter: string | undefined;
  end(): Promise<void>;
}

const formats = ['csv', 'tsv', 'ndjson'] as const;

/** Opens a table, with progress on a terminal. */
export async function openTable(path: string, quiet: boolean): Promise<TableInput> {
  const progress = createProgress(path === '-' ? 'standard input' : path, undefined, quiet);
  const input = await openInput(path, { onBytes: (count) => progress.advance(count) });
  const format = formats.find((one) => one === input.storage.type);
  if (format === undefined) {
    await input.close();
    throw cliError('ERR_CLI_INPUT', `${input.name} is no CSV, TSV, NDJSON or Parquet table`, {
      hint: 'Export the table as CSV with a header.',
    });
  }
  return {
    input,
    format,
    delimiter: input.storage.delimiter,
    end: async () => {
      progress.end();
      await input.close();
    },
  };
}

/** Rows of a table, in batches, whatever it is stored as. */
export async function* readBatches(path: string, quiet: boolean): AsyncGenerator<TableBatch> {
  if (await isParquet(path)) {
    yield* readParquetBatches(path);
    return;
  }
  const { readTable } = await import('@yushu/watermark/documents');
  const { input, format, delimiter, end } = await openTable(path, quiet);
  try {
    yield* readTable(input.chunks, delimiter === undefined ? { format } : { format, delimiter });
  } finally {
    await end();
  }
}

/** Reads a small file as text. */
export async function readText(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    throw cliError('ERR_CLI_INPUT', `${path}: ${systemReason(error) ?? 'cannot be read'}`);
  }
}

/** Reads a JSON file. */
export async function readJson(path: string): Promise<unknown> {
  const text = await readText(path);
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw cliError('ERR_CLI_INPUT', `${path} is no JSON, or is cut off`);
  }
}

/** Ids, one a line; blank lines do not count. */
export async function readRecipients(path: string): Promise<readonly string[]> {
  const ids = (await readText(path))
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
  if (ids.length === 0)
    throw cliError('ERR_CLI_INPUT', `${path} names no recipient`, { hint: 'Write an id a line.' });
  return [...new Set(ids)];
}

/** The owner's keys: one to mark with, one to sign with. */
export async function openOwnerKeys(
  keys: string,
  name: string,
): Promise<{ key: Uint8Array; signingKey: Uint8Array }> {
  const prf = await (await openKeys(keys)).prf(name);
  const encoder = new TextEncoder();
  return {
    key: prf.compute(encoder.encode('yushu/watermark/owner'), 32),
    signingKey: prf.compute(encoder.encode('yushu/watermark/sign'), 32),
  };
}
