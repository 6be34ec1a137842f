import { type NamedKeyset, rotateNamedKeyset } from '@yushu/encrypt/node';
import { cliError } from '../cli-error.ts';
import { exitCodes } from '../exit-codes.ts';
import { changeKeyFile } from '../files/change-key-file.ts';
import { findKeysets, labelOfKeyset } from '../files/find-keyset.ts';
import type { KeysRotateOptions } from '../options/keys-options.ts';

/** Purposes whose ciphertexts can be opened by every key of the keyset, not only by the first. */
const rotatable: ReadonlySet<string> = new Set(['aead', 'streaming', 'mac']);

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

/** The keysets that `NAME` or `NAME:KIND` means, of which one at least can be rotated. */
function namedBy(text: string, keysets: readonly NamedKeyset[]): NamedKeyset[] {
  const found = findKeysets(text, keysets);
  if (found.some((entry) => obstacle(entry) === undefined)) return found;
  const first = found[0] as NamedKeyset;
  throw cliError('ERR_CLI_USAGE', `${labelOfKeyset(first)} cannot be rotated: ${obstacle(first)}`, {
    hint: 'Make a key under another name, and let the policy name it for new data.',
  });
}

/** `yushu keys rotate [NAME…] --keys K`. */
export async function runKeysRotate(
  names: readonly string[],
  options: KeysRotateOptions,
): Promise<number> {
  const rotated: { entry: NamedKeyset; next: NamedKeyset; isMeant: boolean }[] = [];
  await changeKeyFile(options.keys, (keysets) => {
    const meant =
      names.length === 0 ? keysets : [...new Set(names.flatMap((name) => namedBy(name, keysets)))];
    const chosen = new Set(meant.filter((entry) => obstacle(entry) === undefined));
    if (chosen.size === 0) {
      throw cliError('ERR_CLI_USAGE', `${options.keys} holds no key that can be rotated`, {
        hint: 'Make a key under another name, and let the policy name it for new data.',
      });
    }
    rotated.push(
      ...keysets.map((entry) => ({
        entry,
        isMeant: meant.includes(entry),
        next: chosen.has(entry) ? rotateNamedKeyset(entry) : entry,
      })),
    );
    return rotated.map(({ next }) => next);
  });
  for (const { entry, next, isMeant } of rotated) {
    if (!isMeant) continue;
    const reason = obstacle(entry);
    const what =
      reason === undefined
        ? `key ${next.keyset.primaryId} seals from now on, older keys still open`
        : `left as it is: ${reason}`;
    process.stderr.write(`${options.keys}: ${labelOfKeyset(entry)}: ${what}\n`);
  }
  process.stderr.write(
    'Next: give the new key file to all who open before anybody seals with it, and keep a copy. What was sealed before needs no change.\n',
  );
  return exitCodes.clean;
}
