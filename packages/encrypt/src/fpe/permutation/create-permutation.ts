/**
 * Exact permutations of small domains.
 *
 * @module
 */
import { type BlockCipherFactory, encryptWordsOf } from '../cipher/block-cipher.ts';

/** A permutation of 0 … size − 1 as two tables. */
export interface Permutation {
  readonly forward: Uint32Array;
  readonly backward: Uint32Array;
}

/** Marks what is enciphered here off from what FF1 enciphers under the same key: FF1's first block begins with 1, 2, 1. */
const subkeyLabel = 0x59_53_50_31;

/** Blocks of the key stream that are made at once. */
const streamBlocks = 1_024;

/**
 * A key for this permutation alone: CBC-MAC of label, counter and tweak under the key. The length stands in the first block, so
 * no input is the beginning of another.
 */
function deriveKey(
  factory: BlockCipherFactory,
  key: Uint8Array,
  tweak: Uint8Array,
  size: number,
): Uint8Array {
  const encryptWords = encryptWordsOf(factory(key));
  const input = new Uint8Array(16 + Math.ceil(tweak.length / 16) * 16);
  input.set(tweak, 16);
  const view = new DataView(input.buffer);
  const derived = new Uint8Array(Math.ceil(key.length / 16) * 16);
  const output = new DataView(derived.buffer);
  for (let start = 0; start < derived.length; start += 16) {
    view.setUint32(0, subkeyLabel);
    view.setUint32(4, start / 16);
    view.setUint32(8, size);
    view.setUint32(12, tweak.length);
    const state = new Int32Array(4);
    for (let at = 0; at < input.length; at += 16) {
      for (let index = 0; index < 4; index += 1) state[index]! ^= view.getInt32(at + index * 4);
      encryptWords(state);
    }
    for (let index = 0; index < 4; index += 1) output.setInt32(start + index * 4, state[index]!);
  }
  return derived.subarray(0, key.length);
}

/** Words of 32 bits of the cipher in counter mode (NIST SP 800-38A section 6.5). */
function keyStream(factory: BlockCipherFactory, key: Uint8Array): () => number {
  const cipher = factory(key);
  const blocks = new Uint8Array(streamBlocks * 16);
  const view = new DataView(blocks.buffer);
  let counter = 0;
  let at = blocks.length;
  return () => {
    if (at === blocks.length) {
      blocks.fill(0);
      for (let block = 0; block < streamBlocks; block += 1) {
        view.setUint32(block * 16 + 12, counter);
        counter += 1;
      }
      cipher.encryptBlocks(blocks);
      at = 0;
    }
    at += 4;
    return view.getUint32(at - 4);
  };
}

/**
 * A permutation of 0 … size − 1, chosen evenly among all by key and tweak: a Fisher–Yates shuffle with the key stream, without
 * bias. It is as good as any cipher on so few values can be; no Feistel network is involved, and it is not FF1. Takes 8 bytes a
 * value.
 */
export function createPermutation(
  factory: BlockCipherFactory,
  key: Uint8Array,
  tweak: Uint8Array,
  size: number,
): Permutation {
  const next = keyStream(factory, deriveKey(factory, key, tweak, size));
  const forward = Uint32Array.from({ length: size }, (_, index) => index);
  for (let last = size - 1; last > 0; last -= 1) {
    const choices = last + 1;
    // Words at or above the greatest multiple of the choices would favour the first choices.
    const bound = 2 ** 32 - (2 ** 32 % choices);
    let word = next();
    while (word >= bound) word = next();
    const chosen = word % choices;
    const value = forward[last]!;
    forward[last] = forward[chosen]!;
    forward[chosen] = value;
  }
  const backward = new Uint32Array(size);
  for (let index = 0; index < size; index += 1) backward[forward[index]!] = index;
  return { forward, backward };
}
