/**
 * The content encryption of JWE that is made of AES-CBC and HMAC.
 *
 * @module
 */
import { type RandomBytes, systemRandom } from '@yushu/core';
import { blockModes } from '#block-modes';
import { platform } from '#platform';
import { copyBytes } from '../bytes/copy-bytes.ts';
import { encryptError, openError } from '../errors.ts';
import type { HashName } from '../platform/platform.ts';

/** By the names that `enc` has in the header of a JWE (RFC 7518 section 5.1). */
export type AesCbcHmacAlgorithm = 'A128CBC-HS256' | 'A192CBC-HS384' | 'A256CBC-HS512';

/** Options of {@link createAesCbcHmac}. */
export interface AesCbcHmacOptions {
  /** Where initialisation vectors come from; the platform's generator unless given. */
  readonly random?: RandomBytes;
}

/** What the parts of a JWE hold, behind their base64url. */
export interface AesCbcHmacSealed {
  /** 16 bytes. */
  readonly iv: Uint8Array;
  /** 1 to 16 bytes longer than the plaintext. */
  readonly ciphertext: Uint8Array;
  /** 16, 24 or 32 bytes: half of the HMAC. */
  readonly tag: Uint8Array;
}

/** Authenticated encryption under one key. */
export interface AesCbcHmac {
  /** The name in `enc`. */
  readonly algorithm: AesCbcHmacAlgorithm;
  /** Encrypts, then authenticates. In a JWE the associated data is the protected header as it stands: base64url, in ASCII. */
  seal(plaintext: Uint8Array, associatedData: Uint8Array): AesCbcHmacSealed;
  /** The plaintext. @throws {DataSecurityError} `ERR_ENCRYPT_OPEN`, the same for every failure. */
  open(sealed: AesCbcHmacSealed, associatedData: Uint8Array): Uint8Array;
}

/** Half the bytes of the key, which are those of the tag too (RFC 7518 sections 5.2.3 to 5.2.5). */
const variants: Readonly<
  Record<AesCbcHmacAlgorithm, { readonly hash: HashName; readonly half: number }>
> = {
  'A128CBC-HS256': { hash: 'sha256', half: 16 },
  'A192CBC-HS384': { hash: 'sha384', half: 24 },
  'A256CBC-HS512': { hash: 'sha512', half: 32 },
};
const ivBytes = 16;

/** The length in bits, as eight bytes (RFC 7518 section 5.2.2.1, `AL`). */
function bitLength(data: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(8);
  new DataView(bytes.buffer).setBigUint64(0, BigInt(data.length) * 8n);
  return bytes;
}

/**
 * AES-CBC and HMAC in one (RFC 7518 section 5.2), for what JOSE libraries read and write. The tag is compared in constant
 * time, and nothing is decrypted before it is right, so that padding tells nothing. For all else take `createAead`: it has
 * keysets, counts and shorter texts.
 *
 * @param key - 32, 48 or 64 bytes, as the algorithm asks for: first that of HMAC, then that of AES; a copy is made
 * @throws {DataSecurityError} `ERR_ENCRYPT_OPTIONS` for an unknown algorithm or another length.
 *
 * @example
 * ```ts
 * import { createAesCbcHmac } from '@yushu/encrypt/jose';
 *
 * const key = crypto.getRandomValues(new Uint8Array(64));
 * const content = createAesCbcHmac('A256CBC-HS512', key);
 * const header = new TextEncoder().encode('eyJhbGciOiJkaXIiLCJlbmMiOiJBMjU2Q0JDLUhTNTEyIn0');
 * const sealed = content.seal(new TextEncoder().encode('13800138000'), header);
 * console.log(new TextDecoder().decode(content.open(sealed, header))); // 13800138000
 * ```
 */
export function createAesCbcHmac(
  algorithm: AesCbcHmacAlgorithm,
  key: Uint8Array,
  options: AesCbcHmacOptions = {},
): AesCbcHmac {
  const variant = Object.hasOwn(variants, algorithm) ? variants[algorithm] : undefined;
  if (variant === undefined || key.length !== 2 * variant.half) {
    throw encryptError('ERR_ENCRYPT_OPTIONS', 'Not an algorithm of JOSE, or not a key for it', {
      hint: 'A128CBC-HS256 takes 32 bytes, A192CBC-HS384 48, A256CBC-HS512 64.',
      details: { length: key.length },
    });
  }
  const { hash, half } = variant;
  const { random = systemRandom } = options;
  const mac = platform.createHmac(hash, copyBytes(key, 0, half));
  const secret = copyBytes(key, half);
  const tagOf = (iv: Uint8Array, ciphertext: Uint8Array, data: Uint8Array) =>
    mac(data, iv, ciphertext, bitLength(data)).slice(0, half);
  return {
    algorithm,
    seal(plaintext, associatedData) {
      const iv = random(ivBytes);
      const ciphertext = blockModes.encryptCbc(secret, iv, plaintext);
      return { iv, ciphertext, tag: tagOf(iv, ciphertext, associatedData) };
    },
    open({ iv, ciphertext, tag }, associatedData) {
      const isTrue = platform.equalBytes(tagOf(iv, ciphertext, associatedData), tag);
      if (!isTrue || iv.length !== ivBytes) throw openError();
      const plaintext = blockModes.decryptCbc(secret, iv, ciphertext);
      if (plaintext === undefined) throw openError();
      return plaintext;
    },
  };
}
