/** What a model found in one text. Offsets count UTF-16 code units. */
export interface NerSpan {
  readonly start: number;
  readonly end: number;
  /** Label of the model, such as `PER`, `B-LOC` or `PERSON`. */
  readonly label: string;
  /** Probability that the model gives, 0 to 1. */
  readonly score: number;
}

/** A model for names, addresses and whatever else it knows: the port that you implement. */
export interface NerEngine {
  /** Id for evidence and failures. */
  readonly id: string;
  /** Longest text that it takes at once, in UTF-16 code units. Default 4,000. */
  readonly maxLength?: number;
  /** Finds entities. It should end when `signal` is aborted; what comes later is not waited for. */
  recognize(text: string, options: { readonly signal: AbortSignal }): Promise<readonly NerSpan[]>;
}
