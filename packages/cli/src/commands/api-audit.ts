import {
  type AcceptOptions,
  type ApiAudit,
  type ApiAuditOptions,
  type ApiSeverity,
  type AuditReport,
  apiSeverities,
  auditSource,
  createCustomRules,
  createDataMap,
  createVacuumRules,
  describeAudit,
  kicsRules,
  ownRules,
  proposeFixes,
  type Rule,
  readBaseline,
  readSpectralConfig,
  renderAuditHtml,
  renderAuditSarif,
  renderAuditTable,
  spectralRules,
  writeBaseline,
} from '@yushu/api-security';
import packageJson from '../../package.json' with { type: 'json' };
import { exitCodes } from '../exit-codes.ts';
import { readDescriptionSource } from '../files/read-description-source.ts';
import { readWholeText, writeWholeText } from '../files/whole-text.ts';
import type { ApiAuditCommandOptions } from '../options/api-options.ts';
import { toUri } from '../output/sarif-writer.ts';

const rulesets: Readonly<Record<ApiAuditCommandOptions['ruleset'], () => readonly Rule[]>> = {
  yushu: () => ownRules,
  spectral: () => spectralRules,
  vacuum: () => createVacuumRules(),
  kics: () => kicsRules,
  all: () => [...ownRules, ...spectralRules, ...createVacuumRules(), ...kicsRules],
};

async function acceptOptions(options: ApiAuditCommandOptions): Promise<AcceptOptions> {
  const { config, baseline, minSeverity } = options;
  return {
    minSeverity,
    ...(config === undefined
      ? {}
      : { severities: readSpectralConfig(await readWholeText(config)) }),
    ...(baseline === undefined ? {} : { baseline: readBaseline(await readWholeText(baseline)) }),
  };
}

async function auditOptions(options: ApiAuditCommandOptions): Promise<ApiAuditOptions> {
  const { ruleset, rules } = options;
  const custom = rules === undefined ? [] : createCustomRules(await readWholeText(rules));
  return { rules: [...rulesets[ruleset](), ...custom], ...(await acceptOptions(options)) };
}

/** Whether a text is GraphQL SDL: it begins with a definition, a description or a comment, and has none of the others' marks. */
const isGraphql = (path: string, text: string): boolean =>
  /\.(?:graphql|graphqls|gql|sdl)$/i.test(path) ||
  /^(?:\s|#[^\n]*\n|"""[\s\S]*?""")*(?:schema|type|interface|input|enum|union|scalar|directive|extend)\s+[@{\w]/.test(
    text.slice(0, 5000),
  );

function hasColours(output: string | undefined): boolean {
  return (
    output === undefined &&
    process.stdout.isTTY === true &&
    !process.env['NO_COLOR'] &&
    process.env['TERM'] !== 'dumb'
  );
}

const escapes: Readonly<Record<string, string>> = {
  critical: '1;31',
  high: '31',
  medium: '33',
  low: '36',
  info: '2',
};

const colour = (text: string, severity: string): string =>
  `\u001b[${escapes[severity] ?? '0'}m${text}\u001b[0m`;

function render(
  report: AuditReport,
  audit: ApiAudit | undefined,
  name: string,
  options: ApiAuditCommandOptions,
): string {
  switch (options.format) {
    case 'json': {
      const fixes =
        options.fix === true && audit !== undefined ? { fixes: proposeFixes(audit) } : {};
      return `${JSON.stringify({ ...report, ...fixes }, undefined, 1)}\n`;
    }
    case 'sarif':
      return renderAuditSarif(report, { uri: toUri(name), version: packageJson.version });
    case 'html':
      return renderAuditHtml(report, name, audit === undefined ? undefined : createDataMap(audit));
    default: {
      const table = renderAuditTable(report, {
        name,
        ...(hasColours(options.output) ? { colour } : {}),
      });
      if (options.fix !== true || audit === undefined) return table;
      const fixes = proposeFixes(audit);
      const ready = fixes.filter(({ risk }) => risk === 'document').length;
      return `${table}\n${ready} findings can be mended by \`yushu api fix\`, ${fixes.length - ready} more with --review.\n`;
    }
  }
}

function isAtLeast(severity: string, least: ApiSeverity): boolean {
  const rank = (apiSeverities as readonly string[]).indexOf(severity);
  return rank >= 0 && rank <= apiSeverities.indexOf(least);
}

/**
 * `yushu api audit`: audits the description of an API.
 *
 * @returns the exit code: 0 done, 1 problems at or above `--fail-on`, 3 a description that could not be read.
 * @throws {DataSecurityError} `ERR_CLI_INPUT` where a file cannot be read; `ERR_API_SECURITY_RULES` and `ERR_API_SECURITY_BASELINE` where one given
 * beside it is something else.
 */
export async function runApiAudit(spec: string, options: ApiAuditCommandOptions): Promise<number> {
  const text = await readWholeText(spec);
  const name = spec === '-' ? 'stdin' : spec;
  let audit: ApiAudit | undefined;
  let report: AuditReport;
  let toBaseline: Parameters<typeof writeBaseline>[0];
  if (isGraphql(spec, text)) {
    const { auditGraphql } = await import('@yushu/api-security/graphql');
    const { fingerprints, ...found } = auditGraphql(text, await acceptOptions(options));
    report = found;
    toBaseline = { fingerprints };
  } else {
    const source = await readDescriptionSource(spec, text, options.refs);
    audit = auditSource(source, await auditOptions(options));
    toBaseline = audit;
    report = describeAudit(audit, options.format === 'json' ? { maxFindings: 100_000 } : {});
  }
  if (options.writeBaseline !== undefined && report.format !== undefined) {
    await writeWholeText(options.writeBaseline, writeBaseline(toBaseline));
  }
  await writeWholeText(options.output, render(report, audit, name, options));
  if (report.format === undefined) {
    const first = report.diagnostics[0];
    const place = first?.line === undefined ? '' : `:${first.line}:${first.column}`;
    process.stderr.write(`yushu: ${name}${place}: ${first?.message ?? 'cannot be read'}\n`);
    return exitCodes.unreadable;
  }
  const { failOn } = options;
  const fails =
    failOn !== undefined && report.causes.some(({ severity }) => isAtLeast(severity, failOn));
  return fails ? exitCodes.findings : exitCodes.clean;
}
