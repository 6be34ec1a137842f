/**
 * The part of FF1's input that is the same in all rounds and for all values of one tweak, enciphered once.
 *
 * @module
 */
import type { EncryptWords } from '../cipher/block-cipher.ts';
import type { Ff1Shape } from './ff1-shape.ts';

/** Blocks at the end of the input that hold the round number and NUM(B), and the state of the CBC-MAC before them. */
export interface Ff1Prefix {
  /**
   * The last blocks with the round number and NUM(B) as zero, the first of them already combined with the state of the CBC-MAC,
   * as big-endian words.
   */
  readonly words: Int32Array;
}

/** P ‖ Q of Algorithm 7, steps 5 and 6.i, for round 0 and NUM(B) = 0. */
function ff1Input(shape: Ff1Shape, tweak: Uint8Array): Uint8Array {
  const { radix, length, left, numberBytes } = shape;
  const size = Math.ceil((tweak.length + 1 + numberBytes) / 16) * 16;
  const input = new Uint8Array(16 + size);
  const view = new DataView(input.buffer);
  // [1] ‖ [2] ‖ [1] ‖ [radix]3 ‖ [10] ‖ [u mod 256] ‖ [n]4 ‖ [t]4
  view.setUint32(0, 0x01020100 | (radix >>> 16));
  view.setUint16(4, radix & 0xffff);
  view.setUint8(6, 10);
  view.setUint8(7, left & 0xff);
  view.setUint32(8, length);
  view.setUint32(12, tweak.length);
  input.set(tweak, 16);
  return input;
}

/** Enciphers all blocks before those that change from round to round. */
export function ff1Prefix(
  shape: Ff1Shape,
  tweak: Uint8Array,
  encryptWords: EncryptWords,
): Ff1Prefix {
  const input = ff1Input(shape, tweak);
  const view = new DataView(input.buffer);
  const changing = Math.ceil((1 + shape.numberBytes) / 16);
  const fixed = input.length / 16 - changing;
  const state = new Int32Array(4);
  for (let block = 0; block < fixed; block += 1) {
    for (let index = 0; index < 4; index += 1) {
      state[index]! ^= view.getInt32(block * 16 + index * 4);
    }
    encryptWords(state);
  }
  const words = new Int32Array(changing * 4);
  for (let index = 0; index < words.length; index += 1) {
    words[index] = view.getInt32(fixed * 16 + index * 4) ^ (state[index] ?? 0);
  }
  return { words };
}
