import {
  type CodeVotes,
  createDecoder,
  type Decoder,
  type LeakHypothesis,
} from '../code/decoder.ts';
import { biasSteps, type RecipientCodes, type RecipientNonce } from '../code/recipient-codes.ts';
import { RecipientScorer } from '../code/score-recipients.ts';
import { scoreMoments, tailProbability } from '../code/tail-probability.ts';

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
/** So many of those that stand out most are given a bound. */
const mostWeighed = 64;
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

interface Standing {
  readonly recipient: string;
  /** Standard deviations above the mean of innocents, for each decoder. */
  readonly heights: readonly number[];
  readonly scores: readonly number[];
  readonly highest: number;
}

/** How far each candidate stands out from innocents, under every decoder. */
function standOut(
  codes: RecipientCodes,
  decoders: readonly Decoder[],
  candidates: readonly { readonly recipient: string; readonly nonce: RecipientNonce }[],
): Standing[] {
  const nonces = candidates.map(({ nonce }) => nonce);
  const all = decoders.map((decoder) => new RecipientScorer(codes, decoder).score(nonces));
  const shapes = decoders.map(({ terms }) => scoreMoments(terms));
  return candidates.map(({ recipient }, index) => {
    const scores = all.map((one) => one[index]!);
    const heights = scores.map((score, at) => {
      const { mean, deviation } = shapes[at]!;
      return deviation > 0 ? (score - mean) / deviation : 0;
    });
    return { recipient, scores, heights, highest: Math.max(...heights) };
  });
}

/** The strongest bound over all decoders. */
function weigh({ scores }: Standing, decoders: readonly Decoder[]) {
  const all = decoders.map((decoder, at) => ({
    decoder,
    logBound: tailProbability(decoder.terms, scores[at]!).logBound,
  }));
  return all.reduce((best, one) => (one.logBound < best.logBound ? one : best));
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
    .map((decoder) => ({
      decoder,
      scorer: new RecipientScorer(codes, decoder),
      highest: new Highest(),
    }));
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
  const decoyHeights = standOut(codes, decoders, decoys).map(({ highest }) => highest);
  const main = screening[0]!.decoder;
  const mainAt = decoders.findIndex(({ hypothesis }) => hypothesis === main.hypothesis);
  const tries = Math.log(decoders.length);
  const evidence = standOut(codes, decoders, [...candidates.values()])
    .sort((a, b) => b.highest - a.highest)
    .slice(0, mostWeighed)
    .map((standing): RecipientEvidence => {
      const { logBound, decoder } = weigh(standing, decoders);
      const plain = tailProbability(main.terms, standing.scores[mainAt]!);
      const above = decoyHeights.filter((height) => height >= standing.highest).length;
      return {
        recipient: standing.recipient,
        log10PValue: plain.logEstimate / ln10,
        // Each decoder was one trial.
        log10Bound: Math.min(0, logBound + tries) / ln10,
        log10FalseAccusation: Math.min(0, logBound + tries + Math.log(Math.max(1, count))) / ln10,
        decoysAbove: decoyCount === 0 ? 1 : above / decoyCount,
        hypothesis: decoder.hypothesis,
      };
    })
    .sort((a, b) => a.log10Bound - b.log10Bound);
  const limit = Math.log10(falseAccusation);
  return {
    named: evidence.filter((one) => one.log10FalseAccusation <= limit),
    strongest: evidence.slice(0, 10),
    recipients: count,
    decoys: decoyCount,
  };
}
