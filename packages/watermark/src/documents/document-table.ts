import {
  createRecordReader,
  type DocumentFormat,
  type DocumentRecord,
  type RecordField,
  type RecordReader,
} from '@yushu/detect/formats';
import { watermarkError } from '../watermark-error.ts';

/** Formats of tables that are marked and read as text. */
export type TableFormat = Extract<DocumentFormat, 'csv' | 'tsv' | 'ndjson'>;

/** Options of a table in a text. */
export interface DocumentOptions {
  readonly format: TableFormat;
  /** One character between cells: `,` for csv and a tab for tsv unless given. */
  readonly delimiter?: string;
}

/** A record of a table with its fields by column. */
export interface TableRecord {
  readonly record: DocumentRecord;
  /** The fields at the places of the columns; nothing where the record has none, or for a header or blank line. */
  readonly fields: readonly (RecordField | undefined)[] | undefined;
}

/** So many columns a table may have. */
const mostColumns = 10_000;

const decodeToken = (token: string) => token.replaceAll('~1', '/').replaceAll('~0', '~');

/** Cuts a text into records and knows its columns: header cells, or pointers into the values of NDJSON. */
export class DocumentTable {
  /** Names, in the order in which they were met. */
  readonly columns: string[] = [];
  private readonly reader: RecordReader;
  private readonly places = new Map<string, number>();
  private readonly isLines: boolean;

  constructor({ format, delimiter }: DocumentOptions) {
    this.isLines = format === 'ndjson';
    this.reader = createRecordReader(format, delimiter === undefined ? {} : { delimiter });
  }

  push(chunk: string): TableRecord[] {
    return this.reader.push(chunk).map((record) => this.place(record));
  }

  end(): TableRecord[] {
    return this.reader.end().map((record) => this.place(record));
  }

  private place(record: DocumentRecord): TableRecord {
    if (record.problem !== undefined || record.number === 0) return { record, fields: undefined };
    const { fields } = record;
    if (!this.isLines) {
      for (let at = this.columns.length; at < fields.length; at += 1) {
        const { path } = fields[at]!;
        this.add(decodeToken(path.slice(path.indexOf('/', 1) + 1)));
      }
      return { record, fields };
    }
    const placed: (RecordField | undefined)[] = [];
    for (const field of fields) {
      if (field.kind === 'key') continue;
      const name = field.path.slice(1);
      placed[this.places.get(name) ?? this.add(name)] = field;
    }
    return { record, fields: placed };
  }

  private add(name: string): number {
    if (this.columns.length >= mostColumns) {
      throw watermarkError(
        'ERR_WATERMARK_INPUT',
        `The table has more than ${mostColumns} columns`,
        'Leave out what need not be marked.',
      );
    }
    this.places.set(name, this.columns.length);
    return this.columns.push(name) - 1;
  }
}

/** The error for a record that cannot be read. */
export function brokenRecord({ problem }: DocumentRecord): Error {
  const { line, column, message, expected } = problem!;
  return watermarkError(
    'ERR_WATERMARK_INPUT',
    `Line ${line}, column ${column}: ${message}`,
    `Expected ${expected}. The file is damaged or cut off there.`,
    { line, column },
  );
}
