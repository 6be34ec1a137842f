import { DataSecurityError, type DataSecurityErrorOptions } from '@yushu/core';

/**
 * The codes of this package's errors.
 *
 * - `ERR_PROTECT_POLICY`: the policy text is not valid; line and column are told.
 * - `ERR_PROTECT_OPTIONS`: an option is missing or out of its range.
 * - `ERR_PROTECT_CONTEXT`: a place that the policy binds values to was not given.
 * - `ERR_PROTECT_SEALED`: the input already holds sealed values, which could be taken for new ones.
 * - `ERR_PROTECT_VALUE`: a value of a kind that no rule can look at.
 * - `ERR_PROTECT_DOCUMENT`: a document that was to be revealed is broken.
 * - `ERR_PROTECT_RESPONSE`: a response cannot be protected, and is withheld.
 * - `ERR_PROTECT_AUDIT`: the audit sink failed or fell behind; nothing is done unrecorded.
 */
export type ProtectErrorCode =
  | 'ERR_PROTECT_POLICY'
  | 'ERR_PROTECT_OPTIONS'
  | 'ERR_PROTECT_CONTEXT'
  | 'ERR_PROTECT_SEALED'
  | 'ERR_PROTECT_VALUE'
  | 'ERR_PROTECT_DOCUMENT'
  | 'ERR_PROTECT_RESPONSE'
  | 'ERR_PROTECT_AUDIT';

/** An error of this package. */
export function protectError(
  code: ProtectErrorCode,
  message: string,
  options?: DataSecurityErrorOptions,
): DataSecurityError<ProtectErrorCode> {
  return new DataSecurityError(code, message, options);
}
