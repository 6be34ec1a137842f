import type { RandomBytes } from '@yushu/core';
import { drawScalar } from './draw-scalar.ts';
import { greatestPrivateKey, Sm2PrivateKey } from './sm2-private-key.ts';
import type { Sm2PublicKey } from './sm2-public-key.ts';

/** The two keys of {@link generateSm2KeyPair}. */
export interface Sm2KeyPair {
  readonly privateKey: Sm2PrivateKey;
  readonly publicKey: Sm2PublicKey;
}

/**
 * A random SM2 key pair (GB/T 32918.1-2016 section 6.1). Signing and decrypting with one and the same key is bad practice: make two.
 *
 * @param random - the source of randomness; the platform's unless given
 * @throws {DataSecurityError} `ERR_GM_RANDOM` if the source gives another length or cannot be random
 *
 * @example
 * ```ts
 * import { generateSm2KeyPair, signSm2, verifySm2 } from '@yushu/gm/sm2';
 *
 * const { privateKey, publicKey } = generateSm2KeyPair();
 * const signature = signSm2(privateKey, 'order 42');
 * console.log(verifySm2(publicKey, 'order 42', signature)); // true
 * ```
 */
export function generateSm2KeyPair(random?: RandomBytes): Sm2KeyPair {
  const privateKey = new Sm2PrivateKey(drawScalar(greatestPrivateKey, random));
  return { privateKey, publicKey: privateKey.publicKey };
}
