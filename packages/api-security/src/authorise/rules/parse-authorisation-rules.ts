import { appendPointer, DataSecurityError } from '@yushu/core';
import { readPathPattern } from '../engine/path-pattern.ts';
import type {
  AccessCondition,
  AccessMatch,
  AccessRule,
  AuthorisationRules,
  AuthorisationRulesDocument,
} from './authorisation-rules.ts';
import { readCondition } from './read-condition.ts';
import { readObject, readText, readTexts } from './read-parts.ts';
import type { ReportProblem, RuleProblem } from './rule-problem.ts';

/** Rules beyond this many are refused, so that memory stays bounded. */
const maxRules = 1_000_000;

/** As many problems are named; a document with more is wrong as a whole. */
const maxProblems = 100;

const documentKeys = ['version', 'name', 'roles', 'rules'];
const ruleKeys = ['id', 'description', 'effect', 'match', 'when'];
const matchKeys = ['role', 'principal', 'action', 'path', 'operation', 'type'] as const;

/** The outcome of {@link safeParseAuthorisationRules}. */
export type AuthorisationRulesResult =
  | { readonly ok: true; readonly rules: AuthorisationRules }
  | { readonly ok: false; readonly problems: readonly RuleProblem[] };

function readMatch(value: unknown, pointer: string, report: ReportProblem): AccessMatch {
  const fields = readObject(value, pointer, matchKeys, report);
  const match: Record<string, readonly string[]> = {};
  for (const key of matchKeys) {
    if (fields?.[key] === undefined) continue;
    const texts = readTexts(fields[key], `${pointer}/${key}`, report);
    if (texts === undefined) continue;
    match[key] = texts;
    for (const text of texts) {
      if (key === 'path') {
        const problem = readPathPattern(text).problem;
        if (problem !== undefined) report(`${pointer}/path`, problem);
      } else if (key !== 'action' && key !== 'operation' && text.includes('*')) {
        report(`${pointer}/${key}`, 'takes no *: leave the key out for any');
      }
    }
  }
  return match;
}

function readConditions(
  value: unknown,
  pointer: string,
  report: ReportProblem,
): readonly AccessCondition[] {
  if (value === undefined) return [];
  const list = Array.isArray(value) ? value : [value];
  return list.flatMap((item, index) => {
    const at = Array.isArray(value) ? appendPointer(pointer, index) : pointer;
    return readCondition(item, at, report) ?? [];
  });
}

function readRule(value: unknown, pointer: string, report: ReportProblem): AccessRule | undefined {
  const fields = readObject(value, pointer, ruleKeys, report);
  if (fields === undefined) return undefined;
  const id = readText(fields['id'], `${pointer}/id`, report);
  const description =
    fields['description'] === undefined
      ? undefined
      : readText(fields['description'], `${pointer}/description`, report);
  const effect = fields['effect'];
  if (effect !== 'permit' && effect !== 'deny') {
    return report(`${pointer}/effect`, 'must be permit or deny');
  }
  const match =
    fields['match'] === undefined ? {} : readMatch(fields['match'], `${pointer}/match`, report);
  const when = readConditions(fields['when'], `${pointer}/when`, report);
  if (id === undefined) return undefined;
  return { id, ...(description === undefined ? {} : { description }), effect, match, when };
}

function readRoles(value: unknown, report: ReportProblem): ReadonlyMap<string, readonly string[]> {
  const roles = new Map<string, readonly string[]>();
  if (value === undefined) return roles;
  const fields = readObject(value, '/roles', undefined, report) ?? {};
  for (const name of Object.keys(fields)) {
    const inherited = fields[name];
    const at = appendPointer('/roles', name);
    if (Array.isArray(inherited) && inherited.length === 0) roles.set(name, []);
    else roles.set(name, readTexts(inherited, at, report) ?? []);
  }
  return roles;
}

/**
 * Checks a plain object, as `JSON.parse` or a YAML reader gives it, and brings it to the normal form of rules. All problems are
 * collected, up to a hundred. {@link parseAuthorisationRules} is the same with an exception.
 *
 * @example
 * ```ts
 * import { safeParseAuthorisationRules } from '@yushu/api-security/authorise';
 *
 * const result = safeParseAuthorisationRules({ version: 1, rules: [{ id: 'all', effect: 'allow' }] });
 * if (!result.ok) console.log(result.problems);
 * // [ { pointer: '/rules/0/effect', message: 'must be permit or deny' } ]
 * ```
 */
export function safeParseAuthorisationRules(document: unknown): AuthorisationRulesResult {
  const problems: RuleProblem[] = [];
  const report: ReportProblem = (pointer, message) => {
    if (problems.length < maxProblems) problems.push({ pointer, message });
    return undefined;
  };
  const fields = readObject(document, '', documentKeys, report);
  if (fields === undefined) return { ok: false, problems };
  if (fields['version'] !== 1) report('/version', 'must be 1');
  const name = fields['name'] === undefined ? undefined : readText(fields['name'], '/name', report);
  const roles = readRoles(fields['roles'], report);
  const rules: AccessRule[] = [];
  const list = fields['rules'];
  if (!Array.isArray(list)) report('/rules', 'must be a list');
  else if (list.length > maxRules) report('/rules', `must hold at most ${maxRules} rules`);
  else {
    const ids = new Set<string>();
    for (const [index, item] of list.entries()) {
      if (problems.length >= maxProblems) break;
      const rule = readRule(item, `/rules/${index}`, report);
      if (rule === undefined) continue;
      if (ids.has(rule.id)) report(`/rules/${index}/id`, 'stands at a rule before');
      ids.add(rule.id);
      rules.push(rule);
    }
  }
  if (problems.length > 0) return { ok: false, problems };
  return { ok: true, rules: { version: 1, ...(name === undefined ? {} : { name }), roles, rules } };
}

/**
 * Checks a plain object and brings it to the normal form of rules. A document written in TypeScript is checked by its type as well.
 *
 * @throws {DataSecurityError} `ERR_API_SECURITY_AUTHORISATION` with every problem as `pointer message` in `details.problems`.
 *
 * @example
 * ```ts
 * import { parseAuthorisationRules } from '@yushu/api-security/authorise';
 *
 * const { rules } = parseAuthorisationRules({
 *   version: 1,
 *   rules: [{ id: 'own-orders', effect: 'permit', match: { path: '/orders/{id}' }, when: { owner: true } }],
 * });
 * console.log(rules[0]?.when[0]?.kind); // comparison
 * ```
 */
export function parseAuthorisationRules(
  document: AuthorisationRulesDocument | Readonly<Record<string, unknown>>,
): AuthorisationRules {
  const result = safeParseAuthorisationRules(document);
  if (result.ok) return result.rules;
  const lines = result.problems.map(
    ({ pointer, message }) => `${pointer === '' ? 'the document' : pointer} ${message}`,
  );
  throw new DataSecurityError(
    'ERR_API_SECURITY_AUTHORISATION',
    `The rules of authorisation are not valid: ${lines[0]}`,
    {
      hint: 'Correct the places listed in details.problems.',
      details: { problems: lines },
    },
  );
}
