import { optionError } from '../../check-options.ts';
import type { ClassValues } from './class-values.ts';
import type { TableDistribution } from './table-distribution.ts';

/** The distance between the values of a class and those of the table, 0 to 1. */
export type DistanceToTable = (values: ClassValues) => number;

/** Every value as far from each other: half of what differs (Li et al. 2007, section 4.2). */
export function equalDistance({ shares }: TableDistribution): DistanceToTable {
  const all = shares.reduce((sum, share) => sum + share, 0);
  return ({ values, counts, start, end, rows }) => {
    let differing = 0;
    let present = 0;
    for (let index = start; index < end; index += 1) {
      const share = shares[values[index]!]!;
      differing += Math.abs(counts[index]! / rows - share);
      present += share;
    }
    return (differing + Math.max(0, all - present)) / 2;
  };
}

/** Values in order, each step 1 / (m − 1) (Li et al. 2007, section 4.1). */
export function orderedDistance(
  { values: texts, shares }: TableDistribution,
  order: readonly string[] | undefined,
): DistanceToTable {
  const codes = texts.map((_, code) => code);
  if (order === undefined) {
    const numeric = texts.every((text) => text.trim() !== '' && Number.isFinite(Number(text)));
    codes.sort((one, other) => {
      const [a, b] = [texts[one]!, texts[other]!];
      if (numeric) return Number(a) - Number(b);
      return a < b ? -1 : a > b ? 1 : 0;
    });
  } else {
    const ranks = new Map(order.map((text, rank) => [text, rank]));
    if (!texts.every((text) => ranks.has(text))) {
      throw optionError('order', 'every value of the column, in order');
    }
    codes.sort((one, other) => ranks.get(texts[one]!)! - ranks.get(texts[other]!)!);
  }
  const parts = new Float64Array(texts.length);
  return ({ values, counts, start, end, rows }) => {
    for (let index = start; index < end; index += 1) {
      parts[values[index]!] = counts[index]! / rows;
    }
    let moved = 0;
    let sum = 0;
    for (const code of codes) {
      moved += parts[code]! - shares[code]!;
      sum += Math.abs(moved);
    }
    for (let index = start; index < end; index += 1) parts[values[index]!] = 0;
    return texts.length < 2 ? 0 : sum / (texts.length - 1);
  };
}

/** Values as far as the height at which their branches meet (Li et al. 2007, section 4.3). */
export function hierarchicalDistance(
  { values: texts, shares }: TableDistribution,
  hierarchy: readonly (readonly string[])[] | undefined,
): DistanceToTable {
  const height = (hierarchy?.[0]?.length ?? 1) - 1;
  const byValue = new Map(hierarchy?.map((row) => [row[0]!, row]));
  const isTree =
    height > 0 &&
    hierarchy!.every(
      (row) => row.length === height + 1 && row[height] === hierarchy![0]![height],
    ) &&
    texts.every((text) => byValue.has(text));
  if (!isTree) {
    throw optionError('hierarchy', 'a row for each value, all of one length and with one root');
  }
  // Nodes by level; a node is named by the path to the root, so that equal names in different branches are different nodes.
  const ids = new Map<string, number>();
  const nodeOf = (row: readonly string[], level: number) => {
    const key = `${level}:${JSON.stringify(row.slice(level))}`;
    const id = ids.get(key) ?? ids.size;
    ids.set(key, id);
    return id;
  };
  const levels: number[][] = Array.from({ length: height + 1 }, () => []);
  const paths = texts.map((text) => {
    const row = byValue.get(text)!;
    return row.map((_, level) => {
      const before = ids.size;
      const node = nodeOf(row, level);
      if (node === before) levels[level]!.push(node);
      return node;
    });
  });
  const parents = new Int32Array(ids.size);
  for (const path of paths) {
    for (let level = 0; level < height; level += 1) parents[path[level]!] = path[level + 1]!;
  }
  const extra = new Float64Array(ids.size);
  const gains = new Float64Array(ids.size);
  const losses = new Float64Array(ids.size);
  return ({ values, counts, start, end, rows }) => {
    extra.fill(0);
    gains.fill(0);
    losses.fill(0);
    for (let code = 0; code < texts.length; code += 1) extra[paths[code]![0]!]! -= shares[code]!;
    for (let index = start; index < end; index += 1) {
      extra[paths[values[index]!]![0]!]! += counts[index]! / rows;
    }
    let cost = 0;
    for (let level = 0; level < height; level += 1) {
      for (const node of levels[level]!) {
        const parent = parents[node]!;
        const value = extra[node]!;
        extra[parent]! += value;
        if (value > 0) gains[parent]! += value;
        else losses[parent]! -= value;
      }
      for (const node of levels[level + 1]!) {
        cost += ((level + 1) / height) * Math.min(gains[node]!, losses[node]!);
      }
    }
    return cost;
  };
}
