import { runRounds, viewOf } from './sm4-rounds.ts';
import { type Sm4Schedule, sm4BlockBytes } from './sm4-schedule.ts';

/**
 * How the counter block goes on: the whole block as one big-endian number (CTR), its last 32 bits (GCM, CCM), or its first
 * 32 bits in little-endian order (GCM-SIV). The last two wrap without a carry.
 */
export type CounterKind = 'whole' | 'last-word' | 'first-word';

const counter = /* @__PURE__ */ new Int32Array(4);
const block = /* @__PURE__ */ new Int32Array(4);

const swapBytes = (x: number): number =>
  (x << 24) | ((x & 0xff00) << 8) | ((x >>> 8) & 0xff00) | (x >>> 24);

function advance(kind: CounterKind): void {
  if (kind === 'first-word') {
    counter[0] = swapBytes((swapBytes(counter[0]!) + 1) | 0);
    return;
  }
  counter[3] = (counter[3]! + 1) | 0;
  if (kind === 'last-word') return;
  for (let i = 3; i > 0 && counter[i] === 0; i--) counter[i - 1] = (counter[i - 1]! + 1) | 0;
}

/** Input xor the key stream that begins at the counter block `start`. */
export function xorKeystream(
  schedule: Sm4Schedule,
  start: Uint8Array,
  input: Uint8Array,
  kind: CounterKind,
): Uint8Array {
  const roundKeys = schedule.encryptKeys;
  const output = new Uint8Array(input.length);
  const from = viewOf(input);
  const to = viewOf(output);
  const startView = viewOf(start);
  for (let i = 0; i < 4; i++) counter[i] = startView.getInt32(4 * i);
  const whole = input.length - (input.length % sm4BlockBytes);
  for (let offset = 0; offset < whole; offset += sm4BlockBytes) {
    block[0] = counter[0]!;
    block[1] = counter[1]!;
    block[2] = counter[2]!;
    block[3] = counter[3]!;
    runRounds(roundKeys, block);
    to.setInt32(offset, from.getInt32(offset) ^ block[0]!);
    to.setInt32(offset + 4, from.getInt32(offset + 4) ^ block[1]!);
    to.setInt32(offset + 8, from.getInt32(offset + 8) ^ block[2]!);
    to.setInt32(offset + 12, from.getInt32(offset + 12) ^ block[3]!);
    advance(kind);
  }
  if (whole < input.length) {
    block.set(counter);
    runRounds(roundKeys, block);
    for (let offset = whole; offset < input.length; offset++) {
      const position = offset - whole;
      output[offset] = input[offset]! ^ (block[position >>> 2]! >>> (24 - 8 * (position & 3)));
    }
  }
  block.fill(0);
  return output;
}
