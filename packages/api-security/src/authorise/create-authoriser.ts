import { type Clock, systemClock } from '@yushu/core';
import type { AccessDecision } from './access-decision.ts';
import type { AccessRequest } from './access-request.ts';
import { Decider } from './engine/decider.ts';
import { type AccessExplanation, explainAccess } from './explain-access.ts';
import type {
  AuthorisationRules,
  AuthorisationRulesDocument,
} from './rules/authorisation-rules.ts';
import { parseAuthorisationRules } from './rules/parse-authorisation-rules.ts';

/** Options of {@link createAuthoriser}. */
export interface AuthoriserOptions {
  /** The time for requests that bring none; the platform's without it. */
  readonly clock?: Clock;
}

/** Decides about requests by rules. */
export interface Authoriser {
  /** Decides; a function that needs no `this`, so that it can be given to the guard as `authorise`. Never throws. */
  readonly decide: (request: AccessRequest) => AccessDecision;
  /** The same decision with its reasons, by asking every rule: for people and tests, not for every request. */
  readonly explain: (request: AccessRequest) => AccessExplanation;
}

/**
 * Compiles rules to decisions by role, attribute, purpose and owner.
 *
 * A denial overrides every permit, and what no rule permits is refused. Where a condition cannot be told, because an attribute is missing
 * or of another kind, a permit does not hold and a denial does (XACML 3.0, section 7.14). Among rules of one effect the first that fits is
 * named. Memory is bounded by the rules, whatever is asked.
 *
 * @throws {DataSecurityError} `ERR_API_SECURITY_AUTHORISATION` where a document of rules is not valid.
 *
 * @example
 * ```ts
 * import { createAuthoriser } from '@yushu/api-security/authorise';
 *
 * const { decide, explain } = createAuthoriser({
 *   version: 1,
 *   rules: [
 *     { id: 'own-orders', effect: 'permit', match: { action: 'GET', path: '/orders/{id}' }, when: { owner: true } },
 *   ],
 * });
 * const request = { principal: { id: 'u1' }, method: 'GET', path: '/orders/7', resource: { owner: 'u2' } };
 * console.log(decide(request).allowed); // false
 * console.log(explain(request).lines[1]);
 * // permit own-orders does not fit: resource.owner and principal.id not as asked (/when/0)
 * ```
 */
export function createAuthoriser(
  rules: AuthorisationRules | AuthorisationRulesDocument,
  { clock = systemClock }: AuthoriserOptions = {},
): Authoriser {
  const parsed = isParsed(rules) ? rules : parseAuthorisationRules(rules);
  const decider = new Decider(parsed, clock);
  return {
    decide: (request) => decider.decide(request),
    explain: (request) => explainAccess(parsed, request, clock),
  };
}

function isParsed(
  rules: AuthorisationRules | AuthorisationRulesDocument,
): rules is AuthorisationRules {
  return rules.roles instanceof Map;
}
