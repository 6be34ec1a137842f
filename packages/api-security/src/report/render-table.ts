import { apiSeverities } from '../rules/rule.ts';
import type { AuditReport, CauseReport } from './describe-audit.ts';

/** How a table is written. */
export interface TableOptions {
  /** Name of the document, for the places. */
  readonly name?: string;
  /** Colours a text for a severity; plain unless given. */
  readonly colour?: (text: string, severity: string) => string;
  /** Causes that are listed, 100 unless given. */
  readonly maxCauses?: number;
}

/** Control characters have no place on a terminal. */
const printable = (text: string): string =>
  text.replace(/[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g, '\ufffd');

function renderCause(cause: CauseReport, name: string, colour: TableOptions['colour']): string {
  const first = cause.findings[0];
  const place =
    first?.line === undefined
      ? (first?.pointer ?? '')
      : `${first.document ?? name}:${first.line}:${first.column}`;
  const count =
    cause.looked === undefined
      ? cause.count > 1
        ? ` (${cause.count} places)`
        : ''
      : ` (${cause.count} of ${cause.looked} places)`;
  const label = cause.severity.padEnd(8);
  const grade = cause.category === undefined ? '' : `  [${cause.category}, level ${cause.level}]`;
  const lines = [
    `${colour?.(label, cause.severity) ?? label}  ${cause.rule}  ${cause.owasp}  CWE-${cause.cwe}${grade}`,
    `          ${cause.message}${count}`,
    `          ${place}${first?.line === undefined ? '' : `  ${first.pointer}`}`,
  ];
  if (cause.operationCount > 0) {
    const named = cause.operations.slice(0, 3).join(', ');
    const more = cause.operationCount - Math.min(3, cause.operations.length);
    lines.push(`          in ${named}${more > 0 ? ` and ${more} more` : ''}`);
  }
  lines.push(`          → ${cause.advice}`);
  return lines.map(printable).join('\n');
}

/**
 * Renders an audit for a terminal: one paragraph a root cause, the worst first, and a summary.
 *
 * @example
 * ```ts
 * import { auditDescription, describeAudit, renderAuditTable } from '@yushu/api-security';
 *
 * const report = describeAudit(auditDescription({ openapi: '3.1.0', servers: [{ url: 'http://api.example.com' }] }, { minSeverity: 'high' }));
 * console.log(renderAuditTable(report).split('\n')[0]); // high      http-server  API8:2023  CWE-319
 * ```
 */
export function renderAuditTable(report: AuditReport, options: TableOptions = {}): string {
  const { name = 'document', colour, maxCauses = 100 } = options;
  const parts = report.causes
    .slice(0, maxCauses)
    .map((cause) => renderCause(cause, printable(name), colour));
  if (report.causes.length > maxCauses) {
    parts.push(`… and ${report.causes.length - maxCauses} more; --format json or html shows all.`);
  }
  const counts = apiSeverities
    .filter((severity) => report.bySeverity[severity] !== undefined)
    .map((severity) => `${report.bySeverity[severity]} ${severity}`)
    .join(', ');
  const ignored = report.ignoredCount > 0 ? `, ${report.ignoredCount} ignored` : '';
  for (const { message, pointer, line, column, document } of report.diagnostics.slice(0, 20)) {
    const place = line === undefined ? (pointer ?? '') : `${document ?? name}:${line}:${column}`;
    parts.push(printable(`note      ${message} ${place}`.trimEnd()));
  }
  parts.push(
    report.format === undefined
      ? 'Nothing was audited.'
      : `${report.format}, ${report.operationCount} operations: ${counts === '' ? 'nothing found' : counts}${ignored}`,
  );
  return `${parts.join('\n\n')}\n`;
}
