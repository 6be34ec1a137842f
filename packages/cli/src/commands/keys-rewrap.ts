import { link, open, readFile, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import {
  generateKek,
  type Kek,
  type KeyFile,
  openKeyFile,
  parseKek,
  writeKekFile,
  writeKeyFile,
} from '@yushu/encrypt/node';
import { cliError } from '../cli-error.ts';
import { exitCodes } from '../exit-codes.ts';
import { locateKeyFile, removeLeftovers } from '../files/locate-key-file.ts';
import { withKeyFileLocked } from '../files/lock-key-file.ts';
import { openKeyFileForUse, pendingKekPathOf, readPendingKek } from '../files/open-keys.ts';
import type { KeysRewrapOptions } from '../options/keys-options.ts';

const say = (text: string) => process.stderr.write(`${text}\n`);

/** Keeps a key-encryption key under its id: copies of the key file, and other key files, may still need it. */
async function keepOldKek(kekPath: string): Promise<string> {
  const text = await readFile(kekPath, 'utf8');
  const kept = `${kekPath}.${parseKek(text).id}`;
  try {
    await link(kekPath, kept);
  } catch (error) {
    const isSame =
      (error as NodeJS.ErrnoException).code === 'EEXIST' &&
      (await readFile(kept, 'utf8')).trim() === text.trim();
    if (!isSame) throw error;
  }
  return kept;
}

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r').catch(() => undefined);
  await handle?.sync().catch(() => {});
  await handle?.close();
}

/** The new key-encryption key takes its place; the key file needs it by now. */
async function promotePending(keys: string): Promise<void> {
  const kekPath = `${keys}.kek`;
  const kept = await keepOldKek(kekPath);
  await rename(pendingKekPathOf(keys), kekPath);
  await syncFolder(dirname(kekPath));
  say(`${kekPath}: the new key-encryption key`);
  say(`${kept}: the old one. Remove it when no copy of ${keys} and no other key file needs it.`);
}

/** The key file is written when the KEK is safe, and opened with it before the old one loses its place. */
async function writeUnder(kek: Kek, file: KeyFile, target: string): Promise<void> {
  await writeKeyFile(target, file.keysets, kek, { overwrite: true });
  await openKeyFile(target, { kek });
}

/**
 * The order makes every moment safe: the new KEK is on the disk, then the key file is replaced as a whole, then the KEKs
 * change places. Between the last two, every command finds the new KEK where it waits.
 */
async function rewrap(keys: string, target: string, kekOutput: string | undefined): Promise<void> {
  const file = await openKeyFileForUse(keys);
  await removeLeftovers(target);
  await removeLeftovers(pendingKekPathOf(keys));
  const pending = await readPendingKek(keys);
  if (pending?.id === file.kek.id) {
    say(`${keys}: an interrupted rewrap is brought to its end`);
    await promotePending(keys);
    if (kekOutput === undefined) return;
  } else if (pending !== undefined) {
    // The key file opened with another KEK, and nobody else is at work: this one was never used.
    await rm(pendingKekPathOf(keys));
  }
  const kek = generateKek();
  if (kekOutput === undefined) {
    await writeKekFile(pendingKekPathOf(keys), kek);
    await writeUnder(kek, file, target);
    await promotePending(keys);
    return;
  }
  await writeKekFile(kekOutput, kek);
  await writeUnder(kek, file, target);
  say(
    `${kekOutput}: the new key-encryption key. Put it where the old one is, which is as it was; point YUSHU_KEK_FILE to it.`,
  );
}

/** `yushu keys rewrap --keys K [--kek-output FILE]`. */
export async function runKeysRewrap(options: KeysRewrapOptions): Promise<number> {
  const { keys, kekOutput } = options;
  const { YUSHU_KEK: inline, YUSHU_KEK_FILE: named } = process.env;
  if (kekOutput === undefined && (inline || named)) {
    throw cliError('ERR_CLI_USAGE', 'The key-encryption key is not kept beside the key file', {
      hint: 'Say where the new one goes: --kek-output FILE. What YUSHU_KEK or YUSHU_KEK_FILE names is left as it is.',
    });
  }
  const target = await locateKeyFile(keys);
  return withKeyFileLocked(target, async () => {
    await rewrap(keys, target, kekOutput);
    say(`${keys}: encrypted under the new one; the keys in it are the same`);
    return exitCodes.clean;
  });
}
