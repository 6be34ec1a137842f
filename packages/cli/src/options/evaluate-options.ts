import { type Likelihood, likelihoods } from '@yushu/core';
import { type Command, InvalidArgumentError, Option } from 'commander';

/** Options of `yushu evaluate` as the command line gives them. */
export interface EvaluateOptions {
  /** How to print it, `table` unless given. */
  readonly format: 'table' | 'json';
  /** Patterns of categories that are judged; all unless given. */
  readonly categories?: readonly string[];
  /** Patterns of categories that are not judged. */
  readonly exclude?: readonly string[];
  /** Path of a JSON object: categories in place of labels that the truth uses. */
  readonly labels?: string;
  /** What positions of documents count. */
  readonly positions: 'code-unit' | 'code-point';
  /** For documents that are scanned here: the lowest likelihood that counts as found. */
  readonly minLikelihood: Likelihood;
  /** Ends with code 1 where the strict F1 over all is below it. */
  readonly minF1?: number;
  /** Path to write to; standard output unless given. */
  readonly output?: string;
}

function readShare(text: string): number {
  const share = Number(text);
  if (!(share >= 0 && share <= 1)) throw new InvalidArgumentError('It is a number from 0 to 1.');
  return share;
}

/** Declares `yushu evaluate TRUTH [FINDINGS]`. */
export function declareEvaluate(
  program: Command,
  run: (truth: string, findings: string | undefined, options: EvaluateOptions) => Promise<void>,
): void {
  program
    .command('evaluate')
    .summary('measure findings against a truth')
    .description(
      'Precision, recall, F1 and F2 by category and over all, for exact spans and for spans that overlap by 0.9. TRUTH holds JSON lines: {"path","category","start","end"} beside FINDINGS of yushu scan --format jsonl, or {"text","spans":[{"category","start","end"}]}, which are scanned here.',
    )
    .argument('<truth>', 'JSON lines of what is sensitive; - for standard input')
    .argument('[findings]', 'JSON lines of what was found')
    .addOption(
      new Option('-f, --format <format>', 'how to print it')
        .choices(['table', 'json'])
        .default('table'),
    )
    .option('--categories <pattern...>', 'judge these categories only')
    .option('--exclude <pattern...>', 'do not judge these: what the truth does not speak of')
    .option('--labels <file>', 'JSON object: a category, or null, for each label of the truth')
    .addOption(
      new Option('--positions <unit>', 'what positions in documents count')
        .choices(['code-unit', 'code-point'])
        .default('code-unit'),
    )
    .addOption(
      new Option('--min-likelihood <likelihood>', 'documents: leave out what is less likely')
        .choices(likelihoods)
        .default('likely'),
    )
    .addOption(
      new Option('--min-f1 <share>', 'end with code 1 where the strict F1 is below').argParser(
        readShare,
      ),
    )
    .option('-o, --output <file>', 'write it to a file')
    .action(run);
}
