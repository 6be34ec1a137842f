import { readFile } from 'node:fs/promises';
import { DataSecurityError, isDataSecurityError, type KeyProvider } from '@yushu/core';
import type { Kek, KeyFile } from '@yushu/encrypt/node';
import { printable } from '../output/printable.ts';
import { systemReason } from './system-reason.ts';

/** Where `keys rewrap` keeps the new key-encryption key until the key file needs the old one no more. */
export const pendingKekPathOf = (keyFile: string): string => `${keyFile}.kek.new`;

/** The key-encryption key that an interrupted `keys rewrap` left; `undefined` where there is none. */
export async function readPendingKek(keyFile: string): Promise<Kek | undefined> {
  const { parseKek } = await import('@yushu/encrypt/node');
  const text = await readFile(pendingKekPathOf(keyFile), 'utf8').catch(
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return undefined;
      throw error;
    },
  );
  return text === undefined ? undefined : parseKek(text);
}

/** The same error, with the name of the key file, and the system's reason where it gave one. */
function aboutKeyFile(path: string, error: unknown): unknown {
  if (!isDataSecurityError(error)) return error;
  const { code, message, hint, details } = error;
  if (!['ERR_ENCRYPT_KEY_FILE', 'ERR_ENCRYPT_KEK', 'ERR_ENCRYPT_OPEN'].includes(code)) return error;
  const reason = systemReason({ code: details['reason'] });
  const said = reason === undefined ? message : `${message}: ${reason}`;
  return new DataSecurityError(code, `${printable(path)}: ${said}`, {
    ...(hint === undefined ? {} : { hint }),
    details,
  });
}

/**
 * Opens a key file; warnings go to standard error. Where `keys rewrap` was killed between the key file and its
 * key-encryption key, the new one is found in the file that it left.
 */
export async function openKeyFileForUse(path: string): Promise<KeyFile> {
  const { openKeyFile } = await import('@yushu/encrypt/node');
  const file = await openKeyFile(path)
    .catch(async (error: unknown) => {
      if (!isDataSecurityError(error, 'ERR_ENCRYPT_KEK')) throw error;
      const kek = await readPendingKek(path);
      if (kek === undefined || kek.id !== error.details['expected']) throw error;
      process.stderr.write(
        `yushu: ${path}: a rewrap was interrupted; end it with yushu keys rewrap --keys ${path}\n`,
      );
      return openKeyFile(path, { kek });
    })
    .catch((error: unknown) => {
      throw aboutKeyFile(path, error);
    });
  for (const warning of file.warnings) process.stderr.write(`yushu: ${warning}\n`);
  return file;
}

/** The keys of a key file; warnings go to standard error. */
export async function openKeys(path: string): Promise<KeyProvider>;
export async function openKeys(path: string | undefined): Promise<KeyProvider | undefined>;
export async function openKeys(path: string | undefined): Promise<KeyProvider | undefined> {
  return path === undefined ? undefined : (await openKeyFileForUse(path)).provider;
}
