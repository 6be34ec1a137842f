import type { ApiBudget } from '../api-observer-options.ts';
import { CountMin } from '../sketches/count-min.ts';
import { SlotTable } from '../sketches/slot-table.ts';
import type { Detector, ExchangeContext } from './exchange-context.ts';
import { dayMs } from './pair-windows.ts';
import { sensitiveValues } from './sensitive-values.ts';

const minuteMs = 60_000;

/**
 * Budgets of principals. Requests by token buckets; sensitive values by a count-min sketch of the day, which holds them
 * however many principals there are.
 */
export class BudgetDetector implements Detector {
  private readonly budgets: readonly ApiBudget[];
  private readonly slots: SlotTable;
  private readonly tokens: Float32Array;
  private readonly times: Float64Array;
  private readonly today = new CountMin(8192, 4);
  private dayBegan = Number.NaN;

  constructor(budgets: readonly ApiBudget[], maxPrincipals: number) {
    const capacity = budgets.some(({ requestsPerMinute }) => requestsPerMinute !== undefined)
      ? maxPrincipals
      : 8;
    this.budgets = budgets;
    this.slots = new SlotTable(capacity);
    this.tokens = new Float32Array(capacity);
    this.times = new Float64Array(capacity);
  }

  get byteLength(): number {
    const { slots, tokens, times, today } = this;
    return [slots, tokens, times, today].reduce((sum, one) => sum + one.byteLength, 0);
  }

  observe(context: ExchangeContext): void {
    if (this.budgets.length === 0 || !context.known) return;
    this.turn(context.time);
    const { role } = context.exchange.request.principal;
    for (const [index, budget] of this.budgets.entries()) {
      if (budget.role !== undefined && budget.role !== role) continue;
      if (budget.operation !== undefined && budget.operation !== context.operation?.name) continue;
      if (budget.requestsPerMinute !== undefined) {
        this.countRequest(context, index, budget, budget.requestsPerMinute);
      }
      if (budget.sensitiveValuesPerDay !== undefined) {
        this.countValues(context, index, budget, budget.sensitiveValuesPerDay);
      }
    }
  }

  private countRequest(
    { hash, high, low, time, report }: ExchangeContext,
    index: number,
    { name }: ApiBudget,
    most: number,
  ): void {
    hash.mix(11, high, low, index);
    const slot = this.slots.find(hash.high, hash.low, time);
    if (this.slots.fresh) {
      this.tokens[slot] = most;
      this.times[slot] = time;
    }
    const passed = Math.max(0, time - this.times[slot]!);
    this.times[slot] = time;
    const tokens = Math.min(most, this.tokens[slot]! + (passed * most) / minuteMs) - 1;
    this.tokens[slot] = Math.max(0, tokens);
    // The emptier the bucket, the less it may be forgotten.
    this.slots.suspicion[slot] = 1 - Math.max(0, tokens) / most;
    if (tokens < 0) {
      report('rate-budget', {
        personal: true,
        source: name,
        figures: { requestsPerMinute: most },
      });
    }
  }

  private countValues(
    { exchange, hash, high, low, report }: ExchangeContext,
    index: number,
    { name }: ApiBudget,
    most: number,
  ): void {
    const values = sensitiveValues(exchange);
    if (values === 0) return;
    hash.mix(12, high, low, index);
    const { today } = this;
    // What the sketch may add of others is taken off: nobody is accused for them.
    const sum = today.add(hash.high, hash.low, values) - today.errorBound;
    if (sum > most) {
      report('volume-budget', {
        personal: true,
        source: name,
        figures: { sensitiveValues: Math.round(sum), budget: most },
      });
    }
  }

  /** Days begin with the first exchange. */
  private turn(time: number): void {
    // Not a number at first.
    if (Math.abs(time - this.dayBegan) < dayMs) return;
    this.dayBegan = time;
    this.today.clear();
  }
}
