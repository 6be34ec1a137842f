/**
 * The ten rounds of FF1 on big integers, for halves of any size.
 *
 * @module
 */
import type { EncryptWords } from '../cipher/block-cipher.ts';
import type { Ff1Prefix } from './ff1-prefix.ts';
import type { Ff1Shape } from './ff1-shape.ts';

const rounds = 10;

/** Halves of up to this many bytes are turned into bytes and back 64 bits at a time; for longer ones that would take quadratic time. */
const maxLimbBytes = 256;

/** Left and right half. */
export type BigPair = readonly [bigint, bigint];

/** The rounds for one shape and tweak. */
export interface BigRounds {
  encrypt(left: bigint, right: bigint): BigPair;
  decrypt(left: bigint, right: bigint): BigPair;
}

/** FF1 for halves of any size. Time is close to linear in the length: halves stay numbers from the first round to the last. */
export function createBigRounds(
  shape: Ff1Shape,
  prefix: Ff1Prefix,
  encryptWords: EncryptWords,
): BigRounds {
  const { leftSize, rightSize, numberBytes, outputBytes } = shape;
  const bytes = new Uint8Array(prefix.words.length * 4);
  const view = new DataView(bytes.buffer);
  const state = new Int32Array(4);
  const next = new Int32Array(4);

  const hexOf = (words: Int32Array) => {
    let hex = '';
    for (const value of words) hex += (value >>> 0).toString(16).padStart(8, '0');
    return hex;
  };

  const pair = new DataView(new ArrayBuffer(8));
  /** Two words as one number. */
  const pairOf = (words: Int32Array, at: number): bigint => {
    pair.setInt32(0, words[at]!);
    pair.setInt32(4, words[at + 1]!);
    return pair.getBigUint64(0);
  };

  /** Writes NUM(B) to the end of the block. */
  const writeHalf = (half: bigint, start: number) => {
    if (numberBytes <= maxLimbBytes) {
      let rest = half;
      let at = bytes.length - 8;
      for (; at >= start; at -= 8) {
        view.setBigUint64(at, rest & 0xffff_ffff_ffff_ffffn);
        rest >>= 64n;
      }
      // Up to seven bytes are left, and before them stands the round.
      const low = Number(rest & 0xffff_ffffn);
      const high = Number(rest >> 32n);
      for (let index = at + 7, byte = 0; index >= start; index -= 1, byte += 1) {
        bytes[index] = byte < 4 ? low >>> (8 * byte) : high >>> (8 * (byte - 4));
      }
      return;
    }
    // Hexadecimal is the way between numbers and bytes that takes linear time.
    const hex = half.toString(16).padStart(numberBytes * 2, '0');
    for (let index = 0; index < numberBytes; index += 1) {
      bytes[start + index] = Number.parseInt(hex.slice(index * 2, index * 2 + 2), 16);
    }
  };

  const pseudoRandom = (round: number, half: bigint): bigint => {
    // Step 6.i: [i]1 ‖ [NUM(B)]b at the end of Q.
    const start = bytes.length - numberBytes;
    bytes[start - 1] = round;
    writeHalf(half, start);
    // Step 6.ii: CBC-MAC.
    state.fill(0);
    for (let word = 0; word < prefix.words.length; word += 4) {
      for (let index = 0; index < 4; index += 1) {
        state[index]! ^= prefix.words[word + index]! ^ view.getInt32((word + index) * 4);
      }
      encryptWords(state);
    }
    // Step 6.iii: R ‖ CIPH(R ⊕ [1]) ‖ CIPH(R ⊕ [2]) … cut to d bytes.
    if (numberBytes <= maxLimbBytes) {
      let number = 0n;
      for (let counter = 0, left = outputBytes; left > 0; counter += 1, left -= 16) {
        next.set(state);
        if (counter > 0) {
          next[3]! ^= counter;
          encryptWords(next);
        }
        // d is a multiple of four bytes.
        const taken = Math.min(left, 16) / 4;
        if (taken >= 2) number = (number << 64n) | pairOf(next, 0);
        if (taken === 4) number = (number << 64n) | pairOf(next, 2);
        if (taken % 2 === 1) number = (number << 32n) | BigInt(next[taken - 1]! >>> 0);
      }
      return number;
    }
    let output = hexOf(state);
    for (let counter = 1; output.length < outputBytes * 2; counter += 1) {
      next.set(state);
      next[3]! ^= counter;
      encryptWords(next);
      output += hexOf(next);
    }
    return BigInt(`0x${output.slice(0, outputBytes * 2)}`);
  };

  return {
    encrypt(left, right) {
      for (let round = 0; round < rounds; round += 1) {
        const size = round % 2 === 0 ? leftSize : rightSize;
        const sum = (left + pseudoRandom(round, right)) % size;
        left = right;
        right = sum;
      }
      return [left, right];
    },
    decrypt(left, right) {
      for (let round = rounds - 1; round >= 0; round -= 1) {
        const size = round % 2 === 0 ? leftSize : rightSize;
        const difference = (right - pseudoRandom(round, left)) % size;
        right = left;
        left = difference < 0n ? difference + size : difference;
      }
      return [left, right];
    },
  };
}
