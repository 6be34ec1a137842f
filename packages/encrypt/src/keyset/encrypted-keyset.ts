/**
 * Keysets encrypted by a key-encryption key (KEK), in Tink's `EncryptedKeyset`.
 *
 * @module
 */
import type { Aead } from '@yushu/core';
import { openError } from '../errors.ts';
import type { Keyset } from './keyset.ts';
import {
  readEncryptedBinary,
  readKeysetBinary,
  writeEncryptedBinary,
  writeKeysetBinary,
} from './keyset-binary.ts';
import { readEncryptedJson, writeEncryptedJson } from './keyset-json.ts';

const none = new Uint8Array(0);

function seal(keyset: Keyset, kek: Aead, associatedData: Uint8Array): Uint8Array {
  const cleartext = writeKeysetBinary(keyset);
  const sealed = kek.seal(cleartext, associatedData);
  cleartext.fill(0);
  return sealed;
}

function open(sealed: Uint8Array, kek: Aead, associatedData: Uint8Array): Keyset {
  const cleartext = kek.open(sealed, associatedData);
  try {
    return readKeysetBinary(cleartext);
  } catch {
    // What a KEK has sealed and is no keyset says nothing to whoever put it there.
    throw openError();
  } finally {
    cleartext.fill(0);
  }
}

/**
 * A keyset as Tink's encrypted JSON keyset: safe to store beside the data. Other languages' Tink opens it with the same
 * KEK.
 *
 * @param associatedData - Bound to the result: needed again to read it. Empty, as Tink's own tools have it, unless given.
 *
 * @example
 * ```ts
 * import { createAead, generateKeyset, readEncryptedKeyset, writeEncryptedKeyset } from '@yushu/encrypt';
 *
 * const kek = createAead(generateKeyset('AES256_GCM'));
 * const text = writeEncryptedKeyset(generateKeyset('AES256_GCM'), kek);
 * console.log(readEncryptedKeyset(text, kek).keys.length); // 1
 * ```
 */
export function writeEncryptedKeyset(
  keyset: Keyset,
  kek: Aead,
  associatedData: Uint8Array = none,
): string {
  return writeEncryptedJson(keyset, seal(keyset, kek, associatedData));
}

/**
 * The keyset of an encrypted JSON keyset.
 *
 * @throws {DataSecurityError} `ERR_ENCRYPT_KEYSET` where the text is no encrypted keyset, `ERR_ENCRYPT_OPEN` where the
 * KEK does not open it.
 *
 * @example
 * ```ts
 * import { createAead, generateKeyset, readEncryptedKeyset, writeEncryptedKeyset } from '@yushu/encrypt';
 *
 * const kek = createAead(generateKeyset('AES256_GCM'));
 * const keyset = generateKeyset('AES256_GCM');
 * console.log(readEncryptedKeyset(writeEncryptedKeyset(keyset, kek), kek).primaryId === keyset.primaryId); // true
 * ```
 */
export function readEncryptedKeyset(
  text: string,
  kek: Aead,
  associatedData: Uint8Array = none,
): Keyset {
  return open(readEncryptedJson(text), kek, associatedData);
}

/**
 * A keyset as Tink's encrypted binary keyset (the message `EncryptedKeyset` of `tink.proto`).
 *
 * @example
 * ```ts
 * import { createAead, generateKeyset, writeEncryptedKeysetBinary } from '@yushu/encrypt';
 *
 * const kek = createAead(generateKeyset('AES256_GCM'));
 * console.log(writeEncryptedKeysetBinary(generateKeyset('AES256_GCM'), kek)[0]); // 18
 * ```
 */
export function writeEncryptedKeysetBinary(
  keyset: Keyset,
  kek: Aead,
  associatedData: Uint8Array = none,
): Uint8Array {
  return writeEncryptedBinary(keyset, seal(keyset, kek, associatedData));
}

/**
 * The keyset of an encrypted binary keyset.
 *
 * @throws {DataSecurityError} `ERR_ENCRYPT_KEYSET` where the bytes are no encrypted keyset, `ERR_ENCRYPT_OPEN` where the
 * KEK does not open it.
 *
 * @example
 * ```ts
 * import {
 *   createAead,
 *   generateKeyset,
 *   readEncryptedKeysetBinary,
 *   writeEncryptedKeysetBinary,
 * } from '@yushu/encrypt';
 *
 * const kek = createAead(generateKeyset('AES256_GCM'));
 * const bytes = writeEncryptedKeysetBinary(generateKeyset('AES256_GCM'), kek);
 * console.log(readEncryptedKeysetBinary(bytes, kek).keys.length); // 1
 * ```
 */
export function readEncryptedKeysetBinary(
  bytes: Uint8Array,
  kek: Aead,
  associatedData: Uint8Array = none,
): Keyset {
  return open(readEncryptedBinary(bytes), kek, associatedData);
}
