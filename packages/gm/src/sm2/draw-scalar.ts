import type { RandomBytes } from '@yushu/core';
import { bytesToNumber } from '../bytes/big-endian.ts';
import { drawBytes } from '../bytes/draw-bytes.ts';
import { randomError } from '../errors.ts';
import { scalarBytes } from './parameters.ts';

/** A right generator misses once in 2^32 draws; one that misses this often is broken. */
const mostDraws = 64;

/** A random number from 1 to `most`, every one as likely: what is out of range is drawn again, not reduced. */
export function drawScalar(most: bigint, random?: RandomBytes): bigint {
  for (let draw = 0; draw < mostDraws; draw++) {
    const scalar = bytesToNumber(drawBytes(scalarBytes, random));
    if (scalar >= 1n && scalar <= most) return scalar;
  }
  throw randomError('The random source gives values that cannot be random');
}
