import { basename, dirname, resolve } from 'node:path';
import { compareLevels, compilePolicy, type Policy } from '@yushu/core';
import type { ScannerOptions } from '@yushu/detect';
import type { CustomDetector } from '@yushu/detect/custom';
import packageJson from '../../package.json' with { type: 'json' };
import { cliError } from '../cli-error.ts';
import { exitCodes } from '../exit-codes.ts';
import { type Output, openOutput } from '../files/output-file.ts';
import { findFiles, type InputFile } from '../input/find-files.ts';
import type { InputProblem } from '../input/input-problem.ts';
import type { ScanOptions } from '../options/scan-options.ts';
import { createScanWriter } from '../output/create-scan-writer.ts';
import { ProblemPrinter } from '../output/problem-printer.ts';
import { createProgress } from '../output/progress.ts';
import type { ScanWriter } from '../output/scan-writer.ts';
import { createReportCollector, type ReportCollector } from '../report/collect-report.ts';
import type { ReportData } from '../report/report-data.ts';
import type { ScanBatch } from '../scan/file-finding.ts';
import { KnownFindings } from '../scan/known-findings.ts';
import { createFileScanner, type FileScanner } from '../scan/scan-file.ts';

/** What a shell says of a command that was interrupted: 128 and the number of SIGINT. */
const interruptedCode = 130;

/** Loaded when asked for: it brings the reader of YAML. */
async function readPolicy(path: string | undefined): Promise<Policy | undefined> {
  if (path === undefined) return undefined;
  const { readPolicyFile } = await import('../files/read-policy-file.ts');
  return (await readPolicyFile(path)).policy;
}

async function checkEncoding(encoding: string | undefined): Promise<void> {
  if (encoding === undefined) return;
  const { isKnownEncoding } = await import('../input/text-decoding.ts');
  if (isKnownEncoding(encoding)) return;
  throw cliError('ERR_CLI_USAGE', `The encoding ${encoding} is not known`, {
    hint: 'Give a name such as utf-8, utf-16le, gb18030 or latin1.',
  });
}

/** What was asked for with `--allow`, `--deny`, `--rules`, `--baseline` and `--write-baseline`. */
async function readLists(options: ScanOptions): Promise<{
  scanner: Pick<ScannerOptions, 'allow' | 'detectors'>;
  known: KnownFindings;
  newKeyPath?: string | undefined;
}> {
  const { allow, deny, rules, baseline, writeBaseline } = options;
  if (writeBaseline !== undefined && writeBaseline === options.output) {
    throw cliError('ERR_CLI_USAGE', '--output and --write-baseline name the same file', {
      hint: 'Give the baseline a file of its own.',
    });
  }
  const { BaselineBuilder, createAllowList, createDenyList } = await import(
    '@yushu/detect/baseline'
  );
  const { readListFile } = await import('../files/read-list-file.ts');
  const files = await import('../files/baseline-file.ts');
  const old = baseline === undefined ? undefined : await files.readBaselineFile(baseline);
  if (old?.isExact === false) {
    process.stderr.write(
      `yushu: note: ${baseline}: without its key, known findings are counted and not compared\n`,
    );
  }
  const made = writeBaseline === undefined ? undefined : await files.makeBaselineKey(writeBaseline);
  const builder = made === undefined ? undefined : new BaselineBuilder({ key: made.key });
  const detectors: CustomDetector[] = [];
  if (deny !== undefined) detectors.push(...createDenyList(await readListFile(deny)));
  if (rules !== undefined) {
    const { readRulesFile } = await import('../files/read-rules-file.ts');
    detectors.push(...(await readRulesFile(rules)));
  }
  return {
    scanner: {
      ...(allow === undefined ? {} : { allow: createAllowList(await readListFile(allow)) }),
      ...(detectors.length === 0 ? {} : { detectors }),
    },
    known: new KnownFindings(old, builder),
    newKeyPath: made?.newKeyPath,
  };
}

/** Writes the baseline, and says what was kept back. */
async function endLists(
  { writeBaseline }: ScanOptions,
  { known, newKeyPath }: { known: KnownFindings; newKeyPath?: string | undefined },
): Promise<void> {
  const words: string[] = [];
  if (known.known > 0) words.push(`${known.known} known from the baseline`);
  if (known.ignored > 0) words.push(`${known.ignored} ignored by comments`);
  if (words.length > 0) process.stderr.write(`yushu: not reported: ${words.join(', ')}\n`);
  if (writeBaseline === undefined || known.builder === undefined) return;
  const { writeBaselineFile } = await import('../files/baseline-file.ts');
  await writeBaselineFile(writeBaseline, known.builder.finish());
  if (newKeyPath !== undefined) {
    process.stderr.write(
      `yushu: ${newKeyPath}: the key of the baseline. Keep it out of the repository; where it is not, set YUSHU_BASELINE_KEY to what it holds.\n`,
    );
  }
}

/** Whether a path is a file that a report is being written to, before it gets its name. */
function isUnfinishedReport(path: string, { output, report }: ScanOptions): boolean {
  if (!path.endsWith('.tmp')) return false;
  return [output, report].some(
    (target) =>
      target !== undefined &&
      basename(path).startsWith(`.${basename(target)}.`) &&
      resolve(dirname(path)) === resolve(dirname(target)),
  );
}

/** Writes the page whole or not at all. */
async function writePage(path: string, report: ReportData): Promise<void> {
  const { renderReport } = await import('../report/render-report.ts');
  const page = await openOutput(path, { mode: 0o644 });
  try {
    await page.write(Buffer.from(renderReport(report)));
    await page.sync();
    await page.commit();
  } catch (error) {
    await page.discard();
    throw error;
  }
}

/** One run of `yushu scan`: what it reads with, writes to, and knows so far. */
class ScanRun {
  code: number = exitCodes.clean;
  private readonly options: ScanOptions;
  private readonly scanner: FileScanner;
  private readonly writer: ScanWriter;
  private readonly output: Output;
  private readonly collector: ReportCollector;
  private readonly progress = createProgress();
  private readonly printer = new ProblemPrinter((text) => {
    this.progress.clear();
    process.stderr.write(text);
  });
  private bytes = 0;
  private count = 0;

  constructor(
    options: ScanOptions,
    policy: Policy | undefined,
    signal: AbortSignal,
    writer: ScanWriter,
    output: Output,
    lists: { scanner: Pick<ScannerOptions, 'allow' | 'detectors'>; known: KnownFindings },
  ) {
    this.options = options;
    this.writer = writer;
    this.output = output;
    // Only the page lists findings when all is done; the others have written them by then.
    const hasPage = options.format === 'html' || options.report !== undefined;
    this.collector = createReportCollector(hasPage ? {} : { maxFindings: 0 });
    this.scanner = createFileScanner({
      ...lists.scanner,
      known: lists.known,
      minLikelihood: options.minLikelihood,
      encoding: options.encoding,
      hasPreview: options.preview === true,
      decide: policy === undefined ? undefined : compilePolicy(policy),
      signal,
      onBytes: (count) => {
        this.bytes += count;
      },
    });
  }

  async scan(file: InputFile): Promise<void> {
    const batches = this.scanner.scan(file);
    for (;;) {
      const next = await batches.next();
      if (next.done === true) {
        if (next.value === undefined) return;
        this.collector.addFile(next.value);
        await this.write(this.writer.endFile(next.value));
        return;
      }
      await this.take(next.value);
      this.progress.update(this.bytes, this.count, file.path);
    }
  }

  addProblem(problem: InputProblem): void {
    if (problem.isNote !== true) this.code = exitCodes.unreadable;
    this.printer.print(problem);
    this.writer.addProblem(problem);
    if (problem.isNote !== true) this.collector.addProblem(problem);
  }

  async begin(): Promise<void> {
    await this.write(this.writer.begin());
  }

  async end(policyName: string | undefined, startedAt: number): Promise<ReportData> {
    this.printer.endFile();
    const report = this.collector.finish({
      operation: 'scan',
      version: packageJson.version,
      createdAt: Date.now(),
      durationMs: Math.round(performance.now() - startedAt),
      minLikelihood: this.options.minLikelihood,
      ...(policyName === undefined ? {} : { policyName }),
    });
    const text = await this.writer.end(report);
    this.progress.clear();
    await this.write(text);
    return report;
  }

  private async take({ findings, problems }: ScanBatch): Promise<void> {
    const { failOn } = this.options;
    let text = '';
    for (const finding of findings) {
      this.count += 1;
      this.collector.addFinding(finding);
      if (finding.action !== undefined) this.collector.addAction(finding.action, finding.category);
      text += this.writer.addFinding(finding);
      // An input that could not be read weighs more: not all is known then.
      if (failOn !== undefined && this.code === exitCodes.clean) {
        if (compareLevels(finding.level, failOn) >= 0) this.code = exitCodes.findings;
      }
    }
    for (const problem of problems) this.addProblem(problem);
    await this.write(text);
  }

  private async write(text: string): Promise<void> {
    if (text === '') return;
    this.progress.clear();
    await this.output.write(Buffer.from(text));
  }
}

/**
 * `yushu scan`: scans files, folders and standard input, and reports what is found.
 *
 * @returns the exit code: 0 done, 1 findings at or above `--fail-on`, 3 an input that could not be read, which weighs more.
 * @throws {DataSecurityError} `ERR_CLI_USAGE`, `ERR_PROTECT_POLICY` or `ERR_CORE_POLICY` before anything is read;
 * `ERR_CLI_INPUT`, `ERR_DETECT_LIST`, `ERR_DETECT_IMPORT` or `ERR_DETECT_BASELINE` where a list, rules or a baseline cannot be read; `ERR_CLI_USAGE` where both reports are to be one file; `ERR_CLI_OUTPUT` where a report cannot be written.
 */
export async function runScan(paths: readonly string[], options: ScanOptions): Promise<number> {
  const startedAt = performance.now();
  await checkEncoding(options.encoding);
  if (options.report !== undefined && options.report === options.output) {
    throw cliError('ERR_CLI_USAGE', '--output and --report name the same file', {
      hint: 'Give the page a file of its own.',
    });
  }
  const policy = await readPolicy(options.policy);
  const lists = await readLists(options);
  const isTerminal = options.output === undefined && process.stdout.isTTY === true;
  const hasColours = isTerminal && !process.env['NO_COLOR'] && process.env['TERM'] !== 'dumb';
  const writer = await createScanWriter(options.format, {
    version: packageJson.version,
    minLikelihood: options.minLikelihood,
    hasColours,
  });
  const output = await openOutput(options.output ?? '-', { mode: 0o644 });
  const controller = new AbortController();
  const interrupt = (): void => controller.abort();
  process.once('SIGINT', interrupt);
  const run = new ScanRun(options, policy, controller.signal, writer, output, lists);
  try {
    await run.begin();
    for await (const found of findFiles(paths, controller.signal)) {
      if (controller.signal.aborted) break;
      if (found.kind === 'problem') run.addProblem(found.problem);
      else if (!isUnfinishedReport(found.path, options)) await run.scan(found);
    }
    const report = await run.end(policy?.name, startedAt);
    if (controller.signal.aborted) {
      await output.discard();
      process.stderr.write('yushu: interrupted; the report is not of all files\n');
      return interruptedCode;
    }
    if (options.report !== undefined) await writePage(options.report, report);
    await endLists(options, lists);
    await output.sync();
    await output.commit();
    return run.code;
  } catch (error) {
    await output.discard();
    // Whoever read the report has seen enough, as `head` does: nothing went wrong.
    if ((error as { code?: unknown }).code === 'ERR_CLI_PIPE') return run.code;
    throw error;
  } finally {
    process.off('SIGINT', interrupt);
  }
}
