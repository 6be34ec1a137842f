/**
 * Rules over the schema definition language of GraphQL (October 2021).
 *
 * @module
 */
import { describeCategory } from '@yushu/core';
import { parse } from 'graphql';
import { type AcceptOptions, createAcceptance, severityOf } from '../audit/accept-findings.ts';
import { hashText } from '../audit/fingerprint.ts';
import { LineTable } from '../document/text-place.ts';
import type { AuditReport, CauseReport } from '../report/describe-audit.ts';
import { type ApiSeverity, apiSeverities } from '../rules/rule.ts';
import { checkSchema, type NotedPlace } from './check-schema.ts';
import { readCommentIgnores } from './read-comment-ignores.ts';

/** Options of {@link auditGraphql}. */
export type GraphqlAuditOptions = AcceptOptions;

/** An audit of a GraphQL schema. */
export interface GraphqlAudit extends AuditReport {
  /** Fingerprints of all findings, of the ignored ones too: for `writeBaseline`. */
  readonly fingerprints: readonly string[];
}

/** A finding: its place, and how severe it is by the options. */
interface Graded {
  readonly place: NotedPlace;
  readonly severity: ApiSeverity;
  readonly fingerprint: string;
  readonly line: number;
  readonly column: number;
}

const rankOf = (severity: string): number => (apiSeverities as readonly string[]).indexOf(severity);

function toCauses(graded: readonly Graded[]): readonly CauseReport[] {
  const groups = new Map<string, Graded[]>();
  for (const one of graded) {
    const key = `${one.place.rule.id} ${one.place.category ?? ''}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [one]);
    else group.push(one);
  }
  return [...groups.values()]
    .map((group): CauseReport => {
      const { place, severity } = group[0]!;
      const { rule, category } = place;
      return {
        rule: rule.id,
        aliases: [],
        severity,
        message: rule.message,
        advice: rule.advice,
        owasp: rule.owasp,
        cwe: rule.cwe,
        ...(category === undefined ? {} : { category, level: describeCategory(category).level }),
        count: group.length,
        operationCount: 0,
        operations: [],
        findings: group.slice(0, 1000).map(({ place: { path }, line, column, fingerprint }) => ({
          pointer: path,
          line,
          column,
          fingerprint,
          message: rule.message,
          severity,
        })),
      };
    })
    .sort((a, b) => rankOf(a.severity) - rankOf(b.severity));
}

/** Tokens that are read: more are no schema. */
const maxTokens = 2_000_000;

/**
 * Audits a GraphQL schema in its definition language. It never throws: a text that cannot be parsed gives a diagnostic with its place.
 * A comment `# yushu-ignore RULE until YYYY-MM-DD: reason` on the line, or above it, accepts a finding.
 *
 * @example
 * ```ts
 * import { auditGraphql } from '@yushu/api-security/graphql';
 *
 * const { causes } = auditGraphql('type User { id: ID! passwordHash: String }');
 * console.log(causes[0]?.rule, causes[0]?.findings[0]?.pointer); // graphql-credential-in-output User.passwordHash
 * ```
 */
export function auditGraphql(text: string, options: GraphqlAuditOptions = {}): GraphqlAudit {
  let document: ReturnType<typeof parse>;
  try {
    document = parse(text, { maxTokens });
  } catch (error) {
    const [place] =
      (error as { locations?: readonly { line: number; column: number }[] }).locations ?? [];
    return {
      format: undefined,
      operationCount: 0,
      schemaCount: 0,
      bySeverity: {},
      causes: [],
      ignoredCount: 0,
      diagnostics: [{ code: 'syntax', message: 'The GraphQL schema is broken here.', ...place }],
      fingerprints: [],
    };
  }
  const { noted, operationCount, schemaCount } = checkSchema(document);
  const lines = new LineTable(text);
  const lowest = rankOf(options.minSeverity ?? 'info');
  const isAccepted = createAcceptance(options, '.');
  const inComments = readCommentIgnores(document);
  const all = noted.flatMap((place): Graded[] => {
    const { rule, path } = place;
    const severity = severityOf({ id: rule.id, aliases: [] }, options.severities) ?? rule.severity;
    if (severity === 'off' || rankOf(severity) > lowest) return [];
    const fingerprint = hashText(`${rule.id} ${path}`);
    return [{ place, severity, fingerprint, ...lines.place(place.offset) }];
  });
  const kept = all.filter(
    ({ place: { rule, path }, fingerprint, line }) =>
      !isAccepted(
        { rule: { id: rule.id, aliases: [] }, pointer: path, fingerprint },
        () => inComments.get(line) ?? [],
      ),
  );
  const causes = toCauses(kept);
  const bySeverity: Record<string, number> = {};
  for (const { severity } of causes) bySeverity[severity] = (bySeverity[severity] ?? 0) + 1;
  return {
    format: 'graphql',
    operationCount,
    schemaCount,
    bySeverity,
    causes,
    ignoredCount: all.length - kept.length,
    diagnostics: [],
    fingerprints: all.map(({ fingerprint }) => fingerprint),
  };
}
