import { readFileSync } from 'node:fs';
import { isDataSecurityError } from '@yushu/core';
import { createAnonymiser, type LossMetric, type PrivacyModel } from '@yushu/mask/anonymise';
import type { RiskRow } from '@yushu/mask/risk';
import type { LedgerCount, LedgerSuite } from '@yushu/testkit';

const read = <Vectors>(name: string) =>
  JSON.parse(readFileSync(new URL(`../vectors/${name}`, import.meta.url), 'utf8')) as Vectors;

interface Case {
  readonly id: number;
  readonly test: string;
  readonly suppressionLimit: number;
  readonly metric: string;
  readonly models: readonly string[];
  readonly sensitive: string | null;
  readonly loss: number | null;
  readonly levels: readonly number[] | null;
  readonly assumesMonotony: boolean;
}

interface Vectors {
  readonly columns: readonly string[];
  readonly hierarchies: Readonly<Record<string, readonly (readonly string[])[]>>;
  readonly cases: readonly Case[];
}

interface Adult {
  readonly columns: readonly string[];
  readonly values: readonly (readonly string[])[];
  readonly rows: readonly (readonly number[])[];
}

/** java.util.Random, with which ARX draws its subsets. */
function createJavaRandom(seed: bigint): (bound: number) => number {
  const mask = (1n << 48n) - 1n;
  let state = (seed ^ 0x5deece66dn) & mask;
  const draw31 = () => {
    state = (state * 0x5deece66dn + 0xbn) & mask;
    return Number(state >> 17n);
  };
  return (bound) => {
    if ((bound & -bound) === bound) return Number((BigInt(bound) * BigInt(draw31())) >> 31n);
    for (;;) {
      const bits = draw31();
      const value = bits % bound;
      if (bits - value + bound - 1 <= 0x7fffffff) return value;
    }
  };
}

/** Rows of `getSubset(size)` of TestAnonymizationSubset. */
function drawSubset(size: number): Set<number> {
  const draw = createJavaRandom(BigInt.asIntN(32, 0xdeadbeefn));
  return new Set(Array.from({ length: size }, () => draw(size)));
}

function readMetric(text: string): LossMetric | undefined {
  const [, name, first, second] = /^create(\w+?)Metric\(([^,)]*)(?:, (\w+))?\)$/.exec(text) ?? [];
  switch (name) {
    case 'Loss':
      return { metric: 'loss', ...(first ? { suppression: Number(first) } : {}) };
    case 'PrecomputedLoss':
      return { metric: 'loss' };
    case 'PrecomputedEntropy':
      return { metric: 'entropy', ignoresSuppression: second === 'true' };
    case 'AECS':
      return { metric: 'average-class-size' };
    case 'Discernability':
      return { metric: 'discernability', ignoresSuppression: first === 'true' };
    default:
      return undefined;
  }
}

function readModel(text: string, { hierarchies }: Vectors): PrivacyModel | number | undefined {
  const [, name, list = ''] = /^(\w+)\((.*)\)$/.exec(text) ?? [];
  const parts = list.split(', ').map((part) => part.replaceAll('"', ''));
  const column = parts[0]!;
  const [first, second, third] = parts.map(Number) as [number, number, number];
  switch (name) {
    case 'KAnonymity':
      return { model: 'k-anonymity', k: first };
    case 'EntropyLDiversity':
      return list.includes('GRASSBERGER')
        ? undefined
        : { model: 'entropy-l-diversity', column, l: second };
    case 'RecursiveCLDiversity':
      return { model: 'recursive-cl-diversity', column, c: second, l: third };
    case 'EqualDistanceTCloseness':
      return { model: 't-closeness', column, t: second };
    case 'OrderedDistanceTCloseness':
      return { model: 't-closeness', column, t: second, distance: 'ordered' };
    case 'HierarchicalDistanceTCloseness': {
      const hierarchy = hierarchies[column]!;
      return { model: 't-closeness', column, t: second, distance: 'hierarchical', hierarchy };
    }
    case 'BasicBLikeness':
      return { model: 'beta-likeness', column, beta: second };
    case 'EnhancedBLikeness':
      return { model: 'beta-likeness', column, beta: second, isEnhanced: true };
    case 'AverageReidentificationRisk':
      return { model: 'average-risk', max: first };
    case 'SampleUniqueness':
      return { model: 'uniqueness', max: first };
    case 'Inclusion':
      return Number(/\d+/.exec(list)?.[0]);
    default:
      return undefined;
  }
}

interface Outcome {
  readonly levels: readonly number[] | null;
  readonly loss: number;
}

const outcomes = new Map<string, Outcome>();

/** What we find for a case, or lose at given levels. */
function solve(
  { sensitive, suppressionLimit, metric: metricText, models: modelTexts }: Case,
  vectors: Vectors,
  rows: readonly RiskRow[],
  at?: readonly number[],
): Outcome | undefined {
  const key = JSON.stringify([sensitive, suppressionLimit, metricText, modelTexts, at]);
  const known = outcomes.get(key);
  if (known !== undefined) return known;
  const metric = readMetric(metricText);
  const read = modelTexts.map((text) => readModel(text, vectors));
  if (metric === undefined || read.includes(undefined)) return undefined;
  const subsetSize = read.find((model) => typeof model === 'number');
  const subset = subsetSize === undefined ? undefined : drawSubset(subsetSize);
  const names = vectors.columns.filter((name) => name !== sensitive);
  const anonymiser = createAnonymiser({
    quasiIdentifiers: Object.fromEntries(
      names.map((name) => [name, { type: 'table', rows: vectors.hierarchies[name]! }] as const),
    ),
    models: read.filter((model) => typeof model === 'object'),
    suppressionLimit,
    metric,
    ...(at === undefined
      ? {}
      : {
          levels: Object.fromEntries(names.map((name, index) => [name, [at[index]!, at[index]!]])),
        }),
  });
  rows.forEach((row, index) => {
    if (subset === undefined || subset.has(index)) anonymiser.add(row);
  });
  let outcome: Outcome;
  try {
    const { levels, loss } = anonymiser.solve();
    outcome = { levels: names.map((name) => levels[name]!), loss };
  } catch (error) {
    if (!isDataSecurityError(error, 'ERR_MASK_ANONYMITY')) throw error;
    outcome = { levels: null, loss: 0 };
  }
  outcomes.set(key, outcome);
  return outcome;
}

const isNear = (one: number, other: number) =>
  Math.abs(one - other) <= 1e-9 * Math.max(1, Math.abs(other));

/** ARX leaves out nine rows more here than uniqueness asks; ours loses less (0.16044 to 0.16070). */
const differences: readonly number[] = [121];

/** Tests of ARX whose answer is not the best but what a heuristic came upon. */
const heuristics: readonly string[] = ['Genetic', 'Heuristic', 'HeuristicTopDown'];

/**
 * Counts cases of ARX.
 *
 * @param step - every how many of them one is run: 1 for all, which takes half a minute
 */
export function countArxCases(step = 1): LedgerCount {
  const vectors = read<Vectors>('arx-anonymisation.json');
  const adult = read<Adult>('arx-risk.json');
  const rows = adult.rows.map((row) =>
    Object.fromEntries(
      adult.columns.map((name, index) => [name, adult.values[index]![row[index]!]!]),
    ),
  );
  const cases = vectors.cases.filter((_, index) => index % step === 0);
  let passed = 0;
  let skipped = 0;
  for (const entry of cases) {
    // Local recoding has a hash of ARX's own output as its answer; models not read need data or a population that ARX alone has.
    const isOther = entry.loss === null || differences.includes(entry.id);
    const found = isOther ? undefined : solve(entry, vectors, rows);
    if (found === undefined) {
      skipped += 1;
      continue;
    }
    const isEqual =
      JSON.stringify(found.levels) === JSON.stringify(entry.levels) &&
      isNear(found.loss, entry.loss!);
    if (isEqual) passed += 1;
    else if (heuristics.includes(entry.test) || entry.assumesMonotony) {
      // Its loss must be ours at the same levels, and what we prove best no worse.
      const same = solve(entry, vectors, rows, entry.levels!);
      if (isNear(same!.loss, entry.loss!) && found.loss < entry.loss!) passed += 1;
    }
  }
  return { passed, total: cases.length, skipped };
}

export const suites: readonly LedgerSuite[] = [
  {
    suite: 'mask/anonymise-arx-adult',
    source: 'arx-deidentifier/arx aacd487 TestAnonymization*.java on adult.csv',
    pinned: 72,
    run: () => countArxCases(),
  },
];
