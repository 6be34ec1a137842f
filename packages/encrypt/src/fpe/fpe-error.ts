import { DataSecurityError, type ErrorDetails } from '@yushu/core';

/** What can go wrong in format-preserving encryption. */
export type FpeErrorCode =
  /** The key does not fit the cipher. */
  | 'ERR_ENCRYPT_FPE_KEY'
  /** An option is out of range. */
  | 'ERR_ENCRYPT_FPE_OPTIONS'
  /** So few values are possible that encryption would not hide them. */
  | 'ERR_ENCRYPT_FPE_DOMAIN'
  /** The value is longer than is allowed. */
  | 'ERR_ENCRYPT_FPE_LENGTH'
  /** The value does not have the format. */
  | 'ERR_ENCRYPT_FPE_FORMAT';

/** An error of this part, which says lengths and names but nothing of a value or key. */
export function fpeError(
  code: FpeErrorCode,
  message: string,
  hint: string,
  details: ErrorDetails = {},
): DataSecurityError<FpeErrorCode> {
  return new DataSecurityError(code, message, { hint, details });
}
