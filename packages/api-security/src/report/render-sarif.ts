import type { ApiSeverity } from '../rules/rule.ts';
import type { AuditReport } from './describe-audit.ts';

const schema =
  'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';

const levels: Readonly<Record<string, 'error' | 'warning' | 'note'>> = {
  critical: 'error',
  high: 'error',
  medium: 'warning',
  low: 'note',
  info: 'note',
};

/** What GitHub sorts by, as CVSS scores. */
const scores: Readonly<Record<string, string>> = {
  critical: '9.5',
  high: '8.0',
  medium: '5.5',
  low: '3.0',
  info: '1.0',
} satisfies Record<ApiSeverity, string>;

/** Of what was audited. */
export interface SarifOptions {
  /** URI reference of the document, such as `openapi.yaml`. */
  readonly uri: string;
  /** Version of the tool. */
  readonly version: string;
}

/** URI reference of a document whose name is relative to the first one's. */
function uriOf(first: string, document: string | undefined): string {
  if (document === undefined) return first;
  if (/^[a-z][a-z\d+.-]*:/i.test(document)) return document;
  const name = document.split('/').map(encodeURIComponent).join('/');
  const steps = [...first.split('/').slice(0, -1), ...name.split('/')];
  const path: string[] = [];
  for (const step of steps) {
    const above = path.at(-1);
    if (step === '..' && above !== undefined && above !== '..' && above !== '') path.pop();
    else path.push(step);
  }
  return path.join('/');
}

/**
 * Renders an audit as SARIF 2.1.0, one result a finding.
 *
 * @example
 * ```ts
 * import { auditDescription, describeAudit, renderAuditSarif } from '@yushu/api-security';
 *
 * const report = describeAudit(auditDescription({ openapi: '3.1.0', servers: [{ url: 'http://api.example.com' }] }));
 * const sarif = JSON.parse(renderAuditSarif(report, { uri: 'openapi.json', version: '1.0.0' }));
 * console.log(sarif.version, sarif.runs[0].results[0].ruleId); // 2.1.0 http-server
 * ```
 */
export function renderAuditSarif(report: AuditReport, { uri, version }: SarifOptions): string {
  const rules = new Map<string, number>();
  const descriptors: object[] = [];
  const results: object[] = [];
  for (const cause of report.causes) {
    let ruleIndex = rules.get(cause.rule);
    if (ruleIndex === undefined) {
      ruleIndex = descriptors.length;
      rules.set(cause.rule, ruleIndex);
      descriptors.push({
        id: cause.rule,
        shortDescription: { text: cause.rule },
        fullDescription: { text: cause.message },
        help: { text: cause.advice },
        defaultConfiguration: { level: levels[cause.severity] ?? 'note' },
        properties: {
          tags: ['security', cause.owasp, `external/cwe/cwe-${cause.cwe}`],
          'security-severity': scores[cause.severity] ?? '1.0',
          aliases: cause.aliases,
        },
      });
    }
    for (const finding of cause.findings) {
      results.push({
        ruleId: cause.rule,
        ruleIndex,
        level: levels[finding.severity] ?? 'note',
        kind: 'fail',
        message: { text: finding.message },
        locations: [
          {
            physicalLocation: {
              artifactLocation: { uri: uriOf(uri, finding.document) },
              ...(finding.line === undefined
                ? {}
                : { region: { startLine: finding.line, startColumn: finding.column } }),
            },
            logicalLocations: [{ fullyQualifiedName: finding.pointer, kind: 'member' }],
          },
        ],
        partialFingerprints: { 'yushuApi/v1': finding.fingerprint },
        properties: {
          owasp: cause.owasp,
          operations: cause.operations,
          ...(cause.category === undefined ? {} : { category: cause.category, level: cause.level }),
        },
      });
    }
  }
  const notifications = report.diagnostics
    .slice(0, 200)
    .map(({ code, message, line, column, document }) => ({
      descriptor: { id: code },
      level: code === 'syntax' || code === 'unknown-format' ? 'error' : 'note',
      message: { text: message },
      ...(line === undefined
        ? {}
        : {
            locations: [
              {
                physicalLocation: {
                  artifactLocation: { uri: uriOf(uri, document) },
                  region: { startLine: line, startColumn: column },
                },
              },
            ],
          }),
    }));
  const log = {
    $schema: schema,
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'yushu', version, rules: descriptors } },
        columnKind: 'utf16CodeUnits',
        invocations: [
          {
            executionSuccessful: report.format !== undefined,
            toolExecutionNotifications: notifications,
          },
        ],
        results,
      },
    ],
  };
  return `${JSON.stringify(log, undefined, 1)}\n`;
}
