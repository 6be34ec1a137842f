/**
 * The port to key management services: where the key is that encrypts keys.
 *
 * @module
 */
import type { Aead } from '@yushu/core';

/** Options of the methods of {@link Kms}. */
export interface KmsOptions {
  /** Ends the wait. */
  readonly signal?: AbortSignal;
}

/**
 * A key in a key management service. It encrypts small things, keysets and data keys, and never leaves the service.
 *
 * Both methods fail with `ERR_ENCRYPT_KMS` where the service cannot be asked, `decrypt` with `ERR_ENCRYPT_OPEN` where the
 * service says that the ciphertext is not its own.
 */
export interface Kms {
  /** Where the key is, for records: `vault-transit://…`, `aws-kms://…`. */
  readonly keyUri: string;
  encrypt(
    plaintext: Uint8Array,
    associatedData: Uint8Array,
    options?: KmsOptions,
  ): Promise<Uint8Array>;
  decrypt(
    ciphertext: Uint8Array,
    associatedData: Uint8Array,
    options?: KmsOptions,
  ): Promise<Uint8Array>;
}

/**
 * A service in memory: a keyset or a KEK in its place, for tests and for machines without a service.
 *
 * @example
 * ```ts
 * import { createAead, generateKeyset } from '@yushu/encrypt';
 * import { createLocalKms } from '@yushu/encrypt/kms';
 *
 * const kms = createLocalKms(createAead(generateKeyset('AES256_GCM')));
 * const sealed = await kms.encrypt(Uint8Array.of(1), Uint8Array.of(2));
 * console.log(await kms.decrypt(sealed, Uint8Array.of(2))); // Uint8Array(1) [ 1 ]
 * ```
 */
export function createLocalKms(aead: Aead): Kms {
  return {
    keyUri: `local://${aead.keyId}`,
    async encrypt(plaintext, associatedData, options) {
      options?.signal?.throwIfAborted();
      return aead.seal(plaintext, associatedData);
    },
    async decrypt(ciphertext, associatedData, options) {
      options?.signal?.throwIfAborted();
      return aead.open(ciphertext, associatedData);
    },
  };
}
