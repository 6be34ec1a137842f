/**
 * What an extractor reports before scores are compared.
 *
 * @module
 */
import type { CategoryId, Evidence } from '@yushu/core';

/** A possible finding: indexes are those of the folded view. */
export interface Candidate {
  readonly category: CategoryId;
  readonly detector: string;
  readonly start: number;
  readonly end: number;
  /** Sum of the weights of the evidence, in natural log-odds. */
  readonly logOdds: number;
  readonly evidence: readonly Evidence[];
}

/** Probability of log-odds. */
export function probabilityOf(logOdds: number): number {
  return 1 / (1 + Math.exp(-logOdds));
}
