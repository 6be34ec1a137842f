/**
 * The ten rounds of FF1 on JavaScript numbers, for halves up to 2^50: 30 decimal digits or 18 letters and digits.
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

/** Halves up to this size can be reduced by way of {@link Limbs}. */
const maxLimbHalf = 2 ** 50;

/** Halves up to this size can be reduced 32 bits at a time. */
const maxHalfByWord = Math.floor(2 ** 53 / (word + 1));

/** Values of a column that are enciphered together, so that their blocks stay in the cache. */
const columnChunk = 2_048;

/** Whether both halves are small enough for {@link createNumberRounds}. */
export function fitsNumbers(shape: Ff1Shape): boolean {
  return shape.rightSize <= BigInt(maxLimbHalf);
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

const limb = 2 ** 25;

/**
 * For sizes above {@link maxHalf}: the powers 2^(16·i) modulo the size for i from 0 to 5, each as its lower 25 bits and those above. A sum of
 * six products with 16 bits each stays below 2^44 then.
 */
interface Limbs {
  readonly low: Float64Array;
  readonly high: Float64Array;
  /** 2^shift · size stays below 2^52. */
  readonly shift: number;
}

function limbsOf(size: number): Limbs | undefined {
  if (size <= maxHalf) return undefined;
  const powers = [0, 16, 32, 48, 64, 80].map((bits) => Number((1n << BigInt(bits)) % BigInt(size)));
  return {
    low: Float64Array.from(powers, (power) => power % limb),
    high: Float64Array.from(powers, (power) => Math.floor(power / limb)),
    shift: 52 - Math.ceil(Math.log2(size)),
  };
}

/** (first·2^64 + second·2^32 + third) mod size. */
function reduceByLimbs(
  { low, high, shift }: Limbs,
  first: number,
  second: number,
  third: number,
  size: number,
): number {
  const a = first >>> 16;
  const b = first & 0xffff;
  const c = second >>> 16;
  const d = second & 0xffff;
  const e = third >>> 16;
  const f = third & 0xffff;
  const lowSum = f * low[0]! + e * low[1]! + d * low[2]! + c * low[3]! + b * low[4]! + a * low[5]!;
  let acc = reduce(
    f * high[0]! + e * high[1]! + d * high[2]! + c * high[3]! + b * high[4]! + a * high[5]!,
    size,
  );
  for (let bits = 25; bits > 0; bits -= shift) {
    acc = reduce(acc * 2 ** Math.min(bits, shift), size);
  }
  return reduce(acc + lowSum, size);
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
  const leftLimbs = limbsOf(leftSize);
  const rightLimbs = limbsOf(rightSize);
  // The round number stands in the byte before NUM(B), which is at most seven bytes long here.
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
    const limbs = round % 2 === 0 ? leftLimbs : rightLimbs;
    if (limbs !== undefined) return reduceByLimbs(limbs, state[0]!, state[1]!, state[2]!, size);
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
      const limbs = round % 2 === 0 ? leftLimbs : rightLimbs;
      for (let index = 0; index < count; index += 1) {
        const at = index * 16;
        const first = view.getInt32(at);
        const second = view.getInt32(at + 4);
        let y: number;
        if (limbs === undefined) {
          y = reduceWord(reduce(first >>> 0, size), second, size);
          if (wide) y = reduceWord(y, view.getInt32(at + 8), size);
        } else y = reduceByLimbs(limbs, first, second, view.getInt32(at + 8), size);
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
