import { type Command, Option } from 'commander';

/** Document types that `protect` and `reveal` take apart. */
export const documentTypes = ['text', 'ndjson', 'json', 'csv', 'tsv', 'sql'] as const;

/** What `protect` and `reveal` have in common, as the command line gives it. */
export interface DocumentOptions {
  /** Path to write to; `-` is standard output. */
  readonly output: string;
  /** Path of the key file. */
  readonly keys?: string;
  /** Type of the document; seen from name and content unless given. */
  readonly type?: (typeof documentTypes)[number];
  /** Name of the encoding; seen from the content unless given. */
  readonly encoding?: string;
  /** Name of the table that sealed values are bound to. */
  readonly table?: string;
  /** Name of the tenant that sealed values are bound to. */
  readonly tenant?: string;
  /** Path to append events to, as JSON lines. */
  readonly audit?: string;
  /** No summary. */
  readonly quiet?: true;
}

/** Adds the options of {@link DocumentOptions}. */
export function declareDocumentOptions(command: Command): Command {
  return command
    .argument('<input>', 'file to read; - for standard input')
    .requiredOption('-o, --output <file>', 'file to write; - for standard output')
    .option('--keys <file>', 'key file, made by yushu keys new')
    .addOption(
      new Option(
        '--type <type>',
        'type of the document, seen from name and content unless given',
      ).choices(documentTypes),
    )
    .option('--encoding <name>', 'encoding, such as gb18030; seen from the content unless given')
    .option('--table <name>', 'name of the table that sealed values are bound to')
    .option('--tenant <name>', 'name of the tenant that sealed values are bound to')
    .option('--audit <file>', 'append what was done to this file, one event a line')
    .option('-q, --quiet', 'no summary');
}
