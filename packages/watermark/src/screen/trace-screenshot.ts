import { tileSide } from '../image/fourier-transform.ts';
import { levelContrast } from '../image/level-contrast.ts';
import { checkImage, luminance, type RasterImage } from '../image/raster-image.ts';
import { TileReader } from '../image/read-tile.ts';
import { planTile } from '../image/tile-plan.ts';
import { type ImageTrace, traceImage } from '../image/trace-image.ts';
import { watermarkError } from '../watermark-error.ts';
import { type Corners, straighten, turnMiddle } from './straighten.ts';

/** Options of {@link traceScreenshot}. */
export interface TraceScreenshotOptions {
  /** The key that the pattern was drawn with. */
  readonly key: Uint8Array;
  /**
   * Of a photograph: where the corners of the screen, or of any rectangle on it, are, in pixels: top left, top right, bottom right,
   * bottom left. What was seen at an angle is straightened.
   */
  readonly corners?: Corners;
  /**
   * With `corners`: width of that rectangle by its height, as 16 / 9. Without it, the edges in the photograph say it, which is too
   * coarse for what was seen from the side.
   */
  readonly aspectRatio?: number;
  /** How far a picture may be turned, in degrees to either side: 0 to 10. Each degree takes some seconds. Default 0. */
  readonly maxTurnDegrees?: number;
}

/** What a screenshot says of who looked at the screen. */
export type ScreenshotTrace =
  | (Extract<ImageTrace, { found: true }> & {
      /** How far the picture was turned, in degrees. */
      readonly turnDegrees: number;
    })
  | { readonly found: false };

/** Larger photographs are made smaller: a screen does not have more. */
const mostPixels = 2600;
const smallestScale = 0.6;
const largestScale = 2.1;
const coarseTiles = 2;
const coarseStep = 1.016;
const coarseTurnDegrees = 0.4;
const fineTurnDegrees = 0.06;
const candidates = 4;

interface Turned {
  readonly degrees: number;
  readonly scale: number;
  readonly score: number;
}

/** How well the pilots fit after a turn, at the best of some scales. */
function tryTurn(
  reader: TileReader,
  image: RasterImage,
  degrees: number,
  tiles: number,
  scales: readonly number[],
): Turned {
  const most = Math.min(image.width, image.height);
  const side = Math.min(most, Math.ceil(tiles * tileSide * Math.max(...scales)));
  const turned = turnMiddle(image, degrees, side, side);
  const values = levelContrast(luminance(turned), side, side);
  let best: Turned = { degrees, scale: 1, score: 0 };
  for (const scale of scales) {
    const [found] = reader.align(
      { values, width: side, height: side },
      scale,
      scale,
      tiles * tileSide,
    );
    if (found !== undefined && found.score > best.score)
      best = { degrees, scale, score: found.score };
  }
  return best;
}

function traceTurned(image: RasterImage, key: Uint8Array, maxTurnDegrees: number): ScreenshotTrace {
  const reader = new TileReader(planTile(key));
  const scales: number[] = [];
  for (let scale = smallestScale; scale < largestScale; scale *= coarseStep) scales.push(scale);
  const coarse: Turned[] = [];
  for (
    let degrees = -maxTurnDegrees;
    degrees <= maxTurnDegrees + 1e-9;
    degrees += coarseTurnDegrees
  ) {
    coarse.push(tryTurn(reader, image, degrees, coarseTiles, scales));
  }
  coarse.sort((a, b) => b.score - a.score);
  for (const { degrees: near, scale } of coarse.slice(0, candidates)) {
    const close = [-1, -0.5, 0, 0.5, 1].map((step) => scale * coarseStep ** step);
    let best: Turned = { degrees: near, scale, score: 0 };
    for (let step = -5; step <= 5; step += 1) {
      const found = tryTurn(reader, image, near + step * fineTurnDegrees, 4, close);
      if (found.score > best.score) best = found;
    }
    const side = Math.min(image.width, image.height);
    const width = Math.min(image.width, Math.ceil(1.5 * side));
    const trace = traceImage(turnMiddle(image, best.degrees, width, side), { key });
    if (trace.found) return { ...trace, turnDegrees: -best.degrees };
  }
  return { found: false };
}

/**
 * Reads who looked at a screen out of a screenshot, or a photograph of it, that shows the pattern of `createScreenPattern`. A screenshot
 * may be cut, scaled from half to one and a half, and compressed; a photograph needs the corners of the screen, or a limit for how
 * far it may be turned. Without a tag that fits there is no answer.
 *
 * @throws {DataSecurityError} `ERR_WATERMARK_INPUT` if the picture is not what it says, `ERR_WATERMARK_KEY` for a key shorter than 16 bytes,
 * `ERR_WATERMARK_OPTIONS` for corners that span nothing, or a turn out of range.
 *
 * @example
 * ```ts
 * import { traceScreenshot } from '@yushu/watermark/screen';
 *
 * const width = 640, height = 400;
 * const unmarked = { width, height, data: new Uint8Array(4 * width * height).fill(250) }; // pixels of a PNG
 * console.log(traceScreenshot(unmarked, { key: new Uint8Array(32) }).found); // false
 * ```
 */
export function traceScreenshot(
  image: RasterImage,
  { key, corners, aspectRatio, maxTurnDegrees = 0 }: TraceScreenshotOptions,
): ScreenshotTrace {
  checkImage(image);
  const isFlat = corners !== undefined && !(spannedArea(corners) >= 64 * 64);
  const isStrange = aspectRatio !== undefined && !(aspectRatio > 0.1 && aspectRatio < 10);
  if (!(maxTurnDegrees >= 0 && maxTurnDegrees <= 10) || isFlat || isStrange) {
    throw watermarkError(
      'ERR_WATERMARK_OPTIONS',
      'maxTurnDegrees must be from 0 to 10, and corners must go around a part of the picture',
      'Give the corners in pixels: top left, top right, bottom right, bottom left.',
    );
  }
  const { width, height } = image;
  const whole: Corners = [
    [0, 0],
    [width, 0],
    [width, height],
    [0, height],
  ];
  const isLarge = Math.max(width, height) > mostPixels;
  const screen =
    corners === undefined && !isLarge
      ? image
      : straighten(image, corners ?? whole, mostPixels, corners && aspectRatio);
  const trace = traceImage(screen, { key });
  if (trace.found) return { ...trace, turnDegrees: 0 };
  return maxTurnDegrees > 0 ? traceTurned(screen, key, maxTurnDegrees) : { found: false };
}

function spannedArea(corners: Corners): number {
  return (
    corners.reduce((sum, [x, y], index) => {
      const [nextX, nextY] = corners[(index + 1) % 4] as Corners[0];
      return sum + x * nextY - nextX * y;
    }, 0) / 2
  );
}
