import {
  type HiddenCharacter,
  type Impurity,
  planCleaning,
  planWording,
  toCharacter,
  toEdit,
} from '../text/clean-text.ts';
import type { WordChoice } from '../text/word-choice.ts';
import { openTextFile } from './open-text-file.ts';
import type { TextFile, TextFileFormat } from './text-file.ts';
import { PieceList } from './text-piece.ts';

/** Options of {@link cleanTextFile}. */
export interface CleanTextFileOptions {
  /** What the file is; see `detectTextFormat`. */
  readonly format: TextFileFormat;
  /** As `cleanText` has it; code and the like keep their wording. Default false. */
  readonly wording?: boolean;
  /** The words that have two forms. Default the reviewed list. */
  readonly words?: readonly WordChoice[];
}

/** A document without hidden characters. */
export interface CleanedTextFile {
  readonly bytes: Uint8Array;
  /** What was taken away or replaced; offsets in the text of the document, markup left out. */
  readonly hidden: readonly HiddenCharacter[];
}

/** One round: finds, and writes what may be written. */
function cleanOnce(
  file: TextFile,
  find: (text: string) => Impurity[],
  mayWrite: (pieces: PieceList, impurity: Impurity) => boolean,
): { bytes: Uint8Array; found: Impurity[] } {
  const pieces = new PieceList(file.sections);
  const found = find(pieces.text).filter((impurity) => mayWrite(pieces, impurity));
  return { bytes: file.write(pieces.write(found.map(toEdit))), found };
}

/**
 * Takes hidden characters out of a document; see `cleanText`. Text in code and fields is cleaned, too; markup, attributes and targets
 * of links are not looked at.
 *
 * @throws {DataSecurityError} `ERR_WATERMARK_INPUT` if the document is damaged, signed, encrypted, or of another format.
 *
 * @example
 * ```ts
 * import { cleanTextFile } from '@yushu/watermark/text-files';
 *
 * const page = new TextEncoder().encode('<p>p&#1072;y\u200bment</p>');
 * const { bytes, hidden } = cleanTextFile(page, { format: 'html' });
 * console.log(new TextDecoder().decode(bytes), hidden.length); // <p>payment</p> 2
 * ```
 */
export function cleanTextFile(
  bytes: Uint8Array,
  { format, wording = false, words }: CleanTextFileOptions,
): CleanedTextFile {
  const cleaned = cleanOnce(openTextFile(bytes, format), planCleaning, (pieces, { offset, end }) =>
    pieces.isWritable(offset, end),
  );
  if (!wording) return { bytes: cleaned.bytes, hidden: cleaned.found.map(toCharacter) };
  const usual = cleanOnce(
    openTextFile(cleaned.bytes, format),
    (text) => planWording(text, words),
    (pieces, { offset, end }) => pieces.isOpen(offset, end),
  );
  return { bytes: usual.bytes, hidden: [...cleaned.found, ...usual.found].map(toCharacter) };
}
