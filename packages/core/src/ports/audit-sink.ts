import type { SecurityEvent } from '../security-event.ts';

/** Where security events go. `write` resolves once they are safe; until then the writer may be held back. */
export interface AuditSink {
  write(events: readonly SecurityEvent[]): Promise<void>;
}
