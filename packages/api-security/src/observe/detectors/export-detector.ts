import { BloomPair } from '../sketches/bloom-pair.ts';
import { LogHistogram } from '../sketches/log-histogram.ts';
import { SlotTable } from '../sketches/slot-table.ts';
import type { Detector, ExchangeContext } from './exchange-context.ts';
import { dayMs } from './pair-windows.ts';
import { sensitiveValues } from './sensitive-values.ts';
import { leastPopulation, outlierDeviations } from './sequential-limits.ts';

/** Fewer sensitive values are never a mass. */
const leastMass = 500;
/** So many always are, and without a population to compare with only so many. */
const alwaysMass = 10_000;
/** Who has done much the same on days before is used to it: one doubling more is allowed. */
const ownDoublings = 1;
/** Days after which one's own habit counts. */
const leastDays = 2;
const maxRoles = 64;

/**
 * Mass export: sensitive values that went out to one principal, in a sum that fades with a day, beside those of all principals of the role
 * and beside what this principal took on days before.
 */
export class ExportDetector implements Detector {
  private readonly slots: SlotTable;
  private readonly sums: Float64Array;
  private readonly times: Float64Array;
  private readonly bins: Uint8Array;
  private readonly groups: Uint8Array;
  private readonly habits: Float32Array;
  private readonly peaks: Float32Array;
  private readonly days: Uint8Array;
  private readonly dayBegan: Float64Array;
  private readonly answers: BloomPair;
  private readonly roles = new Map<string, number>();
  private readonly populations = Array.from({ length: maxRoles }, () => new LogHistogram());

  constructor(maxPrincipals: number) {
    this.slots = new SlotTable(maxPrincipals);
    this.sums = new Float64Array(maxPrincipals);
    this.times = new Float64Array(maxPrincipals);
    this.bins = new Uint8Array(maxPrincipals);
    this.groups = new Uint8Array(maxPrincipals);
    this.habits = new Float32Array(maxPrincipals);
    this.peaks = new Float32Array(maxPrincipals);
    this.days = new Uint8Array(maxPrincipals);
    this.dayBegan = new Float64Array(maxPrincipals);
    this.answers = new BloomPair(256 * maxPrincipals);
    this.slots.onEvict = (slot) => this.populations[this.groups[slot]!]!.move(this.bins[slot]!, 0);
  }

  get byteLength(): number {
    const { slots, sums, times, bins, groups, habits, peaks, days, dayBegan, answers } = this;
    const columns = [slots, sums, times, bins, groups, habits, peaks, days, dayBegan, answers];
    return columns.reduce((sum, one) => sum + one.byteLength, 0) + maxRoles * 512;
  }

  observe(context: ExchangeContext): void {
    const { exchange, known, high, low, time, profile, report } = context;
    if (!known) return;
    const values = sensitiveValues(exchange);
    if (values === 0 || this.isRepeated(context)) return;
    const slot = this.slots.find(high, low, time);
    if (this.slots.fresh) this.begin(slot, exchange.request.principal.role, time);
    const age = Math.max(0, time - this.times[slot]!);
    const sum = this.sums[slot]! * Math.exp(-age / dayMs) + values;
    this.sums[slot] = sum;
    this.times[slot] = time;
    const population = this.populations[this.groups[slot]!]!;
    const bin = LogHistogram.binOf(sum);
    population.move(this.bins[slot]!, bin);
    this.bins[slot] = bin;
    const habit = this.days[slot]! >= leastDays ? 2 ** (this.habits[slot]! + ownDoublings) : 0;
    this.keepHabit(slot, sum, time);

    const limit = population.upperLimit(outlierDeviations, leastPopulation);
    const usual = Math.min(alwaysMass, Math.max(leastMass, limit));
    const most = profile.sensitiveValuesPerDay ?? Math.max(usual, habit);
    if (sum <= most) return;
    this.slots.suspicion[slot] = sum;
    report('mass-export', {
      personal: true,
      figures: { sensitiveValues: Math.round(sum), usual: Math.round(most) },
    });
  }

  /** The same answer again, as to a screen that asks every minute, gives away nothing more. */
  private isRepeated(context: ExchangeContext): boolean {
    const { exchange, hash, high, low } = context;
    if (exchange.request.method !== 'GET') return false;
    context.hashPage();
    hash.mix(16, hash.high ^ high, hash.low ^ low);
    return this.answers.add(hash.high, hash.low);
  }

  private begin(slot: number, role = '', time: number): void {
    for (const column of [this.sums, this.bins, this.habits, this.peaks, this.days])
      column[slot] = 0;
    this.times[slot] = time;
    this.dayBegan[slot] = time;
    let group = this.roles.get(role);
    if (group === undefined) {
      group = Math.min(this.roles.size, maxRoles - 1);
      if (this.roles.size < maxRoles) this.roles.set(role, group);
    }
    this.groups[slot] = group;
  }

  /** The habit is a mean of the peaks of days, in doublings; a new day counts a quarter. */
  private keepHabit(slot: number, sum: number, time: number): void {
    if (Math.abs(time - this.dayBegan[slot]!) >= dayMs) {
      const peak = Math.log2(1 + this.peaks[slot]!);
      const days = this.days[slot]!;
      this.habits[slot] = days === 0 ? peak : this.habits[slot]! + (peak - this.habits[slot]!) / 4;
      this.days[slot] = Math.min(255, days + 1);
      this.dayBegan[slot] = time;
      this.peaks[slot] = 0;
    }
    if (sum > this.peaks[slot]!) this.peaks[slot] = sum;
  }
}
