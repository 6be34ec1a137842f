/**
 * The ten rounds of FF1 on JavaScript numbers, for halves below 2^36.9: 22 decimal digits or 14 letters and digits.
 *
 * @module
 */
import type { BlockCipher, EncryptWords } from '../cipher/block-cipher.ts';
import type { Ff1Prefix } from './ff1-prefix.ts';
import type { Ff1Shape } from './ff1-shape.ts';

const rounds = 10;
const word = 2 ** 32;

/** Halves up to this size can be reduced 16 bits at a time: acc·2^16 + 2^16 + size stays below 2^53. */
const maxHalf = Math.floor(2 ** 53 / 65_537);

/** Halves up to this size can be reduced 32 bits at a time. */
const maxHalfByWord = Math.floor(2 ** 53 / (word + 1));

/** Values of a column that are enciphered together, so that their blocks stay in the cache. */
const columnChunk = 2_048;

/** Whether both halves are small enough for {@link createNumberRounds}. */
export function fitsNumbers(shape: Ff1Shape): boolean {
  return shape.rightSize <= BigInt(maxHalf);
}

/** x mod size, for whole x with x + size ≤ 2^53: the quotient may be one too high, then the remainder is negative. */
function reduce(x: number, size: number): number {
  const rest = x - Math.floor(x / size) * size;
  return rest < 0 ? rest + size : rest;
}

/** (acc·2^32 + next) mod size. */
function reduceWord(acc: number, next: number, size: number): number {
  if (size <= maxHalfByWord) return reduce(acc * word + (next >>> 0), size);
  return reduce(reduce(acc * 65_536 + (next >>> 16), size) * 65_536 + (next & 0xffff), size);
}

/** The rounds for one shape and tweak; halves are `pair[0]` (left) and `pair[1]` (right), changed in place. */
export interface NumberRounds {
  encrypt(pair: Float64Array): void;
  decrypt(pair: Float64Array): void;
  /** The same for many values at once. */
  transformColumn(lefts: Float64Array, rights: Float64Array, decrypt: boolean): void;
}

/** FF1 for halves that {@link fitsNumbers} accepts. */
export function createNumberRounds(
  shape: Ff1Shape,
  prefix: Ff1Prefix,
  cipher: BlockCipher,
  encryptWords: EncryptWords,
): NumberRounds {
  const leftSize = Number(shape.leftSize);
  const rightSize = Number(shape.rightSize);
  const { numberBytes } = shape;
  const wide = shape.outputBytes > 8;
  const p0 = prefix.words[0]!;
  const p1 = prefix.words[1]!;
  const p2 = prefix.words[2]!;
  const p3 = prefix.words[3]!;
  // The round number stands in the byte before NUM(B), which is at most five bytes long here.
  const round3 = numberBytes < 4 ? 2 ** (8 * numberBytes) : 0;
  const round2 = numberBytes < 4 ? 0 : 2 ** (8 * (numberBytes - 4));
  const state = new Int32Array(4);

  /** The pseudo-random number of steps 6.i to 6.v, modulo the size of the half that it is added to. */
  const pseudoRandom = (round: number, half: number, size: number): number => {
    state[0] = p0;
    state[1] = p1;
    state[2] = p2 ^ Math.floor(half / word) ^ (round * round2);
    state[3] = p3 ^ half ^ (round * round3);
    encryptWords(state);
    const acc = reduceWord(reduce(state[0]! >>> 0, size), state[1]!, size);
    return wide ? reduceWord(acc, state[2]!, size) : acc;
  };

  const transformChunk = (
    lefts: Float64Array,
    rights: Float64Array,
    blocks: Uint8Array,
    decrypt: boolean,
  ) => {
    const view = new DataView(blocks.buffer, blocks.byteOffset, blocks.byteLength);
    const count = lefts.length;
    let from = decrypt ? lefts : rights;
    let to = decrypt ? rights : lefts;
    for (let step = 0; step < rounds; step += 1) {
      const round = decrypt ? rounds - 1 - step : step;
      const size = round % 2 === 0 ? leftSize : rightSize;
      const base2 = p2 ^ (round * round2);
      const base3 = p3 ^ (round * round3);
      for (let index = 0; index < count; index += 1) {
        const half = from[index]!;
        const at = index * 16;
        view.setInt32(at, p0);
        view.setInt32(at + 4, p1);
        view.setInt32(at + 8, base2 ^ Math.floor(half / word));
        view.setInt32(at + 12, base3 ^ half);
      }
      cipher.encryptBlocks(blocks);
      for (let index = 0; index < count; index += 1) {
        const at = index * 16;
        let y = reduceWord(reduce(view.getUint32(at), size), view.getInt32(at + 4), size);
        if (wide) y = reduceWord(y, view.getInt32(at + 8), size);
        const sum = decrypt ? to[index]! - y : to[index]! + y - size;
        to[index] = sum < 0 ? sum + size : sum;
      }
      [from, to] = [to, from];
    }
  };

  return {
    encrypt(pair) {
      let left = pair[0]!;
      let right = pair[1]!;
      for (let round = 0; round < rounds; round += 1) {
        const size = round % 2 === 0 ? leftSize : rightSize;
        const sum = left + pseudoRandom(round, right, size) - size;
        left = right;
        right = sum < 0 ? sum + size : sum;
      }
      pair[0] = left;
      pair[1] = right;
    },
    decrypt(pair) {
      let left = pair[0]!;
      let right = pair[1]!;
      for (let round = rounds - 1; round >= 0; round -= 1) {
        const size = round % 2 === 0 ? leftSize : rightSize;
        const difference = right - pseudoRandom(round, left, size);
        right = left;
        left = difference < 0 ? difference + size : difference;
      }
      pair[0] = left;
      pair[1] = right;
    },
    transformColumn(lefts, rights, decrypt) {
      const blocks = new Uint8Array(16 * Math.min(lefts.length, columnChunk));
      for (let start = 0; start < lefts.length; start += columnChunk) {
        const end = Math.min(lefts.length, start + columnChunk);
        transformChunk(
          lefts.subarray(start, end),
          rights.subarray(start, end),
          blocks.subarray(0, 16 * (end - start)),
          decrypt,
        );
      }
    },
  };
}
