import type { Action, Policy } from '@yushu/core';
import { type KeyProfile, keyProfiles } from '@yushu/encrypt';
import type { NamedTemplate, WantedKeyset } from '@yushu/encrypt/node';
import { cliError } from '../cli-error.ts';
import { printable } from '../output/printable.ts';
import { readPolicyFile } from './read-policy-file.ts';

/** The actions that need keys, the encryption of files beside them, and for what a key of theirs is used. */
const purposes = { encrypt: 'aead', pseudonym: 'prf', fpe: 'fpe', file: 'streaming' } as const;

type KeyedAction = keyof typeof purposes;

/** A key that is asked for. */
export interface WantedKey {
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

/** The purpose of the keyset that is asked for. */
export const purposeOf = ({ action }: WantedKey) => purposes[action];

/** The purposes of each profile, with their templates. */
const templates: Readonly<
  Record<KeyProfile, Readonly<Partial<Record<(typeof purposes)[KeyedAction], NamedTemplate>>>>
> = keyProfiles;

/**
 * The keyset to make.
 *
 * @throws {DataSecurityError} `ERR_CLI_USAGE` where the profile has none for the action: none of the other profile takes its place.
 */
export function templateOf(wanted: WantedKey, profile: KeyProfile): WantedKeyset {
  const template = templates[profile][purposeOf(wanted)];
  if (template !== undefined) return { name: wanted.name, template };
  throw cliError('ERR_CLI_USAGE', `The profile ${profile} has no keys for ${wanted.action}`, {
    hint: `Make ${printable(`${wanted.name}:${wanted.action}`)} with another profile, in a key file of its own or by yushu keys add.`,
  });
}

/** `name (action)`, for people. */
export const labelOf = ({ name, action }: WantedKey) => `${name} (${action})`;

/**
 * The keys that names and a policy ask for, each once.
 *
 * @param example - a command line that names a key
 */
export async function readWantedKeys(
  names: readonly string[],
  policyPath: string | undefined,
  example: string,
): Promise<WantedKey[]> {
  const policy = policyPath === undefined ? undefined : await readPolicyFile(policyPath);
  const wanted = [...names.map(readName), ...(policy === undefined ? [] : keysOf(policy.policy))];
  const unique = wanted.filter(
    (key, index) =>
      wanted.findIndex((one) => one.name === key.name && one.action === key.action) === index,
  );
  if (unique.length > 0) return unique;
  throw cliError(
    'ERR_CLI_USAGE',
    policy === undefined ? 'No key is named' : 'The policy names no key',
    { hint: `Give names, or a policy that encrypts: ${example}.` },
  );
}
