/**
 * Pseudo-random functions by a keyset.
 *
 * @module
 */
import type { Prf } from '@yushu/core';
import { encryptError } from '../errors.ts';
import { prfKeyTypes } from '../key-types/prf-key-types.ts';
import { type Keyset, primaryOf } from '../keyset/keyset.ts';

/**
 * The pseudo-random function of a keyset's primary key: for pseudonyms, blind indexes and derived keys. Other keys of
 * the keyset do not take part: rotating such a keyset changes every output.
 *
 * @throws {DataSecurityError} `ERR_ENCRYPT_KEY_TYPE` where the primary key is of another kind. `compute` throws
 * `ERR_ENCRYPT_OPTIONS` where more bytes are asked for than the function gives (32 for HMAC-SHA-256).
 *
 * @example
 * ```ts
 * import { createPrf, generateKeyset } from '@yushu/encrypt';
 *
 * const prf = createPrf(generateKeyset('HMAC_SHA256_PRF'));
 * const input = new TextEncoder().encode('13800138000');
 * console.log(prf.compute(input, 16).length); // 16
 * ```
 */
export function createPrf(keyset: Keyset): Prf {
  const primary = primaryOf(keyset);
  const create = prfKeyTypes.get(primary.typeUrl);
  if (create === undefined) {
    throw encryptError(
      'ERR_ENCRYPT_KEY_TYPE',
      'The primary key is not for pseudo-random functions',
      {
        hint: 'Use a keyset of a PRF template, such as HMAC_SHA256_PRF.',
        details: { keyId: String(primary.id), typeUrl: primary.typeUrl },
      },
    );
  }
  const raw = create(primary.value);
  return {
    keyId: String(primary.id),
    compute(input, length) {
      if (!Number.isInteger(length) || length < 1 || length > raw.maxBytes) {
        throw encryptError('ERR_ENCRYPT_OPTIONS', `length must be 1 to ${raw.maxBytes} bytes`, {
          details: { length, maxBytes: raw.maxBytes },
        });
      }
      return raw.compute(input, length);
    },
  };
}
