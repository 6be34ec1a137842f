import { DataSecurityError, type DataSecurityErrorOptions } from '@yushu/core';

/**
 * The codes of the guard's errors.
 *
 * - `ERR_API_SECURITY_OPTIONS`: an option of the guard is missing or out of its range.
 * - `ERR_API_SECURITY_SPEC`: the description cannot be read, or describes no HTTP API.
 * - `ERR_API_SECURITY_BODY`: a body cannot be read or looked at, and is withheld.
 */
export type GuardErrorCode =
  | 'ERR_API_SECURITY_OPTIONS'
  | 'ERR_API_SECURITY_SPEC'
  | 'ERR_API_SECURITY_BODY';

/** An error of the guard. */
export function guardError(
  code: GuardErrorCode,
  message: string,
  options?: DataSecurityErrorOptions,
): DataSecurityError<GuardErrorCode> {
  return new DataSecurityError(code, message, options);
}
