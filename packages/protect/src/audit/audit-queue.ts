import type { AuditSink, SecurityEvent } from '@yushu/core';
import { protectError } from '../errors.ts';
import type { Journal } from './journal.ts';

/** So many events may wait for the sink; then nothing more is done until it has taken them. */
const maxWaiting = 10_000;

/** Hands events to a sink in the order in which they came. For synchronous callers it does so behind their back, within bounds. */
export class AuditQueue {
  private readonly journal: Journal;
  private readonly sink: AuditSink | undefined;
  private waiting: SecurityEvent[] = [];
  private draining: Promise<void> | undefined;
  private failure: unknown;

  constructor(journal: Journal) {
    this.journal = journal;
    this.sink = journal.sink;
  }

  /**
   * Before something is done: whether it can be recorded.
   *
   * @throws {DataSecurityError} `ERR_PROTECT_AUDIT`.
   */
  assertReady(): void {
    if (this.failure !== undefined) {
      throw protectError('ERR_PROTECT_AUDIT', 'The audit sink failed', {
        hint: 'Nothing is done unrecorded: mend the sink and make a new pipeline.',
        cause: this.failure,
      });
    }
    if (this.waiting.length > maxWaiting) {
      throw protectError('ERR_PROTECT_AUDIT', 'The audit sink has fallen behind', {
        hint: 'Await flush() from time to time.',
        details: { waiting: this.waiting.length },
      });
    }
  }

  /** After something was done. */
  enqueue(): void {
    if (this.sink === undefined) return;
    for (const event of this.journal.take()) this.waiting.push(event);
    if (this.waiting.length > 0) this.draining ??= this.drain();
  }

  /** Resolves once the sink has taken everything. */
  async flush(): Promise<void> {
    this.enqueue();
    await this.draining;
    this.assertReady();
  }

  private async drain(): Promise<void> {
    // Not at once: what is done in one go is written in one go.
    await Promise.resolve();
    try {
      while (this.waiting.length > 0) {
        const events = this.waiting;
        await this.sink!.write(events);
        this.waiting = this.waiting.slice(events.length);
      }
    } catch (error) {
      this.failure = error ?? 'unknown';
    } finally {
      this.draining = undefined;
    }
  }
}
