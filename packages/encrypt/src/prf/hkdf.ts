/**
 * HKDF (RFC 5869), over the platform's HMAC: node's own refuses an `info` of more than 1024 bytes.
 *
 * @module
 */
import { platform } from '#platform';
import type { HashName } from '../platform/platform.ts';

/** Bytes of each hash, as node:crypto names them. */
export const hashBytes: Readonly<Record<HashName, number>> = {
  sha1: 20,
  sha224: 28,
  sha256: 32,
  sha384: 48,
  sha512: 64,
};

/** RFC 5869 section 2.2. An empty salt stands for as many zeros as the hash is long. */
export function hkdfExtract(hash: HashName, secret: Uint8Array, salt: Uint8Array): Uint8Array {
  const key = salt.length === 0 ? new Uint8Array(hashBytes[hash]) : salt;
  return platform.createHmac(hash, key)(secret);
}

/** RFC 5869 section 2.3, as a function of info and length, so that the key is set up once. */
export function createHkdfExpand(
  hash: HashName,
  pseudoRandomKey: Uint8Array,
): (info: Uint8Array, length: number) => Uint8Array {
  const mac = platform.createHmac(hash, pseudoRandomKey);
  return (info, length) => {
    const blocks = Math.ceil(length / hashBytes[hash]);
    if (blocks > 255) throw new RangeError('HKDF gives at most 255 blocks (RFC 5869 section 2.3)');
    const output = new Uint8Array(length);
    let previous: Uint8Array = new Uint8Array(0);
    for (let block = 1, end = 0; block <= blocks; block += 1) {
      previous = mac(previous, info, Uint8Array.of(block));
      output.set(previous.subarray(0, length - end), end);
      end += previous.length;
    }
    return output;
  };
}

/** Extract and expand (RFC 5869 section 2). */
export function hkdf(
  hash: HashName,
  secret: Uint8Array,
  salt: Uint8Array,
  info: Uint8Array,
  length: number,
): Uint8Array {
  return createHkdfExpand(hash, hkdfExtract(hash, secret, salt))(info, length);
}
