import type { PackedColumn } from '../engine/class-table.ts';
import type { LatticeColumn } from '../engine/lattice-column.ts';
import type { Release } from '../engine/release.ts';
import { aggregate } from './aggregate.ts';
import type { Aggregate } from './loss-metric.ts';

/** What is needed of the search. */
export interface ReleasedTable {
  readonly columns: readonly LatticeColumn[];
  readonly packed: readonly PackedColumn[];
  /** Rows to be released. */
  readonly rows: number;
}

/**
 * What several releases lose together by the metric `loss`, suppression weighed as generalisation: each value the part of its domain that it
 * stands for, and all of a row that is in none.
 */
export function lossOfReleases(
  { columns, packed, rows }: ReleasedTable,
  releases: readonly Release[],
  by: Aggregate = 'geometric-mean',
): number {
  const left = releases.reduce((rest, release) => rest - release.rows, rows);
  const figures = Float64Array.from(columns, ({ shares, codes, domain }, column) => {
    const { word, shift, mask } = packed[column]!;
    const sumOf = ({ table, levels, isReleased }: Release): number => {
      const level = levels[column]!;
      const keys = table.words[word]!;
      let sum = 0;
      for (let index = 0; index < table.size; index += 1) {
        if (isReleased[index] !== 1) continue;
        const share = shares[level]![codes[level]![(keys[index]! >>> shift) & mask]!]!;
        sum += (table.counts[index]! * Math.max(0, share * domain - 1)) / Math.max(1, domain - 1);
      }
      return sum;
    };
    return (left + releases.reduce((sum, release) => sum + sumOf(release), 0)) / Math.max(1, rows);
  });
  return aggregate(figures, by);
}
