import type { Parity, ParityMessage } from './parity-message.ts';

/** What a system of sums says. */
export interface SolvedParities {
  /** So many bits of the message are not said. */
  readonly missing: number;
  /** The message with the missing bits taken from a number below 2 to the power of `missing`. */
  complete(choice: number): ParityMessage;
}

/**
 * Solves a system of sums over bits by elimination, taking one after the other until 64 are independent.
 *
 * @param order The places in `parities` to take, best first.
 */
export function solveParities(
  parities: readonly Parity[],
  order: Iterable<number>,
): SolvedParities {
  const ofId = new Uint32Array(64);
  const ofTag = new Uint32Array(64);
  const sums = new Uint8Array(64);
  const taken = new Uint8Array(64);
  let rank = 0;
  for (const index of order) {
    let { ofId: a, ofTag: b, sum } = parities[index] as Parity;
    // Reduce by what there is, from the highest bit on.
    for (let lead = lead64(a, b); lead >= 0 && taken[lead] === 1; lead = lead64(a, b)) {
      a = (a ^ (ofId[lead] as number)) >>> 0;
      b = (b ^ (ofTag[lead] as number)) >>> 0;
      sum ^= sums[lead] as number;
    }
    const lead = lead64(a, b);
    if (lead < 0) continue;
    taken[lead] = 1;
    ofId[lead] = a;
    ofTag[lead] = b;
    sums[lead] = sum;
    rank += 1;
    if (rank === 64) break;
  }
  return {
    missing: 64 - rank,
    complete(choice) {
      let left = choice;
      // Back from the lowest bit: each row has its leading bit and lower ones.
      let id = 0;
      let tag = 0;
      for (let lead = 0; lead < 64; lead += 1) {
        let bit: number;
        if (taken[lead] === 1) {
          bit = ((ofId[lead] as number) & id) ^ ((ofTag[lead] as number) & tag);
          for (let shift = 16; shift > 0; shift >>= 1) bit ^= bit >>> shift;
          bit = (bit & 1) ^ (sums[lead] as number);
        } else {
          bit = left & 1;
          left >>= 1;
        }
        if (bit === 0) continue;
        if (lead >= 32) id = (id | (1 << (lead - 32))) >>> 0;
        else tag = (tag | (1 << lead)) >>> 0;
      }
      return { id, tag };
    },
  };
}

/** The highest bit, 63 to 0; -1 if there is none. */
function lead64(high: number, low: number): number {
  if (high !== 0) return 63 - Math.clz32(high);
  return low === 0 ? -1 : 31 - Math.clz32(low);
}
