import { createNamedKeyset } from '@yushu/encrypt/node';
import { cliError } from '../cli-error.ts';
import { exitCodes } from '../exit-codes.ts';
import { changeKeyFile } from '../files/change-key-file.ts';
import { labelOf, purposeOf, readWantedKeys, templateOf } from '../files/wanted-keys.ts';
import type { KeysAddOptions } from '../options/keys-options.ts';
import { printable } from '../output/printable.ts';

/** `yushu keys add [NAME…] [--policy P] --keys K`. */
export async function runKeysAdd(
  names: readonly string[],
  options: KeysAddOptions,
): Promise<number> {
  const wanted = await readWantedKeys(names, options.policy, 'yushu keys add pii --keys keys.json');
  await changeKeyFile(options.keys, (keysets) => {
    const isThere = (key: (typeof wanted)[number]) =>
      keysets.some(({ name, purpose }) => name === key.name && purpose === purposeOf(key));
    const named = names.length > 0 ? wanted.slice(0, names.length).find(isThere) : undefined;
    if (named !== undefined) {
      throw cliError('ERR_CLI_USAGE', `${printable(labelOf(named))} is there already`, {
        hint: 'Choose another name. yushu keys rotate gives a keyset a new key.',
      });
    }
    const missing = wanted.filter((key) => !isThere(key));
    if (missing.length === 0) {
      process.stderr.write(`${options.keys}: holds every key that the policy names\n`);
      return undefined;
    }
    const made = missing
      .map((key) => templateOf(key, options.profile))
      .map(({ name, template }) => createNamedKeyset(name, template));
    process.stderr.write(`${options.keys}: ${printable(missing.map(labelOf).join(', '))}\n`);
    return [...keysets, ...made];
  });
  return exitCodes.clean;
}
