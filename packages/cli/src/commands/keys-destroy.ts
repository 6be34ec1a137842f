import { destroyKey } from '@yushu/encrypt';
import { withKeyset } from '@yushu/encrypt/node';
import { cliError } from '../cli-error.ts';
import { exitCodes } from '../exit-codes.ts';
import { askForWord } from '../files/ask-for-word.ts';
import { changeKeyFile } from '../files/change-key-file.ts';
import { findKey, labelOfKeyset } from '../files/find-keyset.ts';
import type { KeysDestroyOptions } from '../options/keys-options.ts';

/** Whoever is at the terminal types the key's id; a script says `--yes`. */
async function confirm(label: string, id: string, isSure: boolean): Promise<void> {
  if (isSure) return;
  if (!process.stdin.isTTY || !process.stderr.isTTY) {
    throw cliError('ERR_CLI_USAGE', 'Nobody is there to confirm', {
      hint: 'Say --yes. What only this key opens is lost for good.',
    });
  }
  const question = `${label} and all that only it opens will be lost for good.\nType its id to destroy it: `;
  if ((await askForWord(question, process.stdin, process.stderr)) === id) return;
  throw cliError('ERR_CLI_USAGE', 'Not confirmed: nothing was changed', {
    hint: 'Type the id of the key, as it stands in the command.',
  });
}

/** `yushu keys destroy NAME ID --keys K [--yes]`. */
export async function runKeysDestroy(
  name: string,
  id: string,
  options: KeysDestroyOptions,
): Promise<number> {
  await changeKeyFile(options.keys, async (keysets) => {
    const { entry, key } = findKey(name, id, keysets);
    const label = `${labelOfKeyset(entry)}: key ${id}`;
    if (key.status === 'destroyed') {
      process.stderr.write(`${options.keys}: ${label} is destroyed already\n`);
      return undefined;
    }
    if (key.status === 'enabled') {
      throw cliError('ERR_CLI_USAGE', `${label} is enabled`, {
        hint: key.primary
          ? 'It is the one that seals: rotate, seal anew what it sealed, disable it, then destroy it.'
          : 'Disable it first, and wait until nobody misses it: yushu keys disable NAME ID --keys FILE.',
      });
    }
    await confirm(label, id, options.yes ?? false);
    const keyset = destroyKey(entry.keyset, key.id);
    process.stderr.write(`${options.keys}: ${label} is destroyed; its id stays on record\n`);
    return keysets.map((one) => (one === entry ? withKeyset(entry, keyset, undefined) : one));
  });
  return exitCodes.clean;
}
