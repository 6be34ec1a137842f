/**
 * Pseudo-random functions by a keyset.
 *
 * @module
 */
import type { Prf } from '@yushu/core';
import { encryptError } from '../errors.ts';
import { findKeyType } from '../key-types/find-key-type.ts';
import type { KeyType } from '../key-types/key-type.ts';
import { prfKeyTypes } from '../key-types/prf-key-types.ts';
import { entriesOf, type KeyEntry, type Keyset, primaryOf } from '../keyset/keyset.ts';

/** Options of {@link createPrf} and {@link createPrfSet}. */
export interface PrfOptions {
  /** Key types besides the built-in ones: `gmKeyTypes` of `@yushu/encrypt/gm`. */
  readonly keyTypes?: readonly KeyType[];
}

function prfOf(entry: KeyEntry, options: PrfOptions): Prf {
  const raw = findKeyType(prfKeyTypes, entry, options.keyTypes).open(entry.value);
  return {
    keyId: String(entry.id),
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

/**
 * The pseudo-random function of a keyset's primary key: for pseudonyms, blind indexes and derived keys. Rotating such a
 * keyset changes every output; {@link createPrfSet} has those of the older keys.
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
export function createPrf(keyset: Keyset, options: PrfOptions = {}): Prf {
  return prfOf(primaryOf(keyset), options);
}

/** What {@link createPrfSet} gives. */
export interface PrfSet {
  readonly primary: Prf;
  /** The functions of all enabled keys, the primary's first. */
  readonly all: readonly Prf[];
}

/**
 * The pseudo-random functions of all enabled keys of a keyset (Tink's `PrfSet`).
 *
 * @throws {DataSecurityError} `ERR_ENCRYPT_KEY_TYPE` where a key of the keyset is of another kind.
 *
 * @example
 * ```ts
 * import { createPrfSet, generateKeyset, rotateKeyset } from '@yushu/encrypt';
 *
 * const keyset = rotateKeyset(generateKeyset('HMAC_SHA256_PRF'), 'HMAC_SHA256_PRF');
 * console.log(createPrfSet(keyset).all.length); // 2
 * ```
 */
export function createPrfSet(keyset: Keyset, options: PrfOptions = {}): PrfSet {
  const primary = createPrf(keyset, options);
  const others = entriesOf(keyset).filter(
    (entry) => entry.status === 'enabled' && entry.id !== keyset.primaryId,
  );
  return { primary, all: [primary, ...others.map((entry) => prfOf(entry, options))] };
}
