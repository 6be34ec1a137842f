import type { ReleaseKeys } from '../keys/release-keys.ts';
import { ColumnReader } from '../marks/column-reader.ts';
import type { CoarseColumns } from './choose-slots.ts';
import type { ColumnStatistics } from './column-statistics.ts';
import type { ColumnOption } from './judge-column.ts';
import type { ColumnFrequencies, RecordColumn } from './release-record.ts';

/** So many values of a column are told apart by how rare they are. */
const mostCommon = 64;

/** The coarse values of a sample, and how rare they are. */
export interface CoarseReading extends CoarseColumns {
  /** What a record keeps of each column's rarities. */
  readonly frequencies: readonly ColumnFrequencies[];
}

const round = (bits: number) => Number(bits.toFixed(3));

function frequenciesOf(
  counts: readonly number[],
  tags: readonly number[],
  rows: number,
): { frequencies: ColumnFrequencies; rarities: Float64Array } {
  const order = [...counts.keys()].sort((a, b) => counts[b]! - counts[a]!);
  const common = order.slice(0, mostCommon);
  const others = order.slice(mostCommon);
  const left = others.reduce((sum, value) => sum + counts[value]!, 0);
  // A value that the sample has not is as rare as one that it has once.
  const rest = round(Math.log2(rows / Math.max(1, left / Math.max(1, others.length))));
  const rarities = new Float64Array(counts.length).fill(rest);
  const entries = common.map((value): readonly [number, number] => {
    const bits = round(Math.log2(rows / counts[value]!));
    rarities[value] = bits;
    return [tags[value]!, bits];
  });
  return { frequencies: { common: entries, rest }, rarities };
}

/** Reads the cells of a sample as what no mark changes, in small numbers. */
export function readCoarse(
  columns: readonly RecordColumn[],
  statistics: readonly ColumnStatistics[],
  keys: ReleaseKeys,
  options: Readonly<Record<string, ColumnOption>> | undefined,
): CoarseReading {
  const values: Int32Array[] = [];
  const markable: Uint8Array[] = [];
  const sizes: number[] = [];
  const rarities: Float64Array[] = [];
  const frequencies: ColumnFrequencies[] = [];
  for (const [index, { name, carrier }] of columns.entries()) {
    const reader = new ColumnReader(keys.hash, index, carrier);
    const numbers = new Map<number, number>();
    const byCell = new Map<string, readonly [number, number]>();
    const counts: number[] = [];
    const tags: number[] = [];
    const { cells } = statistics[index]!;
    const coarse = new Int32Array(cells.length);
    const can = new Uint8Array(cells.length);
    for (const [row, cell] of cells.entries()) {
      let known = byCell.get(cell);
      if (known === undefined) {
        reader.read(cell);
        const number = numbers.get(reader.first) ?? numbers.size;
        numbers.set(reader.first, number);
        tags[number] = reader.first;
        known = [number, reader.symbol < 0 ? 0 : 1];
        byCell.set(cell, known);
      }
      coarse[row] = known[0];
      can[row] = known[1];
      counts[known[0]] = (counts[known[0]] ?? 0) + 1;
    }
    values.push(coarse);
    markable.push(can);
    const found = frequenciesOf(counts, tags, cells.length);
    rarities.push(found.rarities);
    frequencies.push(found.frequencies);
    // Keys are often taken away: nothing is anchored to them.
    sizes.push(options?.[name] === 'key' ? 1 : numbers.size);
  }
  return { values, markable, sizes, rarities, frequencies };
}
