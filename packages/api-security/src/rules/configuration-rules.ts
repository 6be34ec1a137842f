import type { ApiNode } from '../model/api-node.ts';
import { nameOperation } from '../model/api-operation.ts';
import { listAt, objectAt, textAt } from '../model/json-object.ts';
import { publicMask, requestMask, responseMask } from '../model/unit.ts';
import { cachedTest } from './checks/cached-test.ts';
import { urlName } from './checks/field-names.ts';
import { isBusinessFlow, isDebug, isWrite, splitVersion } from './checks/operation-words.ts';
import { hasThrottle } from './checks/throttle.ts';
import { defineRule } from './define-rule.ts';
import type { Rule, RuleContext } from './rule.ts';

const localHost =
  /^(?:https?|wss?):\/\/(?:localhost|127\.|\[::1\]|0\.0\.0\.0|[^/]*\.(?:local|localhost|test|example)(?:[:/]|$))/i;

const environmentWords =
  /\b(?:local|sandbox|alpha|beta|predev|dev|develop|development|feature|ci|int|integration|test|testing|qa|uat|stag|staging|pre-?prod|pre-?production|prod|production|live|demo)\b|生产|测试|预发|开发/i;

const internalField =
  /^(?:stack_?trace|stack|trace_?back|exception(?:_?class)?|sql(?:_?state|_?query)?|debug(?:_?info)?|inner_?exception)$/i;

const isInternalField = cachedTest(internalField);

/** Reports operations whose answers lack a code; a whole class or a default stands for it. */
function checkMissing(
  { model, report, looked }: RuleContext,
  applies: (operation: RuleContext['model']['operations'][number]) => boolean,
  codes: RegExp,
): void {
  let count = 0;
  for (const operation of model.operations) {
    if (
      operation.isOutgoing ||
      objectAt(operation.node.value, 'responses') === undefined ||
      !applies(operation)
    )
      continue;
    count += 1;
    if (!operation.responses.some(({ key }) => codes.test(String(key)))) {
      report(operation.node, { at: ['responses'] });
    }
  }
  looked(count);
}

/** Rules of API5:2023 to API10:2023. */
export const configurationRules: readonly Rule[] = [
  defineRule({
    id: 'admin-like-others',
    title: 'An operation for administrators asks for no more than others do.',
    advice: 'Ask for a scope or scheme of its own.',
    owasp: 'API5:2023',
    cwe: 285,
    severity: 'medium',
    aliases: ['owasp:api5:2023-admin-security-unique'],
    check({ model, report }) {
      const asked = (node: ApiNode): readonly unknown[] =>
        listAt(node.value, 'security') ?? listAt(model.document, 'security') ?? [];
      const others = new Set<string>();
      for (const { node, audience } of model.operations) {
        if (audience !== 'authenticated') continue;
        for (const one of asked(node)) others.add(JSON.stringify(one));
      }
      for (const { node, audience, path } of model.operations) {
        if (audience !== 'admin') continue;
        for (const [index, one] of asked(node).entries()) {
          if (!others.has(JSON.stringify(one))) continue;
          const isOwn = listAt(node.value, 'security') !== undefined;
          report(node, { ...(isOwn ? { at: ['security', index] } : {}), cause: `path ${path}` });
        }
      }
    },
  }),
  defineRule({
    id: 'public-admin',
    title: 'Anyone can reach an operation for administrators.',
    advice: 'Ask for credentials of administrators.',
    owasp: 'API5:2023',
    cwe: 306,
    severity: 'critical',
    check({ model, report }) {
      const isKnown = model.operations.some(({ security }) => !security.isPublic);
      for (const { node, path, security, isOutgoing } of model.operations) {
        if (
          isOutgoing ||
          !security.isPublic ||
          !/(?:^|\/)(?:admin|management|mgmt|superuser|backoffice)(?:\/|$)/i.test(path)
        )
          continue;
        report(node, isKnown ? {} : { severity: 'medium' });
      }
    },
  }),
  defineRule({
    id: 'business-flow-without-limit',
    title: 'A flow that costs money or goods can be run by machines without limit.',
    advice: 'Limit it for each account, ask for an idempotency key, and document the 429 response.',
    owasp: 'API6:2023',
    cwe: 799,
    severity: 'low',
    check({ model, report }) {
      for (const operation of model.operations) {
        if (operation.isOutgoing || !isBusinessFlow(operation) || hasThrottle(model, operation))
          continue;
        const guarded = operation.parameters.some((node) =>
          /idempotency|captcha|recaptcha/i.test(
            textAt(model.resolve(node)?.value ?? {}, 'name') ?? '',
          ),
        );
        if (!guarded) report(operation.node, { cause: 'flows' });
      }
    },
  }),
  defineRule({
    id: 'url-parameter',
    direction: 'request',
    title: 'Callers give an address that the server may call (server-side request forgery).',
    advice: 'Allow only listed hosts, and never follow redirects to internal addresses.',
    owasp: 'API7:2023',
    cwe: 918,
    severity: 'low',
    aliases: ['owasp:api7:2023-concerning-url-parameter'],
    check({ model, report }) {
      for (const node of model.parameters) {
        const name = textAt(node.value, 'name') ?? '';
        const place = textAt(node.value, 'in');
        if ((place !== 'query' && place !== 'path') || !urlName.test(name)) continue;
        report(node, { at: ['name'], cause: `name ${name.toLowerCase()}` });
      }
      for (const node of model.schemas) {
        if (node.via !== '/properties' || (node.unit.exposure & requestMask) === 0) continue;
        const { value } = node;
        if (value['readOnly'] === true || value['type'] !== 'string') continue;
        const name = String(node.key);
        const isCalled =
          /(?:callback|webhook|hook|endpoint|target|notify|notification|import|fetch|source|remote|mechanic_?api|proxy)/i.test(
            name,
          );
        const example = value['example'] ?? value['default'];
        const isUrl =
          /^(?:uri|url|iri)$/.test(textAt(value, 'format') ?? '') ||
          /(?:url|uri|endpoint|webhook|callback)$/i.test(name) ||
          (typeof example === 'string' && /^https?:\/\//i.test(example));
        const isApi = typeof example === 'string' && /^https?:\/\/[^/]+\/.*api/i.test(example);
        if (!isUrl || !(isCalled || isApi)) continue;
        report(node, {
          severity: 'medium',
          message: `The server may call the address in ${JSON.stringify(name)}.`,
          cause: `name ${name.toLowerCase()}`,
        });
      }
    },
  }),
  defineRule({
    id: 'http-server',
    title: 'The API is offered over unencrypted HTTP.',
    advice: 'Offer it over https or wss only.',
    owasp: 'API8:2023',
    cwe: 319,
    severity: 'high',
    aliases: [
      'owasp:api8:2023-no-server-http',
      'owasp:api8:2023-no-scheme-http',
      'owasp-security-hosts-https-oas3',
      '3.0/global_server_uses_http',
      '3.0/path_server_uses_http',
      '2.0/global_schemes_uses_http',
      '2.0/path_scheme_accepts_http',
      'global-http-clear',
    ],
    check({ model, report }) {
      for (const node of model.servers) {
        const url = textAt(node.value, 'url') ?? '';
        const isPlain =
          /^(?:http|ws):\/\//i.test(url) ||
          /^(?:mqtt|amqp|kafka|http|ws|redis|stomp|nats)$/i.test(
            textAt(node.value, 'protocol') ?? '',
          );
        if (!isPlain) continue;
        const isLocal = localHost.test(url);
        report(node, {
          at: [node.value['url'] === undefined ? 'protocol' : 'url'],
          ...(isLocal ? { severity: 'info' } : {}),
          cause: isLocal ? 'local' : 'http',
        });
      }
      const schemes = (node: ApiNode): void => {
        for (const [index, scheme] of (listAt(node.value, 'schemes') ?? []).entries()) {
          if (scheme !== 'https' && scheme !== 'wss')
            report(node, { at: ['schemes', index], cause: 'http' });
        }
      };
      if (model.format !== 'swagger-2.0') return;
      schemes(model.root);
      for (const { node } of model.operations) schemes(node);
    },
  }),
  defineRule({
    id: 'cors-origin-unsaid',
    title: 'Answers list their headers, but not which origins may read them.',
    advice: 'Document Access-Control-Allow-Origin, and never answer `*` to who sends credentials.',
    owasp: 'API8:2023',
    cwe: 942,
    severity: 'info',
    grouping: 'habit',
    aliases: ['owasp:api8:2023-define-cors-origin'],
    check({ model, report, looked }) {
      let count = 0;
      for (const node of model.responses) {
        const headers = objectAt(node.value, 'headers');
        if (headers === undefined) continue;
        count += 1;
        if (!Object.keys(headers).some((name) => /^access-control-allow-origin$/i.test(name))) {
          report(node, { at: ['headers'] });
        }
      }
      looked(count);
    },
  }),
  defineRule({
    id: 'no-400',
    title: 'Nothing says what happens to requests that are not valid.',
    advice: 'Check requests against their schema, and document the 400 or 422 response.',
    owasp: 'API8:2023',
    cwe: 388,
    severity: 'info',
    grouping: 'habit',
    aliases: ['owasp:api8:2023-define-error-validation', 'owasp-define-error-validation'],
    check: (context) =>
      checkMissing(
        context,
        ({ parameters, requestBody }) => parameters.length > 0 || requestBody !== undefined,
        /^(?:4\d\d|4XX|default)$/i,
      ),
  }),
  defineRule({
    id: 'no-401',
    title: 'Nothing says what callers without valid credentials get.',
    advice: 'Document the 401 response with its body.',
    owasp: 'API8:2023',
    cwe: 388,
    severity: 'info',
    grouping: 'habit',
    aliases: ['owasp:api8:2023-define-error-responses-401', 'owasp-define-error-responses-401'],
    check: (context) =>
      checkMissing(context, ({ security }) => !security.isPublic, /^(?:401|403|4XX|default)$/i),
  }),
  defineRule({
    id: 'no-500',
    title: 'Nothing says what callers get when the server fails.',
    advice: 'Document the 500 response with a body that tells nothing of the inside.',
    owasp: 'API8:2023',
    cwe: 388,
    severity: 'info',
    grouping: 'habit',
    aliases: ['owasp:api8:2023-define-error-responses-500', 'owasp-define-error-responses-500'],
    check: (context) => checkMissing(context, () => true, /^(?:5\d\d|5XX|default)$/i),
  }),
  defineRule({
    id: 'internals-in-response',
    direction: 'response',
    title: 'Answers tell of the inside of the server.',
    advice: 'Log it, and give callers an id to ask with.',
    owasp: 'API8:2023',
    cwe: 209,
    severity: 'low',
    check({ model, report }) {
      for (const node of model.schemas) {
        if (node.via !== '/properties' || (node.unit.exposure & responseMask) === 0) continue;
        const name = String(node.key);
        if (!isInternalField(name) || node.value['type'] === 'boolean') continue;
        const isPublic = (node.unit.exposure & responseMask & publicMask) !== 0;
        report(node, {
          cause: `name ${name.toLowerCase()}`,
          ...(isPublic ? { severity: 'medium' } : {}),
        });
      }
    },
  }),
  defineRule({
    id: 'debug-endpoint',
    title: 'An operation is left over from development.',
    advice: 'Take it out of what is deployed, or ask for credentials of administrators.',
    owasp: 'API9:2023',
    cwe: 489,
    severity: 'medium',
    check({ model, report }) {
      for (const operation of model.operations) {
        if (operation.isOutgoing || !isDebug(operation)) continue;
        report(operation.node, operation.security.isPublic ? { severity: 'high' } : {});
      }
    },
  }),
  defineRule({
    id: 'weaker-old-version',
    title: 'An older version of the operation asks for less than the newer one.',
    advice: 'Retire the older version, or ask there for what the newer asks for.',
    owasp: 'API9:2023',
    cwe: 1059,
    severity: 'high',
    check({ model, report }) {
      const newest = new Map<
        string,
        { version: number; operation: (typeof model.operations)[number] }
      >();
      for (const operation of model.operations) {
        const split = operation.isOutgoing ? undefined : splitVersion(operation.path);
        if (split === undefined) continue;
        const key = `${operation.method} ${split.rest}`;
        const known = newest.get(key);
        if (known === undefined || known.version < split.version)
          newest.set(key, { version: split.version, operation });
      }
      for (const operation of model.operations) {
        const split = operation.isOutgoing ? undefined : splitVersion(operation.path);
        if (split === undefined) continue;
        const newer = newest.get(`${operation.method} ${split.rest}`);
        if (newer === undefined || newer.version <= split.version) continue;
        const isWeaker = operation.security.isPublic && !newer.operation.security.isPublic;
        const isUnlimited = hasThrottle(model, newer.operation) && !hasThrottle(model, operation);
        const isOpen = !isWeaker && !isUnlimited;
        if (isOpen && operation.node.value['deprecated'] === true) continue;
        report(operation.node, {
          message: isWeaker
            ? `It needs no credentials; ${nameOperation(newer.operation)} does.`
            : isUnlimited
              ? `It has no limit; ${nameOperation(newer.operation)} has.`
              : `${nameOperation(newer.operation)} replaces it, and it is not marked as deprecated.`,
          ...(isOpen ? { severity: 'low' } : isWeaker ? {} : { severity: 'medium' }),
          cause: `path ${operation.path}`,
        });
      }
    },
  }),
  defineRule({
    id: 'server-audience-unsaid',
    title: 'The server does not say whether it is internal.',
    advice: 'Set `x-internal` to true or false.',
    owasp: 'API9:2023',
    cwe: 1059,
    severity: 'info',
    grouping: 'habit',
    aliases: ['owasp:api9:2023-inventory-access'],
    check({ model, report, looked }) {
      looked(model.servers.length);
      if (!model.format.startsWith('openapi')) return;
      for (const node of model.servers) {
        if (typeof node.value['x-internal'] !== 'boolean') report(node);
      }
    },
  }),
  defineRule({
    id: 'server-environment-unsaid',
    title: 'The server does not say which environment it is.',
    advice: 'Name the environment in the description: production, staging, test.',
    owasp: 'API9:2023',
    cwe: 1059,
    severity: 'info',
    grouping: 'habit',
    aliases: ['owasp:api9:2023-inventory-environment'],
    check({ model, report, looked }) {
      looked(model.servers.length);
      if (!model.format.startsWith('openapi')) return;
      for (const node of model.servers) {
        const description = textAt(node.value, 'description');
        if (description !== undefined && environmentWords.test(description.replaceAll('_', ' ')))
          continue;
        report(node, description === undefined ? {} : { at: ['description'] });
      }
    },
  }),
  defineRule({
    id: 'outgoing-over-http',
    title: 'The API calls others over unencrypted HTTP.',
    advice: 'Call https addresses only, and check certificates.',
    owasp: 'API10:2023',
    cwe: 319,
    severity: 'medium',
    check({ model, report }) {
      for (const operation of model.operations) {
        if (operation.isOutgoing && /^http:\/\//i.test(operation.path)) report(operation.node);
      }
    },
  }),
  defineRule({
    id: 'message-without-security',
    title: 'Messages of this server are open to anyone who reaches it.',
    advice: 'Declare `security` for the server or the operation.',
    owasp: 'API2:2023',
    cwe: 306,
    severity: 'medium',
    aliases: ['asyncapi-server-security'],
    check({ model, report }) {
      if (!model.format.startsWith('asyncapi')) return;
      for (const node of model.servers) {
        if (node.reference === undefined && (listAt(node.value, 'security')?.length ?? 0) === 0)
          report(node);
      }
    },
  }),
  defineRule({
    id: 'personal-data-in-address',
    title: 'The address of a channel holds personal data, and brokers log addresses.',
    advice: 'Name the person by an opaque id.',
    owasp: 'API3:2023',
    cwe: 598,
    severity: 'medium',
    check({ model, fields, report }) {
      for (const node of model.channels) {
        for (const name of Object.keys(objectAt(node.value, 'parameters') ?? {})) {
          const found = fields.classifyName(name);
          if (found === undefined || !/^(?:contact|id|person|finance)\./.test(found.category))
            continue;
          report(node, { at: ['parameters', name], category: found.category, level: found.level });
        }
      }
    },
  }),
  defineRule({
    id: 'sensitive-write-without-body-schema',
    title: 'A write takes a body of any form.',
    advice: 'Give the body a schema.',
    owasp: 'API8:2023',
    cwe: 20,
    severity: 'low',
    grouping: 'habit',
    aliases: ['3.0/media_type_object_without_schema', 'general/schema_object_empty'],
    check({ model, report, looked }) {
      let count = 0;
      for (const operation of model.operations) {
        const body = operation.requestBody;
        if (body === undefined || operation.isOutgoing || !isWrite(operation)) continue;
        count += 1;
        const content = objectAt(model.resolve(body)?.value ?? {}, 'content');
        for (const type of Object.keys(content ?? {})) {
          const schema = objectAt(objectAt(content!, type) ?? {}, 'schema');
          if (schema !== undefined && Object.keys(schema).length > 0) continue;
          if (/json|xml|form/i.test(type)) report(body, { cause: `path ${operation.path}` });
        }
      }
      looked(count);
    },
  }),
];
