import { DataSecurityError, type ErrorDetails } from '@yushu/core';

/**
 * The codes of all errors of `@yushu/gm`.
 *
 * @example
 * ```ts
 * import { isDataSecurityError } from '@yushu/core';
 * import { createSm4Gcm, type GmErrorCode, generateSm4Key } from '@yushu/gm';
 *
 * const expected: GmErrorCode = 'ERR_GM_OPEN';
 * try {
 *   createSm4Gcm(generateSm4Key()).open(new Uint8Array(40));
 * } catch (error) {
 *   console.log(isDataSecurityError(error, expected)); // true
 * }
 * ```
 */
export type GmErrorCode =
  /** An argument or an option has the wrong type, length or value. */
  | 'ERR_GM_INPUT'
  /** A key is malformed, out of range, of another curve or not a key object of this copy of the package. */
  | 'ERR_GM_KEY'
  /** The one opaque error of everything that opens, decrypts or confirms. It never says why. */
  | 'ERR_GM_OPEN'
  /** The random source gives another length than it was asked for, or values that cannot be random. */
  | 'ERR_GM_RANDOM'
  /** An object that serves once, such as a hash that has ended, is used again. */
  | 'ERR_GM_STATE';

type GmError = DataSecurityError<GmErrorCode>;

export function inputError(message: string, hint: string, details: ErrorDetails = {}): GmError {
  return new DataSecurityError('ERR_GM_INPUT', message, { hint, details });
}

export function keyError(message: string, hint: string, details: ErrorDetails = {}): GmError {
  return new DataSecurityError('ERR_GM_KEY', message, { hint, details });
}

/** Says nothing of why: a difference between two failures is what an attacker asks for. */
export function openError(): GmError {
  return new DataSecurityError('ERR_GM_OPEN', 'The data could not be opened', {
    hint: 'The key, nonce, associated data, form or data is not the one it was made with.',
  });
}

export function randomError(message: string): GmError {
  return new DataSecurityError('ERR_GM_RANDOM', message, {
    hint: 'Give a RandomBytes port over a cryptographic generator, such as systemRandom of @yushu/core.',
  });
}

export function stateError(message: string, hint: string): GmError {
  return new DataSecurityError('ERR_GM_STATE', message, { hint });
}
