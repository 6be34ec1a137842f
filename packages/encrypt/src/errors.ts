/**
 * The errors of this package.
 *
 * @module
 */
import { DataSecurityError, type DataSecurityErrorOptions, isDataSecurityError } from '@yushu/core';

/**
 * The codes of this package's errors.
 *
 * - `ERR_ENCRYPT_OPEN`: could not be opened, for whatever reason: nobody can learn from failures.
 * - `ERR_ENCRYPT_KEYSET`: not a keyset, or one that breaks a rule of the format.
 * - `ERR_ENCRYPT_KEY_TYPE`: the keyset's keys cannot do what was asked, or their type is unknown.
 * - `ERR_ENCRYPT_KEY_NOT_FOUND`: no key of that name and kind.
 * - `ERR_ENCRYPT_KEY_EXHAUSTED`: the key has been used as often as its algorithm allows.
 * - `ERR_ENCRYPT_KEY_FILE`: the key file cannot be read or written.
 * - `ERR_ENCRYPT_FILE`: a file to encrypt or decrypt cannot be read or written.
 * - `ERR_ENCRYPT_KEK`: the key-encryption key is missing or malformed.
 * - `ERR_ENCRYPT_TEMPLATE`: no key template of that name.
 * - `ERR_ENCRYPT_VALUE`: a value that cannot be sealed without loss.
 * - `ERR_ENCRYPT_CONTEXT`: a field context that cannot be bound.
 * - `ERR_ENCRYPT_OPTIONS`: an option out of its range.
 * - `ERR_ENCRYPT_ROTATION`: work over a table stopped before a row that it could not renew.
 * - `ERR_ENCRYPT_KMS`: the key management service refused or could not be reached.
 */
export type EncryptErrorCode =
  | 'ERR_ENCRYPT_OPEN'
  | 'ERR_ENCRYPT_KEYSET'
  | 'ERR_ENCRYPT_KEY_TYPE'
  | 'ERR_ENCRYPT_KEY_NOT_FOUND'
  | 'ERR_ENCRYPT_KEY_EXHAUSTED'
  | 'ERR_ENCRYPT_KEY_FILE'
  | 'ERR_ENCRYPT_FILE'
  | 'ERR_ENCRYPT_KEK'
  | 'ERR_ENCRYPT_TEMPLATE'
  | 'ERR_ENCRYPT_VALUE'
  | 'ERR_ENCRYPT_CONTEXT'
  | 'ERR_ENCRYPT_OPTIONS'
  | 'ERR_ENCRYPT_ROTATION'
  | 'ERR_ENCRYPT_KMS';

/** An error of this package. */
export function encryptError(
  code: EncryptErrorCode,
  message: string,
  options?: DataSecurityErrorOptions,
): DataSecurityError<EncryptErrorCode> {
  return new DataSecurityError(code, message, options);
}

/** The one error for everything that cannot be opened. It takes no arguments on purpose. */
export function openError(): DataSecurityError<'ERR_ENCRYPT_OPEN'> {
  return new DataSecurityError('ERR_ENCRYPT_OPEN', 'Could not be opened', {
    hint: 'The key, the context or the ciphertext is not the one it was sealed with.',
  });
}

/** Whether something could not be opened, as opposed to every other failure. */
export function isOpenError(error: unknown): boolean {
  return isDataSecurityError(error, 'ERR_ENCRYPT_OPEN');
}
