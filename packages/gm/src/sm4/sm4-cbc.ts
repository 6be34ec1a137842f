import type { RandomBytes } from '@yushu/core';
import { chainPlatform } from '#platform/sm4';
import { hasPaddedLength, pad, readPadding, type Sm4Padding, unpad } from './padding.ts';
import { buildCipher, type Sm4Cipher } from './sm4-cipher.ts';
import { expandSm4Key } from './sm4-schedule.ts';

/** Options of {@link createSm4Cbc}. */
export interface Sm4CbcOptions {
  /** `pkcs7` unless given. */
  readonly padding?: Sm4Padding;
  /** The source of IVs; the platform's generator unless given. */
  readonly random?: RandomBytes;
}

/**
 * SM4-CBC (GB/T 17964-2021 section 7), not authenticated. Who is told whether the padding was right can decrypt by asking: let no
 * stranger send ciphertexts to be decrypted, or add a MAC over IV and ciphertext and check it first.
 *
 * @param key - 16 bytes; a copy is made
 * @throws {DataSecurityError} `ERR_GM_KEY` for a key of another length, `ERR_GM_INPUT` for an unknown padding
 *
 * @example
 * ```ts
 * import { createSm4Cbc, generateSm4Key } from '@yushu/gm/sm4';
 *
 * const cipher = createSm4Cbc(generateSm4Key());
 * console.log(new TextDecoder().decode(cipher.decrypt(cipher.encrypt('text')))); // text
 * ```
 */
export function createSm4Cbc(key: Uint8Array, options: Sm4CbcOptions = {}): Sm4Cipher {
  const padding = readPadding(options.padding);
  const schedule = expandSm4Key(key);
  return buildCipher(
    {
      algorithm: 'SM4-CBC',
      encrypt: (iv, plaintext) => chainPlatform.chainBlocks(schedule, iv, pad(plaintext, padding)),
      decrypt: (iv, ciphertext) =>
        hasPaddedLength(ciphertext.length, padding)
          ? unpad(chainPlatform.unchainBlocks(schedule, iv, ciphertext), padding)
          : undefined,
    },
    options.random,
  );
}
