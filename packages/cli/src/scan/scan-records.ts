import {
  createRecordReader,
  type DocumentFormat,
  type DocumentRecord,
  type RecordField,
  type RecordReader,
  TextPosition,
} from '@yushu/detect/formats';
import { locateFinding } from './locate-finding.ts';
import type { ScanSink } from './scan-sink.ts';
import { longLineMessage, maxLineLength, TextScan } from './scan-text.ts';

/** Scans a structured document field by field as it comes; what is broken in it, as plain text. */
export class RecordScan {
  private readonly sink: ScanSink;
  private readonly reader: RecordReader;
  private readonly isOneDocument: boolean;
  /** A broken stretch that comes in several records. */
  private broken: TextScan | undefined;
  /** Offset whose line is wanted, and who is told. */
  private wanted: { offset: number; tell: (line: number, column: number) => void } | undefined;

  constructor(sink: ScanSink, format: DocumentFormat, delimiter: string | undefined) {
    this.sink = sink;
    this.isOneDocument = format === 'json';
    this.reader = createRecordReader(format, {
      maxRecordLength: maxLineLength,
      ...(delimiter === undefined ? {} : { delimiter }),
    });
  }

  push(chunk: string): void {
    for (const record of this.reader.push(chunk)) this.scanRecord(record);
  }

  end(): void {
    for (const record of this.reader.end()) this.scanRecord(record);
    this.broken?.end();
  }

  /** Tells line and column of an offset that was not pushed yet, once it is reached. */
  tellPlace(offset: number, tell: (line: number, column: number) => void): void {
    this.wanted = { offset, tell };
  }

  private scanRecord(record: DocumentRecord): void {
    if (this.wanted !== undefined && this.wanted.offset < record.start + record.raw.length) {
      const place = placeOf(record);
      place.advance(record.raw.slice(0, this.wanted.offset - record.start));
      this.wanted.tell(place.line, place.column);
      this.wanted = undefined;
    }
    if (record.problem !== undefined) {
      this.scanBroken(record);
      return;
    }
    this.broken?.end();
    this.broken = undefined;
    let place: TextPosition | undefined;
    for (const field of record.fields) {
      if (field.kind === 'null' || field.kind === 'boolean') continue;
      place = this.scanField(record, field, place);
    }
  }

  private scanField(
    record: DocumentRecord,
    field: RecordField,
    before: TextPosition | undefined,
  ): TextPosition | undefined {
    const { text, path } = field;
    const name = field.label ?? field.name;
    const found = this.sink.scanner.scanField(text, { name });
    if (found.length === 0) return before;
    const place = before ?? placeOf(record);
    const pointer = path === '' ? undefined : path;
    for (const finding of found) {
      const { start, end } = finding.span;
      const from = field.locate(start);
      const where = locateFinding(place, record.raw, record.start, from, field.locate(end));
      this.sink.addFinding(finding, { ...where, pointer, name }, () => text.slice(start, end));
    }
    return place;
  }

  private scanBroken(record: DocumentRecord): void {
    const { code, message, expected, line, column, continued } = record.problem!;
    if (!continued) {
      const isLong = code === 'record-length';
      this.sink.addProblem({
        code: isLong ? 'ERR_CLI_LONG_LINE' : 'ERR_CLI_RECORD',
        message: isLong ? longLineMessage : `${message}: expected ${expected}`,
        line,
        column,
      });
      this.broken?.end();
      this.broken = undefined;
    }
    // More of it may come: the scan goes on across the cuts.
    if (this.isOneDocument || code === 'record-length') {
      this.broken ??= new TextScan(this.sink, placeOf(record), false);
      this.broken.push(record.raw);
      return;
    }
    const place = placeOf(record);
    for (const finding of this.sink.scanner.scan(record.raw)) {
      const { start, end } = finding.span;
      const where = locateFinding(place, record.raw, record.start, start, end);
      this.sink.addFinding(finding, where, () => record.raw.slice(start, end));
    }
  }
}

function placeOf({ line, column, start }: DocumentRecord): TextPosition {
  const place = new TextPosition();
  place.line = line;
  place.column = column;
  place.offset = start;
  return place;
}
