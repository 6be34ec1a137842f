import { type Command, Option } from 'commander';
import { columnForms } from '../tables/column-forms.ts';
import { tableTypes } from '../tables/table-types.ts';

/** Options of `yushu mask` as the command line gives them. */
export interface MaskOptions {
  /** `NAME=FORM`, each. */
  readonly column?: readonly string[];
  /** Path of a policy, in place of columns. */
  readonly policy?: string;
  /** File for one input, folder for several; `-` is standard output. */
  readonly output: string;
  readonly type?: (typeof tableTypes)[number];
  readonly encoding?: string;
  readonly quiet?: true;
}

/** For options that may come again and again. */
export const collect = (value: string, before: readonly string[] | undefined): string[] => [
  ...(before ?? []),
  value,
];

/** Declares `yushu mask FILE…`. */
export function declareMask(
  program: Command,
  run: (paths: readonly string[], options: MaskOptions) => Promise<void>,
): void {
  program
    .command('mask')
    .summary('mask columns of tables, for good')
    .description(
      'Masks columns of CSV, TSV, NDJSON and Parquet, or what a policy names in any text. What is masked cannot be revealed; for that there is protect. Every other byte stays as it is; rows that cannot be masked are left out and named.',
    )
    .argument('<file...>', 'tables to read; - for standard input')
    .option('-c, --column <name=form>', 'mask a column, again for each; see forms below', collect)
    .option('--policy <file>', 'mask what a policy names, YAML or JSON; it may not need keys')
    .option(
      '-o, --output <path>',
      'file for one table, folder for several; - for standard output',
      '-',
    )
    .addOption(
      new Option('--type <type>', 'type of the table, seen from the content unless given').choices(
        tableTypes,
      ),
    )
    .option('--encoding <name>', 'encoding, such as gb18030; seen from the content unless given')
    .option('-q, --quiet', 'no summary')
    .addHelpText(
      'after',
      `\nForms: ${columnForms}.\nColumns of NDJSON are paths, such as address/city.\n\nExample: yushu mask customers.csv -c 姓名=name -c 手机号=phone -c 消费金额=bucket:1000 -o masked.csv`,
    )
    .action(run);
}
