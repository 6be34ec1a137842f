import type { DocumentProblem } from './document-record.ts';
import type { RecordField } from './record-field.ts';

/** Fields of one record, at most: each takes far more memory than the two characters that make one. */
export const maxFields = 262_144;

/** The failure of a record that holds too many fields. */
export function failFieldCount(at: number): ParseFailure {
  const limit = maxFields.toLocaleString('en');
  const message = `The record has more than ${limit} fields`;
  return { code: 'field-count', message, expected: 'fewer fields', at };
}

/** Where and why a record cannot be read. */
export interface ParseFailure {
  readonly code: DocumentProblem['code'];
  readonly message: string;
  readonly expected: string;
  /** Offset in the record's `raw`. */
  readonly at: number;
  /** Whether it belongs to a failure that was given before. */
  readonly continued?: boolean;
}

/** What a parser makes of one record. */
export interface ParsedRecord {
  /** Whether it counts as a data record. */
  readonly counted: boolean;
  readonly fields: readonly RecordField[];
  readonly failure?: ParseFailure;
}

/** Reads the fields of one record. It may keep state from record to record: the header, the depth within one JSON document. */
export interface RecordParser {
  /**
   * @param raw - the record as it stands.
   * @param index - how many data records came before.
   * @param first - whether the document begins here, where a byte order mark may stand.
   */
  parse(raw: string, index: number, first: boolean): ParsedRecord;
  /**
   * Told of each piece of a record that is too long, which it does not get to see.
   *
   * @param continued - whether it is a further piece.
   * @returns whether that record counts as a data record.
   */
  skip(continued: boolean): boolean;
  /** At the end of the document: what is missing, if anything is. */
  end?(): ParseFailure | undefined;
}
