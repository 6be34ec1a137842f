import { contextParts, parsePolicy, safeParsePolicy } from '@yushu/core';
import { describe, expect, it } from 'vitest';

const parseAction = (action: unknown) =>
  parsePolicy({ version: 1, rules: [], default: action }).default;

describe('the normal form of a policy', () => {
  it.each([
    ['allow', { kind: 'allow' }],
    ['block', { kind: 'block' }],
    ['redact', { kind: 'redact' }],
    [{ redact: {} }, { kind: 'redact' }],
    [{ redact: null }, { kind: 'redact' }],
    [{ redact: { with: '█' } }, { kind: 'redact', with: '█' }],
    [{ mask: {} }, { kind: 'mask', keepFirst: 0, keepLast: 0, with: '*' }],
    [{ mask: null }, { kind: 'mask', keepFirst: 0, keepLast: 0, with: '*' }],
    [
      { mask: { keepFirst: 3, keepLast: 4, with: '#' } },
      { kind: 'mask', keepFirst: 3, keepLast: 4, with: '#' },
    ],
    [{ replace: { with: '' } }, { kind: 'replace', with: '' }],
    [{ pseudonym: { key: 'ids' } }, { kind: 'pseudonym', key: 'ids' }],
    [{ encrypt: { key: 'pii' } }, { kind: 'encrypt', key: 'pii', context: [] }],
    [{ encrypt: { key: 'pii', context: null } }, { kind: 'encrypt', key: 'pii', context: [] }],
    [{ fpe: { format: 'mobile', key: 'f' } }, { kind: 'fpe', format: 'mobile', key: 'f' }],
  ])('of %j is %j', (document, action) => {
    expect(parseAction(document)).toEqual(action);
  });

  it('puts the parts of a context in one order, once each', () => {
    expect(parseAction({ encrypt: { key: 'k', context: ['row', 'table', 'row'] } })).toEqual({
      kind: 'encrypt',
      key: 'k',
      context: ['table', 'row'],
    });
    expect(parseAction({ encrypt: { key: 'k', context: [...contextParts].reverse() } })).toEqual({
      kind: 'encrypt',
      key: 'k',
      context: [...contextParts],
    });
  });

  it('keeps names, descriptions and every condition', () => {
    const document = {
      version: 1,
      name: 'customers',
      description: 'What leaves the house',
      rules: [
        {
          description: 'phones',
          match: {
            category: ['contact.*', 'id.*'],
            level: '>=3',
            column: 'phone',
            path: ['/a', '/b/**'],
            operation: 'GET /users/*',
          },
          unless: { role: ['auditor'], purpose: 'fraud' },
          action: 'block',
        },
      ],
      default: 'allow',
    };
    const { rules, ...rest } = parsePolicy(document);
    expect(rest).toEqual({
      version: 1,
      name: document.name,
      description: document.description,
      default: { kind: 'allow' },
    });
    expect(rules).toEqual([{ ...document.rules[0], action: { kind: 'block' } }]);
  });

  it.each([1, 4, '3', '>=3', '<= 2', '>important', '=core', 'important', 'core'])(
    'accepts level %j',
    (level) => {
      const document = {
        version: 1,
        rules: [{ match: { level }, action: 'block' }],
        default: 'allow',
      };
      expect(safeParsePolicy(document).ok).toBe(true);
    },
  );

  it('takes 10,000 rules', () => {
    const rules = Array(10_000).fill({ match: { level: 4 }, action: 'block' });
    expect(parsePolicy({ version: 1, rules, default: 'allow' }).rules).toHaveLength(10_000);
  });
});
