/**
 * Measures a case: checks it, warms it up, then times the subjects in interleaved rounds.
 *
 * @module
 */
import { Bench as Sampler } from 'tinybench';
import type { Bench, Subject, TimedBench, TimedRun, Work } from './bench.ts';
import { type Figure, roundFigure } from './figure.ts';
import { median, medianAbsoluteDeviation } from './statistics.ts';

/** How long to measure. */
export interface Effort {
  /** Rounds: in each, every subject is timed once. */
  readonly rounds: number;
  /** Time of one subject within a round, in milliseconds. */
  readonly sliceMs: number;
}

/** Where results go, so that no engine can leave out work whose result nobody reads. */
export const consumed: { last: unknown } = { last: undefined };

/** The typical time of one call in milliseconds: the median of the calls of a slice. */
async function timeSlice(subject: Subject, sliceMs: number): Promise<number> {
  const sampler = new Sampler({ time: sliceMs, iterations: 3, warmup: false, throws: true });
  sampler.add('subject', () => {
    consumed.last = subject();
    return consumed.last instanceof Promise ? consumed.last : undefined;
  });
  const [task] = await sampler.run();
  const result = task?.result;
  if (result?.state !== 'completed') throw new Error('A subject could not be timed');
  return result.latency.p50;
}

function throughput({ unit, amount }: Work): { unit: string; perCall: number } {
  return unit === 'byte'
    ? { unit: 'MB/s', perCall: amount / 1e6 }
    : { unit: `${unit}/s`, perCall: amount };
}

/** Times of one call of each subject by round. The order turns from round to round, so that no place is favoured. */
async function timeRounds(
  subjects: readonly (readonly [string, Subject])[],
  { rounds, sliceMs }: Effort,
): Promise<Map<string, number[]>> {
  const times = new Map<string, number[]>(subjects.map(([name]) => [name, []]));
  for (const [, subject] of subjects) await timeSlice(subject, sliceMs * 2);
  for (let round = 0; round < rounds; round += 1) {
    for (let place = 0; place < subjects.length; place += 1) {
      const [name, subject] = subjects[(round + place) % subjects.length]!;
      times.get(name)!.push(await timeSlice(subject, sliceMs));
    }
  }
  return times;
}

async function measureRun(name: string, run: TimedRun, effort: Effort): Promise<Figure[]> {
  const subjects = Object.entries(run.subjects);
  const [ours, ...peers] = subjects.map(([subject]) => subject);
  if (ours === undefined || peers.length === 0) {
    throw new Error(`${name} compares nothing: a figure without a peer says nothing`);
  }
  const times = await timeRounds(subjects, effort);
  const { unit, perCall } = throughput(run.work);
  const own = times.get(ours)!;
  return peers.map((against) => {
    const ratios = times.get(against)!.map((time, round) => time / own[round]!);
    return {
      bench: name,
      metric: 'throughput',
      value: roundFigure((perCall * 1000) / median(own)),
      unit,
      against,
      ratio: roundFigure(median(ratios)),
      mad: roundFigure(medianAbsoluteDeviation(ratios)),
      better: 'more',
    };
  });
}

async function withRun<Result>(
  bench: TimedBench,
  use: (run: TimedRun) => Promise<Result>,
): Promise<Result> {
  const run = await bench.prepare();
  try {
    await run.check();
    return await use(run);
  } finally {
    await run.close?.();
  }
}

/** Only checks that every subject gives the right result. */
export async function checkBench(bench: Bench): Promise<void> {
  if ('prepare' in bench) await withRun(bench, async () => undefined);
}

/** Checks a case, then gives its figures: one for each peer. */
export async function measureBench(bench: Bench, effort: Effort): Promise<readonly Figure[]> {
  if ('prepare' in bench) {
    return withRun(bench, (run) => measureRun(bench.name, run, effort));
  }
  const measurements = await bench.measure();
  return measurements.map(({ metric, value, unit, against, ratio, better, mad }) => ({
    bench: bench.name,
    metric,
    value: roundFigure(value),
    unit,
    against,
    ratio: roundFigure(ratio),
    mad: roundFigure(mad ?? 0),
    better,
  }));
}
