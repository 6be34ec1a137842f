import type { Action, Policy } from '@yushu/core';
import { createKeyFile, defaultTemplates, type WantedKeyset } from '@yushu/encrypt/node';
import { cliError } from '../cli-error.ts';
import { exitCodes } from '../exit-codes.ts';
import { readPolicyFile } from '../files/read-policy-file.ts';
import type { KeysNewOptions } from '../options/keys-new-options.ts';

/** The actions that need keys, the encryption of files beside them, and for what a key of theirs is used. */
const purposes = { encrypt: 'aead', pseudonym: 'prf', fpe: 'fpe', file: 'streaming' } as const;

type KeyedAction = keyof typeof purposes;

interface WantedKey {
  readonly name: string;
  readonly action: KeyedAction;
}

/** Reads `pii`, `ids:pseudonym`, `phones:fpe` or `dumps:file`. */
function readName(text: string): WantedKey {
  const colon = text.lastIndexOf(':');
  const name = colon < 0 ? text : text.slice(0, colon);
  const action = colon < 0 ? 'encrypt' : text.slice(colon + 1);
  if (name !== '' && Object.hasOwn(purposes, action))
    return { name, action: action as KeyedAction };
  throw cliError('ERR_CLI_USAGE', `${text} names no key`, {
    hint: 'Write NAME for a key that encrypts, NAME:pseudonym, NAME:fpe or NAME:file for the others.',
  });
}

function keysOf(policy: Policy): WantedKey[] {
  const actions: Action[] = [...policy.rules.map((rule) => rule.action), policy.default];
  return actions.flatMap((action) =>
    'key' in action ? [{ name: action.key, action: action.kind as KeyedAction }] : [],
  );
}

/** `yushu keys new [NAME…] [--policy P] -o FILE`. */
export async function runKeysNew(
  names: readonly string[],
  options: KeysNewOptions,
): Promise<number> {
  const policy = options.policy === undefined ? undefined : await readPolicyFile(options.policy);
  const wanted = [...names.map(readName), ...(policy === undefined ? [] : keysOf(policy.policy))];
  const unique = wanted.filter(
    (key, index) =>
      wanted.findIndex((one) => one.name === key.name && one.action === key.action) === index,
  );
  if (unique.length === 0) {
    throw cliError(
      'ERR_CLI_USAGE',
      policy === undefined ? 'No key is named' : 'The policy names no key',
      {
        hint: 'Give names, or a policy that encrypts: yushu keys new pii -o keys.json.',
      },
    );
  }
  const keysets: WantedKeyset[] = unique.map(({ name, action }) => ({
    name,
    template: defaultTemplates[purposes[action]],
  }));
  const { kekPath } = await createKeyFile(options.output, keysets);
  const list = unique.map(({ name, action }) => `${name} (${action})`).join(', ');
  process.stderr.write(`${options.output}: ${list}\n`);
  if (kekPath !== undefined) {
    process.stderr.write(
      `${kekPath}: the key-encryption key. Move it to where secrets live, and point YUSHU_KEK_FILE to it.\n`,
    );
  }
  return exitCodes.clean;
}
