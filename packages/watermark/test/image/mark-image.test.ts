import { markImage, type RasterImage, traceImage } from '@yushu/watermark/image';
import { describe, expect, it } from 'vitest';
import { drawPicture } from './draw-picture.ts';

const key = new Uint8Array(32).fill(3);

function psnr(a: RasterImage, b: RasterImage): number {
  let sum = 0;
  for (let at = 0; at < a.data.length; at += 1) {
    if (at % 4 !== 3) sum += (a.data[at]! - b.data[at]!) ** 2;
  }
  return 10 * Math.log10((255 * 255 * 3 * a.width * a.height) / sum);
}

describe('markImage', () => {
  it('says truly how near it stays, and changes neither its input nor what is transparent', () => {
    const picture = drawPicture('texture', 320, 320);
    const data = new Uint8Array(picture.data);
    for (let at = 3; at < 4 * 320 * 40; at += 4) data[at] = 0;
    const before = data.slice();
    const { image, psnrDb } = markImage({ width: 320, height: 320, data }, { key, id: 5n });
    expect(data).toEqual(before);
    expect(psnr(image, { ...image, data })).toBeCloseTo(psnrDb, 6);
    expect(psnrDb).toBeGreaterThanOrEqual(40.2);
    expect([...image.data.subarray(0, 4 * 320 * 40)]).toEqual([...data.subarray(0, 4 * 320 * 40)]);
  });

  it.each([0n, 1n, (1n << 64n) - 1n])('carries the id %s', (id) => {
    const { image } = markImage(drawPicture('landscape', 256, 256), { key, id });
    expect(traceImage(image, { key })).toMatchObject({ found: true, id });
  });

  it('is the same for the same key, id and picture', () => {
    const picture = drawPicture('landscape', 256, 256);
    expect(markImage(picture, { key, id: 9n })).toEqual(markImage(picture, { key, id: 9n }));
  });

  it.each([
    [{ key: new Uint8Array(15), id: 1n }, 'ERR_WATERMARK_KEY'],
    [{ key, id: -1n }, 'ERR_WATERMARK_OPTIONS'],
    [{ key, id: 1n << 64n }, 'ERR_WATERMARK_OPTIONS'],
    [{ key, id: 1n, minPsnrDb: 60 }, 'ERR_WATERMARK_OPTIONS'],
    [{ key, id: 1n, minPsnrDb: Number.NaN }, 'ERR_WATERMARK_OPTIONS'],
  ])('refuses options out of range: %#', (options, code) => {
    const picture = drawPicture('flat', 64, 64);
    expect(() => markImage(picture, options)).toThrow(expect.objectContaining({ code }));
  });

  it.each([
    { width: 0, height: 4, data: new Uint8Array(0) },
    { width: 2.5, height: 4, data: new Uint8Array(40) },
    { width: 4, height: 4, data: new Uint8Array(63) },
    { width: 1 << 20, height: 1 << 20, data: new Uint8Array(4) },
  ])('refuses what is no picture: %#', (image) => {
    const code = 'ERR_WATERMARK_INPUT';
    expect(() => markImage(image, { key, id: 1n })).toThrow(expect.objectContaining({ code }));
    expect(() => traceImage(image, { key })).toThrow(expect.objectContaining({ code }));
  });

  it('says when a picture cannot carry a mark', () => {
    const code = 'ERR_WATERMARK_CAPACITY';
    const small = drawPicture('texture', 24, 24);
    expect(() => markImage(small, { key, id: 1n })).toThrow(expect.objectContaining({ code }));
  });
});
