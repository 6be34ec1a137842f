import { isDataSecurityError } from '@yushu/core';
import { exitCodes } from './exit-codes.ts';
import { systemReason } from './files/system-reason.ts';

/** Errors of the one who typed the command; every other means that something could not be read, opened or written. */
const usageCodes: ReadonlySet<string> = new Set([
  'ERR_CLI_USAGE',
  'ERR_CORE_POLICY',
  'ERR_CORE_LEVEL',
  'ERR_DETECT_BASELINE',
  'ERR_DETECT_LIST',
  'ERR_DETECT_RULE',
  'ERR_PROTECT_POLICY',
  'ERR_PROTECT_OPTIONS',
  'ERR_ENCRYPT_KEY_NOT_FOUND',
  'ERR_WATERMARK_OPTIONS',
  'ERR_API_SECURITY_BASELINE',
  'ERR_API_SECURITY_RULES',
]);

/** So many problems of one file are printed. */
const maxProblems = 20;

function problemsOf(error: unknown): readonly string[] {
  const problems = isDataSecurityError(error) ? error.details['problems'] : undefined;
  return Array.isArray(problems) ? (problems as readonly string[]) : [];
}

function describe(error: unknown): { message: string; hint?: string | undefined } {
  if (isDataSecurityError(error))
    return { message: `${error.message} (${error.code})`, hint: error.hint };
  const { code, path, name } = Object(error) as { code?: string; path?: string; name?: string };
  const reason = systemReason(error);
  if (reason !== undefined) return { message: `${path === undefined ? '' : `${path}: `}${reason}` };
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
  write(`yushu: ${message}\n`);
  // The first one is in the message.
  for (const problem of problemsOf(error).slice(1, maxProblems)) write(`  ${problem}\n`);
  if (hint !== undefined) write(`  ${hint}\n`);
  return isDataSecurityError(error) && usageCodes.has(error.code)
    ? exitCodes.usage
    : exitCodes.unreadable;
}
