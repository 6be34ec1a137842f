import { DataSecurityError } from '../errors.ts';
import { parsePointer } from '../json-pointer.ts';
import { compileLevelCondition, type LevelCondition } from '../level.ts';
import { isCategoryPattern, suggestCategories } from './category-pattern.ts';
import type { Policy, PolicyRule, RuleExemption, RuleMatch } from './policy.ts';
import type { PolicyProblem, ReportProblem } from './policy-problem.ts';
import { readAction } from './read-action.ts';
import { readObject, readText, readTexts } from './read-document.ts';

/** Rules beyond this many are refused: a document of that size is a mistake or an attack. */
const maxRules = 10_000;

const policyKeys = ['version', 'name', 'description', 'rules', 'default'];
const ruleKeys = ['description', 'match', 'unless', 'action'];
const matchKeys = ['category', 'level', 'column', 'path', 'operation'] as const;
const exemptionKeys = ['role', 'purpose'] as const;

/** The outcome of {@link safeParsePolicy}. */
export type PolicyResult =
  | { readonly ok: true; readonly policy: Policy }
  | { readonly ok: false; readonly problems: readonly PolicyProblem[] };

function readMatch(value: unknown, pointer: string, report: ReportProblem): RuleMatch | undefined {
  const fields = readObject(value, pointer, matchKeys, report);
  if (fields === undefined) return undefined;
  const given = matchKeys.filter((key) => fields[key] !== undefined);
  if (given.length === 0) return report(pointer, 'must hold at least one condition', matchKeys);
  const match: Record<string, unknown> = {};
  for (const key of given) {
    const at = `${pointer}/${key}`;
    match[key] =
      key === 'level' ? readLevel(fields[key], at, report) : readTexts(fields[key], at, report);
  }
  // All conditions are read first, so that every problem is named.
  if (given.some((key) => match[key] === undefined)) return undefined;
  if (!checkCategories(match['category'] as RuleMatch['category'], pointer, report))
    return undefined;
  for (const path of [fields['path'] ?? []].flat() as string[]) {
    try {
      parsePointer(path);
    } catch {
      return report(`${pointer}/path`, 'must be a JSON Pointer', [
        '/key',
        '/list/*/key',
        '/**/key',
      ]);
    }
  }
  return match as RuleMatch;
}

function checkCategories(
  patterns: RuleMatch['category'],
  pointer: string,
  report: ReportProblem,
): boolean {
  const listed = Array.isArray(patterns);
  const wrong = [patterns ?? []]
    .flat()
    .map((pattern, index) => ({ pattern, at: listed ? `/${index}` : '' }))
    .filter(({ pattern }) => !isCategoryPattern(pattern));
  for (const { pattern, at } of wrong) {
    report(`${pointer}/category${at}`, 'is no category', suggestCategories(pattern));
  }
  return wrong.length === 0;
}

/** Only a text or a number: a list of one level would read like the level itself. */
function isLevelCondition(value: unknown): value is LevelCondition {
  if (typeof value !== 'string' && typeof value !== 'number') return false;
  try {
    compileLevelCondition(value as LevelCondition);
    return true;
  } catch {
    return false;
  }
}

function readLevel(
  value: unknown,
  pointer: string,
  report: ReportProblem,
): LevelCondition | undefined {
  return isLevelCondition(value)
    ? value
    : report(pointer, 'is no condition on levels', ['1', '>=3', 'important', 'core']);
}

function readExemption(
  value: unknown,
  pointer: string,
  report: ReportProblem,
): RuleExemption | undefined {
  const fields = readObject(value, pointer, exemptionKeys, report);
  if (fields === undefined) return undefined;
  const given = exemptionKeys.filter((key) => fields[key] !== undefined);
  // An exemption without a condition would exempt everyone.
  if (given.length === 0) return report(pointer, 'must hold at least one condition', exemptionKeys);
  const entries = given.map((key) => [key, readTexts(fields[key], `${pointer}/${key}`, report)]);
  return Object.fromEntries(entries) as RuleExemption;
}

function readRule(value: unknown, pointer: string, report: ReportProblem): PolicyRule | undefined {
  const fields = readObject(value, pointer, ruleKeys, report);
  if (fields === undefined) return undefined;
  const description =
    fields['description'] === undefined
      ? undefined
      : readText(fields['description'], `${pointer}/description`, report);
  const match = readMatch(fields['match'], `${pointer}/match`, report);
  const unless =
    fields['unless'] === undefined
      ? undefined
      : readExemption(fields['unless'], `${pointer}/unless`, report);
  const action = readAction(fields['action'], `${pointer}/action`, report);
  if (match === undefined || action === undefined) return undefined;
  return {
    ...(description === undefined ? {} : { description }),
    match,
    ...(unless === undefined ? {} : { unless }),
    action,
  };
}

/**
 * Checks a plain object, as `JSON.parse` or a YAML reader gives it, and brings it to the normal form. All problems are
 * collected, not only the first. `parsePolicy` is the same with an exception.
 *
 * @example
 * ```ts
 * import { safeParsePolicy } from '@yushu/core';
 *
 * const result = safeParsePolicy({ version: 1, rules: [{ match: {}, action: 'block' }], default: 'allow' });
 * if (!result.ok) console.log(result.problems[0]?.pointer); // /rules/0/match
 * ```
 */
export function safeParsePolicy(document: unknown): PolicyResult {
  const problems: PolicyProblem[] = [];
  const report: ReportProblem = (pointer, message, expected) => {
    problems.push({ pointer, message, expected });
    return undefined;
  };
  const fields = readObject(document, '', policyKeys, report);
  if (fields === undefined) return { ok: false, problems };
  if (fields['version'] !== 1) report('/version', 'must be 1', ['1']);
  const texts: { name?: string; description?: string } = {};
  for (const key of ['name', 'description'] as const) {
    const text = fields[key] === undefined ? undefined : readText(fields[key], `/${key}`, report);
    if (text !== undefined) texts[key] = text;
  }
  const list = fields['rules'];
  const rules: PolicyRule[] = [];
  if (!Array.isArray(list)) report('/rules', 'must be a list', ['a list of rules']);
  else if (list.length > maxRules) report('/rules', `must hold at most ${maxRules} rules`, []);
  else {
    for (const [index, item] of list.entries()) {
      const rule = readRule(item, `/rules/${index}`, report);
      if (rule !== undefined) rules.push(rule);
    }
  }
  const fallback = readAction(fields['default'], '/default', report);
  if (problems.length > 0 || fallback === undefined) return { ok: false, problems };
  return { ok: true, policy: { version: 1, ...texts, rules, default: fallback } };
}

/**
 * Checks a plain object and brings it to the normal form of a policy.
 *
 * @throws {DataSecurityError} `ERR_CORE_POLICY` with every problem as `pointer: message` in `details.problems`.
 *
 * @example
 * ```ts
 * import { parsePolicy } from '@yushu/core';
 *
 * const policy = parsePolicy({
 *   version: 1,
 *   rules: [{ match: { category: 'contact.phone' }, action: { mask: { keepFirst: 3, keepLast: 4 } } }],
 *   default: 'allow',
 * });
 * console.log(policy.rules[0]?.action.kind); // mask
 * ```
 */
export function parsePolicy(document: unknown): Policy {
  const result = safeParsePolicy(document);
  if (result.ok) return result.policy;
  const lines = result.problems.map(
    ({ pointer, message, expected }) =>
      `${pointer === '' ? 'the document' : pointer} ${message}${expected.length > 0 ? ` (expected: ${expected.join(', ')})` : ''}`,
  );
  throw new DataSecurityError('ERR_CORE_POLICY', `The policy is not valid: ${lines[0]}`, {
    hint: 'Correct the places listed in details.problems.',
    details: { problems: lines },
  });
}
