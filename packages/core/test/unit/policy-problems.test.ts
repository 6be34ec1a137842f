import { isDataSecurityError, parsePolicy, safeParsePolicy } from '@yushu/core';
import { describe, expect, it } from 'vitest';

const rule = { match: { category: 'contact.phone' }, action: 'redact' };
const policy = { version: 1, rules: [rule], default: 'allow' };
const withRule = (changes: object) => ({ ...policy, rules: [rule, { ...rule, ...changes }] });
const withAction = (action: unknown) => withRule({ action });
const withMatch = (match: unknown) => withRule({ match });

/** What is wrong, all the pointers that are named, and one expected key or value. */
const cases: readonly [name: string, document: unknown, pointers: readonly string[], string?][] = [
  ['no object', 'version: 1', [''], 'rules'],
  ['null', null, [''], 'version'],
  ['a list', [], [''], 'default'],
  ['everything missing', {}, ['/version', '/rules', '/default'], '1'],
  ['another version', { ...policy, version: 2 }, ['/version'], '1'],
  ['a version as text', { ...policy, version: '1' }, ['/version'], '1'],
  ['an unknown key', { ...policy, rule: [] }, ['/rule'], 'rules'],
  ['an unknown key with a slash', { ...policy, 'a/b~c': 1 }, ['/a~1b~0c'], 'rules'],
  ['an empty name', { ...policy, name: '' }, ['/name'], 'a text'],
  ['a name of null', { ...policy, name: null }, ['/name'], 'a text'],
  ['a description that is no text', { ...policy, description: 7 }, ['/description'], 'a text'],
  ['rules that are no list', { ...policy, rules: rule }, ['/rules'], 'a list of rules'],
  ['too many rules', { ...policy, rules: Array(10_001).fill(rule) }, ['/rules']],
  ['a rule that is no object', { ...policy, rules: ['block'] }, ['/rules/0'], 'match'],
  [
    'a rule without match and action',
    { ...policy, rules: [{}] },
    ['/rules/0/match', '/rules/0/action'],
  ],
  ['an unknown key of a rule', withRule({ when: 'now' }), ['/rules/1/when'], 'unless'],
  [
    'a description of a rule that is empty',
    withRule({ description: '' }),
    ['/rules/1/description'],
  ],
  ['a match of nothing', withMatch({}), ['/rules/1/match'], 'category'],
  ['a match of a list', withMatch([]), ['/rules/1/match'], 'column'],
  ['an unknown condition', withMatch({ table: 'x' }), ['/rules/1/match/table', '/rules/1/match']],
  ['an empty category', withMatch({ category: '' }), ['/rules/1/match/category']],
  [
    'a mistyped category',
    withMatch({ category: 'contact.phnoe' }),
    ['/rules/1/match/category'],
    'contact.phone',
  ],
  [
    'a mistyped beginning',
    withMatch({ category: ['id.*', 'conact.*'] }),
    ['/rules/1/match/category/1'],
    'contact.*',
  ],
  [
    'a placeholder as category',
    withMatch({ category: 'id.tax.<cc>' }),
    ['/rules/1/match/category'],
  ],
  [
    'a beginning alone',
    withMatch({ category: 'contact' }),
    ['/rules/1/match/category'],
    'contact.email',
  ],
  ['an empty list', withMatch({ column: [] }), ['/rules/1/match/column'], 'a list of texts'],
  ['a list with a number', withMatch({ column: ['a', 7] }), ['/rules/1/match/column/1'], 'a text'],
  ['a level out of range', withMatch({ level: 5 }), ['/rules/1/match/level'], '>=3'],
  ['a level that is no condition', withMatch({ level: '=>3' }), ['/rules/1/match/level'], '>=3'],
  ['a level in a list', withMatch({ level: [3] }), ['/rules/1/match/level'], '>=3'],
  ['a level of true', withMatch({ level: true }), ['/rules/1/match/level'], 'core'],
  ['a path that is no pointer', withMatch({ path: 'phone' }), ['/rules/1/match/path'], '/**/key'],
  ['a path with a bad escape', withMatch({ path: ['/a', '/b~2'] }), ['/rules/1/match/path']],
  [
    'two bad conditions',
    withMatch({ level: 9, column: 3, path: 'x' }),
    ['/rules/1/match/level', '/rules/1/match/column'],
  ],
  ['an exemption of nobody', withRule({ unless: {} }), ['/rules/1/unless'], 'role'],
  ['an exemption of null', withRule({ unless: null }), ['/rules/1/unless'], 'purpose'],
  [
    'an unknown exemption',
    withRule({ unless: { user: 'root' } }),
    ['/rules/1/unless', '/rules/1/unless/user'],
  ],
  ['an empty role', withRule({ unless: { role: '' } }), ['/rules/1/unless/role']],
  ['an unknown action', withAction('hide'), ['/rules/1/action'], 'block'],
  ['an action that is a number', withAction(1), ['/rules/1/action'], 'mask'],
  ['an action of two', withAction({ mask: {}, redact: {} }), ['/rules/1/action'], '{ mask: … }'],
  ['an action of none', withAction({}), ['/rules/1/action'], 'redact'],
  ['an action by an unknown key', withAction({ hide: {} }), ['/rules/1/action/hide'], 'fpe'],
  ['a bare action that takes a key', withAction('encrypt'), ['/rules/1/action'], '{ encrypt: … }'],
  ['allow with parameters', withAction({ allow: {} }), ['/rules/1/action/allow'], 'replace'],
  ['a mask of a text', withAction({ mask: '*' }), ['/rules/1/action/mask'], 'keepFirst'],
  [
    'a mask that keeps -1',
    withAction({ mask: { keepFirst: -1 } }),
    ['/rules/1/action/mask/keepFirst'],
  ],
  [
    'a mask that keeps 1.5',
    withAction({ mask: { keepLast: 1.5 } }),
    ['/rules/1/action/mask/keepLast'],
  ],
  [
    'a mask that keeps "3"',
    withAction({ mask: { keepLast: '3' } }),
    ['/rules/1/action/mask/keepLast'],
  ],
  [
    'a mask with nothing',
    withAction({ mask: { with: '' } }),
    ['/rules/1/action/mask/with'],
    'a text',
  ],
  ['a mask with an unknown key', withAction({ mask: { keep: 3 } }), ['/rules/1/action/mask/keep']],
  [
    'a redaction with a number',
    withAction({ redact: { with: 1 } }),
    ['/rules/1/action/redact/with'],
  ],
  ['a replacement by nothing', withAction({ replace: {} }), ['/rules/1/action/replace/with']],
  ['a replacement by null', withAction({ replace: null }), ['/rules/1/action/replace/with']],
  ['a pseudonym without key', withAction({ pseudonym: {} }), ['/rules/1/action/pseudonym/key']],
  ['an encryption without key', withAction({ encrypt: {} }), ['/rules/1/action/encrypt/key']],
  [
    'an encryption with an unknown context',
    withAction({ encrypt: { key: 'k', context: ['table', 'cell'] } }),
    ['/rules/1/action/encrypt/context/1'],
    'column',
  ],
  [
    'an encryption with a context that is no list',
    withAction({ encrypt: { key: 'k', context: 'row' } }),
    ['/rules/1/action/encrypt/context'],
    'row',
  ],
  [
    'an unknown format',
    withAction({ fpe: { format: 'phone', key: 'k' } }),
    ['/rules/1/action/fpe/format'],
    'mobile',
  ],
  ['a format without key', withAction({ fpe: { format: 'date' } }), ['/rules/1/action/fpe/key']],
  ['a bad default', { ...policy, default: 'deny' }, ['/default'], 'block'],
  [
    '__proto__',
    JSON.parse('{"__proto__":{"version":1},"version":1,"rules":[],"default":"block"}'),
    ['/__proto__'],
  ],
  [
    '__proto__ in an action',
    withAction(JSON.parse('{"__proto__":{"key":"k"}}')),
    ['/rules/1/action/__proto__'],
  ],
  ['constructor as action', withAction({ constructor: {} }), ['/rules/1/action/constructor']],
  ['toString as action', withAction('toString'), ['/rules/1/action']],
];

describe('problems of a policy', () => {
  it.each(cases)('%s', (_, document, pointers, expected) => {
    const result = safeParsePolicy(document);
    if (result.ok) throw new Error('it was accepted');
    const named = result.problems.map(({ pointer }) => pointer);
    expect([...new Set(named)].sort()).toEqual([...pointers].sort());
    const all = result.problems.flatMap((problem) => problem.expected);
    if (expected !== undefined) expect(all).toContain(expected);
    for (const { message } of result.problems) expect(message).toMatch(/^(?:is|must) /);
  });

  it('throws them all in one error, each with its place and what is expected', () => {
    let caught: unknown;
    try {
      parsePolicy({ ...policy, version: 3, default: 'deny' });
    } catch (error) {
      caught = error;
    }
    if (!isDataSecurityError(caught, 'ERR_CORE_POLICY')) throw new Error('another error');
    expect(caught.details['problems']).toEqual([
      '/version must be 1 (expected: 1)',
      expect.stringMatching(/^\/default is no action \(expected: allow, block, redact, /),
    ]);
    expect(caught.message).toContain('/version must be 1');
    expect(caught.hint).toBeDefined();
  });

  it('never repeats a value of the document', () => {
    const secret = '13800138000';
    const result = safeParsePolicy({
      version: secret,
      name: [secret],
      rules: [{ match: { level: secret, column: [[secret]] }, action: secret }],
      default: { mask: { with: { secret } } },
    });
    expect(JSON.stringify(result)).not.toContain(secret);
  });

  it('is not changed by a polluted prototype', () => {
    const bad = { ...policy, default: {} };
    Object.defineProperty(Object.prototype, 'redact', {
      value: {},
      configurable: true,
      enumerable: true,
      writable: true,
    });
    try {
      expect(safeParsePolicy(bad).ok).toBe(false);
      expect(safeParsePolicy(policy).ok).toBe(true);
    } finally {
      Reflect.deleteProperty(Object.prototype, 'redact');
    }
  });
});
