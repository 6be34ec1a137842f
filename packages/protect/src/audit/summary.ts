import type { ActionKind, CategoryId } from '@yushu/core';

/** How often an action ended in one way for one category. */
export interface ActionCount {
  readonly action: ActionKind;
  /** Absent where a rule spoke of a column or path, or `default` answered, and nothing was found. */
  readonly category?: CategoryId;
  /** `denied` is the policy's word, `failure` a value that could not be treated and is withheld. */
  readonly outcome: 'success' | 'denied' | 'failure';
  readonly keyId?: string;
  readonly count: number;
}

/** A record, line or value that is not in the output, because no rule could look at it or do what it asks. */
export interface WithheldRecord {
  /** Line in the input, from 1. */
  readonly line: number;
  /** Column in UTF-16 code units, from 1, where one is known. */
  readonly column?: number;
  /** Number of the record in the input, from 1, where it is one. */
  readonly record?: number;
  /** Stable, for programs: a code of `@yushu/detect/formats`, `sealed`, `header`, `statement`, `encoding` or `value`. */
  readonly code: string;
  /** Why, for people. Never text of the input. */
  readonly message: string;
}

/** What was done with a document. */
export interface DocumentSummary {
  /** Records, or lines of text, that were given out. */
  readonly records: number;
  readonly actions: readonly ActionCount[];
  /** How many records were withheld, those that are not listed included. */
  readonly withheldCount: number;
  /** The first of them. */
  readonly withheld: readonly WithheldRecord[];
}

/** So many withheld records are named; all are counted. */
const maxNamed = 1000;

/** What an action was applied to. The same object stands for all values of one decision. */
export interface Counted {
  readonly action: ActionKind;
  readonly category: CategoryId | undefined;
  readonly keyId: string | undefined;
}

type Times = { [Key in ActionCount['outcome']]: number };

/** So many decisions are counted by themselves; then they are added up by what they have in common. */
const maxDecisions = 4096;

/** Counts what is done with a document, in bounded memory. */
export class SummaryCounter {
  records = 0;
  private withheldCount = 0;
  private readonly withheld: WithheldRecord[] = [];
  private readonly byDecision = new Map<Counted, Times>();
  private readonly totals = new Map<string, ActionCount>();

  count(counted: Counted, outcome: ActionCount['outcome']): void {
    let times = this.byDecision.get(counted);
    if (times === undefined) {
      if (this.byDecision.size >= maxDecisions) this.addUp();
      times = { success: 0, denied: 0, failure: 0 };
      this.byDecision.set(counted, times);
    }
    times[outcome] += 1;
  }

  withhold(record: WithheldRecord): void {
    this.withheldCount += 1;
    if (this.withheld.length < maxNamed) this.withheld.push(record);
  }

  summary(): DocumentSummary {
    this.addUp();
    return {
      records: this.records,
      actions: [...this.totals.values()],
      withheldCount: this.withheldCount,
      withheld: [...this.withheld],
    };
  }

  private addUp(): void {
    for (const [{ action, category, keyId }, times] of this.byDecision) {
      for (const outcome of ['success', 'denied', 'failure'] as const) {
        if (times[outcome] === 0) continue;
        const name = `${action} ${outcome} ${category ?? ''} ${keyId ?? ''}`;
        this.totals.set(name, {
          action,
          outcome,
          ...(category === undefined ? {} : { category }),
          ...(keyId === undefined ? {} : { keyId }),
          count: (this.totals.get(name)?.count ?? 0) + times[outcome],
        });
      }
    }
    this.byDecision.clear();
  }
}
