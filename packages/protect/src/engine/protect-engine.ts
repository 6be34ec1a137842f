import type { EventPlace, Finding, Policy } from '@yushu/core';
import type { Scanner } from '@yushu/detect';
import type { Journal } from '../audit/journal.ts';
import type { SummaryCounter } from '../audit/summary.ts';
import { AnswerTable, type Asker } from './answer-table.ts';
import { type Part, planParts, type TextKind } from './plan-parts.ts';
import { type PreparedActions, seeksFormats } from './prepare-actions.ts';
import type { CoverPlace, Treatment } from './treatment.ts';
import type { Outcome } from './write-parts.ts';

/** Longer texts are parts of a larger one in V8, which remembering them would keep in memory. */
const maxRemembered = 12;
const maxNames = 256;
const maxTexts = 1024;

const none: readonly Finding[] = [];

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
  /** See {@link seeksFormats}. */
  readonly seeksFormats: boolean;
  private readonly answers: AnswerTable<Treatment>;
  private readonly coverPlaces = new Map<string, CoverPlace>();
  /** Short texts in which nothing was found, by the name of their field: records mostly repeat them. */
  private readonly clean = new Map<string | undefined, Set<string>>();

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
    this.seeksFormats = seeksFormats(policy);
    this.answers = new AnswerTable(policy, asker, actions.makeTreatment);
  }

  /** What the default does with text in which nothing was found, where it does something. */
  get restTreatment(): Treatment {
    return this.answers.find(undefined, undefined, undefined);
  }

  scanField(text: string, name: string | undefined): readonly Finding[] {
    if (text.length > maxRemembered) return this.scanner.scanField(text, { name });
    let clean = this.clean.get(name);
    if (clean === undefined) {
      if (this.clean.size >= maxNames) this.clean.clear();
      clean = new Set();
      this.clean.set(name, clean);
    }
    if (clean.has(text)) return none;
    const findings = this.scanner.scanField(text, { name });
    if (findings.length === 0 && clean.size < maxTexts) clean.add(text);
    return findings;
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
    if (column === undefined) return this.scope;
    let place = this.coverPlaces.get(column);
    if (place === undefined) {
      if (this.coverPlaces.size >= maxNames) this.coverPlaces.clear();
      place = { ...this.scope, column };
      this.coverPlaces.set(column, place);
    }
    return place;
  }

  note({ treatment, outcome }: Outcome, place: () => EventPlace, counter?: SummaryCounter): void {
    this.journal.note(treatment, outcome, place, counter);
    if (outcome !== 'failure' || counter === undefined) return;
    const { line = 1, record } = place();
    const { action, category } = treatment;
    counter.withhold({
      line,
      ...(record === undefined ? {} : { record }),
      code: 'value',
      message: `${action} failed for a value${category === undefined ? '' : ` of ${category}`}: [BLOCKED] stands in its place`,
    });
  }
}
