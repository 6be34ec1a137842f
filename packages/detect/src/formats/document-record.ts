/**
 * What a record reader gives: records that hold every character of the document, and the fields within.
 *
 * @module
 */
import type { RecordField } from './record-field.ts';

/** The formats that {@link createRecordReader} cuts into records. */
export const documentFormats = ['csv', 'tsv', 'json', 'ndjson', 'sql'] as const;

/** A format that {@link createRecordReader} cuts into records. */
export type DocumentFormat = (typeof documentFormats)[number];

/** What can be wrong with a record. Stable, for programs. */
export type DocumentProblemCode =
  /** Not the JSON of RFC 8259. */
  | 'json-syntax'
  /** JSON nested deeper than `maxDepth`. */
  | 'json-depth'
  /** A row with more or fewer columns than the header. */
  | 'column-count'
  /** A quote was opened and never closed. */
  | 'unclosed-quote'
  /** An INSERT or COPY row that cannot be read as one. */
  | 'sql-syntax'
  /** More than 262,144 fields in one record. */
  | 'field-count'
  /** Longer than `maxRecordLength`. */
  | 'record-length';

/** Why a record could not be read. It never holds text of the document. */
export interface DocumentProblem {
  readonly code: DocumentProblemCode;
  /** What is wrong, for people. */
  readonly message: string;
  /** What would have been right, such as `a comma or }`. */
  readonly expected: string;
  /** Line of the place where it shows, from 1. */
  readonly line: number;
  /** Column of that place in UTF-16 code units, from 1. */
  readonly column: number;
  /** Whether this is a further piece of a broken record that was named before: nothing new to report. */
  readonly continued: boolean;
}

/** A piece of the document. The `raw`s of all records, concatenated, are the document. */
export interface DocumentRecord {
  /**
   * Number of the data record, from 1. 0 for what is none: the header row, a blank line, a statement that inserts nothing, and
   * every piece of one JSON document.
   */
  readonly number: number;
  /** Line of its first character, from 1. Lines end with LF, CRLF or a lone CR. */
  readonly line: number;
  /** Column of its first character in UTF-16 code units, from 1. */
  readonly column: number;
  /** Offset of its first character in the document, in UTF-16 code units. */
  readonly start: number;
  /** Its text with its line end, as it stands. */
  readonly raw: string;
  /** Its fields in the order of the text; none where it is broken. */
  readonly fields: readonly RecordField[];
  /** Why it could not be read, where it could not. */
  readonly problem?: DocumentProblem;
}
