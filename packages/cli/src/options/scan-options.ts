import { type Level, type Likelihood, levels, likelihoods } from '@yushu/core';
import { type Command, InvalidArgumentError, Option } from 'commander';

/** Report formats of `yushu scan`. */
export const reportFormats = ['table', 'jsonl', 'sarif', 'html'] as const;

/** Options of `yushu scan` as the command line gives them. */
export interface ScanOptions {
  /** Report format, `table` unless given. */
  readonly format: (typeof reportFormats)[number];
  /** Findings below it are left out. */
  readonly minLikelihood: Likelihood;
  /** Findings of this level or above end the command with code 1. */
  readonly failOn?: Level;
  /** Name of the encoding of all inputs; seen from their content unless given. */
  readonly encoding?: string;
  /** Whether findings carry a preview of the value, masked. */
  readonly preview?: true;
  /** Path of a policy: the report then also says what the policy would do. */
  readonly policy?: string;
  /** Path to write the report to; standard output unless given. */
  readonly output?: string;
  /** Path of a baseline: what it knows is not reported. */
  readonly baseline?: string;
  /** Path to write a baseline of all findings to. */
  readonly writeBaseline?: string;
  /** Path of a list of values that may stand in the open. */
  readonly allow?: string;
  /** Path of a list of values that are found wherever they stand. */
  readonly deny?: string;
  /** Path of rules of one's own, of gitleaks or of Presidio: what they find is reported too. */
  readonly rules?: string;
  /** Path to write the HTML report to as well, whatever the format: one scan serves programs and people. */
  readonly report?: string;
}

function readLevel(text: string): Level {
  const level = levels.find((one) => String(one) === text);
  if (level === undefined)
    throw new InvalidArgumentError(`Allowed choices are ${levels.join(', ')}.`);
  return level;
}

/** Declares `yushu scan PATH…`. */
export function declareScan(
  program: Command,
  run: (paths: string[], options: ScanOptions) => Promise<void>,
): void {
  program
    .command('scan')
    .summary('find sensitive data in files, folders or standard input')
    .description(
      'Finds sensitive data in files, folders or standard input (-): text, logs, NDJSON, JSON, CSV, TSV, SQL dumps, HTTP, .gz, .xlsx, .docx, SQLite, Parquet; in UTF-8, UTF-16 or GB18030.',
    )
    .argument('<path...>', 'files or folders; - for standard input')
    .addOption(
      new Option('-f, --format <format>', 'how to report').choices(reportFormats).default('table'),
    )
    .addOption(
      new Option('--min-likelihood <likelihood>', 'leave out what is less likely')
        .choices(likelihoods)
        .default('likely'),
    )
    .addOption(
      new Option(
        '--fail-on <level>',
        'end with code 1 on findings of this level or above',
      ).argParser(readLevel),
    )
    .option('--encoding <name>', 'encoding of the input, seen from the content unless given')
    .option('--preview', 'show values, with all but a few characters covered')
    .option('--policy <file>', 'say what this policy would do with each finding')
    .option('-o, --output <file>', 'write the report to a file')
    .option('--baseline <file>', 'leave out what this file knows from before')
    .option('--write-baseline <file>', 'write what is found to this file, without values')
    .option('--allow <file>', 'leave out the values of this list, one value or /pattern/ a line')
    .option('--deny <file>', 'find the values of this list too, one a line')
    .option('--rules <file>', 'find by these rules too: YAML, JSON, gitleaks TOML or Presidio YAML')
    .option('--report <file>', 'write the HTML report to this file as well')
    .action(run);
}
