/**
 * `AesFpeKey{1 version, 3 key_value}`: a raw AES key for format-preserving encryption (NIST SP 800-38G). Not a key type
 * of Tink's.
 *
 * @module
 */
import { bytesField, readProto, uint32Field, writeProto } from '../keyset/proto-wire.ts';
import { checkKeyBytes, checkVersion } from './check-key.ts';
import type { KeyType } from './key-type.ts';
import { ownTypeUrl } from './type-url.ts';

/** An AES key. Format: `{2 key_size}`. */
export const aesFpeKeyType: KeyType = {
  typeUrl: ownTypeUrl('AesFpeKey'),
  purpose: 'fpe',
  material: 'symmetric',
  create: (format, random) => writeProto([[3, random(uint32Field(readProto(format), 2))]]),
};

/** The raw AES key. */
export function readAesFpeKey(value: Uint8Array): Uint8Array {
  const fields = readProto(value);
  checkVersion(fields);
  return checkKeyBytes(bytesField(fields, 3), [16, 24, 32]);
}
