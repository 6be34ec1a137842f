import { DataSecurityError } from '@yushu/core';
import type { DocumentProblem, DocumentRecord } from './document-record.ts';
import type { Framer } from './framer.ts';
import type { ParseFailure, RecordParser } from './record-parser.ts';
import type { RecordReader } from './record-reader.ts';
import { TextPosition } from './text-position.ts';

/** A record that is too long comes in pieces of this length, so that nobody has to hold more than one. */
const maxPieceLength = 65_536;

/** So many small pieces are joined at once: one by one would copy the record again with each. */
const maxLoosePieces = 1024;

/** A record that is not complete yet, in pieces. */
class PendingText {
  length = 0;
  private readonly blocks: string[] = [];
  private pieces: string[] = [];

  add(piece: string): void {
    if (piece === '') return;
    this.length += piece.length;
    if (this.pieces.push(piece) < maxLoosePieces) return;
    this.blocks.push(this.pieces.join(''));
    this.pieces = [];
  }

  take(): string {
    const single = this.blocks.length === 0 && this.pieces.length === 1;
    const text = single ? this.pieces[0]! : this.blocks.join('') + this.pieces.join('');
    this.length = 0;
    this.blocks.length = 0;
    this.pieces = [];
    return text;
  }
}

/** A reader made of a framer, which finds where records end, and a parser, which reads what is in them. */
export class FramedReader implements RecordReader {
  private readonly framer: Framer;
  private readonly parser: RecordParser;
  private readonly maxRecordLength: number;
  private readonly pieceLength: number;
  private readonly pending = new PendingText();
  private readonly position = new TextPosition();
  private count = 0;
  private oversized = false;
  private ended = false;

  constructor(framer: Framer, parser: RecordParser, maxRecordLength: number) {
    this.framer = framer;
    this.parser = parser;
    this.maxRecordLength = maxRecordLength;
    this.pieceLength = Math.min(maxRecordLength, maxPieceLength);
  }

  push(chunk: string): DocumentRecord[] {
    this.assertOpen();
    const records: DocumentRecord[] = [];
    let from = 0;
    while (from < chunk.length) {
      const end = this.framer.next(chunk, from);
      const piece = chunk.slice(from, end < 0 ? chunk.length : end);
      const isWhole = end >= 0 && this.pending.length === 0 && !this.oversized;
      if (isWhole && piece.length <= this.maxRecordLength) {
        // The common case: a whole record within the chunk.
        this.readRecord(piece, records);
      } else {
        this.collect(piece, records);
        if (end >= 0) this.complete(records);
      }
      if (end < 0) break;
      from = end;
    }
    return records;
  }

  end(): DocumentRecord[] {
    this.assertOpen();
    this.ended = true;
    const records: DocumentRecord[] = [];
    this.complete(records);
    const failure = this.parser.end?.();
    if (failure === undefined) return records;
    const last = records.pop();
    if (last === undefined || last.problem !== undefined) {
      if (last !== undefined) records.push(last);
      records.push(this.describe('', 0, this.position, failure));
    } else {
      const { line, column } = this.position;
      const { code, message, expected } = failure;
      const problem = { code, message, expected, line, column, continued: false };
      records.push({ ...last, fields: [], problem });
    }
    return records;
  }

  private assertOpen(): void {
    if (!this.ended) return;
    throw new DataSecurityError('ERR_DETECT_READER_ENDED', 'The reader was ended before', {
      hint: 'Make a new reader for each document.',
    });
  }

  /** Adds to the record that is not complete, and cuts off what is too long: by length from its beginning, never by chunk. */
  private collect(piece: string, records: DocumentRecord[]): void {
    let from = 0;
    for (;;) {
      const limit = this.oversized ? this.pieceLength : this.maxRecordLength;
      const to = from + limit - this.pending.length;
      if (to >= piece.length) break;
      this.pending.add(piece.slice(from, to));
      from = to;
      this.cutPieces(this.pending.take(), records);
    }
    this.pending.add(piece.slice(from));
  }

  /** Gives out the whole pieces of a record that is too long; the rest waits for more. */
  private cutPieces(raw: string, records: DocumentRecord[]): void {
    let at = 0;
    while (raw.length - at >= this.pieceLength) {
      const last = raw.charCodeAt(at + this.pieceLength - 1);
      // A pair of surrogates stays together.
      const isPair = last >= 0xd800 && last < 0xdc00;
      const to = at + this.pieceLength - (isPair ? 1 : 0);
      this.cutOversized(raw.slice(at, to), records);
      at = to;
    }
    this.pending.add(raw.slice(at));
  }

  private complete(records: DocumentRecord[]): void {
    if (this.oversized) this.endOversized(this.pending.take(), records);
    else if (this.pending.length > 0) this.readRecord(this.pending.take(), records);
  }

  private cutOversized(raw: string, records: DocumentRecord[]): void {
    const counted = this.parser.skip(this.oversized);
    if (counted && !this.oversized) this.count += 1;
    records.push(
      this.describe(raw, counted ? this.count : 0, this.position, {
        code: 'record-length',
        message: `The record is longer than ${this.maxRecordLength} characters`,
        expected: 'a shorter record',
        at: 0,
        continued: this.oversized,
      }),
    );
    this.oversized = true;
  }

  private endOversized(raw: string, records: DocumentRecord[]): void {
    if (raw !== '') this.cutOversized(raw, records);
    this.oversized = false;
  }

  private readRecord(raw: string, records: DocumentRecord[]): void {
    const { position } = this;
    const parsed = this.parser.parse(raw, this.count, position.offset === 0);
    if (parsed.counted) this.count += 1;
    const number = parsed.counted ? this.count : 0;
    if (parsed.failure !== undefined) {
      records.push(this.describe(raw, number, position, parsed.failure));
      return;
    }
    const { line, column, offset } = position;
    records.push({ number, line, column, start: offset, raw, fields: parsed.fields });
    position.advance(raw);
  }

  private describe(
    raw: string,
    number: number,
    position: TextPosition,
    failure: ParseFailure,
  ): DocumentRecord {
    const { line, column, offset } = position;
    const place = position.clone();
    place.advance(raw.slice(0, failure.at));
    const problem: DocumentProblem = {
      code: failure.code,
      message: failure.message,
      expected: failure.expected,
      line: place.line,
      column: place.column,
      continued: failure.continued ?? false,
    };
    position.advance(raw);
    return { number, line, column, start: offset, raw, fields: [], problem };
  }
}
