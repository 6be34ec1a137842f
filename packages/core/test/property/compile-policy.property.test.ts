import {
  appendPointer,
  type CategoryId,
  compareLevels,
  compilePolicy,
  describeCategory,
  type Level,
  type LevelCondition,
  levels,
  likelihoodOf,
  likelihoods,
  type PolicySubject,
  parsePointer,
  parsePolicy,
  type RuleDocument,
} from '@yushu/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

/** `**` and `*` over segments, by the plainest recursion there is. */
function matchesPath(pattern: readonly string[], path: readonly string[]): boolean {
  const [part, ...rest] = pattern;
  if (part === undefined) return path.length === 0;
  if (part === '**') {
    return matchesPath(rest, path) || (path.length > 0 && matchesPath(pattern, path.slice(1)));
  }
  return path.length > 0 && (part === '*' || part === path[0]) && matchesPath(rest, path.slice(1));
}

/** `*` over characters, likewise. */
function matchesName(pattern: string, name: string): boolean {
  if (pattern === '') return name === '';
  if (pattern[0] === '*') {
    return (
      matchesName(pattern.slice(1), name) || (name !== '' && matchesName(pattern, name.slice(1)))
    );
  }
  return name !== '' && pattern[0] === name[0] && matchesName(pattern.slice(1), name.slice(1));
}

function matchesCategory(pattern: readonly string[], id: readonly string[]): boolean {
  const [part, ...rest] = pattern;
  if (part === undefined) return id.length === 0;
  if (id.length === 0) return false;
  if (part === '*' && rest.length === 0) return true;
  return (part === '*' || part === id[0]) && matchesCategory(rest, id.slice(1));
}

function matchesLevel(condition: LevelCondition, level: Level): boolean {
  const [, operator = '', name = ''] = /^([<>=]*)(.*)$/.exec(String(condition))!;
  const bound = levels.find((one) => String(one) === name)!;
  const order = Math.sign(compareLevels(level, bound));
  if (operator === '' || operator === '=') return order === 0;
  return (operator.includes('=') && order === 0) || order === (operator[0] === '>' ? 1 : -1);
}

const list = (value: string | readonly string[]) => [value].flat();

/** What the documentation of a policy says, read word by word. */
function oracle(rules: readonly RuleDocument[], subject: PolicySubject) {
  for (const [index, { match, unless }] of rules.entries()) {
    const { category, column, operation, path } = subject;
    const level = subject.level ?? (category && describeCategory(category).level);
    const fits =
      (match.category === undefined ||
        (category !== undefined &&
          list(match.category).some((one) =>
            matchesCategory(one.split('.'), category.split('.')),
          ))) &&
      (match.level === undefined || (level !== undefined && matchesLevel(match.level, level))) &&
      (match.column === undefined ||
        (column !== undefined && list(match.column).some((one) => matchesName(one, column)))) &&
      (match.operation === undefined ||
        (operation !== undefined &&
          list(match.operation).some((one) => matchesName(one, operation)))) &&
      (match.path === undefined ||
        (path !== undefined &&
          list(match.path).some((one) =>
            matchesPath(one.split('/').slice(1), path.split('/').slice(1)),
          )));
    if (!fits) continue;
    const exempt =
      unless !== undefined &&
      (unless.role === undefined || list(unless.role).includes(subject.role ?? '')) &&
      (unless.purpose === undefined || list(unless.purpose).includes(subject.purpose ?? ''));
    return { rule: index, exempt };
  }
  return { rule: 'default', exempt: false };
}

// Few letters, so that patterns and subjects meet often.
const name = fc.string({ unit: fc.constantFrom('a', 'b'), maxLength: 5 });
const namePattern = fc.string({ unit: fc.constantFrom('a', 'b', '*'), minLength: 1, maxLength: 5 });
const path = fc.array(fc.constantFrom('a', 'b'), { maxLength: 5 });
const pathPattern = fc.array(fc.constantFrom('a', 'b', '*', '**'), { minLength: 1, maxLength: 5 });
const join = (segments: readonly string[]) => segments.map((segment) => `/${segment}`).join('');
const ids: CategoryId[] = [
  'contact.phone',
  'contact.email',
  'secret.jwt',
  'secret.github.token',
  'id.resident.cn',
  'custom.a',
];
const categoryPattern = fc.oneof(
  fc.constantFrom<string[]>(...ids),
  fc.constantFrom('*', 'secret.*', '*.phone', 'secret.*.token', '*.*', 'custom.*', 'id.*.cn'),
);
const level = fc.constantFrom<Level[]>(...levels);
const condition = fc
  .tuple(fc.constantFrom('', '>=', '<=', '>', '<', '='), level)
  .map((parts) => parts.join('') as LevelCondition);
const some = (one: fc.Arbitrary<string>) =>
  fc.oneof(one, fc.array(one, { minLength: 1, maxLength: 2 }));
const who = fc.constantFrom('x', 'y');

const match = fc
  .record(
    {
      category: some(categoryPattern),
      level: condition,
      column: some(namePattern),
      operation: some(namePattern),
      path: some(pathPattern.map(join)),
    },
    { requiredKeys: [] },
  )
  .filter((one) => Object.keys(one).length > 0);
const unless = fc
  .record({ role: some(who), purpose: some(who) }, { requiredKeys: [] })
  .filter((one) => Object.keys(one).length > 0);
const rules = fc.array(
  fc.record(
    { match, unless, action: fc.constant('block' as const) },
    { requiredKeys: ['match', 'action'] },
  ),
  { maxLength: 5 },
);
const subject = fc.record(
  {
    category: fc.constantFrom(...ids),
    level,
    column: name,
    operation: name,
    path: path.map(join),
    role: who,
    purpose: who,
  },
  { requiredKeys: [] },
);

describe('a compiled policy', () => {
  it('decides as the plain reading of its rules does', () => {
    const seen = new Set<unknown>();
    fc.assert(
      fc.property(rules, fc.array(subject, { minLength: 1, maxLength: 6 }), (some, subjects) => {
        const decide = compilePolicy(parsePolicy({ version: 1, rules: some, default: 'redact' }));
        // Twice, since answers for categories are kept.
        for (const one of [...subjects, ...subjects]) {
          const { rule, exempt, action } = decide(one as PolicySubject);
          const expected = oracle(some as readonly RuleDocument[], one as PolicySubject);
          seen.add(`${rule} ${exempt}`);
          expect({ rule, exempt }).toEqual(expected);
          expect(action.kind).toBe(exempt ? 'allow' : rule === 'default' ? 'redact' : 'block');
        }
      }),
      { numRuns: 2000 },
    );
    expect(seen.size).toBeGreaterThan(6);
  });

  it('matches paths with several ** as the plain recursion does', () => {
    fc.assert(
      fc.property(pathPattern, path, (pattern, segments) => {
        const rule = { match: { path: join(pattern) }, action: 'block' };
        const decide = compilePolicy(parsePolicy({ version: 1, rules: [rule], default: 'allow' }));
        expect(decide({ path: join(segments) }).rule === 0).toBe(matchesPath(pattern, segments));
      }),
      { numRuns: 3000 },
    );
  });
});

describe('JSON Pointer', () => {
  it('takes apart what was put together, for any segments', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary' })), (segments) => {
        const pointer = segments.reduce((at, segment) => appendPointer(at, segment), '');
        expect(parsePointer(pointer)).toEqual(segments);
      }),
    );
  });
});

describe('likelihoods', () => {
  it('never fall as the score rises', () => {
    const score = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(score, score, (a, b) => {
        const step = (one: number) => likelihoods.indexOf(likelihoodOf(one));
        expect(step(Math.max(a, b))).toBeGreaterThanOrEqual(step(Math.min(a, b)));
      }),
    );
  });
});
