/**
 * A first look at many recipients: the scores of two decoders at once, in whole numbers, one look-up for every two positions of a code.
 * Nobody is accused on these; who stands out is scored exactly.
 *
 * @module
 */
import type { Decoder } from './decoder.ts';
import { biasSteps, type RecipientCodes, type RecipientNonce } from './recipient-codes.ts';

/** So many recipients are scored at once: their symbols stay in the cache. */
const batchSize = 256;
/** So many bytes of a code at once: their tables stay in the nearest cache, and no sum of theirs runs over. */
const laneCount = 64;
/** Scores of a byte are whole numbers up to this: 64 of them are below 2¹⁶. */
const mostOfLane = 1023;

/** One decoder's scores, as whole numbers. */
interface Scale {
  /** What a whole number is worth. */
  readonly unit: number;
  /** What zero is worth. */
  readonly least: number;
}

/** Mean and variance of an innocent's score. */
export interface ScreenMoments {
  readonly mean: number;
  readonly variance: number;
}

/** Whole numbers for what each byte adds at each lane. */
function quantise(exact: Float64Array): Scale & { readonly whole: Uint16Array } {
  const lows = new Float64Array(exact.length / 256);
  let range = 0;
  let least = 0;
  for (let lane = 0; lane < lows.length; lane += 1) {
    let low = Infinity;
    let high = -Infinity;
    for (let at = lane * 256; at < lane * 256 + 256; at += 1) {
      const score = exact[at]!;
      if (score < low) low = score;
      if (score > high) high = score;
    }
    if (high - low > range) range = high - low;
    lows[lane] = low;
    least += low;
  }
  const unit = range > 0 ? range / mostOfLane : 1;
  const whole = new Uint16Array(exact.length);
  for (let at = 0; at < whole.length; at += 1)
    whole[at] = Math.round((exact[at]! - lows[at >> 8]!) / unit);
  return { unit, least, whole };
}

/** Sums the scores of one or two decoders over the symbols of recipients, in a part of their codes. */
export class RecipientScreen {
  /** For each decoder. */
  readonly moments: readonly ScreenMoments[];
  private readonly codes: RecipientCodes;
  private readonly from: number;
  private readonly to: number;
  /** Bytes of that part which hold a position with votes. */
  private readonly lanes: Uint32Array;
  /** For each lane and byte, the first decoder's score above the lowest 16 bits, the second's in them. */
  private readonly table: Int32Array;
  private readonly scales: readonly Scale[];

  /**
   * @param decoders Made for the same votes, so that they have the same positions.
   * @param from The first position, a multiple of 32.
   * @param to Behind the last position, a multiple of 32.
   */
  constructor(codes: RecipientCodes, decoders: readonly Decoder[], from = 0, to = codes.length) {
    this.codes = codes;
    this.from = from;
    this.to = to;
    const laneOf = new Map<number, number>();
    const positions = [...decoders[0]!.positions.entries()].filter(
      ([, position]) => position >= from && position < to,
    );
    for (const [, position] of positions) {
      const byte = (position - from) >> 1;
      if (!laneOf.has(byte)) laneOf.set(byte, laneOf.size);
    }
    this.lanes = Uint32Array.from(laneOf.keys());
    this.table = new Int32Array(this.lanes.length * 256);
    const scales: Scale[] = [];
    const moments: ScreenMoments[] = [];
    for (const [turn, { one, zero }] of decoders.slice(0, 2).entries()) {
      const exact = new Float64Array(this.lanes.length * 256);
      let mean = 0;
      let variance = 0;
      for (const [index, position] of positions) {
        const start = laneOf.get((position - from) >> 1)! * 256;
        const shift = (position & 1) * 4;
        const steps = codes.biases[position]!;
        for (let byte = 0; byte < 256; byte += 1)
          exact[start + byte]! += ((byte >> shift) & 15) < steps ? one[index]! : zero[index]!;
        const bias = steps / biasSteps;
        mean += bias * one[index]! + (1 - bias) * zero[index]!;
        variance += bias * (1 - bias) * (one[index]! - zero[index]!) ** 2;
      }
      const { whole, ...scale } = quantise(exact);
      const shift = turn === 0 ? 16 : 0;
      for (let at = 0; at < whole.length; at += 1) this.table[at]! += whole[at]! << shift;
      scales.push(scale);
      moments.push({ mean, variance });
    }
    this.scales = scales;
    this.moments = moments;
  }

  /** For each decoder the scores of recipients, in their order: off by at most half a unit for each lane. */
  score(nonces: readonly RecipientNonce[]): readonly Float64Array[] {
    const { codes, lanes, scales } = this;
    const sums = [new Float64Array(nonces.length), new Float64Array(nonces.length)] as const;
    if (lanes.length > 0) {
      for (let first = 0; first < nonces.length; first += batchSize) {
        const batch = nonces.slice(first, first + batchSize);
        const symbols = codes.symbolsOf(batch, this.from, this.to);
        for (let lane = 0; lane < lanes.length; lane += laneCount)
          this.addLanes(symbols, lane, Math.min(lanes.length, lane + laneCount), first, sums);
      }
    }
    return scales.map(({ unit, least }, turn) => sums[turn]!.map((sum) => least + sum * unit));
  }

  private addLanes(
    symbols: Uint8Array,
    from: number,
    to: number,
    first: number,
    [high, low]: readonly [Float64Array, Float64Array],
  ): void {
    const { lanes, table } = this;
    const stride = (this.to - this.from) / 2;
    const count = symbols.length / stride;
    for (let recipient = 0; recipient < count; recipient += 1) {
      const start = recipient * stride;
      let sum = 0;
      let other = 0;
      let at = from;
      // Two sums do not wait for each other.
      for (; at + 1 < to; at += 2) {
        sum = (sum + table[(at << 8) | symbols[start + lanes[at]!]!]!) | 0;
        other = (other + table[((at + 1) << 8) | symbols[start + lanes[at + 1]!]!]!) | 0;
      }
      if (at < to) sum = (sum + table[(at << 8) | symbols[start + lanes[at]!]!]!) | 0;
      sum = (sum + other) | 0;
      high[first + recipient]! += sum >>> 16;
      low[first + recipient]! += sum & 0xffff;
    }
  }
}
