/**
 * PBKDF2 (RFC 8018 section 5.2), over WebCrypto, which is everywhere but in pages that did not come by https.
 *
 * @module
 */
import { encryptError } from '../errors.ts';

/** Hash functions for passwords. */
export type PasswordHash = 'SHA-256' | 'SHA-512';

/** So many bytes of a password; whoever calls checks that the iterations are enough. */
export async function pbkdf2(
  hash: PasswordHash,
  password: Uint8Array,
  salt: Uint8Array,
  iterations: number,
  length: number,
): Promise<Uint8Array> {
  // Its types do not say that it can be missing.
  const subtle: SubtleCrypto | undefined = globalThis.crypto.subtle;
  if (subtle === undefined) {
    throw encryptError('ERR_ENCRYPT_OPTIONS', 'This page has no WebCrypto for passwords', {
      hint: 'Serve it by https, or from localhost: browsers give `crypto.subtle` to no other page.',
    });
  }
  const key = await subtle.importKey('raw', password.slice(), 'PBKDF2', false, ['deriveBits']);
  const algorithm = { name: 'PBKDF2', hash, salt: salt.slice(), iterations };
  return new Uint8Array(await subtle.deriveBits(algorithm, key, length * 8));
}
