import type { BloomPair } from '../sketches/bloom-pair.ts';
import type { KeyedHash } from '../sketches/keyed-hash.ts';
import { SlotTable } from '../sketches/slot-table.ts';
import { countOf } from './count-of.ts';
import type { ExchangeContext } from './exchange-context.ts';

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

  /** What an answer on a collection hands out. */
  grant(context: ExchangeContext, collection: number, familiar: BloomPair): void {
    const { exchange, hash, high, low, time } = context;
    const { method } = exchange.request;
    let granted = 1;
    if (method === 'GET') {
      granted = countOf(exchange.records);
      if (granted === 0) return;
      context.hashPage();
      hash.mix(7, hash.high ^ high, hash.low ^ low);
      if (familiar.add(hash.high, hash.low)) return;
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
