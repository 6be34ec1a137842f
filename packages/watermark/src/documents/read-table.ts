import type { DocumentRecord } from '@yushu/detect/formats';
import type { Cell } from '../marks/column-reader.ts';
import {
  brokenRecord,
  type DocumentOptions,
  DocumentTable,
  type TableRecord,
} from './document-table.ts';

/** Options of {@link readTable}. */
export interface ReadTableOptions extends DocumentOptions {
  /** Told of records that cannot be read, which are left out; without it they end the reading. */
  readonly onProblem?: (record: DocumentRecord) => void;
}

/** Some rows of a table. */
export interface TableBatch {
  /** Names of the columns met so far. */
  readonly columns: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
}

/**
 * Reads the rows of a CSV, TSV or NDJSON text as it comes. NDJSON's columns are pointers without their first slash, such as
 * `user/age`.
 *
 * @throws {DataSecurityError} `ERR_WATERMARK_INPUT` with line and column where the text is broken.
 *
 * @example
 * ```ts
 * import { readTable } from '@yushu/watermark/documents';
 *
 * for await (const { columns, rows } of readTable(['city,amount\nX,1\n'], { format: 'csv' })) {
 *   console.log(columns.join(), rows.length); // city,amount 1
 * }
 * ```
 */
export async function* readTable(
  chunks: AsyncIterable<string> | Iterable<string>,
  { onProblem, ...options }: ReadTableOptions,
): AsyncGenerator<TableBatch> {
  const table = new DocumentTable(options);
  const take = (records: readonly TableRecord[]): (readonly Cell[])[] =>
    records.flatMap(({ record, fields }) => {
      if (record.problem !== undefined) {
        if (onProblem === undefined) throw brokenRecord(record);
        onProblem(record);
      }
      return fields === undefined ? [] : [Array.from(fields, (field) => field?.text ?? '')];
    });
  for await (const chunk of chunks) {
    const rows = take(table.push(chunk));
    if (rows.length > 0) yield { columns: table.columns, rows };
  }
  const rows = take(table.end());
  if (rows.length > 0) yield { columns: table.columns, rows };
}
