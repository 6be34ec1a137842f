import { describeCategory, type SecurityEvent } from '@yushu/core';
import type { FieldVerdict, SensitiveKind } from '../plan/field-action.ts';
import type { SensitiveCount } from '../ports/api-observer.ts';
import type { Redaction } from './redaction.ts';

/** So many places of undocumented fields are named in one exchange. */
const maxUndocumented = 32;

/** Verdicts of one exchange that are counted each by itself. */
const maxVerdicts = 1024;

interface Count {
  count: number;
  disclosed: number;
}

interface Tally {
  readonly verdict: FieldVerdict;
  readonly outcome: SecurityEvent['outcome'];
  /** Where it was met first, `*` for elements. */
  readonly place: string;
  count: number;
}

/** How often a verdict was carried out in one exchange. */
export type VerdictTally = Readonly<Tally>;

/** What was seen and done in the body of one response. It holds places and counts, never a value. */
export class RedactionRecord {
  /** Elements of the outermost list, or records. */
  records = 0;
  /** Everything that was masked or removed, whether it is listed or not. */
  redactedCount = 0;
  readonly undocumented: string[] = [];
  readonly redactions: Redaction[] = [];
  private readonly maxListed: number;
  private readonly counts = new Map<string, Count & SensitiveKind>();
  private readonly tallies = new Map<string, Tally>();
  private readonly noted = new Set<object>();
  private readonly paths = new Set<string>();

  /** @param maxListed redactions that are listed one by one; 0 where nobody asks for them. */
  constructor(maxListed: number) {
    this.maxListed = maxListed;
  }

  /** A value of a known kind was seen. */
  see(kind: SensitiveKind, isDisclosed: boolean): void {
    let count = this.counts.get(kind.category);
    if (count === undefined) {
      count = { ...kind, count: 0, disclosed: 0 };
      this.counts.set(kind.category, count);
    }
    count.count += 1;
    if (isDisclosed) count.disclosed += 1;
  }

  /** A verdict other than `allow` was carried out, or could not be and the value was withheld. */
  note(
    verdict: FieldVerdict,
    op: Redaction['op'],
    outcome: SecurityEvent['outcome'],
    pointer: () => string,
  ): void {
    this.redactedCount += 1;
    const { action, reason, rule, category } = verdict;
    const name = `${action} ${reason} ${rule} ${category} ${outcome}`;
    const tally = this.tallies.get(name);
    if (tally !== undefined) tally.count += 1;
    else if (this.tallies.size < maxVerdicts) {
      const place = templateOf(pointer());
      this.tallies.set(name, { verdict, outcome, place, count: 1 });
    }
    if (this.redactions.length >= this.maxListed) return;
    const path = pointer();
    // A name that comes twice in one object is one place.
    if (this.paths.has(path)) return;
    this.paths.add(path);
    this.redactions.push({
      op,
      path,
      action,
      reason,
      rule,
      ...(category === undefined ? {} : { category }),
    });
  }

  /** A field was met that the description lacks. Each is named once. */
  noteUndocumented(field: object, pointer: () => string): void {
    if (this.undocumented.length >= maxUndocumented || this.noted.has(field)) return;
    this.noted.add(field);
    const place = templateOf(pointer());
    if (!this.undocumented.includes(place)) this.undocumented.push(place);
  }

  sensitive(): readonly SensitiveCount[] {
    return [...this.counts.values()];
  }

  verdicts(): readonly VerdictTally[] {
    return [...this.tallies.values()];
  }
}

/** A pointer with `*` for what are elements, and for names that look like data. */
export const templateOf = (pointer: string): string =>
  pointer.replace(/\/(?:\d+(?=\/|$)|[^/]*(?:\d{4}|@)[^/]*)/g, '/*');

/** The kind of a category by core's table; level 3 where that has none. */
export function kindOf(category: SensitiveKind['category']): SensitiveKind {
  try {
    return { category, level: describeCategory(category).level };
  } catch {
    return { category, level: 3 };
  }
}
