import type { Command } from 'commander';

/** Options of `yushu decrypt` as the command line gives them. */
export interface DecryptOptions {
  /** Path to write to; `-` is standard output. */
  readonly output: string;
  /** Path of the key file. */
  readonly keys: string;
  /** No progress. */
  readonly quiet?: true;
}

/** Options of `yushu encrypt` as the command line gives them. */
export interface EncryptOptions extends DecryptOptions {
  /** Name of the key; needed where the key file holds several for files. */
  readonly key?: string;
}

function declareFileOptions(command: Command): Command {
  return command
    .argument('<file>', 'file to read; - for standard input')
    .requiredOption('-o, --output <file>', 'file to write; - for standard output')
    .requiredOption('--keys <file>', 'key file with a key for files: yushu keys new NAME:file')
    .option('-q, --quiet', 'no progress');
}

/** Declares `yushu encrypt FILE -o OUT --keys K`. */
export function declareEncrypt(
  program: Command,
  run: (path: string, options: EncryptOptions) => Promise<void>,
): void {
  declareFileOptions(
    program
      .command('encrypt')
      .summary('encrypt a whole file')
      .description(
        'Encrypts a file of any size as a whole. OUT is replaced as a whole or not at all.',
      ),
  )
    .option('--key <name>', 'name of the key, where there are several for files')
    .action(run);
}

/** Declares `yushu decrypt FILE -o OUT --keys K`. */
export function declareDecrypt(
  program: Command,
  run: (path: string, options: DecryptOptions) => Promise<void>,
): void {
  declareFileOptions(
    program
      .command('decrypt')
      .summary('decrypt what encrypt wrote')
      .description(
        'Decrypts what encrypt wrote. Nothing is given out unless all of it is known to be as it was written.',
      ),
  ).action(run);
}
