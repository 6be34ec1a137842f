/**
 * The bytes before a ciphertext that name its key.
 *
 * @module
 */
import { encryptError } from '../errors.ts';
import type { KeyInfo } from '../keyset/keyset.ts';

/** Length of a prefix that names a key. */
export const prefixBytes = 5;

/** `01 ‖ id` for `tink`, `00 ‖ id` for `crunchy` and `legacy`, nothing for `raw`; the id is big-endian. */
export function outputPrefix(key: KeyInfo): Uint8Array {
  if (key.prefix === 'raw') return new Uint8Array(0);
  if (key.prefix === 'with-id-requirement') {
    throw encryptError('ERR_ENCRYPT_KEY_TYPE', 'No algorithm here has keys of this prefix type', {
      details: { keyId: String(key.id), prefix: key.prefix },
    });
  }
  const prefix = new Uint8Array(prefixBytes);
  prefix[0] = key.prefix === 'tink' ? 1 : 0;
  new DataView(prefix.buffer).setUint32(1, key.id);
  return prefix;
}

/** The id in the first bytes, if they are a prefix that names a key, else -1. */
export function prefixId(bytes: Uint8Array): number {
  if (bytes.length < prefixBytes || (bytes[0] as number) > 1) return -1;
  const high = ((bytes[1] as number) << 24) | ((bytes[2] as number) << 16);
  return (high | ((bytes[3] as number) << 8) | (bytes[4] as number)) >>> 0;
}
