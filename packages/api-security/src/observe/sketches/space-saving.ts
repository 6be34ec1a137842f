/** One of the most frequent. */
export interface Frequent {
  readonly name: string;
  /** Never too low. */
  readonly count: number;
  /** By how much `count` may be too high. */
  readonly error: number;
}

/**
 * Space-Saving: A. Metwally, D. Agrawal, A. El Abbadi, "Efficient computation of frequent and top-k elements in data streams" (2005).
 * Whatever came more often than total ÷ capacity is among them; no count is too high by more than that.
 */
export class SpaceSaving {
  private readonly capacity: number;
  private readonly entries = new Map<string, { count: number; error: number }>();

  constructor(capacity: number) {
    this.capacity = capacity;
  }

  /** Entries in use. */
  get size(): number {
    return this.entries.size;
  }

  /** Counts a name; `true` where it had no entry. */
  add(name: string): boolean {
    const entry = this.entries.get(name);
    if (entry !== undefined) {
      entry.count += 1;
      return false;
    }
    let error = 0;
    if (this.entries.size >= this.capacity) {
      let least: string | undefined;
      let count = Number.POSITIVE_INFINITY;
      for (const [other, { count: its }] of this.entries) {
        if (its < count) [least, count] = [other, its];
      }
      if (least !== undefined) this.entries.delete(least);
      error = count;
    }
    this.entries.set(name, { count: error + 1, error });
    return true;
  }

  /** Those that came most often, first the most frequent. */
  list(): readonly Frequent[] {
    return [...this.entries]
      .map(([name, { count, error }]) => ({ name, count, error }))
      .sort((a, b) => b.count - a.count);
  }
}
