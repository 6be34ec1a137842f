import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type BaselineEntry, describeLoss, readBaseline, renewBaseline } from '../src/baseline.ts';
import type { Bench, TimedBench } from '../src/bench.ts';
import { chooseCases } from '../src/find-cases.ts';
import { checkBench, measureBench } from '../src/measure.ts';
import { renderFigures } from '../src/render-figures.ts';
import { median, medianAbsoluteDeviation } from '../src/statistics.ts';

const entry = (changes: Partial<BaselineEntry> = {}): BaselineEntry => ({
  bench: 'core.x',
  about: 'Nothing',
  metric: 'throughput',
  value: 10,
  unit: 'op/s',
  against: 'peer',
  ratio: 2,
  mad: 0.02,
  better: 'more',
  ...changes,
});

const timed = (changes: Partial<Awaited<ReturnType<TimedBench['prepare']>>> = {}): TimedBench => ({
  name: 'core.x',
  about: 'Sums of numbers',
  prepare: () => ({
    work: { unit: 'op', amount: 1 },
    check: () => undefined,
    subjects: {
      ours: () => Array.from({ length: 200 }, (_, i) => i).length,
      theirs: () => Array.from({ length: 2000 }, (_, i) => i).length,
    },
    ...changes,
  }),
});

const effort = { rounds: 3, sliceMs: 2 };

describe('statistics', () => {
  it.each([
    [[3, 1, 2], 2, 1],
    [[4, 1, 3, 2], 2.5, 1],
    [[5], 5, 0],
    [[1, 1, 1, 100], 1, 0],
  ])('of %j', (values, middle, mad) => {
    expect(median(values)).toBe(middle);
    expect(medianAbsoluteDeviation(values)).toBe(mad);
  });
});

describe('measuring', () => {
  it('gives a figure for each peer, with the ratio of the two', async () => {
    const [figure, ...more] = await measureBench(timed(), effort);
    expect(more).toEqual([]);
    expect(figure).toMatchObject({
      bench: 'core.x',
      unit: 'op/s',
      against: 'theirs',
      better: 'more',
    });
    expect(figure!.ratio).toBeGreaterThan(1);
    expect(figure!.mad).toBeGreaterThanOrEqual(0);
  });

  it('counts bytes as MB/s', async () => {
    const [figure] = await measureBench(timed({ work: { unit: 'byte', amount: 1000 } }), effort);
    expect(figure!.unit).toBe('MB/s');
  });

  it('times nothing where a result is wrong, and closes what was opened', async () => {
    const calls: string[] = [];
    const bench = timed({
      check: () => {
        throw new Error('the results differ');
      },
      subjects: { ours: () => calls.push('ours'), theirs: () => calls.push('theirs') },
      close: () => {
        calls.push('close');
      },
    });
    await expect(measureBench(bench, effort)).rejects.toThrow('the results differ');
    await expect(checkBench(bench)).rejects.toThrow('the results differ');
    expect(calls).toEqual(['close', 'close']);
  });

  it('refuses a figure without a peer', async () => {
    await expect(measureBench(timed({ subjects: { ours: () => 1 } }), effort)).rejects.toThrow(
      'compares nothing',
    );
  });

  it('awaits what is asynchronous', async () => {
    let running = 0;
    let most = 0;
    const slow = async () => {
      running += 1;
      most = Math.max(most, running);
      await Promise.resolve();
      running -= 1;
    };
    await measureBench(timed({ subjects: { ours: slow, theirs: slow } }), effort);
    expect(most).toBe(1);
  });
});

describe('choosing cases', () => {
  const benches: readonly Bench[] = ['core.policy.decide', 'core.policy.parse', 'corex'].map(
    (name) => ({ ...timed(), name }),
  );
  it.each([
    [[], 3],
    [['core'], 2],
    [['core.policy.parse'], 1],
    [['corex', 'core.policy'], 3],
  ])('by %j', (names, count) => {
    expect(chooseCases(benches, names)).toHaveLength(count);
  });

  it('names what there is where nothing fits', () => {
    expect(() => chooseCases(benches, ['core.pol'])).toThrow(/core\.pol\. Cases: core\.policy/);
  });
});

describe('the baseline', () => {
  it.each<[name: string, changes: Partial<BaselineEntry>, isLoss: boolean]>([
    ['the same', {}, false],
    ['within 15 %', { ratio: 1.72 }, false],
    ['a loss beyond 15 %', { ratio: 1.6 }, true],
    ['a loss within a large scatter', { ratio: 1.6, mad: 0.1 }, false],
    ['better', { ratio: 4 }, false],
    ['a new peer', { ratio: 0.1, against: 'another' }, false],
    ['more where less is better', { ratio: 2.6, better: 'less' }, true],
    ['less where less is better', { ratio: 1, better: 'less' }, false],
  ])('%s', (_, changes, isLoss) => {
    const before = entry({ better: changes.better ?? 'more' });
    expect(describeLoss(entry(changes), [before]) !== undefined).toBe(isLoss);
  });

  it('counts no loss up to the share that is asked for', () => {
    const before = entry({ ratio: 2 });
    expect(describeLoss(entry({ ratio: 0.9 }), [before], 0.6)).toBeUndefined();
    expect(describeLoss(entry({ ratio: 0.7 }), [before], 0.6)).toMatch(/ratio 0\.7, was 2/);
  });

  it('forgets the peers that a case no longer has', () => {
    const renewed = renewBaseline(
      [entry({ bench: 'b' }), entry({ against: 'old' })],
      [entry({ against: 'new' })],
    );
    expect(renewed.map(({ bench, against }) => [bench, against])).toEqual([
      ['b', 'peer'],
      ['core.x', 'new'],
    ]);
  });

  it('is what docs/figures.md shows; `npm run -s bench -- --save` writes both', () => {
    const folder = join(import.meta.dirname, '..');
    const baseline = readBaseline(join(folder, 'baselines', 'linux-x64.json'));
    const page = readFileSync(join(folder, '..', 'docs', 'figures.md'), 'utf8');
    expect(page).toBe(renderFigures(baseline));
    for (const { bench, against } of baseline.filter(({ ratio }) => ratio < 1)) {
      expect(page).toContain(bench);
      expect(page).toContain(against);
    }
  });
});
