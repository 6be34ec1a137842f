/**
 * `AesFpeKey{1 version, 3 key_value}`: a raw AES key for format-preserving encryption (NIST SP 800-38G). Not a key type
 * of Tink's.
 *
 * @module
 */
import { bytesField, readProto, writeProto } from '../keyset/proto-wire.ts';
import { checkKeyBytes, checkVersion } from './check-key.ts';
import { ownTypeUrl } from './type-url.ts';

/** The key type's name. */
export const aesFpeTypeUrl: string = ownTypeUrl('AesFpeKey');

/** The serialised key. */
export function writeAesFpeKey(key: Uint8Array): Uint8Array {
  return writeProto([[3, key]]);
}

/** The raw AES key. */
export function readAesFpeKey(value: Uint8Array): Uint8Array {
  const fields = readProto(value);
  checkVersion(fields);
  return checkKeyBytes(bytesField(fields, 3), [16, 24, 32]);
}
