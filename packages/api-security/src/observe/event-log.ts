/** Told apart at a time; more share places, and may be said again sooner. */
const places = 8192;

/** For one reason no more is said within the cool-down: a server that answers every path must not fill the log. */
const mostOfOneReason = 1000;

/** Remembers what was said, so that the same is not said again within the cool-down. */
export class EventLog {
  private readonly tags = new Uint32Array(places);
  private readonly times = new Float64Array(places).fill(Number.NEGATIVE_INFINITY);
  private readonly coolDownMs: number;
  private readonly counts = new Map<string, { since: number; count: number }>();

  constructor(coolDownMs: number) {
    this.coolDownMs = coolDownMs;
  }

  get byteLength(): number {
    return this.tags.byteLength + this.times.byteLength;
  }

  /** Whether something is to be said for a reason, and if so remembers it. */
  take(reason: string, high: number, low: number, time: number): boolean {
    const at = high & (places - 1);
    // A clock that went back says it again.
    if (this.tags[at] === low && Math.abs(time - this.times[at]!) < this.coolDownMs) return false;
    if (this.isFlooded(reason, time)) return false;
    this.tags[at] = low;
    this.times[at] = time;
    return true;
  }

  private isFlooded(reason: string, time: number): boolean {
    let one = this.counts.get(reason);
    if (one === undefined || Math.abs(time - one.since) >= this.coolDownMs) {
      one = { since: time, count: 0 };
      this.counts.set(reason, one);
    }
    one.count += 1;
    return one.count > mostOfOneReason;
  }
}
