import type { KeyProfile } from '@yushu/encrypt';
import { type Command, Option } from 'commander';
import { declareKeysNew, type KeysNewOptions, profileOption } from './keys-new-options.ts';

/** What `--keys` takes. */
const keyFile = 'key file, made by yushu keys new';

/** Options of `yushu keys rotate` as the command line gives them. */
export interface KeysRotateOptions {
  /** Path of the key file. */
  readonly keys: string;
}

/** Options of `yushu keys list` as the command line gives them. */
export interface KeysListOptions {
  /** Path of the key file. */
  readonly keys: string;
  /** How to print it. */
  readonly format: 'table' | 'json';
}

/** Options of `yushu keys rewrap` as the command line gives them. */
export interface KeysRewrapOptions {
  /** Path of the key file. */
  readonly keys: string;
  /** Path to write the new key-encryption key to; it takes the place of the old one unless given. */
  readonly kekOutput?: string;
}

/** Options of `yushu keys add` as the command line gives them. */
export interface KeysAddOptions {
  /** Path of the key file. */
  readonly keys: string;
  /** Path of a policy whose missing keys are made. */
  readonly policy?: string;
  /** Which algorithms the keys are for. */
  readonly profile: KeyProfile;
}

/** Options of `yushu keys disable` and `yushu keys enable` as the command line gives them. */
export interface KeysStatusOptions {
  /** Path of the key file. */
  readonly keys: string;
}

/** Options of `yushu keys destroy` as the command line gives them. */
export interface KeysDestroyOptions {
  /** Path of the key file. */
  readonly keys: string;
  /** Asks nobody. */
  readonly yes?: boolean;
}

/** What `yushu keys …` runs. */
export interface KeysCommands {
  readonly new: (names: string[], options: KeysNewOptions) => Promise<void>;
  readonly rotate: (names: string[], options: KeysRotateOptions) => Promise<void>;
  readonly list: (options: KeysListOptions) => Promise<void>;
  readonly rewrap: (options: KeysRewrapOptions) => Promise<void>;
  readonly add: (names: string[], options: KeysAddOptions) => Promise<void>;
  readonly disable: (name: string, id: string, options: KeysStatusOptions) => Promise<void>;
  readonly enable: (name: string, id: string, options: KeysStatusOptions) => Promise<void>;
  readonly destroy: (name: string, id: string, options: KeysDestroyOptions) => Promise<void>;
}

/** Declares `yushu keys new|add|rotate|list|disable|enable|destroy|rewrap`. */
export function declareKeys(program: Command, run: KeysCommands): void {
  const keys = program
    .command('keys')
    .summary('make, rotate, list, retire and rewrap keys')
    .description('Makes and keeps keys.');
  declareKeysNew(keys, run.new);
  keys
    .command('add')
    .summary('make more keys in a key file')
    .description(
      'Makes keys under new names in a key file, or those that a policy names and the file does not hold. What is there stays as it is.',
    )
    .argument('[name...]', 'NAME, NAME:pseudonym, NAME:fpe or NAME:file')
    .requiredOption('--keys <file>', keyFile)
    .option('-p, --policy <file>', 'policy whose missing keys are made')
    .addOption(profileOption())
    .action(run.add);
  keys
    .command('rotate')
    .summary('let new keys seal; the old ones still open')
    .description(
      'Gives keysets a new key that seals from now on. What was sealed before still opens. Keys for pseudonyms and for fpe stay as they are: their older values would be lost.',
    )
    .argument('[name...]', 'NAME or NAME:KIND; all that can be rotated unless given')
    .requiredOption('--keys <file>', keyFile)
    .action(run.rotate);
  keys
    .command('list')
    .summary('show what a key file holds, without its keys')
    .description(
      'Shows names, kinds, key ids, status and dates. Needs no key-encryption key; what is shown is not authenticated.',
    )
    .requiredOption('--keys <file>', keyFile)
    .addOption(
      new Option('-f, --format <format>', 'how to print it')
        .choices(['table', 'json'])
        .default('table'),
    )
    .action(run.list);
  declareRetirement(keys, run);
  keys
    .command('rewrap')
    .summary('encrypt the key file under a new key-encryption key')
    .description(
      'Encrypts the key file under a new key-encryption key. It takes the place of FILE.kek; the old one is kept as FILE.kek.ID. Killed at any moment, the key file can be opened, and the same command ends the work.',
    )
    .requiredOption('--keys <file>', keyFile)
    .option(
      '--kek-output <file>',
      'write the new key-encryption key here and leave the old one; needed with YUSHU_KEK and YUSHU_KEK_FILE',
    )
    .action(run.rewrap);
}

/** The steps by which a key goes out of use. */
function declareRetirement(keys: Command, run: KeysCommands): void {
  const idArgument = 'id of the key, as yushu keys list shows it';
  keys
    .command('disable')
    .summary('let a key neither seal nor open; can be taken back')
    .description(
      'Disables a key that does not seal any more: what only it opens cannot be opened until it is enabled again. A step to take before it is destroyed, to see whether anybody misses it.',
    )
    .argument('<name>', 'NAME or NAME:KIND')
    .argument('<id>', idArgument)
    .requiredOption('--keys <file>', keyFile)
    .action(run.disable);
  keys
    .command('enable')
    .summary('take back a key that was disabled')
    .description('Lets a key that was disabled open again.')
    .argument('<name>', 'NAME or NAME:KIND')
    .argument('<id>', idArgument)
    .requiredOption('--keys <file>', keyFile)
    .action(run.enable);
  keys
    .command('destroy')
    .summary('destroy a disabled key for good')
    .description(
      'Destroys a key that is disabled: what only it opens is lost for good. On a terminal its id must be typed; a script says --yes. Copies of the key file keep the key until they are destroyed too.',
    )
    .argument('<name>', 'NAME or NAME:KIND')
    .argument('<id>', idArgument)
    .requiredOption('--keys <file>', keyFile)
    .option('-y, --yes', 'ask nobody')
    .action(run.destroy);
}
