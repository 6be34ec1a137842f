import type { TextPosition } from '@yushu/detect/formats';

/** How far around a finding a line is read for comments, in UTF-16 code units. */
export const maxSurroundings = 2048;

/** The part of a text that findings may still stand in, with lines and columns. Nothing before it is held. */
export class TextWindow {
  /** Offset after the text so far. */
  end: number;
  private readonly chunks: string[] = [];
  /** Where the first chunk begins. */
  private readonly base: TextPosition;
  /** Where was asked last: questions mostly come in rising order. */
  private cursor: TextPosition;

  /** @param origin - where the text begins. */
  constructor(origin: TextPosition) {
    this.end = origin.offset;
    this.base = origin.clone();
    this.cursor = origin.clone();
  }

  push(chunk: string): void {
    this.chunks.push(chunk);
    this.end += chunk.length;
  }

  /** Line and column of an offset that was not released, both from 1. */
  locate(offset: number): { line: number; column: number } {
    if (offset < this.cursor.offset) this.cursor = this.base.clone();
    this.cursor.advance(this.slice(this.cursor.offset, offset));
    const { line, column } = this.cursor;
    return { line, column };
  }

  /** The text between two offsets that were not released. */
  slice(start: number, end: number): string {
    let text = '';
    let from = this.base.offset;
    for (const chunk of this.chunks) {
      if (from >= end) break;
      if (from + chunk.length > start) {
        text += chunk.slice(Math.max(0, start - from), Math.min(chunk.length, end - from));
      }
      from += chunk.length;
    }
    return text;
  }

  /** The line that an offset stands on, and the one before, as far as {@link maxSurroundings}. */
  surroundings(offset: number): { line: string; before: string } {
    const from = Math.max(this.base.offset, offset - maxSurroundings);
    const lines = this.slice(from, offset).split(/\r\n?|\n/);
    const rest = this.slice(offset, Math.min(this.end, offset + maxSurroundings));
    const [ahead = ''] = rest.split(/\r\n?|\n/, 1);
    return { line: `${lines.at(-1) ?? ''}${ahead}`, before: lines.at(-2) ?? '' };
  }

  /** Lets go of what stands before an offset, in whole chunks. */
  release(offset: number): void {
    let first = this.chunks[0];
    while (first !== undefined && this.base.offset + first.length <= offset) {
      this.base.advance(first);
      this.chunks.shift();
      first = this.chunks[0];
    }
    if (this.cursor.offset < this.base.offset) this.cursor = this.base.clone();
  }
}
