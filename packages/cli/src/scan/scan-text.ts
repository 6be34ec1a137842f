import type { Finding } from '@yushu/core';
import type { TextStream } from '@yushu/detect';
import { TextPosition } from '@yushu/detect/formats';
import { LineLimit } from './line-limit.ts';
import type { ScanSink } from './scan-sink.ts';
import { maxSurroundings, TextWindow } from './text-window.ts';

/** Lines longer than this, in UTF-16 code units, are named. They are scanned all the same. */
export const maxLineLength = 16_777_216;

/** Scans plain text as it comes: a whole file, or what is broken in a structured one. */
export class TextScan {
  private readonly sink: ScanSink;
  private readonly origin: number;
  private readonly stream: TextStream;
  private readonly window: TextWindow;
  private readonly lines: LineLimit | undefined;

  /**
   * @param origin - where in the file the text begins.
   * @param namesLongLines - whether lines that are too long are a problem.
   */
  constructor(sink: ScanSink, origin = new TextPosition(), namesLongLines = true) {
    this.sink = sink;
    this.origin = origin.offset;
    this.stream = sink.scanner.openStream();
    this.window = new TextWindow(origin);
    if (namesLongLines) this.lines = new LineLimit(maxLineLength);
  }

  push(chunk: string): void {
    const before = this.window.end;
    this.window.push(chunk);
    if (this.lines?.push(chunk)) {
      const { line } = this.window.locate(before);
      this.sink.addProblem({
        code: 'ERR_CLI_LONG_LINE',
        message: longLineMessage,
        line,
        column: 1,
      });
    }
    this.take(this.stream.push(chunk));
    // The last chunk stays: its lines may be asked for.
    this.window.release(Math.min(this.origin + this.stream.settled - maxSurroundings, before));
  }

  end(): void {
    this.take(this.stream.end());
  }

  /** Line and column of an offset in the last chunk. */
  locate(offset: number): { line: number; column: number } {
    return this.window.locate(offset);
  }

  private take(found: readonly Finding[]): void {
    for (const finding of found) {
      const start = this.origin + finding.span.start;
      const end = this.origin + finding.span.end;
      const { line, column } = this.window.locate(start);
      const after = this.window.locate(end);
      const place = { start, end, line, column, endLine: after.line, endColumn: after.column };
      this.sink.addFinding(
        finding,
        place,
        () => this.window.slice(start, end),
        () => this.window.surroundings(start),
      );
    }
  }
}

/** What is said of a line or record that is too long. */
export const longLineMessage = `longer than ${maxLineLength.toLocaleString('en')} characters: scanned as plain text`;
