/**
 * The rules of Spectral's OWASP ruleset 2.0 under their own ids, with their own severities, at the places where it reports them: for
 * teams that swap it in place. Where its behaviour is a known false alarm, ours is right: see the README.
 *
 * @module
 */
import type { ApiModel } from '../model/api-model.ts';
import { type JsonObject, listAt, objectAt, textAt } from '../model/json-object.ts';
import { idName } from '../rules/checks/field-names.ts';
import {
  hasType,
  isUnlimitedArray,
  isUnlimitedInteger,
  isUnlimitedLegacyInteger,
  isUnlimitedString,
  isUnrestrictedString,
} from '../rules/checks/schema-checks.ts';
import { rateLimitHeaders } from '../rules/checks/throttle.ts';
import type { ApiSeverity, Rule, RuleContext } from '../rules/rule.ts';
import { ownRules } from '../rules/rule-table.ts';
import { foreignRule } from './foreign-rule.ts';
import { writtenResponses } from './operation-responses.ts';

const prefix = 'owasp:';

const rule = (id: string, severity: ApiSeverity, check: (context: RuleContext) => void): Rule =>
  foreignRule(`${prefix}${id}`, severity, check);

/** A rule of ours that reports at the same places. */
function same(id: string, severity: ApiSeverity): Rule {
  const own = ownRules.find(({ aliases }) => aliases.includes(`${prefix}${id}`));
  if (own === undefined) throw new TypeError(`no rule of our own is ${id}`);
  return rule(id, severity, (context) => own.check(context));
}

const isVersion31 = ({ format }: ApiModel): boolean =>
  format === 'openapi-3.1' || format === 'openapi-3.2';
const isLegacy = ({ format }: ApiModel): boolean =>
  format === 'swagger-2.0' || format === 'openapi-3.0';

/** Reports every schema that breaks a predicate, wherever it stands. */
const schemas =
  (
    breaks: (value: JsonObject) => boolean,
    applies: (model: ApiModel) => boolean = () => true,
    at: readonly string[] = [],
  ) =>
  ({ model, report }: RuleContext): void => {
    if (!applies(model)) return;
    for (const node of model.schemas) if (breaks(node.value)) report(node, { at });
  };

/** An answer that is missing counts twice for Spectral: it, and its content. */
const answers =
  (code: string) =>
  ({ model, report }: RuleContext): void => {
    for (const operation of model.operations) {
      const responses = writtenResponses(model, operation);
      if (responses === undefined) continue;
      const found = responses.find((response) => response.code === code);
      if (found === undefined) {
        report(operation.node, { at: ['responses'], message: `The answer ${code} is missing.` });
        report(operation.node, {
          at: ['responses'],
          message: `The content of the answer ${code} is missing.`,
        });
      } else if (found.value['content'] === undefined && found.value['schema'] === undefined) {
        report(operation.node, {
          at: ['responses', code],
          message: `The answer ${code} has no content.`,
        });
      }
    }
  };

/** Operations of some methods that ask for no credentials. */
const unprotected =
  (methods: ReadonlySet<string>) =>
  ({ model, report }: RuleContext): void => {
    for (const { node, method, security, isOutgoing } of model.operations) {
      if (isOutgoing || !methods.has(method) || !security.isPublic) continue;
      report(node, security.declared === 'operation' ? { at: ['security'] } : {});
    }
  };

/** The rules of Spectral's OWASP ruleset, by their ids. */
export const spectralRules: readonly Rule[] = [
  rule('api1:2023-no-numeric-ids', 'high', ({ model, report }) => {
    for (const node of model.parameters) {
      if (!idName.test(textAt(node.value, 'name') ?? '')) continue;
      const schema = objectAt(node.value, 'schema');
      if (hasType(schema ?? node.value, 'integer'))
        report(node, schema === undefined ? {} : { at: ['schema'] });
    }
  }),
  same('api2:2023-no-http-basic', 'high'),
  same('api2:2023-no-api-keys-in-url', 'high'),
  same('api2:2023-no-credentials-in-url', 'high'),
  rule('api2:2023-auth-insecure-schemes', 'high', ({ model, report }) => {
    for (const node of model.securitySchemes) {
      if (/^(?:negotiate|oauth)$/i.test(textAt(node.value, 'scheme') ?? ''))
        report(node, { at: ['scheme'] });
    }
  }),
  same('api2:2023-jwt-best-practices', 'high'),
  same('api2:2023-short-lived-access-tokens', 'high'),
  rule(
    'api2:2023-write-restricted',
    'high',
    unprotected(new Set(['post', 'put', 'patch', 'delete'])),
  ),
  rule('api2:2023-read-restricted', 'medium', unprotected(new Set(['get', 'head']))),
  rule(
    'api3:2023-no-additionalProperties',
    'medium',
    schemas(
      (value) => hasType(value, 'object') && value['additionalProperties'] === true,
      ({ format }) => format === 'openapi-3.0',
      ['additionalProperties'],
    ),
  ),
  rule(
    'api3:2023-constrained-additionalProperties',
    'medium',
    schemas(
      (value) =>
        hasType(value, 'object') &&
        objectAt(value, 'additionalProperties') !== undefined &&
        value['maxProperties'] === undefined,
      ({ format }) => format === 'openapi-3.0',
    ),
  ),
  rule(
    'api3:2023-no-unevaluatedProperties',
    'medium',
    schemas(
      (value) => hasType(value, 'object') && value['unevaluatedProperties'] === true,
      isVersion31,
      ['unevaluatedProperties'],
    ),
  ),
  rule(
    'api3:2023-constrained-unevaluatedProperties',
    'medium',
    schemas(
      (value) =>
        hasType(value, 'object') &&
        objectAt(value, 'unevaluatedProperties') !== undefined &&
        value['maxProperties'] === undefined,
      isVersion31,
    ),
  ),
  rule('api4:2023-rate-limit', 'high', ({ model, report }) => {
    for (const operation of model.operations) {
      for (const { code, value } of writtenResponses(model, operation) ?? []) {
        if (!/^[24]/.test(code)) continue;
        const headers = objectAt(value, 'headers');
        if (headers === undefined) report(operation.node, { at: ['responses', code] });
        else if (!Object.keys(headers).some((name) => rateLimitHeaders.test(name))) {
          report(operation.node, { at: ['responses', code, 'headers'] });
        }
      }
    }
  }),
  rule('api4:2023-rate-limit-retry-after', 'high', ({ model, report }) => {
    for (const operation of model.operations) {
      for (const { code, value } of writtenResponses(model, operation) ?? []) {
        if (code !== '429') continue;
        const headers = objectAt(value, 'headers');
        if (Object.keys(headers ?? {}).some((name) => /^retry-after$/i.test(name))) continue;
        report(operation.node, {
          at: headers === undefined ? ['responses', code] : ['responses', code, 'headers'],
        });
      }
    }
  }),
  rule('api4:2023-rate-limit-responses-429', 'medium', answers('429')),
  rule('api4:2023-array-limit', 'high', schemas(isUnlimitedArray)),
  rule('api4:2023-string-limit', 'high', schemas(isUnlimitedString)),
  rule('api4:2023-string-restricted', 'medium', schemas(isUnrestrictedString)),
  rule('api4:2023-integer-limit', 'high', schemas(isUnlimitedInteger, isVersion31)),
  rule('api4:2023-integer-limit-legacy', 'high', schemas(isUnlimitedLegacyInteger, isLegacy)),
  rule(
    'api4:2023-integer-format',
    'high',
    schemas((value) => hasType(value, 'integer') && value['format'] === undefined),
  ),
  rule('api5:2023-admin-security-unique', 'high', ({ model, report }) => {
    const asked = (index: number): readonly unknown[] =>
      listAt(model.operations[index]!.node.value, 'security') ?? [];
    const isAdmin = (path: string): boolean => path.includes('/admin');
    const others = new Set<string>();
    for (const [index, { path }] of model.operations.entries()) {
      if (!isAdmin(path)) for (const one of asked(index)) others.add(JSON.stringify(one));
    }
    for (const [index, { node, path }] of model.operations.entries()) {
      if (!isAdmin(path)) continue;
      for (const [at, one] of asked(index).entries()) {
        if (others.has(JSON.stringify(one))) report(node, { at: ['security', at] });
      }
    }
  }),
  rule('api7:2023-concerning-url-parameter', 'info', ({ model, report }) => {
    for (const node of model.parameters) {
      const name = textAt(node.value, 'name') ?? '';
      if (/^(?:callback|redirect)|(?:_url|Url|-url)$/i.test(name)) report(node, { at: ['name'] });
    }
  }),
  rule('api8:2023-define-cors-origin', 'high', ({ model, report }) => {
    for (const node of model.responses) {
      const headers = objectAt(node.value, 'headers');
      if (headers === undefined) continue;
      if (!Object.keys(headers).some((name) => /^access-control-allow-origin$/i.test(name))) {
        report(node, { at: ['headers'] });
      }
    }
  }),
  rule('api8:2023-no-scheme-http', 'high', ({ model, report }) => {
    if (model.format !== 'swagger-2.0') return;
    for (const [index, scheme] of (listAt(model.document, 'schemes') ?? []).entries()) {
      if (scheme !== 'https' && scheme !== 'wss') report(model.root, { at: ['schemes', index] });
    }
  }),
  rule('api8:2023-no-server-http', 'high', ({ model, report }) => {
    for (const node of model.servers) {
      if (/^http:/i.test(textAt(node.value, 'url') ?? '')) report(node, { at: ['url'] });
    }
  }),
  rule('api8:2023-define-error-validation', 'medium', ({ model, report }) => {
    for (const operation of model.operations) {
      const responses = writtenResponses(model, operation);
      if (responses === undefined) continue;
      if (!responses.some(({ code }) => /^(?:400|422|4XX)$/i.test(code))) {
        report(operation.node, { at: ['responses'] });
      }
    }
  }),
  rule('api8:2023-define-error-responses-401', 'medium', answers('401')),
  rule('api8:2023-define-error-responses-500', 'medium', answers('500')),
  same('api9:2023-inventory-access', 'high'),
  same('api9:2023-inventory-environment', 'high'),
];

/** Spectral's words for our severities. */
export const spectralSeverities: Readonly<Record<string, ApiSeverity | 'off'>> = {
  error: 'high',
  warn: 'medium',
  info: 'info',
  hint: 'info',
  off: 'off',
  0: 'high',
  1: 'medium',
  2: 'info',
  3: 'info',
};
