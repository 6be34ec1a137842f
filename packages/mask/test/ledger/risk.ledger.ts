import { readFileSync } from 'node:fs';
import {
  createRiskCensus,
  estimatePopulationUniqueness,
  matchMissing,
  measureColumns,
  type RiskReport,
  type RiskRow,
} from '@yushu/mask/risk';
import type { LedgerSuite } from '@yushu/testkit';

const read = <Vectors>(name: string) =>
  JSON.parse(readFileSync(new URL(`../vectors/${name}`, import.meta.url), 'utf8')) as Vectors;

interface Arx {
  readonly columns: readonly string[];
  readonly values: readonly (readonly string[])[];
  readonly rows: readonly (readonly number[])[];
  readonly risk: {
    readonly adultRaw: { avg: number; highest: number; fractionUnique: number };
    readonly populationUniquenessDankar: Readonly<Record<string, number | string>>;
  };
  readonly quasiIdentifierRisk: {
    readonly columns: readonly string[];
    readonly rows: readonly (readonly string[])[];
    readonly expected: readonly { qi: string; distinction: number; separation: number }[];
  };
}

interface Pycanon {
  readonly pycanon: {
    readonly rawHeader: readonly string[];
    readonly raw: readonly (readonly string[])[];
    readonly k5Header: readonly string[];
    readonly k5: readonly (readonly string[])[];
    readonly qi: readonly string[];
    readonly sa: string;
    readonly expected: Readonly<Record<string, number>>;
    readonly expectedK5: { readonly k: number; readonly alphaK: readonly [number, number] };
  };
}

const toRows = (columns: readonly string[], rows: readonly (readonly string[])[]): RiskRow[] =>
  rows.map((row) => Object.fromEntries(columns.map((column, index) => [column, row[index]])));

/** Equal to 1e-9, as the standards of comparison are. */
const near = (one: number | undefined, other: number | undefined) =>
  one !== undefined && other !== undefined && Math.abs(one - other) <= 1e-9;

const count = (checks: readonly boolean[]) => ({
  passed: checks.filter(Boolean).length,
  total: checks.length,
  skipped: 0,
});

function adult(): RiskReport {
  const { columns, values, rows } = read<Arx>('arx-risk.json');
  const census = createRiskCensus({ quasiIdentifiers: columns });
  for (const row of rows) {
    census.add(
      Object.fromEntries(columns.map((column, index) => [column, values[index]![row[index]!]])),
    );
  }
  return census.report();
}

interface Micro {
  readonly freqCalc: readonly {
    readonly keys: Readonly<Record<string, readonly (number | null)[]>>;
    readonly weights: readonly number[] | null;
    readonly Fk: readonly number[] | null;
    readonly fk: readonly number[];
    readonly n1: number;
    readonly n2: number;
  }[];
  readonly ldiversity: readonly {
    readonly key: readonly (readonly (string | number | null)[])[];
    readonly sensitive: readonly (string | number)[];
    readonly distinctL: readonly number[];
  }[];
}

function freqCalc(entry: Micro['freqCalc'][number]): boolean {
  const names = Object.keys(entry.keys);
  const rows = entry.keys[names[0]!]!.map((_, at) =>
    Object.fromEntries(names.map((name) => [name, entry.keys[name]![at] ?? null])),
  );
  const { sample, population } = matchMissing(rows, {
    quasiIdentifiers: names,
    ...(entry.weights ? { weights: entry.weights } : {}),
  });
  return (
    sample.every((size, at) => size === entry.fk[at]) &&
    (!entry.Fk || population.every((size, at) => near(size, entry.Fk![at]))) &&
    sample.filter((size) => size === 1).length === entry.n1 &&
    sample.filter((size) => size === 2).length === entry.n2
  );
}

function ldiversity({ key, sensitive, distinctL }: Micro['ldiversity'][number]): boolean {
  const names = key[0]!.map((_, at) => `k${at}`);
  const rows = key.map((values, at) => ({
    ...Object.fromEntries(names.map((name, index) => [name, values[index] ?? null])),
    sensitive: sensitive[at]!,
  }));
  const found = matchMissing(rows, { quasiIdentifiers: names, sensitive: 'sensitive' });
  return found.distinctL.every((count, at) => count === distinctL[at]);
}

export const suites: readonly LedgerSuite[] = [
  {
    suite: 'mask/risk-sdcmicro',
    source:
      'sdcTools/sdcMicro cf32510 tests/testthat/test_freqCalc.R, test_ldiversity.R (facts only)',
    pinned: 7,
    run() {
      const vectors = read<Micro>('risk-small.json');
      return count([...vectors.freqCalc.map(freqCalc), ...vectors.ldiversity.map(ldiversity)]);
    },
  },
  {
    suite: 'mask/risk-arx-adult',
    source: 'arx-deidentifier/arx aacd487 TestRiskMetrics, adult.csv',
    pinned: 3,
    run() {
      const { avg, highest, fractionUnique } = read<Arx>('arx-risk.json').risk.adultRaw;
      const { averageRisk, highestRisk, uniqueness } = adult();
      return count([
        near(averageRisk, avg),
        near(highestRisk, highest),
        near(uniqueness, fractionUnique),
      ]);
    },
  },
  {
    suite: 'mask/risk-arx-population-uniqueness',
    source: 'arx-deidentifier/arx aacd487 TestRiskMetrics.testDecisionRule2, adult.csv',
    pinned: 5,
    run() {
      const { risk, rows } = read<Arx>('arx-risk.json');
      const sizes = new Map<string, number>();
      for (const row of rows) sizes.set(row.join(), (sizes.get(row.join()) ?? 0) + 1);
      const classesBySize = new Map<number, number>();
      for (const size of sizes.values()) {
        classesBySize.set(size, (classesBySize.get(size) ?? 0) + 1);
      }
      return count(
        Object.entries(risk.populationUniquenessDankar)
          .filter(([key]) => key !== '_note')
          .map(([key, expected]) => {
            const [part, estimator = 'by-sample'] = key.split('_') as [string, 'zayatz'];
            const populationSize = Math.round(rows.length / Number(part));
            return near(
              estimatePopulationUniqueness({ classesBySize, populationSize, estimator }),
              expected as number,
            );
          }),
      );
    },
  },
  {
    suite: 'mask/risk-arx-quasi-identifiers',
    source: 'arx-deidentifier/arx aacd487 TestQuasiIdentifierRisk',
    pinned: 7,
    run() {
      const { columns, rows, expected } = read<Arx>('arx-risk.json').quasiIdentifierRisk;
      return count(
        expected.map(({ qi, distinction, separation }) => {
          const set = qi.slice(1, -1).split(', ');
          const [risk] = measureColumns(toRows(columns, rows), [set]);
          return near(risk?.distinction, distinction) && near(risk?.separation, separation);
        }),
      );
    },
  },
  {
    suite: 'mask/risk-pycanon',
    source: 'IFCA-Advanced-Computing/pycanon 3561f35 tests/test_anonymity.py, StudentsMath_Score',
    pinned: 9,
    run() {
      const { rawHeader, raw, k5Header, k5, qi, sa, expected, expectedK5 } =
        read<Pycanon>('risk-small.json').pycanon;
      const measure = (header: readonly string[], rows: readonly (readonly string[])[]) => {
        const census = createRiskCensus({ quasiIdentifiers: qi, sensitive: sa, ordered: true });
        for (const row of toRows(header, rows)) census.add(row);
        return census.report();
      };
      const whole = measure(rawHeader, raw);
      const cut = measure(k5Header, k5);
      return count([
        whole.k === expected['k'],
        whole.sensitive?.distinctL === expected['l'],
        near(whole.sensitive?.entropyL, expected['entropyL']),
        near(whole.sensitive?.alpha, expected['alpha']),
        near(whole.sensitive?.beta, expected['basicBeta']),
        near(whole.sensitive?.delta, expected['deltaDisclosure']),
        near(whole.sensitive?.t, expected['tCloseness']),
        cut.k === expectedK5.k,
        near(cut.sensitive?.alpha, expectedK5.alphaK[0]),
      ]);
    },
  },
];
