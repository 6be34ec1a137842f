import type { ColumnSketch, RecordColumn } from './release-record.ts';
import { sketchDistance } from './sketch-column.ts';

/** Which column of a table is which of the record. */
export interface ColumnMatch {
  /** Name in the record. */
  readonly column: string;
  /** Index in the table, or -1 where it is not there. */
  readonly place: number;
  /** Name in the table, where it is there. */
  readonly name?: string;
  /** By what it was found. */
  readonly by: 'name' | 'values' | 'none';
  /** How unlike its values are to those in the record: 0 is the same distribution. */
  readonly distance: number;
}

/** Columns less alike are not taken for each other. */
const farthest = 0.75;

const plain = (name: string) => name.trim().normalize('NFKC').toLowerCase();

/**
 * Finds the record's columns in a table by what their values are like; the name decides only between columns that are about as
 * alike. Pairs are taken closest first.
 */
export function matchColumns(
  columns: readonly RecordColumn[],
  header: readonly string[],
  sketches: readonly ColumnSketch[],
): ColumnMatch[] {
  const pairs = columns.flatMap((column, index) =>
    sketches.map((sketch, place) => {
      const isNamed = plain(column.name) === plain(header[place]!);
      // Chosen values are unlike those that stood there when the release was planned: the name is all there is, or a plan on masked rows.
      const isChosen = isNamed && column.carrier?.kind === 'choice';
      const distance = isChosen ? 0 : sketchDistance(column.sketch, sketch);
      return { index, place, isNamed, distance, rank: distance - (isNamed ? 0.25 : 0) };
    }),
  );
  const found = new Map<number, (typeof pairs)[number]>();
  const taken = new Set<number>();
  for (const pair of pairs.sort((a, b) => a.rank - b.rank)) {
    if (pair.distance > farthest || found.has(pair.index) || taken.has(pair.place)) continue;
    found.set(pair.index, pair);
    taken.add(pair.place);
  }
  return columns.map(({ name }, index) => {
    const pair = found.get(index);
    if (pair === undefined) return { column: name, place: -1, by: 'none', distance: 1 };
    const { place, isNamed, distance } = pair;
    return { column: name, place, name: header[place]!, by: isNamed ? 'name' : 'values', distance };
  });
}
