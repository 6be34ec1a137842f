/**
 * Keysets in the clear.
 *
 * @module
 */
import type { Keyset } from '../keyset/keyset.ts';
import { readKeysetBinary, writeKeysetBinary } from '../keyset/keyset-binary.ts';
import { readKeysetJson, writeKeysetJson } from '../keyset/keyset-json.ts';

/**
 * Reads Tink's cleartext JSON keyset.
 *
 * @throws {DataSecurityError} `ERR_ENCRYPT_KEYSET`.
 *
 * @example
 * ```ts
 * import { generateKeyset } from '@yushu/encrypt';
 * import { insecureReadKeyset, insecureWriteKeyset } from '@yushu/encrypt/insecure';
 *
 * const text = insecureWriteKeyset(generateKeyset('AES256_GCM')); // {"primaryKeyId":…,"key":[…]}
 * console.log(insecureReadKeyset(text).keys[0]?.typeUrl); // type.googleapis.com/google.crypto.tink.AesGcmKey
 * ```
 */
export function insecureReadKeyset(text: string): Keyset {
  return readKeysetJson(text);
}

/**
 * Writes Tink's cleartext JSON keyset.
 *
 * @example
 * ```ts
 * import { generateKeyset } from '@yushu/encrypt';
 * import { insecureWriteKeyset } from '@yushu/encrypt/insecure';
 *
 * console.log(insecureWriteKeyset(generateKeyset('AES256_GCM')).startsWith('{"primaryKeyId":')); // true
 * ```
 */
export function insecureWriteKeyset(keyset: Keyset): string {
  return writeKeysetJson(keyset);
}

/**
 * Reads Tink's cleartext binary keyset (the message `Keyset` of `tink.proto`).
 *
 * @throws {DataSecurityError} `ERR_ENCRYPT_KEYSET`.
 *
 * @example
 * ```ts
 * import { generateKeyset } from '@yushu/encrypt';
 * import { insecureReadKeysetBinary, insecureWriteKeysetBinary } from '@yushu/encrypt/insecure';
 *
 * const bytes = insecureWriteKeysetBinary(generateKeyset('AES256_GCM'));
 * console.log(insecureReadKeysetBinary(bytes).keys.length); // 1
 * ```
 */
export function insecureReadKeysetBinary(bytes: Uint8Array): Keyset {
  return readKeysetBinary(bytes);
}

/**
 * Writes Tink's cleartext binary keyset.
 *
 * @example
 * ```ts
 * import { generateKeyset } from '@yushu/encrypt';
 * import { insecureWriteKeysetBinary } from '@yushu/encrypt/insecure';
 *
 * console.log(insecureWriteKeysetBinary(generateKeyset('AES256_GCM'))[0]); // 8
 * ```
 */
export function insecureWriteKeysetBinary(keyset: Keyset): Uint8Array {
  return writeKeysetBinary(keyset);
}
