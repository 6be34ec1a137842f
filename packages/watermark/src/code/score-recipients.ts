/**
 * Scores of many recipients: one look-up for every two positions of a code.
 *
 * @module
 */
import type { Decoder } from './decoder.ts';
import type { RecipientCodes, RecipientNonce } from './recipient-codes.ts';

/** So many recipients are scored at once: their symbols stay in the cache. */
const batchSize = 64;
/** So many bytes of a code at once: their tables stay in the nearest cache. */
const laneCount = 32;

/** Sums scores of one decoder over the symbols of recipients. */
export class RecipientScorer {
  private readonly codes: RecipientCodes;
  /** Bytes of a code that hold a position with votes. */
  private readonly lanes: Uint32Array;
  /** For each lane, what each byte adds. */
  private readonly table: Float32Array;

  constructor(codes: RecipientCodes, decoder: Decoder) {
    this.codes = codes;
    const { biases } = codes;
    const laneOf = new Map<number, number>();
    for (const position of decoder.positions) {
      if (!laneOf.has(position >> 1)) laneOf.set(position >> 1, laneOf.size);
    }
    this.lanes = Uint32Array.from(laneOf.keys());
    this.table = new Float32Array(this.lanes.length * 256);
    for (const [index, position] of decoder.positions.entries()) {
      const start = laneOf.get(position >> 1)! * 256;
      const shift = (position & 1) * 4;
      for (let byte = 0; byte < 256; byte += 1) {
        const isOne = ((byte >> shift) & 15) < biases[position]!;
        this.table[start + byte]! += isOne ? decoder.one[index]! : decoder.zero[index]!;
      }
    }
  }

  /** The scores of recipients, in their order. */
  score(nonces: readonly RecipientNonce[]): Float64Array {
    const { codes, lanes, table } = this;
    const scores = new Float64Array(nonces.length);
    const stride = codes.length / 2;
    for (let first = 0; first < nonces.length; first += batchSize) {
      const batch = nonces.slice(first, first + batchSize);
      const symbols = codes.symbolsOf(batch);
      for (let lane = 0; lane < lanes.length; lane += laneCount) {
        const end = Math.min(lanes.length, lane + laneCount);
        for (let recipient = 0; recipient < batch.length; recipient += 1) {
          const start = recipient * stride;
          let sum = 0;
          for (let at = lane; at < end; at += 1) {
            sum += table[at * 256 + symbols[start + lanes[at]!]!]!;
          }
          scores[first + recipient]! += sum;
        }
      }
    }
    return scores;
  }
}
