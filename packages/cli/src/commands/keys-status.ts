import { setKeyStatus } from '@yushu/encrypt';
import { withKeyset } from '@yushu/encrypt/node';
import { cliError } from '../cli-error.ts';
import { exitCodes } from '../exit-codes.ts';
import { changeKeyFile } from '../files/change-key-file.ts';
import { findKey, labelOfKeyset } from '../files/find-keyset.ts';
import type { KeysStatusOptions } from '../options/keys-options.ts';

const outcomes = {
  enabled: 'opens again',
  disabled: 'neither seals nor opens; yushu keys enable takes it back',
} as const;

/** `yushu keys disable NAME ID --keys K` and `yushu keys enable NAME ID --keys K`. */
export async function runKeysStatus(
  status: 'enabled' | 'disabled',
  name: string,
  id: string,
  options: KeysStatusOptions,
): Promise<number> {
  await changeKeyFile(options.keys, (keysets) => {
    const { entry, key } = findKey(name, id, keysets);
    const label = `${labelOfKeyset(entry)}: key ${id}`;
    if (key.status === 'destroyed') {
      throw cliError('ERR_CLI_USAGE', `${label} is destroyed`, {
        hint: 'What only it could open is lost. A copy of the key file may still hold it.',
      });
    }
    if (key.primary && status === 'disabled') {
      throw cliError('ERR_CLI_USAGE', `${label} is the one that seals`, {
        hint: 'Give the keyset a new one first: yushu keys rotate NAME --keys FILE.',
      });
    }
    if (key.status === status) {
      process.stderr.write(`${options.keys}: ${label} is ${status} already\n`);
      return undefined;
    }
    const keyset = setKeyStatus(entry.keyset, key.id, status);
    process.stderr.write(`${options.keys}: ${label} ${outcomes[status]}\n`);
    return keysets.map((one) => (one === entry ? withKeyset(entry, keyset, undefined) : one));
  });
  return exitCodes.clean;
}
