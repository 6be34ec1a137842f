import type { CategoryId, Clock, Likelihood } from '@yushu/core';
import type { CustomDetector } from './custom-detector.ts';

/** What a scanner looks for. */
export interface ScannerOptions {
  /** The lowest likelihood that is reported. Default `likely`. */
  readonly minLikelihood?: Likelihood;
  /**
   * Patterns of categories to look for, such as `['id.*', 'contact.phone']`. Default: all but those that are mostly no personal
   * data by themselves (`date`, `network.url`, `network.domain`, `finance.amount`, `org.*` names), which are found where they are
   * named here.
   */
  readonly categories?: readonly string[];
  /** Detectors of your own, beside the built-in ones; `@yushu/detect/custom` makes them from data. */
  readonly detectors?: readonly CustomDetector[];
  /** Patterns of categories that are not reported. */
  readonly exclude?: readonly string[];
  /**
   * Whether a value may stand where it does: it is not reported then. Asked of values that would be, as they stand in the text;
   * `createAllowList` of `@yushu/detect/baseline` makes one of a list.
   */
  readonly allow?: ((value: string, category: CategoryId) => boolean) | undefined;
}

/** How far one scan may go. Where a limit is reached, the coverage says so. */
export interface ScanBudget {
  /** The most findings, 1 or more. */
  readonly maxFindings?: number;
  /** The most time in milliseconds, by `clock`. */
  readonly deadlineMs?: number;
  /** Ends the scan when it is aborted. */
  readonly signal?: AbortSignal;
  /** Where time comes from. Default: the platform's clock. */
  readonly clock?: Clock;
}

/** What a scan has looked at. */
export interface Coverage {
  /** Whether all of the input was looked at. */
  readonly complete: boolean;
  /** Everything before this offset was looked at, in UTF-16 code units of the whole input. */
  readonly scannedTo: number;
  /** Why it ended early. */
  readonly stoppedBy?: 'maxFindings' | 'deadlineMs' | 'signal';
}
