/**
 * Checks that every key type makes of its serialised keys.
 *
 * @module
 */
import { keysetError } from '../keyset/keyset.ts';
import { type ProtoFields, uint32Field } from '../keyset/proto-wire.ts';

/** Refuses key versions other than 0: their bytes could mean something else. */
export function checkVersion(fields: ProtoFields): void {
  const version = uint32Field(fields, 1);
  if (version !== 0) throw keysetError('a key has an unknown version', { version });
}

/** The key, if its length is one of these. */
export function checkKeyBytes(key: Uint8Array, lengths: readonly number[]): Uint8Array {
  if (!lengths.includes(key.length)) {
    throw keysetError(`a key must have ${lengths.join(' or ')} bytes`, { length: key.length });
  }
  return key;
}

/** The key, if it is at least this long. */
export function checkMinimumKeyBytes(key: Uint8Array, minimum: number): Uint8Array {
  if (key.length < minimum) {
    throw keysetError(`a key must have at least ${minimum} bytes`, { length: key.length });
  }
  return key;
}
