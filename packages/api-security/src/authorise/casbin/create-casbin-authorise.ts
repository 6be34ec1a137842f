import type { AccessDecision } from '../access-decision.ts';
import type { AccessRequest } from '../access-request.ts';

/** What of a Casbin enforcer is used; `newEnforcer` of `casbin` gives one. */
export interface CasbinEnforcer {
  enforce(...request: unknown[]): Promise<boolean>;
}

/** Options of {@link createCasbinAuthorise}. */
export interface CasbinAuthoriseOptions {
  /**
   * The request as the model's `request_definition` has it; without it id of the principal, path, and action or method
   * (`r = sub, obj, act`).
   */
  readonly toArguments?: (request: AccessRequest) => readonly unknown[];
}

/**
 * Lets Casbin decide, in the form in which the guard asks. A request without path is refused without asking, unless `toArguments` is
 * given.
 *
 * @example
 * ```ts
 * import { createCasbinAuthorise } from '@yushu/api-security/casbin';
 * import { newEnforcer, newModelFromString, StringAdapter } from 'casbin';
 *
 * const model = newModelFromString(`
 * [request_definition]
 * r = sub, obj, act
 * [policy_definition]
 * p = sub, obj, act
 * [policy_effect]
 * e = some(where (p.eft == allow))
 * [matchers]
 * m = r.sub == p.sub && keyMatch2(r.obj, p.obj) && r.act == p.act
 * `);
 * const authorise = createCasbinAuthorise(await newEnforcer(model, new StringAdapter('p, li, /orders/:id, GET')));
 * const { allowed } = await authorise({ principal: { id: 'li' }, method: 'GET', path: '/orders/7' });
 * console.log(allowed); // true
 * ```
 */
export function createCasbinAuthorise(
  enforcer: CasbinEnforcer,
  { toArguments }: CasbinAuthoriseOptions = {},
): (request: AccessRequest) => Promise<AccessDecision> {
  return async (request) => {
    const { principal, path, action, method } = request;
    if (toArguments === undefined && (principal.id === undefined || path === undefined)) {
      return { allowed: false, reason: 'no-permit' };
    }
    const given = toArguments?.(request) ?? [principal.id, path, action ?? method ?? ''];
    // Only true itself: an enforcer that answers anything else is broken.
    return (await enforcer.enforce(...given)) === true
      ? { allowed: true, reason: 'permit' }
      : { allowed: false, reason: 'no-permit' };
  };
}
