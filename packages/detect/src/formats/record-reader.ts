import type { DocumentRecord } from './document-record.ts';

/** Cuts a document into records as it comes. See {@link createRecordReader}. */
export interface RecordReader {
  /**
   * Takes the next piece of the document, of any length, and gives the records that are complete now.
   *
   * @throws {DataSecurityError} `ERR_DETECT_READER_ENDED` after `end`.
   */
  push(chunk: string): DocumentRecord[];
  /**
   * Ends the document and gives the rest.
   *
   * @throws {DataSecurityError} `ERR_DETECT_READER_ENDED` where it was ended before.
   */
  end(): DocumentRecord[];
}

/** Options of {@link createRecordReader}. */
export interface RecordReaderOptions {
  /**
   * The longest record in UTF-16 code units, 1,024 to 268,435,456; 16,777,216 unless given. A longer one comes in pieces of at most
   * 65,536, with a problem, so that memory stays bounded.
   */
  readonly maxRecordLength?: number;
  /** How deep JSON may nest, 1 to 10,000; 256 unless given. */
  readonly maxDepth?: number;
  /** One character between cells: `,` for csv and a tab for tsv unless given. */
  readonly delimiter?: string;
}
