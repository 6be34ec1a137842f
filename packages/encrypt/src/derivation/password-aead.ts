/**
 * Encryption under a password.
 *
 * @module
 */
import type { Aead } from '@yushu/core';
import { createAead } from '../aead/create-aead.ts';
import { encryptError } from '../errors.ts';
import { aesGcmKeyType, writeAesGcmKey } from '../key-types/aes-gcm.ts';
import { makeKeyset } from '../keyset/keyset.ts';
import { type PasswordHash, pbkdf2 } from './pbkdf2.ts';

/** Options of {@link createPasswordAead}. */
export interface PasswordAeadOptions {
  /** Random, for this password alone, and kept beside what is sealed: it is no secret. 16 bytes or more. */
  readonly salt: Uint8Array;
  /** How often the hash is computed, from 100,000 to 10,000,000; 600,000 unless given, as OWASP had it in 2023. */
  readonly iterations?: number;
  /** `SHA-256` unless given. */
  readonly hash?: PasswordHash;
}

const defaultIterations = 600_000;
const fewestIterations = 100_000;
const mostIterations = 10_000_000;
const fewestSaltBytes = 16;

/**
 * AES-256-GCM under a key that PBKDF2 (RFC 8018 section 5.2) makes of a password: for the copy of a keyset that a person
 * must be able to open. Salt and iterations must be kept, and be the same when it is opened. WebCrypto computes it, beside
 * the thread that waits.
 *
 * @param password - bytes, or text: read as UTF-8 in normal form C, so that it does not matter how it was typed
 * @throws {DataSecurityError} `ERR_ENCRYPT_OPTIONS` for an empty password, a short salt, iterations out of range, or in a page
 * that did not come by https, which has no WebCrypto.
 *
 * @example
 * ```ts
 * import { generateKeyset, readEncryptedKeyset, writeEncryptedKeyset } from '@yushu/encrypt';
 * import { createPasswordAead } from '@yushu/encrypt/derivation';
 *
 * const salt = crypto.getRandomValues(new Uint8Array(16));
 * const kek = await createPasswordAead('correct horse battery staple', { salt });
 * const text = writeEncryptedKeyset(generateKeyset('AES256_GCM'), kek); // keep it with the salt
 * console.log(readEncryptedKeyset(text, kek).keys.length); // 1
 * ```
 */
export async function createPasswordAead(
  password: string | Uint8Array,
  options: PasswordAeadOptions,
): Promise<Aead> {
  const { salt, iterations = defaultIterations, hash = 'SHA-256' } = options;
  const isCount =
    Number.isInteger(iterations) && iterations >= fewestIterations && iterations <= mostIterations;
  if (!isCount || salt.length < fewestSaltBytes || password.length === 0) {
    throw encryptError('ERR_ENCRYPT_OPTIONS', 'A password needs a salt and many iterations', {
      hint: `Give a password, ${fewestSaltBytes} bytes of salt or more, and ${fewestIterations} to ${mostIterations} iterations.`,
      details: { saltBytes: salt.length, iterations },
    });
  }
  const secret =
    typeof password === 'string' ? new TextEncoder().encode(password.normalize('NFC')) : password;
  const bytes = await pbkdf2(hash, secret, salt, iterations, 32);
  const entry = {
    id: 1,
    status: 'enabled',
    prefix: 'raw',
    typeUrl: aesGcmKeyType.typeUrl,
    material: 'symmetric',
    value: writeAesGcmKey(bytes),
  } as const;
  const aead = createAead(makeKeyset(1, [entry]));
  bytes.fill(0);
  return aead;
}
