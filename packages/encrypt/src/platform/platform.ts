/**
 * What the package needs from its platform. `node.ts` is node:crypto, `default.ts` is noble for browsers and the edge;
 * `#platform` in package.json picks one.
 *
 * @module
 */

/** Hash functions by the names that node:crypto uses. */
export type HashName = 'sha1' | 'sha224' | 'sha256' | 'sha384' | 'sha512';

/** AES-GCM with a 16-byte tag (NIST SP 800-38D) under one key. */
export interface AesGcm {
  /** Writes ciphertext and tag, `plaintext.length + 16` bytes, into `out` from `offset`. */
  seal(
    nonce: Uint8Array,
    plaintext: Uint8Array,
    associatedData: Uint8Array,
    out: Uint8Array,
    offset: number,
  ): void;
  /** The plaintext of ciphertext and tag, or `undefined` where the tag is wrong. */
  open(nonce: Uint8Array, sealed: Uint8Array, associatedData: Uint8Array): Uint8Array | undefined;
}

/** The functions of a platform. */
export interface Platform {
  /** AES-GCM; the key has 16, 24 or 32 bytes. */
  createAesGcm(key: Uint8Array): AesGcm;
  /** AES in counter mode with a 16-byte initial counter block (NIST SP 800-38A section 6.5). */
  aesCtr(key: Uint8Array, counter: Uint8Array, data: Uint8Array): Uint8Array;
  /** HMAC (RFC 2104) under one key, as a function of the message's pieces. */
  createHmac(hash: HashName, key: Uint8Array): (...pieces: Uint8Array[]) => Uint8Array;
  /** Whether two byte strings are equal, in time that depends on their lengths only. */
  equalBytes(a: Uint8Array, b: Uint8Array): boolean;
  /** base64url without padding (RFC 4648 section 5). */
  encodeBase64Url(bytes: Uint8Array): string;
  /** The bytes of base64url without padding, or `undefined` where the text is not exactly what encoding gives. */
  decodeBase64Url(text: string): Uint8Array | undefined;
}
