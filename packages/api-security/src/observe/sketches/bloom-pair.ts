/** Words of one block: a line of the cache. */
const blockWords = 16;
const bitsInBlock = 512;
const hashes = 5;
/** Bits for each of those that are held. */
const bitsEach = 16;

/**
 * What came lately: two Bloom filters of which the older is emptied once the younger has taken as much as it is made for. What was seen
 * among the last `capacity` is always known; what never came is taken for known with a probability of about 2 %. All bits of one lie in
 * one line of the cache (F. Putze, P. Sanders, J. Singler, "Cache-, hash- and space-efficient Bloom filters", 2007).
 */
export class BloomPair {
  private young: Uint32Array;
  private old: Uint32Array;
  private readonly blocks: number;
  /** So many of the last are always known. */
  readonly capacity: number;
  private count = 0;

  /** `bits` is a power of two of at least 512, for each of the two. */
  constructor(bits: number) {
    this.young = new Uint32Array(bits >>> 5);
    this.old = new Uint32Array(bits >>> 5);
    this.blocks = bits / bitsInBlock;
    this.capacity = Math.floor(bits / bitsEach);
  }

  /** Bytes that it takes. */
  get byteLength(): number {
    return this.young.byteLength + this.old.byteLength;
  }

  /** Remembers a hash; whether it was known. */
  add(high: number, low: number): boolean {
    const start = (high & (this.blocks - 1)) * blockWords;
    if (has(this.young, start, low)) return true;
    const known = has(this.old, start, low);
    if (this.count >= this.capacity) {
      [this.young, this.old] = [this.old, this.young];
      this.young.fill(0);
      this.count = 0;
    }
    const step = (low >>> 9) | 1;
    let bit = low;
    for (let hash = 0; hash < hashes; hash += 1) {
      this.young[start + ((bit >>> 5) & (blockWords - 1))]! |= 1 << (bit & 31);
      bit += step;
    }
    this.count += 1;
    return known;
  }

  has(high: number, low: number): boolean {
    const start = (high & (this.blocks - 1)) * blockWords;
    return has(this.young, start, low) || has(this.old, start, low);
  }
}

function has(words: Uint32Array, start: number, low: number): boolean {
  const step = (low >>> 9) | 1;
  let bit = low;
  for (let hash = 0; hash < hashes; hash += 1) {
    if ((words[start + ((bit >>> 5) & (blockWords - 1))]! & (1 << (bit & 31))) === 0) return false;
    bit += step;
  }
  return true;
}
