/**
 * A cache with bounds: on entries, and on their age.
 *
 * @module
 */
import type { Clock } from '@yushu/core';

/** Keeps what was used last; forgets what is old, or too much. */
export class BoundedCache<T> {
  readonly #entries = new Map<string, { readonly value: T; readonly since: number }>();
  readonly #maxEntries: number;
  readonly #maxAgeMs: number;
  readonly #clock: Clock;

  constructor(maxEntries: number, maxAgeMs: number, clock: Clock) {
    this.#maxEntries = maxEntries;
    this.#maxAgeMs = maxAgeMs;
    this.#clock = clock;
  }

  get size(): number {
    return this.#entries.size;
  }

  get(key: string): T | undefined {
    const entry = this.#entries.get(key);
    if (entry === undefined) return undefined;
    this.#entries.delete(key);
    if (this.#clock() - entry.since >= this.#maxAgeMs) return undefined;
    // A Map keeps the order of insertion: what is used moves to the end.
    this.#entries.set(key, entry);
    return entry.value;
  }

  set(key: string, value: T): void {
    this.#entries.delete(key);
    this.#entries.set(key, { value, since: this.#clock() });
    for (const oldest of this.#entries.keys()) {
      if (this.#entries.size <= this.#maxEntries) break;
      this.#entries.delete(oldest);
    }
  }

  delete(key: string): void {
    this.#entries.delete(key);
  }
}
