import { readFile } from 'node:fs/promises';
import { type ListEntry, readList } from '@yushu/detect/baseline';
import { cliError } from '../cli-error.ts';
import { systemReason } from './system-reason.ts';

/**
 * Reads the file of `--allow` or `--deny`.
 *
 * @throws {DataSecurityError} `ERR_CLI_INPUT` where it cannot be read; `ERR_DETECT_LIST` with the line where it is no list.
 */
export async function readListFile(path: string): Promise<ListEntry[]> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    throw cliError('ERR_CLI_INPUT', `${path}: ${systemReason(error) ?? 'cannot be read'}`, {
      hint: 'Give a file with one value, or /pattern/, a line.',
    });
  }
  return readList(text);
}
