import type { Cell } from '../marks/column-reader.ts';
import {
  createTableMarker,
  type MarkingSummary,
  type TableMarkerOptions,
} from '../tables/create-table-marker.ts';
import { watermarkError } from '../watermark-error.ts';
import {
  brokenRecord,
  type DocumentOptions,
  DocumentTable,
  type TableRecord,
} from './document-table.ts';

/** Options of {@link createMarkingStream}. */
export interface MarkingStreamOptions extends TableMarkerOptions, DocumentOptions {}

/** A stream of text that marks the table in it. */
export interface MarkingStream {
  readonly readable: ReadableStream<string>;
  readonly writable: WritableStream<string>;
  /** What was done so far. */
  summary(): MarkingSummary;
}

/**
 * Makes a stream that marks a CSV, TSV or NDJSON text for one recipient, in one pass and bounded memory. Every character of cells
 * that are not changed stays: quotes, blanks, line ends, byte order mark.
 *
 * @throws {DataSecurityError} what {@link createTableMarker} throws. The stream ends with `ERR_WATERMARK_INPUT` where the text is
 * broken or cut off, and with `ERR_WATERMARK_SCHEMA` where the table lacks a column that the record marks.
 *
 * @example
 * ```ts
 * import { planRelease } from '@yushu/watermark';
 * import { createMarkingStream } from '@yushu/watermark/documents';
 *
 * const key = new Uint8Array(32);
 * const rows = Array.from({ length: 500 }, (_, i) => [`city ${i % 7}`, String(((i * 7919) % 99991) / 10)]);
 * const record = planRelease({ key, columns: ['city', 'amount'], rows });
 * const stream = createMarkingStream({ record, key, recipient: 'acme', format: 'csv' });
 * const text = `city,amount\n${rows.map((row) => row.join()).join('\n')}\n`;
 * let marked = '';
 * for await (const piece of new Blob([text]).stream().pipeThrough(new TextDecoderStream()).pipeThrough(stream)) marked += piece;
 * console.log(marked.split('\n').length === text.split('\n').length); // true
 * ```
 */
export function createMarkingStream({
  format,
  delimiter,
  ...options
}: MarkingStreamOptions): MarkingStream {
  const table = new DocumentTable(delimiter === undefined ? { format } : { format, delimiter });
  const marker = createTableMarker(options);
  const { columns } = options.record;
  const marked = new Set(options.record.slots.flatMap(({ target, anchor }) => [target, ...anchor]));
  let places: number[] = [];
  let known = -1;
  let rowCount = 0;

  const locate = () => {
    if (known === table.columns.length) return;
    known = table.columns.length;
    places = columns.map(({ name }) => table.columns.indexOf(name));
    // NDJSON may bring a key later; a table has all of its columns at once.
    const missing = columns.filter((_, index) => marked.has(index) && places[index]! < 0);
    if (format === 'ndjson' || missing.length === 0) return;
    throw watermarkError(
      'ERR_WATERMARK_SCHEMA',
      'The table lacks columns that the release record marks',
      'Mark the table that the release was planned for, or plan a new release.',
      { missing: missing.map(({ name }) => name) },
    );
  };

  const rewrite = (records: readonly TableRecord[]): string => {
    const broken = records.find(({ record }) => record.problem !== undefined);
    if (broken !== undefined) throw brokenRecord(broken.record);
    if (records.some(({ fields }) => fields !== undefined)) locate();
    const rows = records.flatMap(({ fields }): (readonly Cell[])[] =>
      fields === undefined ? [] : [places.map((place) => fields[place]?.text ?? '')],
    );
    const result = marker.mark(rows);
    rowCount += rows.length;
    let at = -1;
    return records
      .map(({ record, fields }) => {
        if (fields === undefined) return record.raw;
        at += 1;
        if (result[at] === rows[at]) return record.raw;
        const changes = columns
          .flatMap((_, column) => {
            const field = fields[places[column]!];
            return field === undefined || result[at]![column] === rows[at]![column]
              ? []
              : [{ field, text: String(result[at]![column]) }];
          })
          .sort((a, b) => b.field.rawStart - a.field.rawStart);
        return changes.reduce(
          (raw, { field, text }) =>
            raw.slice(0, field.rawStart) +
            (field.kind === 'number' ? text : field.encode(text)) +
            raw.slice(field.rawEnd),
          record.raw,
        );
      })
      .join('');
  };

  const stream = new TransformStream<string, string>({
    transform(chunk, controller) {
      const text = rewrite(table.push(chunk));
      if (text !== '') controller.enqueue(text);
    },
    flush(controller) {
      const text = rewrite(table.end());
      if (rowCount === 0) {
        throw watermarkError(
          'ERR_WATERMARK_INPUT',
          'The table has no rows',
          'Give a table with a header and rows.',
        );
      }
      if (text !== '') controller.enqueue(text);
    },
  });
  return { readable: stream.readable, writable: stream.writable, summary: marker.summary };
}
