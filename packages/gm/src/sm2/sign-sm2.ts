import type { RandomBytes } from '@yushu/core';
import { curvePlatform } from '#platform/sm2';
import { hashPlatform } from '#platform/sm3';
import { bytesToNumber, numberTo32Bytes } from '../bytes/big-endian.ts';
import { concatBytes } from '../bytes/concat-bytes.ts';
import { type MessageInput, readChoice, readMessage } from '../bytes/read-input.ts';
import { drawScalar } from './draw-scalar.ts';
import { hashIdentity } from './hash-identity.ts';
import { sm2Parameters } from './parameters.ts';
import { type Sm2SignatureForm, signatureForms, writeSignature } from './signature-form.ts';
import { type Sm2PrivateKey, secretsOf } from './sm2-private-key.ts';
import { pointOf } from './sm2-public-key.ts';

/** What signing and verifying must agree on. */
export interface Sm2SignatureOptions {
  /** Who signs, at most 8191 bytes; `1234567812345678` unless given (GM/T 0009-2012 section 10). */
  readonly userId?: MessageInput;
  /** `asn1` unless given; never guessed. */
  readonly form?: Sm2SignatureForm;
}

/** Options of {@link signSm2}. */
export interface Sm2SignOptions extends Sm2SignatureOptions {
  /** The source of the number k; the platform's unless given. A number that comes twice gives away the private key. */
  readonly random?: RandomBytes;
}

const { n } = sm2Parameters;

/** e: the hash of the message, bound to who signs and the key (GB/T 32918.2-2016 section 6.1, steps A1 and A2). */
export function hashMessage(
  point: Uint8Array,
  message: MessageInput,
  userId: MessageInput | undefined,
): bigint {
  const identity = hashIdentity(point, userId);
  return bytesToNumber(hashPlatform.hash(concatBytes(identity, readMessage(message, 'message'))));
}

/**
 * Signs a message with SM2 (GB/T 32918.2-2016 section 6.1). The message is hashed with SM3, together with the user id and the key:
 * give the message itself. The number k is multiplied by OpenSSL on Node, by `@noble/curves` elsewhere, both written to take the same
 * time for every k; the arithmetic modulo n after it is that of BigInt, which is not.
 *
 * @param message - bytes, or text that is read as UTF-8
 * @returns the signature: 70 to 72 bytes as `asn1` but for rare shorter ones, 64 as `raw`
 * @throws {DataSecurityError} `ERR_GM_KEY` for what is not a private key, `ERR_GM_INPUT` for other types and options,
 * `ERR_GM_RANDOM`
 *
 * @example
 * ```ts
 * import { generateSm2KeyPair, signSm2, verifySm2 } from '@yushu/gm/sm2';
 *
 * const { privateKey, publicKey } = generateSm2KeyPair();
 * const options = { userId: 'alice@example.com', form: 'raw' } as const;
 * const signature = signSm2(privateKey, 'order 42', options);
 * console.log(signature.length, verifySm2(publicKey, 'order 42', signature, options)); // 64 true
 * ```
 */
export function signSm2(
  privateKey: Sm2PrivateKey,
  message: MessageInput,
  options: Sm2SignOptions = {},
): Uint8Array {
  const { inverse } = secretsOf(privateKey);
  const form = readChoice(options.form ?? 'asn1', signatureForms, 'form');
  const e = hashMessage(pointOf(privateKey.publicKey), message, options.userId);
  for (;;) {
    const k = drawScalar(n - 1n, options.random);
    const basePoint = curvePlatform.multiplyBase(k);
    const r = (e + bytesToNumber(basePoint.subarray(1, 33))) % n;
    // (k - r·d) / (1 + d) = (k + r) / (1 + d) - r: one secret product, and d itself is not in it.
    const s = (inverse * (k + r) - r + n) % n;
    if (r !== 0n && r + k !== n && s !== 0n) {
      return writeSignature(numberTo32Bytes(r), numberTo32Bytes(s), form);
    }
  }
}
