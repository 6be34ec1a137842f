import type { ApiSeverity } from '../rules/rule.ts';
import { type ApiIgnore, isInForce } from './ignore.ts';

/** What a report leaves out, and how severe the rest is. */
export interface AcceptOptions {
  /** Severities by id or alias of a rule; `off` turns a rule off. */
  readonly severities?: Readonly<Record<string, ApiSeverity | 'off'>>;
  /** Findings milder than this are left out. */
  readonly minSeverity?: ApiSeverity;
  /** Findings that are known and accepted. */
  readonly ignores?: readonly ApiIgnore[];
  /** Fingerprints of findings that were there before: see `writeBaseline`. */
  readonly baseline?: readonly string[];
  /** Today, as YYYY-MM-DD, for ignores that end. */
  readonly today?: string;
}

/** Of a finding, what it can be known by. */
interface KnownFinding {
  readonly rule: { readonly id: string; readonly aliases: readonly string[] };
  readonly pointer: string;
  readonly fingerprint: string;
}

/** The severity that options give a rule, if any. */
export function severityOf(
  rule: KnownFinding['rule'],
  severities: AcceptOptions['severities'],
): ApiSeverity | 'off' | undefined {
  if (severities === undefined) return undefined;
  for (const id of [rule.id, ...rule.aliases]) {
    if (Object.hasOwn(severities, id)) return severities[id];
  }
  return undefined;
}

/**
 * Tells findings apart that an ignore or the baseline covers.
 *
 * @param separator between the steps of a pointer: what stands below an ignored place is ignored too.
 */
export function createAcceptance(
  { ignores = [], baseline, today = new Date().toISOString().slice(0, 10) }: AcceptOptions,
  separator: '/' | '.' = '/',
): (finding: KnownFinding, inDocument: () => readonly ApiIgnore[]) => boolean {
  const before = baseline === undefined ? undefined : new Set(baseline);
  const named = ignores.filter((ignore) => isInForce(ignore, today));
  const fits = (ignore: ApiIgnore, { rule }: KnownFinding): boolean =>
    ignore.rule === '*' || ignore.rule === rule.id || rule.aliases.includes(ignore.rule);
  const covers = ({ fingerprint, pointer }: ApiIgnore, finding: KnownFinding): boolean =>
    fingerprint !== undefined
      ? fingerprint === finding.fingerprint
      : pointer === undefined ||
        finding.pointer === pointer ||
        finding.pointer.startsWith(`${pointer}${separator}`);
  return (finding, inDocument) =>
    before?.has(finding.fingerprint) === true ||
    named.some((ignore) => fits(ignore, finding) && covers(ignore, finding)) ||
    inDocument().some((ignore) => isInForce(ignore, today) && fits(ignore, finding));
}
