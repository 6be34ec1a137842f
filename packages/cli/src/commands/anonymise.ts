import { writeFile } from 'node:fs/promises';
import { DataSecurityError, isDataSecurityError } from '@yushu/core';
import {
  type AnonymiserOptions,
  createAnonymiser,
  type PrivacyModel,
  type Solution,
} from '@yushu/mask/anonymise';
import { createRiskCensus, type RiskCensus } from '@yushu/mask/risk';
import packageJson from '../../package.json' with { type: 'json' };
import { cliError } from '../cli-error.ts';
import { exitCodes } from '../exit-codes.ts';
import { createProgress } from '../files/progress.ts';
import { refuseToOverwrite } from '../files/refuse-to-overwrite.ts';
import type { AnonymiseOptions } from '../options/anonymise-options.ts';
import { describeAnonymisation } from '../output/describe-anonymisation.ts';
import { printable } from '../output/printable.ts';
import { renderAnonymisation } from '../report/render-anonymisation.ts';
import { checkColumns } from '../tables/check-columns.ts';
import { type QuasiColumn, readQuasi } from '../tables/read-quasi.ts';
import { type AnonymisationReport, riskFiguresOf } from '../tables/risk-figures.ts';
import type { TableCounts, TableRow } from '../tables/table-row.ts';
import { walkTable } from '../tables/walk-table.ts';

function readNumber(text: string | undefined, option: string): number | undefined {
  if (text === undefined) return undefined;
  const number = text.trim() === '' ? Number.NaN : Number(text);
  if (Number.isFinite(number)) return number;
  throw cliError('ERR_CLI_USAGE', `--${option} is no number`, { hint: `Give --${option} NUMBER.` });
}

/** `0.02` or `2%`. */
function readPart(text: string): number {
  const isPercent = text.trim().endsWith('%');
  const number =
    readNumber(text.trim().replace(/%$/, ''), 'max-suppressed')! / (isPercent ? 100 : 1);
  if (number >= 0 && number <= 1) return number;
  throw cliError('ERR_CLI_USAGE', '--max-suppressed is no part of the rows', {
    hint: 'Give 0 to 1, or 0% to 100%.',
  });
}

function readModels(options: AnonymiseOptions): PrivacyModel[] {
  const k = readNumber(options.k, 'k');
  const l = readNumber(options.l, 'l');
  const entropyL = readNumber(options.entropyL, 'entropy-l');
  const c = readNumber(options.c, 'c');
  const t = readNumber(options.t, 't');
  const models: PrivacyModel[] = k === undefined ? [] : [{ model: 'k-anonymity', k }];
  const column = options.sensitive;
  if (l !== undefined || entropyL !== undefined || t !== undefined || c !== undefined) {
    if (column === undefined) {
      throw cliError(
        'ERR_CLI_USAGE',
        '--l, --entropy-l, --c and --t are about a sensitive column',
        {
          hint: 'Name it: --sensitive NAME.',
        },
      );
    }
    if (c !== undefined && l === undefined) {
      throw cliError('ERR_CLI_USAGE', '--c goes with --l', {
        hint: 'Give both, such as --c 4 --l 2.',
      });
    }
    if (l !== undefined && c !== undefined)
      models.push({ model: 'recursive-cl-diversity', column, c, l });
    else if (l !== undefined) models.push({ model: 'distinct-l-diversity', column, l });
    if (entropyL !== undefined) models.push({ model: 'entropy-l-diversity', column, l: entropyL });
    if (t !== undefined) {
      models.push({
        model: 't-closeness',
        column,
        t,
        distance: options.ordered ? 'ordered' : 'equal',
      });
    }
  }
  if (models.length === 0) {
    throw cliError('ERR_CLI_USAGE', 'Say how anonymous the table must be', {
      hint: 'Give --k NUMBER: at least so many rows alike. 5 is usual, 20 for what everybody may see.',
    });
  }
  return models;
}

/** Options that the library refuses are those that were typed. */
function asUsage<Result>(run: () => Result): Result {
  try {
    return run();
  } catch (error) {
    if (!isDataSecurityError(error, 'ERR_MASK_OPTIONS')) throw error;
    throw cliError('ERR_CLI_USAGE', error.message, {
      hint: error.hint ?? '',
      details: error.details,
    });
  }
}

function checkNames(quasi: readonly QuasiColumn[], options: AnonymiseOptions): void {
  const names = [...quasi.map(({ column }) => column), ...(options.remove ?? [])];
  if (options.sensitive !== undefined) names.push(options.sensitive);
  const twice = names.find((name, index) => names.indexOf(name) < index);
  if (twice === undefined) return;
  throw cliError('ERR_CLI_USAGE', `Column ${printable(twice)} is named twice`, {
    hint: 'A column is a quasi-identifier, sensitive or removed.',
  });
}

/** What the two passes share. */
interface Work {
  readonly path: string;
  readonly quasi: readonly QuasiColumn[];
  readonly options: AnonymiseOptions;
  readonly models: readonly PrivacyModel[];
  readonly asked: readonly string[];
}

function createCensus({ quasi, options }: Work): RiskCensus {
  return createRiskCensus({
    quasiIdentifiers: quasi.map(({ column }) => column),
    ...(options.sensitive === undefined ? {} : { sensitive: options.sensitive }),
    ordered: options.ordered === true,
  });
}

/** So many rows are looked at for columns that tell rows apart by themselves. */
const sampleRows = 1000;

/** Columns that are left as they are although nearly each value of them is the only one: names, numbers, free text. */
class IdentifyingColumns {
  readonly #values = new Map<string, Set<string>>();
  readonly #counts = new Map<string, number>();
  readonly #treated: ReadonlySet<string>;
  #rows = 0;

  constructor(treated: readonly string[]) {
    this.#treated = new Set(treated);
  }

  add(row: TableRow): void {
    if (this.#rows >= sampleRows) return;
    this.#rows += 1;
    for (const [column, value] of Object.entries(row)) {
      if (value === null || value === '' || this.#treated.has(column)) continue;
      const values = this.#values.get(column) ?? new Set();
      this.#values.set(column, values.add(value));
      this.#counts.set(column, (this.#counts.get(column) ?? 0) + 1);
    }
  }

  names(): string[] {
    return [...this.#values]
      .filter(([column, { size }]) => size >= 3 && size >= 0.8 * this.#counts.get(column)!)
      .map(([column]) => column);
  }
}

/** First pass: rows are counted, then the levels are found. */
async function findSolution(work: Work): Promise<{
  solution: Solution;
  before: RiskCensus;
  counts: TableCounts;
  identifying: readonly string[];
}> {
  const { path, quasi, options, models } = work;
  const anonymiserOptions: AnonymiserOptions = {
    quasiIdentifiers: Object.fromEntries(quasi.map(({ column, hierarchy }) => [column, hierarchy])),
    models,
    suppressionLimit: readPart(options.maxSuppressed),
    metric: { metric: options.metric },
    localRecoding: options.local === true,
  };
  const anonymiser = asUsage(() => createAnonymiser(anonymiserOptions));
  const before = createCensus(work);
  const identifying = new IdentifyingColumns(work.asked);
  const progress = createProgress(`counting ${path}`, undefined, options.quiet === true);
  let counts: TableCounts;
  try {
    counts = await walkTable(
      path,
      {
        type: options.type,
        encoding: options.encoding,
        changed: new Set(),
        onBytes: (bytes) => progress.advance(bytes),
        check: (met) => checkColumns(met, work.asked, path),
      },
      (row) => {
        anonymiser.add(row);
        before.add(row);
        identifying.add(row);
        return undefined;
      },
    );
  } finally {
    progress.end();
  }
  try {
    const solution = asUsage(() => anonymiser.solve());
    return { solution, before, counts, identifying: identifying.names() };
  } catch (error) {
    if (!isDataSecurityError(error, 'ERR_MASK_ANONYMITY')) throw error;
    throw new DataSecurityError(
      'ERR_MASK_ANONYMITY',
      `${path}: no combination of levels is anonymous enough`,
      {
        hint: 'Allow more rows to be left out (--max-suppressed), ask for a smaller --k, or give hierarchies that end in one value.',
        details: error.details,
      },
    );
  }
}

/** Second pass: rows are written, and counted anew, as they are written. */
async function writeRows(
  work: Work,
  solution: Solution,
  output: string | undefined,
): Promise<{ after: RiskCensus; counts: TableCounts }> {
  const { path, quasi, options } = work;
  const after = createCensus(work);
  const removed = options.remove ?? [];
  const changed = new Set([
    ...quasi
      .map(({ column }) => column)
      .filter((column) => solution.rounds.some(({ levels }) => levels[column]! > 0)),
    ...removed,
  ]);
  const progress = createProgress(`writing ${output ?? path}`, undefined, options.quiet === true);
  try {
    const counts = await walkTable(
      path,
      {
        type: options.type,
        encoding: options.encoding,
        changed,
        ...(output === undefined ? {} : { output }),
        onBytes: (bytes) => progress.advance(bytes),
        check: (met) => {
          if (met.rows > solution.rows) {
            throw cliError('ERR_CLI_INPUT', `${path} has grown while it was read`, {
              hint: 'Nothing was written. Anonymise a file that nobody writes to.',
            });
          }
        },
      },
      (row) => {
        const made = solution.apply(row) as TableRow | undefined;
        if (made === undefined) return undefined;
        after.add(made);
        const changes = new Map<string, string | null>();
        for (const { column } of quasi) {
          if (made[column] !== row[column]) changes.set(column, made[column] ?? null);
        }
        for (const column of removed) if (column in row) changes.set(column, null);
        return changes;
      },
    );
    return { after, counts };
  } finally {
    progress.end();
  }
}

/** `yushu anonymise FILE --quasi … --k …`. */
export async function runAnonymise(path: string, options: AnonymiseOptions): Promise<number> {
  if (path === '-') {
    throw cliError('ERR_CLI_USAGE', 'Standard input cannot be read twice', {
      hint: 'Write it to a file first.',
    });
  }
  if (options.quasi === undefined) {
    throw cliError('ERR_CLI_USAGE', 'Say by which columns people may be known', {
      hint: 'Give --quasi NAME for each, such as --quasi age=intervals:5,10 --quasi sex.',
    });
  }
  if (options.report !== undefined && !/\.(json|html)$/i.test(options.report)) {
    throw cliError('ERR_CLI_USAGE', `${options.report} is neither .json nor .html`, {
      hint: 'Give --report FILE.json or --report FILE.html.',
    });
  }
  const models = readModels(options);
  const quasi: QuasiColumn[] = [];
  for (const text of options.quasi) quasi.push(await readQuasi(text));
  checkNames(quasi, options);
  const asked = [
    ...quasi.map(({ column }) => column),
    ...(options.remove ?? []),
    ...(options.sensitive === undefined ? [] : [options.sensitive]),
  ];
  if (options.output !== undefined) await refuseToOverwrite(options.output, [path]);
  if (options.report !== undefined) await refuseToOverwrite(options.report, [path, options.output]);
  const work: Work = { path, quasi, options, models, asked };
  const { solution, before, counts: read, identifying } = await findSolution(work);
  const { after, counts } = await writeRows(work, solution, options.output);
  const report: AnonymisationReport = {
    version: packageJson.version,
    createdAt: new Date().toISOString(),
    file: path,
    ...(options.output === undefined ? {} : { output: options.output }),
    quasiIdentifiers: quasi.map(({ column }) => ({
      column,
      level: solution.levels[column]!,
      height: solution.heights[column]!,
      generalised: solution.lossByColumn[column]!,
    })),
    ...(options.sensitive === undefined ? {} : { sensitive: options.sensitive }),
    removed: options.remove ?? [],
    identifying,
    models,
    metric: options.metric,
    loss: solution.loss,
    isOptimal: solution.isOptimal,
    transformations: solution.transformations,
    checked: solution.checked,
    ...(solution.rounds.length > 1 ? { rounds: solution.rounds } : {}),
    suppressed: solution.suppressed,
    withheld: read.withheldCount,
    before: riskFiguresOf(before.report()),
    after: riskFiguresOf(after.report()),
  };
  if (options.report !== undefined) {
    const text = /\.json$/i.test(options.report)
      ? `${JSON.stringify(report, null, 2)}\n`
      : renderAnonymisation(report);
    await writeFile(options.report, text).catch((error: NodeJS.ErrnoException) => {
      throw cliError(
        'ERR_CLI_OUTPUT',
        `${options.report} cannot be written: ${error.code ?? 'unknown reason'}`,
        {
          hint: 'The table was written all the same.',
        },
      );
    });
  }
  if (options.quiet !== true) process.stderr.write(describeAnonymisation(report, counts));
  return read.withheldCount > 0 ? exitCodes.unreadable : exitCodes.clean;
}
