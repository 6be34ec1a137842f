import type { CategoryId, Evidence } from '@yushu/core';

/** A piece of text that a detector of your own found. */
export interface CustomMatch {
  /** First index in the text that was given. */
  readonly start: number;
  /** Index after the last. */
  readonly end: number;
  /** Why; the sum of the weights is the log-odds. */
  readonly evidence: readonly Evidence[];
}

/** A detector of your own. `compileDetectors` of `@yushu/detect/custom` makes them from data. */
export interface CustomDetector {
  /** Id that findings carry. */
  readonly id: string;
  readonly category: CategoryId;
  /**
   * Words without which `find` finds nothing, in any case: it is asked only about text that holds one of them. So many detectors
   * take hardly more time than few.
   */
  readonly keywords?: readonly string[] | undefined;
  /**
   * Finds matches in a stretch of folded text. It must be a function of the text alone, or streams would differ from whole texts;
   * matches longer than 8,192 code units may be cut.
   */
  find(text: string): Iterable<CustomMatch>;
}
