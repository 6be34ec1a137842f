import { readFile } from 'node:fs/promises';
import { DataSecurityError, isDataSecurityError, type Policy } from '@yushu/core';
import { readPolicy } from '@yushu/protect';
import { cliError } from '../cli-error.ts';
import { systemReason } from './system-reason.ts';

/**
 * Reads the policy of a file.
 *
 * @throws {DataSecurityError} `ERR_CLI_USAGE` where the file cannot be read, `ERR_PROTECT_POLICY` with lines and columns where the
 * policy is not valid.
 */
export async function readPolicyFile(path: string): Promise<{ policy: Policy; text: string }> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    throw cliError('ERR_CLI_USAGE', `${path}: ${systemReason(error) ?? 'cannot be read'}`, {
      hint: 'Say where the policy is: --policy FILE.',
    });
  }
  try {
    return { policy: readPolicy(text), text };
  } catch (error) {
    if (!isDataSecurityError(error)) throw error;
    const { code, message, hint, details } = error;
    throw new DataSecurityError(code, `${path}: ${message}`, {
      ...(hint === undefined ? {} : { hint }),
      details,
    });
  }
}
