import { runPairRounds } from './sm4-pair-rounds.ts';
import { runRounds, viewOf } from './sm4-rounds.ts';
import { type Sm4Schedule, sm4BlockBytes } from './sm4-schedule.ts';

/**
 * How the counter block goes on: the whole block as one big-endian number (CTR), its last 32 bits (GCM, CCM), or its first
 * 32 bits in little-endian order (GCM-SIV). The last two wrap without a carry.
 */
export type CounterKind = 'whole' | 'last-word' | 'first-word';

const counter = /* @__PURE__ */ new Int32Array(4);
/** Two blocks. */
const blocks = /* @__PURE__ */ new Int32Array(8);

const swapBytes = (x: number): number =>
  (x << 24) | ((x & 0xff00) << 8) | ((x >>> 8) & 0xff00) | (x >>> 24);

/** Puts the counter into two blocks, and lets it go on. */
function takeCounters(kind: CounterKind): void {
  blocks[0] = counter[0]!;
  blocks[1] = counter[1]!;
  blocks[2] = counter[2]!;
  blocks[3] = counter[3]!;
  advance(kind);
  blocks[4] = counter[0]!;
  blocks[5] = counter[1]!;
  blocks[6] = counter[2]!;
  blocks[7] = counter[3]!;
  advance(kind);
}

function advance(kind: CounterKind): void {
  if (kind === 'last-word') {
    counter[3] = counter[3]! + 1;
  } else if (kind === 'first-word') {
    counter[0] = swapBytes(swapBytes(counter[0]!) + 1);
  } else {
    for (let i = 3; i >= 0; i--) {
      counter[i] = counter[i]! + 1;
      if (counter[i] !== 0) break;
    }
  }
}

/** A counter block as its four big-endian words. */
export type CounterWords = Int32Array;

export function readCounter(bytes: Uint8Array): CounterWords {
  const view = viewOf(bytes);
  return Int32Array.of(view.getInt32(0), view.getInt32(4), view.getInt32(8), view.getInt32(12));
}

/** Input xor the key stream that begins at the counter block `start`. `output` may be longer than the input. */
export function xorKeystream(
  schedule: Sm4Schedule,
  start: CounterWords,
  input: Uint8Array,
  kind: CounterKind,
  output: Uint8Array = new Uint8Array(input.length),
): Uint8Array {
  const roundKeys = schedule.encryptKeys;
  const from = viewOf(input);
  const to = viewOf(output);
  for (let i = 0; i < 4; i++) counter[i] = start[i]!;
  const pairs = input.length - (input.length % (2 * sm4BlockBytes));
  let offset = 0;
  for (; offset < pairs; offset += 2 * sm4BlockBytes) {
    takeCounters(kind);
    runPairRounds(roundKeys, blocks);
    to.setInt32(offset, from.getInt32(offset) ^ blocks[0]!);
    to.setInt32(offset + 4, from.getInt32(offset + 4) ^ blocks[1]!);
    to.setInt32(offset + 8, from.getInt32(offset + 8) ^ blocks[2]!);
    to.setInt32(offset + 12, from.getInt32(offset + 12) ^ blocks[3]!);
    to.setInt32(offset + 16, from.getInt32(offset + 16) ^ blocks[4]!);
    to.setInt32(offset + 20, from.getInt32(offset + 20) ^ blocks[5]!);
    to.setInt32(offset + 24, from.getInt32(offset + 24) ^ blocks[6]!);
    to.setInt32(offset + 28, from.getInt32(offset + 28) ^ blocks[7]!);
  }
  if (offset < input.length) {
    takeCounters(kind);
    if (input.length - offset > sm4BlockBytes) runPairRounds(roundKeys, blocks);
    else runRounds(roundKeys, blocks);
    for (let i = offset; i < input.length; i++) {
      const position = i - offset;
      output[i] = input[i]! ^ (blocks[position >>> 2]! >>> (24 - 8 * (position & 3)));
    }
  }
  blocks.fill(0);
  return output;
}
