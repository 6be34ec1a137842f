/**
 * GHASH (GB/T 36624-2018 section 11, NIST SP 800-38D section 6.4) with one table of 4 KiB per key.
 *
 * Not constant-time: the table is indexed with data that depends on the key.
 *
 * @module
 */

import { viewOf } from './sm4-rounds.ts';

/** x^128 = 1 + x + x^2 + x^7, in the reflected order of GCM. */
const reduction = 0xe1000000 | 0;

/** What the eight bits that fall out below come back as, at the top. */
const reductionTable = /* @__PURE__ */ Int32Array.from({ length: 256 }, (_, byte) => {
  let low = byte;
  let high = 0;
  for (let i = 0; i < 8; i++) {
    high = (high >>> 1) ^ (low & 1 ? reduction : 0);
    low >>>= 1;
  }
  return high;
});

/** A hash key, as the multiples of H by every byte. */
export type GhashTable = Int32Array;

export function createGhashTable(hashKey: Uint8Array): GhashTable {
  const view = viewOf(hashKey);
  const table = new Int32Array(1024);
  let a = view.getInt32(0);
  let b = view.getInt32(4);
  let c = view.getInt32(8);
  let d = view.getInt32(12);
  for (let bit = 128; bit > 0; bit >>= 1) {
    table[4 * bit] = a;
    table[4 * bit + 1] = b;
    table[4 * bit + 2] = c;
    table[4 * bit + 3] = d;
    // By -(d & 1), not by a branch: the bits are the key's.
    const carry = -(d & 1) & reduction;
    d = (d >>> 1) | (c << 31);
    c = (c >>> 1) | (b << 31);
    b = (b >>> 1) | (a << 31);
    a = (a >>> 1) ^ carry;
  }
  for (let bit = 2; bit < 256; bit <<= 1) {
    for (let rest = 1; rest < bit; rest++) {
      const to = 4 * (bit + rest);
      for (let i = 0; i < 4; i++) table[to + i] = table[4 * bit + i]! ^ table[4 * rest + i]!;
    }
  }
  return table;
}

/** A hash under way: four words that start at zero. */
export type GhashState = Int32Array;

export const createGhashState = (): GhashState => new Int32Array(4);

/** One block, given as words: state = (state + block) · H, byte by byte from the last. Written out, it is a third faster. */
export function absorbWords(
  table: GhashTable,
  state: GhashState,
  w0: number,
  w1: number,
  w2: number,
  w3: number,
): void {
  const x0 = state[0]! ^ w0;
  const x1 = state[1]! ^ w1;
  const x2 = state[2]! ^ w2;
  const x3 = state[3]! ^ w3;
  let index = (x3 & 0xff) << 2;
  let a = table[index]!;
  let b = table[index + 1]!;
  let c = table[index + 2]!;
  let d = table[index + 3]!;
  let fallen: number;
  index = (x3 >>> 6) & 0x3fc;
  fallen = reductionTable[d & 0xff]!;
  d = ((d >>> 8) | (c << 24)) ^ table[index + 3]!;
  c = ((c >>> 8) | (b << 24)) ^ table[index + 2]!;
  b = ((b >>> 8) | (a << 24)) ^ table[index + 1]!;
  a = (a >>> 8) ^ fallen ^ table[index]!;
  index = (x3 >>> 14) & 0x3fc;
  fallen = reductionTable[d & 0xff]!;
  d = ((d >>> 8) | (c << 24)) ^ table[index + 3]!;
  c = ((c >>> 8) | (b << 24)) ^ table[index + 2]!;
  b = ((b >>> 8) | (a << 24)) ^ table[index + 1]!;
  a = (a >>> 8) ^ fallen ^ table[index]!;
  index = (x3 >>> 22) & 0x3fc;
  fallen = reductionTable[d & 0xff]!;
  d = ((d >>> 8) | (c << 24)) ^ table[index + 3]!;
  c = ((c >>> 8) | (b << 24)) ^ table[index + 2]!;
  b = ((b >>> 8) | (a << 24)) ^ table[index + 1]!;
  a = (a >>> 8) ^ fallen ^ table[index]!;
  index = (x2 & 0xff) << 2;
  fallen = reductionTable[d & 0xff]!;
  d = ((d >>> 8) | (c << 24)) ^ table[index + 3]!;
  c = ((c >>> 8) | (b << 24)) ^ table[index + 2]!;
  b = ((b >>> 8) | (a << 24)) ^ table[index + 1]!;
  a = (a >>> 8) ^ fallen ^ table[index]!;
  index = (x2 >>> 6) & 0x3fc;
  fallen = reductionTable[d & 0xff]!;
  d = ((d >>> 8) | (c << 24)) ^ table[index + 3]!;
  c = ((c >>> 8) | (b << 24)) ^ table[index + 2]!;
  b = ((b >>> 8) | (a << 24)) ^ table[index + 1]!;
  a = (a >>> 8) ^ fallen ^ table[index]!;
  index = (x2 >>> 14) & 0x3fc;
  fallen = reductionTable[d & 0xff]!;
  d = ((d >>> 8) | (c << 24)) ^ table[index + 3]!;
  c = ((c >>> 8) | (b << 24)) ^ table[index + 2]!;
  b = ((b >>> 8) | (a << 24)) ^ table[index + 1]!;
  a = (a >>> 8) ^ fallen ^ table[index]!;
  index = (x2 >>> 22) & 0x3fc;
  fallen = reductionTable[d & 0xff]!;
  d = ((d >>> 8) | (c << 24)) ^ table[index + 3]!;
  c = ((c >>> 8) | (b << 24)) ^ table[index + 2]!;
  b = ((b >>> 8) | (a << 24)) ^ table[index + 1]!;
  a = (a >>> 8) ^ fallen ^ table[index]!;
  index = (x1 & 0xff) << 2;
  fallen = reductionTable[d & 0xff]!;
  d = ((d >>> 8) | (c << 24)) ^ table[index + 3]!;
  c = ((c >>> 8) | (b << 24)) ^ table[index + 2]!;
  b = ((b >>> 8) | (a << 24)) ^ table[index + 1]!;
  a = (a >>> 8) ^ fallen ^ table[index]!;
  index = (x1 >>> 6) & 0x3fc;
  fallen = reductionTable[d & 0xff]!;
  d = ((d >>> 8) | (c << 24)) ^ table[index + 3]!;
  c = ((c >>> 8) | (b << 24)) ^ table[index + 2]!;
  b = ((b >>> 8) | (a << 24)) ^ table[index + 1]!;
  a = (a >>> 8) ^ fallen ^ table[index]!;
  index = (x1 >>> 14) & 0x3fc;
  fallen = reductionTable[d & 0xff]!;
  d = ((d >>> 8) | (c << 24)) ^ table[index + 3]!;
  c = ((c >>> 8) | (b << 24)) ^ table[index + 2]!;
  b = ((b >>> 8) | (a << 24)) ^ table[index + 1]!;
  a = (a >>> 8) ^ fallen ^ table[index]!;
  index = (x1 >>> 22) & 0x3fc;
  fallen = reductionTable[d & 0xff]!;
  d = ((d >>> 8) | (c << 24)) ^ table[index + 3]!;
  c = ((c >>> 8) | (b << 24)) ^ table[index + 2]!;
  b = ((b >>> 8) | (a << 24)) ^ table[index + 1]!;
  a = (a >>> 8) ^ fallen ^ table[index]!;
  index = (x0 & 0xff) << 2;
  fallen = reductionTable[d & 0xff]!;
  d = ((d >>> 8) | (c << 24)) ^ table[index + 3]!;
  c = ((c >>> 8) | (b << 24)) ^ table[index + 2]!;
  b = ((b >>> 8) | (a << 24)) ^ table[index + 1]!;
  a = (a >>> 8) ^ fallen ^ table[index]!;
  index = (x0 >>> 6) & 0x3fc;
  fallen = reductionTable[d & 0xff]!;
  d = ((d >>> 8) | (c << 24)) ^ table[index + 3]!;
  c = ((c >>> 8) | (b << 24)) ^ table[index + 2]!;
  b = ((b >>> 8) | (a << 24)) ^ table[index + 1]!;
  a = (a >>> 8) ^ fallen ^ table[index]!;
  index = (x0 >>> 14) & 0x3fc;
  fallen = reductionTable[d & 0xff]!;
  d = ((d >>> 8) | (c << 24)) ^ table[index + 3]!;
  c = ((c >>> 8) | (b << 24)) ^ table[index + 2]!;
  b = ((b >>> 8) | (a << 24)) ^ table[index + 1]!;
  a = (a >>> 8) ^ fallen ^ table[index]!;
  index = (x0 >>> 22) & 0x3fc;
  fallen = reductionTable[d & 0xff]!;
  d = ((d >>> 8) | (c << 24)) ^ table[index + 3]!;
  c = ((c >>> 8) | (b << 24)) ^ table[index + 2]!;
  b = ((b >>> 8) | (a << 24)) ^ table[index + 1]!;
  a = (a >>> 8) ^ fallen ^ table[index]!;
  state[0] = a;
  state[1] = b;
  state[2] = c;
  state[3] = d;
}

const lastBlock = /* @__PURE__ */ new Uint8Array(16);
const lastView = /* @__PURE__ */ new DataView(lastBlock.buffer);

/** Data, with its last block filled up with zeros. `littleEndian` reads every block backwards, as POLYVAL wants it. */
export function absorb(
  table: GhashTable,
  state: GhashState,
  data: Uint8Array,
  littleEndian = false,
): void {
  const whole = data.length - (data.length % 16);
  const view = viewOf(data);
  for (let offset = 0; offset < whole; offset += 16)
    absorbBlock(table, state, view, offset, littleEndian);
  if (whole === data.length) return;
  lastBlock.fill(0);
  lastBlock.set(data.subarray(whole));
  absorbBlock(table, state, lastView, 0, littleEndian);
  lastBlock.fill(0);
}

function absorbBlock(
  table: GhashTable,
  state: GhashState,
  view: DataView,
  offset: number,
  littleEndian: boolean,
): void {
  const first = view.getInt32(offset, littleEndian);
  const second = view.getInt32(offset + 4, littleEndian);
  const third = view.getInt32(offset + 8, littleEndian);
  const fourth = view.getInt32(offset + 12, littleEndian);
  if (littleEndian) absorbWords(table, state, fourth, third, second, first);
  else absorbWords(table, state, first, second, third, fourth);
}

/** The state as 16 bytes; backwards for POLYVAL. */
export function stateBytes(state: GhashState, littleEndian = false): Uint8Array {
  const bytes = new Uint8Array(16);
  const view = new DataView(bytes.buffer);
  for (let i = 0; i < 4; i++) {
    view.setInt32(4 * (littleEndian ? 3 - i : i), state[i]!, littleEndian);
  }
  return bytes;
}
