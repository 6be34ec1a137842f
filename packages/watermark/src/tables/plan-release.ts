import { systemRandom } from '@yushu/core';
import { maxColluders } from '../code/gauss-legendre-biases.ts';
import { deriveReleaseKey, expandReleaseKey } from '../keys/release-keys.ts';
import { type Cell, normalise, textOf } from '../marks/column-reader.ts';
import { createCarrier } from '../marks/create-carrier.ts';
import { watermarkError } from '../watermark-error.ts';
import { type CoarseColumns, chooseSlots, type SlotCandidate } from './choose-slots.ts';
import { type ColumnStatistics, readStatistics } from './column-statistics.ts';
import { findDependencies } from './find-dependencies.ts';
import { type ColumnOption, judgeColumn } from './judge-column.ts';
import type { MarkSlot, RecordColumn, ReleaseRecord, RowConstraint } from './release-record.ts';
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
  /** The highest drift of a numeric column's mean, as a share of its mean absolute value; 0.0001 unless given. */
  readonly meanTolerance?: number;
  /** Rules that rows keep. */
  readonly constraints?: readonly RowConstraint[];
  /** Id of the release; random unless given. */
  readonly release?: string;
}

const mostRows = 200_000;
/** Of the marks, how many go to columns that find their marks by themselves, where there are others beside them. */
const selfMarks = 0.5;
/** Marks for each position of a code of the shortest length, below which the code is made for one recipient. */
const fewMarks = 1500;
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

/** The coarse values of the sample as small numbers. */
function readCoarse(
  columns: readonly RecordColumn[],
  statistics: readonly ColumnStatistics[],
  options: PlanOptions['options'],
): CoarseColumns {
  const values: Int32Array[] = [];
  const markable: Uint8Array[] = [];
  const sizes: number[] = [];
  for (const [index, { name, carrier }] of columns.entries()) {
    const reader = carrier && createCarrier(carrier);
    const numbers = new Map<string, number>();
    const byCell = new Map<string, readonly [number, number]>();
    const { cells } = statistics[index]!;
    const coarse = new Int32Array(cells.length);
    const can = new Uint8Array(cells.length);
    for (const [row, cell] of cells.entries()) {
      let known = byCell.get(cell);
      if (known === undefined) {
        const mark = reader?.read(cell);
        const key = mark === undefined ? `t${normalise(cell)}` : `m${mark.coarse}`;
        const number = numbers.get(key) ?? numbers.size;
        numbers.set(key, number);
        known = [number, mark === undefined ? 0 : 1];
        byCell.set(cell, known);
      }
      coarse[row] = known[0];
      can[row] = known[1];
    }
    values.push(coarse);
    markable.push(can);
    // Keys are often taken away: nothing is anchored to them.
    sizes.push(options?.[name] === 'key' ? 1 : numbers.size);
  }
  return { values, markable, sizes };
}

/** How many different marks of a candidate the whole table gives: at most in proportion, at least those of the sample. */
function scaleMarks({ marks, cells }: SlotCandidate, cellsInAll: number): number {
  if (cells === 0) return 0;
  const growth = Math.max(1, cellsInAll / cells);
  // Fewer of the further rows bring a new mark than of the first ones: the share of new ones falls as marks ÷ cells does.
  return marks * growth ** Math.min(1, Math.max(0.1, (marks / cells) ** 0.5));
}

interface Dealt {
  readonly slots: MarkSlot[];
  readonly marks: number;
}

/** Deals a number of cells out to candidates: to every target as many, and within a target to every anchor as many. */
function deal(
  candidates: readonly SlotCandidate[],
  cellCount: number,
  sample: number,
  rows: number,
): Dealt {
  const targets = [...new Set(candidates.map(({ target }) => target))];
  const slots: MarkSlot[] = [];
  let marks = 0;
  for (const target of targets) {
    const own = candidates.filter((candidate) => candidate.target === target);
    for (const candidate of own) {
      const inAll = (candidate.cells / sample) * rows;
      const density = Math.min(1, cellCount / targets.length / own.length / Math.max(1, inAll));
      if (density <= 0) continue;
      slots.push({ target, anchor: candidate.anchor, density: Number(density.toPrecision(6)) });
      marks += density * scaleMarks(candidate, inAll);
    }
  }
  return { slots, marks };
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
  const rows = options.rows.slice(0, mostRows);
  const totalRows = Math.max(options.totalRows ?? options.rows.length, rows.length);
  checkOptions(options, options.colluders ?? 5, budget);
  const wide = rows.findIndex((row) => row.length > names.length);
  if (wide >= 0) {
    throw watermarkError(
      'ERR_WATERMARK_INPUT',
      `Row ${wide + 1} has more cells than there are columns`,
      'Look at its quotes and delimiters.',
      { row: wide + 1 },
    );
  }
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
    return { name, ...judged, sketch };
  });
  const { self, anchored } = chooseSlots(columns, readCoarse(columns, statistics, options.options));
  if (self.length + anchored.length === 0) {
    throw watermarkError(
      'ERR_WATERMARK_CAPACITY',
      'No column can carry marks',
      'Name columns that may change a little, such as { age: { kind: "number" } }, or use pseudo rows.',
      { rows: rows.length, columns: names.length },
    );
  }
  // Half of the marks change their cell.
  const cells = 2 * budget * totalRows * names.length * 0.98;
  const share = anchored.length === 0 ? 1 : self.length === 0 ? 0 : selfMarks;
  const sample = Math.max(1, Math.min(rows.length, 12_000));
  const first = deal(self, cells * share, sample, totalRows);
  const second = deal(anchored, cells * (1 - share), sample, totalRows);
  const expectedMarks = Math.round(first.marks + second.marks);
  const colluders = options.colluders ?? (expectedMarks < fewMarks ? 1 : 5);
  const codeLength = codeLengths.find((length) => length >= expectedMarks) ?? codeLengths[2];
  return {
    format: 'yushu-watermark-release',
    version: 1,
    release,
    rows: totalRows,
    codeLength,
    colluders,
    budget,
    meanTolerance,
    columns,
    slots: [...first.slots, ...second.slots],
    constraints,
    expectedMarks,
  };
}
