import { readFileSync } from 'node:fs';
import { isDataSecurityError } from '@yushu/core';
import {
  createAnonymiser,
  type LossMetric,
  type PrivacyModel,
  type Solution,
} from '@yushu/mask/anonymise';
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

/** The seed of ARX's tests, as a 32-bit number with a sign. */
const arxSeed = BigInt.asIntN(32, 0xdeadbeefn);

/** Bits of java.util.Random, with which ARX draws in tests. */
function createJavaBits(seed: bigint): (bits: number) => number {
  const mask = (1n << 48n) - 1n;
  let state = (seed ^ 0x5deece66dn) & mask;
  return (bits) => {
    state = (state * 0x5deece66dn + 0xbn) & mask;
    return Number(state >> (48n - BigInt(bits)));
  };
}

/** Its `nextInt(bound)`. */
function createJavaRandom(seed: bigint): (bound: number) => number {
  const draw = createJavaBits(seed);
  return (bound) => {
    if ((bound & -bound) === bound) return Number((BigInt(bound) * BigInt(draw(31))) >> 31n);
    for (;;) {
      const bits = draw(31);
      const value = bits % bound;
      if (bits - value + bound - 1 <= 0x7fffffff) return value;
    }
  };
}

/** Its `nextDouble()`, as the 27 and 26 bits in 8 bytes that a number is made of. */
function createJavaBytes(seed: bigint): (length: number) => Uint8Array {
  const draw = createJavaBits(seed);
  return (length) => {
    const bytes = new DataView(new ArrayBuffer(length));
    for (let at = 0; at < length; at += 8) {
      // Java puts 26 bits before 27.
      const number = (BigInt(draw(26)) << 27n) | BigInt(draw(27));
      bytes.setUint32(at, Number(number >> 26n) << 5);
      bytes.setUint32(at + 4, Number(number & 0x3ffffffn) << 6);
    }
    return new Uint8Array(bytes.buffer);
  };
}

/** `DataGeneralizationScheme.GeneralizationDegree`: a part of the height. */
const degrees: Readonly<Record<string, number>> = {
  LOW_MEDIUM: 0.4,
  MEDIUM: 0.5,
  MEDIUM_HIGH: 0.6,
  HIGH: 0.8,
};

/** Hash codes that TestAnonymizationLocalRecoding has for what comes out. */
const outputHashes: Readonly<Record<number, number>> = {
  101: -998_962_150,
  102: 464_405_537,
  103: -1_306_447_515,
  104: 484_469_846,
  105: -1_231_665_634,
  106: -715_168_499,
  107: 2_130_163_653,
};

/** The rows of `adult_subset.csv`: 3,016 of adult.csv. */
const readSubset = () =>
  new Set(read<{ readonly rows: readonly number[] }>('arx-subset.json').rows);

/** Rows of `getSubset(size)` of TestAnonymizationSubset. */
function drawSubset(size: number): Set<number> {
  const draw = createJavaRandom(arxSeed);
  return new Set(Array.from({ length: size }, () => draw(size)));
}

/** ARX's population of the United States. */
const populationSize = 317_238_626;

/** Amounts of the cases of TestAnonymizationProfitability, in the order of its `getConfig1` to `getConfig4`. */
const costBenefits = [
  { adversaryCost: 2, adversaryGain: 1200, publisherLoss: 300, publisherBenefit: 1200 },
  { adversaryCost: 20, adversaryGain: 120, publisherLoss: 3000, publisherBenefit: 1200 },
  { adversaryCost: 20, adversaryGain: 120, publisherLoss: 3000, publisherBenefit: 120 },
  { adversaryCost: 20, adversaryGain: 1000, publisherLoss: 3000, publisherBenefit: 120 },
] as const;
const configurations: Readonly<Record<number, number>> = {
  114: 0,
  115: 1,
  116: 0,
  117: 2,
  118: 1,
  119: 3,
};
const termsOf = (id: number) => costBenefits[configurations[id]!]!;

function readMetric(text: string, id: number): LossMetric | undefined {
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
    case 'EntropyBasedInformationLoss':
      return { metric: 'entropy-based-loss' };
    case 'PublisherPayout':
      return { metric: 'publisher-payout', ...termsOf(id) };
    default:
      return undefined;
  }
}

function readModel(
  text: string,
  { hierarchies }: Vectors,
  id: number,
): PrivacyModel | number | undefined {
  const [, name, list = ''] = /^(\w+)\((.*)\)$/.exec(text) ?? [];
  const parts = list.split(', ').map((part) => part.replaceAll('"', ''));
  const column = parts[0]!;
  const [first, second, third] = parts.map(Number) as [number, number, number];
  switch (name) {
    case 'KAnonymity':
      return { model: 'k-anonymity', k: first };
    case 'EntropyLDiversity':
      return {
        model: 'entropy-l-diversity',
        column,
        l: second,
        ...(list.includes('GRASSBERGER') ? { estimator: 'grassberger' } : {}),
      };
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
    case 'getPopulationUniqueness': {
      const estimator = (
        {
          DANKAR: 'by-sample',
          ZAYATZ: 'zayatz',
          PITMAN: 'pitman',
          SNB: 'negative-binomial',
        } as const
      )[/Model\.(\w+)/.exec(list)![1] as 'DANKAR'];
      return { model: 'population-uniqueness', max: first, populationSize, estimator };
    }
    case 'KMap':
      return list.includes('POISSON')
        ? { model: 'k-map', k: first, estimate: { populationSize, significance: second } }
        : { model: 'k-map', k: first };
    case 'DPresence':
      return { model: 'delta-presence', min: first, max: second };
    case 'ProfitabilityJournalist':
      return { model: 'profitability', attacker: 'journalist', ...termsOf(id) };
    case 'ProfitabilityJournalistNoAttack':
      return { model: 'profitability', attacker: 'journalist', deters: true, ...termsOf(id) };
    case 'EDDifferentialPrivacy': {
      const epsilon = { LN2: Math.LN2, LN3: Math.log(3) }[parts[0]!] ?? first;
      return { model: 'differential-privacy', epsilon, delta: second };
    }
    case 'ProfitabilityProsecutor':
      return { model: 'profitability', ...termsOf(id) };
    case 'Inclusion':
      return Number(/\d+/.exec(list)?.[0]);
    default:
      return undefined;
  }
}

/** Cases in which ARX has no sensitive column and so leaves out occupation, of which nothing is asked. */
const withoutOccupation: readonly number[] = [104, 105, 106, 107];

/** The hash code of what comes out, cell by cell, as AbstractAnonymizationTest makes it. */
function hashOutput(
  rows: readonly RiskRow[],
  solution: Solution,
  { columns }: Vectors,
  id: number,
): number {
  let hash = 23;
  for (const row of rows) {
    const made = solution.apply(row);
    for (const column of columns) {
      const isSensitive = column === 'occupation';
      const isHidden = isSensitive ? withoutOccupation.includes(id) : made === undefined;
      const text = isHidden ? '*' : String(isSensitive ? row[column] : made![column]);
      let code = 0;
      for (let at = 0; at < text.length; at += 1) {
        code = (Math.imul(31, code) + text.charCodeAt(at)) | 0;
      }
      hash = (Math.imul(37, hash) + code) | 0;
    }
  }
  return hash;
}

interface Outcome {
  readonly levels: readonly number[] | null;
  readonly loss: number;
}

const outcomes = new Map<string, Outcome>();

/** What we find for a case, or lose at given levels. */
function solve(
  { id, sensitive: named, suppressionLimit, metric: metricText, models: modelTexts }: Case,
  vectors: Vectors,
  rows: readonly RiskRow[],
  at?: readonly number[],
): Outcome | undefined {
  // The cases of local recoding have it all, but the vectors do not say so.
  const sensitive = id in outputHashes ? 'occupation' : named;
  const key = JSON.stringify([
    id in configurations ? id : -1,
    sensitive,
    suppressionLimit,
    metricText,
    modelTexts,
    at,
  ]);
  const known = outcomes.get(key);
  if (known !== undefined) return known;
  const metric = readMetric(metricText, id);
  const models = modelTexts.map((text) => readModel(text, vectors, id));
  if (metric === undefined || models.includes(undefined)) return undefined;
  const subsetSize = models.find((model) => typeof model === 'number');
  const hasPopulation = modelTexts.some((text) => text.includes('SUBSET'));
  const subset =
    subsetSize !== undefined ? drawSubset(subsetSize) : hasPopulation ? readSubset() : undefined;
  const names = vectors.columns.filter((name) => name !== sensitive);
  const degree = degrees[/GeneralizationDegree\.(\w+)/.exec(modelTexts.join())?.[1] ?? ''];
  const fixed =
    at ??
    (degree === undefined
      ? undefined
      : names.map((name) => Math.round(degree * (vectors.hierarchies[name]![0]!.length - 1))));
  const anonymiser = createAnonymiser({
    random: createJavaBytes(arxSeed),
    localRecoding: id in outputHashes,
    quasiIdentifiers: Object.fromEntries(
      names.map((name) => [name, { type: 'table', rows: vectors.hierarchies[name]! }] as const),
    ),
    models: models.filter((model) => typeof model === 'object'),
    suppressionLimit,
    metric,
    ...(fixed === undefined
      ? {}
      : {
          levels: Object.fromEntries(
            names.map((name, index) => [name, [fixed[index]!, fixed[index]!]]),
          ),
        }),
  });
  rows.forEach((row, index) => {
    if (subset === undefined || subset.has(index)) anonymiser.add(row);
    else if (hasPopulation) anonymiser.addToPopulation(row);
  });
  let outcome: Outcome;
  try {
    const solution = anonymiser.solve();
    const { levels, loss } = solution;
    if (id in outputHashes) return { levels: null, loss: hashOutput(rows, solution, vectors, id) };
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

const presence =
  'of a class of the population of which no row is released, at least δ min must be: ARX does not ask that of classes that another model ' +
  'finds too small, and gets a lower loss than for δ-presence alone';
const grassberger =
  'ARX adds Grassberger terms in the order of a hash table and stops early, so that it leaves out classes that hold';

/** Where ours is not as ARX has it, with the reason; the same list stands in docs/masking.md. */
export const deliberateDifferences: ReadonlyMap<number, string> = new Map([
  [7, presence],
  [16, presence],
  [19, presence],
  [21, presence],
  [24, presence],
  [51, grassberger],
  [54, grassberger],
  [
    125,
    'the negative binomial model of ARX multiplies where Chen and Keller-McNulty divide, so that it finds no parameters',
  ],
]);

/** Cases with the loss of ARX at other levels: its test asks for the loss, and prints a note where levels differ. */
const otherLevels: readonly number[] = [118];

/** Tests of ARX whose answer is not the best but what a heuristic came upon. */
const heuristics: readonly string[] = ['Genetic', 'Heuristic', 'HeuristicTopDown'];

/**
 * Counts cases of ARX.
 *
 * @param step - every how many of them one is run: 1 for all, which takes minutes
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
    const found = deliberateDifferences.has(entry.id) ? undefined : solve(entry, vectors, rows);
    if (found === undefined) {
      skipped += 1;
      continue;
    }
    if (entry.id in outputHashes) {
      if (found.loss === outputHashes[entry.id]) passed += 1;
      continue;
    }
    const isEqual =
      (JSON.stringify(found.levels) === JSON.stringify(entry.levels) ||
        otherLevels.includes(entry.id)) &&
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
    pinned: 134,
    run: () => countArxCases(),
  },
];
