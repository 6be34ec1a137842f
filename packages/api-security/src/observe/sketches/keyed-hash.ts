import type { RandomBytes } from '@yushu/core';

/** Of texts longer than twice this only both ends and the length count. */
const maxEnd = 512;

/**
 * HalfSipHash-1-3 with 64 bits of output over UTF-16 code units: J.-P. Aumasson, D. J. Bernstein, "SipHash: a fast short-input PRF" (2012).
 * Under a random key nobody outside can choose texts that fall together.
 */
export class KeyedHash {
  private readonly k0: number;
  private readonly k1: number;
  /** First half of the last hash, unsigned. */
  high = 0;
  /** Second half of the last hash, unsigned. */
  low = 0;

  constructor(random: RandomBytes) {
    const key = random(8);
    const view = new DataView(key.buffer, key.byteOffset, 8);
    this.k0 = view.getUint32(0);
    this.k1 = view.getUint32(4);
  }

  /** Hashes a text after a number that tells apart what it is hashed for, and up to two halves of another hash. */
  hash(text: string, purpose: number, first = 0, second = 0): void {
    const { length } = text;
    if (length <= 2 * maxEnd) this.run(purpose, first, second, length, text);
    else {
      const ends = text.slice(0, maxEnd) + text.slice(length - maxEnd);
      this.run(purpose, first, second, length, ends);
    }
  }

  /** Hashes numbers of 32 bits. */
  mix(purpose: number, first: number, second: number, third = 0): void {
    this.run(purpose, first, second, third, '');
  }

  /** Four words of head, then the text, two code units a word; all in one loop, so that the state stays in registers. */
  private run(purpose: number, first: number, second: number, third: number, text: string): void {
    const { length } = text;
    const words = 4 + ((length + 1) >> 1);
    let v0 = this.k0 | 0;
    let v1 = this.k1 ^ 0xee;
    let v2 = 0x6c796765 ^ this.k0;
    let v3 = 0x74656462 ^ this.k1;
    for (let at = 0; at < words + 6; at += 1) {
      let word = 0;
      if (at < words) {
        if (at >= 4) {
          const unit = (at - 4) << 1;
          word = text.charCodeAt(unit);
          if (unit + 1 < length) word |= text.charCodeAt(unit + 1) << 16;
        } else if (at === 0) word = purpose;
        else if (at === 1) word = first;
        else if (at === 2) word = second;
        else word = third;
        v3 ^= word;
      } else if (at === words) v2 ^= 0xee;
      else if (at === words + 3) {
        this.high = (v1 ^ v3) >>> 0;
        v1 ^= 0xdd;
      }
      v0 = (v0 + v1) | 0;
      v1 = (v1 << 5) | (v1 >>> 27);
      v1 ^= v0;
      v0 = (v0 << 16) | (v0 >>> 16);
      v2 = (v2 + v3) | 0;
      v3 = (v3 << 8) | (v3 >>> 24);
      v3 ^= v2;
      v0 = (v0 + v3) | 0;
      v3 = (v3 << 7) | (v3 >>> 25);
      v3 ^= v0;
      v2 = (v2 + v1) | 0;
      v1 = (v1 << 13) | (v1 >>> 19);
      v1 ^= v2;
      v2 = (v2 << 16) | (v2 >>> 16);
      v0 ^= word;
    }
    this.low = (v1 ^ v3) >>> 0;
  }
}
