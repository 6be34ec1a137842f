import type { Finding, Span } from '@yushu/core';
import type { ScanBudget } from '../scanner-options.ts';
import type { Encoding } from './decoded.ts';

/** One encoding on the way from the input to a value. */
export interface EncodingStep {
  readonly encoding: Encoding;
  /** Place of the encoded form in the text around it; of gzip, in bytes. */
  readonly span: Span;
}

/** A finding within encodings. `span` is its place in the input, as near as the encodings let one say. */
export interface DecodedFinding extends Finding {
  /** The encodings around the value, the outermost first; empty where it stands in the open. */
  readonly chain: readonly EncodingStep[];
  /** Place of the value in the innermost text. */
  readonly innerSpan: Span;
}

/** Why something encoded was not looked into, or not to its end. */
export type UndecodedReason = 'maxDepth' | 'maxDecodedBytes' | 'broken';

/** Something encoded that was not looked into, or not to its end. */
export interface Undecoded {
  readonly reason: UndecodedReason;
  readonly encoding: Encoding;
  /** Place in the input. */
  readonly span: Span;
}

/** What was looked at. */
export interface DecodedCoverage {
  /** Whether all of the input was looked at, and all that is encoded in it. */
  readonly complete: boolean;
  /** Everything before this offset of the input was looked at, apart from `undecoded`. */
  readonly scannedTo: number;
  /** Why it ended early. */
  readonly stoppedBy?: 'maxFindings' | 'deadlineMs' | 'signal';
  /** How many bytes of decoded text were looked at. */
  readonly decodedBytes: number;
  /** What was left out, in order; at most 1,000 of them. */
  readonly undecoded: readonly Undecoded[];
  /** How many were left out. */
  readonly undecodedCount: number;
}

/** Findings and what was looked at. */
export interface DecodedReport {
  readonly findings: readonly DecodedFinding[];
  readonly coverage: DecodedCoverage;
}

/** How far one look into encodings may go. */
export interface DecodeBudget extends ScanBudget {
  /** How many encodings may lie around a value. Default 5. */
  readonly maxDepth?: number;
  /** How many bytes may be decoded in all, UTF-8 and gzip alike. Default 64 MiB. */
  readonly maxDecodedBytes?: number;
  /** Which encodings are looked into. Default: all. */
  readonly encodings?: readonly Encoding[];
}
