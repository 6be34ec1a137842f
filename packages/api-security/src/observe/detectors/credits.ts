import type { ObservedExchange } from '../observed-exchange.ts';
import type { BloomPair } from '../sketches/bloom-pair.ts';
import type { KeyedHash } from '../sketches/keyed-hash.ts';
import { SlotTable } from '../sketches/slot-table.ts';
import { countOf } from './count-of.ts';
import { hashPage } from './hash-page.ts';

const maxCredits = 10_000;

/**
 * How many objects answers have handed to principals, where their ids are not known: a list of twenty is good for twenty objects. A page
 * that comes again hands out nothing new; what a principal makes is its own.
 */
export class Credits {
  private readonly slots: SlotTable;
  private readonly left: Uint16Array;

  constructor(capacity: number) {
    this.slots = new SlotTable(capacity);
    this.left = new Uint16Array(capacity);
  }

  get byteLength(): number {
    return this.slots.byteLength + this.left.byteLength;
  }

  grant(
    exchange: ObservedExchange,
    collection: number,
    hash: KeyedHash,
    high: number,
    low: number,
    time: number,
    familiar: BloomPair,
  ): void {
    const { method } = exchange.request;
    let granted = 1;
    if (method === 'GET') {
      granted = countOf(exchange.records);
      hashPage(hash, 7, exchange.request, high, low);
      if (granted === 0 || familiar.add(hash.high, hash.low)) return;
    } else if (method !== 'POST') return;
    const slot = this.find(collection, hash, high, low, time);
    this.left[slot] = Math.min(maxCredits, this.left[slot]! + granted);
  }

  /** Takes one, if there is one. */
  take(collection: number, hash: KeyedHash, high: number, low: number, time: number): boolean {
    const slot = this.find(collection, hash, high, low, time);
    if (this.left[slot] === 0) return false;
    this.left[slot]! -= 1;
    return true;
  }

  private find(
    collection: number,
    hash: KeyedHash,
    high: number,
    low: number,
    time: number,
  ): number {
    hash.mix(8, high, low, collection);
    const slot = this.slots.find(hash.high, hash.low, time);
    if (this.slots.fresh) this.left[slot] = 0;
    return slot;
  }
}
