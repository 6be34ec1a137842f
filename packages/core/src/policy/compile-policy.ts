/**
 * A policy compiled to a decision function.
 *
 * @module
 */
import { type CategoryId, compileCategoryPattern, describeCategory } from '../category.ts';
import { parsePointer } from '../json-pointer.ts';
import { compileLevelCondition, type Level } from '../level.ts';
import type { Requester } from '../security-event.ts';
import type { Action } from './action.ts';
import type { OneOrMore, Policy, PolicyRule } from './policy.ts';

/** What a policy decides about: a value of a category, a column, or both. */
export interface PolicySubject extends Requester {
  /** What was found; left out for a field in which nothing was. */
  readonly category?: CategoryId;
  /** Overrides the default level of the category. */
  readonly level?: Level;
  /** Column or key name. */
  readonly column?: string;
  /** JSON Pointer. */
  readonly path?: string;
  /** API operation, such as `GET /users/7`. */
  readonly operation?: string;
}

/** What the policy says of a subject. */
export interface Decision {
  readonly action: Action;
  /** Index of the rule that decided, or `default` where none matched. */
  readonly rule: number | 'default';
  /** Whether the rule matched but exempts who asks; the action is then `allow`. */
  readonly exempt: boolean;
}

/** Decides by a policy. The first rule that matches decides; see {@link compilePolicy}. */
export type Decide = (subject: PolicySubject) => Decision;

type Test = (subject: PolicySubject) => boolean;

const allow: Action = { kind: 'allow' };

/** Blind to case and to full-width forms, as people write column names. */
function foldName(name: string): string {
  return name.normalize('NFKC').toLowerCase().trim();
}

/** A pattern in which `*` stands for any characters, matched in linear time by its fixed parts from left to right. */
function compileGlob(pattern: string): (text: string) => boolean {
  const parts = foldName(pattern).split('*');
  const first = parts[0]!;
  const last = parts.at(-1)!;
  if (parts.length === 1) return (text) => text === first;
  return (text) => {
    if (!text.startsWith(first) || !text.endsWith(last)) return false;
    let at = first.length;
    for (const part of parts.slice(1, -1)) {
      const found = text.indexOf(part, at);
      if (found < 0) return false;
      at = found + part.length;
    }
    return at <= text.length - last.length;
  };
}

/** A JSON Pointer in which `*` is any one segment and `**` any number, matched in time pattern × path. */
function compilePathPattern(pattern: string): (path: string) => boolean {
  const wanted = parsePointer(pattern);
  return (path) => {
    const given = parsePointer(path);
    // reach[i]: whether the first i parts of the pattern match the segments read so far.
    let reach = [
      true,
      ...wanted.map((_, i) => wanted.slice(0, i + 1).every((part) => part === '**')),
    ];
    for (const segment of given) {
      const next = reach.map(() => false);
      for (const [i, part] of wanted.entries()) {
        if (part === '**') next[i + 1] = reach[i]! || reach[i + 1]! || next[i]!;
        else if (reach[i] && (part === '*' || part === segment)) next[i + 1] = true;
      }
      reach = next;
    }
    return reach.at(-1)!;
  };
}

function anyOf(value: OneOrMore, compile: (one: string) => (text: string) => boolean) {
  const tests = [value].flat().map((one) => compile(one as string));
  return (text: string) => tests.some((test) => test(text));
}

function compileRule({ match, unless }: PolicyRule): { fits: Test; exempts: Test } {
  const tests: Test[] = [];
  if (match.category !== undefined) {
    const test = anyOf(match.category, compileCategoryPattern);
    tests.push(({ category }) => category !== undefined && test(category));
  }
  if (match.level !== undefined) {
    const test = compileLevelCondition(match.level);
    tests.push(({ category, level }) => {
      const actual =
        level ?? (category === undefined ? undefined : describeCategory(category).level);
      return actual !== undefined && test(actual);
    });
  }
  for (const key of ['column', 'operation'] as const) {
    const pattern = match[key];
    if (pattern === undefined) continue;
    const test = anyOf(pattern, compileGlob);
    tests.push((subject) => subject[key] !== undefined && test(foldName(subject[key])));
  }
  if (match.path !== undefined) {
    const test = anyOf(match.path, compilePathPattern);
    tests.push(({ path }) => path !== undefined && test(path));
  }
  const exemptions: Test[] = [];
  for (const key of ['role', 'purpose'] as const) {
    const allowed = unless?.[key];
    if (allowed === undefined) continue;
    const names = new Set([allowed].flat() as string[]);
    exemptions.push((subject) => subject[key] !== undefined && names.has(subject[key]));
  }
  return {
    fits: (subject) => tests.every((test) => test(subject)),
    exempts: (subject) =>
      exemptions.length > 0 && exemptions.every((exemption) => exemption(subject)),
  };
}

/**
 * Compiles a policy once to a function that decides about any number of subjects.
 *
 * The first rule whose `match` fits decides. Where its `unless` fits who asks, the decision is `allow` by that rule: later rules
 * are not asked, or an exemption could never be granted above a general rule. Where no rule fits, `default` decides.
 *
 * @example
 * ```ts
 * import { compilePolicy, parsePolicy } from '@yushu/core';
 *
 * const decide = compilePolicy(
 *   parsePolicy({
 *     version: 1,
 *     rules: [{ match: { level: '>=3' }, unless: { role: 'auditor' }, action: 'redact' }],
 *     default: 'allow',
 *   }),
 * );
 * console.log(decide({ category: 'contact.phone' }).action.kind); // redact
 * console.log(decide({ category: 'contact.phone', role: 'auditor' }).action.kind); // allow
 * ```
 */
export function compilePolicy(policy: Policy): Decide {
  const rules = policy.rules.map((rule) => ({ ...compileRule(rule), action: rule.action }));
  return (subject) => {
    for (const [index, { fits, exempts, action }] of rules.entries()) {
      if (!fits(subject)) continue;
      const exempt = exempts(subject);
      return { action: exempt ? allow : action, rule: index, exempt };
    }
    return { action: policy.default, rule: 'default', exempt: false };
  };
}
