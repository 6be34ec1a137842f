import type { Cell } from '../marks/column-reader.ts';
import {
  createTableMarker,
  type MarkingSummary,
  type TableMarkerOptions,
} from './create-table-marker.ts';

type Row = Readonly<Record<string, Cell>>;

const batchSize = 512;

/**
 * Marks rows as objects while they come, a few hundred at a time, in their order. Columns of the record are their keys; other keys
 * pass through.
 *
 * @returns An iterator that gives the marked rows and, at its end, the summary.
 * @throws {DataSecurityError} what {@link createTableMarker} throws.
 *
 * @example
 * ```ts
 * import { markObjects, planRelease } from '@yushu/watermark';
 *
 * const key = new Uint8Array(32);
 * const rows = Array.from({ length: 500 }, (_, i) => ({ id: i, amount: ((i * 7919) % 99991) / 10 }));
 * const record = planRelease({ key, columns: ['amount'], rows: rows.map(({ amount }) => [amount]) });
 * let count = 0;
 * for await (const row of markObjects(rows, { record, key, recipient: 'acme' })) count += typeof row.amount === 'number' ? 1 : 0;
 * console.log(count); // 500
 * ```
 */
export async function* markObjects<One extends Row>(
  rows: AsyncIterable<One> | Iterable<One>,
  options: TableMarkerOptions,
): AsyncGenerator<One, MarkingSummary> {
  const marker = createTableMarker(options);
  const names = options.record.columns.map(({ name }) => name);
  const finish = (batch: readonly One[]): One[] => {
    const marked = marker.mark(batch.map((row) => names.map((name) => row[name])));
    return batch.map((row, at) => {
      const changed = names.flatMap((name, column) =>
        marked[at]![column] === row[name] ? [] : [[name, marked[at]![column]] as const],
      );
      return changed.length === 0 ? row : { ...row, ...Object.fromEntries(changed) };
    });
  };
  let batch: One[] = [];
  for await (const row of rows) {
    batch.push(row);
    if (batch.length < batchSize) continue;
    yield* finish(batch);
    batch = [];
  }
  yield* finish(batch);
  return marker.summary();
}
