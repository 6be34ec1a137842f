import { equalBytes } from '#platform/equal-bytes';
import { readBytes } from '../bytes/read-input.ts';
import { openError } from '../errors.ts';
import { readCiphertext, readForm, type Sm2CiphertextForm } from './ciphertext-form.ts';
import { applyKeyStream, hashText } from './encrypt-sm2.ts';
import { readPoint } from './point.ts';
import { type Sm2PrivateKey, secretsOf } from './sm2-private-key.ts';

/** Options of {@link decryptSm2}: the form, which must be given. */
export type Sm2DecryptOptions = Sm2CiphertextForm;

/**
 * Decrypts what was encrypted for the key (GB/T 32918.4-2016 section 7.1). The point is multiplied by `@noble/curves`, with a blinded
 * scalar.
 *
 * A key stream of zeros, which step B4 refuses, is taken: libraries write it for one message of one byte in 256, C3 proves the text all
 * the same, and {@link encryptSm2} never makes one.
 *
 * @param options - the form, which has no default: see {@link Sm2CiphertextForm}
 * @returns the plaintext, which may be empty: failure is never an empty result
 * @throws {DataSecurityError} `ERR_GM_OPEN`, the same for every failure; `ERR_GM_KEY` for what is not a private key, `ERR_GM_INPUT`
 * for other types, options and a form that is not given
 *
 * @example
 * ```ts
 * import { decryptSm2, encryptSm2, generateSm2KeyPair } from '@yushu/gm/sm2';
 *
 * const { privateKey, publicKey } = generateSm2KeyPair();
 * const form = { form: 'raw', order: 'C1C2C3' } as const; // an older library on the other side
 * const encrypted = encryptSm2(publicKey, new Uint8Array(16), form);
 * console.log(decryptSm2(privateKey, encrypted, form).length); // 16
 * ```
 */
export function decryptSm2(
  privateKey: Sm2PrivateKey,
  ciphertext: Uint8Array,
  options: Sm2DecryptOptions,
): Uint8Array {
  const { scalar } = secretsOf(privateKey);
  const known = readForm(options);
  const parts = readCiphertext(readBytes(ciphertext, 'ciphertext'), known);
  const c1 = parts && readPoint(parts.c1);
  if (parts === undefined || c1 === undefined) throw openError();
  const shared = scalar.multiply(c1);
  const { text } = applyKeyStream(shared, parts.c2);
  if (equalBytes(hashText(shared, text), parts.c3)) return text;
  text.fill(0);
  throw openError();
}
