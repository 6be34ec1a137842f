import type { RecordField } from '../record-field.ts';
import type { ParsedRecord, RecordParser } from '../record-parser.ts';
import { JsonParser } from './json-parser.ts';

/** Reads one JSON value a line. */
export class NdjsonParser implements RecordParser {
  private readonly json: JsonParser;

  constructor(maxDepth: number) {
    this.json = new JsonParser(maxDepth);
  }

  skip(): boolean {
    return true;
  }

  parse(raw: string, _index: number, first: boolean): ParsedRecord {
    const start = first && raw.charCodeAt(0) === 0xfeff ? 1 : 0;
    const fields: RecordField[] = [];
    this.json.reset();
    const failure = this.json.read(raw, start, fields);
    if (failure !== undefined) return { counted: true, fields: [], failure };
    const missing = this.json.missing(trimmedEnd(raw));
    if (missing === undefined) return { counted: true, fields };
    if (/^\uFEFF?[ \t\r\n]*$/.test(raw)) return { counted: false, fields };
    return { counted: true, fields: [], failure: missing };
  }
}

/** Where the line ends, without its line end. */
function trimmedEnd(raw: string): number {
  const end = raw.endsWith('\n') ? raw.length - 1 : raw.length;
  return raw.charCodeAt(end - 1) === 13 ? end - 1 : end;
}
