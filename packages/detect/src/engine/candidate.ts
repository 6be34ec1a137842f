/**
 * What an extractor reports before scores are compared.
 *
 * @module
 */
import type { CategoryId, Evidence } from '@yushu/core';

/** A possible finding: indexes are those of the folded view. */
export interface Candidate {
  readonly category: CategoryId;
  /** Number of the category, by `numberOfCategory`. */
  readonly number: number;
  readonly detector: string;
  readonly start: number;
  readonly end: number;
  /** Sum of the weights of the evidence, in natural log-odds. Neighbours may add to it. */
  logOdds: number;
  evidence: readonly Evidence[];
}

/** Log-odds of which the score is remembered, and these scores: sums of the same weights come again and again. */
const knownLogOdds = new Float64Array(256).fill(Number.NaN);
const knownScores = new Float64Array(256);

/** Probability of log-odds, in ten thousandths of one. */
export function scoreOf(logOdds: number): number {
  const place = (logOdds * 1021) & 255;
  if (knownLogOdds[place] !== logOdds) {
    knownLogOdds[place] = logOdds;
    knownScores[place] = Math.round(probabilityOf(logOdds) * 10_000) / 10_000;
  }
  return knownScores[place]!;
}

/** Probability of log-odds. */
export function probabilityOf(logOdds: number): number {
  return 1 / (1 + Math.exp(-logOdds));
}

/**
 * Sorts in place and keeps the order of equals. Candidates come nearly in order, so that moving the few that do not stand right
 * costs one look at each; where many would move far, the general sort takes over.
 */
export function sortCandidates(
  candidates: Candidate[],
  compare: (a: Candidate, b: Candidate) => number,
): void {
  let moves = candidates.length * 8;
  for (let index = 1; index < candidates.length; index += 1) {
    const candidate = candidates[index]!;
    let place = index;
    while (place > 0 && compare(candidates[place - 1]!, candidate) > 0) {
      candidates[place] = candidates[place - 1]!;
      place -= 1;
    }
    if (place === index) continue;
    candidates[place] = candidate;
    moves -= index - place;
    if (moves < 0) {
      candidates.sort(compare);
      return;
    }
  }
}
