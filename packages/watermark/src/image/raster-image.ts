import { watermarkError } from '../watermark-error.ts';

/** A picture as rows of red, green, blue and alpha, one byte each, from the top left: what a canvas's `ImageData` is, too. */
export interface RasterImage {
  /** In pixels. */
  readonly width: number;
  /** In pixels. */
  readonly height: number;
  /** `width × height × 4` bytes. */
  readonly data: Uint8Array | Uint8ClampedArray;
}

/** The most pixels of a picture that is marked or read: a square of 8,192. */
export const maxPixels = 1 << 26;

/** Checks that the picture is what it says. */
export function checkImage(image: RasterImage): void {
  const { width, height, data } = image;
  if (!(Number.isSafeInteger(width) && Number.isSafeInteger(height) && width > 0 && height > 0)) {
    throw watermarkError(
      'ERR_WATERMARK_INPUT',
      'The width and height of a picture must be whole numbers above 0',
      'Give the picture as { width, height, data }, four bytes a pixel.',
    );
  }
  if (width * height > maxPixels) {
    throw watermarkError(
      'ERR_WATERMARK_INPUT',
      `The picture has more than ${maxPixels} pixels`,
      'Scale it down, or cut it into parts and mark each.',
      { width, height },
    );
  }
  if (data.length !== width * height * 4) {
    throw watermarkError(
      'ERR_WATERMARK_INPUT',
      `A picture of ${width} × ${height} needs ${width * height * 4} bytes, and has ${data.length}`,
      'Give red, green, blue and alpha of each pixel, one byte each.',
      { width, height, bytes: data.length },
    );
  }
}

/** The luminance of each pixel, 0 to 255. Source: ITU-R BT.601, which JPEG uses. */
export function luminance({ width, height, data }: RasterImage): Float32Array {
  const values = new Float32Array(width * height);
  for (let pixel = 0, at = 0; pixel < values.length; pixel += 1, at += 4) {
    values[pixel] =
      0.299 * (data[at] as number) +
      0.587 * (data[at + 1] as number) +
      0.114 * (data[at + 2] as number);
  }
  return values;
}
