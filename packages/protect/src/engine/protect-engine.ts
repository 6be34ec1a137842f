import type { EventPlace, Finding, Policy } from '@yushu/core';
import type { Scanner } from '@yushu/detect';
import type { Journal } from '../audit/journal.ts';
import type { SummaryCounter } from '../audit/summary.ts';
import { AnswerTable, type Asker } from './answer-table.ts';
import { type Part, planParts, type TextKind } from './plan-parts.ts';
import type { PreparedActions } from './prepare-actions.ts';
import type { CoverPlace, Treatment } from './treatment.ts';
import type { Outcome } from './write-parts.ts';

/** What values of one pipeline have in common: where they stand. */
export interface Scope {
  readonly tenant?: string;
  readonly table?: string;
}

/** What a pipeline is made of: a scanner that finds, a policy that decides, actions that are ready, a journal that records. */
export class ProtectEngine {
  readonly scanner: Scanner;
  readonly scope: Scope;
  readonly journal: Journal;
  private readonly answers: AnswerTable<Treatment>;

  constructor(
    policy: Policy,
    asker: Asker,
    actions: PreparedActions,
    scanner: Scanner,
    scope: Scope,
    journal: Journal,
  ) {
    this.scanner = scanner;
    this.scope = scope;
    this.journal = journal;
    this.answers = new AnswerTable(policy, asker, actions.makeTreatment);
  }

  /** What the default does with text in which nothing was found, where it does something. */
  get restTreatment(): Treatment {
    return this.answers.find(undefined, undefined, undefined);
  }

  scanField(text: string, name: string | undefined): Finding[] {
    return this.scanner.scanField(text, { name });
  }

  plan(
    text: string,
    findings: readonly Finding[],
    kind: TextKind,
    column: string | undefined,
    path: string | undefined,
    empty: boolean,
  ): readonly Part[] {
    return planParts(this.answers, text, findings, kind, column, path, empty);
  }

  planText(text: string, findings: readonly Finding[], kind: 'text' | 'name'): readonly Part[] {
    return planParts(this.answers, text, findings, kind, undefined, undefined, text === '');
  }

  coverPlace(column: string | undefined): CoverPlace {
    return column === undefined ? this.scope : { ...this.scope, column };
  }

  note({ treatment, outcome }: Outcome, place: () => EventPlace, counter?: SummaryCounter): void {
    const { kind, rule, category, keyId } = treatment;
    this.journal.note({ action: kind, rule, category, keyId, outcome }, place, counter);
  }
}
