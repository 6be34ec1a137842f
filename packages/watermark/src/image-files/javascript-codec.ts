import { convertIndexedToRgb, decode as decodePng, encode as encodePng } from 'fast-png';
import jpeg from 'jpeg-js';
import { maxPixels, type RasterImage } from '../image/raster-image.ts';
import { watermarkError } from '../watermark-error.ts';
import type { ImageCodec, ImageFormat } from './image-codec.ts';

function broken(format: ImageFormat): Error {
  return watermarkError(
    'ERR_WATERMARK_INPUT',
    `The ${format === 'png' ? 'PNG' : 'JPEG'} file is damaged, or of a kind that is not read`,
    'Open it with a viewer and save it again, or use createSharpCodec.',
  );
}

/** Width and height stand at a fixed place: read them before anything is unpacked. */
function checkSize(bytes: Uint8Array): void {
  if (bytes.length < 24) throw broken('png');
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (view.getUint32(16) * view.getUint32(20) > maxPixels) {
    throw watermarkError(
      'ERR_WATERMARK_INPUT',
      `The picture has more than ${maxPixels} pixels`,
      'Scale it down, or cut it into parts.',
    );
  }
}

function readPng(bytes: Uint8Array): RasterImage {
  checkSize(bytes);
  const png = decodePng(bytes);
  const { width, height } = png;
  const indexed = png.palette !== undefined;
  const values = indexed ? convertIndexedToRgb(png) : png.data;
  const channels = indexed ? (png.palette?.[0]?.length ?? 3) : png.channels;
  // 16 bits a channel come down to 8; 1, 2 and 4 bits of grey go up.
  const most = indexed ? 255 : 2 ** png.depth - 1;
  const pixels = width * height;
  if (!indexed && png.depth < 8) throw broken('png');
  const data = new Uint8Array(4 * pixels).fill(255);
  const grey = channels < 3;
  for (let pixel = 0; pixel < pixels; pixel += 1) {
    for (let channel = 0; channel < 3; channel += 1) {
      const value = values[pixel * channels + (grey ? 0 : channel)] as number;
      data[4 * pixel + channel] = Math.round((value * 255) / most);
    }
    if (channels === 2 || channels === 4) {
      const value = values[pixel * channels + channels - 1] as number;
      data[4 * pixel + 3] = Math.round((value * 255) / most);
    }
  }
  return { width, height, data };
}

function noWebp(): Error {
  return watermarkError(
    'ERR_WATERMARK_OPTIONS',
    'WebP is read and written with sharp only',
    'npm install sharp, and give codec: createSharpCodec(sharp).',
  );
}

/**
 * PNG and JPEG in plain JavaScript, in browsers too. Colour profiles and turns that a camera notes are not looked at; take
 * {@link createSharpCodec} for photographs.
 */
export const javascriptCodec: ImageCodec = {
  async decode(bytes, format) {
    if (format === 'webp') throw noWebp();
    if (format === 'png') {
      checkSize(bytes);
      try {
        return readPng(bytes);
      } catch {
        throw broken('png');
      }
    }
    try {
      const { width, height, data } = jpeg.decode(bytes, {
        useTArray: true,
        formatAsRGBA: true,
        tolerantDecoding: false,
        maxResolutionInMP: maxPixels / 1e6,
        maxMemoryUsageInMB: 2048,
      });
      return { width, height, data };
    } catch {
      throw broken('jpeg');
    }
  },
  async encode({ width, height, data }, format, quality) {
    if (format === 'webp') throw noWebp();
    if (format === 'png') {
      return encodePng({ width, height, data: new Uint8Array(data), channels: 4, depth: 8 });
    }
    return Uint8Array.from(jpeg.encode({ width, height, data }, quality).data);
  },
};
