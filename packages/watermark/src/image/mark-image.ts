import { watermarkError } from '../watermark-error.ts';
import { compressBlocks } from './compress-blocks.ts';
import { drawTile } from './draw-tile.ts';
import { tileSide } from './fourier-transform.ts';
import { levelContrast, measureTexture } from './level-contrast.ts';
import { checkImage, luminance, type RasterImage } from './raster-image.ts';
import { type LeveledPicture, TileReader, untouched } from './read-tile.ts';
import { planTile } from './tile-plan.ts';

/** Options of {@link markImage}. */
export interface MarkImageOptions {
  /** At least 16 bytes; who has it can read, forge and remove marks. */
  readonly key: Uint8Array;
  /** Who gets the picture: 64 bits, from 0n. */
  readonly id: bigint;
  /**
   * How near the marked picture stays to the original at the least: peak signal-to-noise ratio in dB, 34 to 50. The mark is made only as
   * strong as it must be to survive a crop and JPEG of quality 50, up to this. Default 40.2.
   */
  readonly minPsnrDb?: number;
}

/** A marked picture. */
export interface MarkedImage {
  readonly image: RasterImage;
  /** Peak signal-to-noise ratio against the original over red, green and blue, in dB. */
  readonly psnrDb: number;
}

interface Painted {
  readonly image: RasterImage;
  readonly psnrDb: number;
}

/** Where there is texture, the mark may be up to so many times as strong. */
const strongest = 2.5;
const perLevelOfTexture = 0.05;
/** How far the pilots must stand out in the middle of the compressed picture: a search over scales meets 5 by chance. */
const safeScore = 14;

function paint(
  { width, height, data }: RasterImage,
  tile: Float64Array,
  gains: Float32Array,
  strength: number,
): { data: Uint8ClampedArray; squaredError: number } {
  const result = new Uint8ClampedArray(data);
  let squaredError = 0;
  for (let y = 0, at = 0; y < height; y += 1) {
    const row = (y % tileSide) * tileSide;
    for (let x = 0; x < width; x += 1, at += 4) {
      // What nobody sees carries nothing, and should compress as before.
      if (data[at + 3] === 0) continue;
      const change = strength * (gains[at >> 2] as number) * (tile[row + (x % tileSide)] as number);
      for (let channel = at; channel < at + 3; channel += 1) {
        const before = data[channel] as number;
        result[channel] = before + change;
        squaredError += ((result[channel] as number) - before) ** 2;
      }
    }
  }
  return { data: result, squaredError };
}

/** Paints the tile with the strength that gives this ratio, or a little more of it. */
function paintAt(
  image: RasterImage,
  tile: Float64Array,
  gains: Float32Array,
  psnrDb: number,
): Painted {
  const values = 3 * image.width * image.height;
  const wanted = (255 * 255) / 10 ** (psnrDb / 10);
  let strength = Math.sqrt(wanted) / 1.5;
  let painted = paint(image, tile, gains, strength);
  // Rounding, and levels that end at 0 and 255, take a little away: come near from below.
  for (let round = 0; round < 8; round += 1) {
    const mean = painted.squaredError / values;
    if (mean <= wanted && mean > 0.99 * wanted) break;
    strength *= Math.min(2, Math.sqrt((0.995 * wanted) / Math.max(mean, 1e-9)));
    painted = paint(image, tile, gains, strength);
  }
  return {
    image: { width: image.width, height: image.height, data: painted.data },
    psnrDb: 10 * Math.log10((255 * 255 * values) / Math.max(painted.squaredError, 1e-9)),
  };
}

function toLeveled(values: Float32Array, { width, height }: RasterImage): LeveledPicture {
  return { values: levelContrast(values, width, height), width, height };
}

/**
 * Marks a picture with an id of 64 bits, so that a copy that is scaled, cropped, compressed or made grey still says whom it was given
 * to; see {@link traceImage}. A tile of faint waves is repeated over the picture: waves of a band that survives halving and JPEG,
 * with phases that only the key says, a code that corrects errors, and a tag that makes an answer trustworthy. The marked picture
 * is read once before it is given out.
 *
 * Not secret against one who has the key, nor against one who has many pictures with the same mark: averages of their tiles show the
 * tile.
 *
 * Source: I. J. Cox, M. L. Miller, J. A. Bloom et al., "Digital Watermarking and Steganography", 2nd edition, chapters 3, 5 and 9
 * (spread spectrum, codes, templates against geometric change).
 *
 * @returns A new picture; the given one is not changed.
 * @throws {DataSecurityError} `ERR_WATERMARK_OPTIONS` for an id or ratio out of range, `ERR_WATERMARK_KEY` for a key shorter than 16 bytes,
 * `ERR_WATERMARK_INPUT` if the picture is not what it says, `ERR_WATERMARK_CAPACITY` if the picture is too small or too full of texture
 * to be read again.
 *
 * @example
 * ```ts
 * import { markImage } from '@yushu/watermark/image';
 *
 * const width = 512, height = 512;
 * const data = new Uint8Array(width * height * 4).fill(128);
 * const key = crypto.getRandomValues(new Uint8Array(32));
 *
 * console.log(markImage({ width, height, data }, { key, id: 4711n }).psnrDb >= 40.2); // true
 * ```
 */
export function markImage(
  image: RasterImage,
  { key, id, minPsnrDb = 40.2 }: MarkImageOptions,
): MarkedImage {
  checkImage(image);
  if (!(minPsnrDb >= 34 && minPsnrDb <= 50)) {
    throw watermarkError(
      'ERR_WATERMARK_OPTIONS',
      'minPsnrDb must be from 34 to 50',
      'Leave it out for 40.2 dB, which hardly anybody sees.',
    );
  }
  const plan = planTile(key);
  const tile = drawTile(plan, id);
  const reader = new TileReader(plan);
  const { width, height } = image;
  const textured = measureTexture(luminance(image), width, height).map((texture) =>
    Math.min(strongest, 1 + perLevelOfTexture * texture),
  );
  const attempts = [42.5, 41]
    .filter((ratio) => ratio > minPsnrDb)
    .concat(minPsnrDb)
    .map((ratio) => ({ ratio, gains: textured }));
  // Last, evenly over the whole picture: black print on white would otherwise get all of the mark, and cover it too.
  attempts.push({ ratio: minPsnrDb, gains: textured.map(() => 1) });

  let best: { readonly marked: MarkedImage; readonly score: number } | undefined;
  for (const { ratio, gains } of attempts) {
    const marked = paintAt(image, tile, gains, ratio);
    const values = luminance(marked.image);
    const compressed = toLeveled(compressBlocks(values, width, height), image);
    if (reader.read(compressed, untouched) === id) {
      const score = reader.scoreAt(compressed, 0.6 * Math.min(width, height));
      if (score >= safeScore) return marked;
      if (best === undefined || score > best.score) best = { marked, score };
    } else if (best === undefined && reader.read(toLeveled(values, image), untouched) === id) {
      best = { marked, score: Number.NEGATIVE_INFINITY };
    }
  }
  if (best !== undefined) return best.marked;
  throw watermarkError(
    'ERR_WATERMARK_CAPACITY',
    'The mark cannot be read in this picture: it is too small, too dark or bright, or too full of texture',
    'Give it at least 256 × 256 pixels, or lower minPsnrDb.',
    { width, height },
  );
}
