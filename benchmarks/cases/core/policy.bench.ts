import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import {
  type CategoryId,
  compilePolicy,
  describeCategory,
  listCategories,
  type Policy,
  type PolicyDocument,
  type PolicySubject,
  parsePolicy,
  safeParsePolicy,
} from '@yushu/core';
import { Ajv2020 } from 'ajv/dist/2020.js';
import type { Bench } from '../../src/bench.ts';

/** A policy as a company of some size writes it: 60 rules of every kind, the broad ones last. */
function makePolicy(): PolicyDocument {
  const categories = listCategories();
  const byColumn = Array.from({ length: 20 }, (_, index) => ({
    match: { column: [`col_${index}_*`, `*字段${index}`] },
    action: 'redact' as const,
  }));
  const byCategory = Array.from({ length: 25 }, (_, index) => ({
    match: { category: categories[index * 3]!.id, level: '>=2' as const },
    unless: { role: ['auditor', 'dpo'], purpose: 'fraud' },
    action: { mask: { keepFirst: 3, keepLast: 4 } },
  }));
  const byPath = Array.from({ length: 10 }, (_, index) => ({
    match: { path: `/orders/*/buyers/**/field${index}` },
    action: { encrypt: { key: 'pii', context: ['table', 'column'] as const } },
  }));
  return {
    version: 1,
    rules: [
      ...byColumn,
      ...byCategory,
      ...byPath,
      { match: { category: 'secret.*' }, action: 'block' },
      { match: { category: ['id.*', 'finance.*'] }, action: { pseudonym: { key: 'ids' } } },
      { match: { level: '>=3' }, action: { encrypt: { key: 'pii' } } },
      { match: { level: 2 }, action: 'redact' },
      { match: { operation: 'GET /admin/*' }, action: 'block' },
    ],
    default: 'allow',
  };
}

const columns = ['phone', '手机号', 'col_7_name', '备用字段13', 'Email', '备注'];
const paths = ['/orders/3/buyers/0/x/field4', '/orders/3/items/1/name', '/user/phone'];

function makeSubjects(): PolicySubject[] {
  return listCategories().flatMap(({ id }, index) => [
    { category: id, column: columns[index % columns.length]! },
    { category: id, path: paths[index % paths.length]!, role: 'auditor', purpose: 'fraud' },
  ]);
}

const order = [1, 2, 3, 4, 'important', 'core'];

function matchesGlob(pattern: string, text: string): boolean {
  const escaped = pattern.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replaceAll('*', '.*');
  return new RegExp(`^${escaped}$`, 'is').test(text.normalize('NFKC').trim());
}

function matchesCategory(pattern: string, id: string): boolean {
  if (pattern === '*') return true;
  const expression = pattern
    .split('.')
    .map((part, index, all) => {
      if (part !== '*') return part.replace(/[.+?^${}()|[\]\\]/g, '\\$&');
      return index === all.length - 1 ? '.+' : '[^.]+';
    })
    .join('\\.');
  return new RegExp(`^${expression}$`).test(id);
}

function matchesPath(pattern: string, path: string): boolean {
  const expression = pattern
    .split('/')
    .slice(1)
    .map((part) => (part === '**' ? '(?:/[^/]*)*' : part === '*' ? '/[^/]*' : `/${part}`))
    .join('');
  return new RegExp(`^${expression}$`).test(path);
}

/** The straightforward way: every condition read anew for every subject. Also what the compiled policy is checked against. */
function interpret(policy: Policy, subject: PolicySubject): number | 'default' {
  const list = (value: string | readonly string[]) => [value].flat() as string[];
  for (const [index, { match }] of policy.rules.entries()) {
    const { category, column, path, operation } = subject;
    if (match.category !== undefined) {
      if (category === undefined) continue;
      if (!list(match.category).some((pattern) => matchesCategory(pattern, category))) continue;
    }
    if (match.level !== undefined) {
      if (category === undefined) continue;
      const [, operator = '', bound = ''] = /^(>=|<=|>|<|=)?(.*)$/.exec(String(match.level))!;
      const rank = order.map(String).indexOf(bound);
      const own = order.indexOf(describeCategory(category).level);
      const holds =
        operator === '>=' ? own >= rank : operator === '<=' ? own <= rank : own === rank;
      if (!holds) continue;
    }
    if (match.column !== undefined) {
      if (column === undefined) continue;
      if (!list(match.column).some((pattern) => matchesGlob(pattern, column))) continue;
    }
    if (match.operation !== undefined) {
      if (operation === undefined) continue;
      if (!list(match.operation).some((pattern) => matchesGlob(pattern, operation))) continue;
    }
    if (match.path !== undefined) {
      if (path === undefined) continue;
      if (!list(match.path).some((pattern) => matchesPath(pattern, path))) continue;
    }
    return index;
  }
  return 'default';
}

const decide: Bench = {
  name: 'core.policy.decide',
  about: 'One decision by a policy of 60 rules, over every category with a column or a path',
  prepare() {
    const policy = parsePolicy(makePolicy());
    const decideCompiled = compilePolicy(policy);
    const subjects = makeSubjects();
    // The floor: every answer known beforehand, one look-up a decision.
    const known = new Map(subjects.map((subject) => [subject, decideCompiled(subject)]));
    return {
      work: { unit: 'op', amount: subjects.length },
      check() {
        const rules = new Set<number | 'default'>();
        for (const subject of subjects) {
          const { rule, exempt, action } = decideCompiled(subject);
          rules.add(rule);
          const expected = interpret(policy, subject);
          if (rule !== expected) throw new Error(`rule ${rule}, interpreted ${expected}`);
          if (exempt !== (action.kind === 'allow' && rule !== 'default')) {
            throw new Error('an exemption that does not allow');
          }
        }
        if (rules.size < 20) throw new Error(`only ${rules.size} rules decide: too easy`);
      },
      subjects: {
        compilePolicy: () =>
          subjects.reduce((sum, one) => sum + (decideCompiled(one).exempt ? 1 : 0), 0),
        'interpreted with regular expressions': () =>
          subjects.reduce((sum, one) => sum + (interpret(policy, one) === 'default' ? 1 : 0), 0),
        'a look-up of the known answer': () =>
          subjects.reduce((sum, one) => sum + (known.get(one)!.exempt ? 1 : 0), 0),
      },
    };
  },
};

const parse: Bench = {
  name: 'core.policy.parse',
  about: 'Checking a policy of 60 rules and bringing it to its normal form',
  prepare() {
    const document = makePolicy();
    const wrong = { ...document, rules: [...document.rules, { match: {}, action: 'hide' }] };
    const file = createRequire(import.meta.url).resolve('@yushu/core/policy.schema.json');
    const validate = new Ajv2020({ allErrors: true, strictTypes: false }).compile(
      JSON.parse(readFileSync(file, 'utf8')) as object,
    );
    return {
      work: { unit: 'op', amount: 1 },
      check() {
        if (!safeParsePolicy(document).ok || !validate(document))
          throw new Error('good one refused');
        if (safeParsePolicy(wrong).ok || validate(wrong)) throw new Error('bad one accepted');
      },
      subjects: {
        safeParsePolicy: () => safeParsePolicy(document),
        'ajv with policy.schema.json': () => validate(document),
      },
    };
  },
};

const describe: Bench = {
  name: 'core.category.describe',
  about: 'Names and level of a category, as asked for every finding',
  prepare() {
    const ids: CategoryId[] = [
      ...listCategories().map(({ id }) => id),
      'id.tax.de',
      'custom.badge',
    ];
    const table = new Map<string, ReturnType<typeof describeCategory>>(
      ids.map((id) => [id, describeCategory(id)]),
    );
    return {
      work: { unit: 'op', amount: ids.length },
      check() {
        for (const id of ids) {
          if (describeCategory(id).id !== id) throw new Error(`${id} is described as another`);
        }
      },
      subjects: {
        describeCategory: () => ids.reduce((sum, id) => sum + describeCategory(id).zh.length, 0),
        'a plain Map': () => ids.reduce((sum, id) => sum + table.get(id)!.zh.length, 0),
      },
    };
  },
};

/** Cases of `@yushu/core`. */
export const benches: readonly Bench[] = [decide, parse, describe];
