import type { RecordField } from '../record-field.ts';
import type { ParsedRecord, ParseFailure, RecordParser } from '../record-parser.ts';
import { JsonParser } from './json-parser.ts';

/** Reads the pieces of one JSON document. After an error, where a value begins is not known any more. */
export class JsonDocumentParser implements RecordParser {
  private readonly json: JsonParser;
  private failure: ParseFailure | undefined;

  constructor(maxDepth: number) {
    this.json = new JsonParser(maxDepth);
  }

  skip(): boolean {
    this.failure ??= {
      code: 'record-length',
      message: 'A value before is too long',
      expected: 'a shorter value',
      at: 0,
    };
    return false;
  }

  parse(raw: string, _index: number, first: boolean): ParsedRecord {
    if (this.failure !== undefined) {
      return { counted: false, fields: [], failure: { ...this.failure, at: 0, continued: true } };
    }
    const fields: RecordField[] = [];
    const start = first && raw.charCodeAt(0) === 0xfeff ? 1 : 0;
    this.failure = this.json.read(raw, start, fields);
    if (this.failure !== undefined) return { counted: false, fields: [], failure: this.failure };
    return { counted: false, fields };
  }

  end(): ParseFailure | undefined {
    return this.failure === undefined ? this.json.missing(0) : undefined;
  }
}
