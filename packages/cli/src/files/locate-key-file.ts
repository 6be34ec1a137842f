import { readdir, realpath, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { cliError } from '../cli-error.ts';
import { systemReason } from './system-reason.ts';

/**
 * The key file itself, where the path is a link to it: the link stays one.
 *
 * @throws {DataSecurityError} `ERR_CLI_INPUT` where there is none.
 */
export async function locateKeyFile(path: string): Promise<string> {
  return realpath(path).catch((error: unknown) => {
    throw cliError('ERR_CLI_INPUT', `${path}: ${systemReason(error) ?? 'cannot be read'}`, {
      hint: 'Check the path, or make keys with yushu keys new.',
    });
  });
}

const uuid = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}';

/** Removes what a killed process left of its writing of a file: it may hold a key. Only while the file is locked. */
export async function removeLeftovers(path: string): Promise<void> {
  const folder = dirname(path);
  const start = `.${basename(path)}.`;
  for (const name of await readdir(folder)) {
    if (!name.startsWith(start)) continue;
    if (new RegExp(`^${uuid}\\.tmp$`).test(name.slice(start.length))) await rm(join(folder, name));
  }
}
