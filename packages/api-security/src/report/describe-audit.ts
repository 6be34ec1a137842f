import type { ApiAudit, ApiCause } from '../audit/api-audit.ts';
import { documentsKey } from '../document/bundle-description.ts';
import { extendPointer } from '../model/api-node.ts';
import { nameOperation } from '../model/api-operation.ts';

/** A finding as programs read it. */
export interface FindingReport {
  /** The document it is in where it is not the first one, relative to that. */
  readonly document?: string;
  /** JSON Pointer within its document. */
  readonly pointer: string;
  readonly line?: number;
  readonly column?: number;
  readonly fingerprint: string;
  readonly message: string;
  readonly severity: string;
}

/** A root cause as programs read it. */
export interface CauseReport {
  readonly rule: string;
  readonly aliases: readonly string[];
  readonly severity: string;
  readonly message: string;
  readonly advice: string;
  readonly owasp: string;
  readonly cwe: number;
  readonly category?: string;
  readonly level?: string | number;
  /** Findings in all, and places looked at where a whole document lacks a habit. */
  readonly count: number;
  readonly looked?: number;
  /** Operations that are concerned: how many, and the first of them. */
  readonly operationCount: number;
  readonly operations: readonly string[];
  readonly findings: readonly FindingReport[];
}

/** An audit as programs read it. */
export interface AuditReport {
  readonly format: string | undefined;
  readonly operationCount: number;
  readonly schemaCount: number;
  readonly bySeverity: Readonly<Record<string, number>>;
  readonly causes: readonly CauseReport[];
  readonly ignoredCount: number;
  readonly diagnostics: ApiAudit['diagnostics'];
}

/** Limits of a report. */
export interface ReportOptions {
  /** Findings of one cause that are listed one by one, 1000 unless given. */
  readonly maxFindings?: number;
  /** Operations of one cause that are named, 10 unless given. */
  readonly maxOperations?: number;
}

function operationsOf(audit: ApiAudit, { rule, findings }: ApiCause): Set<string> {
  const names = new Set<string>();
  const seen = new Set<unknown>();
  // Of a habit the operations are nearly all; the first places are enough to name some.
  for (const { node } of findings.slice(0, 200)) {
    if (seen.has(node.unit)) continue;
    seen.add(node.unit);
    for (const operation of audit.model?.operationsOf(node.unit, rule.direction) ?? []) {
      names.add(nameOperation(operation));
    }
  }
  return names;
}

/** A pointer into a bundle, as one into one of its documents. */
const within = (document: string, pointer: string): string =>
  pointer.slice(extendPointer('', documentsKey, document).length);

/**
 * Writes an audit down as plain data, with lines and columns of every finding that is listed.
 *
 * @example
 * ```ts
 * import { auditDescription, describeAudit } from '@yushu/api-security';
 *
 * console.log(describeAudit(auditDescription({ openapi: '3.1.0', servers: [{ url: 'http://api.example.com' }] })).bySeverity['high']); // 1
 * ```
 */
export function describeAudit(audit: ApiAudit, options: ReportOptions = {}): AuditReport {
  const { maxFindings = 1000, maxOperations = 10 } = options;
  const listed = audit.causes.map(({ findings }) => findings.slice(0, maxFindings));
  const pointers = listed.map((findings) => findings.map(({ pointer }) => pointer));
  const places = audit.locate(pointers.flat());
  let at = 0;
  const bySeverity: Record<string, number> = {};
  const causes = audit.causes.map((cause: ApiCause, index): CauseReport => {
    bySeverity[cause.severity] = (bySeverity[cause.severity] ?? 0) + 1;
    const operations = operationsOf(audit, cause);
    return {
      rule: cause.rule.id,
      aliases: cause.rule.aliases,
      severity: cause.severity,
      message: cause.message,
      advice: cause.rule.advice,
      owasp: cause.rule.owasp,
      cwe: cause.rule.cwe,
      ...(cause.category === undefined ? {} : { category: cause.category }),
      ...(cause.level === undefined ? {} : { level: cause.level }),
      count: cause.findings.length,
      ...(cause.looked === undefined ? {} : { looked: cause.looked }),
      operationCount: operations.size,
      operations: [...operations].slice(0, maxOperations),
      findings: listed[index]!.map((finding, one) => {
        const place = places[at];
        at += 1;
        const pointer = pointers[index]![one]!;
        const document = place?.document;
        return {
          ...(document === undefined
            ? { pointer }
            : { document, pointer: within(document, pointer) }),
          ...(place === undefined ? {} : { line: place.line, column: place.column }),
          fingerprint: finding.fingerprint,
          message: finding.message,
          severity: finding.severity,
        };
      }),
    };
  });
  return {
    format: audit.model?.format,
    operationCount: audit.model?.operations.length ?? 0,
    schemaCount: audit.model?.schemas.length ?? 0,
    bySeverity,
    causes,
    ignoredCount: audit.ignored.length,
    diagnostics: audit.diagnostics,
  };
}
