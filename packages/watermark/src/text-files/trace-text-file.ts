import { type TextTrace, type TraceTextOptions, traceText } from '../text/trace-text.ts';
import { openTextFile } from './open-text-file.ts';
import type { TextFileFormat } from './text-file.ts';
import { PieceList } from './text-piece.ts';

/** Options of {@link traceTextFile}. */
export interface TraceTextFileOptions extends TraceTextOptions {
  /** What the file is; see `detectTextFormat`. */
  readonly format: TextFileFormat;
}

/**
 * Reads the id out of a document, or of what is left of it; see `traceText`. It need not have the format in which it was marked.
 * Plain text, Markdown and HTML may be in UTF-8, UTF-16 or GBK.
 *
 * @throws {DataSecurityError} `ERR_WATERMARK_INPUT` if the document is damaged or of another format, `ERR_WATERMARK_KEY` and
 * `ERR_WATERMARK_OPTIONS` as `traceText`.
 *
 * @example
 * ```ts
 * import { traceTextFile } from '@yushu/watermark/text-files';
 *
 * const key = crypto.getRandomValues(new Uint8Array(32));
 * const note = new TextEncoder().encode('# Notes\n\nNobody marked this.\n');
 * console.log(traceTextFile(note, { format: 'markdown', key }).found); // false
 * ```
 */
export function traceTextFile(
  bytes: Uint8Array,
  { format, ...options }: TraceTextFileOptions,
): TextTrace {
  return traceText(new PieceList(openTextFile(bytes, format, true).sections).text, options);
}
