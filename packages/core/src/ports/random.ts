/** A source of random bytes fit for keys and nonces. */
export type RandomBytes = (length: number) => Uint8Array;

/** `crypto.getRandomValues` gives at most this many bytes a call (Web Cryptography API, section 10.1.1). */
const maxBytesPerCall = 65_536;

/**
 * Random bytes of the platform's generator (`crypto.getRandomValues`), of any length.
 *
 * @example
 * ```ts
 * import { systemRandom } from '@yushu/core';
 *
 * console.log(systemRandom(32).length); // 32
 * ```
 */
export const systemRandom: RandomBytes = (length) => {
  const bytes = new Uint8Array(length);
  for (let start = 0; start < length; start += maxBytesPerCall) {
    crypto.getRandomValues(bytes.subarray(start, Math.min(length, start + maxBytesPerCall)));
  }
  return bytes;
};
