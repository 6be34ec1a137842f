import { type Level, levels } from '@yushu/core';
import { type Command, InvalidArgumentError, Option } from 'commander';

/** Forms of the catalogue. */
export const catalogueFormats = ['table', 'json', 'html', 'xlsx'] as const;

/** Options of `yushu classify` as the command line gives them. */
export interface ClassifyCommandOptions {
  readonly format: (typeof catalogueFormats)[number];
  /** Names of built-in packs, or paths of own ones. */
  readonly pack: readonly string[];
  /** Rows of a table that are read, at most. */
  readonly rows: number;
  /** Cells of a column that are looked at, at most. */
  readonly cells: number;
  /** Columns of this level or above end the command with code 1. */
  readonly failOn?: Level;
  readonly encoding?: string;
  readonly output?: string;
}

function readCount(text: string): number {
  const count = text === 'all' ? Number.POSITIVE_INFINITY : Number(text);
  if (!(count >= 1) || (count !== Number.POSITIVE_INFINITY && !Number.isSafeInteger(count)))
    throw new InvalidArgumentError('It is a whole number of 1 or more.');
  return count;
}

function readLevel(text: string): Level {
  const level = levels.find((one) => String(one) === text);
  if (level === undefined)
    throw new InvalidArgumentError(`Allowed choices are ${levels.join(', ')}.`);
  return level;
}

/** Declares `yushu classify PATH…`. */
export function declareClassify(
  program: Command,
  run: (paths: string[], options: ClassifyCommandOptions) => Promise<void>,
): void {
  program
    .command('classify')
    .summary('say what the columns of tables hold, and grade them')
    .description(
      'Makes a data catalogue: what each column of CSV, TSV, NDJSON, JSON, SQL dumps, workbooks, SQLite and Parquet holds, from a sample of its cells, and its grade under classification packs, with reasons and their sources.',
    )
    .argument('<path...>', 'files or folders; - for standard input')
    .addOption(
      new Option('-f, --format <format>', 'form of the catalogue')
        .choices(catalogueFormats)
        .default('table'),
    )
    .option(
      '--pack <pack...>',
      'gbt-43697, jrt-0197, gbt-35273, gbt-45574, or a JSON or YAML file of your own',
      ['gbt-43697'],
    )
    .addOption(
      new Option('--rows <count>', 'rows of a table that are read, or all')
        .argParser(readCount)
        .default(100_000),
    )
    .addOption(
      new Option('--cells <count>', 'cells of a column that are looked at')
        .argParser(readCount)
        .default(200),
    )
    .addOption(
      new Option(
        '--fail-on <level>',
        'end with code 1 on columns of this level or above',
      ).argParser(readLevel),
    )
    .option('--encoding <name>', 'encoding of the input, seen from the content unless given')
    .option('-o, --output <file>', 'write the catalogue to a file')
    .action(run);
}
