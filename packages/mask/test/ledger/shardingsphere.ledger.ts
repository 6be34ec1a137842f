import { readFileSync } from 'node:fs';
import {
  createShardingSphereMask,
  type ShardingSphereMaskType,
  type ShardingSphereProps,
} from '@yushu/mask/shardingsphere';
import type { LedgerCount, LedgerSuite } from '@yushu/testkit';

interface Vectors {
  readonly cases: readonly {
    readonly type: ShardingSphereMaskType;
    readonly props: ShardingSphereProps;
    readonly input: string | null;
    readonly output: string | null;
  }[];
  readonly invalid: readonly {
    readonly type: ShardingSphereMaskType;
    readonly badProp: string;
    readonly badValue: string;
  }[];
}

const vectors = () =>
  JSON.parse(
    readFileSync(new URL('../vectors/shardingsphere.json', import.meta.url), 'utf8'),
  ) as Vectors;

/** Properties with which every algorithm of the suite can be made. */
const goodProps: ShardingSphereProps = {
  'first-n': '3',
  'last-m': '5',
  'from-x': '3',
  'to-y': '5',
  'special-chars': 'd1',
  'replace-char': '*',
};

function countMasks(): LedgerCount {
  const { cases } = vectors();
  const passed = cases.filter(
    ({ type, props, input, output }) =>
      createShardingSphereMask(type, props).apply(input) === output,
  ).length;
  return { passed, total: cases.length, skipped: 0 };
}

/** With good properties each algorithm can be made; with the bad one it must not. */
function countRefusals(): LedgerCount {
  const { invalid } = vectors();
  const passed = invalid.filter(({ type, badProp, badValue }) => {
    createShardingSphereMask(type, goodProps);
    const [from, to] = badValue.split('>') as [string, string];
    const bad =
      badProp === 'from-x>to-y' ? { 'from-x': from, 'to-y': to } : { [badProp]: badValue };
    try {
      createShardingSphereMask(type, { ...goodProps, ...bad });
      return false;
    } catch (error) {
      return (error as { code?: unknown }).code === 'ERR_MASK_OPTIONS';
    }
  }).length;
  return { passed, total: invalid.length, skipped: 0 };
}

export const suites: readonly LedgerSuite[] = [
  {
    suite: 'mask/shardingsphere-masks',
    source: 'apache/shardingsphere features/mask/core/src/test, issue #25616',
    pinned: 64,
    run: countMasks,
  },
  {
    suite: 'mask/shardingsphere-bad-configurations',
    source: 'apache/shardingsphere features/mask/core/src/test',
    pinned: 22,
    run: countRefusals,
  },
];
