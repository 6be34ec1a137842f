import type { RasterImage } from '../image/raster-image.ts';

/** The formats of pictures that are read and written. WebP needs {@link createSharpCodec}. */
export type ImageFormat = 'png' | 'jpeg' | 'webp';

/** Reads and writes files of pictures. */
export interface ImageCodec {
  /** The pixels of a file, upright and in sRGB as far as the codec knows. */
  decode(bytes: Uint8Array, format: ImageFormat): Promise<RasterImage>;
  /** A file of these pixels. Quality goes from 1 to 100 and counts for JPEG and WebP. */
  encode(image: RasterImage, format: ImageFormat, quality: number): Promise<Uint8Array>;
}
