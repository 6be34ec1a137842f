import { type DescriptionSource, readDescription } from '../document/read-description.ts';
import type { ReadLimits } from '../document/read-limits.ts';
import type { TextPlace } from '../document/text-place.ts';
import { FieldClasses } from '../fields/field-classes.ts';
import type { ApiModel } from '../model/api-model.ts';
import { buildModel } from '../model/build-model.ts';
import { OperationFields } from '../rules/checks/operation-fields.ts';
import { type ApiSeverity, apiSeverities, type Rule } from '../rules/rule.ts';
import { ownRules } from '../rules/rule-table.ts';
import { type AcceptOptions, createAcceptance, severityOf } from './accept-findings.ts';
import type { ApiAudit, ApiCause } from './api-audit.ts';
import { ApiFinding } from './finding.ts';
import { ignoresAbove } from './ignore.ts';

/** Options of {@link auditDescription}. */
export interface ApiAuditOptions extends AcceptOptions {
  /** Rules to run, our own unless given: see `spectralRules`, `vacuumRules` and `kicsRules` for those of others. */
  readonly rules?: readonly Rule[];
  readonly limits?: ReadLimits;
}

const rankOf = (severity: ApiSeverity): number => apiSeverities.indexOf(severity);

/** More findings of one rule than this are counted in their cause, but not kept one by one. */
const maxFindings = 200_000;

/** A habit is broken as a whole when at least this share of the places breaks it. */
const habitShare = 0.5;

interface Noted {
  readonly finding: ApiFinding;
  readonly cause: string | undefined;
}

/** One rule's findings by root cause. */
function groupByCause(rule: Rule, noted: readonly Noted[], looked: number): ApiCause[] {
  if (noted.length === 0) return [];
  const make = (findings: readonly ApiFinding[], isHabit: boolean): ApiCause => {
    const first = findings.reduce((worst, one) =>
      rankOf(one.severity) < rankOf(worst.severity) ? one : worst,
    );
    return {
      rule,
      severity: first.severity,
      message: isHabit ? rule.title : first.message,
      category: first.category,
      level: first.level,
      findings,
      looked: isHabit ? Math.max(looked, findings.length) : undefined,
    };
  };
  if (rule.grouping === 'habit' && noted.length >= looked * habitShare) {
    return [
      make(
        noted.map(({ finding }) => finding),
        true,
      ),
    ];
  }
  const groups = new Map<string, ApiFinding[]>();
  for (const { finding, cause = finding.pointer } of noted) {
    const group = groups.get(cause);
    if (group === undefined) groups.set(cause, [finding]);
    else group.push(finding);
  }
  return [...groups.values()].map((findings) => make(findings, false));
}

/** Looks up places; what the text has not is looked up one step above. */
function locateNear(
  source: DescriptionSource,
  pointers: readonly string[],
): readonly (TextPlace | undefined)[] {
  const found: (TextPlace | undefined)[] = new Array(pointers.length).fill(undefined);
  let open = pointers.map((pointer, index) => ({ pointer, index }));
  for (let round = 0; round < 4 && open.length > 0; round += 1) {
    const places = source.locate(open.map(({ pointer }) => pointer));
    const next: typeof open = [];
    for (const [at, { pointer, index }] of open.entries()) {
      if (places[at] !== undefined) found[index] = places[at];
      else if (pointer !== '') {
        next.push({ pointer: pointer.slice(0, pointer.lastIndexOf('/')), index });
      }
    }
    open = next;
  }
  return found;
}

/** Runs one rule. A rule that fails says so, and the others go on. */
function runRule(
  rule: Rule,
  model: ApiModel,
  fields: FieldClasses,
  operationFields: OperationFields,
  given: ApiSeverity | undefined,
): { readonly noted: readonly Noted[]; readonly looked: number } {
  const noted: Noted[] = [];
  let looked = 0;
  rule.check({
    model,
    fields,
    operationFields,
    report: (node, detail = {}) => {
      if (noted.length >= maxFindings) return;
      const finding = new ApiFinding(rule, given ?? detail.severity ?? rule.severity, node, detail);
      noted.push({ finding, cause: detail.cause });
    },
    looked: (count) => {
      looked += count;
    },
  });
  return { noted, looked };
}

/**
 * Audits the description of an API: OpenAPI 3, Swagger 2 or AsyncAPI, as JSON or YAML text or as a value that was parsed before. One
 * walk over the document as it was written; each component is looked at once, with what is known of who can reach it.
 *
 * It never throws: what cannot be read is said in `diagnostics`.
 *
 * @example
 * ```ts
 * import { auditDescription } from '@yushu/api-security';
 *
 * const { causes } = auditDescription(`
 * openapi: 3.1.0
 * servers: [{ url: http://api.example.com }]
 * paths: {}
 * `);
 * console.log(causes[0]?.rule.id, causes[0]?.findings[0]?.pointer); // http-server /servers/0/url
 * ```
 */
export function auditDescription(input: unknown, options: ApiAuditOptions = {}): ApiAudit {
  return auditSource(readDescription(input, options.limits), options);
}

/**
 * As {@link auditDescription}, for a description that was read before, by `readDescription` or `bundleDescription`.
 *
 * @example
 * ```ts
 * import { auditSource, readDescription } from '@yushu/api-security';
 *
 * const source = readDescription('{ "openapi": "3.1.0", "servers": [{ "url": "http://api.example.com" }] }');
 * console.log(auditSource(source).causes[0]?.rule.id); // http-server
 * ```
 */
export function auditSource(source: DescriptionSource, options: ApiAuditOptions = {}): ApiAudit {
  const model = buildModel(source.value, source.syntax !== 'json', options.limits);
  const locate = (pointers: readonly string[]) => locateNear(source, pointers);
  if (model === undefined) {
    const diagnostics =
      source.value === undefined && source.diagnostics.length > 0
        ? source.diagnostics
        : [
            ...source.diagnostics,
            {
              code: 'unknown-format' as const,
              message:
                'This is no description of an API that is known here: OpenAPI 3, Swagger 2 or AsyncAPI 2 and 3 begin with their version.',
            },
          ];
    return {
      source,
      model,
      fields: undefined,
      findings: [],
      causes: [],
      ignored: [],
      diagnostics,
      locate,
    };
  }
  const fields = new FieldClasses(model);
  const operationFields = new OperationFields(model);
  const lowest = rankOf(options.minSeverity ?? 'info');
  const isAccepted = createAcceptance(options);
  const isIgnored = (finding: ApiFinding): boolean =>
    isAccepted(finding, () => (model.hasIgnores ? ignoresAbove(finding.node) : []));
  const causes: ApiCause[] = [];
  const ignored: ApiFinding[] = [];
  for (const rule of options.rules ?? ownRules) {
    const given = severityOf(rule, options.severities);
    if (given === 'off') continue;
    const { noted, looked } = runRule(rule, model, fields, operationFields, given);
    const kept: Noted[] = [];
    for (const one of noted) {
      if (rankOf(one.finding.severity) > lowest) continue;
      if (isIgnored(one.finding)) ignored.push(one.finding);
      else kept.push(one);
    }
    causes.push(...groupByCause(rule, kept, looked));
  }
  causes.sort((a, b) => rankOf(a.severity) - rankOf(b.severity));
  return {
    source,
    model,
    fields,
    findings: causes.flatMap(({ findings }) => findings),
    causes,
    ignored,
    diagnostics: [...source.diagnostics, ...model.diagnostics],
    locate,
  };
}
