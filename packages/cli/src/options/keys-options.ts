import { type Command, Option } from 'commander';
import { declareKeysNew, type KeysNewOptions } from './keys-new-options.ts';

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

/** What `yushu keys …` runs. */
export interface KeysCommands {
  readonly new: (names: string[], options: KeysNewOptions) => Promise<void>;
  readonly rotate: (names: string[], options: KeysRotateOptions) => Promise<void>;
  readonly list: (options: KeysListOptions) => Promise<void>;
  readonly rewrap: (options: KeysRewrapOptions) => Promise<void>;
}

/** Declares `yushu keys new|rotate|list|rewrap`. */
export function declareKeys(program: Command, run: KeysCommands): void {
  const keys = program
    .command('keys')
    .summary('make, rotate, list and rewrap keys')
    .description('Makes and keeps keys.');
  declareKeysNew(keys, run.new);
  keys
    .command('rotate')
    .summary('let new keys seal; the old ones still open')
    .description(
      'Gives keysets a new key that seals from now on. What was sealed before still opens. Keys for pseudonyms and for fpe stay as they are: their older values would be lost.',
    )
    .argument('[name...]', 'NAME or NAME:KIND; all that can be rotated unless given')
    .requiredOption('--keys <file>', 'key file, made by yushu keys new')
    .action(run.rotate);
  keys
    .command('list')
    .summary('show what a key file holds, without its keys')
    .description(
      'Shows names, kinds, key ids, status and dates. Needs no key-encryption key; what is shown is not authenticated.',
    )
    .requiredOption('--keys <file>', 'key file, made by yushu keys new')
    .addOption(
      new Option('-f, --format <format>', 'how to print it')
        .choices(['table', 'json'])
        .default('table'),
    )
    .action(run.list);
  keys
    .command('rewrap')
    .summary('encrypt the key file under a new key-encryption key')
    .description(
      'Encrypts the key file under a new key-encryption key. It takes the place of FILE.kek; the old one is kept as FILE.kek.ID. Killed at any moment, the key file can be opened, and the same command ends the work.',
    )
    .requiredOption('--keys <file>', 'key file, made by yushu keys new')
    .option(
      '--kek-output <file>',
      'write the new key-encryption key here and leave the old one; needed with YUSHU_KEK and YUSHU_KEK_FILE',
    )
    .action(run.rewrap);
}
