import {
  type AuditSink,
  type Clock,
  describeCategory,
  type EventPlace,
  type Requester,
  type SecurityEvent,
} from '@yushu/core';
import type { Counted, SummaryCounter } from './summary.ts';

/** What was done by one decision of the policy. The same object stands for all values of that decision. */
export interface JournalEntry extends Counted {
  readonly rule: SecurityEvent['rule'];
}

/** The entry of what is withheld because no rule could look at it. */
export const withheldEntry: JournalEntry = {
  action: 'block',
  rule: 'default',
  category: undefined,
  keyId: undefined,
};

/** Makes events of what is done, where someone wants them. */
export class Journal {
  private readonly operation: SecurityEvent['operation'];
  private readonly requester: Requester | undefined;
  private readonly source: string | undefined;
  private readonly clock: Clock;
  private events: SecurityEvent[] = [];
  readonly sink: AuditSink | undefined;

  constructor(
    operation: SecurityEvent['operation'],
    options: {
      readonly sink: AuditSink | undefined;
      readonly requester: Requester;
      readonly source: string | undefined;
      readonly clock: Clock;
    },
  ) {
    const { role, purpose } = options.requester;
    this.operation = operation;
    this.sink = options.sink;
    this.source = options.source;
    this.clock = options.clock;
    this.requester = role === undefined && purpose === undefined ? undefined : options.requester;
  }

  /** @param place - asked only where there is a sink. */
  note(
    entry: JournalEntry,
    outcome: SecurityEvent['outcome'],
    place: () => EventPlace,
    counter?: SummaryCounter,
  ): void {
    counter?.count(entry, outcome);
    if (this.sink === undefined) return;
    const { action, rule, category, keyId } = entry;
    this.events.push({
      time: this.clock(),
      operation: this.operation,
      outcome,
      action,
      rule,
      ...(category === undefined ? {} : { category, level: describeCategory(category).level }),
      ...(keyId === undefined ? {} : { keyId }),
      place: { ...(this.source === undefined ? {} : { source: this.source }), ...place() },
      ...(this.requester === undefined ? {} : { requester: this.requester }),
    });
  }

  /** Events that were not taken yet. */
  take(): SecurityEvent[] {
    const { events } = this;
    if (events.length > 0) this.events = [];
    return events;
  }
}
