/**
 * What the readers of foreign ciphertexts share: strict base64, strict UTF-8, and keys as their tools hand them out.
 *
 * @module
 */
import { platform } from '#platform';
import { encryptError, openError } from '../errors.ts';

/**
 * The bytes of base64 in its only spelling, padded; the padding may be left out where the other tool may have. Two texts
 * for the same bytes would let somebody change a ciphertext without anybody noticing.
 */
export function strictBase64(
  text: string,
  alphabet: 'standard' | 'url',
  padding: 'required' | 'optional',
): Uint8Array {
  const digits = text.replace(/={1,2}$/, '');
  const padded = digits.length + ((4 - (digits.length % 4)) % 4) === text.length;
  const bare = digits.length === text.length;
  const foreign = alphabet === 'standard' ? /[-_]/ : /[+/]/;
  if (!(padded || (bare && padding === 'optional')) || foreign.test(digits)) throw openError();
  const bytes = platform.decodeBase64Url(digits.replaceAll('+', '-').replaceAll('/', '_'));
  if (bytes === undefined) throw openError();
  return bytes;
}

// A byte order mark is part of the value: the other tool has sealed it.
const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** The text of authenticated bytes. Bytes that are not UTF-8 are not turned into something else. */
export function strictUtf8(bytes: Uint8Array): string {
  try {
    return decoder.decode(bytes);
  } catch {
    throw openError();
  }
}

/** The error for keys and options that cannot be meant. It never shows a key. */
export function importOptionsError(message: string, hint: string) {
  return encryptError('ERR_ENCRYPT_OPTIONS', message, { hint });
}
