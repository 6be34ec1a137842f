/**
 * Of many recipients, those whose scores stand out: the only ones that are then scored exactly by every decoder.
 *
 * @module
 */
import type { Decoder } from './decoder.ts';
import type { RecipientCodes, RecipientNonce } from './recipient-codes.ts';
import { RecipientScreen } from './screen-recipients.ts';

/** So many of each decoder are looked at exactly. */
const mostCandidates = 1000;
/** Ids are taken from the source in pieces of this many. */
const pieceSize = 8192;
/** With fewer positions that have votes, all of them are looked at for everybody. */
const fewPositions = 4096;
/**
 * Who stands at least so many standard deviations above the innocent in a quarter of the code is looked at in all of it. Who stands eight
 * above them in the whole code, as an accusation among 10⁶ takes, stands four above in a quarter, and is lost in one case of 3,700.
 */
const leastHeight = 1;

/** A recipient with what their code begins from. */
export interface RecipientCandidate {
  readonly recipient: string;
  readonly nonce: RecipientNonce;
}

/** Keeps the highest scores of a stream. */
class Highest {
  private list: (RecipientCandidate & { readonly score: number })[] = [];
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

  candidates(): readonly RecipientCandidate[] {
    return this.list;
  }
}

/**
 * Looks at recipients as they come, and keeps up to two thousand for each decoder.
 *
 * @param decoders One or two, made for the same votes.
 */
export function findCandidates(
  codes: RecipientCodes,
  decoders: readonly Decoder[],
  recipients: Iterable<string>,
  onProgress?: (scored: number) => void,
): { readonly candidates: readonly RecipientCandidate[]; readonly count: number } {
  const highest = decoders.map(() => new Highest());
  const quarter = codes.length / 4;
  const isLong = decoders[0]!.positions.length >= fewPositions;
  const head = new RecipientScreen(codes, decoders, 0, quarter);
  const tail = new RecipientScreen(codes, decoders, quarter);
  let count = 0;
  const look = (ids: readonly string[]) => {
    count += ids.length;
    const nonces = ids.map((id) => codes.nonceOf(id));
    const heads = head.score(nonces);
    const limits = head.moments.map(({ mean, variance }) =>
      isLong && ids.length === pieceSize ? mean + leastHeight * Math.sqrt(variance) : -Infinity,
    );
    const left: number[] = [];
    for (let at = 0; at < ids.length; at += 1)
      if (heads.some((scores, turn) => scores[at]! > limits[turn]!)) left.push(at);
    const tails = tail.score(left.map((at) => nonces[at]!));
    for (const [turn, scores] of tails.entries())
      for (const [index, at] of left.entries())
        highest[turn]!.offer(ids[at]!, nonces[at]!, heads[turn]![at]! + scores[index]!);
  };
  let piece: string[] = [];
  for (const id of recipients) {
    piece.push(id);
    if (piece.length < pieceSize) continue;
    look(piece);
    onProgress?.(count);
    piece = [];
  }
  if (piece.length > 0) {
    look(piece);
    onProgress?.(count);
  }
  const candidates = new Map<string, RecipientCandidate>();
  for (const one of highest)
    for (const candidate of one.candidates()) candidates.set(candidate.recipient, candidate);
  return { candidates: [...candidates.values()], count };
}
