import { encode } from 'fast-png';
import { drawTile } from '../image/draw-tile.ts';
import { tileSide } from '../image/fourier-transform.ts';
import { planTile } from '../image/tile-plan.ts';
import { watermarkError } from '../watermark-error.ts';

/** Options of {@link createScreenPattern}. */
export interface CreateScreenPatternOptions {
  /** At least 16 bytes; who has it can read and forge marks, so it never goes to a browser. */
  readonly key: Uint8Array;
  /** Who looks at the screen: 64 bits, from 0n. */
  readonly id: bigint;
  /**
   * How far the pattern moves a pixel, as a standard deviation in levels of 255: 1 to 12. Default 3, which looks like the grain of
   * paper to who searches for it, and survives JPEG of quality 50.
   */
  readonly strengthLevels?: number;
}

/**
 * Draws the faint pattern that says who looks at a screen: a picture of 128 × 128 pixels, black and white with little opacity, which
 * `showScreenMark` repeats over the page. Call it on the server, for each viewer, and send what it gives; the key stays.
 *
 * @returns A data URL of a PNG, some 13 kB.
 * @throws {DataSecurityError} `ERR_WATERMARK_OPTIONS` for an id or strength out of range, `ERR_WATERMARK_KEY` for a key shorter than 16
 * bytes.
 *
 * @example
 * ```ts
 * import { createScreenPattern } from '@yushu/watermark/screen';
 *
 * const key = crypto.getRandomValues(new Uint8Array(32));
 * console.log(createScreenPattern({ key, id: 4711n }).startsWith('data:image/png;base64,')); // true
 * ```
 */
export function createScreenPattern({
  key,
  id,
  strengthLevels = 3,
}: CreateScreenPatternOptions): string {
  if (!(strengthLevels >= 1 && strengthLevels <= 12)) {
    throw watermarkError(
      'ERR_WATERMARK_OPTIONS',
      'strengthLevels must be from 1 to 12',
      'Leave it out for 3, which hardly anybody sees.',
    );
  }
  const tile = drawTile(planTile(key), id);
  const data = new Uint8Array(2 * tile.length);
  // What rounding takes is given to the neighbour, so that half levels are not lost.
  let rest = 0;
  for (const [index, value] of tile.entries()) {
    const wanted = Math.abs(value) * strengthLevels + rest;
    const opacity = Math.max(0, Math.min(255, Math.round(wanted)));
    rest = Math.max(-1, Math.min(1, wanted - opacity));
    data[2 * index] = value < 0 ? 0 : 255;
    data[2 * index + 1] = opacity;
  }
  const png = encode({ width: tileSide, height: tileSide, data, channels: 2, depth: 8 });
  let binary = '';
  for (const byte of png) binary += String.fromCharCode(byte);
  return `data:image/png;base64,${btoa(binary)}`;
}
