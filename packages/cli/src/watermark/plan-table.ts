import type { Cell, ColumnOption, ReleaseRecord } from '@yushu/watermark';
import { cliError } from '../cli-error.ts';
import type { WatermarkPlanOptions } from '../options/watermark-options.ts';
import { readBatches, readJson } from './table-input.ts';

/** So many rows are looked at for the plan; the others are counted. */
const mostRows = 200_000;

/** Reads a table once and plans how it is marked. */
export async function planTable(
  path: string,
  options: WatermarkPlanOptions,
  key: Uint8Array,
): Promise<ReleaseRecord> {
  const { planRelease } = await import('@yushu/watermark');
  const said = options.columns === undefined ? {} : await readJson(options.columns);
  if (typeof said !== 'object' || said === null || Array.isArray(said)) {
    throw cliError('ERR_CLI_USAGE', `${options.columns} is no JSON object of columns`, {
      hint: 'Write { "age": { "kind": "number" }, "id": "key" }.',
    });
  }
  const rows: (readonly Cell[])[] = [];
  let columns: readonly string[] = [];
  let total = 0;
  for await (const batch of readBatches(path, options.quiet === true)) {
    columns = batch.columns;
    total += batch.rows.length;
    for (const row of batch.rows) if (rows.length < mostRows) rows.push(row);
  }
  if (total === 0)
    throw cliError('ERR_CLI_INPUT', `${path} has no rows`, {
      hint: 'Give a table with a header and rows.',
    });
  return planRelease({
    key,
    columns,
    rows,
    totalRows: total,
    options: said as Record<string, ColumnOption>,
    ...(options.budget === undefined ? {} : { budget: options.budget }),
    ...(options.colluders === undefined ? {} : { colluders: options.colluders }),
  });
}
