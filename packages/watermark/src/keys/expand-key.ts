import { hkdf } from '@noble/hashes/hkdf.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { utf8ToBytes } from '@noble/hashes/utils.js';
import { watermarkError } from '../watermark-error.ts';

const fewestBytes = 16;

/**
 * Derives keys for one purpose from a key of at least 16 bytes (HKDF-SHA-256, RFC 5869).
 *
 * @param what Whose key it is, for the error.
 * @throws {DataSecurityError} `ERR_WATERMARK_KEY` for a shorter key.
 */
export function expandKey(
  key: Uint8Array,
  what: string,
  purpose: string,
  length: number,
): Uint8Array {
  if (!(key instanceof Uint8Array) || key.length < fewestBytes) {
    throw watermarkError(
      'ERR_WATERMARK_KEY',
      `The key of ${what} must have at least ${fewestBytes} bytes`,
      'Make one with crypto.getRandomValues(new Uint8Array(32)) and keep it.',
    );
  }
  return hkdf(sha256, key, undefined, utf8ToBytes(purpose), length);
}
