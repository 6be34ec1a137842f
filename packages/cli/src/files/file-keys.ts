import { createStreamingAead, type StreamingAead } from '@yushu/encrypt';
import { gmKeyTypes } from '@yushu/encrypt/gm';
import { cliError } from '../cli-error.ts';
import { openKeyFileForUse } from './open-keys.ts';

/** A key of a key file that encrypts files. */
export interface FileKey {
  readonly name: string;
  readonly aead: StreamingAead;
}

/**
 * The keys of a key file that are for files; only the one of a name where it is given.
 *
 * @throws {DataSecurityError} `ERR_CLI_USAGE` where there is none.
 */
export async function openFileKeys(path: string, name: string | undefined): Promise<FileKey[]> {
  const { keysets } = await openKeyFileForUse(path);
  const found = keysets.filter(
    (entry) => entry.purpose === 'streaming' && (name === undefined || entry.name === name),
  );
  if (found.length === 0) {
    throw cliError(
      'ERR_CLI_USAGE',
      name === undefined ? `${path} holds no key for files` : `${path} holds no key ${name}:file`,
      {
        hint: 'Make one: yushu keys new NAME:file -o FILE. See what there is: yushu keys list --keys FILE.',
      },
    );
  }
  return found.map((entry) => ({
    name: entry.name,
    aead: createStreamingAead(entry.keyset, { keyTypes: gmKeyTypes }),
  }));
}
