/**
 * Measures what docs/masking.md says of tables: `npx tsx --conditions=@yushu/source packages/mask/test/experiments/main.ts [NAME…]`.
 * `YUSHU_CENSUS_ROWS` sets the rows of the census, 10,000,000 by default.
 *
 * @module
 */
import { readFileSync } from 'node:fs';
import { type AnonymiserOptions, createAnonymiser, type Solution } from '@yushu/mask/anonymise';
import { createRiskCensus } from '@yushu/mask/risk';

const print = (text: string) => process.stdout.write(`${text}\n`);
const peakMb = () => Math.round(process.resourceUsage().maxRSS / 1024);

/** Milliseconds of processor time and of the clock. */
function measure<Result>(run: () => Result): { result: Result; cpuMs: number; wallMs: number } {
  const cpu = process.cpuUsage();
  const start = performance.now();
  const result = run();
  const { user, system } = process.cpuUsage(cpu);
  return { result, cpuMs: (user + system) / 1000, wallMs: performance.now() - start };
}

/** A census of rows that are made as they are counted: five columns, about a million classes. */
function census(): void {
  const rows = Number(process.env['YUSHU_CENSUS_ROWS'] ?? 10_000_000);
  const quasiIdentifiers = ['year', 'sex', 'postcode', 'profession', 'marital'];
  const counted = createRiskCensus({ quasiIdentifiers });
  let state = 1;
  const below = (size: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * size);
  };
  const { wallMs, cpuMs } = measure(() => {
    for (let row = 0; row < rows; row += 1) {
      counted.add({
        year: 1930 + below(80),
        sex: below(2) === 0 ? 'f' : 'm',
        postcode: `3100${below(100)}`,
        profession: `p${below(16)}`,
        marital: below(4),
      });
    }
  });
  const { classes, k, uniqueness } = counted.report();
  print(
    `census: ${rows} rows × 5 columns, ${classes} classes, k ${k}, unique ${uniqueness.toExponential(2)}: ${(wallMs / 1000).toFixed(1)} s, processor ${(cpuMs / 1000).toFixed(1)} s, peak ${peakMb()} MB`,
  );
}

interface Adult {
  readonly columns: readonly string[];
  readonly values: readonly (readonly string[])[];
  readonly rows: readonly (readonly number[])[];
}

const read = <Vectors>(name: string) =>
  JSON.parse(readFileSync(new URL(`../vectors/${name}`, import.meta.url), 'utf8')) as Vectors;

function solveAdult(options: Partial<AnonymiserOptions>): Solution {
  const adult = read<Adult>('arx-risk.json');
  const { hierarchies } = read<{ hierarchies: Record<string, string[][]> }>(
    'arx-anonymisation.json',
  );
  const anonymiser = createAnonymiser({
    quasiIdentifiers: Object.fromEntries(
      adult.columns.map((name) => [name, { type: 'table', rows: hierarchies[name]! }] as const),
    ),
    models: [{ model: 'k-anonymity', k: 5 }],
    ...options,
  });
  for (const row of adult.rows) {
    anonymiser.add(
      Object.fromEntries(
        adult.columns.map((name, index) => [name, adult.values[index]![row[index]!]!]),
      ),
    );
  }
  return anonymiser.solve();
}

/** Adult, nine quasi-identifiers, k = 5: rows added, optimum proven. */
function adult(): void {
  const settings: readonly [string, Partial<AnonymiserOptions>][] = [
    ['no row left out, loss', {}],
    ['2 % left out, loss', { suppressionLimit: 0.02 }],
    ['4 % left out, entropy', { suppressionLimit: 0.04, metric: { metric: 'entropy' } }],
    ['any rows left out, loss', { suppressionLimit: 1 }],
    ['local recoding', { suppressionLimit: 1, localRecoding: true }],
  ];
  for (const [name, options] of settings) {
    const runs = Array.from({ length: 5 }, () => measure(() => solveAdult(options)));
    const { isOptimal, loss, checked, transformations, suppressed, rounds } = runs[0]!.result;
    const cpuMs = Math.min(...runs.map((run) => run.cpuMs));
    print(
      `adult, ${name}: ${Math.round(cpuMs)} ms of processor time, best of 5; loss ${loss.toPrecision(6)}, ${suppressed} left out, ${checked} of ${transformations} worked out, ${rounds.length} rounds, proven ${isOptimal}`,
    );
  }
}

const experiments: Readonly<Record<string, () => void>> = { census, adult };
const names = process.argv.slice(2);
for (const name of names.length > 0 ? names : Object.keys(experiments)) {
  const run = experiments[name];
  if (run === undefined) {
    process.stderr.write(`No experiment ${name}: ${Object.keys(experiments).join(', ')}\n`);
    process.exitCode = 2;
  } else run();
}
