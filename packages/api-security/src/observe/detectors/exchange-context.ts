import type { Level } from '@yushu/core';
import type { DetectionReason } from '../api-detection.ts';
import type { RoleProfile } from '../api-observer-options.ts';
import type { ObservedExchange } from '../observed-exchange.ts';
import type { OperationShape } from '../operations/operation-registry.ts';
import type { KeyedHash } from '../sketches/keyed-hash.ts';

/** What a detector adds to what it noticed. */
export interface DetectionDetail {
  /** Whether the principal is meant; otherwise the operation or the path as a whole. */
  readonly personal: boolean;
  /** Name of the place; the operation without it. */
  readonly source?: string;
  /** JSON Pointer of a field. */
  readonly path?: string;
  readonly level?: Level;
  readonly figures?: Readonly<Record<string, number>>;
}

/** One exchange on its way through the detectors, with what all of them need. */
export interface ExchangeContext {
  readonly exchange: ObservedExchange;
  /** Milliseconds; finite. */
  readonly time: number;
  /** Whether who asks is known by an id. */
  readonly known: boolean;
  /** Hash of who asks. */
  readonly high: number;
  readonly low: number;
  readonly operation: OperationShape | undefined;
  readonly profile: RoleProfile;
  readonly hash: KeyedHash;
  /** Hash of path and query of the exchange, reckoned when it is first asked for; `hash` holds it then. */
  hashPage(): void;
  /** Notes something; nothing happens within the cool-down of the same. */
  report(reason: DetectionReason, detail: DetectionDetail): void;
}

/** Looks at every exchange. */
export interface Detector {
  readonly byteLength: number;
  observe(context: ExchangeContext): void;
}
