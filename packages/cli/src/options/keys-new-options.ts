import type { KeyProfile } from '@yushu/encrypt';
import { type Command, Option } from 'commander';

/** Options of `yushu keys new` as the command line gives them. */
export interface KeysNewOptions {
  /** Path of the key file to write. */
  readonly output: string;
  /** Path of a policy: every key that it names is made. */
  readonly policy?: string;
  /** Which algorithms the keys are for. */
  readonly profile: KeyProfile;
}

/** `--profile`, for what makes keys. The names are written out: commands load nothing before they are asked for. */
export const profileOption = (): Option =>
  new Option(
    '--profile <profile>',
    'algorithms of the keys: AES and SHA-256, or gm: SM4 and SM3 (for NAME, NAME:pseudonym and NAME:file)',
  )
    .choices(['international', 'gm'] satisfies KeyProfile[])
    .default('international' satisfies KeyProfile);

/** Declares `yushu keys new [NAME…] -o FILE`. */
export function declareKeysNew(
  keys: Command,
  run: (names: string[], options: KeysNewOptions) => Promise<void>,
): void {
  keys
    .command('new')
    .summary('make a file of new keys')
    .description(
      'Makes a file of new keys, each encrypted under a key-encryption key. That one goes to FILE.kek unless YUSHU_KEK or YUSHU_KEK_FILE holds one: move it to where secrets live.',
    )
    .argument('[name...]', 'names, with :pseudonym, :fpe or :file for keys of those kinds')
    .requiredOption('-o, --output <file>', 'key file to write; never an existing one')
    .option('--policy <file>', 'make every key that this policy names')
    .addOption(profileOption())
    .action(run);
}
