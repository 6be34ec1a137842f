import type { CategoryId, Level, SecurityEvent } from '@yushu/core';
import type { RequestFacts } from './request-facts.ts';

/** How often a response held a kind of sensitive field, before anything was masked. */
export interface SensitiveCount {
  readonly category: CategoryId;
  readonly level: Level;
  /** Values, not records. */
  readonly count: number;
  /** Values that went out as they were; the others were masked or removed. */
  readonly disclosed: number;
}

/** What the guard knows of an exchange once its response has ended. It never holds a value of a body. */
export interface ExchangeFacts {
  readonly request: RequestFacts;
  /** Status that was sent. */
  readonly status: number;
  /** `handled` by the handler, `refused` by the guard, `aborted` by the client or by an error in the middle of the body. */
  readonly outcome: 'handled' | 'refused' | 'aborted';
  /** Why it was refused, such as `shadow-route`, `authorisation` or `request-body`. */
  readonly reason?: string;
  /** Bytes of the body that went out, before compression. */
  readonly responseBytes: number;
  /** Records in the response: elements of its outermost list, lines of NDJSON, or 1 for another body; 0 for none. */
  readonly records: number;
  readonly sensitive: readonly SensitiveCount[];
  /** JSON Pointers of fields that the description lacks, `*` for elements; at most 32 of them. */
  readonly undocumented: readonly string[];
}

/**
 * The port through which detectors see exchanges. `observe` is called once for each request, after the response has ended; it is synchronous
 * and must not throw. What it returns goes to the guard's audit sink.
 */
export interface ApiObserver {
  observe(exchange: ExchangeFacts): readonly SecurityEvent[];
}
