/**
 * Files that are either there as a whole or not at all.
 *
 * @module
 */
import { randomUUID } from 'node:crypto';
import { link, open, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { encryptError } from '../errors.ts';

/** Options of {@link writeFileAtomically}. */
export interface WriteFileOptions {
  /** Whether a file that is there may be replaced. */
  readonly overwrite: boolean;
}

function writeError(path: string, error: unknown): Error {
  const reason = (error as NodeJS.ErrnoException).code ?? 'unknown';
  const exists = reason === 'EEXIST';
  return encryptError(
    'ERR_ENCRYPT_KEY_FILE',
    exists ? 'The file exists already' : 'The file cannot be written',
    {
      hint: exists
        ? 'Choose another path, or move the file away if its keys are needed no more.'
        : 'Check the folder, its permissions and the space left.',
      details: { path, reason },
    },
  );
}

async function syncFolder(folder: string): Promise<void> {
  // The new name is safe only once the folder is; Windows cannot open folders, and needs not.
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/**
 * Writes a text (mode 0600) into a temporary file in the same folder, syncs it and gives it its name. At every moment
 * the path holds the old file, or nothing, or the whole new one.
 *
 * @throws {DataSecurityError} `ERR_ENCRYPT_KEY_FILE`.
 */
export async function writeFileAtomically(
  path: string,
  text: string,
  options: WriteFileOptions,
): Promise<void> {
  const folder = dirname(path);
  const temporary = join(folder, `.${basename(path)}.${randomUUID()}.tmp`);
  try {
    const handle = await open(temporary, 'wx', 0o600);
    try {
      await handle.writeFile(text);
      await handle.sync();
    } finally {
      await handle.close();
    }
    // A link fails where the name is taken; a rename would replace it.
    if (options.overwrite) await rename(temporary, path);
    else await link(temporary, path);
    await syncFolder(folder);
  } catch (error) {
    throw writeError(path, error);
  } finally {
    await rm(temporary, { force: true });
  }
}
