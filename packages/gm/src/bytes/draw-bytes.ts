import { type RandomBytes, systemRandom } from '@yushu/core';
import { randomError } from '../errors.ts';
import { isBytes } from './is-bytes.ts';

/** Random bytes of the port, as many as were asked for. A port that gives fewer would weaken a key in silence. */
export function drawBytes(length: number, random: RandomBytes = systemRandom): Uint8Array {
  const bytes = random(length);
  if (!isBytes(bytes) || bytes.length !== length) {
    throw randomError(`The random source did not give the ${length} bytes it was asked for`);
  }
  return bytes;
}
