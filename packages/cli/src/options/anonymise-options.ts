import { type Command, Option } from 'commander';
import { tableTypes } from '../tables/table-types.ts';
import { collect } from './mask-options.ts';

/** What the search may try to lose least. */
export const lossMetrics = [
  'loss',
  'entropy',
  'precision',
  'discernability',
  'average-class-size',
  'height',
  'entropy-based-loss',
] as const;

/** Options of `yushu anonymise` as the command line gives them. */
export interface AnonymiseOptions {
  readonly output?: string;
  readonly quasi?: readonly string[];
  readonly remove?: readonly string[];
  readonly k?: string;
  readonly sensitive?: string;
  readonly l?: string;
  readonly entropyL?: string;
  readonly c?: string;
  readonly t?: string;
  readonly ordered?: true;
  readonly maxSuppressed: string;
  readonly metric: (typeof lossMetrics)[number];
  readonly local?: true;
  readonly report?: string;
  readonly type?: (typeof tableTypes)[number];
  readonly encoding?: string;
  readonly quiet?: true;
}

/** Declares `yushu anonymise FILE --quasi … --k …`. */
export function declareAnonymise(
  program: Command,
  run: (path: string, options: AnonymiseOptions) => Promise<void>,
): void {
  program
    .command('anonymise')
    .alias('anonymize')
    .summary('generalise a table until nobody stands out')
    .description(
      'Generalises the columns by which people may be known, just as far as is needed: of all combinations of levels, the one that loses least. The file is read twice and not held. Without -o, only the risk is told.',
    )
    .argument('<file>', 'CSV, TSV, NDJSON or Parquet; it is read twice, so not standard input')
    .option('-o, --output <file>', 'file to write; - for standard output')
    .option(
      '--quasi <name=hierarchy>',
      'a column by which people may be known; again for each',
      collect,
    )
    .option(
      '--remove <name>',
      'empty a column that names people, such as name or phone; again for each',
      collect,
    )
    .option('--k <number>', 'at least so many rows alike')
    .option(
      '--sensitive <name>',
      'a column that must not become known, for --l, --entropy-l, --c and --t',
    )
    .option('--l <number>', 'at least so many different sensitive values in each class')
    .option(
      '--entropy-l <number>',
      'entropy of the sensitive values of each class at least log of this',
    )
    .option('--c <number>', 'with --l: recursive (c, l)-diversity instead of distinct')
    .option('--t <number>', 'sensitive values of each class no further than this from all, 0 to 1')
    .option('--ordered', 'with --t: the sensitive values are in order, such as income')
    .option('--max-suppressed <part>', 'most rows that may be left out, such as 0.02 or 2%', '2%')
    .addOption(
      new Option('--metric <metric>', 'what is to be lost least')
        .choices(lossMetrics)
        .default('loss'),
    )
    .option(
      '--local',
      'rows that do not fit are generalised further among themselves, so that the others keep more; metric loss',
    )
    .option('--report <file>', 'risk before and after, as .json or .html')
    .addOption(
      new Option('--type <type>', 'type of the table, seen from the content unless given').choices(
        tableTypes,
      ),
    )
    .option('--encoding <name>', 'encoding, such as gb18030; seen from the content unless given')
    .option('-q, --quiet', 'no summary')
    .addHelpText(
      'after',
      `
Hierarchies: NAME=intervals:5,10,20   ranges of these widths
             NAME=prefix:4,2          first characters kept
             NAME=dates:month,year    also quarter, half, decade
             NAME=table:FILE.csv      a row for each value: the value, then what it becomes
             NAME=suppression         the value or *
             NAME                     one that fits the values

Example: yushu anonymise patients.csv --remove name --quasi age=intervals:5,10,20 --quasi sex --k 5 -o out.csv --report risk.html`,
    )
    .action(run);
}
