import type { CarrierSpec, NumberCarrierSpec } from '../marks/carrier-spec.ts';
import { createCarrier } from '../marks/create-carrier.ts';
import { checkColumnOption } from './check-column-option.ts';
import type { ColumnStatistics } from './column-statistics.ts';

/** What the owner says of a column. */
export type ColumnOption =
  /** Judge it: the default. */
  | 'auto'
  /** It is only read. */
  | 'never'
  /** Its values identify rows or point to another table: it is never touched, whatever it looks like. */
  | 'key'
  /** It may be changed in this way. For numbers, decimals and step are read from the values where they are left out. */
  | ({ readonly kind: 'number' } & Partial<NumberCarrierSpec>)
  | Exclude<CarrierSpec, NumberCarrierSpec>;

/** The judgement on a column. */
export interface ColumnJudgement {
  readonly carrier?: CarrierSpec;
  readonly reason: string;
}

/** A pair of values is balanced where the rarer has at least this share of both. */
const leastShare = 0.25;
/** A change is small where it is at most this share of the standard deviation. */
export const mostDeviation = 0.01;
/** Whole numbers with a larger share of different values look like identifiers. */
const mostDistinctShare = 0.95;
/** Columns with more pairs are judged by all their pairs together. */
const mostPairs = 4096;
/** Rows that a judgement needs. */
const fewestRows = 30;

interface PairCounts {
  readonly low: number;
  readonly high: number;
}

function countPairs(
  spec: CarrierSpec,
  { counts }: ColumnStatistics,
): Map<string | number, PairCounts> {
  const carrier = createCarrier(spec);
  const pairs = new Map<string | number, { low: number; high: number }>();
  for (const [cell, count] of counts) {
    const mark = carrier.read(cell);
    if (mark === undefined) continue;
    const pair = pairs.get(mark.coarse) ?? { low: 0, high: 0 };
    if (mark.symbol % 2 === 0) pair.low += count;
    else pair.high += count;
    pairs.set(mark.coarse, pair);
  }
  return pairs;
}

const isBalanced = ({ low, high }: PairCounts) => Math.min(low, high) >= leastShare * (low + high);

function sumPairs(pairs: Iterable<PairCounts>): PairCounts {
  let low = 0;
  let high = 0;
  for (const pair of pairs) {
    low += pair.low;
    high += pair.high;
  }
  return { low, high };
}

/** Numbers as a carrier, within the range that they have, and only pairs whose two values are both common. */
function numberSpec(
  option: Partial<NumberCarrierSpec>,
  statistics: ColumnStatistics,
): NumberCarrierSpec {
  const { sorted } = statistics;
  const decimals = option.decimals ?? statistics.decimals;
  const spec: NumberCarrierSpec = {
    kind: 'number',
    decimals,
    step: option.step ?? (decimals === statistics.decimals ? statistics.step : 1),
    min: option.min ?? sorted[0] ?? 0,
    max: option.max ?? sorted.at(-1) ?? 0,
    ...(option.bits === undefined ? {} : { bits: option.bits }),
  };
  if (option.pairs !== undefined) return { ...spec, pairs: option.pairs };
  const pairs = countPairs(spec, statistics);
  if (pairs.size > mostPairs) return spec;
  const usable = [...pairs]
    .filter(([, pair]) => isBalanced(pair))
    .map(([coarse]) => Number(coarse));
  // With few rows for each pair, one pair's balance is chance: all together are judged.
  const rows = sumPairs(pairs.values());
  return (rows.low + rows.high) / pairs.size < 20 ? spec : { ...spec, pairs: usable };
}

function refuse(reason: string): ColumnJudgement {
  return { reason };
}

function judgeNumbers(statistics: ColumnStatistics): ColumnJudgement {
  const { cells, counts, empty, sorted, deviation, decimals } = statistics;
  const filled = cells.length - empty;
  if (decimals === 0) {
    if (counts.size > mostDistinctShare * filled)
      return refuse('whole numbers that are nearly all different look like identifiers');
    const lengths = new Set(
      [...counts.keys()].filter((cell) => cell !== '').map((cell) => cell.length),
    );
    if (lengths.size === 1 && sorted[0]! >= 1000)
      return refuse('numbers of one length look like a code');
  }
  const spec = numberSpec({}, statistics);
  const change = spec.step / 10 ** spec.decimals;
  if (change > mostDeviation * deviation) {
    return refuse(
      `a change by ${change} is more than ${mostDeviation * 100} % of the standard deviation; name the column to mark it`,
    );
  }
  const pairs = countPairs(spec, statistics);
  const both = sumPairs(pairs.values());
  if (both.low + both.high < 0.2 * filled) return refuse('too few cells stand in balanced pairs');
  if (Math.min(both.low, both.high) < 0.4 * (both.low + both.high)) {
    return refuse('the last digit is not evenly used: marks would show');
  }
  return {
    carrier: spec,
    reason: `judged safe: a change by ${change} is below ${mostDeviation * 100} % of the standard deviation`,
  };
}

/** Whether, and how, a column carries marks. */
export function judgeColumn(
  name: string,
  option: ColumnOption,
  statistics: ColumnStatistics,
): ColumnJudgement {
  checkColumnOption(name, option);
  if (option === 'never') return refuse('named as never to be touched');
  if (option === 'key') return refuse('named as a key');
  if (option !== 'auto') {
    const spec = option.kind === 'number' ? numberSpec(option, statistics) : option;
    const pairs = countPairs(spec, statistics);
    const { low, high } = sumPairs(pairs.values());
    if (low + high === 0)
      return refuse('named, but none of its cells can carry a mark in this way');
    return { carrier: spec, reason: 'named' };
  }
  if (statistics.cells.length - statistics.empty < fewestRows)
    return refuse('too few values to judge');
  if (statistics.numeric < 0.9) return refuse('no numbers; name the column to mark it');
  return judgeNumbers(statistics);
}
