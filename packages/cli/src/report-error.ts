import { isDataSecurityError } from '@yushu/core';
import { exitCodes } from './exit-codes.ts';

/** Errors of the one who typed the command; every other means that something could not be read, opened or written. */
const usageCodes: ReadonlySet<string> = new Set([
  'ERR_CLI_USAGE',
  'ERR_CORE_POLICY',
  'ERR_CORE_LEVEL',
  'ERR_PROTECT_POLICY',
  'ERR_PROTECT_OPTIONS',
  'ERR_ENCRYPT_KEY_NOT_FOUND',
]);

/** What the system's errors mean, in words. */
const systemReasons: Readonly<Record<string, string>> = {
  ENOENT: 'no such file or folder',
  EACCES: 'permission denied',
  EPERM: 'operation not permitted',
  EISDIR: 'is a folder',
  ENOTDIR: 'a part of the path is no folder',
  ELOOP: 'too many symbolic links',
  ENOSPC: 'no space left on the device',
  EDQUOT: 'disk quota exceeded',
  EFBIG: 'the file would be too large',
  EROFS: 'the file system is read-only',
  EPIPE: 'the reader closed the pipe',
  EIO: 'input/output error',
  EMFILE: 'too many open files',
  EXDEV: 'across file systems',
};

function describe(error: unknown): { message: string; hint?: string | undefined } {
  if (isDataSecurityError(error))
    return { message: `${error.message} (${error.code})`, hint: error.hint };
  const { code, path, name } = Object(error) as { code?: string; path?: string; name?: string };
  const reason = code === undefined ? undefined : systemReasons[code];
  if (reason !== undefined) {
    return { message: `${path === undefined ? '' : `${path}: `}${reason} (${code})` };
  }
  // The message of an error that we do not know may quote its input: only its kind is told.
  return {
    message: `unexpected ${code ?? name ?? 'error'}`,
    hint: 'This is a defect of yushu. Please report it with the command that you typed, without data.',
  };
}

/**
 * Prints an error as `yushu: message` with its hint, without stack, and gives the exit code that it means.
 */
export function reportError(error: unknown, write: (text: string) => void): number {
  const { message, hint } = describe(error);
  write(`yushu: ${message}\n${hint === undefined ? '' : `  ${hint}\n`}`);
  return isDataSecurityError(error) && usageCodes.has(error.code)
    ? exitCodes.usage
    : exitCodes.unreadable;
}
