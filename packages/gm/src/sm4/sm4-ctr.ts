import type { RandomBytes } from '@yushu/core';
import { buildCipher, type Sm4Cipher } from './sm4-cipher.ts';
import { expandSm4Key } from './sm4-schedule.ts';
import { readCounter, xorKeystream } from './xor-keystream.ts';

/** Options of {@link createSm4Ctr}. */
export interface Sm4CtrOptions {
  /** The source of IVs; the platform's generator unless given. */
  readonly random?: RandomBytes;
}

/**
 * SM4-CTR (GB/T 17964-2021 section 10), not authenticated: a bit changed in the ciphertext is the same bit changed in the text, and
 * every ciphertext decrypts to something. The counter is the whole block, big-endian, as in OpenSSL.
 *
 * @param key - 16 bytes; a copy is made
 * @throws {DataSecurityError} `ERR_GM_KEY` for a key of another length
 *
 * @example
 * ```ts
 * import { createSm4Ctr, generateSm4Key } from '@yushu/gm/sm4';
 *
 * const cipher = createSm4Ctr(generateSm4Key());
 * console.log(cipher.encrypt('text').length); // 20
 * ```
 */
export function createSm4Ctr(key: Uint8Array, options: Sm4CtrOptions = {}): Sm4Cipher {
  const schedule = expandSm4Key(key);
  const crypt = (iv: Uint8Array, input: Uint8Array) =>
    xorKeystream(schedule, readCounter(iv), input, 'whole');
  return buildCipher({ algorithm: 'SM4-CTR', encrypt: crypt, decrypt: crypt }, options.random);
}
