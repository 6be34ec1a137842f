import type { ApiModel } from '../model/api-model.ts';
import type { ApiNode } from '../model/api-node.ts';
import type { ApiOperation } from '../model/api-operation.ts';
import { isObject, objectAt, own, textAt } from '../model/json-object.ts';
import { requestMask } from '../model/unit.ts';
import { isBacktracking } from './checks/backtracking.ts';
import { causeOf } from './checks/cause-of.ts';
import {
  hasType,
  isUnlimitedArray,
  isUnlimitedInteger,
  isUnlimitedLegacyInteger,
  isUnlimitedString,
  isUnrestrictedString,
} from './checks/schema-checks.ts';
import { hasThrottle, rateLimitHeaders } from './checks/throttle.ts';
import { defineRule } from './define-rule.ts';
import type { Rule, RuleContext } from './rule.ts';

/** Formats that bound the length and form of a text by themselves. */
const boundedFormats =
  /^(?:date|date-time|time|duration|uuid|guid|ipv4|ipv6|ulid|email|idn-email|hostname|binary|byte)$/;

const pageName =
  /^(?:(?:page|per)_?)?(?:limit|size|per_?page|page_?size|page_?limit|max_?results|count|top|first|last|rows|take|num(?:ber)?_of_\w+|repeat\w*|retries)$/i;

const pagingName =
  /limit|page|offset|cursor|size|per_page|after|before|since|token|top|skip|max|count|first|last|rows|take|start|range|next|marker/i;

/** Reports schemas that come in and break a predicate. What only goes out cannot exhaust the server. */
function checkIncoming(
  { model, report, looked }: RuleContext,
  type: string,
  breaks: (value: ApiNode['value']) => boolean,
): void {
  let count = 0;
  for (const node of model.schemas) {
    if ((node.unit.exposure & requestMask) === 0 || !hasType(node.value, type)) continue;
    if (node.value['readOnly'] === true) continue;
    count += 1;
    if (breaks(node.value)) {
      report(node, causeOf(node));
    }
  }
  looked(count);
}

const isAnswerable = ({ isOutgoing, node }: ApiOperation): boolean =>
  !isOutgoing && node.value['responses'] !== undefined;

/** Whether the parameters of an operation bound what it gives. */
function isPaged(model: ApiModel, operation: ApiOperation): boolean {
  return operation.parameters.some((node) =>
    pagingName.test(textAt(model.resolve(node)?.value ?? {}, 'name') ?? ''),
  );
}

/** The array that an answer is, or holds under the name of a collection. */
function findUnboundedList(model: ApiModel, response: ApiNode): boolean {
  const resolved = model.resolve(response);
  if (resolved === undefined) return false;
  const contents = objectAt(resolved.value, 'content');
  const media =
    contents === undefined
      ? [resolved.value]
      : Object.keys(contents).map((type) => own(contents, type));
  return media.some((one) => {
    const schema = isObject(one) ? objectAt(one, 'schema') : undefined;
    if (schema === undefined) return false;
    return hasType(schema, 'array') && schema['maxItems'] === undefined;
  });
}

/** Rules of API4:2023, unrestricted resource consumption. */
export const resourceRules: readonly Rule[] = [
  defineRule({
    id: 'string-limit',
    direction: 'request',
    title: 'Texts in requests may have any length.',
    advice: 'Set `maxLength`, `enum` or `const`.',
    owasp: 'API4:2023',
    cwe: 770,
    severity: 'low',
    grouping: 'habit',
    aliases: [
      'owasp:api4:2023-string-limit',
      'owasp-string-limit',
      'general/maximum_length_undefined',
    ],
    check: (context) =>
      checkIncoming(
        context,
        'string',
        (value) => isUnlimitedString(value) && !boundedFormats.test(textAt(value, 'format') ?? ''),
      ),
  }),
  defineRule({
    id: 'string-form',
    direction: 'request',
    title: 'Texts in requests may have any form.',
    advice: 'Set `format`, `pattern`, `enum` or `const`.',
    owasp: 'API4:2023',
    cwe: 20,
    severity: 'info',
    grouping: 'habit',
    aliases: [
      'owasp:api4:2023-string-restricted',
      'owasp-string-restricted',
      'general/pattern_undefined',
    ],
    check: (context) => checkIncoming(context, 'string', isUnrestrictedString),
  }),
  defineRule({
    id: 'integer-limit',
    direction: 'request',
    title: 'Integers in requests have no bounds.',
    advice: 'Set `minimum` and `maximum`.',
    owasp: 'API4:2023',
    cwe: 20,
    severity: 'low',
    grouping: 'habit',
    aliases: [
      'owasp:api4:2023-integer-limit',
      'owasp:api4:2023-integer-limit-legacy',
      'owasp-integer-limit',
      'general/numeric_schema_without_maximum',
      'general/numeric_schema_without_minimum',
    ],
    check: (context) =>
      checkIncoming(
        context,
        'integer',
        context.model.format === 'openapi-3.1' || context.model.format === 'openapi-3.2'
          ? isUnlimitedInteger
          : (value) => value['enum'] === undefined && isUnlimitedLegacyInteger(value),
      ),
  }),
  defineRule({
    id: 'integer-format',
    direction: 'request',
    title: 'Integers in requests do not say how large they may be.',
    advice: 'Set `format` to int32 or int64.',
    owasp: 'API4:2023',
    cwe: 190,
    severity: 'info',
    grouping: 'habit',
    aliases: [
      'owasp:api4:2023-integer-format',
      'owasp-integer-format',
      'general/numeric_schema_without_format',
    ],
    check: (context) =>
      checkIncoming(
        context,
        'integer',
        (value) => value['format'] === undefined && value['enum'] === undefined,
      ),
  }),
  defineRule({
    id: 'array-limit',
    direction: 'request',
    title: 'Arrays in requests may have any number of elements.',
    advice: 'Set `maxItems`.',
    owasp: 'API4:2023',
    cwe: 770,
    severity: 'low',
    grouping: 'habit',
    aliases: [
      'owasp:api4:2023-array-limit',
      'owasp-array-limit',
      'general/array_without_maximum_number_items',
    ],
    check: (context) => checkIncoming(context, 'array', isUnlimitedArray),
  }),
  defineRule({
    id: 'rate-limit-headers',
    title: 'Answers do not tell callers how much they may still ask.',
    advice: 'Document the RateLimit headers.',
    owasp: 'API4:2023',
    cwe: 770,
    severity: 'info',
    grouping: 'habit',
    aliases: ['owasp:api4:2023-rate-limit', 'owasp-rate-limit'],
    check({ model, report, looked }) {
      let count = 0;
      for (const operation of model.operations.filter(isAnswerable)) {
        count += 1;
        const successes = operation.responses.filter(({ key }) => /^[24]/.test(String(key)));
        const hasHeaders = successes.some((node) =>
          Object.keys(objectAt(model.resolve(node)?.value ?? {}, 'headers') ?? {}).some((name) =>
            rateLimitHeaders.test(name),
          ),
        );
        if (successes.length > 0 && !hasHeaders) report(operation.node, { at: ['responses'] });
      }
      looked(count);
    },
  }),
  defineRule({
    id: 'no-429',
    title: 'Nothing says that callers are limited.',
    advice: 'Limit callers, and document the 429 response with its body.',
    owasp: 'API4:2023',
    cwe: 770,
    severity: 'low',
    grouping: 'habit',
    aliases: ['owasp:api4:2023-rate-limit-responses-429', 'owasp-define-error-responses-429'],
    check({ model, report, looked }) {
      let count = 0;
      for (const operation of model.operations.filter(isAnswerable)) {
        count += 1;
        if (
          !hasThrottle(model, operation) &&
          !operation.responses.some(({ key }) => /^4XX$|^default$/i.test(String(key)))
        ) {
          report(operation.node, { at: ['responses'] });
        }
      }
      looked(count);
    },
  }),
  defineRule({
    id: 'no-retry-after',
    title: 'The 429 answer does not say when to come again.',
    advice: 'Document the Retry-After header.',
    owasp: 'API4:2023',
    cwe: 770,
    severity: 'info',
    grouping: 'habit',
    aliases: ['owasp:api4:2023-rate-limit-retry-after', 'owasp-rate-limit-retry-after'],
    check({ model, report, looked }) {
      const seen = new Set<ApiNode>();
      for (const { responses } of model.operations) {
        for (const node of responses) {
          if (String(node.key) !== '429') continue;
          const resolved = model.resolve(node);
          if (resolved === undefined || seen.has(resolved)) continue;
          seen.add(resolved);
          const headers = objectAt(resolved.value, 'headers');
          if (Object.keys(headers ?? {}).some((name) => /^retry-after$/i.test(name))) continue;
          report(resolved, headers === undefined ? {} : { at: ['headers'] });
        }
      }
      looked(seen.size);
    },
  }),
  defineRule({
    id: 'unbounded-page-size',
    direction: 'request',
    title: 'Callers may ask for as much at once as they like.',
    advice: 'Set `maximum` on the parameter or field, and keep it in the server.',
    owasp: 'API4:2023',
    cwe: 770,
    severity: 'medium',
    aliases: [],
    check({ model, report }) {
      const test = (
        node: ApiNode,
        schema: ApiNode['value'],
        name: string,
        at: readonly string[],
      ): void => {
        if (!pageName.test(name) || !(hasType(schema, 'integer') || hasType(schema, 'number')))
          return;
        if (
          schema['maximum'] !== undefined ||
          schema['exclusiveMaximum'] !== undefined ||
          schema['enum'] !== undefined
        )
          return;
        report(node, {
          at,
          message: `Callers may set ${JSON.stringify(name)} as high as they like.`,
          cause: `name ${name.toLowerCase()}`,
        });
      };
      for (const node of model.parameters) {
        if (node.value['in'] !== 'query') continue;
        const schema = objectAt(node.value, 'schema');
        test(
          node,
          schema ?? node.value,
          textAt(node.value, 'name') ?? '',
          schema === undefined ? [] : ['schema'],
        );
      }
      for (const node of model.schemas) {
        if (node.via === '/properties' && (node.unit.exposure & requestMask) !== 0) {
          const name = String(node.key);
          if (/repeat|retries|number_of|page|limit$/i.test(name)) test(node, node.value, name, []);
        }
      }
    },
  }),
  defineRule({
    id: 'unpaged-list',
    title: 'A list is given whole, however long it is.',
    advice: 'Give it in pages, or set `maxItems`.',
    owasp: 'API4:2023',
    cwe: 770,
    severity: 'low',
    grouping: 'habit',
    check({ model, report, looked }) {
      let count = 0;
      for (const operation of model.operations) {
        if (operation.method !== 'get' || operation.isOutgoing || operation.path.endsWith('}'))
          continue;
        const list = operation.responses.find(
          (node) => String(node.key) === '200' && findUnboundedList(model, node),
        );
        if (list === undefined) continue;
        count += 1;
        if (!isPaged(model, operation)) report(operation.node);
      }
      looked(count);
    },
  }),
  defineRule({
    id: 'pattern-denial-of-service',
    title: 'This pattern may take exponential time on a text made for it.',
    advice:
      'Rewrite it without nested or overlapping repetition, or check it with a linear-time engine such as RE2.',
    owasp: 'API4:2023',
    cwe: 1333,
    severity: 'medium',
    check({ model, report }) {
      for (const node of model.schemas) {
        const pattern = textAt(node.value, 'pattern');
        if (pattern === undefined || !isBacktracking(pattern)) continue;
        const isIn = (node.unit.exposure & requestMask) !== 0;
        report(node, { at: ['pattern'], ...(isIn ? {} : { severity: 'info' }) });
      }
    },
  }),
  defineRule({
    id: 'unlimited-checked-text',
    direction: 'request',
    title: 'Addresses in requests are checked by patterns, and may have any length.',
    advice: 'Set `maxLength`: an e-mail address has at most 254 characters (RFC 5321).',
    owasp: 'API4:2023',
    cwe: 1333,
    severity: 'low',
    grouping: 'habit',
    check({ fields, report, looked }) {
      let count = 0;
      for (const { node, name, field } of fields.all()) {
        if ((node.unit.exposure & requestMask) === 0 || node.kind !== 'schema') continue;
        if (
          !/^(?:contact\.email|contact\.phone)$/.test(field.category) ||
          !hasType(node.value, 'string')
        )
          continue;
        count += 1;
        if (isUnlimitedString(node.value)) {
          report(node, { category: field.category, level: field.level, cause: `field ${name}` });
        }
      }
      looked(count);
    },
  }),
];
