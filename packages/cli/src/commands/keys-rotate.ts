import { type NamedKeyset, rotateNamedKeyset, writeKeyFile } from '@yushu/encrypt/node';
import { cliError } from '../cli-error.ts';
import { exitCodes } from '../exit-codes.ts';
import { kindOf } from '../files/key-kinds.ts';
import { locateKeyFile, removeLeftovers } from '../files/locate-key-file.ts';
import { withKeyFileLocked } from '../files/lock-key-file.ts';
import { openKeyFileForUse } from '../files/open-keys.ts';
import type { KeysRotateOptions } from '../options/keys-options.ts';
import { printable } from '../output/printable.ts';

/** Purposes whose ciphertexts can be opened by every key of the keyset, not only by the first. */
const rotatable: ReadonlySet<string> = new Set(['aead', 'streaming', 'mac']);

const label = ({ name, purpose }: NamedKeyset) => `${printable(name)} (${kindOf(purpose)})`;

/** Why a keyset has to stay as it is; `undefined` where it can be rotated. */
function obstacle({ purpose, keys }: NamedKeyset): string | undefined {
  if (purpose === 'fpe')
    return 'what it encrypts names no key, so that older values could not be revealed any more';
  if (purpose === 'prf') return 'its pseudonyms would be others than before';
  if (!rotatable.has(purpose)) return 'older values would not be found or opened any more';
  // Another algorithm in its place could not be used where the old one is.
  const isKnown = keys.find((key) => key.primary)?.template !== undefined;
  return isKnown ? undefined : 'its key was made elsewhere, and of what is not known';
}

/** The keysets that `NAME` or `NAME:KIND` means. */
function namedBy(text: string, keysets: readonly NamedKeyset[]): NamedKeyset[] {
  const byName = keysets.filter(({ name }) => name === text);
  const found =
    byName.length > 0
      ? byName
      : keysets.filter(({ name, purpose }) => `${name}:${kindOf(purpose)}` === text);
  const [first] = found;
  if (first === undefined) {
    throw cliError('ERR_CLI_USAGE', `There is no key ${text}`, {
      hint: 'See what there is: yushu keys list --keys FILE.',
    });
  }
  if (found.every((entry) => obstacle(entry) !== undefined)) {
    throw cliError('ERR_CLI_USAGE', `${label(first)} cannot be rotated: ${obstacle(first)}`, {
      hint: 'Make a key under another name, and let the policy name it for new data.',
    });
  }
  return found;
}

/** `yushu keys rotate [NAME…] --keys K`. */
export async function runKeysRotate(
  names: readonly string[],
  options: KeysRotateOptions,
): Promise<number> {
  const target = await locateKeyFile(options.keys);
  return withKeyFileLocked(target, async () => {
    const { keysets, kek } = await openKeyFileForUse(options.keys);
    const meant =
      names.length === 0 ? keysets : [...new Set(names.flatMap((name) => namedBy(name, keysets)))];
    const chosen = new Set(meant.filter((entry) => obstacle(entry) === undefined));
    if (chosen.size === 0) {
      throw cliError('ERR_CLI_USAGE', `${options.keys} holds no key that can be rotated`, {
        hint: 'Make a key under another name, and let the policy name it for new data.',
      });
    }
    const next = keysets.map((entry) => (chosen.has(entry) ? rotateNamedKeyset(entry) : entry));
    await removeLeftovers(target);
    await writeKeyFile(target, next, kek, { overwrite: true });
    for (const [index, entry] of keysets.entries()) {
      if (!meant.includes(entry)) continue;
      const reason = obstacle(entry);
      const what =
        reason === undefined
          ? `key ${next[index]!.keyset.primaryId} seals from now on, older keys still open`
          : `left as it is: ${reason}`;
      process.stderr.write(`${options.keys}: ${label(entry)}: ${what}\n`);
    }
    process.stderr.write(
      'Next: give the new key file to all who open before anybody seals with it, and keep a copy. What was sealed before needs no change.\n',
    );
    return exitCodes.clean;
  });
}
