import type { AuditSink, SecurityEvent } from '@yushu/core';

/** So many events may wait for the sink. */
const maxWaiting = 10_000;

/** Hands events to the audit sink in their order, behind the back of those who wait for an answer, within bounds. */
export class EventQueue {
  private readonly sink: AuditSink | undefined;
  private waiting: SecurityEvent[] = [];
  private draining: Promise<void> | undefined;
  private hasFailed = false;

  constructor(sink: AuditSink | undefined) {
    this.sink = sink;
  }

  /** Whether what is done now can be recorded. */
  get isReady(): boolean {
    return !this.hasFailed && this.waiting.length <= maxWaiting;
  }

  push(events: readonly SecurityEvent[]): void {
    if (this.sink === undefined || events.length === 0) return;
    for (const event of events) this.waiting.push(event);
    this.draining ??= this.drain();
  }

  /** Resolves once the sink has taken everything, or has failed. */
  async flush(): Promise<void> {
    await this.draining;
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
    } catch {
      this.hasFailed = true;
    } finally {
      this.draining = undefined;
    }
  }
}
