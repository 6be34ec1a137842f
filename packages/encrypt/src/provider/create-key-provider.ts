/**
 * Keysets in memory as core's port for keys.
 *
 * @module
 */
import type { KeyProvider, KeyRequestOptions } from '@yushu/core';
import { type AeadOptions, createAead, type KeysetAead } from '../aead/create-aead.ts';
import { encryptError } from '../errors.ts';
import { readAesFpeKey } from '../key-types/aes-fpe.ts';
import type { KeyPurpose } from '../key-types/key-type.ts';
import { purposeOfType } from '../keyset/key-template.ts';
import { type Keyset, primaryOf } from '../keyset/keyset.ts';
import { createPrf } from '../prf/create-prf.ts';

/**
 * Keysets by name. A name that is used for several things, encryption and format-preserving encryption say, has one
 * keyset for each.
 */
export type NamedKeysets = Readonly<Record<string, Keyset | readonly Keyset[]>>;

/** What {@link createKeyProvider} gives. */
export interface KeysetProvider extends KeyProvider {
  aead(name: string, options?: KeyRequestOptions): Promise<KeysetAead>;
}

function notFound(name: string, purpose: KeyPurpose): Error {
  return encryptError('ERR_ENCRYPT_KEY_NOT_FOUND', 'No key of this name can do what is asked', {
    hint: `Add a keyset for ${purpose} under this name.`,
    details: { name, purpose },
  });
}

/**
 * Core's {@link KeyProvider} over keysets that are in memory. What it gives out is made once a name and kept, so that
 * all users of a key share its count of messages.
 *
 * @throws {DataSecurityError} Its methods: `ERR_ENCRYPT_KEY_NOT_FOUND` where the name is unknown or its keysets are of
 * another kind.
 *
 * @example
 * ```ts
 * import { createKeyProvider, generateKeyset } from '@yushu/encrypt';
 *
 * const keys = createKeyProvider({
 *   pii: [generateKeyset('AES256_GCM'), generateKeyset('AES256_FPE')],
 *   ids: generateKeyset('HMAC_SHA256_PRF'),
 * });
 * console.log((await keys.prf('ids')).compute(new TextEncoder().encode('x'), 8).length); // 8
 * ```
 */
export function createKeyProvider(
  keysets: NamedKeysets,
  options: AeadOptions = {},
): KeysetProvider {
  const made = new Map<string, unknown>();
  const byName = new Map(Object.entries(keysets));

  const purposeOf = (keyset: Keyset): KeyPurpose | undefined => {
    const { typeUrl } = primaryOf(keyset);
    const given = options.keyTypes?.find((type) => type.typeUrl === typeUrl);
    return given?.purpose ?? purposeOfType(typeUrl);
  };

  function find<T>(
    name: string,
    purpose: KeyPurpose,
    request: KeyRequestOptions | undefined,
    make: (keyset: Keyset) => T,
  ): Promise<T> {
    return Promise.resolve().then(() => {
      request?.signal?.throwIfAborted();
      const key = `${purpose}:${name}`;
      if (!made.has(key)) {
        const keyset = [byName.get(name) ?? []]
          .flat()
          .find((candidate) => purposeOf(candidate) === purpose);
        if (keyset === undefined) throw notFound(name, purpose);
        made.set(key, make(keyset));
      }
      return made.get(key) as T;
    });
  }

  return {
    aead: (name, request) => find(name, 'aead', request, (keyset) => createAead(keyset, options)),
    prf: (name, request) => find(name, 'prf', request, (keyset) => createPrf(keyset, options)),
    blockCipherKey: (name, request) =>
      find(name, 'fpe', request, (keyset) => {
        const primary = primaryOf(keyset);
        return { keyId: String(primary.id), bytes: readAesFpeKey(primary.value) };
      }),
  };
}
