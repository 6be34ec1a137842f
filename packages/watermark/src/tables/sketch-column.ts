import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { utf8ToBytes } from '@noble/hashes/utils.js';
import { normalise } from '../marks/column-reader.ts';
import type { ColumnStatistics } from './column-statistics.ts';
import type { ColumnSketch } from './release-record.ts';

/** So many of the commonest values are kept. */
const mostCommon = 24;
/** Numbers at these parts of the order. */
const quantileCount = 17;

/** Six decimals are enough to know a column by. */
const round = (value: number) => Number(value.toPrecision(6));

/** What a column is known by, made with a key so that its values cannot be read from it. */
export function sketchColumn(key: Uint8Array, statistics: ColumnStatistics): ColumnSketch {
  const { cells, counts, empty, numeric, decimals, sorted } = statistics;
  const rows = cells.length || 1;
  const length = [...counts].reduce((sum, [cell, count]) => sum + cell.length * count, 0) / rows;
  const common = [...counts]
    .sort(([, a], [, b]) => b - a)
    .slice(0, mostCommon)
    .filter(([, count]) => count > 1)
    .map(([cell, count]): readonly [number, number] => {
      const digest = hmac(sha256, key, utf8ToBytes(normalise(cell)));
      return [new DataView(digest.buffer, digest.byteOffset).getUint32(0), round(count / rows)];
    });
  const sketch = {
    numeric: round(numeric),
    empty: round(empty / rows),
    distinct: counts.size,
    common,
    length: round(length),
  };
  if (numeric < 0.9 || sorted.length === 0) return sketch;
  const quantiles = Array.from({ length: quantileCount }, (_, index) =>
    round(sorted[Math.round((index / (quantileCount - 1)) * (sorted.length - 1))]!),
  );
  return { ...sketch, quantiles, decimals };
}

/** How unlike two columns are: 0 for the same distribution, about 1 and above for columns that have nothing to do with each other. */
export function sketchDistance(one: ColumnSketch, other: ColumnSketch): number {
  let distance = Math.abs(one.numeric - other.numeric) + 0.5 * Math.abs(one.empty - other.empty);
  const shares = new Map(other.common);
  let difference = 0;
  let weight = 0;
  for (const [tag, share] of one.common) {
    difference += Math.abs(share - (shares.get(tag) ?? 0));
    weight += share;
    shares.delete(tag);
  }
  for (const share of shares.values()) difference += share;
  weight += [...other.common].reduce((sum, [, share]) => sum + share, 0);
  if (weight > 0) distance += (difference / weight) * Math.min(1, weight);
  if (one.quantiles !== undefined && other.quantiles !== undefined) {
    // Distances of order: the extremes move with every row that goes, the inside stays.
    const inner = one.quantiles.slice(1, -1);
    const others = other.quantiles.slice(1, -1);
    const spread = Math.max(
      inner.at(-1)! - inner[0]!,
      others.at(-1)! - others[0]!,
      1e-9 * Math.abs(inner[0]!),
      1e-12,
    );
    const apart = inner.reduce((sum, value, at) => sum + Math.abs(value - others[at]!), 0);
    distance += Math.min(1, (4 * apart) / (inner.length * spread));
    if (one.decimals === 0 && (other.decimals ?? 0) > 0) distance += 0.3;
  } else if (one.quantiles === undefined && other.quantiles === undefined) {
    distance += 0.5 * Math.min(1, Math.abs(one.length - other.length) / (1 + one.length));
  }
  return distance;
}
