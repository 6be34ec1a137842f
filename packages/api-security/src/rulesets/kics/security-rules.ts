import type { ApiModel } from '../../model/api-model.ts';
import type { ApiNode } from '../../model/api-node.ts';
import { isObject, type JsonObject, listAt, objectAt, textAt } from '../../model/json-object.ts';
import type { Rule, RuleContext } from '../../rules/rule.ts';
import { kicsRule } from './kics-rule.ts';

/** Schemes of the IANA registry of HTTP authentication schemes. */
const registered = new Set(
  'basic,bearer,concealed,digest,dpop,gnap,hoba,mutual,negotiate,oauth,privatetoken,scram-sha-1,scram-sha-256,vapid'.split(
    ',',
  ),
);

const isUrl = (url: string): boolean =>
  /^https?:\/\/[\w.-]+(?::\d+)?(?:\/[\w./~%+?&=:,;-]*)?$/i.test(url);

/** One scheme that a security requirement names, with its place. */
interface Demand {
  readonly name: string;
  readonly scopes: readonly unknown[];
  readonly node: ApiNode;
  readonly at: readonly (string | number)[];
  readonly scheme: ApiNode | undefined;
}

/** Requirements as lists of objects, and as one object where the author forgot the list. */
function demandsAt(model: ApiModel, node: ApiNode, security: unknown): readonly Demand[] {
  const schemes = new Map(model.securitySchemes.map((one) => [String(one.key), one]));
  const list: readonly (readonly [unknown, readonly (string | number)[]])[] = Array.isArray(
    security,
  )
    ? security.map((one: unknown, index) => [one, ['security', index]] as const)
    : [[security, ['security']] as const];
  return list.flatMap(([one, at]) =>
    isObject(one)
      ? Object.entries(one).map(([name, scopes]) => ({
          name,
          scopes: Array.isArray(scopes) ? scopes : [],
          node,
          at: [...at, name],
          scheme: schemes.get(name),
        }))
      : [],
  );
}

const globalDemands = (model: ApiModel): readonly Demand[] =>
  demandsAt(model, model.root, model.document['security']);

const operationDemands = (model: ApiModel): readonly Demand[] =>
  model.operations.flatMap(({ node }) => demandsAt(model, node, node.value['security']));

const schemes =
  (look: (value: JsonObject) => readonly (readonly (string | number)[])[]) =>
  ({ model, report }: RuleContext): void => {
    for (const node of model.securitySchemes)
      for (const at of look(node.value)) report(node, { at });
  };

/** Flows of a scheme, in the form of OpenAPI 3. */
const flowsOf = (value: JsonObject): readonly (readonly [string, JsonObject])[] =>
  Object.entries(objectAt(value, 'flows') ?? {}).filter((entry): entry is [string, JsonObject] =>
    isObject(entry[1]),
  );

const demands =
  (
    list: (model: ApiModel) => readonly Demand[],
    breaks: (demand: Demand, model: ApiModel) => readonly (string | number)[] | boolean,
  ) =>
  ({ model, report }: RuleContext): void => {
    for (const demand of list(model)) {
      const broken = breaks(demand, model);
      if (broken === false) continue;
      report(demand.node, { at: broken === true ? demand.at : [...demand.at, ...broken] });
    }
  };

const flowIs = (flow: string) => (demand: Demand) =>
  demand.scheme?.value['type'] === 'oauth2' && demand.scheme.value['flow'] === flow;

const hasHttp = (model: ApiModel): boolean =>
  model.servers.length === 0 ||
  model.servers.some(({ value }) => !/^https:/i.test(textAt(value, 'url') ?? ''));

/** Scopes that a scheme defines; nothing where it has none to define. */
function scopesOf(scheme: ApiNode): ReadonlySet<string> | undefined {
  if (scheme.value['type'] !== 'oauth2') return undefined;
  const all = [
    objectAt(scheme.value, 'scopes'),
    ...flowsOf(scheme.value).map(([, flow]) => objectAt(flow, 'scopes')),
  ];
  return new Set(all.flatMap((scopes) => Object.keys(scopes ?? {})));
}

const undefinedScope = ({ scheme, scopes }: Demand): readonly (string | number)[] | boolean => {
  if (scheme === undefined) return false;
  const defined = scopesOf(scheme);
  if (defined === undefined) return false;
  return scopes.some((scope) => typeof scope === 'string' && !defined.has(scope));
};

const plainSchemes =
  (nodes: (model: ApiModel) => readonly ApiNode[]) =>
  ({ model, report }: RuleContext): void => {
    for (const node of nodes(model)) {
      const index = (listAt(node.value, 'schemes') ?? []).indexOf('http');
      if (index >= 0) report(node, { at: ['schemes', index] });
    }
  };

const isKeySent = ({ scheme }: Demand, model: ApiModel): boolean =>
  scheme?.value['type'] === 'apiKey' && hasHttp(model);

/** Rules of KICS over security schemes and requirements. */
export const kicsSecurityRules: readonly Rule[] = [
  kicsRule(
    '2.0/global_schemes_uses_http',
    'medium',
    319,
    'The API is offered over HTTP.',
    plainSchemes(({ root }) => [root]),
  ),
  kicsRule(
    '2.0/schemes_uses_http copy',
    'medium',
    319,
    'The operation is offered over HTTP.',
    plainSchemes(({ operations }) => operations.map(({ node }) => node)),
  ),
  kicsRule(
    '2.0/path_scheme_accepts_http',
    'medium',
    319,
    'The operation is offered over HTTP.',
    plainSchemes(({ operations }) => operations.map(({ node }) => node)),
  ),
  kicsRule(
    '2.0/global_security_using_password_flow',
    'medium',
    285,
    'All operations use the password flow.',
    demands(globalDemands, flowIs('password')),
  ),
  kicsRule(
    '2.0/implicit_flow_oauth2',
    'medium',
    285,
    'A scheme uses the implicit flow.',
    schemes((value) =>
      value['type'] === 'oauth2' && value['flow'] === 'implicit' ? [['flow']] : [],
    ),
  ),
  kicsRule(
    '2.0/security_definitions_allows_password_flow',
    'medium',
    285,
    'A scheme uses the password flow.',
    schemes((value) =>
      value['type'] === 'oauth2' && value['flow'] === 'password' ? [['flow']] : [],
    ),
  ),
  kicsRule(
    '2.0/security_definitions_using_basic_auth',
    'medium',
    285,
    'A scheme uses basic authentication.',
    schemes((value) => (value['type'] === 'basic' ? [['type']] : [])),
  ),
  kicsRule(
    '2.0/operation_using_basic_auth',
    'medium',
    284,
    'The operation uses basic authentication.',
    demands(operationDemands, ({ scheme }) => scheme?.value['type'] === 'basic'),
  ),
  kicsRule(
    '2.0/operation_using_implicit_flow',
    'medium',
    284,
    'The operation uses the implicit flow.',
    demands(operationDemands, flowIs('implicit')),
  ),
  kicsRule(
    '2.0/operation_using_password_flow',
    'medium',
    798,
    'The operation uses the password flow.',
    demands(operationDemands, flowIs('password')),
  ),
  kicsRule(
    '2.0/invalid_oauth2_token_url',
    'medium',
    284,
    'The token address is no URL.',
    schemes((value) =>
      value['type'] === 'oauth2' &&
      typeof value['tokenUrl'] === 'string' &&
      !isUrl(value['tokenUrl'])
        ? [['tokenUrl']]
        : [],
    ),
  ),
  kicsRule(
    '2.0/invalid_oauth_authorization_url',
    'medium',
    285,
    'The authorization address is no URL.',
    schemes((value) =>
      value['type'] === 'oauth2' &&
      typeof value['authorizationUrl'] === 'string' &&
      !isUrl(value['authorizationUrl'])
        ? [['authorizationUrl']]
        : [],
    ),
  ),
  kicsRule(
    '2.0/security_definitions_undefined_or_empty',
    'high',
    284,
    'No security scheme is defined.',
    ({ model, report }) => {
      const definitions = model.document['securityDefinitions'];
      if (definitions === undefined) report(model.root, { at: ['swagger'] });
      else if (!isObject(definitions) || Object.keys(definitions).length === 0)
        report(model.root, { at: ['swagger'] });
    },
  ),
  kicsRule(
    '2.0/undefined_security_scope_global_security',
    'low',
    284,
    'A scope is asked for that nothing defines.',
    demands(globalDemands, undefinedScope),
  ),
  kicsRule(
    '2.0/undefined_security_scope_security_operations',
    'low',
    284,
    'A scope is asked for that nothing defines.',
    demands(operationDemands, undefinedScope),
  ),
  kicsRule(
    '3.0/undefined_security_scope_global_security',
    'low',
    284,
    'A scope is asked for that nothing defines.',
    demands(globalDemands, undefinedScope),
  ),
  kicsRule(
    '3.0/undefined_security_scope_security_operations',
    'low',
    284,
    'A scope is asked for that nothing defines.',
    demands(operationDemands, undefinedScope),
  ),
  kicsRule(
    '3.0/api_key_exposed_in_global_security_scheme',
    'low',
    284,
    'A key is sent over the network.',
    schemes((value) => (value['type'] === 'apiKey' ? [[]] : [])),
  ),
  kicsRule(
    'general/api_key_exposed_in_global_security',
    'low',
    319,
    'A key is sent over the network.',
    demands(globalDemands, isKeySent),
  ),
  kicsRule(
    'general/api_key_exposed_in_operation_security',
    'low',
    319,
    'A key is sent over the network.',
    demands(operationDemands, isKeySent),
  ),
  kicsRule(
    '3.0/cleartext_credentials_with_basic_auth_for_operation',
    'medium',
    319,
    'Credentials are sent in the clear.',
    demands(
      operationDemands,
      ({ scheme }, model) =>
        scheme?.value['type'] === 'http' && scheme.value['scheme'] === 'basic' && hasHttp(model),
    ),
  ),
  kicsRule(
    '3.0/global_security_scheme_using_basic_authentication',
    'medium',
    284,
    'All operations use basic authentication.',
    ({ model, report }) => {
      for (const node of model.securitySchemes) {
        if (textAt(node.value, 'scheme')?.toLowerCase() === 'basic') report(node);
      }
    },
  ),
  kicsRule(
    '3.0/global_server_uses_http',
    'medium',
    319,
    'The API is offered over HTTP.',
    ({ model, report }) => {
      const servers = listAt(model.document, 'servers');
      if (servers === undefined || servers.length === 0) report(model.root, { at: ['openapi'] });
      for (const [index, server] of (servers ?? []).entries()) {
        const url = isObject(server) ? textAt(server, 'url') : undefined;
        if (url !== undefined && !/^https:/i.test(url))
          report(model.root, { at: ['servers', index, 'url'] });
      }
    },
  ),
  kicsRule(
    '3.0/path_server_uses_http',
    'medium',
    319,
    'The operation is offered over HTTP.',
    ({ model, report }) => {
      for (const node of model.servers) {
        if (node.parent === model.root) continue;
        if (!/^https:/i.test(textAt(node.value, 'url') ?? 'https:')) report(node, { at: ['url'] });
      }
    },
  ),
  kicsRule(
    '3.0/invalid_oauth2_token_url',
    'medium',
    285,
    'The token address is no URL.',
    schemes((value) =>
      flowsOf(value).flatMap(([name, flow]) =>
        typeof flow['tokenUrl'] === 'string' && !isUrl(flow['tokenUrl'])
          ? [['flows', name, 'tokenUrl']]
          : [],
      ),
    ),
  ),
  kicsRule(
    '3.0/invalid_oauth_authorization_url',
    'medium',
    284,
    'The authorization address is no URL.',
    schemes((value) =>
      flowsOf(value).flatMap(([name, flow]) =>
        /^(?:implicit|authorizationCode)$/.test(name) &&
        typeof flow['authorizationUrl'] === 'string' &&
        !isUrl(flow['authorizationUrl'])
          ? [['flows', name, 'authorizationUrl']]
          : [],
      ),
    ),
  ),
  kicsRule(
    '3.0/oauth2_with_implicit_flow',
    'medium',
    284,
    'A scheme uses the implicit flow.',
    schemes((value) =>
      flowsOf(value).flatMap(([name]) => (name === 'implicit' ? [['flows', name]] : [])),
    ),
  ),
  kicsRule(
    '3.0/oauth2_with_password_flow',
    'medium',
    285,
    'A scheme uses the password flow.',
    schemes((value) =>
      flowsOf(value).flatMap(([name]) => (name === 'password' ? [['flows', name]] : [])),
    ),
  ),
  kicsRule(
    '3.0/security_scheme_undefined',
    'medium',
    284,
    'No security scheme is defined.',
    ({ model, report }) => {
      const components = objectAt(model.document, 'components');
      if (components === undefined) {
        report(model.root, { at: ['openapi'] });
        return;
      }
      const defined = components['securitySchemes'];
      if (defined === undefined) report(model.root, { at: ['components'] });
      else if (!isObject(defined) || Object.keys(defined).length === 0)
        report(model.root, { at: ['components', 'securitySchemes'] });
      else
        for (const node of model.securitySchemes)
          if (Object.keys(node.value).length === 0) report(node);
    },
  ),
  ...(['basic', 'digest', 'negotiate'] as const).map((scheme) =>
    kicsRule(
      `3.0/security_scheme_using_http_${scheme}`,
      'low',
      285,
      `A scheme uses HTTP ${scheme}.`,
      schemes((value) =>
        value['type'] === 'http' && textAt(value, 'scheme')?.toLowerCase() === scheme
          ? [['scheme']]
          : [],
      ),
    ),
  ),
  kicsRule(
    '3.0/security_schemes_http_unknown_scheme',
    'medium',
    284,
    'The scheme is not registered.',
    schemes((value) => {
      const scheme = textAt(value, 'scheme');
      return value['type'] === 'http' &&
        scheme !== undefined &&
        !registered.has(scheme.toLowerCase())
        ? [['scheme']]
        : [];
    }),
  ),
  kicsRule(
    '3.0/security_schemes_using_oauth',
    'low',
    284,
    'A scheme uses OAuth 1.0.',
    schemes((value) =>
      value['type'] === 'http' && textAt(value, 'scheme')?.toLowerCase() === 'oauth' ? [[]] : [],
    ),
  ),
  kicsRule(
    'general/global_security_field_undefined',
    'high',
    284,
    'No credentials are asked for in general.',
    ({ model, report }) => {
      if (model.document['security'] !== undefined) return;
      const isCovered =
        model.operations.length > 0 &&
        model.operations.every(({ node }) => node.value['security'] !== undefined);
      if (!isCovered)
        report(model.root, { at: [model.format === 'swagger-2.0' ? 'swagger' : 'openapi'] });
    },
  ),
  kicsRule(
    'general/no_global_and_operation_security_defined',
    'high',
    284,
    'Nothing asks for credentials here.',
    ({ model, report }) => {
      if (model.document['security'] !== undefined) return;
      for (const { node, isOutgoing } of model.operations) {
        if (!isOutgoing && node.value['security'] === undefined) report(node);
      }
    },
  ),
  kicsRule(
    'general/security_empty_array',
    'high',
    284,
    'The list of what is asked for is empty.',
    ({ model, report }) => {
      if (listAt(model.document, 'security')?.length === 0)
        report(model.root, { at: ['security'] });
    },
  ),
  kicsRule(
    'general/security_empty_object_definition',
    'high',
    284,
    'What is asked for is empty.',
    ({ model, report }) => {
      for (const at of emptyObjects(model.document['security'])) report(model.root, { at });
    },
  ),
  kicsRule(
    'general/security_operations_empty_array',
    'high',
    284,
    'The list of what is asked for is empty.',
    ({ model, report }) => {
      for (const { node } of model.operations) {
        if (listAt(node.value, 'security')?.length === 0) report(node, { at: ['security'] });
      }
    },
  ),
  kicsRule(
    'general/security_operations_empty_object_definition',
    'high',
    284,
    'What is asked for is empty.',
    ({ model, report }) => {
      for (const { node } of model.operations) {
        for (const at of emptyObjects(node.value['security'])) report(node, { at });
      }
    },
  ),
];

/** Where a requirement is an empty object: at the list that holds it. */
function emptyObjects(security: unknown): readonly (readonly (string | number)[])[] {
  if (isObject(security)) return Object.keys(security).length === 0 ? [['security']] : [];
  if (!Array.isArray(security)) return [];
  const has = security.some((one) => isObject(one) && Object.keys(one).length === 0);
  return has ? [['security']] : [];
}
