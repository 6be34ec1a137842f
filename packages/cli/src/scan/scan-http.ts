import { scanHttpMessage, TextPosition } from '@yushu/detect/formats';
import { locateFinding } from './locate-finding.ts';
import type { ScanSink } from './scan-sink.ts';
import { TextScan } from './scan-text.ts';

/** First lines of messages (RFC 9112 sections 3 and 4), each at the beginning of a line. */
const firstLine =
  /^(?:(?:GET|HEAD|POST|PUT|DELETE|CONNECT|OPTIONS|TRACE|PATCH|QUERY) \S{1,65536} HTTP\/\d(?:\.\d)?|HTTP\/\d(?:\.\d)? \d{3}(?: [^\r\n]*)?)\r?$/gm;

/** Dumps are held up to so many characters; longer ones are scanned as plain text. */
const maxLength = 16_777_216;

/** Scans saved requests and responses, one after the other in a file: values by their names and places. */
export class HttpScan {
  private readonly sink: ScanSink;
  private text = '';
  private plain: TextScan | undefined;

  constructor(sink: ScanSink) {
    this.sink = sink;
  }

  push(chunk: string): void {
    if (this.plain !== undefined) this.plain.push(chunk);
    else {
      this.text += chunk;
      if (this.text.length > maxLength) this.giveUp();
    }
  }

  end(): void {
    if (this.plain !== undefined) {
      this.plain.end();
      return;
    }
    const starts = Array.from(this.text.matchAll(firstLine), ({ index }) => index);
    if (starts[0] !== 0) starts.unshift(0);
    const position = new TextPosition();
    for (const [at, start] of starts.entries())
      this.scanMessage(this.text.slice(start, starts[at + 1]), start, position);
  }

  /** Line and column of an offset. */
  locate(offset: number): { line: number; column: number } {
    if (this.plain !== undefined) return this.plain.locate(offset);
    const position = new TextPosition();
    position.advance(this.text.slice(0, offset));
    return position;
  }

  private giveUp(): void {
    this.plain = new TextScan(this.sink);
    this.plain.push(this.text);
    this.text = '';
  }

  private scanMessage(text: string, origin: number, position: TextPosition): void {
    for (const finding of scanHttpMessage(this.sink.scanner, text)) {
      const { start, end } = finding.span;
      const where = locateFinding(position, text, origin, start, end);
      const { path } = finding;
      this.sink.addFinding(finding, { ...where, pointer: path, name: undefined }, () =>
        text.slice(start, end),
      );
    }
    position.advance(text.slice(position.offset - origin));
  }
}
