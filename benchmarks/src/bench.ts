/**
 * What a case of the benchmarks is. A file `cases/<area>/<name>.bench.ts` exports `benches: readonly Bench[]`.
 *
 * @module
 */

/** Something that is timed. Its result is consumed, so that no engine can leave the work out. */
export type Subject = () => unknown;

/** What one call of every subject does: the figure is `amount` ÷ time. */
export interface Work {
  /** `byte` gives MB/s (10⁶ bytes), everything else `<unit>/s`. */
  readonly unit: 'byte' | 'op' | 'record' | 'value';
  /** How much of it one call does. Let a call take 10 µs or more: loop inside the subject if one operation is shorter. */
  readonly amount: number;
}

/** What is measured once inputs, keys and engines stand. */
export interface TimedRun {
  readonly work: Work;
  /**
   * Throws unless every subject gives the right result on this very input, counted or compared with each other. Nothing is timed
   * before it holds.
   */
  check(): void | Promise<void>;
  /** Names and functions, all doing the same work. The first is ours; every other is a peer that it is compared with. */
  readonly subjects: Readonly<Record<string, Subject>>;
  /** Called after the last round, to close what `prepare` opened. */
  close?(): void | Promise<void>;
}

/** A comparison of speed: interleaved rounds, median and median absolute deviation of the ratio within each round. */
export interface TimedBench {
  /** `<area>.<subject>`, such as `core.policy`. Names on the command line match by prefix. */
  readonly name: string;
  /** What is compared, in one sentence. */
  readonly about: string;
  /** Makes inputs and engines. Its time is not measured. */
  prepare(): TimedRun | Promise<TimedRun>;
}

/** A figure that a case measures by itself: memory, size, start-up time. */
export interface Measurement {
  /** Such as `resident_memory` or `start_up`. */
  readonly metric: string;
  readonly value: number;
  /** Unit of `value`, such as `MB`, `ms` or `bytes`. */
  readonly unit: string;
  /** Name of what was measured beside it in the same run. */
  readonly against: string;
  /** `value` ÷ the value of `against`. */
  readonly ratio: number;
  /** Whether more is better. */
  readonly better: 'more' | 'less';
  /** Median absolute deviation of `ratio` over rounds, if it was taken in rounds. */
  readonly mad?: number;
}

/** A comparison of something other than speed. */
export interface MeasuredBench {
  readonly name: string;
  readonly about: string;
  /** Checks its results first, then measures beside a peer in the same run. */
  measure(): readonly Measurement[] | Promise<readonly Measurement[]>;
}

/** One case. */
export type Bench = TimedBench | MeasuredBench;
