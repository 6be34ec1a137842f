import { readFileSync } from 'node:fs';
import { createRiskCensus, measureColumns, type RiskReport, type RiskRow } from '@yushu/mask/risk';
import type { LedgerSuite } from '@yushu/testkit';

const read = <Vectors>(name: string) =>
  JSON.parse(readFileSync(new URL(`../vectors/${name}`, import.meta.url), 'utf8')) as Vectors;

interface Arx {
  readonly columns: readonly string[];
  readonly values: readonly (readonly string[])[];
  readonly rows: readonly (readonly number[])[];
  readonly risk: { readonly adultRaw: { avg: number; highest: number; fractionUnique: number } };
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

export const suites: readonly LedgerSuite[] = [
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
