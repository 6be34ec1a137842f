import type { TableTracer, TableTracerOptions, TraceResult } from '@yushu/watermark';
import { cliError } from '../cli-error.ts';
import { writeWholeText } from '../files/whole-text.ts';
import { printable } from '../output/printable.ts';
import { readBatches } from './table-input.ts';

/** Reads a table that was found, and says who it was given to. */
export async function traceTable(
  path: string,
  release: Pick<TableTracerOptions, 'record' | 'key'>,
  recipients: readonly string[],
  options: { readonly falseAccusation?: number; readonly quiet?: true },
): Promise<TraceResult> {
  const { createTableTracer } = await import('@yushu/watermark');
  let tracer: TableTracer | undefined;
  let width = 0;
  for await (const { columns, rows } of readBatches(path, options.quiet === true)) {
    if (tracer === undefined) {
      tracer = createTableTracer({ ...release, columns: [...columns] });
      width = columns.length;
    }
    // NDJSON may bring further columns later; those of the first rows are read.
    tracer.read(rows.map((row) => (row.length > width ? row.slice(0, width) : row)));
  }
  if (tracer === undefined) throw cliError('ERR_CLI_INPUT', `${path} has no rows`);
  return tracer.trace({
    recipients,
    ...(options.falseAccusation === undefined ? {} : { falseAccusation: options.falseAccusation }),
  });
}

function renderText(result: TraceResult): string {
  const head =
    result.verdict === 'named'
      ? `named: ${result.named.map(({ recipient }) => printable(recipient)).join(', ')}`
      : 'no one is named';
  const lines = result.strongest
    .slice(0, Math.max(3, result.named.length))
    .map(
      ({ recipient, log10FalseAccusation, decoysAbove, marksAgreeing }) =>
        `  ${printable(recipient)}: any innocent named on this evidence with probability at most ${log10FalseAccusation > -3 ? (10 ** log10FalseAccusation).toPrecision(2) : `1e${Math.ceil(log10FalseAccusation)}`}; ${marksAgreeing} marks agree; ${Math.round(decoysAbove * result.decoys)} of ${result.decoys} decoys reach it`,
    );
  const lost = result.columns
    .filter(({ place }) => place < 0)
    .map(({ column }) => printable(column));
  return [
    head,
    `  ${result.reason}`,
    `  ${result.rows} rows, ${result.marks} marks read (${result.marksNeeded} needed; an innocent agrees with ${result.marksAgreeingByChance}), ${result.recipients} recipients`,
    ...(lost.length > 0 ? [`  columns not found: ${lost.join(', ')}`] : []),
    ...lines,
    '',
  ].join('\n');
}

/** Writes what a trace gave. */
export async function writeTrace(
  result: TraceResult,
  options: {
    readonly format: 'text' | 'json' | 'html';
    readonly language: 'en' | 'zh-CN';
    readonly output: string;
  },
  subject: string,
  commitment?: { readonly created: string; readonly publicKey: string },
): Promise<void> {
  const { renderTraceReport } = await import('@yushu/watermark');
  const text =
    options.format === 'json'
      ? `${JSON.stringify(commitment === undefined ? result : { ...result, commitment }, null, 2)}\n`
      : options.format === 'html'
        ? renderTraceReport(result, {
            subject,
            language: options.language,
            ...(commitment === undefined ? {} : { commitment }),
          })
        : renderText(result);
  await writeWholeText(options.output, text);
}
