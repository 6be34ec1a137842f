import type { Command } from 'commander';
import { type DocumentOptions, declareDocumentOptions } from './document-options.ts';

/** Options of `yushu reveal` as the command line gives them. */
export interface RevealOptions extends DocumentOptions {
  /** Who asks. */
  readonly role: string;
  /** Why. */
  readonly purpose: string;
  /** Path of the policy; the one in the manifest unless given. */
  readonly policy?: string;
  /** Path of the manifest; `IN.yushu.json` unless given. */
  readonly manifest?: string;
}

/** Declares `yushu reveal IN -o OUT --keys K --role R --purpose P`. */
export function declareReveal(
  program: Command,
  run: (input: string, options: RevealOptions) => Promise<void>,
): void {
  declareDocumentOptions(
    program
      .command('reveal')
      .summary('give protected values back to those who may see them')
      .description(
        'Opens what protect sealed, and gives out what the policy allows the role for the purpose; the rest stays sealed.',
      ),
  )
    .requiredOption('--role <role>', 'who asks')
    .requiredOption('--purpose <purpose>', 'why')
    .option('--policy <file>', 'policy; the one in the manifest unless given')
    .option('--manifest <file>', 'manifest; IN.yushu.json unless given')
    .action(run);
}
