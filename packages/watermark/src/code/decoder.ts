/**
 * What each vote says of a recipient: the likelihood that their copy is among those that the table was put together from.
 *
 * Source: T. Laarhoven, "Capacities and capacity-achieving decoders for various fingerprinting games" (IH&MMSec 2014): the
 * log-likelihood decoder for colluders who interleave their copies is good against every strategy.
 *
 * @module
 */
import { biasSteps } from './recipient-codes.ts';
import type { ScoreTerm } from './tail-probability.ts';

/** How a leaked table may have come about. */
export interface LeakHypothesis {
  /** How many copies were mixed. */
  readonly colluders: number;
  /**
   * How a cell was chosen where the copies differ: that of any one copy, that of most, that of fewest, or either at random.
   */
  readonly strategy: 'mix' | 'majority' | 'minority' | 'coin';
  /** The share of votes that say the opposite of what was marked, below one half. */
  readonly noise: number;
}

/** The votes at each position of the code. */
export interface CodeVotes {
  readonly zeros: Uint32Array;
  readonly ones: Uint32Array;
}

/** Votes that are to be trusted alike. */
export interface VoteGroup extends CodeVotes {
  /** Above 0 to 1: how much more of them agree with what was marked than do not, beside those of the best group. */
  readonly clarity: number;
}

/** One way to weigh votes: for each active position, what a 1 and what a 0 in a code adds to the score. */
export interface Decoder {
  readonly hypothesis: LeakHypothesis;
  /** Positions with votes. */
  readonly positions: Uint32Array;
  /** For each of these, what 1 adds. */
  readonly one: Float64Array;
  /** For each of these, what 0 adds. */
  readonly zero: Float64Array;
  /** The distribution of an innocent's score. */
  readonly terms: readonly ScoreTerm[];
}

/** Beyond this many votes, a position says no more. */
const mostVotes = 64;

/** The probability that a mark is 1 where a share of the colluders has 1. */
function chosen(strategy: LeakHypothesis['strategy'], share: number): number {
  if (share === 0 || share === 1 || strategy === 'mix') return share;
  if (share === 0.5 || strategy === 'coin') return 0.5;
  return (strategy === 'majority') === share > 0.5 ? 1 : 0;
}

/** Votes at one position, of a group. */
interface PositionVotes {
  readonly zeros: number;
  readonly ones: number;
  readonly clarity: number;
}

/** P(votes | the recipient's bit), the other colluders' bits being drawn with the position's bias. */
function likelihood(
  { colluders, noise, strategy }: LeakHypothesis,
  bias: number,
  bit: number,
  votes: readonly PositionVotes[],
): number {
  let sum = 0;
  let weight = (1 - bias) ** (colluders - 1);
  for (let others = 0; others < colluders; others += 1) {
    const lean = 2 * chosen(strategy, (others + bit) / colluders) - 1;
    let product = weight;
    for (const { zeros, ones, clarity } of votes) {
      const share = 0.5 + (0.5 - noise) * clarity * lean;
      product *= share ** ones * (1 - share) ** zeros;
    }
    sum += product;
    weight *= ((colluders - 1 - others) / (others + 1)) * (bias / (1 - bias));
  }
  return sum;
}

/**
 * Weighs votes by a hypothesis. The score is the logarithm of a likelihood ratio: what an innocent has, exponentiated, has mean 1.
 *
 * @param groups One to four.
 */
export function createDecoder(
  hypothesis: LeakHypothesis,
  biases: Uint8Array,
  groups: readonly VoteGroup[],
): Decoder {
  const countAt = (at: number) =>
    groups.reduce((sum, { zeros, ones }) => sum + zeros[at]! + ones[at]!, 0);
  const positions = Uint32Array.from(biases.keys()).filter((at) => countAt(at) > 0);
  const one = new Float64Array(positions.length);
  const zero = new Float64Array(positions.length);
  const terms = new Map<number, { count: number; bias: number; one: number; zero: number }>();
  for (const [index, at] of positions.entries()) {
    const count = countAt(at);
    const scale = count > mostVotes ? mostVotes / count : 1;
    const votes = groups.map(
      ({ zeros, ones, clarity }): PositionVotes => ({
        zeros: Math.round(zeros[at]! * scale),
        ones: Math.round(ones[at]! * scale),
        clarity,
      }),
    );
    // Four groups' votes and the bias stay below 2⁵³.
    const key = votes.reduce(
      (before, { zeros, ones }) => (before * (mostVotes + 2) + zeros) * (mostVotes + 2) + ones,
      biases[at]!,
    );
    let term = terms.get(key);
    if (term === undefined) {
      const bias = biases[at]! / biasSteps;
      const with1 = likelihood(hypothesis, bias, 1, votes);
      const with0 = likelihood(hypothesis, bias, 0, votes);
      const mean = bias * with1 + (1 - bias) * with0;
      term = { count: 0, bias, one: Math.log(with1 / mean), zero: Math.log(with0 / mean) };
      terms.set(key, term);
    }
    term.count += 1;
    one[index] = term.one;
    zero[index] = term.zero;
  }
  return { hypothesis, positions, one, zero, terms: [...terms.values()] };
}
