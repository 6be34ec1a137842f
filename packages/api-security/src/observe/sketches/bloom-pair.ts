/**
 * What came lately: two Bloom filters of which the older is emptied once the younger has taken as much as it is made for. What was seen
 * among the last `capacity` is always known; what never came is taken for known with a probability of about 1 % (10 bits and 7 hashes for
 * each, B. H. Bloom 1970, each of the two filters).
 */
export class BloomPair {
  private young: Uint32Array;
  private old: Uint32Array;
  private readonly mask: number;
  private readonly capacity: number;
  private count = 0;

  /** `bits` is a power of two, for each of the two. */
  constructor(bits: number) {
    this.young = new Uint32Array(bits >>> 5);
    this.old = new Uint32Array(bits >>> 5);
    this.mask = bits - 1;
    this.capacity = Math.floor(bits / 10);
  }

  /** Bytes that it takes. */
  get byteLength(): number {
    return this.young.byteLength + this.old.byteLength;
  }

  /** Remembers a hash; whether it was known. */
  add(high: number, low: number): boolean {
    const known = this.has(high, low);
    if (has(this.young, high, low, this.mask)) return true;
    if (this.count >= this.capacity) {
      [this.young, this.old] = [this.old, this.young];
      this.young.fill(0);
      this.count = 0;
    }
    for (let hash = 0; hash < 7; hash += 1) {
      const bit = place(hash, high, low, this.mask);
      this.young[bit >>> 5]! |= 1 << (bit & 31);
    }
    this.count += 1;
    return known;
  }

  has(high: number, low: number): boolean {
    return has(this.young, high, low, this.mask) || has(this.old, high, low, this.mask);
  }
}

function place(hash: number, high: number, low: number, mask: number): number {
  return ((high + Math.imul(hash, low | 1)) >>> 0) & mask;
}

function has(words: Uint32Array, high: number, low: number, mask: number): boolean {
  for (let hash = 0; hash < 7; hash += 1) {
    const bit = place(hash, high, low, mask);
    if ((words[bit >>> 5]! & (1 << (bit & 31))) === 0) return false;
  }
  return true;
}
