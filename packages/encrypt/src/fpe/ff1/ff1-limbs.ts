/**
 * The ten rounds of FF1 for halves of a few limbs: numbers in a base that is a power of the radix, so that a remainder by the size of a half
 * is what is left of the limbs, and a big integer is made only before the first round and after the last.
 *
 * @module
 */
import type { BlockCipher, EncryptWords } from '../cipher/block-cipher.ts';
import type { BigPair, BigRounds } from './ff1-bigints.ts';
import type { Ff1Prefix } from './ff1-prefix.ts';
import type { Ff1Shape } from './ff1-shape.ts';

const rounds = 10;
const chunk = 65_536;

/** A limb times 2^16, and a carry below 2^16, stay exact. */
const maxBase = 2 ** 37;

/** With more limbs big integers are as fast. */
const maxLimbs = 8;

/** A half: how many limbs it has, and what the highest stays below. */
interface Half {
  readonly limbs: number;
  readonly top: number;
}

/** Numerals of a limb. */
function numeralsOf(radix: number): number {
  let numerals = 0;
  for (let base = radix; base <= maxBase; base *= radix) numerals += 1;
  return numerals;
}

function halfOf(radix: number, length: number, perLimb: number): Half {
  const limbs = Math.ceil(length / perLimb);
  return { limbs, top: radix ** (length - perLimb * (limbs - 1)) };
}

/** Values of a column that are enciphered together, so that their blocks stay in the cache. */
const columnChunk = 1_024;

/** The rounds for one shape and tweak, for big integers and for many values at once. */
export interface LimbRounds extends BigRounds {
  /** Values of the shape, each round over all of them; `undefined` where a round takes more than a block a value. */
  readonly transformColumn:
    | ((values: readonly ArrayLike<number>[], decrypt: boolean) => number[][])
    | undefined;
}

/** Such rounds; `undefined` where halves are too long for them. */
export function createLimbRounds(
  shape: Ff1Shape,
  prefix: Ff1Prefix,
  cipher: BlockCipher,
  encryptWords: EncryptWords,
): LimbRounds | undefined {
  const { radix, numberBytes, outputBytes } = shape;
  const perLimb = numeralsOf(radix);
  const right = halfOf(radix, shape.right, perLimb);
  if (right.limbs > maxLimbs) return undefined;
  const left = halfOf(radix, shape.left, perLimb);
  const base = radix ** perLimb;
  const bigBase = BigInt(base);
  const bytes = new Uint8Array(prefix.words.length * 4);
  const view = new DataView(bytes.buffer);
  const state = new Int32Array(4);
  const next = new Int32Array(4);
  const scratch = new Float64Array(right.limbs);
  const random = new Float64Array(right.limbs);

  /** Writes NUM(B) before the end of a block, 16 bits at a time. */
  const writeHalf = (half: Float64Array, limbs: number, target: Uint8Array, end: number) => {
    for (let limb = 0; limb < limbs; limb += 1) scratch[limb] = half[limb]!;
    const start = end - numberBytes;
    for (let at = end - 1; at >= start; at -= 2) {
      let rest = 0;
      for (let limb = limbs - 1; limb >= 0; limb -= 1) {
        const value = rest * base + scratch[limb]!;
        const quotient = Math.floor(value / chunk);
        scratch[limb] = quotient;
        rest = value - quotient * chunk;
      }
      target[at] = rest & 0xff;
      if (at > start) target[at - 1] = rest >>> 8;
    }
  };

  /** random = (random · 2^16 + bits) mod the size of a half. */
  const shiftIn = (bits: number, { limbs, top }: Half) => {
    let carry = bits;
    for (let limb = 0; limb < limbs; limb += 1) {
      const value = random[limb]! * chunk + carry;
      const size = limb === limbs - 1 ? top : base;
      let quotient = Math.floor(value / size);
      let rest = value - quotient * size;
      // A quotient of two doubles may be rounded to the next whole number.
      if (rest < 0) {
        rest += size;
        quotient -= 1;
      }
      random[limb] = rest;
      carry = quotient;
    }
  };

  const shiftInWords = (words: Int32Array, count: number, half: Half) => {
    for (let index = 0; index < count; index += 1) {
      shiftIn(words[index]! >>> 16, half);
      shiftIn(words[index]! & 0xffff, half);
    }
  };

  /** Steps 6.i to 6.iv: y modulo the size of `into`, in `random`. */
  const drawRandom = (round: number, half: Float64Array, limbs: number, into: Half) => {
    bytes[bytes.length - numberBytes - 1] = round;
    writeHalf(half, limbs, bytes, bytes.length);
    state.fill(0);
    for (let word = 0; word < prefix.words.length; word += 4) {
      for (let index = 0; index < 4; index += 1) {
        state[index]! ^= prefix.words[word + index]! ^ view.getInt32((word + index) * 4);
      }
      encryptWords(state);
    }
    random.fill(0);
    // R ‖ CIPH(R ⊕ [1]) ‖ … cut to d bytes, which are a multiple of four.
    for (let counter = 0, rest = outputBytes; rest > 0; counter += 1, rest -= 16) {
      next.set(state);
      if (counter > 0) {
        next[3]! ^= counter;
        encryptWords(next);
      }
      shiftInWords(next, Math.min(rest, 16) / 4, into);
    }
  };

  const split = (half: bigint, { limbs }: Half, into: Float64Array) => {
    let rest = half;
    into.fill(0);
    for (let limb = 0; limb < limbs - 1; limb += 1) {
      const quotient = rest / bigBase;
      into[limb] = Number(rest - quotient * bigBase);
      rest = quotient;
    }
    into[limbs - 1] = Number(rest);
  };

  const join = (half: Float64Array, { limbs }: Half): bigint => {
    let joined = BigInt(half[limbs - 1]!);
    for (let limb = limbs - 2; limb >= 0; limb -= 1) {
      joined = joined * bigBase + BigInt(half[limb]!);
    }
    return joined;
  };

  /** half ± random, modulo its size. */
  const combine = (half: Float64Array, { limbs, top }: Half, sign: 1 | -1) => {
    let carry = 0;
    for (let limb = 0; limb < limbs; limb += 1) {
      const size = limb === limbs - 1 ? top : base;
      const value = half[limb]! + sign * random[limb]! + carry;
      carry = value >= size ? 1 : value < 0 ? -1 : 0;
      half[limb] = value - carry * size;
    }
    for (let limb = limbs; limb < half.length; limb += 1) half[limb] = 0;
  };

  const one = new Float64Array(right.limbs);
  const other = new Float64Array(right.limbs);

  const run = (first: bigint, second: bigint, sign: 1 | -1): BigPair => {
    let [a, b] = [one, other];
    split(first, left, a);
    split(second, right, b);
    for (let step = 0; step < rounds; step += 1) {
      const round = sign === 1 ? step : rounds - 1 - step;
      const changed = round % 2 === 0 ? left : right;
      const kept = changed === left ? right : left;
      if (sign === 1) {
        drawRandom(round, b, kept.limbs, changed);
        combine(a, changed, 1);
      } else {
        drawRandom(round, a, kept.limbs, changed);
        combine(b, changed, -1);
      }
      [a, b] = [b, a];
    }
    return [join(a, left), join(b, right)];
  };

  /** Numerals from `start` to before `end` as limbs. */
  const read = (value: ArrayLike<number>, start: number, end: number, into: Float64Array) => {
    for (let limb = 0, stop = end; stop > start; limb += 1, stop -= perLimb) {
      let number = 0;
      for (let at = Math.max(start, stop - perLimb); at < stop; at += 1) {
        number = number * radix + value[at]!;
      }
      into[limb] = number;
    }
  };

  /** Limbs as numerals from `start` to before `end`. */
  const write = (half: Float64Array, numerals: number[], start: number, end: number) => {
    for (let limb = 0, stop = end; stop > start; limb += 1, stop -= perLimb) {
      let number = half[limb]!;
      for (let at = stop - 1; at >= Math.max(start, stop - perLimb); at -= 1) {
        const quotient = Math.floor(number / radix);
        numerals[at] = number - quotient * radix;
        number = quotient;
      }
    }
  };

  const transformChunk = (
    values: readonly ArrayLike<number>[],
    decrypt: boolean,
    results: number[][],
  ) => {
    const halves = (start: number, end: number) =>
      values.map((value) => {
        const half = new Float64Array(right.limbs);
        read(value, start, end, half);
        return half;
      });
    let [firsts, seconds] = [halves(0, shape.left), halves(shape.left, shape.length)];
    const blocks = new Uint8Array(16 * values.length);
    const words = new DataView(blocks.buffer);
    for (let step = 0; step < rounds; step += 1) {
      const round = decrypt ? rounds - 1 - step : step;
      const changed = round % 2 === 0 ? left : right;
      const kept = changed === left ? right : left;
      const [from, to] = decrypt ? [firsts, seconds] : [seconds, firsts];
      blocks.fill(0);
      for (let index = 0; index < values.length; index += 1) {
        const at = index * 16;
        blocks[at + 15 - numberBytes] = round;
        writeHalf(from[index]!, kept.limbs, blocks, at + 16);
        for (let word = 0; word < 4; word += 1) {
          words.setInt32(at + word * 4, words.getInt32(at + word * 4) ^ prefix.words[word]!);
        }
      }
      cipher.encryptBlocks(blocks);
      for (let index = 0; index < values.length; index += 1) {
        random.fill(0);
        for (let word = 0; word < outputBytes / 4; word += 1) {
          state[0] = words.getInt32(index * 16 + word * 4);
          shiftInWords(state, 1, changed);
        }
        combine(to[index]!, changed, decrypt ? -1 : 1);
      }
      [firsts, seconds] = [seconds, firsts];
    }
    for (let index = 0; index < values.length; index += 1) {
      const numerals = new Array<number>(shape.length).fill(0);
      write(firsts[index]!, numerals, 0, shape.left);
      write(seconds[index]!, numerals, shape.left, shape.length);
      results.push(numerals);
    }
  };

  const transformColumn = (values: readonly ArrayLike<number>[], decrypt: boolean) => {
    const results: number[][] = [];
    for (let start = 0; start < values.length; start += columnChunk) {
      transformChunk(values.slice(start, start + columnChunk), decrypt, results);
    }
    return results;
  };

  return {
    encrypt: (first, second) => run(first, second, 1),
    decrypt: (first, second) => run(first, second, -1),
    transformColumn: prefix.words.length === 4 && outputBytes <= 16 ? transformColumn : undefined,
  };
}
