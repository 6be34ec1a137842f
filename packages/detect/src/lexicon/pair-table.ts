/**
 * A table over pairs of code units, without an object for each pair.
 *
 * @module
 */

/** Pairs of units with a number each; 0 stands for a pair that is not there. Open addressing, at most half full. */
export class PairTable {
  #keys: Uint32Array;
  #values: Uint16Array;
  #mask: number;
  #shift: number;
  #count = 0;

  /** Room for `capacity` pairs to begin with. */
  constructor(capacity: number) {
    const bits = Math.max(4, Math.ceil(Math.log2(capacity * 2)));
    this.#keys = new Uint32Array(1 << bits);
    this.#values = new Uint16Array(1 << bits);
    this.#mask = (1 << bits) - 1;
    this.#shift = 32 - bits;
  }

  /** The number of a pair. */
  get(first: number, second: number): number {
    const key = ((first << 16) | second) >>> 0;
    const keys = this.#keys;
    let place = Math.imul(key, 0x9e3779b1) >>> this.#shift;
    for (;;) {
      const found = keys[place]!;
      if (found === key) return this.#values[place]!;
      if (found === 0) return 0;
      place = (place + 1) & this.#mask;
    }
  }

  /** Gives a pair a number from 1 to 65,535. */
  set(first: number, second: number, value: number): void {
    this.#values[this.#placeOf(first, second)] = value;
  }

  /** Adds bits to the number of a pair. */
  mark(first: number, second: number, bits: number): void {
    this.#values[this.#placeOf(first, second)]! |= bits;
  }

  /** The place of a pair, which it gets if it has none. */
  #placeOf(first: number, second: number): number {
    if (this.#count * 2 >= this.#keys.length) this.#grow();
    const key = ((first << 16) | second) >>> 0;
    const keys = this.#keys;
    const mask = this.#mask;
    let place = Math.imul(key, 0x9e3779b1) >>> this.#shift;
    let found = keys[place]!;
    while (found !== 0 && found !== key) {
      place = (place + 1) & mask;
      found = keys[place]!;
    }
    if (found === 0) {
      this.#count += 1;
      keys[place] = key;
    }
    return place;
  }

  #grow(): void {
    const larger = new PairTable(this.#keys.length);
    this.#keys.forEach((key, place) => {
      if (key !== 0) larger.set(key >>> 16, key & 0xffff, this.#values[place]!);
    });
    this.#keys = larger.#keys;
    this.#values = larger.#values;
    this.#mask = larger.#mask;
    this.#shift = larger.#shift;
  }
}
