import { markImage, type RasterImage, traceImage } from '@yushu/watermark/image';
import sharp, { type Sharp } from 'sharp';
import { describe, expect, it } from 'vitest';
import { drawPicture, type PictureKind } from './draw-picture.ts';

const key = new Uint8Array(32).fill(11);
const id = 0xfedc_ba98_7654_3210n;

const pipeline = ({ width, height, data }: RasterImage) =>
  sharp(data, { raw: { width, height, channels: 4 } });

async function pixels(from: Sharp): Promise<RasterImage> {
  const { data, info } = await from.ensureAlpha().raw().toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height, data: new Uint8Array(data) };
}

const scale = (factor: number) => (image: RasterImage) =>
  pixels(
    pipeline(image).resize(Math.round(image.width * factor), Math.round(image.height * factor)),
  );

const attacks: Readonly<Record<string, (image: RasterImage) => Promise<RasterImage>>> = {
  nothing: async (image) => image,
  'JPEG 50': async (image) =>
    pixels(sharp(await pipeline(image).removeAlpha().jpeg({ quality: 50 }).toBuffer())),
  'WebP 75': async (image) => pixels(sharp(await pipeline(image).webp({ quality: 75 }).toBuffer())),
  'half the size': scale(0.5),
  '1.37 of the size': scale(1.37),
  'double the size': scale(2),
  'a crop to 60 %': ({ width, height, ...image }) =>
    pixels(
      pipeline({ width, height, ...image }).extract({
        left: Math.floor(0.23 * width),
        top: Math.floor(0.31 * height),
        width: Math.floor(0.6 * width),
        height: Math.floor(0.6 * height),
      }),
    ),
  grey: async (image) =>
    pixels(sharp(await pipeline(image).grayscale().png().toBuffer()).toColourspace('srgb')),
  // Not for paper: it is white already.
  'ten percent brighter': (image) => pixels(pipeline(image).modulate({ brightness: 1.1 })),
};

const kinds: readonly PictureKind[] = ['landscape', 'document', 'flat'];

describe('traceImage', () => {
  for (const kind of kinds) {
    const marked = markImage(drawPicture(kind, 480, 400, 5), { key, id });

    it(`${kind}: stays within 40 dB`, () => {
      expect(marked.psnrDb).toBeGreaterThanOrEqual(40);
    });

    const names = Object.entries(attacks).filter(
      ([name]) => kind === 'landscape' || name !== 'ten percent brighter',
    );

    it.each(names)(`${kind}: reads the id after %s`, async (_, attack) => {
      expect(traceImage(await attack(marked.image), { key })).toMatchObject({ found: true, id });
    });
  }

  it('tells how the picture was scaled', async () => {
    const marked = markImage(drawPicture('landscape', 480, 400, 6), { key, id });
    const trace = traceImage(await scale(1.37)(marked.image), { key });
    expect(trace.found && trace.scale[0]).toBeCloseTo(1.37, 2);
    expect(trace.found && trace.scale[1]).toBeCloseTo(1.37, 2);
  });

  it('has no answer for another key, nor for a picture without a mark', () => {
    const picture = drawPicture('landscape', 300, 260, 7);
    const { image } = markImage(picture, { key, id });
    expect(traceImage(image, { key: new Uint8Array(32).fill(12) })).toEqual({ found: false });
    expect(traceImage(picture, { key })).toEqual({ found: false });
  });

  it('has no answer, and no failure, for pictures of a few pixels', () => {
    for (const [width, height] of [
      [1, 1],
      [3, 200],
      [17, 5],
    ] as const) {
      const data = new Uint8Array(width * height * 4).fill(77);
      expect(traceImage({ width, height, data }, { key })).toEqual({ found: false });
    }
  });
});
