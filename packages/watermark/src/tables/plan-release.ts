import { systemRandom } from '@yushu/core';
import { maxColluders } from '../code/gauss-legendre-biases.ts';
import { deriveReleaseKey, expandReleaseKey } from '../keys/release-keys.ts';
import { type Cell, textOf } from '../marks/column-reader.ts';
import { createCarrier } from '../marks/create-carrier.ts';
import { watermarkError } from '../watermark-error.ts';
import { mostBits } from './check-column-option.ts';
import { checkRows } from './check-rows.ts';
import { chooseSlots } from './choose-slots.ts';
import { type ColumnStatistics, readStatistics } from './column-statistics.ts';
import { cellsMarked, dealMarks } from './deal-marks.ts';
import { findDependencies } from './find-dependencies.ts';
import { type ColumnOption, judgeColumn, mostDeviation } from './judge-column.ts';
import { readCoarse } from './read-coarse.ts';
import type { RecordColumn, ReleaseRecord, RowConstraint } from './release-record.ts';
import { sketchColumn } from './sketch-column.ts';

/** Options of {@link planRelease}. */
export interface PlanOptions {
  /** The owner's key, 32 bytes. */
  readonly key: Uint8Array;
  /** Names of the columns, in the order of the cells. None twice. */
  readonly columns: readonly string[];
  /** The rows, or the first of them: up to 200,000 are looked at. */
  readonly rows: readonly (readonly Cell[])[];
  /** How many rows the whole table has; as many as were given unless said. */
  readonly totalRows?: number;
  /** What the owner says of columns; the others are judged. */
  readonly options?: Readonly<Record<string, ColumnOption>>;
  /** How many recipients may put their copies together, 1 to 40; 5 unless given, 1 for a small table. */
  readonly colluders?: number;
  /** The highest share of cells that may change, above 0 to 0.5; 0.02 unless given. Half of the marks change nothing. */
  readonly budget?: number;
  /** The highest drift of a numeric column's mean over the whole table, as a share of its mean absolute value; 0.0001 unless given. */
  readonly meanTolerance?: number;
  /** Rules that rows keep. */
  readonly constraints?: readonly RowConstraint[];
  /** Id of the release; random unless given. */
  readonly release?: string;
}

const mostRows = 200_000;
/** Of the marks, how many go to columns that find their marks by themselves, where there are others beside them. */
const selfMarks = 0.65;
/** Marks for each position of a code of the shortest length, below which the code is made for one recipient. */
const fewMarks = 1500;
/** Share of different values that a column keeps when its cells are read more coarsely. */
const leastDifferent = 0.5;
const codeLengths = [4096, 8192, 16_384] as const;

function refuse(message: string, hint: string): never {
  throw watermarkError('ERR_WATERMARK_OPTIONS', message, hint);
}

function checkOptions(options: PlanOptions, colluders: number, budget: number): void {
  const { columns, constraints = [] } = options;
  if (new Set(columns).size !== columns.length)
    refuse('Two columns have one name', 'Give every column its own name.');
  if (!Number.isInteger(colluders) || colluders < 1 || colluders > maxColluders)
    refuse(
      `colluders must be a whole number from 1 to ${maxColluders}`,
      'Say how many recipients may put their copies together; 5 is usual.',
    );
  if (!(budget > 0 && budget <= 0.5))
    refuse(
      'budget must be above 0 and at most 0.5',
      'It is the share of cells that may change; 0.02 is usual.',
    );
  const named = [
    ...Object.keys(options.options ?? {}),
    ...constraints.flatMap((one) =>
      one.kind === 'sum' ? [...one.columns, one.total] : one.columns,
    ),
  ];
  const unknown = named.filter((name) => !columns.includes(name));
  if (unknown.length > 0)
    refuse(
      'An option names a column that the table has not',
      `The table has: ${columns.slice(0, 20).join(', ')}.`,
    );
}

/** The carrier with as many bits a cell as tell most within a number of changes, while its values stay nearly all different. */
function deepen(
  column: RecordColumn,
  statistics: ColumnStatistics,
  changes: number,
  rows: number,
): RecordColumn {
  const { carrier } = column;
  if (carrier?.kind !== 'number' || carrier.bits !== undefined || carrier.pairs !== undefined)
    return column;
  const width = carrier.step / 10 ** carrier.decimals;
  let best = column;
  let most = 0;
  for (let bits = 1; bits <= mostBits; bits += 1) {
    if ((2 ** bits - 1) * width > mostDeviation * statistics.deviation) break;
    const deeper = { ...carrier, bits };
    const reader = createCarrier(deeper);
    const coarse = new Set<string | number>();
    let cells = 0;
    for (const cell of statistics.cells) {
      const mark = reader.read(cell);
      if (mark === undefined) continue;
      cells += 1;
      coarse.add(mark.coarse);
    }
    const marked = Math.min(cellsMarked(changes, bits), (cells / statistics.cells.length) * rows);
    const told = (bits * marked * coarse.size) / Math.max(1, cells);
    if (coarse.size < leastDifferent * cells || told <= most) continue;
    most = told;
    best = {
      ...column,
      carrier: deeper,
      reason: `${column.reason}${bits === 1 ? '' : `; by up to ${Number(((2 ** bits - 1) * width).toPrecision(6))}, ${bits} bits a cell, since the table is small`}`,
    };
  }
  return best;
}

/**
 * Plans how a table is marked: which columns may be touched and why, where marks stand, and how much the table can carry. The
 * record is made once for a table and serves all recipients; it is needed, with the key, to trace a leak.
 *
 * A column is touched only if it is named, or if it is judged safe: numbers whose last digit is evenly used and far below the
 * standard deviation, that identify nothing and follow from no other column.
 *
 * @throws {DataSecurityError} `ERR_WATERMARK_OPTIONS` for options out of range; `ERR_WATERMARK_KEY` for a key of another length;
 * `ERR_WATERMARK_CAPACITY` where no column can carry marks.
 *
 * @example
 * ```ts
 * import { planRelease } from '@yushu/watermark';
 *
 * const rows = Array.from({ length: 500 }, (_, i) => [`city ${i % 7}`, ((i * 7919) % 99991) / 10]);
 * const record = planRelease({ key: new Uint8Array(32), columns: ['city', 'amount'], rows });
 * console.log(record.columns[1]?.carrier?.kind); // number
 * ```
 */
export function planRelease(options: PlanOptions): ReleaseRecord {
  const { columns: names, constraints = [], meanTolerance = 1e-4, budget = 0.02 } = options;
  checkRows(options.rows, names.length, 0);
  const rows = options.rows.slice(0, mostRows);
  const totalRows = Math.max(options.totalRows ?? options.rows.length, rows.length);
  checkOptions(options, options.colluders ?? 5, budget);
  if (!(meanTolerance >= 0))
    refuse(
      'meanTolerance must be 0 or more',
      'It is the share that a mean may drift by; 0.0001 is usual.',
    );
  const release =
    options.release ??
    [...systemRandom(12)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  const keys = expandReleaseKey(deriveReleaseKey(options.key, release));
  const statistics = names.map((_, column) =>
    readStatistics(rows.map((row) => textOf(row[column]))),
  );
  const dependencies = findDependencies(statistics);
  const columns = names.map((name, index): RecordColumn => {
    const option = options.options?.[name] ?? 'auto';
    const other = dependencies.get(index);
    const judged = judgeColumn(name, option, statistics[index]!);
    const sketch = sketchColumn(keys.sketch, statistics[index]!);
    if (other !== undefined && judged.carrier !== undefined)
      return { name, reason: `bound to ${names[other]}: a change would show`, sketch };
    if (judged.carrier?.kind !== 'number') return { name, ...judged, sketch };
    const { sorted, cells } = statistics[index]!;
    const sum = sorted.reduce((before, one) => before + Math.abs(one), 0);
    return { name, ...judged, sketch, magnitude: Number((sum / cells.length).toPrecision(9)) };
  });
  // Cells that may change, less what chance may need of them.
  const allowed = budget * totalRows * names.length;
  const changes = allowed * Math.min(0.98, 1 - 1 / Math.sqrt(Math.max(4, allowed)));
  const plan = (planned: readonly RecordColumn[]) => {
    const coarse = readCoarse(planned, statistics, keys, options.options);
    const { self, anchored } = chooseSlots(planned, coarse, {
      rows: totalRows,
      cells: 2 * changes,
    });
    const share = anchored.length === 0 ? 1 : self.length === 0 ? 0 : selfMarks;
    const depthOf = (target: number) => createCarrier(planned[target]!.carrier!).depth;
    const first = dealMarks(self, changes * share, totalRows, depthOf);
    const second = dealMarks(anchored, changes * (1 - share), totalRows, depthOf);
    const slots = [...first.slots, ...second.slots];
    const weighed = new Set(
      slots.flatMap(({ target, anchor, rarity }) =>
        rarity === undefined ? [] : [target, ...anchor],
      ),
    );
    return {
      slots,
      marks: Math.round(first.marks + second.marks),
      columns: planned.map((column, index) =>
        weighed.has(index) ? { ...column, frequencies: coarse.frequencies[index]! } : column,
      ),
    };
  };
  let planned = plan(columns);
  if (planned.slots.length === 0) {
    throw watermarkError(
      'ERR_WATERMARK_CAPACITY',
      'No column can carry marks',
      'Name columns that may change a little, such as { age: { kind: "number" } }, or use pseudo rows.',
      { rows: rows.length, columns: names.length },
    );
  }
  const isSmall = planned.marks < fewMarks;
  const colluders = options.colluders ?? (isSmall ? 1 : 5);
  // Who mixes copies sees a cell of several bits as a whole, so only a code for one recipient has them.
  if (isSmall && colluders === 1) {
    const share = changes / columns.filter(({ carrier }) => carrier !== undefined).length;
    planned = plan(
      columns.map((column, index) => deepen(column, statistics[index]!, share, totalRows)),
    );
  }
  const codeLength = codeLengths.find((length) => length >= planned.marks) ?? codeLengths[2];
  return {
    format: 'yushu-watermark-release',
    version: 1,
    release,
    rows: totalRows,
    codeLength,
    colluders,
    budget,
    meanTolerance,
    columns: planned.columns,
    slots: planned.slots,
    constraints,
    expectedMarks: planned.marks,
  };
}
