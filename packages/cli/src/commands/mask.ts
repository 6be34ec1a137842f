import { mkdir, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { isDataSecurityError } from '@yushu/core';
import { createPipeline } from '@yushu/protect';
import { cliError } from '../cli-error.ts';
import { exitCodes } from '../exit-codes.ts';
import { GzipOutput } from '../files/gzip-output.ts';
import { openInput } from '../files/input-text.ts';
import { openOutput } from '../files/output-file.ts';
import { printSummary } from '../files/print-summary.ts';
import { createProgress } from '../files/progress.ts';
import { readPolicyFile } from '../files/read-policy-file.ts';
import { refuseToOverwrite } from '../files/refuse-to-overwrite.ts';
import { rewriteDocument } from '../files/rewrite-document.ts';
import type { MaskOptions } from '../options/mask-options.ts';
import { printable } from '../output/printable.ts';
import { reportError } from '../report-error.ts';
import { checkColumns } from '../tables/check-columns.ts';
import { type ColumnMask, readColumnMask } from '../tables/read-column-mask.ts';
import type { TableCounts } from '../tables/table-row.ts';
import { walkTable } from '../tables/walk-table.ts';

const nameOf = (path: string) => (path === '-' ? 'standard input' : path);

/** Where each input goes. */
async function placesOf(paths: readonly string[], output: string): Promise<string[]> {
  const isFolder = (await stat(output).catch(() => undefined))?.isDirectory() === true;
  if (paths.length === 1 && !isFolder) return [output];
  if (output === '-') {
    throw cliError('ERR_CLI_USAGE', 'Several tables cannot go to standard output', {
      hint: 'Name a folder: -o FOLDER.',
    });
  }
  if (!isFolder) await mkdir(output, { recursive: true });
  const places = paths.map((path) => join(output, path === '-' ? 'stdin' : basename(path)));
  const twice = places.find((place, index) => places.indexOf(place) < index);
  if (twice !== undefined) {
    throw cliError('ERR_CLI_USAGE', `Two tables would be written to ${printable(twice)}`, {
      hint: 'Mask those with one name one after the other.',
    });
  }
  return places;
}

function summarise(
  source: string,
  output: string,
  counts: TableCounts,
  masks: readonly ColumnMask[],
): string {
  const lines = [
    `masked ${source} → ${output === '-' ? 'standard output' : output}: ${counts.written} row${counts.written === 1 ? '' : 's'}`,
    ...masks.map(({ column, form }) => `  ${printable(column)}: ${printable(form)}`),
  ];
  if (counts.withheldCount > 0) {
    lines.push(`left out: ${counts.withheldCount}`);
    for (const { line, message } of counts.withheld) lines.push(`  ${source}:${line}: ${message}`);
    const more = counts.withheldCount - counts.withheld.length;
    if (more > 0) lines.push(`  and ${more} more`);
  }
  return `${lines.join('\n')}\n`;
}

async function maskColumns(
  path: string,
  output: string,
  masks: readonly ColumnMask[],
  options: MaskOptions,
): Promise<number> {
  const source = nameOf(path);
  const progress = createProgress(source, undefined, options.quiet === true);
  let counts: TableCounts;
  try {
    counts = await walkTable(
      path,
      {
        type: options.type,
        encoding: options.encoding,
        output,
        onBytes: (count) => progress.advance(count),
        changed: new Set(masks.map(({ column }) => column)),
        check: (met) =>
          checkColumns(
            met,
            masks.map(({ column }) => column),
            source,
          ),
      },
      (row) => {
        const changes = new Map<string, string | null>();
        for (const { column, transform } of masks) {
          const value = row[column];
          // What is absent has nothing to hide.
          if (value === undefined || value === null || value === '') continue;
          changes.set(column, transform.apply(value, { column }));
        }
        return changes;
      },
    );
  } finally {
    progress.end();
  }
  if (options.quiet !== true) process.stderr.write(summarise(source, output, counts, masks));
  return counts.withheldCount > 0 ? exitCodes.unreadable : exitCodes.clean;
}

async function maskByPolicy(path: string, output: string, options: MaskOptions): Promise<number> {
  const { policy } = await readPolicyFile(options.policy!);
  const source = nameOf(path);
  const pipeline = await createPipeline({ policy, source }).catch((error: unknown) => {
    if (!isDataSecurityError(error, 'ERR_PROTECT_OPTIONS')) throw error;
    throw cliError('ERR_CLI_USAGE', 'The policy asks for keys: what it names can be revealed', {
      hint: 'Use yushu protect --policy, or mask and redact in the policy.',
    });
  });
  const progress = createProgress(source, undefined, options.quiet === true);
  if (options.type === 'parquet') {
    throw cliError('ERR_CLI_USAGE', 'A policy is not put to Parquet', {
      hint: 'Name the columns: --column NAME=FORM.',
    });
  }
  const input = await openInput(path, {
    type: options.type,
    encoding: options.encoding,
    onBytes: (count) => progress.advance(count),
  });
  try {
    const { type, delimiter, isGzip } = input.storage;
    const stream = pipeline.stream(type, {
      ...(delimiter === undefined ? {} : { delimiter }),
      isDamaged: () => input.isDamaged(),
    });
    const file = await openOutput(output, { mode: 0o666 });
    const opened = isGzip ? new GzipOutput(file) : file;
    try {
      await rewriteDocument(input, stream, opened);
      await opened.sync();
      await opened.commit();
    } catch (error) {
      await opened.discard();
      throw error;
    }
    const summary = stream.summary();
    progress.end();
    if (options.quiet !== true) {
      process.stderr.write(printSummary('protect', source, output, summary));
    }
    return summary.withheldCount > 0 ? exitCodes.unreadable : exitCodes.clean;
  } finally {
    progress.end();
    await input.close();
  }
}

/** `yushu mask FILE… --column NAME=FORM`, or by a policy. What one file is refused for does not keep the others from being masked. */
export async function runMask(paths: readonly string[], options: MaskOptions): Promise<number> {
  const { column: columns = [], policy } = options;
  if (columns.length > 0 === (policy !== undefined)) {
    throw cliError('ERR_CLI_USAGE', 'Say what is to be masked', {
      hint: 'Give --column NAME=FORM, once for each column, or --policy FILE.',
    });
  }
  const masks = columns.map(readColumnMask);
  const twice = masks.find(
    ({ column }, index) => masks.findIndex((mask) => mask.column === column) < index,
  );
  if (twice !== undefined) {
    throw cliError('ERR_CLI_USAGE', `Column ${printable(twice.column)} is named twice`, {
      hint: 'Give each column one form.',
    });
  }
  const places = await placesOf(paths, options.output);
  let code: number = exitCodes.clean;
  for (const [index, path] of paths.entries()) {
    const output = places[index]!;
    try {
      await refuseToOverwrite(output, [...paths.filter((other) => other !== path), policy]);
      const ended =
        policy === undefined
          ? await maskColumns(path, output, masks, options)
          : await maskByPolicy(path, output, options);
      code = Math.max(code, ended);
    } catch (error) {
      if (paths.length === 1) throw error;
      code = Math.max(
        code,
        reportError(error, (text) => process.stderr.write(text)),
      );
    }
  }
  return code;
}
