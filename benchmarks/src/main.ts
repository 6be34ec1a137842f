/**
 * `npm run -s bench [-- OPTIONS] [NAME…]`: one JSON line for each figure on standard output; a table on standard error where
 * that is a terminal.
 *
 * @module
 */
import { writeFileSync } from 'node:fs';
import { availableParallelism, loadavg } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import {
  type BaselineEntry,
  describeLoss,
  readBaseline,
  renewBaseline,
  smallestLoss,
  writeBaseline,
} from './baseline.ts';
import type { Bench } from './bench.ts';
import type { Figure } from './figure.ts';
import { chooseCases, findCases } from './find-cases.ts';
import { checkBench, type Effort, measureBench } from './measure.ts';
import { renderFigures } from './render-figures.ts';
import { formatTable } from './table.ts';

const usage = `npm run -s bench -- [OPTIONS] [NAME…]

  NAME        a case, or the first parts of its name: core, core.policy
  --list      names the cases and ends
  --check     checks the results of all subjects and times nothing
  --quick     5 rounds of 20 ms in place of 21 rounds of 60 ms
  --compare   fails where a ratio fell behind the committed baseline by more than noise
  --loss N    the least loss that --compare counts, as a share; 0.15 on a still machine, 0.6 where others work beside
  --save      puts the figures into the committed baseline of this platform, and into docs/figures.md
`;

const say = (text: string) => process.stderr.write(`${text}\n`);
const folder = dirname(dirname(fileURLToPath(import.meta.url)));
const baselineFile = join(folder, 'baselines', `${process.platform}-${process.arch}.json`);

/** Keeps what was measured, and writes the page that shows it. */
function save(fresh: readonly BaselineEntry[]): void {
  const baseline = renewBaseline(readBaseline(baselineFile), fresh);
  writeBaseline(baselineFile, baseline);
  writeFileSync(join(dirname(folder), 'docs', 'figures.md'), renderFigures(baseline));
}

/** A loss is only believed when it shows again, twice, with twice the rounds. */
async function confirmLosses(
  bench: Bench,
  figures: readonly Figure[],
  effort: Effort,
  smallest: number,
) {
  const baseline = readBaseline(baselineFile);
  const lossesOf = (some: readonly Figure[]) =>
    some
      .map((figure) => describeLoss(figure, baseline, smallest))
      .filter((loss) => loss !== undefined);
  let losses = lossesOf(figures);
  for (let again = 0; again < 2 && losses.length > 0; again += 1) {
    losses = lossesOf(await measureBench(bench, { ...effort, rounds: effort.rounds * 2 }));
  }
  return losses;
}

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      list: { type: 'boolean', default: false },
      check: { type: 'boolean', default: false },
      quick: { type: 'boolean', default: false },
      compare: { type: 'boolean', default: false },
      loss: { type: 'string', default: String(smallestLoss) },
      save: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    say(usage);
    return 0;
  }
  const benches = chooseCases(await findCases(), positionals);
  if (values.list) {
    for (const { name, about } of benches) process.stdout.write(`${name}  ${about}\n`);
    return 0;
  }
  const smallest = Number(values.loss);
  if (!(smallest >= 0 && smallest < 1)) throw new Error('--loss is a share from 0 to below 1');
  const effort = values.quick ? { rounds: 5, sliceMs: 20 } : { rounds: 21, sliceMs: 60 };
  const load = loadavg()[0]!;
  if (load > availableParallelism() / 2 && !values.check) {
    say(`The machine is busy (load ${load.toFixed(1)}): ratios hold better than absolute figures.`);
  }
  const all: BaselineEntry[] = [];
  const problems: string[] = [];
  for (const bench of benches) {
    try {
      if (values.check) {
        await checkBench(bench);
        continue;
      }
      const figures = await measureBench(bench, effort);
      for (const { better: _, ...line } of figures) {
        process.stdout.write(`${JSON.stringify(line)}\n`);
      }
      if (values.compare) problems.push(...(await confirmLosses(bench, figures, effort, smallest)));
      all.push(...figures.map((figure) => ({ ...figure, about: bench.about })));
    } catch (error) {
      problems.push(`${bench.name}: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  if (values.check) say(`${benches.length - problems.length} of ${benches.length} cases hold`);
  if (process.stderr.isTTY && all.length > 0) say(formatTable(all));
  if (values.save && problems.length === 0) save(all);
  for (const problem of problems) say(`✗ ${problem}`);
  return problems.length === 0 ? 0 : 1;
}

try {
  process.exitCode = await main();
} catch (error) {
  say(`${error instanceof Error ? error.message : String(error)}\n\n${usage}`);
  process.exitCode = 2;
}
