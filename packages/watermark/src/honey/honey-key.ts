import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { utf8ToBytes } from '@noble/hashes/utils.js';
import { expandKey } from '../keys/expand-key.ts';
import { watermarkError } from '../watermark-error.ts';

/** Honey values of a kind that a key has, at most. */
export const mostNumbers = 65_536;

/** Numbers that nobody without the key can foresee, one after the other; the same for the same purpose and number. */
export class HoneyDraw {
  private readonly digest: Uint8Array;
  private at = 0;

  constructor(digest: Uint8Array) {
    this.digest = digest;
  }

  /** A whole number below `limit`, which is at most 2³². The bias is below 2⁻²⁸ for what is drawn here. */
  below(limit: number): number {
    const view = new DataView(this.digest.buffer, this.digest.byteOffset);
    const high = view.getUint32(this.at);
    const low = view.getUint32(this.at + 4);
    this.at += 8;
    return Number((BigInt(high) * 0x1_0000_0000n + BigInt(low)) % BigInt(limit));
  }

  /** `length` signs of an alphabet. */
  signs(alphabet: string, length: number): string {
    let text = '';
    while (text.length < length) {
      // Five bits a sign for alphabets of 32; others lose what is over.
      const value = this.digest[this.at % this.digest.length] as number;
      this.at += 1;
      text += alphabet.charAt(value % alphabet.length);
    }
    return text;
  }
}

/** Draws for purpose and number. */
export type DrawHoney = (purpose: string, number: number) => HoneyDraw;

/** Derives from a key of at least 16 bytes what honey values are drawn with. */
export function createHoneyDraws(key: Uint8Array): DrawHoney {
  const drawKey = expandKey(key, 'honey values', 'yushu honey 1', 32);
  return (purpose, number) => {
    const digest = new Uint8Array(64);
    digest.set(hmac(sha256, drawKey, utf8ToBytes(`${purpose}/${number}/0`)));
    digest.set(hmac(sha256, drawKey, utf8ToBytes(`${purpose}/${number}/1`)), 32);
    return new HoneyDraw(digest);
  };
}

/** Checks the number of a honey value. */
export function checkNumber(number: number): void {
  if (!Number.isInteger(number) || number < 0 || number >= mostNumbers) {
    throw watermarkError(
      'ERR_WATERMARK_OPTIONS',
      `The number of a honey value must be a whole number from 0 to ${mostNumbers - 1}`,
      'Number the places where you plant honey, and keep the list.',
    );
  }
}
