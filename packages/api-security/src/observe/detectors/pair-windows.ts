import { HyperLogLogs } from '../sketches/hyper-log-logs.ts';
import { LogHistogram } from '../sketches/log-histogram.ts';
import { SlotTable } from '../sketches/slot-table.ts';

export const dayMs = 86_400_000;

/**
 * For pairs of a principal and something else how many different things were seen within the day, and how that is spread over all
 * principals. Windows begin with a pair's first exchange and last a day.
 */
export class PairWindows {
  readonly slots: SlotTable;
  private readonly distinct: HyperLogLogs;
  private readonly began: Float64Array;
  private readonly bins: Uint8Array;
  private readonly groups: Uint16Array;
  private readonly counts: Float32Array;
  private readonly histograms: (LogHistogram | undefined)[];
  /** Called for a pair that is new or whose day is over. */
  onFresh: ((slot: number, isNew: boolean) => void) | undefined;

  /** `groupCount` populations at most; further ones share the last. */
  constructor(capacity: number, groupCount: number) {
    this.slots = new SlotTable(capacity);
    this.distinct = new HyperLogLogs(capacity, 32);
    this.began = new Float64Array(capacity);
    this.bins = new Uint8Array(capacity);
    this.groups = new Uint16Array(capacity);
    this.counts = new Float32Array(capacity);
    this.histograms = new Array<LogHistogram | undefined>(groupCount);
    this.slots.onEvict = (slot) => this.leave(slot);
  }

  /** Bytes that it takes when all populations are in use. */
  get byteLength(): number {
    const columns = [this.began, this.bins, this.groups, this.counts];
    const own = columns.reduce((sum, { byteLength }) => sum + byteLength, 0);
    return own + this.slots.byteLength + this.distinct.byteLength + this.histograms.length * 512;
  }

  /** The place of a pair. */
  find(high: number, low: number, group: number, time: number): number {
    const slot = this.slots.find(high, low, time);
    const isNew = this.slots.fresh;
    // A clock that went back by more than a day begins a window too.
    if (isNew || Math.abs(time - this.began[slot]!) > dayMs) {
      if (!isNew) this.leave(slot);
      this.began[slot] = time;
      this.groups[slot] = Math.min(group, this.histograms.length - 1);
      this.bins[slot] = 0;
      this.counts[slot] = 0;
      this.distinct.clear(slot);
      this.onFresh?.(slot, isNew);
    }
    return slot;
  }

  /** Counts one more thing of a pair; how many different ones there are by now. */
  add(slot: number, high: number, low: number): number {
    if (!this.distinct.add(slot, high, low)) return this.counts[slot]!;
    const count = this.distinct.estimate(slot);
    const bin = LogHistogram.binOf(count);
    this.population(slot).move(this.bins[slot]!, bin);
    this.bins[slot] = bin;
    this.counts[slot] = count;
    return count;
  }

  /** How many are unusual for one of the population of a pair. */
  limit(slot: number, deviations: number, least: number): number {
    return this.population(slot).upperLimit(deviations, least);
  }

  private leave(slot: number): void {
    this.population(slot).move(this.bins[slot]!, 0);
    this.bins[slot] = 0;
  }

  private population(slot: number): LogHistogram {
    const group = this.groups[slot]!;
    this.histograms[group] ??= new LogHistogram();
    return this.histograms[group];
  }
}
