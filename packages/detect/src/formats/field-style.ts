/**
 * How a value is written in a document: the quotes around it and the escapes in it.
 *
 * @module
 */

/** Reads and writes one way of writing values. The content is cut into units: a plain character, or an escape. */
export interface FieldStyle {
  /** Where the content begins: after the opening quote, if there is one. */
  contentStart(raw: string, rawStart: number): number;
  /** Where the content ends: before the closing quote, if there is one. */
  contentEnd(raw: string, rawEnd: number): number;
  /** Position after the unit that begins at `position`. */
  unitEnd(raw: string, position: number, end: number): number;
  /** What the unit stands for: mostly one code unit. */
  unitText(raw: string, position: number, end: number): string;
  /** `text` as the document writes it, in place of the whole field that is written as `old` now. */
  encode(text: string, old: string): string;
}

/** Pieces that are joined at once: one by one, millions of escapes would take hundreds of bytes each. */
const maxPieces = 4096;

/** The text of the content between two positions. */
export function decodeUnits(style: FieldStyle, raw: string, start: number, end: number): string {
  const blocks: string[] = [];
  let pieces: string[] = [];
  let plain = start;
  for (let position = start; position < end; ) {
    const next = style.unitEnd(raw, position, end);
    // A unit of one character stands for itself in every style: runs of them are copied whole.
    if (next > position + 1) {
      pieces.push(raw.slice(plain, position), style.unitText(raw, position, next));
      plain = next;
      if (pieces.length >= maxPieces) {
        blocks.push(pieces.join(''));
        pieces = [];
      }
    }
    position = next;
  }
  if (plain === start) return raw.slice(start, end);
  return blocks.join('') + pieces.join('') + raw.slice(plain, end);
}
