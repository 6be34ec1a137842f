const ways = 8;

/**
 * Numbers for hashes in fixed memory: a table of buckets with eight places each. Where a bucket is full, the place with the least suspicion
 * is given away, among equals the one that was idle longest: a flood of strangers cannot push out whoever is being watched.
 */
export class SlotTable {
  readonly capacity: number;
  private readonly buckets: number;
  private readonly high: Uint32Array;
  private readonly low: Uint32Array;
  private readonly used: Uint8Array;
  private readonly seen: Float64Array;
  /** How suspicious each is; set by the owner. */
  readonly suspicion: Float32Array;
  /** Whether the last `find` gave a place that was free or taken from another. */
  fresh = false;
  /** Called before a place is taken from another. */
  onEvict: ((slot: number) => void) | undefined;

  /** `capacity` is a power of two of at least eight. */
  constructor(capacity: number) {
    this.capacity = capacity;
    this.buckets = capacity / ways;
    this.high = new Uint32Array(capacity);
    this.low = new Uint32Array(capacity);
    this.used = new Uint8Array(capacity);
    this.seen = new Float64Array(capacity);
    this.suspicion = new Float32Array(capacity);
  }

  /** Bytes that it takes. */
  get byteLength(): number {
    const { high, low, used, seen, suspicion } = this;
    return [high, low, used, seen, suspicion].reduce((sum, one) => sum + one.byteLength, 0);
  }

  /** The place of a hash; it gets one if it has none. */
  find(high: number, low: number, time: number): number {
    const start = (high & (this.buckets - 1)) * ways;
    let chosen = start;
    for (let slot = start; slot < start + ways; slot += 1) {
      if (this.used[slot] === 0) {
        chosen = slot;
        break;
      }
      if (this.high[slot] === high && this.low[slot] === low) {
        this.seen[slot] = time;
        this.fresh = false;
        return slot;
      }
      if (this.isLess(slot, chosen)) chosen = slot;
    }
    if (this.used[chosen] === 1) this.onEvict?.(chosen);
    this.used[chosen] = 1;
    this.high[chosen] = high;
    this.low[chosen] = low;
    this.seen[chosen] = time;
    this.suspicion[chosen] = 0;
    this.fresh = true;
    return chosen;
  }

  private isLess(slot: number, other: number): boolean {
    const difference = this.suspicion[slot]! - this.suspicion[other]!;
    return difference < 0 || (difference === 0 && this.seen[slot]! < this.seen[other]!);
  }
}
