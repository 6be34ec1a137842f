import {
  createTableMarker,
  createTableTracer,
  planRelease,
  type ReleaseRecord,
  type TraceResult,
} from '@yushu/watermark';
import { adultColumns, adultLike } from './adult-like.ts';

export type Row = readonly string[];

/** A key of the experiments. */
export const experimentKey: Uint8Array = Uint8Array.from({ length: 32 }, (_, at) => at * 7 + 1);

/** What an owner of Adult might name: neighbouring ages, and categories that are close to each other. */
const named = {
  age: { kind: 'number' },
  occupation: {
    kind: 'pairs',
    pairs: [
      ['Exec-managerial', 'Prof-specialty'],
      ['Adm-clerical', 'Sales'],
    ],
  },
  workclass: {
    kind: 'pairs',
    pairs: [
      ['Local-gov', 'State-gov'],
      ['Self-emp-inc', 'Self-emp-not-inc'],
    ],
  },
  'marital-status': { kind: 'pairs', pairs: [['Divorced', 'Separated']] },
} as const;

/** A planned table. */
export interface Host {
  readonly columns: readonly string[];
  readonly rows: readonly Row[];
  readonly record: ReleaseRecord;
}

/** Plans the Adult-like table: `safe` touches only what is judged safe, `named` also what an owner might name. */
export function adultHost(
  setting: 'safe' | 'named' = 'safe',
  rowCount = 32_561,
  seed = 1,
  more: { readonly colluders?: number; readonly budget?: number } = {},
): Host {
  const rows = adultLike(rowCount, seed);
  const record = planRelease({
    key: experimentKey,
    columns: adultColumns,
    rows,
    release: `adult-${setting}-${rowCount}-${seed}`,
    ...(setting === 'named' ? { options: named } : {}),
    ...more,
  });
  return { columns: adultColumns, rows, record };
}

/** The Adult-like table over and over, every time with other weights of the same distribution, planned as one table. */
export function manyRowsHost(rowCount: number): Host {
  const source = adultLike();
  const rows = Array.from({ length: rowCount }, (_, at) => {
    const round = Math.floor(at / source.length);
    if (round === 0) return source[at]!;
    const row = source[at % source.length]!.slice();
    row[2] = String(
      Math.max(12_285, Number(row[2]) + ((at * 7919 + round * 104_729) % 4001) - 2000),
    );
    return row;
  });
  const record = planRelease({
    key: experimentKey,
    columns: adultColumns,
    rows,
    release: `adult-many-${rowCount}`,
  });
  return { columns: adultColumns, rows, record };
}

/** The copy of one recipient. */
export function copyFor({ record, rows }: Host, recipient: string): Row[] {
  const marker = createTableMarker({ record, key: experimentKey, recipient });
  const copy: Row[] = [];
  for (let start = 0; start < rows.length; start += 1024)
    copy.push(...(marker.mark(rows.slice(start, start + 1024)) as readonly Row[]));
  return copy;
}

/** Ids of so many recipients. */
export function* recipientIds(count: number): Generator<string> {
  for (let at = 0; at < count; at += 1) yield `recipient-${at}`;
}

/** Traces rows whose columns have lost their names. */
export function traceRows(
  { record }: Host,
  rows: readonly Row[],
  options: {
    readonly recipients?: number;
    readonly falseAccusation?: number;
    readonly decoys?: number;
  } = {},
): TraceResult {
  const tracer = createTableTracer({
    record,
    key: experimentKey,
    columns: rows[0]!.map((_, at) => `field ${at + 1}`),
  });
  tracer.read(rows);
  return tracer.trace({
    recipients: recipientIds(options.recipients ?? 1000),
    falseAccusation: options.falseAccusation ?? 1e-9,
    decoys: options.decoys ?? 0,
  });
}
