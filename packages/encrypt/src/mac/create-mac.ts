/**
 * Message authentication by a keyset.
 *
 * @module
 */
import { platform } from '#platform';
import { outputPrefix } from '../aead/output-prefix.ts';
import { openError } from '../errors.ts';
import { findKeyType } from '../key-types/find-key-type.ts';
import { macKeyTypes } from '../key-types/mac-key-types.ts';
import { entriesOf, type KeyEntry, type Keyset, primaryOf } from '../keyset/keyset.ts';

/** Message authentication: tags that only who has the key can make. */
export interface Mac {
  /** Id of the key that makes tags now. */
  readonly keyId: string;
  /** The tag of data, with the prefix that names the key. */
  compute(data: Uint8Array): Uint8Array;
  /** @throws {DataSecurityError} `ERR_ENCRYPT_OPEN` where the tag is not one of the data under any enabled key. */
  verify(tag: Uint8Array, data: Uint8Array): void;
}

/** Keys of the prefix type LEGACY put a zero byte after the data. */
function dataFor(entry: KeyEntry, data: Uint8Array): Uint8Array {
  if (entry.prefix !== 'legacy') return data;
  const longer = new Uint8Array(data.length + 1);
  longer.set(data);
  return longer;
}

function tagBy(entry: KeyEntry): (data: Uint8Array) => Uint8Array {
  const raw = findKeyType(macKeyTypes, entry).open(entry.value);
  const prefix = outputPrefix(entry);
  return (data) => {
    const tag = raw.compute(dataFor(entry, data));
    const named = new Uint8Array(prefix.length + tag.length);
    named.set(prefix);
    named.set(tag, prefix.length);
    return named;
  };
}

/**
 * Tags by the keys of a keyset (Tink's `Mac`): the primary makes them, every enabled key verifies its own.
 *
 * @throws {DataSecurityError} `ERR_ENCRYPT_KEY_TYPE` where a key of the keyset is for something else.
 *
 * @example
 * ```ts
 * import { createMac, generateKeyset } from '@yushu/encrypt';
 *
 * const mac = createMac(generateKeyset('HMAC_SHA256_256BITTAG'));
 * const data = new TextEncoder().encode('order 42');
 * const tag = mac.compute(data);
 * mac.verify(tag, data);
 * console.log(tag.length); // 37
 * ```
 */
export function createMac(keyset: Keyset): Mac {
  const primary = primaryOf(keyset);
  const enabled = entriesOf(keyset).filter((entry) => entry.status === 'enabled');
  const tags = new Map(enabled.map((entry) => [entry.id, tagBy(entry)]));
  return {
    keyId: String(primary.id),
    compute: (data) => (tags.get(primary.id) as (data: Uint8Array) => Uint8Array)(data),
    verify(tag, data) {
      for (const make of tags.values()) if (platform.equalBytes(make(data), tag)) return;
      throw openError();
    },
  };
}
