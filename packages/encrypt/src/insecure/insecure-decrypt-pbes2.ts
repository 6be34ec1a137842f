/**
 * PBES2: what stands behind `ENCRYPTED PRIVATE KEY` and other texts under a password.
 *
 * @module
 */
import { blockModes } from '#block-modes';
import { pbkdf2 } from '../derivation/pbkdf2.ts';
import { encryptError, openError } from '../errors.ts';

/** What stands beside the ciphertext, in the clear (RFC 8018 appendix A.4). */
export interface Pbes2Parameters {
  /** That of PBKDF2. */
  readonly salt: Uint8Array;
  /** How often the hash is computed, from 1 to 10,000,000. */
  readonly iterations: number;
  /** That of AES-CBC, 16 bytes. */
  readonly iv: Uint8Array;
}

const mostIterations = 10_000_000;
const ivBytes = 16;

/**
 * Decrypts PBES2 (RFC 8018 section 6.2) with PBKDF2 over HMAC-SHA-256 and AES-256-CBC, the default of OpenSSL 3 for private
 * keys: Java calls it `PBEWithHmacSHA256AndAES_256`. Insecure: nothing authenticates what comes out, one wrong password in
 * some 256 gives bytes instead of an error, and who may try changed texts learns the plaintext by which of them fail. Only
 * to read what others have left, where no one else can hand in texts; to write, take `createPasswordAead` of
 * `@yushu/encrypt/derivation`.
 *
 * @param password - bytes, or text that is read as UTF-8 as it stands
 * @returns What was encrypted, of which the caller must see whether it makes sense.
 * @throws {DataSecurityError} `ERR_ENCRYPT_OPTIONS` for iterations out of range, another iv, or in a page that did not come by https,
 * which has no WebCrypto; `ERR_ENCRYPT_OPEN` for all else.
 *
 * @example
 * ```ts
 * import { insecureDecryptPbes2 } from '@yushu/encrypt/insecure';
 *
 * const hex = (text: string) => Uint8Array.from(text.match(/../g) ?? [], (pair) => parseInt(pair, 16));
 * const opened = await insecureDecryptPbes2(
 *   hex('6c54d7655b76af3dfc771563ed2cbae4'),
 *   'correct horse battery staple',
 *   { salt: hex('a1b2c3d4e5f60718'), iterations: 2048, iv: hex('000102030405060708090a0b0c0d0e0f') },
 * );
 * console.log(new TextDecoder().decode(opened)); // 13800138000
 * ```
 */
export async function insecureDecryptPbes2(
  ciphertext: Uint8Array,
  password: string | Uint8Array,
  parameters: Pbes2Parameters,
): Promise<Uint8Array> {
  const { salt, iterations, iv } = parameters;
  const isCount = Number.isInteger(iterations) && iterations >= 1 && iterations <= mostIterations;
  if (!isCount || iv.length !== ivBytes) {
    throw encryptError('ERR_ENCRYPT_OPTIONS', 'Not the parameters of PBES2 with AES', {
      hint: `Give 1 to ${mostIterations} iterations and an iv of ${ivBytes} bytes.`,
      details: { iterations, ivBytes: iv.length },
    });
  }
  const secret = typeof password === 'string' ? new TextEncoder().encode(password) : password;
  const key = await pbkdf2('SHA-256', secret, salt, iterations, 32);
  const plaintext = blockModes.decryptCbc(key, iv, ciphertext);
  key.fill(0);
  if (plaintext === undefined) throw openError();
  return plaintext;
}
