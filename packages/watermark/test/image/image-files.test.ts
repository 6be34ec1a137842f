import {
  createSharpCodec,
  detectImageFormat,
  type ImageFormat,
  javascriptCodec,
  markImageFile,
  traceImageFile,
} from '@yushu/watermark/image-files';
import fc from 'fast-check';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { drawPicture } from './draw-picture.ts';

const key = new Uint8Array(32).fill(21);
const id = 77n;
const picture = drawPicture('landscape', 360, 300, 3);
const sharpCodec = createSharpCodec(sharp);

describe('markImageFile and traceImageFile', () => {
  it.each([
    ['png', javascriptCodec],
    ['jpeg', javascriptCodec],
    ['png', sharpCodec],
    ['jpeg', sharpCodec],
    ['webp', sharpCodec],
  ] as const)(
    '%s: keep the format and find the id, whichever codec reads it',
    async (format, codec) => {
      const file = await codec.encode(picture, format, 95);
      const marked = await markImageFile(file, { key, id, codec });
      expect(detectImageFormat(marked)).toBe(format);
      expect(await traceImageFile(marked, { key, codec: sharpCodec })).toMatchObject({
        found: true,
        id,
      });
      if (format !== 'webp') {
        expect(await traceImageFile(marked, { key })).toMatchObject({ found: true, id });
      }
    },
  );

  it.each([
    [
      'grey',
      sharp(picture.data, { raw: { width: 360, height: 300, channels: 4 } })
        .grayscale()
        .png(),
    ],
    [
      'with a palette',
      sharp(picture.data, { raw: { width: 360, height: 300, channels: 4 } }).png({ palette: true }),
    ],
    [
      'of 16 bits',
      sharp(picture.data, { raw: { width: 360, height: 300, channels: 4 } })
        .toColourspace('rgb16')
        .png(),
    ],
  ])('reads PNG %s as sharp does', async (_, pipeline) => {
    const file = new Uint8Array(await pipeline.toBuffer());
    const mine = await javascriptCodec.decode(file, 'png');
    const theirs = await sharpCodec.decode(file, 'png');
    expect([mine.width, mine.height]).toEqual([theirs.width, theirs.height]);
    let most = 0;
    for (const [at, value] of mine.data.entries())
      most = Math.max(most, Math.abs(value - theirs.data[at]!));
    expect(most).toBeLessThanOrEqual(1);
  });

  it('refuses files that are no pictures, are cut off or are damaged, with one code', async () => {
    const code = 'ERR_WATERMARK_INPUT';
    const files = new Map<ImageFormat, Uint8Array>();
    for (const format of ['png', 'jpeg'] as const) {
      files.set(format, await javascriptCodec.encode(picture, format, 80));
    }
    await expect(markImageFile(new Uint8Array(9), { key, id })).rejects.toMatchObject({ code });
    for (const file of files.values()) {
      await expect(traceImageFile(file.subarray(0, 60), { key })).rejects.toMatchObject({ code });
    }
    const bomb = files.get('png')!.slice();
    new DataView(bomb.buffer).setUint32(16, 0x7fffffff);
    await expect(traceImageFile(bomb, { key })).rejects.toMatchObject({ code });
    const small = await javascriptCodec.encode(drawPicture('texture', 40, 40), 'png', 1);
    await fc.assert(
      fc.asyncProperty(fc.nat(small.length - 1), fc.nat(255), async (at, value) => {
        const damaged = small.slice();
        damaged[at] = value;
        try {
          await javascriptCodec.decode(damaged, 'png');
        } catch (error) {
          expect(error).toMatchObject({ code });
        }
      }),
      { numRuns: 60 },
    );
  });

  it('says that WebP needs sharp', async () => {
    const file = await sharpCodec.encode(picture, 'webp', 90);
    await expect(markImageFile(file, { key, id })).rejects.toMatchObject({
      code: 'ERR_WATERMARK_OPTIONS',
    });
  });
});
