import type { ExchangeFacts } from '../guard/ports/api-observer.ts';

/** An exchange as detectors take it. What the guard knows of one (`ExchangeFacts`) is enough. */
export interface ObservedExchange extends ExchangeFacts {
  /**
   * Ids of objects that the answer handed to who asked, such as those of a list. Where you can give them, asking for one of them later is
   * never taken for guessing; without them, the number of records in an answer is trusted.
   */
  readonly objectIds?: readonly string[];
}
