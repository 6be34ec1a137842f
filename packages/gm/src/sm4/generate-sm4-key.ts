import type { RandomBytes } from '@yushu/core';
import { drawBytes } from '../bytes/draw-bytes.ts';
import { sm4KeyBytes } from './sm4-schedule.ts';

/**
 * A random SM4 key, 16 bytes.
 *
 * @param random - the source of randomness; the platform's unless given
 * @throws {DataSecurityError} `ERR_GM_RANDOM` if the source gives another length
 *
 * @example
 * ```ts
 * import { generateSm4Key } from '@yushu/gm/sm4';
 *
 * console.log(generateSm4Key().length); // 16
 * ```
 */
export function generateSm4Key(random?: RandomBytes): Uint8Array {
  return drawBytes(sm4KeyBytes, random);
}
