import type { RandomBytes } from '@yushu/core';
import { curvePlatform } from '#platform/sm2';
import { hashPlatform } from '#platform/sm3';
import { concatBytes } from '../bytes/concat-bytes.ts';
import { type MessageInput, readMessage } from '../bytes/read-input.ts';
import { kdfSm3 } from '../sm3/kdf-sm3.ts';
import { readForm, type Sm2CiphertextForm, writeCiphertext } from './ciphertext-form.ts';
import { drawScalar } from './draw-scalar.ts';
import { sm2Parameters } from './parameters.ts';
import { pointOf, type Sm2PublicKey } from './sm2-public-key.ts';

/** Options of {@link encryptSm2}. `form` must be given. */
export type Sm2EncryptOptions = Sm2CiphertextForm & {
  /** The source of the number k; the platform's unless given. */
  readonly random?: RandomBytes;
};

const { n } = sm2Parameters;

/** C2 and back: the text xor what is derived from the shared point. */
export function applyKeyStream(shared: Uint8Array, text: Uint8Array) {
  const stream = kdfSm3(shared.subarray(1), text.length);
  let any = 0;
  for (let i = 0; i < stream.length; i++) {
    any |= stream[i]!;
    stream[i] = stream[i]! ^ text[i]!;
  }
  return { text: stream, isZero: any === 0 && text.length > 0 };
}

/** C3: the hash that makes changes show, SM3(x2 ‖ text ‖ y2). */
export function hashText(shared: Uint8Array, text: Uint8Array): Uint8Array {
  return hashPlatform.hash(concatBytes(shared.subarray(1, 33), text, shared.subarray(33)));
}

/**
 * Encrypts for the owner of a key with SM2 (GB/T 32918.4-2016 section 6.1). For keys and short messages: encrypt what is long with an
 * SM4 AEAD, and the SM4 key with SM2. Who encrypted is not proved by it.
 *
 * @param plaintext - bytes, or text that is read as UTF-8; may be empty
 * @param options - the form, which has no default: see {@link Sm2CiphertextForm}
 * @throws {DataSecurityError} `ERR_GM_KEY` for what is not a public key, `ERR_GM_INPUT` for other types, options and a form that is
 * not given, `ERR_GM_RANDOM`
 *
 * @example
 * ```ts
 * import { decryptSm2, encryptSm2, generateSm2KeyPair } from '@yushu/gm/sm2';
 *
 * const { privateKey, publicKey } = generateSm2KeyPair();
 * const encrypted = encryptSm2(publicKey, 'secret', { form: 'asn1' });
 * console.log(new TextDecoder().decode(decryptSm2(privateKey, encrypted, { form: 'asn1' }))); // secret
 * ```
 */
export function encryptSm2(
  publicKey: Sm2PublicKey,
  plaintext: MessageInput,
  options: Sm2EncryptOptions,
): Uint8Array {
  const point = pointOf(publicKey);
  const known = readForm(options);
  const message = readMessage(plaintext, 'plaintext');
  for (;;) {
    const k = curvePlatform.createScalar(drawScalar(n - 1n, options.random));
    const shared = k.multiply(point);
    const { text, isZero } = applyKeyStream(shared, message);
    // A key stream of zeros (step A5) would show the text; for one byte it comes once in 256 times.
    if (isZero) continue;
    const c1 = k.multiplyBase();
    return writeCiphertext({ c1, c2: text, c3: hashText(shared, message) }, known);
  }
}
