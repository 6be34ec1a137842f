/**
 * What a picture mark survives: `npm run -s experiment:images [-- FOLDER…]` in `packages/watermark` marks drawn pictures, or the pictures of
 * the folders, attacks each copy and traces it. Prints a table, and one JSON line of counts at the end.
 *
 * @module
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { markImage, type RasterImage, traceImage } from '@yushu/watermark/image';
import { createSharpCodec, detectImageFormat } from '@yushu/watermark/image-files';
import sharp, { type Sharp } from 'sharp';
import { drawPicture } from '../image/draw-picture.ts';

const key = new Uint8Array(32).fill(42);
const id = 0x1234_5678_9abc_def0n;
const side = 512;

async function pixels(pipeline: Sharp): Promise<RasterImage> {
  const { data, info } = await pipeline
    .toColourspace('srgb')
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height, data };
}
const from = ({ width, height, data }: RasterImage) =>
  sharp(data, { raw: { width, height, channels: 4 } });
const jpeg = (quality: number) => async (image: RasterImage) =>
  pixels(sharp(await from(image).removeAlpha().jpeg({ quality }).toBuffer()));
const webp = (quality: number) => async (image: RasterImage) =>
  pixels(sharp(await from(image).webp({ quality }).toBuffer()));
const scale = (factor: number) => (image: RasterImage) =>
  pixels(from(image).resize(Math.round(image.width * factor), Math.round(image.height * factor)));
const crop = (share: number) => (image: RasterImage) =>
  pixels(
    from(image).extract({
      left: Math.floor(0.5 * (1 - share) * image.width + 3),
      top: Math.floor(0.7 * (1 - share) * image.height),
      width: Math.floor(share * image.width) - 3,
      height: Math.floor(share * image.height),
    }),
  );

const attacks: Readonly<Record<string, (image: RasterImage) => Promise<RasterImage>>> = {
  none: async (image) => image,
  'JPEG 50': jpeg(50),
  'JPEG 30': jpeg(30),
  'WebP 75': webp(75),
  'WebP 50': webp(50),
  '× 0.5': scale(0.5),
  '× 0.73': scale(0.73),
  '× 1.37': scale(1.37),
  '× 2': scale(2),
  'crop 60 %': crop(0.6),
  'crop 45 %': crop(0.45),
  'blur 1': (image) => pixels(from(image).blur(1)),
  grey: async (image) => pixels(sharp(await from(image).grayscale().png().toBuffer())),
  'crop 60 % + JPEG 50': async (image) => jpeg(50)(await crop(0.6)(image)),
  '× 0.5 + JPEG 75': async (image) => jpeg(75)(await scale(0.5)(image)),
  'crop 60 % × 0.73 + JPEG 50': async (image) =>
    jpeg(50)(await scale(0.73)(await crop(0.6)(image))),
};

async function* pictures(): AsyncGenerator<{ name: string; image: RasterImage }> {
  const folders = process.argv.slice(2);
  if (folders.length === 0) {
    for (const kind of ['landscape', 'texture', 'document', 'flat', 'dark'] as const) {
      for (let seed = 1; seed <= 2; seed += 1) {
        yield { name: `${kind} ${seed}`, image: drawPicture(kind, side, side, seed) };
      }
    }
  }
  const codec = createSharpCodec(sharp);
  for (const folder of folders) {
    for (const file of readdirSync(folder)) {
      if (!/\.(png|jpe?g|webp)$/i.test(file)) continue;
      const bytes = readFileSync(join(folder, file));
      const whole = await codec.decode(bytes, detectImageFormat(bytes));
      yield { name: file, image: await pixels(from(whole).resize(side, side, { fit: 'cover' })) };
    }
  }
}

const survived = new Map(Object.keys(attacks).map((name) => [name, 0]));
let marked = 0;
for await (const { name, image } of pictures()) {
  const { image: copy, psnrDb } = markImage(image, { key, id });
  marked += 1;
  const lost: string[] = [];
  for (const [attackName, attack] of Object.entries(attacks)) {
    const trace = traceImage(await attack(copy), { key });
    if (trace.found && trace.id !== id) throw new Error(`${name}: a wrong id after ${attackName}`);
    if (trace.found) survived.set(attackName, (survived.get(attackName) ?? 0) + 1);
    else lost.push(attackName);
  }
  console.log(
    `${psnrDb.toFixed(1)} dB  ${name}${lost.length > 0 ? `  lost after: ${lost.join(', ')}` : ''}`,
  );
}
console.log(JSON.stringify({ marked, survived: Object.fromEntries(survived) }));
