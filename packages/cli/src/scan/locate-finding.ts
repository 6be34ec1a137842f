import type { TextPosition } from '@yushu/detect/formats';

/** Where a finding stands: offsets, lines and columns of both ends. */
export interface FindingPlace {
  readonly start: number;
  readonly end: number;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/**
 * Goes on to both ends of a finding and says where they stand.
 *
 * @param position - a position in the text, not behind `start`; it goes on to `end`.
 * @param text - the text, which begins at the offset `origin` of the file.
 * @param start - first position in `text`.
 * @param end - position after the last.
 */
export function locateFinding(
  position: TextPosition,
  text: string,
  origin: number,
  start: number,
  end: number,
): FindingPlace {
  position.advance(text.slice(position.offset - origin, start));
  const { line, column } = position;
  position.advance(text.slice(start, end));
  const { line: endLine, column: endColumn } = position;
  return { start: origin + start, end: origin + end, line, column, endLine, endColumn };
}
