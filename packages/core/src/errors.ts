/**
 * The one error class of all `@yushu/*` packages.
 *
 * @module
 */

const brand = Symbol.for('yushu.DataSecurityError');

/** What an error may carry beside its message: lengths, indexes, counts and ids. Never plaintext, keys or matched text. */
export type ErrorDetails = Readonly<Record<string, string | number | boolean | readonly string[]>>;

/** Options of {@link DataSecurityError}. */
export interface DataSecurityErrorOptions {
  /** What the reader can do next, in one sentence. */
  readonly hint?: string;
  /** Lengths, indexes, counts and ids. */
  readonly details?: ErrorDetails;
  /** The error behind this one. Leave it out where its message could hold input. */
  readonly cause?: unknown;
}

/**
 * An error with a stable code. Codes are `ERR_<PACKAGE>_<REASON>` and part of the public contract; messages are not.
 *
 * `instanceof` fails between the ESM and the CommonJS copy of a package: use {@link isDataSecurityError}.
 *
 * @example
 * ```ts
 * import { DataSecurityError } from '@yushu/core';
 *
 * const error = new DataSecurityError('ERR_MASK_OPTIONS', 'keepFirst must be 0 or more', {
 *   hint: 'Give a whole number of characters to keep.',
 *   details: { keepFirst: -1 },
 * });
 * console.log(error.code); // ERR_MASK_OPTIONS
 * ```
 */
export class DataSecurityError<Code extends string = string> extends Error {
  override readonly name = 'DataSecurityError';
  /** Stable, for programs. */
  readonly code: Code;
  /** What the reader can do next. */
  readonly hint: string | undefined;
  /** Lengths, indexes, counts and ids. */
  readonly details: ErrorDetails;

  constructor(code: Code, message: string, options: DataSecurityErrorOptions = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.code = code;
    this.hint = options.hint;
    this.details = options.details ?? {};
    Object.defineProperty(this, brand, { value: true });
  }

  /** The error for logs: code, message, hint and details, without stack and cause. */
  toJSON(): { code: Code; message: string; hint?: string; details: ErrorDetails } {
    const { code, message, hint, details } = this;
    return hint === undefined ? { code, message, details } : { code, message, hint, details };
  }
}

/**
 * Whether a caught value is a {@link DataSecurityError}, of whichever copy of the package, and of the given code if one is given.
 *
 * @example
 * ```ts
 * import { isDataSecurityError, parsePolicy } from '@yushu/core';
 *
 * try {
 *   parsePolicy({ version: 2 });
 * } catch (error) {
 *   if (isDataSecurityError(error, 'ERR_CORE_POLICY')) console.log(error.hint);
 * }
 * ```
 */
export function isDataSecurityError<Code extends string = string>(
  error: unknown,
  code?: Code,
): error is DataSecurityError<Code> {
  if (typeof error !== 'object' || error === null || !(brand in error)) return false;
  return code === undefined || (error as { readonly code?: unknown }).code === code;
}
