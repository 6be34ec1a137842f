/**
 * Encryption to a public key, by keysets.
 *
 * @module
 */
import { type RandomBytes, systemRandom } from '@yushu/core';
import { outputPrefix } from '../aead/output-prefix.ts';
import { encryptError, isOpenError, openError } from '../errors.ts';
import { entriesOf, type KeyEntry, type Keyset, primaryOf } from '../keyset/keyset.ts';
import { createHpkeSuite, type HpkeSuite } from './hpke/create-hpke-suite.ts';
import { concat } from './hpke/labelled-kdf.ts';
import {
  hpkePrivateKeyType,
  hpkePublicKeyTypeUrl,
  readHpkePrivateKey,
  readHpkePublicKey,
} from './hpke-keys.ts';

/** Encrypts to a public key. */
export interface HybridEncrypt {
  /** Id of the key that is encrypted to. */
  readonly keyId: string;
  /** Encrypts. The context is bound to the result, and must be given to open it. */
  seal(plaintext: Uint8Array, context: Uint8Array): Uint8Array;
}

/** Decrypts with a private key. */
export interface HybridDecrypt {
  /** Decrypts. @throws {DataSecurityError} `ERR_ENCRYPT_OPEN` for whatever is wrong. */
  open(sealed: Uint8Array, context: Uint8Array): Uint8Array;
}

function typeError(entry: KeyEntry, wanted: string): Error {
  return encryptError('ERR_ENCRYPT_KEY_TYPE', `A key of the keyset is no ${wanted} key of HPKE`, {
    hint: 'Encrypt with what publicKeysetOf gives, decrypt with the keyset itself.',
    details: { keyId: String(entry.id), typeUrl: entry.typeUrl },
  });
}

/**
 * Encryption to the primary public key of a keyset (Tink's `HybridEncrypt`): HPKE in base mode (RFC 9180 section 5.1.1),
 * the context as its `info`. Wire: prefix ‖ encapsulated key ‖ ciphertext. It hides the message, not who sent it.
 *
 * @throws {DataSecurityError} `ERR_ENCRYPT_KEY_TYPE` where the primary key is no public key of HPKE.
 *
 * @example
 * ```ts
 * import {
 *   createHybridDecrypt,
 *   createHybridEncrypt,
 *   generateHybridKeyset,
 *   publicKeysetOf,
 * } from '@yushu/encrypt/hybrid';
 *
 * const keyset = generateHybridKeyset('DHKEM_X25519_HKDF_SHA256_HKDF_SHA256_AES_256_GCM');
 * const context = new TextEncoder().encode('report 7');
 * const message = new TextEncoder().encode('hello');
 * const sealed = createHybridEncrypt(publicKeysetOf(keyset)).seal(message, context);
 * console.log(new TextDecoder().decode(createHybridDecrypt(keyset).open(sealed, context))); // hello
 * ```
 */
export function createHybridEncrypt(
  publicKeyset: Keyset,
  options: { readonly random?: RandomBytes } = {},
): HybridEncrypt {
  const primary = primaryOf(publicKeyset);
  if (primary.typeUrl !== hpkePublicKeyTypeUrl) throw typeError(primary, 'public');
  const { algorithms, publicKey: recipientPublicKey } = readHpkePublicKey(primary.value);
  const suite = createHpkeSuite(algorithms);
  const prefix = outputPrefix(primary);
  const random = options.random ?? systemRandom;
  return {
    keyId: String(primary.id),
    seal(plaintext, info) {
      const sender = suite.setupSender({ recipientPublicKey, info, random });
      return concat(prefix, sender.encapsulatedKey, sender.seal(plaintext));
    },
  };
}

interface DecryptKey {
  readonly prefix: Uint8Array;
  readonly suite: HpkeSuite;
  readonly privateKey: Uint8Array;
}

function openWith(key: DecryptKey, sealed: Uint8Array, info: Uint8Array): Uint8Array | undefined {
  const { prefix, suite, privateKey } = key;
  const bodyStart = prefix.length + suite.encapsulatedBytes;
  if (prefix.some((byte, index) => byte !== sealed[index])) return undefined;
  try {
    const encapsulatedKey = sealed.subarray(prefix.length, bodyStart);
    const recipient = suite.setupRecipient({
      recipientPrivateKey: privateKey,
      encapsulatedKey,
      info,
    });
    return recipient.open(sealed.subarray(bodyStart));
  } catch (error) {
    if (isOpenError(error)) return undefined;
    throw error;
  }
}

/**
 * Decryption by the private keys of a keyset (Tink's `HybridDecrypt`).
 *
 * @throws {DataSecurityError} `ERR_ENCRYPT_KEY_TYPE` where an enabled key is no private key of HPKE.
 *
 * @example
 * ```ts
 * import { createHybridDecrypt, generateHybridKeyset } from '@yushu/encrypt/hybrid';
 *
 * const keyset = generateHybridKeyset('DHKEM_P256_HKDF_SHA256_HKDF_SHA256_AES_256_GCM');
 * try {
 *   createHybridDecrypt(keyset).open(new Uint8Array(99), new Uint8Array(0));
 * } catch (error) {
 *   console.log((error as { code?: string }).code); // ERR_ENCRYPT_OPEN
 * }
 * ```
 */
export function createHybridDecrypt(privateKeyset: Keyset): HybridDecrypt {
  const keys = entriesOf(privateKeyset)
    .filter((entry) => entry.status === 'enabled')
    .map((entry): DecryptKey => {
      if (entry.typeUrl !== hpkePrivateKeyType.typeUrl) throw typeError(entry, 'private');
      const { algorithms, privateKey } = readHpkePrivateKey(entry.value);
      return { prefix: outputPrefix(entry), suite: createHpkeSuite(algorithms), privateKey };
    })
    .sort((a, b) => b.prefix.length - a.prefix.length);
  return {
    open(sealed, context) {
      for (const key of keys) {
        const plaintext = openWith(key, sealed, context);
        if (plaintext !== undefined) return plaintext;
      }
      throw openError();
    },
  };
}
