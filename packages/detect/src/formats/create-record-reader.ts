import { DataSecurityError } from '@yushu/core';
import { CsvFramer } from './csv/csv-framer.ts';
import { CsvParser } from './csv/csv-parser.ts';
import { type DocumentFormat, documentFormats } from './document-record.ts';
import { FramedReader } from './framed-reader.ts';
import type { Framer } from './framer.ts';
import { JsonDocumentParser } from './json/json-document-parser.ts';
import { JsonFramer } from './json/json-framer.ts';
import { NdjsonParser } from './json/ndjson-parser.ts';
import { LineFramer } from './line-framer.ts';
import type { RecordParser } from './record-parser.ts';
import type { RecordReader, RecordReaderOptions } from './record-reader.ts';
import { SqlFramer } from './sql/sql-framer.ts';
import { SqlParser } from './sql/sql-parser.ts';

function refuse(message: string, hint: string): never {
  throw new DataSecurityError('ERR_DETECT_READER_OPTIONS', message, { hint });
}

function readInteger(value: number, name: string, low: number, high: number): number {
  if (Number.isInteger(value) && value >= low && value <= high) return value;
  return refuse(`${name} must be a whole number`, `Give ${name} from ${low} to ${high}.`);
}

/**
 * A reader that cuts a document into records, in linear time and bounded memory, without losing a character: the `raw`s of all
 * records, concatenated, are the document. Records are the same for any chunking.
 *
 * - `csv` and `tsv` (RFC 4180): one record a row; the first row that is not blank is the header. LF, CRLF and CR all end a row.
 *   A field with stray quotes is kept as it is written; a row of another width than the header is a problem.
 * - `ndjson` (one JSON value of RFC 8259 a line): a broken line is a problem, and the next lines go on.
 * - `json`: one document, which comes in pieces of whole fields; number 0 throughout. After an error, the rest comes as further
 *   pieces of it.
 * - `sql`: dumps of MySQL, PostgreSQL and SQLite. One record for each row of `INSERT … VALUES` and `COPY … FROM stdin`; every
 *   other statement is one text field.
 *
 * JSON keys and header cells are names, and fields only where they could hold data themselves: where they hold a digit, an `@`
 * or a character beyond ASCII, or are longer than 32 characters.
 *
 * @throws {DataSecurityError} `ERR_DETECT_READER_OPTIONS` where the format or an option is none.
 *
 * @example
 * ```ts
 * import { createRecordReader } from '@yushu/detect/formats';
 *
 * const reader = createRecordReader('csv');
 * const records = [...reader.push('name,phone\n张三,13800138000\n'), ...reader.end()];
 * console.log(records[1]?.fields.map((field) => field.path)); // [ '/0/name', '/0/phone' ]
 * ```
 */
export function createRecordReader(
  format: DocumentFormat,
  options: RecordReaderOptions = {},
): RecordReader {
  const maxLength = options.maxRecordLength ?? 16_777_216;
  const maxRecordLength = readInteger(maxLength, 'maxRecordLength', 1024, 268_435_456);
  const maxDepth = readInteger(options.maxDepth ?? 256, 'maxDepth', 1, 10_000);
  const delimiter = options.delimiter ?? (format === 'tsv' ? '\t' : ',');
  if (delimiter.length !== 1 || /["\r\n\uFEFF]/.test(delimiter)) {
    refuse('The delimiter must be one character', 'Give one, and no quote or line end.');
  }
  const framed = (framer: Framer, parser: RecordParser) =>
    new FramedReader(framer, parser, maxRecordLength);
  switch (format) {
    case 'csv':
    case 'tsv':
      return framed(new CsvFramer(delimiter), new CsvParser(delimiter));
    case 'json':
      return framed(new JsonFramer(), new JsonDocumentParser(maxDepth));
    case 'ndjson':
      return framed(new LineFramer(), new NdjsonParser(maxDepth));
    case 'sql': {
      const framer = new SqlFramer();
      return framed(framer, new SqlParser(framer));
    }
    default:
      return refuse('Not a format', `Give one of ${documentFormats.join(', ')}.`);
  }
}
