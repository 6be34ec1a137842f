import { maxPixels } from '../image/raster-image.ts';
import { watermarkError } from '../watermark-error.ts';
import type { ImageCodec } from './image-codec.ts';

/** The part of sharp that is used, so that its types need not be installed. */
export interface SharpPipeline {
  rotate(): SharpPipeline;
  toColourspace(space: string): SharpPipeline;
  ensureAlpha(): SharpPipeline;
  removeAlpha(): SharpPipeline;
  raw(): SharpPipeline;
  png(): SharpPipeline;
  jpeg(options: { quality: number; chromaSubsampling: string }): SharpPipeline;
  webp(options: { quality: number }): SharpPipeline;
  toBuffer(): Promise<Uint8Array>;
  toBuffer(options: { resolveWithObject: true }): Promise<{
    data: Uint8Array;
    info: { width: number; height: number };
  }>;
}

/** sharp itself, as `import sharp from 'sharp'` gives it. */
export type Sharp = (
  input: Uint8Array | Uint8ClampedArray,
  options?: {
    limitInputPixels?: number;
    raw?: { width: number; height: number; channels: 4 };
  },
) => SharpPipeline;

/**
 * PNG, JPEG and WebP with sharp, which is fast, turns pictures as cameras note it and converts colours to sRGB. What cameras note
 * (place, time) is not written again.
 *
 * @param sharp The default export of the package sharp, 0.34 or later.
 *
 * @example
 * ```ts
 * import { createSharpCodec, detectImageFormat, markImageFile } from '@yushu/watermark/image-files';
 * import sharp from 'sharp';
 *
 * const photograph = await sharp({ create: { width: 512, height: 512, channels: 3, background: '#789' } }).webp().toBuffer();
 * const key = crypto.getRandomValues(new Uint8Array(32));
 *
 * const marked = await markImageFile(photograph, { key, id: 4711n, codec: createSharpCodec(sharp) });
 * console.log(detectImageFormat(marked)); // webp
 * ```
 */
export function createSharpCodec(sharp: Sharp): ImageCodec {
  return {
    async decode(bytes) {
      try {
        const { data, info } = await sharp(bytes, { limitInputPixels: maxPixels })
          .rotate()
          .toColourspace('srgb')
          .ensureAlpha()
          .raw()
          .toBuffer({ resolveWithObject: true });
        return { width: info.width, height: info.height, data };
      } catch {
        throw watermarkError(
          'ERR_WATERMARK_INPUT',
          `The picture is damaged, or has more than ${maxPixels} pixels`,
          'Open it with a viewer and save it again.',
        );
      }
    },
    async encode({ width, height, data }, format, quality) {
      const picture = sharp(data, { raw: { width, height, channels: 4 } });
      if (format === 'png') return await picture.png().toBuffer();
      if (format === 'webp') return await picture.webp({ quality }).toBuffer();
      return await picture.removeAlpha().jpeg({ quality, chromaSubsampling: '4:4:4' }).toBuffer();
    },
  };
}
