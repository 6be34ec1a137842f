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
import { compileNamePattern, foldName } from './name-pattern.ts';
import { compilePathPattern } from './path-pattern.ts';
import type { OneOrMore, Policy, PolicyRule, RuleExemption } from './policy.ts';

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

const allow: Action = { kind: 'allow' };

/** Answers for categories are kept, for this many at most: ids of one's own could be without number. */
const maxKeptAnswers = 4096;

/** A subject on its way through the rules: names are folded and its path is parsed once, and only if a rule looks at them. */
class Question {
  readonly subject: PolicySubject;
  #column: string | undefined;
  #operation: string | undefined;
  #segments: readonly string[] | undefined;

  constructor(subject: PolicySubject) {
    this.subject = subject;
  }

  get column(): string | undefined {
    const { column } = this.subject;
    if (column !== undefined) this.#column ??= foldName(column);
    return this.#column;
  }

  get operation(): string | undefined {
    const { operation } = this.subject;
    if (operation !== undefined) this.#operation ??= foldName(operation);
    return this.#operation;
  }

  get segments(): readonly string[] | undefined {
    const { path } = this.subject;
    if (path !== undefined) this.#segments ??= parsePointer(path);
    return this.#segments;
  }
}

interface CompiledRule {
  readonly index: number;
  readonly action: Action;
  /** What depends only on the category and its level. */
  readonly suits: (category: CategoryId | undefined, level: Level | undefined) => boolean;
  /** Whether the place of the value fits. */
  readonly fits: (question: Question) => boolean;
  readonly exempts: (requester: Requester) => boolean;
}

function anyOf<Value>(
  patterns: OneOrMore | undefined,
  compile: (pattern: string) => (value: Value) => boolean,
): ((value: Value | undefined) => boolean) | undefined {
  if (patterns === undefined) return undefined;
  const tests = [patterns].flat().map((pattern) => compile(pattern as string));
  return (value) => value !== undefined && tests.some((test) => test(value));
}

function compileExemption(unless: RuleExemption | undefined): CompiledRule['exempts'] {
  const conditions = (['role', 'purpose'] as const).flatMap((key) => {
    const allowed = unless?.[key];
    return allowed === undefined ? [] : [{ key, names: new Set<string>([allowed].flat()) }];
  });
  if (conditions.length === 0) return () => false;
  return (requester) =>
    conditions.every(({ key, names }) => {
      const given = requester[key];
      return given !== undefined && names.has(given);
    });
}

function compileRule({ match, unless, action }: PolicyRule, index: number): CompiledRule {
  const category = anyOf(match.category, compileCategoryPattern);
  const level = match.level === undefined ? undefined : compileLevelCondition(match.level);
  const column = anyOf(match.column, compileNamePattern);
  const operation = anyOf(match.operation, compileNamePattern);
  const path = anyOf(match.path, compilePathPattern);
  return {
    index,
    action,
    suits: (id, grade) =>
      (category?.(id) ?? true) && (level === undefined || (grade !== undefined && level(grade))),
    fits: (question) =>
      (column?.(question.column) ?? true) &&
      (operation?.(question.operation) ?? true) &&
      (path?.(question.segments) ?? true),
    exempts: compileExemption(unless),
  };
}

/** The rules that suit a category and level, found once for each. */
function keepCandidates(rules: readonly CompiledRule[]) {
  const kept = new Map<string, readonly CompiledRule[]>();
  return ({ category, level }: PolicySubject): readonly CompiledRule[] => {
    const key = level === undefined ? (category ?? '') : `${level} ${category ?? ''}`;
    let candidates = kept.get(key);
    if (candidates === undefined) {
      const grade =
        level ?? (category === undefined ? undefined : describeCategory(category).level);
      candidates = rules.filter(({ suits }) => suits(category, grade));
      if (kept.size >= maxKeptAnswers) kept.clear();
      kept.set(key, candidates);
    }
    return candidates;
  };
}

/**
 * Compiles a policy once to a function that decides about any number of subjects.
 *
 * The first rule whose `match` fits decides. Where its `unless` fits who asks, the decision is `allow` by that rule: later rules
 * are not asked, or an exemption could never be granted above a general rule. Where no rule fits, `default` decides.
 *
 * The decision function throws `ERR_CORE_POINTER` where a rule looks at the path of a subject and that is no JSON Pointer.
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
  const candidatesFor = keepCandidates(policy.rules.map(compileRule));
  return (subject) => {
    const question = new Question(subject);
    for (const { fits, exempts, action, index } of candidatesFor(subject)) {
      if (!fits(question)) continue;
      const exempt = exempts(subject);
      return { action: exempt ? allow : action, rule: index, exempt };
    }
    return { action: policy.default, rule: 'default', exempt: false };
  };
}
