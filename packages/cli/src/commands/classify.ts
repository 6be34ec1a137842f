import { compareLevels, type Level } from '@yushu/core';
import packageJson from '../../package.json' with { type: 'json' };
import type { Catalogue, CatalogueTable } from '../catalogue/catalogue.ts';
import { classifyFile } from '../catalogue/classify-file.ts';
import { readPack } from '../catalogue/read-pack.ts';
import { cliError } from '../cli-error.ts';
import { exitCodes } from '../exit-codes.ts';
import { openOutput } from '../files/output-file.ts';
import { findFiles } from '../input/find-files.ts';
import type { InputProblem } from '../input/input-problem.ts';
import type { ClassifyCommandOptions } from '../options/classify-options.ts';
import { ProblemPrinter } from '../output/problem-printer.ts';
import { createProgress } from '../output/progress.ts';

/** What a shell says of a command that was interrupted: 128 and the number of SIGINT. */
const interruptedCode = 130;

async function render(
  catalogue: Catalogue,
  { format, output }: ClassifyCommandOptions,
): Promise<Uint8Array> {
  if (format === 'xlsx') {
    const { writeCatalogueWorkbook } = await import('../output/catalogue-workbook.ts');
    return writeCatalogueWorkbook(catalogue);
  }
  if (format === 'html') {
    const { renderCatalogue } = await import('../report/catalogue/render-catalogue.ts');
    return Buffer.from(renderCatalogue(catalogue));
  }
  if (format === 'json') return Buffer.from(`${JSON.stringify(catalogue, null, 2)}\n`);
  const { formatCatalogue } = await import('../output/catalogue-table.ts');
  const isTerminal = output === undefined && process.stdout.isTTY === true;
  const hasColours = isTerminal && !process.env['NO_COLOR'] && process.env['TERM'] !== 'dumb';
  return Buffer.from(formatCatalogue(catalogue, hasColours));
}

function reaches(tables: readonly CatalogueTable[], level: Level): boolean {
  return tables.some(({ gradings }) =>
    gradings.some(
      (grading) => grading.level !== undefined && compareLevels(grading.level, level) >= 0,
    ),
  );
}

/**
 * `yushu classify`: makes a data catalogue of the tables in files.
 *
 * @returns the exit code: 0 done, 1 a table of `--fail-on` or above, 3 an input that could not be read, which weighs more.
 * @throws {DataSecurityError} `ERR_CLI_USAGE` where an option or pack is wrong; `ERR_CLI_OUTPUT`.
 */
export async function runClassify(
  paths: readonly string[],
  options: ClassifyCommandOptions,
): Promise<number> {
  if (options.format === 'xlsx' && options.output === undefined && process.stdout.isTTY === true) {
    throw cliError('ERR_CLI_USAGE', 'A workbook cannot be shown on a terminal', {
      hint: 'Name a file: -o catalogue.xlsx.',
    });
  }
  const packs = await Promise.all(options.pack.map(readPack));
  const output = await openOutput(options.output ?? '-', { mode: 0o644 });
  const controller = new AbortController();
  const interrupt = (): void => controller.abort();
  process.once('SIGINT', interrupt);
  const progress = createProgress();
  const printer = new ProblemPrinter((text) => {
    progress.clear();
    process.stderr.write(text);
  });
  const tables: CatalogueTable[] = [];
  const problems: InputProblem[] = [];
  let bytes = 0;
  const tell = (problem: InputProblem): void => {
    printer.print(problem);
    problems.push(problem);
  };
  try {
    for await (const found of findFiles(paths, controller.signal)) {
      if (controller.signal.aborted) break;
      if (found.kind === 'problem') {
        tell(found.problem);
        continue;
      }
      const file = await classifyFile(found, {
        packs,
        classify: { maxRows: options.rows, maxCells: options.cells },
        encoding: options.encoding,
        signal: controller.signal,
        onBytes: (count) => {
          bytes += count;
          progress.update(bytes, tables.length, found.path);
        },
      });
      tables.push(...file.tables);
      for (const problem of file.problems) tell(problem);
    }
    printer.endFile();
    progress.clear();
    if (controller.signal.aborted) {
      await output.discard();
      process.stderr.write('yushu: interrupted; nothing was written\n');
      return interruptedCode;
    }
    const catalogue: Catalogue = {
      version: packageJson.version,
      createdAt: new Date().toISOString(),
      packs: packs.map(({ id, standard, title, grades, classes }) => ({
        id,
        standard,
        title,
        grades,
        classes,
      })),
      tables,
      problems,
    };
    await output.write(await render(catalogue, options));
    await output.sync();
    await output.commit();
  } catch (error) {
    await output.discard();
    if ((error as { code?: unknown }).code !== 'ERR_CLI_PIPE') throw error;
  } finally {
    process.off('SIGINT', interrupt);
  }
  if (problems.some(({ isNote }) => isNote !== true)) return exitCodes.unreadable;
  const { failOn } = options;
  return failOn !== undefined && reaches(tables, failOn) ? exitCodes.findings : exitCodes.clean;
}
