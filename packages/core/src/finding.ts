/**
 * What a scanner reports: where, what, how sure and why, but never the value.
 *
 * @module
 */
import type { CategoryId } from './category.ts';
import type { Likelihood } from './likelihood.ts';

/**
 * A half-open range `[start, end)` of the original input. It counts UTF-16 code units, as `String.prototype.slice` does, unless
 * `unit` says that it counts bytes.
 */
export interface Span {
  /** First position. */
  readonly start: number;
  /** Position after the last. */
  readonly end: number;
  /** `byte` where a scanner of bytes reports; otherwise UTF-16 code units. */
  readonly unit?: 'byte';
}

/** What kind of reason an {@link Evidence} is. */
export type EvidenceKind =
  /** The value has the shape of its category. */
  | 'format'
  /** A check digit or checksum holds. */
  | 'checksum'
  /** A part of the value stands in a table: a division code, a carrier prefix, a bank number. */
  | 'lexicon'
  /** A word near the value names the category. */
  | 'cue'
  /** A column or key name names the category. */
  | 'field'
  /** Other findings stand near. */
  | 'neighbour'
  /** A model of one's own says so. */
  | 'model'
  /** The value is too regular or too random for its category. */
  | 'entropy'
  /** A word near the value, or the value's own shape, speaks against it. */
  | 'negative';

/** One reason for or against a finding. */
export interface Evidence {
  readonly kind: EvidenceKind;
  /** Log-odds that this reason adds, in natural logarithm: positive speaks for the category, negative against it. */
  readonly weight: number;
  /** The rule behind it, such as `GB 11643 check digit` or a cue word of the lexicon. Never text of the input. */
  readonly detail?: string;
}

/** One piece of sensitive data that a scanner found. It never holds the value. */
export interface Finding {
  readonly category: CategoryId;
  /** Id of the detector that found it, such as `cn-resident-id`. */
  readonly detector: string;
  /** Where it stands in the text that was scanned. */
  readonly span: Span;
  /** Calibrated probability, 0 to 1. */
  readonly score: number;
  /** The step of `score`. */
  readonly likelihood: Likelihood;
  /** Why. */
  readonly evidence: readonly Evidence[];
  /**
   * RFC 6901 JSON Pointer into structured input, such as `/customers/3/phone`; for a table `/<record>/<column>`. A segment that
   * is itself sensitive is written `*`.
   */
  readonly path?: string;
}
