import { type Command, InvalidArgumentError, Option } from 'commander';

/** Options that all of `yushu watermark …` have but `verify`. */
export interface WatermarkKeyOptions {
  /** Path of the key file. */
  readonly keys: string;
  /** Name of a key for pseudonyms in it. */
  readonly key: string;
  readonly quiet?: true;
}

/** What is planned. */
export interface WatermarkPlanOptions extends WatermarkKeyOptions {
  /** Path of a JSON file that says of columns what they are. */
  readonly columns?: string;
  readonly budget?: number;
  readonly colluders?: number;
}

/** Options of `yushu watermark capacity`. */
export interface WatermarkCapacityOptions extends WatermarkPlanOptions {
  readonly for?: number;
  readonly falseAccusation?: number;
  readonly format: 'text' | 'json';
}

/** Options of `yushu watermark embed`. */
export interface WatermarkEmbedOptions extends WatermarkPlanOptions {
  readonly output: string;
  readonly recipient: string;
  /** Path of the release record: made where there is none. Of tables only. */
  readonly record?: string;
  /** Ways to write a mark in a text, with commas between. */
  readonly channels?: string;
  /** Path of a list of recipients to commit to. */
  readonly recipients?: string;
  /** Path of the commitment to write. */
  readonly commitment?: string;
}

/** Options of `yushu watermark trace`. */
export interface WatermarkTraceOptions extends WatermarkKeyOptions {
  /** Of tables only. */
  readonly record?: string;
  readonly recipients: string;
  readonly falseAccusation?: number;
  readonly format: 'text' | 'json' | 'html';
  readonly language: 'en' | 'zh-CN';
  readonly output: string;
  /** Path of the commitment of the release. */
  readonly commitment?: string;
  /** Path to write what lays the release open to. */
  readonly disclosure?: string;
}

/** Options of `yushu watermark verify`. */
export interface WatermarkVerifyOptions extends Partial<WatermarkKeyOptions> {
  /** Of tables. */
  readonly disclosure?: string;
  readonly publicKey?: string;
  /** Of documents and pictures: whose mark to look for. */
  readonly recipient?: string;
  readonly falseAccusation?: number;
  readonly format: 'text' | 'json' | 'html';
  readonly language: 'en' | 'zh-CN';
  readonly output: string;
}

/** Options of `yushu watermark clean`. */
export interface WatermarkCleanOptions {
  /** Path of the cleaned copy; without it, it is only told what is hidden. */
  readonly output?: string;
  readonly wording?: true;
  readonly format: 'text' | 'json';
  readonly quiet?: true;
}

/** What `yushu watermark …` runs. */
export interface WatermarkCommands {
  readonly capacity: (input: string, options: WatermarkCapacityOptions) => Promise<void>;
  readonly embed: (input: string, options: WatermarkEmbedOptions) => Promise<void>;
  readonly trace: (input: string, options: WatermarkTraceOptions) => Promise<void>;
  readonly verify: (input: string, options: WatermarkVerifyOptions) => Promise<void>;
  readonly clean: (input: string, options: WatermarkCleanOptions) => Promise<void>;
}

function readNumber(text: string): number {
  const value = Number(text);
  if (text.trim() === '' || !Number.isFinite(value))
    throw new InvalidArgumentError('Not a number.');
  return value;
}

const withKeys = (command: Command) =>
  command
    .requiredOption('--keys <file>', 'key file, made by yushu keys new NAME:pseudonym -o FILE')
    .requiredOption('--key <name>', 'name of the key in it')
    .option('--quiet', 'no progress and no summary');

const withPlan = (command: Command) =>
  withKeys(command)
    .option(
      '--columns <file>',
      'JSON: what columns are, such as {"age": {"kind": "number"}, "id": "key"}',
    )
    .option(
      '--budget <share>',
      'highest share of cells that may change; 0.02 unless given',
      readNumber,
    )
    .option('--colluders <count>', 'how many recipients may put their copies together', readNumber);

const withReport = (command: Command) =>
  command
    .option(
      '--false-accusation <p>',
      'probability of naming any innocent; 1e-9 unless given',
      readNumber,
    )
    .addOption(
      new Option('-f, --format <format>', 'how to print it')
        .choices(['text', 'json', 'html'])
        .default('text'),
    )
    .addOption(
      new Option('--language <language>', 'of the HTML report')
        .choices(['en', 'zh-CN'])
        .default('en'),
    )
    .option('-o, --output <file>', 'where to write it', '-');

/** Declares `yushu watermark capacity | embed | trace | verify | clean`. */
export function declareWatermark(program: Command, run: WatermarkCommands): void {
  const watermark = program
    .command('watermark')
    .summary('mark tables, documents and pictures for recipients, and trace a leak')
    .description(
      'Marks a table (CSV, TSV, NDJSON, Parquet), a document (.txt, .md, .html, .eml, .docx) or a picture (.png, .jpg) for each recipient, and names the recipient of a copy that was found.',
    );
  withPlan(
    watermark
      .command('capacity')
      .summary('say what a table, document or picture can carry, before it is marked')
      .argument('<file>', 'the table (- for standard input), document or picture'),
  )
    .option('--for <count>', 'how many recipients; 1,000,000 unless given', readNumber)
    .option(
      '--false-accusation <p>',
      'probability of naming any innocent; 1e-9 unless given',
      readNumber,
    )
    .addOption(
      new Option('-f, --format <format>', 'how to print it')
        .choices(['text', 'json'])
        .default('text'),
    )
    .action(run.capacity);
  withPlan(
    watermark
      .command('embed')
      .summary('write the copy of one recipient')
      .argument('<file>', 'the table, document or picture'),
  )
    .requiredOption('-o, --output <file>', 'where to write the copy')
    .requiredOption('--recipient <id>', 'who gets it')
    .option(
      '--record <file>',
      'release record: one for all recipients of a table, made where there is none',
    )
    .option(
      '--channels <list>',
      'ways to write a mark in a document: invisible,look-alikes,punctuation,words,spacing,variants',
    )
    .option('--recipients <file>', 'all who may get a copy, an id a line; with --commitment')
    .option('--commitment <file>', 'write a signed commitment to key, plan and recipients')
    .action(run.embed);
  withReport(
    withKeys(
      watermark
        .command('trace')
        .summary('name the recipient of a table, document or picture that was found')
        .argument('<file>', 'the table (- for standard input), document or picture'),
    ),
  )
    .option('--record <file>', 'release record of a table')
    .requiredOption('--recipients <file>', 'all who got a copy, an id a line')
    .option('--commitment <file>', 'commitment of the release')
    .option('--disclosure <file>', 'write what lets anyone run this trace again; with --commitment')
    .action(run.trace);
  withReport(
    watermark
      .command('verify')
      .summary(
        'of a table, run a trace again from what was laid open, without the owner’s key; of a document or picture, say whether it is a recipient’s copy',
      )
      .argument('<file>', 'the table, document or picture')
      .option('--disclosure <file>', 'of tables: what yushu watermark trace --disclosure wrote')
      .option('--public-key <hex>', 'of tables: the owner’s public key, from elsewhere')
      .option('--recipient <id>', 'of documents and pictures: whose copy it may be')
      .option('--keys <file>', 'of documents and pictures: key file')
      .option('--key <name>', 'name of the key in it')
      .option('--quiet', 'no progress'),
  ).action(run.verify);
  watermark
    .command('clean')
    .summary('show what is hidden in a text or document, and write a copy without it')
    .argument('<file>', 'text, .md, .html, .eml or .docx; - for text from standard input')
    .option('-o, --output <file>', 'where to write the clean copy; without it, only tell')
    .option('--wording', 'bring words, spacing and width of punctuation to their usual form, too')
    .addOption(
      new Option('-f, --format <format>', 'how to tell it')
        .choices(['text', 'json'])
        .default('text'),
    )
    .option('--quiet', 'no progress and no summary')
    .action(run.clean);
}
