import { type ImageTrace, type TraceImageOptions, traceImage } from '../image/trace-image.ts';
import { detectImageFormat } from './detect-image-format.ts';
import type { ImageCodec } from './image-codec.ts';
import { javascriptCodec } from './javascript-codec.ts';

/** Options of {@link traceImageFile}. */
export interface TraceImageFileOptions extends TraceImageOptions {
  /** Default {@link javascriptCodec}: PNG and JPEG. */
  readonly codec?: ImageCodec;
}

/**
 * Reads the id out of a picture file, such as a screenshot or a copy from the net; see `traceImage` of `@yushu/watermark/image`.
 *
 * @throws {DataSecurityError} `ERR_WATERMARK_INPUT` if the file is no picture or damaged, `ERR_WATERMARK_KEY` for a key that is too short.
 *
 * @example
 * ```ts
 * import { javascriptCodec, markImageFile, traceImageFile } from '@yushu/watermark/image-files';
 *
 * const width = 512, height = 512;
 * const picture = { width, height, data: new Uint8Array(4 * width * height).fill(130) };
 * const file = await javascriptCodec.encode(picture, 'png', 100); // or readFile('plan.png')
 * const key = crypto.getRandomValues(new Uint8Array(32));
 *
 * const leaked = await markImageFile(file, { key, id: 4711n });
 * const trace = await traceImageFile(leaked, { key });
 * console.log(trace.found && trace.id); // 4711n
 * ```
 */
export async function traceImageFile(
  bytes: Uint8Array,
  { codec = javascriptCodec, ...options }: TraceImageFileOptions,
): Promise<ImageTrace> {
  return traceImage(await codec.decode(bytes, detectImageFormat(bytes)), options);
}
