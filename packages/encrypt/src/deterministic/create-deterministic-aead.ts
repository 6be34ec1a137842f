/**
 * Deterministic encryption by a keyset.
 *
 * @module
 */
import type { Aead } from '@yushu/core';
import { outputPrefix } from '../aead/output-prefix.ts';
import { openError } from '../errors.ts';
import { deterministicKeyTypes } from '../key-types/deterministic-key-types.ts';
import { findKeyType } from '../key-types/find-key-type.ts';
import { entriesOf, type Keyset, primaryOf } from '../keyset/keyset.ts';
import type { RawDeterministic } from './raw-deterministic.ts';

interface NamedKey {
  readonly id: number;
  readonly prefix: Uint8Array;
  readonly raw: RawDeterministic;
}

/**
 * Deterministic encryption by the keys of a keyset (Tink's `DeterministicAead`, AES-SIV): equal plaintexts with equal
 * associated data give equal ciphertexts, so that columns can be joined and searched. Whoever sees the ciphertexts sees
 * which values are equal, and how often each comes: for identifiers, not for values that few people share.
 *
 * @throws {DataSecurityError} `ERR_ENCRYPT_KEY_TYPE` where a key of the keyset is for something else; `open` throws
 * `ERR_ENCRYPT_OPEN` for whatever is wrong.
 *
 * @example
 * ```ts
 * import { createDeterministicAead, generateKeyset } from '@yushu/encrypt';
 *
 * const aead = createDeterministicAead(generateKeyset('AES256_SIV'));
 * const value = new TextEncoder().encode('110101199003070054');
 * const column = new TextEncoder().encode('customers.id_card');
 * console.log(aead.seal(value, column).join() === aead.seal(value, column).join()); // true
 * ```
 */
export function createDeterministicAead(keyset: Keyset): Aead {
  const primaryId = primaryOf(keyset).id;
  const keys: NamedKey[] = entriesOf(keyset)
    .filter((entry) => entry.status === 'enabled')
    .map((entry) => ({
      id: entry.id,
      prefix: outputPrefix(entry),
      raw: findKeyType(deterministicKeyTypes, entry).open(entry.value),
    }));
  const primary = keys.find((key) => key.id === primaryId) as NamedKey;
  // Named keys first, as Tink does.
  const opening = [...keys].sort((a, b) => b.prefix.length - a.prefix.length);
  return {
    keyId: String(primaryId),
    seal(plaintext, associatedData) {
      const body = primary.raw.seal(plaintext, associatedData);
      const sealed = new Uint8Array(primary.prefix.length + body.length);
      sealed.set(primary.prefix);
      sealed.set(body, primary.prefix.length);
      return sealed;
    },
    open(sealed, associatedData) {
      for (const { prefix, raw } of opening) {
        if (prefix.some((byte, index) => byte !== sealed[index])) continue;
        const plaintext = raw.open(sealed.subarray(prefix.length), associatedData);
        if (plaintext !== undefined) return plaintext;
      }
      throw openError();
    },
  };
}
