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
  private v0 = 0;
  private v1 = 0;
  private v2 = 0;
  private v3 = 0;
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
    this.start(purpose, first, second, length);
    if (length <= 2 * maxEnd) this.absorb(text, 0, length);
    else {
      this.absorb(text, 0, maxEnd);
      this.absorb(text, length - maxEnd, length);
    }
    this.finish();
  }

  /** Hashes numbers of 32 bits. */
  mix(purpose: number, first: number, second: number, third = 0): void {
    this.start(purpose, first, second, third);
    this.finish();
  }

  private start(purpose: number, first: number, second: number, length: number): void {
    this.v0 = this.k0;
    this.v1 = this.k1 ^ 0xee;
    this.v2 = 0x6c796765 ^ this.k0;
    this.v3 = 0x74656462 ^ this.k1;
    this.word(purpose);
    this.word(first);
    this.word(second);
    this.word(length);
  }

  private absorb(text: string, start: number, end: number): void {
    let at = start;
    for (; at + 1 < end; at += 2) {
      this.word(text.charCodeAt(at) | (text.charCodeAt(at + 1) << 16));
    }
    if (at < end) this.word(text.charCodeAt(at));
  }

  private finish(): void {
    this.v2 ^= 0xee;
    this.round();
    this.round();
    this.round();
    this.high = (this.v1 ^ this.v3) >>> 0;
    this.v1 ^= 0xdd;
    this.round();
    this.round();
    this.round();
    this.low = (this.v1 ^ this.v3) >>> 0;
  }

  private word(word: number): void {
    this.v3 ^= word;
    this.round();
    this.v0 ^= word;
  }

  private round(): void {
    let { v0, v1, v2, v3 } = this;
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
    this.v0 = v0;
    this.v1 = v1;
    this.v2 = v2;
    this.v3 = v3;
  }
}
