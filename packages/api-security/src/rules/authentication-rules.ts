import { extendPointer } from '../model/api-node.ts';
import { objectAt, textAt } from '../model/json-object.ts';
import { credentialName } from './checks/field-names.ts';
import {
  changesCredentials,
  checksCredentials,
  isEntrance,
  isWrite,
} from './checks/operation-words.ts';
import { hasThrottle } from './checks/throttle.ts';
import { defineRule } from './define-rule.ts';
import type { Rule } from './rule.ts';

/** Messages that tell whether it was the name or the password that was wrong. */
const tellsAccounts =
  /(?:password|passcode|密码|口令)[^.]{0,40}(?:incorrect|not correct|wrong|invalid|does not match|错误|不正确)|(?:user(?:name)?|e-?mail|account|用户|账号)[^.]{0,30}(?:not (?:found|registered|exist)|does(?:n't| not) exist|unknown|不存在|未注册)/i;

/** Looks for texts in examples and enums below a value: bounded, and never told. */
function holdsText(value: unknown, pattern: RegExp, budget = { left: 400 }): boolean {
  if (budget.left <= 0) return false;
  budget.left -= 1;
  if (typeof value === 'string') return pattern.test(value.slice(0, 300));
  if (typeof value !== 'object' || value === null) return false;
  return Object.values(value).some((member) => holdsText(member, pattern, budget));
}

/** Rules of API2:2023, broken authentication. */
export const authenticationRules: readonly Rule[] = [
  defineRule({
    id: 'http-basic',
    title: 'HTTP Basic sends the password with every request.',
    advice: 'Use OAuth 2.0 or bearer tokens that expire.',
    owasp: 'API2:2023',
    cwe: 522,
    severity: 'high',
    aliases: [
      'owasp:api2:2023-no-http-basic',
      'owasp-no-http-basic',
      '3.0/security_scheme_using_http_basic',
      '2.0/security_definitions_using_basic_auth',
      'global-securityscheme-basic',
    ],
    check({ model, report }) {
      for (const node of model.securitySchemes) {
        if (textAt(node.value, 'scheme')?.toLowerCase() === 'basic')
          report(node, { at: ['scheme'] });
        else if (textAt(node.value, 'type') === 'basic') report(node, { at: ['type'] });
      }
    },
  }),
  defineRule({
    id: 'api-key-in-url',
    title: 'An API key in the URL ends in logs, histories and referrers.',
    advice: 'Send the key in a header.',
    owasp: 'API2:2023',
    cwe: 598,
    severity: 'high',
    aliases: ['owasp:api2:2023-no-api-keys-in-url', 'owasp-no-api-keys-in-url'],
    check({ model, report }) {
      for (const node of model.securitySchemes) {
        if (!/^(?:apiKey|httpApiKey)$/.test(textAt(node.value, 'type') ?? '')) continue;
        if (/^(?:query|path)$/.test(textAt(node.value, 'in') ?? '')) report(node, { at: ['in'] });
      }
    },
  }),
  defineRule({
    id: 'credentials-in-url',
    title: 'A credential in the URL ends in logs, histories and referrers.',
    advice: 'Take it in a header or in the body.',
    owasp: 'API2:2023',
    cwe: 598,
    severity: 'high',
    aliases: ['owasp:api2:2023-no-credentials-in-url', 'owasp-no-credentials-in-url'],
    check({ model, report }) {
      for (const node of model.parameters) {
        const { value } = node;
        const name = textAt(value, 'name') ?? '';
        if (!/^(?:query|path)$/.test(textAt(value, 'in') ?? '') || !credentialName.test(name))
          continue;
        report(node, { at: ['name'], cause: `name ${name.toLowerCase()}` });
      }
    },
  }),
  defineRule({
    id: 'outdated-auth-scheme',
    title: 'The authentication scheme is outdated or insecure.',
    advice: 'Use OAuth 2.0, OpenID Connect or mutual TLS.',
    owasp: 'API2:2023',
    cwe: 327,
    severity: 'medium',
    aliases: [
      'owasp:api2:2023-auth-insecure-schemes',
      'owasp-auth-insecure-schemes',
      '3.0/security_scheme_using_http_digest',
      '3.0/security_scheme_using_http_negotiate',
      '3.0/security_schemes_using_oauth',
    ],
    check({ model, report }) {
      for (const node of model.securitySchemes) {
        const scheme = textAt(node.value, 'scheme')?.toLowerCase() ?? '';
        if (/^(?:negotiate|oauth|digest|hoba|mutual)$/.test(scheme))
          report(node, { at: ['scheme'] });
      }
    },
  }),
  defineRule({
    id: 'jwt-practices-unsaid',
    title: 'Nothing says that these tokens follow RFC 8725, the best practices for JWT.',
    advice: 'Say in the description of the scheme that RFC8725 is followed, and follow it.',
    owasp: 'API2:2023',
    cwe: 347,
    severity: 'info',
    aliases: ['owasp:api2:2023-jwt-best-practices', 'owasp-jwt-best-practices'],
    check({ model, report }) {
      for (const node of model.securitySchemes) {
        const { value } = node;
        const usesJwt =
          textAt(value, 'type') === 'oauth2' || /^jwt$/i.test(textAt(value, 'bearerFormat') ?? '');
        const description = textAt(value, 'description');
        if (!usesJwt || description?.includes('RFC8725') === true) continue;
        report(node, description === undefined ? {} : { at: ['description'] });
      }
    },
  }),
  defineRule({
    id: 'no-refresh-token',
    title: 'Tokens cannot be refreshed, so they are likely to live long.',
    advice: 'Give a refreshUrl, and let access tokens expire soon.',
    owasp: 'API2:2023',
    cwe: 613,
    severity: 'low',
    aliases: ['owasp:api2:2023-short-lived-access-tokens'],
    check({ model, report }) {
      for (const node of model.securitySchemes) {
        const flows = objectAt(node.value, 'flows');
        for (const name of flows === undefined ? [] : Object.keys(flows)) {
          const flow = objectAt(flows!, name);
          if (flow === undefined || name === 'clientCredentials') continue;
          if (flow['refreshUrl'] === undefined) report(node, { at: ['flows', name] });
        }
      }
    },
  }),
  defineRule({
    id: 'implicit-or-password-flow',
    title:
      'The implicit and password flows of OAuth 2.0 leak tokens or passwords; OAuth 2.1 drops them.',
    advice: 'Use the authorization code flow with PKCE.',
    owasp: 'API2:2023',
    cwe: 522,
    severity: 'medium',
    aliases: [
      '3.0/oauth2_with_implicit_flow',
      '3.0/oauth2_with_password_flow',
      '2.0/implicit_flow_oauth2',
      '2.0/security_definitions_allows_password_flow',
    ],
    check({ model, report }) {
      for (const node of model.securitySchemes) {
        const flow = textAt(node.value, 'flow');
        if (flow === 'implicit' || flow === 'password') report(node, { at: ['flow'] });
        const flows = objectAt(node.value, 'flows');
        for (const name of ['implicit', 'password']) {
          if (flows?.[name] !== undefined) report(node, { at: ['flows', name] });
        }
      }
    },
  }),
  defineRule({
    id: 'oauth-over-http',
    title: 'Tokens are asked for over unencrypted HTTP.',
    advice: 'Give the authorization and token addresses as https.',
    owasp: 'API2:2023',
    cwe: 319,
    severity: 'high',
    aliases: ['3.0/invalid_oauth2_token_url', '3.0/invalid_oauth_authorization_url'],
    check({ model, report }) {
      for (const node of model.securitySchemes) {
        const flows = objectAt(node.value, 'flows');
        const holders: (readonly [readonly string[], typeof node.value])[] = [[[], node.value]];
        for (const name of flows === undefined ? [] : Object.keys(flows)) {
          const flow = objectAt(flows!, name);
          if (flow !== undefined) holders.push([['flows', name], flow]);
        }
        for (const [at, flow] of holders) {
          for (const key of ['authorizationUrl', 'tokenUrl', 'refreshUrl', 'openIdConnectUrl']) {
            const url = textAt(flow, key) ?? '';
            if (/^http:\/\/(?!localhost|127\.|\[::1\])/i.test(url))
              report(node, { at: [...at, key] });
          }
        }
      }
    },
  }),
  defineRule({
    id: 'no-security-at-all',
    title: 'No operation asks its callers who they are.',
    advice: 'Declare how callers are authenticated, and ask for it in `security`.',
    owasp: 'API2:2023',
    cwe: 306,
    severity: 'medium',
    aliases: [
      'general/global_security_field_undefined',
      '3.0/security_scheme_undefined',
      '2.0/security_definitions_undefined_or_empty',
      'global-security',
    ],
    check({ model, report }) {
      const { operations } = model;
      if (operations.length > 0 && operations.every(({ security }) => security.isPublic)) {
        report(model.root);
      }
    },
  }),
  defineRule({
    id: 'unprotected-write',
    title: 'Anyone may change data here, without credentials.',
    advice:
      'Ask for credentials in `security`, or say with `security: []` and `x-public: true` that it is meant for all.',
    owasp: 'API2:2023',
    cwe: 306,
    severity: 'high',
    aliases: [
      'owasp:api2:2023-write-restricted',
      'owasp-protection-global-unsafe',
      'general/no_global_and_operation_security_defined',
      'general/security_operations_empty_array',
      'general/security_operations_empty_object_definition',
    ],
    check({ model, report }) {
      // Where nobody asks for anything, that is the one thing to say.
      if (model.operations.every(({ security }) => security.isPublic)) return;
      for (const operation of model.operations) {
        const { node, security, isOutgoing } = operation;
        if (isOutgoing || !isWrite(operation) || !security.isPublic) continue;
        if (node.value['x-public'] === true || isEntrance(operation)) continue;
        report(node, security.declared === 'operation' ? { at: ['security'] } : {});
      }
    },
  }),
  defineRule({
    id: 'login-without-throttle',
    title: 'Credentials can be tried here without limit.',
    advice: 'Limit attempts for account and address, and document the 429 response.',
    owasp: 'API2:2023',
    cwe: 307,
    severity: 'medium',
    check({ model, report }) {
      for (const operation of model.operations) {
        if (operation.isOutgoing || !checksCredentials(operation)) continue;
        if (!hasThrottle(model, operation)) report(operation.node);
      }
    },
  }),
  defineRule({
    id: 'account-enumeration',
    title: 'The answers tell whether an account exists.',
    advice: 'Answer the same, whether the name or the password was wrong.',
    owasp: 'API2:2023',
    cwe: 204,
    severity: 'medium',
    check({ model, report }) {
      for (const operation of model.operations) {
        if (!checksCredentials(operation)) continue;
        for (const response of operation.responses) {
          if (!/^[45]/.test(String(response.key))) continue;
          const resolved = model.resolve(response);
          if (resolved !== undefined && holdsText(resolved.value, tellsAccounts)) {
            report(response, { cause: `operation ${operation.path}` });
          }
        }
      }
    },
  }),
  defineRule({
    id: 'credential-change-without-proof',
    title: 'A password, address or second factor is changed without proof of the old one.',
    advice: 'Ask for the current password or a fresh login.',
    owasp: 'API2:2023',
    cwe: 620,
    severity: 'medium',
    check({ model, report, operationFields }) {
      for (const operation of model.operations) {
        if (operation.security.isPublic || !changesCredentials(operation)) continue;
        if (operation.method === 'delete') continue;
        const fields = operationFields.requestFields(operation).map(({ key }) => String(key));
        if (fields.length === 0) continue;
        const hasProof = fields.some((name) =>
          /^(?:current|old|existing|previous)|(?:otp|code|token)$/i.test(name),
        );
        if (!hasProof && fields.some((name) => /password|email|phone|secret/i.test(name))) {
          report(operation.node, {
            at: operation.requestBody === undefined ? [] : ['requestBody'],
          });
        }
      }
    },
  }),
  defineRule({
    id: 'undefined-scheme',
    title: 'Security asks for a scheme or scope that nothing defines.',
    advice: 'Define it among the security schemes, or mend the name.',
    owasp: 'API2:2023',
    cwe: 287,
    severity: 'medium',
    aliases: [
      '3.0/undefined_security_scope_security_operations',
      '3.0/undefined_security_scope_global_security',
      'warning-global-security-undefined',
    ],
    check({ model, report }) {
      const defined = new Set(model.securitySchemes.map(({ key }) => String(key)));
      if (model.format.startsWith('asyncapi')) return;
      for (const [node, security] of [
        [model.root, model.document['security']] as const,
        ...model.operations.map(({ node: at }) => [at, at.value['security']] as const),
      ]) {
        if (!Array.isArray(security)) continue;
        for (const [index, alternative] of security.entries()) {
          if (typeof alternative !== 'object' || alternative === null) continue;
          for (const name of Object.keys(alternative as object)) {
            if (defined.has(name)) continue;
            const cause = extendPointer('scheme', name);
            report(node, { at: ['security', index, name], cause });
          }
        }
      }
    },
  }),
];
