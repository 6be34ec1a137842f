/**
 * Randomness in stock: asking the platform for 12 bytes at a time takes as long as the encryption.
 *
 * @module
 */
import type { RandomBytes } from '@yushu/core';
import type { FillRandom } from './raw-aead.ts';

const poolBytes = 8192;

/**
 * Hands out the bytes of `random`, which is asked for 8 KiB at a time. Each byte is given out once and erased here.
 * The stock belongs to one key in one thread: workers and child processes make their own.
 */
export function createRandomPool(random: RandomBytes): FillRandom {
  let pool: Uint8Array = new Uint8Array(0);
  let next = 0;
  return (out, offset, length) => {
    if (next + length > pool.length) {
      pool = random(Math.max(poolBytes, length));
      next = 0;
    }
    for (let end = offset + length; offset < end; offset += 1, next += 1) {
      out[offset] = pool[next] as number;
      pool[next] = 0;
    }
  };
}
