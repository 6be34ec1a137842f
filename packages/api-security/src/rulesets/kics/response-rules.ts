import type { ApiNode } from '../../model/api-node.ts';
import type { ApiOperation } from '../../model/api-operation.ts';
import { isObject, objectAt } from '../../model/json-object.ts';
import type { Rule, RuleContext } from '../../rules/rule.ts';
import { kicsRule } from './kics-rule.ts';

/** Codes that mean success, by method. */
const successes: readonly (readonly [string, RegExp])[] = [
  ['delete', /^(?:200|201|202|204|2XX)$/i],
  ['get', /^(?:200|202|2XX)$/i],
  ['head', /^(?:200|202|2XX)$/i],
  ['patch', /^(?:200|201|202|204|2XX)$/i],
  ['post', /^(?:200|201|202|204|2XX)$/i],
  ['put', /^(?:200|201|202|204|2XX)$/i],
];

const codesOf = ({ node }: ApiOperation): readonly string[] | undefined => {
  const responses = objectAt(node.value, 'responses');
  return responses === undefined ? undefined : Object.keys(responses);
};

const success = (method: string, codes: RegExp, version = 'general'): Rule =>
  kicsRule(
    `${version}/success_response_code_undefined_${method}_operation`,
    'low',
    665,
    `${method} has no answer that means success.`,
    ({ model, report }) => {
      for (const operation of model.operations) {
        if (operation.method !== method) continue;
        const found = codesOf(operation);
        if (found !== undefined && !found.some((code) => codes.test(code)))
          report(operation.node, { at: ['responses'] });
      }
    },
  );

/** Codes that an operation should answer with. */
function expectedCodes({ method, node }: ApiOperation, hasSecurity: boolean): readonly string[] {
  const codes: string[] = [];
  if (method !== 'head') codes.push('500', '429', '400');
  if (/^(?:post|put|patch)$/.test(method)) codes.push('415');
  if (/^(?:get|put|head|delete)$/.test(method)) codes.push('404');
  if (method === 'options') codes.push('200');
  if (hasSecurity || node.value['security'] !== undefined) codes.push('401', '403');
  return codes;
}

const isBodiless = (node: ApiNode): boolean =>
  node.parent?.key === 'head' || /^(?:204|304)$/.test(String(node.key));

const operationResponses = ({ model }: RuleContext): readonly ApiNode[] =>
  model.operations.flatMap(({ responses }) => responses);

/** KICS tells what holds the part. */
function reportContainer(report: RuleContext['report'], node: ApiNode): void {
  report(node.parent ?? node, { at: node.via.split('/').slice(1) });
}

/** Rules of KICS over answers. */
export const kicsResponseRules: readonly Rule[] = [
  ...successes.map(([method, codes]) => success(method, codes)),
  success('trace', /^200$/, '3.0'),
  kicsRule(
    'general/default_response_undefined_operations',
    'low',
    665,
    'There is no default answer.',
    ({ model, report }) => {
      for (const operation of model.operations) {
        const codes = codesOf(operation);
        if (codes !== undefined && !codes.includes('default'))
          report(operation.node, { at: ['responses'] });
      }
    },
  ),
  kicsRule(
    'general/response_code_missing',
    'low',
    665,
    'An answer is missing.',
    ({ model, report }) => {
      for (const operation of model.operations) {
        const codes = codesOf(operation);
        if (codes === undefined) continue;
        for (const code of expectedCodes(operation, model.document['security'] !== undefined)) {
          if (!codes.includes(code))
            report(operation.node, {
              at: ['responses'],
              message: `The answer ${code} is missing.`,
            });
        }
      }
    },
  ),
  kicsRule(
    'general/response_operations_body_schema_incorrect_defined',
    'low',
    665,
    'An answer without body has a content.',
    (context) => {
      const key = context.model.format === 'swagger-2.0' ? 'schema' : 'content';
      for (const node of operationResponses(context)) {
        if (isBodiless(node) && node.value[key] !== undefined) context.report(node, { at: [key] });
      }
    },
  ),
  kicsRule(
    'general/response_operations_body_schema_undefined',
    'medium',
    665,
    'An answer has no schema.',
    (context) => {
      const { model, report } = context;
      for (const node of operationResponses(context)) {
        if (isBodiless(node) || node.reference !== undefined) continue;
        if (model.format === 'swagger-2.0') {
          if (node.value['schema'] === undefined) report(node);
          continue;
        }
        const content = objectAt(node.value, 'content');
        if (content === undefined) report(node);
        else if (Object.keys(content).length === 0) report(node, { at: ['content'] });
        else {
          for (const [type, media] of Object.entries(content)) {
            if (isObject(media) && media['schema'] === undefined)
              report(node, { at: ['content', type] });
          }
        }
      }
    },
  ),
  kicsRule(
    '2.0/operation_object_without_consumes',
    'medium',
    710,
    'The operation does not say what it takes.',
    ({ model, report }) => {
      for (const { node, method } of model.operations) {
        if (
          model.document['consumes'] === undefined &&
          /^(?:post|put|patch)$/.test(method) &&
          node.value['consumes'] === undefined
        )
          report(node);
      }
    },
  ),
  kicsRule(
    '2.0/operation_object_without_produces',
    'medium',
    665,
    'The operation does not say what it gives.',
    ({ model, report }) => {
      for (const { node, method } of model.operations) {
        if (
          model.document['produces'] === undefined &&
          method === 'get' &&
          node.value['produces'] === undefined
        )
          report(node);
      }
    },
  ),
  kicsRule(
    '3.0/media_type_object_without_schema',
    'medium',
    665,
    'A media type has no schema.',
    ({ model, report }) => {
      for (const node of model.mediaTypes)
        if (node.value['schema'] === undefined && node.reference === undefined)
          reportContainer(report, node);
    },
  ),
  kicsRule(
    '3.0/header_object_without_schema',
    'medium',
    20,
    'A header has no schema.',
    ({ model, report }) => {
      for (const node of model.headers) {
        if (node.value['schema'] === undefined && node.reference === undefined) report(node);
      }
    },
  ),
  kicsRule(
    '3.0/parameter_object_without_schema',
    'medium',
    20,
    'A parameter has no schema.',
    ({ model, report }) => {
      for (const node of model.parameters) {
        if (node.value['schema'] === undefined && node.reference === undefined)
          reportContainer(report, node);
      }
    },
  ),
];
