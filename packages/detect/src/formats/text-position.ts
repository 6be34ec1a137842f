/**
 * Counts lines and columns over a text that comes in pieces. Lines end with LF, CRLF or a lone CR.
 *
 * @example
 * ```ts
 * import { TextPosition } from '@yushu/detect/formats';
 *
 * const position = new TextPosition();
 * position.advance('a\r');
 * position.advance('\nbc');
 * console.log(position.line, position.column, position.offset); // 2 3 5
 * ```
 */
export class TextPosition {
  /** Offset of the next character, in UTF-16 code units. */
  offset = 0;
  /** Its line, from 1. */
  line = 1;
  /** Its column in UTF-16 code units, from 1. */
  column = 1;
  private afterCr = false;

  /** A copy that can go its own way. */
  clone(): TextPosition {
    return Object.assign(new TextPosition(), this);
  }

  /** Goes on by a piece of text. */
  advance(text: string): void {
    if (text === '') return;
    let lineStart = 0;
    let lf = text.indexOf('\n');
    let cr = text.indexOf('\r');
    // The CR before was counted as a line end; the LF after it belongs to it.
    if (this.afterCr && lf === 0) {
      this.column = 1;
      lineStart = 1;
      lf = text.indexOf('\n', 1);
    }
    while (lf >= 0 || cr >= 0) {
      if (cr < 0 || (lf >= 0 && lf < cr)) {
        lineStart = lf + 1;
      } else {
        lineStart = cr + 1;
        if (lf === lineStart) lineStart += 1;
        cr = text.indexOf('\r', lineStart);
      }
      this.line += 1;
      this.column = 1;
      if (lf >= 0 && lf < lineStart) lf = text.indexOf('\n', lineStart);
    }
    this.afterCr = text.charCodeAt(text.length - 1) === 13;
    this.column += text.length - lineStart;
    this.offset += text.length;
  }
}
