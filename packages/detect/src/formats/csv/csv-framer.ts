import type { Framer } from '../framer.ts';

const quote = 34;
const lf = 10;
const byteOrderMark = 0xfeff;

/** How far the framer is where a chunk ends. */
type State =
  /** Outside quotes. */
  | 'plain'
  /** Inside quotes. */
  | 'quoted'
  /** After a quote inside quotes: it closes them, or is the first of a pair. */
  | 'quote'
  /** After a CR that ends the record: an LF still belongs to it. */
  | 'cr';

/**
 * Records of RFC 4180: a line end inside quotes belongs to the field. A quote opens only at the beginning of a field; elsewhere it
 * is a character like any other.
 */
export class CsvFramer implements Framer {
  private readonly delimiter: number;
  private state: State = 'plain';
  /** The character before, or -1 at the beginning of a record. */
  private previous = -1;
  private started = false;
  // The next quote, LF and CR of the chunk: each is searched once, or many records would search one long chunk again and again.
  private nextQuote = 0;
  private nextLf = 0;
  private nextCr = 0;

  constructor(delimiter: string) {
    this.delimiter = delimiter.charCodeAt(0);
  }

  next(chunk: string, from: number): number {
    let at = from;
    if (from === 0) {
      this.nextQuote = find(chunk, '"', 0);
      this.nextLf = find(chunk, '\n', 0);
      this.nextCr = find(chunk, '\r', 0);
      if (!this.started && chunk.charCodeAt(0) === byteOrderMark) at = 1;
      this.started = true;
    }
    while (at < chunk.length) {
      if (this.state === 'plain') {
        const lineEnd = this.findLineEnd(chunk, at);
        at = this.findOpeningQuote(chunk, at, lineEnd);
        if (at >= 0) {
          this.state = 'quoted';
        } else if (lineEnd === Number.POSITIVE_INFINITY) {
          this.previous = chunk.charCodeAt(chunk.length - 1);
          return -1;
        } else {
          at = lineEnd + 1;
          this.previous = -1;
          if (chunk.charCodeAt(lineEnd) === lf) return at;
          this.state = 'cr';
        }
      } else if (this.state === 'quoted') {
        if (this.nextQuote < at) this.nextQuote = find(chunk, '"', at);
        if (this.nextQuote === Number.POSITIVE_INFINITY) return -1;
        this.state = 'quote';
        at = this.nextQuote + 1;
      } else if (this.state === 'quote') {
        const pair = chunk.charCodeAt(at) === quote;
        this.state = pair ? 'quoted' : 'plain';
        this.previous = quote;
        if (pair) at += 1;
      } else {
        this.state = 'plain';
        return chunk.charCodeAt(at) === lf ? at + 1 : at;
      }
    }
    return -1;
  }

  private findLineEnd(chunk: string, from: number): number {
    if (this.nextLf < from) this.nextLf = find(chunk, '\n', from);
    if (this.nextCr < from) this.nextCr = find(chunk, '\r', from);
    return Math.min(this.nextLf, this.nextCr);
  }

  /** Position after the next quote that opens, or -1 where none does before the line ends. */
  private findOpeningQuote(chunk: string, from: number, lineEnd: number): number {
    for (let at = from; ; at = this.nextQuote + 1) {
      if (this.nextQuote < at) this.nextQuote = find(chunk, '"', at);
      const found = this.nextQuote;
      if (found >= lineEnd) return -1;
      const before = found === from ? this.previous : chunk.charCodeAt(found - 1);
      if (before === -1 || before === this.delimiter) return found + 1;
    }
  }
}

function find(chunk: string, character: string, from: number): number {
  const at = chunk.indexOf(character, from);
  return at < 0 ? Number.POSITIVE_INFINITY : at;
}
