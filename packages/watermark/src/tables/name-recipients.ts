import {
  type CodeVotes,
  createDecoder,
  type Decoder,
  type LeakHypothesis,
} from '../code/decoder.ts';
import { biasSteps, type RecipientCodes, type RecipientNonce } from '../code/recipient-codes.ts';
import { RecipientScorer } from '../code/score-recipients.ts';
import { tailProbability } from '../code/tail-probability.ts';

/** One recipient's evidence. */
export interface RecipientEvidence {
  readonly recipient: string;
  /**
   * log₁₀ of a bound on the probability that an innocent recipient gets as high a score, for this one recipient: never below the
   * truth, whatever the table is.
   */
  readonly log10Bound: number;
  /** log₁₀ of the same probability, approximated closely. */
  readonly log10Estimate: number;
  /** log₁₀ of a bound on the probability that *any* of the innocents asked about does: what counts for an accusation. */
  readonly log10FalseAccusation: number;
  /** Share of decoys, codes that nobody has, with at least this score. */
  readonly decoysAbove: number;
  /** The way of mixing copies under which the evidence is strongest. */
  readonly hypothesis: LeakHypothesis;
}

/** What the scoring of recipients gives. */
export interface RecipientScores {
  /** Recipients whose evidence is beyond the bound, strongest first. */
  readonly named: readonly RecipientEvidence[];
  /** The strongest, whether named or not, up to ten. */
  readonly strongest: readonly RecipientEvidence[];
  /** How many recipients were asked about. */
  readonly recipients: number;
  /** How many decoys. */
  readonly decoys: number;
}

const ln10 = Math.log(10);

/** Ways in which a table may have been put together. All are tried; the bound counts each of them. */
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
/** So many of each screen are looked at with every decoder. */
const mostCandidates = 1000;
/** Ids are taken from the source in pieces of this many. */
const pieceSize = 8192;
/** Below so many votes a leak of many copies cannot be traced, and one screen is enough. */
const votesForScreens = 2000;

interface Candidate {
  readonly recipient: string;
  readonly nonce: RecipientNonce;
  readonly score: number;
}

/** Keeps the highest scores of a stream. */
class Highest {
  private list: Candidate[] = [];
  private floor = -Infinity;

  offer(recipient: string, nonce: RecipientNonce, score: number): void {
    if (score <= this.floor) return;
    this.list.push({ recipient, nonce, score });
    if (this.list.length >= 2 * mostCandidates) this.trim();
  }

  private trim(): void {
    this.list.sort((a, b) => b.score - a.score);
    this.list.length = Math.min(this.list.length, mostCandidates);
    this.floor = this.list.at(-1)?.score ?? -Infinity;
  }

  candidates(): readonly Candidate[] {
    return this.list;
  }
}

/** The best evidence of each candidate over all decoders, with its score there. */
function weigh(
  codes: RecipientCodes,
  decoders: readonly Decoder[],
  candidates: readonly { readonly recipient: string; readonly nonce: RecipientNonce }[],
): { recipient: string; logBound: number; logEstimate: number; decoder: Decoder }[] {
  const nonces = candidates.map(({ nonce }) => nonce);
  const best = candidates.map(({ recipient }) => ({
    recipient,
    logBound: 0,
    logEstimate: 0,
    decoder: decoders[0]!,
  }));
  for (const decoder of decoders) {
    const scores = new RecipientScorer(codes, decoder).score(nonces);
    for (const [index, score] of scores.entries()) {
      const { logBound, logEstimate } = tailProbability(decoder.terms, score);
      const one = best[index]!;
      if (logBound < one.logBound || (logBound === one.logBound && logEstimate < one.logEstimate))
        best[index] = { recipient: one.recipient, logBound, logEstimate, decoder };
    }
  }
  return best;
}

/** Scores recipients, and names those whose evidence no innocent has but with the probability allowed. */
export function nameRecipients(
  codes: RecipientCodes,
  votes: CodeVotes,
  recipients: Iterable<string>,
  falseAccusation: number,
  decoyCount: number,
  onProgress?: (scored: number) => void,
): RecipientScores {
  const total =
    votes.ones.reduce((sum, one) => sum + one, 0) + votes.zeros.reduce((sum, one) => sum + one, 0);
  const fair = codes.biases.every((bias) => bias * 2 === biasSteps);
  const decoders = hypotheses
    // In a code for one recipient every position is as likely 0 as 1: strategies of mixing say nothing there.
    .filter(({ strategy }) => !fair || strategy === 'mix')
    .map((hypothesis) => createDecoder(hypothesis, codes.biases, votes));
  const screening = screens
    .slice(0, fair || total < votesForScreens ? 1 : 2)
    .map((at) => createDecoder(hypotheses[at]!, codes.biases, votes))
    .map((decoder) => ({ scorer: new RecipientScorer(codes, decoder), highest: new Highest() }));
  let count = 0;
  const screen = (ids: readonly string[]) => {
    const nonces = ids.map((id) => codes.nonceOf(id));
    for (const { scorer, highest } of screening) {
      for (const [index, score] of scorer.score(nonces).entries())
        highest.offer(ids[index]!, nonces[index]!, score);
    }
    count += ids.length;
    onProgress?.(count);
  };
  let piece: string[] = [];
  for (const id of recipients) {
    piece.push(id);
    if (piece.length < pieceSize) continue;
    screen(piece);
    piece = [];
  }
  if (piece.length > 0) screen(piece);
  const candidates = new Map<string, Candidate>();
  for (const { highest } of screening) {
    for (const candidate of highest.candidates()) candidates.set(candidate.recipient, candidate);
  }
  // Decoys' ids cannot be recipients': those have no control characters of this kind before them.
  const decoys = Array.from({ length: decoyCount }, (_, index) => ({
    recipient: '',
    nonce: codes.nonceOf(`\u0000decoy/${index}`),
  }));
  const decoyBounds = weigh(codes, decoders, decoys)
    .map(({ logEstimate }) => logEstimate)
    .sort((a, b) => a - b);
  const trials = Math.log(Math.max(1, count)) + Math.log(decoders.length);
  const evidence = weigh(codes, decoders, [...candidates.values()])
    .sort((a, b) => a.logBound - b.logBound)
    .map(({ recipient, logBound, logEstimate, decoder }): RecipientEvidence => {
      const above = decoyBounds.findIndex((bound) => bound > logEstimate);
      return {
        recipient,
        // Each decoder was one trial.
        log10Bound: Math.min(0, logBound + Math.log(decoders.length)) / ln10,
        log10Estimate: Math.min(0, logEstimate + Math.log(decoders.length)) / ln10,
        log10FalseAccusation: Math.min(0, logBound + trials) / ln10,
        decoysAbove: decoyCount === 0 ? 1 : (above < 0 ? decoyCount : above) / decoyCount,
        hypothesis: decoder.hypothesis,
      };
    });
  const limit = Math.log10(falseAccusation);
  return {
    named: evidence.filter((one) => one.log10FalseAccusation <= limit),
    strongest: evidence.slice(0, 10),
    recipients: count,
    decoys: decoyCount,
  };
}
