import {
  type ActionKind,
  type AuditSink,
  type CategoryId,
  type Clock,
  type KeyProvider,
  type Policy,
  type Requester,
  type Span,
  systemClock,
} from '@yushu/core';
import { createScanner, type Scanner } from '@yushu/detect';
import { Journal } from '../audit/journal.ts';
import type { PreparedActions } from '../engine/prepare-actions.ts';
import type { Scope } from '../engine/protect-engine.ts';
import { protectError } from '../errors.ts';

/** What a pipeline and a revealer have in common. */
export interface EngineOptions {
  /** What to do, as {@link readPolicy} or core's `parsePolicy` gives it. */
  readonly policy: Policy;
  /** Where keys come from. Needed where the policy names any. */
  readonly keys?: KeyProvider | undefined;
  /** Name of the table, where a rule binds values to it. */
  readonly table?: string | undefined;
  /** Name of the tenant, where a rule binds values to it. */
  readonly tenant?: string | undefined;
  /** Where events go. Nothing is given out before it has taken them. */
  readonly audit?: AuditSink | undefined;
  /** Name of the file, table, topic or operation, for events. */
  readonly source?: string | undefined;
  /** What finds. `createScanner()` unless given. */
  readonly scanner?: Scanner | undefined;
  /** Milliseconds since 1970, for events. The platform's clock unless given. */
  readonly clock?: Clock | undefined;
}

/** Where a single value stands. */
export interface ValuePlace {
  /** Column or key name: evidence, and bound to what is sealed where the policy says so. */
  readonly column?: string;
  /** Identity of the row, bound where the policy says so. */
  readonly row?: string;
}

/** Where a record stands. */
export interface RecordPlace {
  /** Identity of the row, bound to what is sealed where the policy says so. */
  readonly row?: string;
}

/** What was done with one value, or with a part of it. */
export interface AppliedDecision {
  readonly action: ActionKind;
  /** Index of the policy's rule that decided, or `default`. */
  readonly rule: number | 'default';
  /** `denied` is the policy's word, `failure` a value that could not be treated and is withheld. */
  readonly outcome: 'success' | 'denied' | 'failure';
  /** Absent where nothing was found and a rule spoke of the column or path. */
  readonly category?: CategoryId;
  readonly keyId?: string;
  /** Where it stood in the value that was given. */
  readonly span: Span;
  /** JSON Pointer within the record. */
  readonly path?: string;
}

/** The scope of options, checked against what the policy binds to. */
export function scopeOf(options: EngineOptions, actions: PreparedActions): Scope {
  const { tenant, table } = options;
  for (const part of ['tenant', 'table'] as const) {
    if (options[part] === undefined && actions.sealers.some((sealer) => sealer.binds(part))) {
      throw protectError('ERR_PROTECT_CONTEXT', `The policy binds values to a ${part}`, {
        hint: `Give the name of the ${part}, the same when protecting and when revealing.`,
        details: { part },
      });
    }
  }
  return {
    ...(tenant === undefined ? {} : { tenant }),
    ...(table === undefined ? {} : { table }),
  };
}

/** A journal for one stream, or for the calls of one pipeline. */
export function journalOf(
  operation: 'protect' | 'reveal',
  options: EngineOptions,
  requester: Requester,
): Journal {
  return new Journal(operation, {
    sink: options.audit,
    source: options.source,
    clock: options.clock ?? systemClock,
    requester,
  });
}

export function scannerOf(options: EngineOptions): Scanner {
  return options.scanner ?? createScanner();
}
