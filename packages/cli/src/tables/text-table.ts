/**
 * Tables as text: CSV, TSV, NDJSON. What is not changed keeps every character.
 *
 * @module
 */
import { isDataSecurityError } from '@yushu/core';
import { createRecordReader, type DocumentRecord, type RecordField } from '@yushu/detect/formats';
import { cliError } from '../cli-error.ts';
import { GzipOutput } from '../files/gzip-output.ts';
import { type InputText, openInput } from '../files/input-text.ts';
import { openOutput } from '../files/output-file.ts';
import { rewriteDocument } from '../files/rewrite-document.ts';
import {
  createCounts,
  type RowEdit,
  type TableCounts,
  type TableRow,
  withhold,
} from './table-row.ts';

const tableTypes = ['csv', 'tsv', 'ndjson'] as const;
type TextTableType = (typeof tableTypes)[number];

/** Options of {@link walkTextTable}. */
export interface TextTableOptions {
  readonly type?: TextTableType | undefined;
  readonly encoding?: string | undefined;
  readonly onBytes?: (count: number) => void;
  /** Where the rows go; nowhere if left out. */
  readonly output?: string;
}

/** The column of a field: its name in a table; its path in NDJSON, as in `address/city`. */
function columnOf(field: RecordField, type: TextTableType): string {
  if (type !== 'ndjson') return field.name ?? field.path.slice(field.path.lastIndexOf('/') + 1);
  return field.path.slice(1).replaceAll('~1', '/').replaceAll('~0', '~');
}

function editRecord(
  record: DocumentRecord,
  type: TextTableType,
  edit: RowEdit,
  counts: TableCounts,
): string {
  const row: Record<string, string | null> = {};
  const places = new Map<string, RecordField>();
  for (const field of record.fields) {
    if (field.kind === 'key') continue;
    const column = columnOf(field, type);
    row[column] = field.kind === 'null' ? null : field.text;
    counts.columns.add(column);
    places.set(column, field);
  }
  counts.rows += 1;
  let changes: ReturnType<RowEdit>;
  try {
    changes = edit(row as TableRow);
  } catch (error) {
    // A value that a mask refuses must not pass as it is; its row is named and left out.
    if (!isDataSecurityError(error) || error.code !== 'ERR_MASK_VALUE') throw error;
    withhold(counts, record.line, error.message);
    return '';
  }
  if (changes === undefined) return '';
  counts.written += 1;
  let raw = '';
  let at = 0;
  const ordered = [...changes]
    .map(([column, text]) => [places.get(column), text] as const)
    .filter(([field]) => field !== undefined)
    .sort(([one], [other]) => one!.rawStart - other!.rawStart);
  for (const [place, text] of ordered) {
    const field = place!;
    const isNull = text === null && type === 'ndjson';
    raw += record.raw.slice(at, field.rawStart) + (isNull ? 'null' : field.encode(text ?? ''));
    at = field.rawEnd;
  }
  return raw + record.raw.slice(at);
}

function createRowStream(
  { storage: { type, delimiter } }: InputText,
  edit: RowEdit,
  counts: TableCounts,
): TransformStream<string, string> {
  const tableType = type as TextTableType;
  const reader = createRecordReader(tableType, delimiter === undefined ? {} : { delimiter });
  const write = (records: readonly DocumentRecord[]) => {
    let text = '';
    for (const record of records) {
      if (record.problem !== undefined) {
        if (!record.problem.continued)
          withhold(counts, record.problem.line, record.problem.message);
      } else if (record.number === 0) text += record.raw;
      else text += editRecord(record, tableType, edit, counts);
    }
    return text;
  };
  return new TransformStream<string, string>({
    transform(chunk, controller) {
      const text = write(reader.push(chunk));
      if (text !== '') controller.enqueue(text);
    },
    flush(controller) {
      const text = write(reader.end());
      if (text !== '') controller.enqueue(text);
    },
  });
}

/**
 * Walks the rows of a table, and writes what becomes of them if an output is named. `check` is asked at the end, before the output takes
 * its name.
 *
 * @throws {DataSecurityError} `ERR_CLI_INPUT`, `ERR_CLI_OUTPUT`, `ERR_CLI_ENCODING`; `ERR_CLI_USAGE` for what is no table.
 */
export async function walkTextTable(
  path: string,
  options: TextTableOptions,
  edit: RowEdit,
  check: (counts: TableCounts) => void,
): Promise<TableCounts> {
  const input = await openInput(path, options);
  try {
    if (!(tableTypes as readonly string[]).includes(input.storage.type)) {
      throw cliError('ERR_CLI_USAGE', `${input.name} is ${input.storage.type}, no table`, {
        hint: 'Give CSV, TSV, NDJSON or Parquet, or say what it is: --type csv.',
      });
    }
    const counts = createCounts();
    const stream = createRowStream(input, edit, counts);
    const pair = { readable: stream.readable, writable: stream.writable };
    if (options.output === undefined) {
      await rewriteDocument(input, pair, undefined);
      check(counts);
      return counts;
    }
    const file = await openOutput(options.output, { mode: 0o666 });
    const output = input.storage.isGzip ? new GzipOutput(file) : file;
    try {
      await rewriteDocument(input, pair, output);
      check(counts);
      await output.sync();
      await output.commit();
    } catch (error) {
      await output.discard();
      throw error;
    }
    return counts;
  } finally {
    await input.close();
  }
}
