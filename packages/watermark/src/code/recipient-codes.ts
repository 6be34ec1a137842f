/**
 * The codes of recipients: thousands of biased bits, made of a key and the recipient's id, so that nothing is stored.
 *
 * @module
 */
import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { utf8ToBytes } from '@noble/hashes/utils.js';
import { createBlockCipher, type EncryptBlocks, wordsOf } from '../keys/create-block-cipher.ts';
import { gaussLegendreBiases } from './gauss-legendre-biases.ts';

/** A symbol of the keystream has 4 bits: biases are multiples of one sixteenth. */
export const biasSteps = 16;

/** First words of the blocks, so that no block serves two purposes. */
const domains = { bias: 0x62696173, symbols: 0x73796d62 } as const;

/** The nonce of a recipient: 12 bytes as three words. */
export type RecipientNonce = readonly [number, number, number];

/** The biases of the positions, in sixteenths: 1 to 15. */
function drawBiases(encrypt: EncryptBlocks, length: number, colluders: number): Uint8Array {
  const { biases, weights } = gaussLegendreBiases(colluders);
  const words = new Uint32Array(length);
  for (let block = 0; block < length / 4; block += 1) {
    words[block * 4] = domains.bias;
    words[block * 4 + 3] = block;
  }
  const drawn = wordsOf(encrypt(new Uint8Array(words.buffer)));
  const steps = biases.map((bias) =>
    Math.min(biasSteps - 1, Math.max(1, Math.round(bias * biasSteps))),
  );
  return Uint8Array.from(drawn.subarray(0, length), (word) => {
    let left = word / 2 ** 32;
    const at = weights.findIndex((weight) => {
      left -= weight;
      return left < 0;
    });
    return steps.at(at)!;
  });
}

/** Codes of one release. */
export class RecipientCodes {
  /** Positions of a code, a multiple of 32. */
  readonly length: number;
  /** Of each position, the probability that it is 1, in sixteenths. */
  readonly biases: Uint8Array;
  private readonly encrypt: EncryptBlocks;
  private readonly nonceMac: ReturnType<typeof hmac.create>;

  /**
   * @param key 32 bytes, of the release.
   * @param length Positions, a multiple of 32.
   * @param colluders How many recipients may put their copies together, 1 to 40.
   */
  constructor(key: Uint8Array, length: number, colluders: number) {
    this.length = length;
    this.encrypt = createBlockCipher(key);
    this.biases = drawBiases(this.encrypt, length, colluders);
    this.nonceMac = hmac.create(sha256, key);
  }

  /** What the symbols of a recipient begin from. Ids are compared as Unicode's NFC. */
  nonceOf(recipient: string): RecipientNonce {
    const digest = this.nonceMac
      .clone()
      .update(utf8ToBytes(recipient.normalize('NFC')))
      .digest();
    const view = new DataView(digest.buffer, digest.byteOffset, 12);
    return [view.getUint32(0), view.getUint32(4), view.getUint32(8)];
  }

  /**
   * The symbols of many recipients, one after the other, two to a byte (the low half first): a position is 1 where its symbol is
   * below its bias.
   *
   * @param from The first position, a multiple of 32; 0 unless given.
   * @param to Behind the last position, a multiple of 32; all unless given.
   */
  symbolsOf(nonces: readonly RecipientNonce[], from = 0, to = this.length): Uint8Array {
    const firstBlock = from / 32;
    const lastBlock = to / 32;
    const words = new Uint32Array(nonces.length * (lastBlock - firstBlock) * 4);
    let at = 0;
    for (const [first, second, third] of nonces) {
      const start = first ^ domains.symbols;
      for (let block = firstBlock; block < lastBlock; block += 1) {
        words[at] = start;
        words[at + 1] = second;
        words[at + 2] = third;
        words[at + 3] = 0x80000000 | block;
        at += 4;
      }
    }
    return this.encrypt(new Uint8Array(words.buffer));
  }

  /** The code of one recipient: 0 or 1 for each position. */
  codeOf(recipient: string): Uint8Array {
    const symbols = this.symbolsOf([this.nonceOf(recipient)]);
    return Uint8Array.from(this.biases, (bias, position) => {
      const symbol = (symbols[position >> 1]! >> ((position & 1) * 4)) & 15;
      return symbol < bias ? 1 : 0;
    });
  }
}
