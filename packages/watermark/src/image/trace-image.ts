import { tileSide } from './fourier-transform.ts';
import { levelContrast } from './level-contrast.ts';
import { checkImage, luminance, type RasterImage } from './raster-image.ts';
import { type Alignment, type LeveledPicture, TileReader } from './read-tile.ts';
import { planTile } from './tile-plan.ts';

/** Options of {@link traceImage}. */
export interface TraceImageOptions {
  /** The key that the picture was marked with. */
  readonly key: Uint8Array;
}

/** What a picture says of where it comes from. */
export type ImageTrace =
  | {
      readonly found: true;
      /** The id that the picture was marked with; its tag of 32 bits fits. */
      readonly id: bigint;
      /** Pixels of this picture for one of the marked one, across and down. */
      readonly scale: readonly [number, number];
      /** How far the pilots stand out, in standard deviations of what chance gives at one place. */
      readonly score: number;
    }
  | { readonly found: false };

/** The search goes from half to double the size, with a little room. */
const smallestScale = 0.47;
const largestScale = 2.15;
/** Side of what the search looks at first, in pixels of the marked picture: scales that are 0.8 % apart still fit over it. */
const searchWindow = 3.5 * tileSide;
const searchStep = 1.008;
/** How many alignments are read. Each may be wrong with probability 2⁻³², so a foreign picture speaks once in 33 million. */
const refined = 8;
const unrefined = 24;
const usualScales = [1, 0.5, 2, 0.75, 1.5];

const neighbours = [
  [1, 1],
  [-1, -1],
  [1, 0],
  [-1, 0],
  [0, 1],
  [0, -1],
] as const;

/** Climbs from a coarse alignment to the best one over the whole picture, with steps that shrink as the window grows. */
function refine(reader: TileReader, picture: LeveledPicture, coarse: Alignment): Alignment {
  const whole = Math.max(picture.width / coarse.scaleX, picture.height / coarse.scaleY);
  let best = coarse;
  for (let window = searchWindow; ; window = Math.min(2 * window, whole)) {
    const at = (x: number, y: number) => reader.align(picture, x, y, window)[0] as Alignment;
    for (const step of [1 / window, 0.4 / window]) {
      best = at(best.scaleX, best.scaleY);
      for (let round = 0, moved = true; moved && round < 8; round += 1) {
        moved = false;
        for (const [x, y] of neighbours) {
          const next = at(best.scaleX * (1 + x * step), best.scaleY * (1 + y * step));
          if (next.score > best.score) {
            best = next;
            moved = true;
          }
        }
      }
    }
    if (window >= whole) return best;
  }
}

/**
 * Reads the id out of a picture that was marked with {@link markImage}: neither the original nor its size is needed, and the picture
 * may have been scaled from half to double, cropped, compressed again, or made grey. Without a tag that fits there is no answer: a
 * foreign picture is taken for a marked one with a probability below 2⁻²⁴.
 *
 * @returns The id, or `{ found: false }`: not marked, marked with another key, or damaged too much.
 * @throws {DataSecurityError} `ERR_WATERMARK_INPUT` if the picture is not what it says, `ERR_WATERMARK_KEY` if the key is shorter than 16
 * bytes.
 *
 * @example
 * ```ts
 * import { markImage, traceImage } from '@yushu/watermark/image';
 *
 * const width = 512, height = 512;
 * const data = Uint8Array.from({ length: width * height * 4 }, (_, index) => 96 + ((index * 7919) % 64));
 * const key = crypto.getRandomValues(new Uint8Array(32));
 *
 * const { image } = markImage({ width, height, data }, { key, id: 4711n });
 * const trace = traceImage(image, { key });
 * console.log(trace.found && trace.id); // 4711n
 * ```
 */
export function traceImage(image: RasterImage, { key }: TraceImageOptions): ImageTrace {
  checkImage(image);
  const reader = new TileReader(planTile(key));
  const { width, height } = image;
  const picture = { values: levelContrast(luminance(image), width, height), width, height };
  const read = (alignment: Alignment): ImageTrace | undefined => {
    const id = reader.read(picture, alignment);
    if (id === undefined) return undefined;
    const { scaleX, scaleY, score } = alignment;
    return { found: true, id, scale: [scaleX, scaleY], score };
  };

  // Most pictures that are found were not scaled, or by a usual factor: then even a faint peak may be the right one.
  for (const scale of usualScales) {
    const found = reader.align(picture, scale, scale, Number.POSITIVE_INFINITY, unrefined);
    for (const alignment of found) {
      const trace = read(alignment);
      if (trace) return trace;
    }
  }
  const coarse: Alignment[] = [];
  for (let scale = smallestScale; scale < largestScale; scale *= searchStep) {
    coarse.push(...reader.align(picture, scale, scale, searchWindow));
  }
  coarse.sort((a, b) => b.score - a.score);
  for (const candidate of coarse.slice(0, refined)) {
    const trace = read(refine(reader, picture, candidate));
    if (trace) return trace;
  }
  return { found: false };
}
