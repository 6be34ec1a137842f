/**
 * What was done to which data, for records: category, action, key and place, never values.
 *
 * @module
 */
import type { CategoryId } from './category.ts';
import type { Level } from './level.ts';
import type { ActionKind } from './policy/action.ts';

/** Where something happened. */
export interface EventPlace {
  /** Name of the file, table, topic or operation. */
  readonly source?: string;
  /** JSON Pointer into a record or document. */
  readonly path?: string;
  readonly column?: string;
  /** Number of the record from 1. */
  readonly record?: number;
  /** Number of the line from 1. */
  readonly line?: number;
}

/** Who asked, and why. */
export interface Requester {
  readonly role?: string;
  readonly purpose?: string;
}

/** One thing that was done, or refused. */
export interface SecurityEvent {
  /** Milliseconds since 1970-01-01T00:00:00Z. */
  readonly time: number;
  /** What was tried; `guard` where a request or a response was let through, changed or refused as a whole. */
  readonly operation: 'protect' | 'reveal' | 'guard';
  /** How it ended. `denied` is the policy's word, `failure` an error. */
  readonly outcome: 'success' | 'denied' | 'failure';
  /** What the policy asked for. */
  readonly action: ActionKind;
  /** Index of the policy's rule that decided, or `default`. */
  readonly rule: number | 'default';
  /** What was noticed, in words for programs such as `shadow-route`; never a value. */
  readonly reason?: string;
  /** How many values it speaks of, where one event stands for several; its place is then that of the first. */
  readonly count?: number;
  readonly category?: CategoryId;
  readonly level?: Level;
  /** Id of the key that was used. */
  readonly keyId?: string;
  readonly place: EventPlace;
  readonly requester?: Requester;
  /** Pseudonym of who asked; never what a person is called. */
  readonly principal?: string;
  /** Counts and estimates that led to it, by name. */
  readonly figures?: Readonly<Record<string, number>>;
}
