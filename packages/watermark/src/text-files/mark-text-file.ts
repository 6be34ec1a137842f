import type { TextChannel } from '../text/find-places.ts';
import { type MarkTextOptions, planTextMark } from '../text/text-edits.ts';
import { openTextFile } from './open-text-file.ts';
import type { TextFileFormat } from './text-file.ts';
import { PieceList } from './text-piece.ts';

/** Options of {@link markTextFile}. */
export interface MarkTextFileOptions extends MarkTextOptions {
  /** What the file is; see `detectTextFormat`. */
  readonly format: TextFileFormat;
}

/** A marked document. */
export interface MarkedTextFile {
  readonly bytes: Uint8Array;
  /** Bits that each channel carries, as `markText` counts them. */
  readonly bits: Readonly<Record<TextChannel, number>>;
}

/** What changes nothing of what is seen, in any font. */
const unseen: readonly TextChannel[] = ['invisible'];

/**
 * Marks a document with an id of 32 bits: text, Markdown, HTML, a mail or a Word document. It keeps its look and structure: only
 * running text is touched, no markup, code, address, formula, heading of Markdown or field of Word, and all other parts of a mail or
 * Word document stay byte for byte as they are. What is copied out of it is traced with `traceText`.
 *
 * Unless `channels` says more, plain text is marked as `markText` does, and the others with the invisible channel alone, for which every
 * line breaks where it did.
 *
 * @throws {DataSecurityError} `ERR_WATERMARK_INPUT` if the document is damaged, signed, encrypted, or of another format;
 * `ERR_WATERMARK_OPTIONS`, `ERR_WATERMARK_KEY` and `ERR_WATERMARK_CAPACITY` as `markText`.
 *
 * @example
 * ```ts
 * import { markTextFile, traceTextFile } from '@yushu/watermark/text-files';
 *
 * const page = new TextEncoder().encode(
 *   '<h1>Plans</h1><p>The launch moves to <b>late autumn</b>, for the supplier cannot promise the second run any earlier, and the ' +
 *     'price of freight went up again. Please keep this to yourselves until the contracts are signed, <code>as always</code>.</p>' +
 *     '<p>Whoever forwards this page tells our competitors what we are about to do and when we mean to do it. If a customer asks ' +
 *     'before then, tell them that we test it in the field until the end of the year and that nothing has been decided.</p>',
 * );
 * const key = crypto.getRandomValues(new Uint8Array(32));
 *
 * const forZhang = markTextFile(page, { format: 'html', key, id: 4711 });
 * const trace = traceTextFile(forZhang.bytes, { format: 'html', key });
 * console.log(trace.found && trace.id); // 4711
 * ```
 */
export function markTextFile(
  bytes: Uint8Array,
  { format, channels, ...options }: MarkTextFileOptions,
): MarkedTextFile {
  const file = openTextFile(bytes, format);
  const pieces = new PieceList(file.sections);
  const used = channels ?? (format === 'text' ? undefined : unseen);
  const plan = planTextMark(
    pieces.text,
    used === undefined ? options : { ...options, channels: used },
    pieces.mayEdit(format),
  );
  return { bytes: file.write(pieces.write(plan.edits)), bits: plan.bits };
}
