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
  /** Where it was met first, `*` for elements. */
  readonly place: string;
  count: number;
  /** Values that could not be treated, and were withheld. */
  failed: number;
}

/** Something that can say where it stands. */
interface Place {
  pointer(): string;
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
  private readonly counts = new Map<SensitiveKind, Count>();
  private readonly tallies = new Map<FieldVerdict, Tally>();
  private lastKind: SensitiveKind | undefined;
  private lastCount: Count | undefined;
  private lastTally: Tally | undefined;
  private readonly noted = new Set<object>();
  private readonly paths = new Set<string>();

  /** @param maxListed redactions that are listed one by one; 0 where nobody asks for them. */
  constructor(maxListed: number) {
    this.maxListed = maxListed;
  }

  /** A value of a known kind was seen. */
  see(kind: SensitiveKind, isDisclosed: boolean, times = 1): void {
    // Records of a list mostly have the same kinds, one after the other.
    let count = kind === this.lastKind ? this.lastCount : this.counts.get(kind);
    if (count === undefined) {
      if (this.counts.size >= maxVerdicts) return;
      count = { count: 0, disclosed: 0 };
      this.counts.set(kind, count);
    }
    this.lastKind = kind;
    this.lastCount = count;
    count.count += times;
    if (isDisclosed) count.disclosed += times;
  }

  /** A verdict other than `allow` was carried out, or could not be and the value was withheld. */
  note(verdict: FieldVerdict, op: Redaction['op'], hasFailed: boolean, place: Place): void {
    this.redactedCount += 1;
    let tally = verdict === this.lastTally?.verdict ? this.lastTally : this.tallies.get(verdict);
    if (tally === undefined && this.tallies.size < maxVerdicts) {
      tally = { verdict, place: templateOf(place.pointer()), count: 0, failed: 0 };
      this.tallies.set(verdict, tally);
    }
    this.lastTally = tally;
    if (tally !== undefined) {
      if (hasFailed) tally.failed += 1;
      else tally.count += 1;
    }
    if (this.redactions.length < this.maxListed) this.list(verdict, op, place.pointer());
  }

  /** A field was met that the description lacks. Each is named once. */
  noteUndocumented(field: object, place: Place): void {
    if (this.undocumented.length >= maxUndocumented || this.noted.has(field)) return;
    this.noted.add(field);
    const template = templateOf(place.pointer());
    if (!this.undocumented.includes(template)) this.undocumented.push(template);
  }

  private list(verdict: FieldVerdict, op: Redaction['op'], path: string): void {
    // A name that comes twice in one object is one place.
    if (this.paths.has(path)) return;
    this.paths.add(path);
    const { action, reason, rule, category } = verdict;
    this.redactions.push({
      op,
      path,
      action,
      reason,
      rule,
      ...(category === undefined ? {} : { category }),
    });
  }

  sensitive(): readonly SensitiveCount[] {
    const byCategory = new Map<string, Count & SensitiveKind>();
    for (const [kind, { count, disclosed }] of this.counts) {
      const sum = byCategory.get(kind.category) ?? { ...kind, count: 0, disclosed: 0 };
      sum.count += count;
      sum.disclosed += disclosed;
      byCategory.set(kind.category, sum);
    }
    return [...byCategory.values()];
  }

  verdicts(): readonly VerdictTally[] {
    return [...this.tallies.values()];
  }
}

/** A pointer with `*` for what are elements, and for names that look like data. */
export const templateOf = (pointer: string): string =>
  pointer.replace(/\/(?:\d+(?=\/|$)|[^/]*(?:\d{4}|@)[^/]*)/g, '/*');
