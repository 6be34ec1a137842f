import { countPlaces, type MeasureTextOptions, type TextCapacity } from '../text/measure-text.ts';
import { textChannels } from '../text/text-edits.ts';
import { openTextFile } from './open-text-file.ts';
import type { TextFileFormat } from './text-file.ts';
import { PieceList } from './text-piece.ts';

/** Options of {@link measureTextFile}. */
export interface MeasureTextFileOptions extends MeasureTextOptions {
  /** What the file is; see `detectTextFormat`. */
  readonly format: TextFileFormat;
}

/** What a document can carry. */
export interface TextFileCapacity extends TextCapacity {
  /** Characters of its text, markup left out. */
  readonly characters: number;
}

/**
 * Counts what the text of a document can carry; see `measureText`.
 *
 * @throws {DataSecurityError} `ERR_WATERMARK_INPUT` if the document is damaged or of another format.
 *
 * @example
 * ```ts
 * import { measureTextFile } from '@yushu/watermark/text-files';
 *
 * const page = new TextEncoder().encode(`<p>${'Please keep this to yourselves. '.repeat(20)}</p><pre>code</pre>`);
 * console.log(measureTextFile(page, { format: 'html' }).bits.invisible > 100); // true
 * ```
 */
export function measureTextFile(
  bytes: Uint8Array,
  { format, channels = textChannels, words }: MeasureTextFileOptions,
): TextFileCapacity {
  const pieces = new PieceList(openTextFile(bytes, format).sections);
  const capacity = countPlaces(pieces.text, channels, words, pieces.mayEdit(format));
  return { ...capacity, characters: pieces.text.length };
}
