import { DataSecurityError } from '@yushu/core';
import type { AccessDecision } from '../access-decision.ts';
import type { AccessRequest } from '../access-request.ts';

/** An entity's type and id. */
export interface CedarEntityId {
  readonly type: string;
  readonly id: string;
}

/** A question to Cedar but for the policies. */
export interface CedarCall {
  readonly principal: CedarEntityId;
  readonly action: CedarEntityId;
  readonly resource: CedarEntityId;
  readonly context: Readonly<Record<string, unknown>>;
  /** Entities with attributes and parents, as Cedar's JSON has them. */
  readonly entities: readonly unknown[];
}

/** What of `@cedar-policy/cedar-wasm` is used: give the module itself, the `nodejs` entry on Node. */
export interface CedarModule {
  preparsePolicySet(id: string, policies: object): { readonly type: string };
  statefulIsAuthorized(call: object): CedarAnswer;
}

/** What Cedar answers, as far as it is used. */
export type CedarAnswer =
  | { readonly type: 'failure' }
  | {
      readonly type: 'success';
      readonly response: {
        readonly decision: string;
        readonly diagnostics: { readonly reason: readonly string[] };
      };
    };

/** Options of {@link createCedarAuthorise}. */
export interface CedarAuthoriseOptions {
  readonly cedar: CedarModule;
  /** Policies in Cedar's language, by their ids or as one text. */
  readonly policies: string | Readonly<Record<string, string>>;
  /**
   * The question to Cedar. Without it the principal is `User::"<id>"` with its attributes and its roles as parents (`Role::"<role>"`), the
   * action `Action::"<action or method>"`, the resource `Path::"<path>"` with owner and attributes, and the context holds `purpose`.
   */
  readonly toCall?: (request: AccessRequest) => CedarCall;
}

let made = 0;

/**
 * Lets Cedar decide, in the form in which the guard asks. Policies are parsed once. A request without principal or path is refused without
 * asking, unless `toCall` is given.
 *
 * @throws {DataSecurityError} `ERR_API_SECURITY_AUTHORISATION` where Cedar cannot read the policies; from the function itself, where Cedar
 * cannot answer.
 *
 * @example
 * ```ts
 * import * as cedar from '@cedar-policy/cedar-wasm/nodejs';
 * import { createCedarAuthorise } from '@yushu/api-security/cedar';
 *
 * const authorise = createCedarAuthorise({
 *   cedar,
 *   policies: { own: 'permit (principal, action == Action::"GET", resource) when { resource.owner == principal };' },
 *   toCall: ({ principal, method = '', path = '', resource }) => ({
 *     principal: { type: 'User', id: principal.id ?? '' },
 *     action: { type: 'Action', id: method },
 *     resource: { type: 'Path', id: path },
 *     context: {},
 *     entities: [
 *       {
 *         uid: { type: 'Path', id: path },
 *         attrs: { owner: { __entity: { type: 'User', id: resource?.owner ?? '' } } },
 *         parents: [],
 *       },
 *     ],
 *   }),
 * });
 * const request = { method: 'GET', path: '/orders/7', resource: { owner: 'li' } };
 * console.log(authorise({ ...request, principal: { id: 'li' } })); // { allowed: true, reason: 'permit', rule: 'own' }
 * console.log(authorise({ ...request, principal: { id: 'wu' } }).allowed); // false
 * ```
 */
export function createCedarAuthorise({
  cedar,
  policies,
  toCall,
}: CedarAuthoriseOptions): (request: AccessRequest) => AccessDecision {
  made += 1;
  const id = `yushu-${made}`;
  if (cedar.preparsePolicySet(id, { staticPolicies: policies }).type !== 'success') {
    throw cedarError('Cedar cannot read the policies', 'Check them with `cedar check-parse`.');
  }
  return (request) => {
    const { principal, path } = request;
    if (toCall === undefined && (principal.id === undefined || path === undefined)) {
      return { allowed: false, reason: 'no-permit' };
    }
    const call = toCall?.(request) ?? defaultCall(request);
    const answer = cedar.statefulIsAuthorized({ ...call, preparsedPolicySetId: id });
    if (answer.type !== 'success') {
      throw cedarError(
        'Cedar cannot answer',
        'Look at the entities and context that toCall gives.',
      );
    }
    const { decision, diagnostics } = answer.response;
    const allowed = decision === 'allow';
    const [rule] = diagnostics.reason;
    const reason = allowed ? 'permit' : rule === undefined ? 'no-permit' : 'deny';
    return rule === undefined ? { allowed, reason } : { allowed, reason, rule };
  };
}

function cedarError(message: string, hint: string): DataSecurityError {
  return new DataSecurityError('ERR_API_SECURITY_AUTHORISATION', message, { hint });
}

function defaultCall(request: AccessRequest): CedarCall {
  const { principal, path = '', resource } = request;
  const user = { type: 'User', id: principal.id ?? '' };
  const place = { type: 'Path', id: path };
  const roles = principal.role === undefined ? [] : [principal.role].flat();
  const owner =
    resource?.owner === undefined
      ? {}
      : { owner: { __entity: { type: 'User', id: resource.owner } } };
  return {
    principal: user,
    action: { type: 'Action', id: request.action ?? request.method ?? '' },
    resource: place,
    context: principal.purpose === undefined ? {} : { purpose: principal.purpose },
    entities: [
      {
        uid: user,
        attrs: { ...principal.attributes },
        parents: roles.map((role) => ({ type: 'Role', id: role })),
      },
      { uid: place, attrs: { ...resource?.attributes, ...owner }, parents: [] },
    ],
  };
}
