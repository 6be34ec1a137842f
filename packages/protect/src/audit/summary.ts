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

/** A record or line that is not in the output, because no rule could look at it. */
export interface WithheldRecord {
  /** Line in the input, from 1. */
  readonly line: number;
  /** Column in UTF-16 code units, from 1, where one is known. */
  readonly column?: number;
  /** Number of the record in the input, from 1, where it is one. */
  readonly record?: number;
  /** Stable, for programs: a code of `@yushu/detect/formats`, `sealed` or `header`. */
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

/** Counts what is done with a document, in bounded memory. */
export class SummaryCounter {
  records = 0;
  private withheldCount = 0;
  private readonly withheld: WithheldRecord[] = [];
  private readonly counts = new Map<string, { count: Omit<ActionCount, 'count'>; times: number }>();

  count(
    action: ActionKind,
    category: CategoryId | undefined,
    outcome: ActionCount['outcome'],
    keyId: string | undefined,
  ): void {
    const name = `${action} ${outcome} ${category ?? ''} ${keyId ?? ''}`;
    const entry = this.counts.get(name);
    if (entry !== undefined) {
      entry.times += 1;
      return;
    }
    const count = {
      action,
      outcome,
      ...(category === undefined ? {} : { category }),
      ...(keyId === undefined ? {} : { keyId }),
    };
    this.counts.set(name, { count, times: 1 });
  }

  withhold(record: WithheldRecord): void {
    this.withheldCount += 1;
    if (this.withheld.length < maxNamed) this.withheld.push(record);
  }

  summary(): DocumentSummary {
    return {
      records: this.records,
      actions: [...this.counts.values()].map(({ count, times }) => ({ ...count, count: times })),
      withheldCount: this.withheldCount,
      withheld: [...this.withheld],
    };
  }
}
