import {
  type CodeVotes,
  createDecoder,
  type Decoder,
  type LeakHypothesis,
  type VoteGroup,
} from '../code/decoder.ts';
import { findCandidates, type RecipientCandidate } from '../code/find-candidates.ts';
import { addVotes, groupVotes } from '../code/group-votes.ts';
import { biasSteps, type RecipientCodes } from '../code/recipient-codes.ts';
import { scoreRecipients } from '../code/score-recipients.ts';
import { RecipientScreen } from '../code/screen-recipients.ts';
import { tailProbability } from '../code/tail-probability.ts';

/** One recipient's evidence. */
export interface RecipientEvidence {
  readonly recipient: string;
  /**
   * log₁₀ of a bound on the probability that an innocent recipient gets as high a score, for this one recipient: never below the
   * truth, whatever the table is.
   */
  readonly log10Bound: number;
  /**
   * log₁₀ of the probability that an innocent recipient scores as high with one decoder that was chosen beforehand, approximated
   * closely: the p-value that is uniform for the innocent.
   */
  readonly log10PValue: number;
  /** log₁₀ of a bound on the probability that *any* of the innocents asked about does: what counts for an accusation. */
  readonly log10FalseAccusation: number;
  /** Share of decoys, codes that nobody has, with at least this score. */
  readonly decoysAbove: number;
  /** Marks that were read and say what this recipient's copy has. */
  readonly marksAgreeing: number;
  /** The way of mixing copies under which the evidence is strongest. */
  readonly hypothesis: LeakHypothesis;
}

/** What the scoring of recipients gives. */
export interface RecipientScores {
  /** Recipients whose evidence is beyond the bound, strongest first. */
  readonly named: readonly RecipientEvidence[];
  /** The strongest, whether named or not, up to ten. */
  readonly strongest: readonly RecipientEvidence[];
  /** Marks that would agree with an innocent, on average. */
  readonly marksAgreeingByChance: number;
  /** How many recipients were asked about. */
  readonly recipients: number;
  /** How many decoys. */
  readonly decoys: number;
}

const ln10 = Math.log(10);

/**
 * Ways in which a table may have been put together. All are tried; the bound counts each of them. Even in number, and those of `mix`, too,
 * for they are looked at by twos.
 */
const hypotheses: readonly LeakHypothesis[] = [
  { colluders: 1, strategy: 'mix', noise: 0.05 },
  { colluders: 1, strategy: 'mix', noise: 0.3 },
  { colluders: 3, strategy: 'mix', noise: 0.1 },
  { colluders: 10, strategy: 'mix', noise: 0.1 },
  { colluders: 8, strategy: 'majority', noise: 0.1 },
  { colluders: 4, strategy: 'minority', noise: 0.1 },
  { colluders: 8, strategy: 'minority', noise: 0.1 },
  { colluders: 6, strategy: 'coin', noise: 0.1 },
];
/** The ways that all recipients are scored by; the others only score those that stand out in one of these. */
const screens = [2, 6] as const;
/** So many of those that stand out most are given a bound. */
const mostWeighed = 64;
/** Below so many votes a leak of many copies cannot be traced, and one screen is enough. */
const votesForScreens = 2000;

interface Standing extends RecipientCandidate {
  /** The most standard deviations above the mean of innocents, of all decoders. */
  readonly highest: number;
}

/** How far each candidate stands out from innocents, under the decoder where it is farthest. */
function standOut(
  codes: RecipientCodes,
  decoders: readonly Decoder[],
  candidates: readonly RecipientCandidate[],
): Standing[] {
  const nonces = candidates.map(({ nonce }) => nonce);
  const highest = new Float64Array(candidates.length).fill(-Infinity);
  for (let first = 0; first < decoders.length; first += 2) {
    const screen = new RecipientScreen(codes, decoders.slice(first, first + 2));
    for (const [turn, scores] of screen.score(nonces).entries()) {
      const { mean, variance } = screen.moments[turn]!;
      for (const [index, score] of scores.entries()) {
        const height = variance > 0 ? (score - mean) / Math.sqrt(variance) : 0;
        if (height > highest[index]!) highest[index] = height;
      }
    }
  }
  return candidates.map((candidate, index) => ({ ...candidate, highest: highest[index]! }));
}

/** How many votes say what a code has; of a code of chances, how many on average. */
function countAgreeing(code: Uint8Array, { zeros, ones }: CodeVotes, certain = 1): number {
  return code.reduce(
    (sum, one, at) => sum + (one * ones[at]! + (certain - one) * zeros[at]!) / certain,
    0,
  );
}

/** In a code for one recipient every position is as likely 0 as 1: strategies of mixing say nothing there. */
const isFair = (codes: RecipientCodes) => codes.biases.every((bias) => bias * 2 === biasSteps);

/** All ways in which recipients are scored. */
export function decodersFor(codes: RecipientCodes, groups: readonly VoteGroup[]): Decoder[] {
  return hypotheses
    .filter(({ strategy }) => strategy === 'mix' || !isFair(codes))
    .map((hypothesis) => createDecoder(hypothesis, codes.biases, groups));
}

/**
 * Scores recipients, and names those whose evidence no innocent has but with the probability allowed.
 *
 * @param columns The votes of each column.
 */
export function nameRecipients(
  codes: RecipientCodes,
  columns: readonly CodeVotes[],
  recipients: Iterable<string>,
  falseAccusation: number,
  decoyCount: number,
  onProgress?: (scored: number) => void,
): RecipientScores {
  const votes = addVotes(columns, codes.length);
  const alike = { ...votes, clarity: 1 };
  const groups = groupVotes(columns, codes.length);
  const total =
    votes.ones.reduce((sum, one) => sum + one, 0) + votes.zeros.reduce((sum, one) => sum + one, 0);
  const fair = isFair(codes);
  // Where columns are weighed apart, all are also weighed alike: how copies were mixed may have told on columns unequally.
  const decoders = [
    groups,
    ...(groups.some(({ clarity }) => clarity < 1) ? [[alike]] : []),
  ].flatMap((ways) => decodersFor(codes, ways));
  const screening = screens
    .slice(0, fair || total < votesForScreens ? 1 : 2)
    .map((at) => createDecoder(hypotheses[at]!, codes.biases, groups));
  const { candidates, count } = findCandidates(codes, screening, recipients, onProgress);
  // Decoys' ids cannot be recipients': those have no control characters of this kind before them.
  const decoys = Array.from({ length: decoyCount }, (_, index) => ({
    recipient: '',
    nonce: codes.nonceOf(`\u0000decoy/${index}`),
  }));
  const decoyHeights = standOut(codes, decoders, decoys).map(({ highest }) => highest);
  const main = screening[0]!;
  const mainAt = decoders.findIndex(({ hypothesis }) => hypothesis === main.hypothesis);
  const tries = Math.log(decoders.length);
  const standing = standOut(codes, decoders, candidates)
    .sort((a, b) => b.highest - a.highest)
    .slice(0, mostWeighed);
  const nonces = standing.map(({ nonce }) => nonce);
  const exact = decoders.map((decoder) => scoreRecipients(codes, decoder, nonces));
  const evidence = standing
    .map(({ recipient, highest }, index): RecipientEvidence => {
      const [first, ...others] = decoders.map((decoder, at) => ({
        decoder,
        logBound: tailProbability(decoder.terms, exact[at]![index]!).logBound,
      }));
      // The strongest bound over all decoders.
      const { logBound, decoder } = others.reduce(
        (best, one) => (one.logBound < best.logBound ? one : best),
        first!,
      );
      const plain = tailProbability(main.terms, exact[mainAt]![index]!);
      const above = decoyHeights.filter((height) => height >= highest).length;
      return {
        recipient,
        log10PValue: plain.logEstimate / ln10,
        // Each decoder was one trial.
        log10Bound: Math.min(0, logBound + tries) / ln10,
        log10FalseAccusation: Math.min(0, logBound + tries + Math.log(Math.max(1, count))) / ln10,
        decoysAbove: decoyCount === 0 ? 1 : above / decoyCount,
        marksAgreeing: countAgreeing(codes.codeOf(recipient), votes),
        hypothesis: decoder.hypothesis,
      };
    })
    .sort((a, b) => a.log10Bound - b.log10Bound);
  const limit = Math.log10(falseAccusation);
  return {
    named: evidence.filter((one) => one.log10FalseAccusation <= limit),
    strongest: evidence.slice(0, 10),
    marksAgreeingByChance: Math.round(countAgreeing(codes.biases, votes, biasSteps)),
    recipients: count,
    decoys: decoyCount,
  };
}
