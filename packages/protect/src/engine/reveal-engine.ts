import type { CategoryId, Decision, EventPlace, Policy } from '@yushu/core';
import { DataSecurityError } from '@yushu/core';
import type { Scanner } from '@yushu/detect';
import type { Journal, JournalEntry } from '../audit/journal.ts';
import type { SummaryCounter } from '../audit/summary.ts';
import type { OpenedValue, Sealer, SealPlace } from '../sealed/sealer.ts';
import { AnswerTable, type Asker } from './answer-table.ts';
import { type Part, planParts, type TextKind } from './plan-parts.ts';
import { type PreparedActions, seeksFormats } from './prepare-actions.ts';
import type { Scope } from './protect-engine.ts';
import type { CoverPlace, Treatment } from './treatment.ts';
import { walkFormats } from './walk-formats.ts';
import type { Replacement } from './write-parts.ts';

/** The same for everything that does not open, as `@yushu/encrypt` has it. */
export function refuseToOpen(): never {
  throw new DataSecurityError('ERR_ENCRYPT_OPEN', 'Could not be opened', {
    hint: 'The key, the context or the ciphertext is not the one it was sealed with.',
  });
}

/** Replacements from left to right. @throws {DataSecurityError} `ERR_ENCRYPT_OPEN` where they overlap, as ours never do. */
export function inOrder<Kind extends Replacement>(replacements: Kind[]): Kind[] {
  replacements.sort((a, b) => a.start - b.start);
  const overlap = replacements.some(
    (one, index) => one.start < (replacements[index - 1]?.end ?? 0),
  );
  return overlap ? refuseToOpen() : replacements;
}

/** What the one who asks may have. */
interface Permission {
  readonly isGranted: boolean;
  readonly rule: Decision['rule'];
  readonly category: CategoryId | undefined;
  /** Its entries for the record, by the id of the key that was used. */
  readonly entries: Map<string, JournalEntry>;
}

/** Opens what was sealed, and says what of it may be given out. */
export class RevealEngine {
  readonly scanner: Scanner;
  readonly scope: Scope;
  readonly journal: Journal;
  /** See {@link seeksFormats}. */
  readonly seeksFormats: boolean;
  private readonly sealers: Sealer[];
  /** What protect did: the policy's answer to someone whom no rule exempts. */
  private readonly treatments: AnswerTable<Treatment>;
  /** What the policy answers to the one who asks. */
  private readonly permissions: AnswerTable<Permission>;

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
    this.sealers = [...actions.sealers];
    this.seeksFormats = seeksFormats(policy);
    const { role: _role, purpose: _purpose, ...anyone } = asker;
    this.treatments = new AnswerTable(policy, anyone, actions.makeTreatment);
    this.permissions = new AnswerTable(policy, asker, ({ action, rule }, category) => ({
      isGranted: action.kind === 'allow',
      rule,
      category,
      entries: new Map(),
    }));
  }

  /**
   * The value, whoever may see it.
   *
   * @throws {DataSecurityError} `ERR_ENCRYPT_OPEN` for whatever is wrong.
   */
  open(
    sealed: string,
    place: SealPlace,
    part: number | undefined,
  ): OpenedValue & { sealer: Sealer } {
    for (const [index, sealer] of this.sealers.entries()) {
      try {
        const opened = sealer.open(sealed, place, part);
        // Values of one document mostly have one key: it comes first the next time.
        if (index > 0) this.sealers.unshift(...this.sealers.splice(index, 1));
        return { ...opened, sealer };
      } catch {
        // Which key it was not says nothing.
      }
    }
    return refuseToOpen();
  }

  /**
   * Whether a value may be given out. Where the column is not bound to it, it must stand where the policy seals in the same way:
   * else it could be moved into a column that more people may see.
   */
  grant(
    opened: OpenedValue & { sealer: Sealer },
    column: string | undefined,
    path: string | undefined,
    place: () => EventPlace,
    counter: SummaryCounter | undefined,
  ): boolean {
    const { category, sealer } = opened;
    const permission = this.permissions.find(category, column, path);
    const isInPlace =
      sealer.binds('column') || this.treatments.find(category, column, path).sealer === sealer;
    const isGranted = permission.isGranted && isInPlace;
    this.note('encrypt', permission, sealer.keyId, isGranted, place, counter);
    return isGranted;
  }

  private note(
    action: 'encrypt' | 'fpe',
    { rule, category, entries }: Permission,
    keyId: string | undefined,
    isGranted: boolean,
    place: () => EventPlace,
    counter: SummaryCounter | undefined,
  ): void {
    const name = `${action} ${keyId}`;
    let entry = entries.get(name);
    if (entry === undefined) {
      entry = { action, rule, category, keyId };
      entries.set(name, entry);
    }
    this.journal.note(entry, isGranted ? 'success' : 'denied', place, counter);
  }

  coverPlace(column: string | undefined): CoverPlace {
    return column === undefined ? this.scope : { ...this.scope, column };
  }

  /** What protect would do with this text. */
  plan(
    text: string,
    kind: TextKind,
    column: string | undefined,
    path: string | undefined,
    empty: boolean,
  ): readonly Part[] {
    const findings = this.scanner.scanField(text, { name: column });
    return planParts(this.treatments, text, findings, kind, column, path, empty);
  }

  /** What protect would do with running text, or with a name. */
  planText(text: string, kind: 'text' | 'name'): readonly Part[] {
    const findings = this.scanner.scan(text);
    return planParts(this.treatments, text, findings, kind, undefined, undefined, text === '');
  }

  /**
   * The values that were encrypted in their format and may be given out, as they were; and whether there are any at all.
   *
   * @param find - what protect would do with a text in this place.
   * @throws {DataSecurityError} `ERR_ENCRYPT_OPEN` where they are not as protect left them.
   */
  openFormats(
    text: string,
    find: (text: string) => readonly Part[],
    coverPlace: CoverPlace,
    column: string | undefined,
    path: string | undefined,
    place: () => EventPlace,
    counter: SummaryCounter | undefined,
  ): { readonly isFound: boolean; readonly replacements: Replacement[] } {
    const parts = find(text).filter((part) => part.treatment.format !== undefined);
    if (parts.length === 0) return { isFound: false, replacements: [] };
    const permissions = parts.map((part) =>
      this.permissions.find(part.treatment.category, column, path),
    );
    const values = permissions.some((permission) => permission.isGranted)
      ? this.walkBack(text, parts, find, coverPlace)
      : [];
    const replacements: Replacement[] = [];
    for (const [index, { start, end, treatment }] of parts.entries()) {
      const permission = permissions[index]!;
      this.note('fpe', permission, treatment.keyId, permission.isGranted, place, counter);
      if (permission.isGranted) replacements.push({ start, end, text: values[index]! });
    }
    return { isFound: true, replacements };
  }

  private walkBack(
    text: string,
    parts: readonly Part[],
    find: (text: string) => readonly Part[],
    coverPlace: CoverPlace,
  ): string[] {
    try {
      const values = walkFormats(
        text,
        parts,
        find,
        (treatment, value) => treatment.format!.reveal(value, coverPlace),
        -1,
      );
      return values ?? refuseToOpen();
    } catch {
      return refuseToOpen();
    }
  }
}
