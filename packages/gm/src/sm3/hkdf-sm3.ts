import { concatBytes } from '../bytes/concat-bytes.ts';
import {
  type MessageInput,
  readBytes,
  readCount,
  readOptionalMessage,
} from '../bytes/read-input.ts';
import { createHmacSm3, hmacSm3 } from './hmac-sm3.ts';
import { sm3HashBytes } from './sm3-state.ts';

/** Options of {@link hkdfSm3}. */
export interface HkdfSm3Options {
  /** How many bytes to derive, 1 to 8160 (255 hashes). */
  readonly length: number;
  /** Not secret; random where it can be. Left out: 32 zeros. */
  readonly salt?: MessageInput;
  /** What the key is for. Different texts give independent keys. */
  readonly info?: MessageInput;
}

/**
 * Derives a key from key material by extract and expand: HKDF (RFC 5869) with SM3 as its hash, as RFC 8998 uses it.
 *
 * The material must be a key or a shared secret. A password is neither: it needs a slow function.
 *
 * @param keyMaterial - bytes with the strength of a key
 * @throws {DataSecurityError} `ERR_GM_INPUT` for other types and for lengths out of range
 *
 * @example
 * ```ts
 * import { hkdfSm3 } from '@yushu/gm/sm3';
 *
 * const shared = new Uint8Array(32).fill(7);
 * const key = hkdfSm3(shared, { length: 16, info: 'orders/2026' });
 * console.log(key.length); // 16
 * ```
 */
export function hkdfSm3(keyMaterial: Uint8Array, options: HkdfSm3Options): Uint8Array {
  const length = readCount(options.length, 1, 255 * sm3HashBytes, 'length');
  const salt = readOptionalMessage(options.salt, 'salt');
  const info = readOptionalMessage(options.info, 'info');
  // An empty HMAC key is filled up with zeros: the same as RFC 5869's default salt.
  const mac = createHmacSm3(hmacSm3(salt, readBytes(keyMaterial, 'keyMaterial')));
  const output = new Uint8Array(length);
  let block: Uint8Array = new Uint8Array(0);
  for (let offset = 0, count = 1; offset < length; offset += sm3HashBytes, count++) {
    block = mac.compute(concatBytes(block, info, Uint8Array.of(count)));
    output.set(block.subarray(0, length - offset), offset);
  }
  return output;
}
