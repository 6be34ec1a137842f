/**
 * The key type of a key.
 *
 * @module
 */
import { encryptError } from '../errors.ts';
import type { KeyEntry } from '../keyset/keyset.ts';
import type { KeyType } from './key-type.ts';

/**
 * The key type of a key among those of one purpose, and of those that were given besides.
 *
 * @throws {DataSecurityError} `ERR_ENCRYPT_KEY_TYPE` where the key is for something else, or of an unknown type.
 */
export function findKeyType<T extends KeyType>(
  types: readonly T[],
  entry: KeyEntry,
  more: readonly KeyType[] = [],
): T {
  const purpose = types[0]?.purpose ?? 'this';
  const found = [...types, ...more].find((type) => type.typeUrl === entry.typeUrl);
  // The purpose says which functions a key type has.
  if (found?.purpose === purpose) return found as T;
  throw encryptError('ERR_ENCRYPT_KEY_TYPE', `A key of the keyset is not for ${purpose}`, {
    hint: `Use a keyset of a template whose purpose is ${purpose}.`,
    details: { keyId: String(entry.id), typeUrl: entry.typeUrl },
  });
}
