import { type NamedKeyset, writeKeyFile } from '@yushu/encrypt/node';
import { locateKeyFile, removeLeftovers } from './locate-key-file.ts';
import { withKeyFileLocked } from './lock-key-file.ts';
import { openKeyFileForUse } from './open-keys.ts';

/**
 * Changes the keysets of a key file: alone at it, and as a whole or not at all.
 *
 * @param change - gives the keysets to write, or `undefined` to leave the file as it is
 */
export async function changeKeyFile(
  path: string,
  change: (
    keysets: readonly NamedKeyset[],
  ) => readonly NamedKeyset[] | undefined | Promise<readonly NamedKeyset[] | undefined>,
): Promise<void> {
  const target = await locateKeyFile(path);
  await withKeyFileLocked(target, async () => {
    const { keysets, kek } = await openKeyFileForUse(path);
    const next = await change(keysets);
    if (next === undefined) return;
    await removeLeftovers(target);
    await writeKeyFile(target, next, kek, { overwrite: true });
  });
}
