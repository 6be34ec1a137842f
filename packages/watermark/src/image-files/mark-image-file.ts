import { type MarkImageOptions, markImage } from '../image/mark-image.ts';
import { detectImageFormat } from './detect-image-format.ts';
import type { ImageCodec } from './image-codec.ts';
import { javascriptCodec } from './javascript-codec.ts';

/** Options of {@link markImageFile}. */
export interface MarkImageFileOptions extends MarkImageOptions {
  /** Default {@link javascriptCodec}: PNG and JPEG. */
  readonly codec?: ImageCodec;
  /** Of a JPEG or WebP that is written, 1 to 100. Default 92. */
  readonly quality?: number;
}

/**
 * Marks a picture file with an id of 64 bits; the result has the format of the input. See `markImage` of `@yushu/watermark/image`.
 *
 * @throws {DataSecurityError} `ERR_WATERMARK_INPUT` if the file is no picture or damaged, `ERR_WATERMARK_OPTIONS`, `ERR_WATERMARK_KEY`,
 * `ERR_WATERMARK_CAPACITY` as `markImage`.
 *
 * @example
 * ```ts
 * import { detectImageFormat, javascriptCodec, markImageFile } from '@yushu/watermark/image-files';
 *
 * const width = 512, height = 512;
 * const picture = { width, height, data: new Uint8Array(4 * width * height).fill(130) };
 * const file = await javascriptCodec.encode(picture, 'png', 100); // or readFile('plan.png')
 * const key = crypto.getRandomValues(new Uint8Array(32));
 *
 * const marked = await markImageFile(file, { key, id: 4711n });
 * console.log(detectImageFormat(marked)); // png
 * ```
 */
export async function markImageFile(
  bytes: Uint8Array,
  { codec = javascriptCodec, quality = 92, ...options }: MarkImageFileOptions,
): Promise<Uint8Array> {
  const format = detectImageFormat(bytes);
  const { image } = markImage(await codec.decode(bytes, format), options);
  return await codec.encode(image, format, quality);
}
