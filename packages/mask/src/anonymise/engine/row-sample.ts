import { type RandomBytes, systemRandom } from '@yushu/core';

const bytesAtOnce = 4096;

/** Which rows, by number from 1, were taken by chance: a bit for each. */
export class RowSample {
  readonly #rate: number;
  readonly #random: RandomBytes;
  #bits = new Uint8Array(1024);
  #bytes: DataView = new DataView(new ArrayBuffer(0));
  #at = 0;
  #rows = 0;

  /** @param rate - the probability that a row is taken */
  constructor(rate: number, random: RandomBytes = systemRandom) {
    this.#rate = rate;
    this.#random = random;
  }

  /** Draws for the next row. */
  draw(): boolean {
    if (this.#at >= this.#bytes.byteLength) {
      const bytes = this.#random(bytesAtOnce);
      this.#bytes = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
      this.#at = 0;
    }
    // 53 bits: as many as a number has.
    const high = this.#bytes.getUint32(this.#at) >>> 5;
    const low = this.#bytes.getUint32(this.#at + 4) >>> 6;
    this.#at += 8;
    const isTaken = (high * 2 ** 26 + low) / 2 ** 53 < this.#rate;
    const byte = this.#rows >>> 3;
    if (byte >= this.#bits.length) {
      const grown = new Uint8Array(this.#bits.length * 2);
      grown.set(this.#bits);
      this.#bits = grown;
    }
    if (isTaken) this.#bits[byte]! |= 1 << (this.#rows & 7);
    this.#rows += 1;
    return isTaken;
  }

  /** Whether a row was taken. */
  has(number: number): boolean {
    const index = number - 1;
    return (
      index >= 0 && index < this.#rows && ((this.#bits[index >>> 3]! >> (index & 7)) & 1) === 1
    );
  }
}
