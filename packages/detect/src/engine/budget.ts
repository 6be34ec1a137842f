/**
 * Watches a budget while a scan goes on.
 *
 * @module
 */
import { type Clock, DataSecurityError, type Finding, systemClock } from '@yushu/core';
import type { Coverage, ScanBudget } from '../scanner-options.ts';

/** Says whether a scan may go on, and afterwards what it has covered. */
export class BudgetMeter {
  readonly #maxFindings: number;
  readonly #deadline: number;
  readonly #signal: AbortSignal | undefined;
  readonly #clock: Clock;
  #stoppedBy: Coverage['stoppedBy'];

  constructor(budget: ScanBudget) {
    const {
      maxFindings = Number.POSITIVE_INFINITY,
      deadlineMs = Number.POSITIVE_INFINITY,
      signal,
      clock = systemClock,
    } = budget;
    if (!(maxFindings >= 1) || !(deadlineMs >= 0)) {
      throw new DataSecurityError('ERR_DETECT_OPTIONS', 'A budget must be positive', {
        hint: 'Give maxFindings of 1 or more and deadlineMs of 0 or more.',
        details: { maxFindings, deadlineMs },
      });
    }
    this.#maxFindings = maxFindings;
    this.#clock = clock;
    this.#deadline = deadlineMs === Number.POSITIVE_INFINITY ? deadlineMs : clock() + deadlineMs;
    this.#signal = signal;
  }

  /** Whether another block may be scanned after `findings` findings. */
  goesOn(findings: number): boolean {
    if (this.#stoppedBy !== undefined) return false;
    if (findings > this.#maxFindings) this.#stoppedBy = 'maxFindings';
    else if (this.#signal?.aborted === true) this.#stoppedBy = 'signal';
    else if (this.#deadline !== Number.POSITIVE_INFINITY && this.#clock() >= this.#deadline)
      this.#stoppedBy = 'deadlineMs';
    return this.#stoppedBy === undefined;
  }

  /** The findings within the budget, and the coverage. `done` findings were given out before. */
  report(
    findings: Finding[],
    scannedTo: number,
    complete: boolean,
    done = 0,
  ): { findings: Finding[]; coverage: Coverage } {
    const room = this.#maxFindings - done;
    if (findings.length > room) {
      this.#stoppedBy = 'maxFindings';
      const kept = findings.slice(0, room);
      // Everything before the first finding that was left out has been looked at.
      const coverage = {
        complete: false,
        scannedTo: findings[room]!.span.start,
        stoppedBy: 'maxFindings' as const,
      };
      return { findings: kept, coverage };
    }
    const stoppedBy = this.#stoppedBy;
    if (stoppedBy === undefined || complete) return { findings, coverage: { complete, scannedTo } };
    return { findings, coverage: { complete: false, scannedTo, stoppedBy } };
  }
}
