import { readPathPattern } from '../engine/path-pattern.ts';
import type { AccessMatch, AccessRuleDocument } from '../rules/authorisation-rules.ts';
import { splitPolicyLine } from './split-policy-line.ts';

/** One line that has no counterpart among our rules. */
export interface CasbinPolicyProblem {
  /** From 1. */
  readonly line: number;
  /** What is wrong. Never the text of the line. */
  readonly message: string;
}

/** What {@link readCasbinPolicy} gives. */
export interface CasbinPolicy {
  /** Rules for `createAuthoriser`. */
  readonly rules: {
    readonly version: 1;
    readonly roles: Readonly<Record<string, readonly string[]>>;
    readonly rules: readonly AccessRuleDocument[];
  };
  /** Lines that were left out. A denial among them would be missed: look at each. */
  readonly problems: readonly CasbinPolicyProblem[];
}

/** `keyMatch2` takes an object for an expression: of its special characters only the dot is common enough to be meant literally. */
const expression = /[\\^$+?()[\]{}|]/;

/** An object in the form of `keyMatch2` as a path template. */
function readObject(object: string): { readonly path?: string; readonly problem?: string } {
  if (object === '*') return { path: '/**' };
  if (expression.test(object)) return { problem: 'the object is an expression' };
  const parts = object.split('/');
  const last = parts.length - 1;
  const segments: string[] = [];
  for (const [index, part] of parts.entries()) {
    // `/*` takes one character or more behind the slash, so at least one segment of a path in normal form.
    if (part === '*' && index === last) segments.push('*', '**');
    else if (part.includes('*')) return { problem: '* stands where it may reach over segments' };
    else if (part.startsWith(':') && part.length > 1) segments.push(`{${part.slice(1)}}`);
    else if (part.includes(':')) return { problem: 'a parameter is part of a segment' };
    else segments.push(part);
  }
  const path = segments.join('/');
  const { problem } = readPathPattern(path);
  return problem === undefined ? { path } : { problem: `the object ${problem}` };
}

/** An action: a text, `*` for any, or alternatives as `(GET)|(POST)`. */
function readAction(action: string): Pick<AccessMatch, 'action'> | undefined {
  if (action === '*' || action === '.*') return {};
  const parts = action.split('|').map((part) => /^\((.*)\)$/.exec(part)?.[1] ?? part);
  return parts.some((part) => part === '' || part.includes('*') || expression.test(part))
    ? undefined
    : { action: parts.length === 1 ? parts[0]! : parts };
}

/**
 * Reads a policy of Casbin (CSV) with lines `p, sub, obj, act[, eft]` and `g, user, role`, for models whose matcher is
 * `g(r.sub, p.sub) && keyMatch2(r.obj, p.obj) && r.act == p.act`, also with `regexMatch` for actions.
 *
 * Casbin knows no difference between users and roles. Here both become roles: ask with the id of the principal among its roles.
 *
 * @example
 * ```ts
 * import { createAuthoriser } from '@yushu/api-security/authorise';
 * import { readCasbinPolicy } from '@yushu/api-security/casbin';
 *
 * const { rules, problems } = readCasbinPolicy('p, clerk, /orders/:id, GET\ng, li, clerk');
 * const { decide } = createAuthoriser(rules);
 * console.log(problems.length, decide({ principal: { role: ['li'] }, method: 'GET', path: '/orders/7' }).allowed); // 0 true
 * ```
 */
export function readCasbinPolicy(csv: string): CasbinPolicy {
  const roles = new Map<string, string[]>();
  const rules: AccessRuleDocument[] = [];
  const problems: CasbinPolicyProblem[] = [];
  for (const [index, text] of csv.split(/\r\n|\r|\n/).entries()) {
    const line = index + 1;
    if (text.trim() === '' || text.trimStart().startsWith('#')) continue;
    const fields = splitPolicyLine(text);
    const [kind, subject, object, action, effect = 'allow'] = fields ?? [];
    const leaveOut = (message: string) => problems.push({ line, message });
    if (fields === undefined) leaveOut('a quotation mark is not closed');
    else if (!subject || !object) leaveOut('fields are missing');
    else if (kind === 'g' && fields.length > 3) leaveOut('roles within domains are not read');
    else if (kind === 'g') roles.set(subject, [...(roles.get(subject) ?? []), object]);
    else if (kind !== 'p') leaveOut('only p and g are read');
    else if (!action || fields.length > 5) leaveOut('p wants subject, object, action and effect');
    else if (effect !== 'allow' && effect !== 'deny') leaveOut('the effect must be allow or deny');
    else {
      const { path, problem } = readObject(object);
      const actions = readAction(action);
      if (path === undefined) leaveOut(problem!);
      else if (actions === undefined) leaveOut('the action is an expression');
      else {
        rules.push({
          id: `casbin-${line}`,
          effect: effect === 'allow' ? 'permit' : 'deny',
          match: { role: subject, path, ...actions },
        });
      }
    }
  }
  // fromEntries defines keys, also __proto__, and never sets a prototype.
  return { rules: { version: 1, roles: Object.fromEntries(roles), rules }, problems };
}
