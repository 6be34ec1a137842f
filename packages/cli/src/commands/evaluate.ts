import { dirname, resolve } from 'node:path';
import { isDataSecurityError } from '@yushu/core';
import { createScanner } from '@yushu/detect';
import {
  type DocumentsReport,
  type EvaluatedSpan,
  type EvaluationOptions,
  type EvaluationReport,
  evaluate,
  evaluateDocuments,
  readDocuments,
  readSpans,
} from '@yushu/detect/evaluate';
import { cliError } from '../cli-error.ts';
import { exitCodes } from '../exit-codes.ts';
import { openOutput } from '../files/output-file.ts';
import { readLines } from '../files/read-lines.ts';
import type { EvaluateOptions } from '../options/evaluate-options.ts';
import { formatEvaluation } from '../output/evaluation-table.ts';

type Report = EvaluationReport & Partial<DocumentsReport>;

async function readLabels(path: string | undefined): Promise<EvaluationOptions['labels']> {
  if (path === undefined) return undefined;
  let labels: unknown;
  try {
    labels = JSON.parse((await readLines(path)).join('\n'));
  } catch (error) {
    if (isDataSecurityError(error)) throw error;
  }
  const isMap =
    typeof labels === 'object' &&
    labels !== null &&
    !Array.isArray(labels) &&
    Object.values(labels).every((one) => one === null || typeof one === 'string');
  if (!isMap) {
    throw cliError('ERR_CLI_USAGE', `${path} is no JSON object of categories`, {
      hint: 'Write {"PERSON": "person.name", "TITLE": null}: null is not judged.',
    });
  }
  return labels as Record<string, string | null>;
}

/** Reads with `read`, and names the file beside the line where one is broken. */
function readNamed<Result>(path: string, read: () => Result): Result {
  try {
    return read();
  } catch (error) {
    if (!isDataSecurityError(error, 'ERR_DETECT_EVALUATION')) throw error;
    throw cliError('ERR_CLI_INPUT', `${path}: ${error.message}`, {
      ...(error.hint === undefined ? {} : { hint: error.hint }),
      details: { path, ...error.details },
    });
  }
}

/**
 * Brings the paths of both sides together. They are compared as they stand; where no file is in both, those of the truth are
 * taken from the folder in which the truth lies, and those of the findings from here.
 */
function matchPaths(
  truth: readonly EvaluatedSpan[],
  truthPath: string,
  found: readonly EvaluatedSpan[],
): [EvaluatedSpan[], EvaluatedSpan[]] {
  const named = new Set(truth.map(({ path }) => path));
  if (found.some(({ path }) => named.has(path))) return [[...truth], [...found]];
  const folder = truthPath === '-' ? '.' : dirname(truthPath);
  const from = (base: string) => (span: EvaluatedSpan) => ({
    ...span,
    path: resolve(base, span.path),
  });
  return [truth.map(from(folder)), found.map(from('.'))];
}

function isDocument(lines: readonly string[]): boolean {
  const first = lines.find((line) => line.trim() !== '');
  try {
    return first !== undefined && Object.hasOwn(JSON.parse(first) as object, 'text');
  } catch {
    return false;
  }
}

async function measure(
  truthPath: string,
  findingsPath: string | undefined,
  options: EvaluateOptions,
): Promise<Report> {
  const labels = await readLabels(options.labels);
  const judged: EvaluationOptions = {
    ...(options.categories === undefined ? {} : { categories: options.categories }),
    ...(options.exclude === undefined ? {} : { exclude: options.exclude }),
    ...(labels === undefined ? {} : { labels }),
  };
  const lines = await readLines(truthPath);
  if (findingsPath === undefined) {
    if (!isDocument(lines)) {
      throw cliError('ERR_CLI_USAGE', 'The truth brings no texts, so findings are needed', {
        hint: 'Name what yushu scan --format jsonl wrote, or give {"text","spans"} a line.',
      });
    }
    const documents = readNamed(truthPath, () => readDocuments(lines, options.positions));
    const scanner = createScanner({
      minLikelihood: options.minLikelihood,
      // Dates, amounts and URLs are found only where they are named.
      ...(options.categories === undefined ? {} : { categories: options.categories }),
    });
    return evaluateDocuments(documents, (text) => scanner.scan(text), judged);
  }
  const truth = readNamed(truthPath, () => readSpans(lines));
  const findings = await readLines(findingsPath);
  const found = readNamed(findingsPath, () => readSpans(findings));
  const [trueSpans, foundSpans] = matchPaths(truth, truthPath, found);
  return evaluate(foundSpans, trueSpans, judged);
}

/**
 * `yushu evaluate TRUTH [FINDINGS]`.
 *
 * @returns the exit code: 0 done, 1 strict F1 below `--min-f1`.
 * @throws {DataSecurityError} `ERR_CLI_INPUT` where a file or line cannot be read; `ERR_CLI_USAGE`; `ERR_CLI_OUTPUT`.
 */
export async function runEvaluate(
  truth: string,
  findings: string | undefined,
  options: EvaluateOptions,
): Promise<number> {
  const report = await measure(truth, findings, options);
  const text =
    options.format === 'json' ? `${JSON.stringify(report, null, 2)}\n` : formatEvaluation(report);
  const output = await openOutput(options.output ?? '-', { mode: 0o644 });
  try {
    await output.write(Buffer.from(text));
    await output.sync();
    await output.commit();
  } catch (error) {
    await output.discard();
    throw error;
  }
  const { minF1 } = options;
  return minF1 !== undefined && report.overall.strict.f1 < minF1
    ? exitCodes.findings
    : exitCodes.clean;
}
