import { DataSecurityError, type DataSecurityErrorOptions } from '@yushu/core';

/**
 * The codes of the command's own errors; those of inputs are in `input/input-problem.ts`.
 *
 * - `ERR_CLI_USAGE`: options that do not go together, or are missing.
 * - `ERR_CLI_INPUT`: the input cannot be read; named with its reason.
 * - `ERR_CLI_OUTPUT`: the output cannot be written; what stood there is as it was.
 * - `ERR_CLI_PIPE`: the reader of standard output has gone.
 * - `ERR_CLI_ENCODING`: the text cannot be written in the encoding of the input.
 * - `ERR_CLI_MANIFEST`: there is no manifest, or it is none.
 */
export type CliErrorCode =
  | 'ERR_CLI_USAGE'
  | 'ERR_CLI_INPUT'
  | 'ERR_CLI_OUTPUT'
  | 'ERR_CLI_PIPE'
  | 'ERR_CLI_ENCODING'
  | 'ERR_CLI_MANIFEST';

/** An error of the command. */
export function cliError(
  code: CliErrorCode,
  message: string,
  options?: DataSecurityErrorOptions,
): DataSecurityError<CliErrorCode> {
  return new DataSecurityError(code, message, options);
}
