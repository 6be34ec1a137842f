/** The longest line in UTF-16 code units, as the longest record of the other formats. */
export const maxLineLength = 16 * 1024 * 1024;

/** Sealing makes longer: reveal takes whatever protect can write, up to what a text can hold. */
export const maxRevealedLength = 256 * 1024 * 1024;

/** A line that is complete, or that is too long to be held. */
export interface BufferedLine {
  /** With its line end; empty where it is too long. */
  readonly text: string;
  /** Number in the input, from 1. */
  readonly number: number;
  /** Offset of its first unit in the input. */
  readonly start: number;
  readonly isTooLong: boolean;
}

/** Cuts text into lines that end with LF, in linear time and bounded memory, for any chunking. */
export class LineBuffer {
  private pieces: string[] = [];
  private length = 0;
  private number = 1;
  private start = 0;
  private isTooLong = false;
  private readonly maxLength: number;

  constructor(maxLength = maxLineLength) {
    this.maxLength = maxLength;
  }

  push(chunk: string): BufferedLine[] {
    const lines: BufferedLine[] = [];
    let from = 0;
    for (let end = chunk.indexOf('\n'); end >= 0; end = chunk.indexOf('\n', from)) {
      this.add(chunk.slice(from, end + 1));
      lines.push(this.take());
      from = end + 1;
    }
    if (from < chunk.length) this.add(chunk.slice(from));
    return lines;
  }

  end(): BufferedLine[] {
    return this.length > 0 || this.isTooLong ? [this.take()] : [];
  }

  private add(piece: string): void {
    this.length += piece.length;
    if (this.length > this.maxLength) {
      this.isTooLong = true;
      this.pieces = [];
    } else this.pieces.push(piece);
  }

  private take(): BufferedLine {
    const { isTooLong, number, start } = this;
    this.start += this.length;
    const text = isTooLong ? '' : this.pieces.length === 1 ? this.pieces[0]! : this.pieces.join('');
    this.pieces = [];
    this.length = 0;
    this.isTooLong = false;
    this.number += 1;
    return { text, number, start, isTooLong };
  }
}
