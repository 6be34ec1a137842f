import type { Command } from 'commander';
import { type DocumentOptions, declareDocumentOptions } from './document-options.ts';

/** Options of `yushu protect` as the command line gives them. */
export interface ProtectOptions extends DocumentOptions {
  /** Path of the policy. */
  readonly policy: string;
  /** Put `'` before cells that a spreadsheet would run as a formula. */
  readonly escapeFormulas?: true;
}

/** Declares `yushu protect IN -o OUT --policy P`. */
export function declareProtect(
  program: Command,
  run: (input: string, options: ProtectOptions) => Promise<void>,
): void {
  declareDocumentOptions(
    program
      .command('protect')
      .summary('protect a document as a policy asks')
      .description(
        'Masks, encrypts or withholds what a policy names, and keeps every other byte. OUT is replaced as a whole or not at all; OUT.yushu.json beside it says how, for reveal.',
      ),
  )
    .requiredOption('--policy <file>', 'policy, YAML or JSON')
    .option('--escape-formulas', "put ' before cells that begin with = + - @")
    .action(run);
}
