import { readFile, realpath, stat } from 'node:fs/promises';
import { dirname, resolve, sep } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { bundleDescription, type DescriptionSource, readDescription } from '@yushu/api-security';
import { cliError } from '../cli-error.ts';
import { systemReason } from './system-reason.ts';

/** Larger documents that a `$ref` names are not read. */
const maxBytes = 64 * 2 ** 20;

/** The folder below which files may be read, links followed. */
async function realFolder(path: string): Promise<string> {
  try {
    return await realpath(path);
  } catch (error) {
    throw cliError('ERR_CLI_INPUT', `${path}: ${systemReason(error) ?? 'cannot be read'}`, {
      hint: 'Give --refs the folder that holds the documents of the description.',
    });
  }
}

/** The text of a file below a folder, by its `file:` URI; nothing for any other, wherever its links lead. */
async function readBelow(folder: string, uri: string): Promise<string | undefined> {
  if (!uri.startsWith('file:')) return undefined;
  try {
    const path = await realpath(fileURLToPath(uri));
    if (!path.startsWith(folder.endsWith(sep) ? folder : folder + sep)) return undefined;
    const status = await stat(path);
    if (!status.isFile() || status.size > maxBytes) return undefined;
    return await readFile(path, 'utf8');
  } catch {
    // What is not there, or is no file, stays a `$ref` that leads out of the document: the audit names it.
    return undefined;
  }
}

/**
 * Reads a description whose text is there already. With `refs` its `$ref`s to files below a folder are followed: the one that is named,
 * or the description's own.
 *
 * @throws {DataSecurityError} `ERR_CLI_INPUT` where that folder cannot be read.
 */
export async function readDescriptionSource(
  path: string,
  text: string,
  refs: string | true | undefined,
): Promise<DescriptionSource> {
  if (refs === undefined) return readDescription(text);
  // Of standard input the folder is the working one.
  const location = path === '-' ? resolve('stdin') : resolve(path);
  const folder = await realFolder(refs === true ? dirname(location) : refs);
  const uri = pathToFileURL(location).href;
  return bundleDescription(uri, text, { read: (one) => readBelow(folder, one) });
}
