/**
 * The OWASP rules of vacuum under their own ids, at the places where it reports them.
 *
 * @module
 */
import type { ApiModel } from '../model/api-model.ts';
import type { ApiOperation } from '../model/api-operation.ts';
import { isObject, type JsonObject, listAt, objectAt, textAt } from '../model/json-object.ts';
import { credentialName, idName } from '../rules/checks/field-names.ts';
import {
  hasType,
  isUnlimitedArray,
  isUnlimitedString,
  isUnrestrictedString,
} from '../rules/checks/schema-checks.ts';
import type { ApiSeverity, Rule, RuleContext } from '../rules/rule.ts';
import { foreignRule } from './foreign-rule.ts';
import { writtenResponses } from './operation-responses.ts';

/** What may be set for rules of vacuum. */
export interface VacuumOptions {
  /** Codes of which one is enough for `owasp-define-error-validation`: 400, 422 and 4XX unless given. */
  readonly errorCodes?: readonly string[];
  /** Sets of headers of which one is enough, each with names of which all are needed, for `owasp-rate-limit`. */
  readonly rateLimitHeaders?: readonly (readonly string[])[];
  /** Whether an empty security requirement is fine for `owasp-protection-global-unsafe`; it is unless given. */
  readonly allowsEmptySecurity?: boolean;
}

const usualHeaders = [
  ['X-RateLimit-Limit'],
  ['X-Rate-Limit-Limit'],
  ['RateLimit-Limit', 'RateLimit-Reset'],
  ['RateLimit'],
  ['Rate-Limit'],
];

const schemas =
  (breaks: (value: JsonObject) => boolean) =>
  ({ model, report }: RuleContext): void => {
    for (const node of model.schemas) if (breaks(node.value)) report(node);
  };

/** Whether an operation says itself that it asks for nothing. */
function asksForNothing({ node }: ApiOperation): boolean {
  const security = listAt(node.value, 'security');
  if (security === undefined) return false;
  return security.every((one) => isObject(one) && Object.keys(one).length === 0);
}

const answers =
  (code: string) =>
  ({ model, report }: RuleContext): void => {
    for (const operation of model.operations) {
      if (code === '401' && asksForNothing(operation)) continue;
      const found = writtenResponses(model, operation)?.find((response) => response.code === code);
      if (found === undefined) report(operation.node, { at: ['responses'] });
      else if (found.value['content'] === undefined) {
        report(operation.node, { at: ['responses', code] });
      }
    }
  };

/** Looks at what operations of some methods ask for. */
const security =
  (methods: ReadonlySet<string>, allowsEmpty: boolean) =>
  ({ model, report }: RuleContext): void => {
    const common = listAt(model.document, 'security');
    for (const { node, method, isOutgoing } of model.operations) {
      if (isOutgoing || !methods.has(method)) continue;
      const own = listAt(node.value, 'security');
      const asked = own ?? common;
      if (asked === undefined || asked.length === 0) {
        report(node);
        continue;
      }
      if (allowsEmpty) continue;
      for (const [index, one] of asked.entries()) {
        if (!isObject(one) || Object.keys(one).length > 0) continue;
        report(own === undefined ? model.root : node, { at: ['security', index] });
      }
    }
  };

const numericId = ({ model, report }: RuleContext): void => {
  for (const node of model.parameters) {
    if (!idName.test(textAt(node.value, 'name') ?? '')) continue;
    const schema = objectAt(node.value, 'schema');
    if (schema !== undefined && hasType(schema, 'integer'))
      report(node, { at: ['schema', 'type'] });
  }
};

const isSafe = (value: JsonObject, low: string, exclusive: string): boolean =>
  value[low] !== undefined || value[exclusive] !== undefined;

const schemes =
  (breaks: (value: JsonObject) => readonly string[] | undefined) =>
  ({ model, report }: RuleContext): void => {
    for (const node of model.securitySchemes) {
      const at = breaks(node.value);
      if (at !== undefined) report(node, { at });
    }
  };

const isVersionThree = ({ format }: ApiModel): boolean => format.startsWith('openapi');

/**
 * The OWASP rules of vacuum, by their ids.
 *
 * @example
 * ```ts
 * import { auditDescription, createVacuumRules } from '@yushu/api-security';
 *
 * const document = { openapi: '3.1.0', servers: [{ url: 'http://api.example.com' }] };
 * const { findings } = auditDescription(document, { rules: createVacuumRules() });
 * console.log(findings[0]?.rule.id); // owasp-security-hosts-https-oas3
 * ```
 */
export function createVacuumRules(options: VacuumOptions = {}): readonly Rule[] {
  const { errorCodes = ['400', '422', '4XX'], allowsEmptySecurity = true } = options;
  const families = options.rateLimitHeaders ?? usualHeaders;
  const rule = (id: string, severity: ApiSeverity, check: (context: RuleContext) => void): Rule =>
    foreignRule(`owasp-${id}`, severity, (context) => {
      if (isVersionThree(context.model)) check(context);
    });
  const unsafe = new Set(['post', 'put', 'patch', 'delete']);
  return [
    rule('no-numeric-ids', 'high', numericId),
    rule(
      'no-http-basic',
      'high',
      schemes((value) => (/^basic$/i.test(textAt(value, 'scheme') ?? '') ? ['scheme'] : undefined)),
    ),
    rule(
      'no-api-keys-in-url',
      'high',
      schemes((value) =>
        value['type'] === 'apiKey' && /^(?:query|path)$/.test(textAt(value, 'in') ?? '')
          ? ['in']
          : undefined,
      ),
    ),
    rule('no-credentials-in-url', 'high', ({ model, report }) => {
      for (const node of model.parameters) {
        if (!/^(?:query|path)$/.test(textAt(node.value, 'in') ?? '')) continue;
        if (credentialName.test(textAt(node.value, 'name') ?? '')) report(node, { at: ['name'] });
      }
    }),
    rule(
      'auth-insecure-schemes',
      'high',
      schemes((value) =>
        /^(?:negotiate|oauth)$/i.test(textAt(value, 'scheme') ?? '') ? ['scheme'] : undefined,
      ),
    ),
    rule(
      'jwt-best-practices',
      'high',
      schemes((value) =>
        (value['type'] === 'oauth2' || /^jwt$/i.test(textAt(value, 'bearerFormat') ?? '')) &&
        textAt(value, 'description')?.includes('RFC8725') !== true
          ? ['description']
          : undefined,
      ),
    ),
    rule('protection-global-unsafe', 'high', security(unsafe, allowsEmptySecurity)),
    rule('protection-global-unsafe-strict', 'info', security(unsafe, false)),
    rule('protection-global-safe', 'info', security(new Set(['get', 'head']), true)),
    rule('define-error-validation', 'medium', ({ model, report }) => {
      for (const operation of model.operations) {
        const responses = writtenResponses(model, operation) ?? [];
        if (!responses.some(({ code }) => errorCodes.includes(code))) {
          report(operation.node, { at: ['responses'] });
        }
      }
    }),
    rule('define-error-responses-401', 'medium', answers('401')),
    rule('define-error-responses-500', 'medium', answers('500')),
    rule('rate-limit', 'high', ({ model, report }) => {
      for (const operation of model.operations) {
        for (const { code, value } of writtenResponses(model, operation) ?? []) {
          if (!/^[24]/.test(code)) continue;
          const names = Object.keys(objectAt(value, 'headers') ?? {}).map((name) =>
            name.toLowerCase(),
          );
          const isSaid = families.some((family) =>
            family.every((name) => names.includes(name.toLowerCase())),
          );
          if (!isSaid) report(operation.node, { at: ['responses', code] });
        }
      }
    }),
    rule('rate-limit-retry-after', 'high', ({ model, report }) => {
      for (const operation of model.operations) {
        for (const { code, value } of writtenResponses(model, operation) ?? []) {
          if (code !== '429') continue;
          const names = Object.keys(objectAt(value, 'headers') ?? {});
          if (!names.some((name) => /^retry-after$/i.test(name))) {
            report(operation.node, { at: ['responses', code] });
          }
        }
      }
    }),
    rule('define-error-responses-429', 'medium', answers('429')),
    rule('array-limit', 'high', schemas(isUnlimitedArray)),
    rule('string-limit', 'high', schemas(isUnlimitedString)),
    rule('string-restricted', 'high', schemas(isUnrestrictedString)),
    rule(
      'integer-limit',
      'high',
      schemas(
        (value) =>
          hasType(value, 'integer') &&
          !(
            isSafe(value, 'minimum', 'exclusiveMinimum') &&
            isSafe(value, 'maximum', 'exclusiveMaximum')
          ),
      ),
    ),
    rule(
      'integer-format',
      'high',
      schemas(
        (value) => hasType(value, 'integer') && !/^int(?:32|64)$/.test(String(value['format'])),
      ),
    ),
    rule(
      'no-additionalProperties',
      'medium',
      schemas(
        (value) =>
          hasType(value, 'object') &&
          value['additionalProperties'] !== undefined &&
          value['additionalProperties'] !== false,
      ),
    ),
    rule(
      'constrained-additionalProperties',
      'medium',
      schemas(
        (value) =>
          hasType(value, 'object') &&
          objectAt(value, 'additionalProperties') !== undefined &&
          value['maxProperties'] === undefined,
      ),
    ),
    rule('security-hosts-https-oas3', 'high', ({ model, report }) => {
      for (const node of model.servers) {
        const url = textAt(node.value, 'url');
        if (url !== undefined && /^(?!https:|wss:|\/|\{)[a-z][a-z+.-]*:/i.test(url)) {
          report(node, { at: ['url'] });
        }
      }
    }),
  ];
}
