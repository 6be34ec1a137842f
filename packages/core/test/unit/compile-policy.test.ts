import {
  compilePolicy,
  isDataSecurityError,
  type PolicySubject,
  parsePolicy,
  type RuleDocument,
  type RuleMatch,
} from '@yushu/core';
import { describe, expect, it } from 'vitest';

const decider = (...rules: readonly RuleDocument[]) =>
  compilePolicy(parsePolicy({ version: 1, rules, default: 'allow' }));

const matches = (match: RuleMatch, subject: PolicySubject) =>
  decider({ match, action: 'block' })(subject).action.kind === 'block';

describe('a decision', () => {
  it('is the first rule that fits, otherwise the default', () => {
    const decide = decider(
      { match: { category: 'contact.email' }, action: 'redact' },
      { match: { category: 'contact.*' }, action: 'block' },
      { match: { level: '>=1' }, action: { mask: {} } },
    );
    expect(decide({ category: 'contact.email' })).toEqual({
      action: { kind: 'redact' },
      rule: 0,
      exempt: false,
    });
    expect(decide({ category: 'contact.phone' }).rule).toBe(1);
    expect(decide({ category: 'person.name' }).rule).toBe(2);
    expect(decide({ column: 'note' })).toEqual({
      action: { kind: 'allow' },
      rule: 'default',
      exempt: false,
    });
  });

  it('needs every condition of a rule', () => {
    const match = { category: 'contact.phone', level: '>=3', column: 'phone*' } as const;
    expect(matches(match, { category: 'contact.phone', column: 'phone_2' })).toBe(true);
    expect(matches(match, { category: 'contact.phone' })).toBe(false);
    expect(matches(match, { category: 'contact.phone', column: 'note' })).toBe(false);
    expect(matches(match, { category: 'contact.email', column: 'phone' })).toBe(false);
    expect(matches(match, { category: 'contact.phone', column: 'phone', level: 2 })).toBe(false);
  });

  it('takes the level of the subject before that of the category', () => {
    expect(matches({ level: 'core' }, { category: 'contact.email', level: 'core' })).toBe(true);
    expect(matches({ level: 2 }, { category: 'contact.email' })).toBe(true);
    expect(matches({ level: 2 }, { category: 'contact.email', level: 'core' })).toBe(false);
    // Asked again: what was kept for the category alone must not answer for another level.
    const decide = decider({ match: { level: '>=4' }, action: 'block' });
    expect(decide({ category: 'contact.email' }).rule).toBe('default');
    expect(decide({ category: 'contact.email', level: 4 }).rule).toBe(0);
    expect(decide({ category: 'contact.email' }).rule).toBe('default');
    expect(decide({ level: 'important' }).rule).toBe(0);
  });

  it('exempts who fits all conditions, by that rule, and asks no later one', () => {
    const decide = decider(
      {
        match: { category: 'id.*' },
        unless: { role: ['auditor', 'dpo'], purpose: 'fraud' },
        action: 'redact',
      },
      { match: { level: '>=1' }, action: 'block' },
    );
    const category = 'id.passport';
    expect(decide({ category, role: 'dpo', purpose: 'fraud' })).toEqual({
      action: { kind: 'allow' },
      rule: 0,
      exempt: true,
    });
    for (const requester of [
      {},
      { role: 'auditor' },
      { purpose: 'fraud' },
      { role: 'auditor', purpose: 'Fraud' },
      { role: 'constructor', purpose: 'fraud' },
    ]) {
      expect(decide({ category, ...requester })).toMatchObject({ rule: 0, exempt: false });
    }
    expect(decide({ category: 'person.name', role: 'auditor', purpose: 'fraud' }).rule).toBe(1);
  });
});

describe('columns and operations', () => {
  it.each([
    ['phone', 'Phone', true],
    ['phone', ' phone ', true],
    ['ＰＨＯＮＥ', 'phone', true],
    ['phone', 'ｐｈｏｎｅ', true],
    ['手机号', '手机号', true],
    ['手机*', '手机号码', true],
    ['*', '', true],
    ['a*b*c', 'abc', true],
    ['a*b*c', 'aXbXbXc', true],
    ['a*b*c', 'acb', false],
    ['ab*ba', 'aba', false],
    ['*a*', 'bcd', false],
    ['a.c', 'abc', false],
    ['phone', 'phone2', false],
    ['a**b', 'ab', true],
  ])('pattern %j, name %j: %j', (pattern, name, fits) => {
    expect(matches({ column: pattern }, { column: name })).toBe(fits);
    expect(matches({ operation: pattern }, { operation: name })).toBe(fits);
  });

  it('needs a column where a rule asks for one', () => {
    expect(matches({ column: '*' }, { category: 'contact.phone' })).toBe(false);
    expect(matches({ column: ['a', 'b'] }, { column: 'b' })).toBe(true);
  });

  it('matches a hostile name against a hostile pattern in linear time', () => {
    const pattern = `${'*a'.repeat(2000)}*b`;
    expect(matches({ column: pattern }, { column: 'a'.repeat(200_000) })).toBe(false);
  });
});

describe('paths', () => {
  it.each([
    ['/a/b', '/a/b', true],
    ['/a/*', '/a/b', true],
    ['/a/*', '/a', false],
    ['/a/*', '/a/b/c', false],
    ['/a/*', '/a/', true],
    ['/**', '', true],
    ['/**', '/a/b/c', true],
    ['/**/c', '/c', true],
    ['/**/c', '/a/b/c', true],
    ['/**/c', '/a/b/d', false],
    ['/a/**/b/**/c', '/a/b/c', true],
    ['/a/**/b/**/c', '/a/x/b/y/z/c', true],
    ['/a/**/b/**/c', '/a/x/c/b', false],
    ['/a/**', '/a', true],
    ['/a~1b/*', '/a~1b/c', true],
    ['/a~1b', '/a/b', false],
    ['/~0', '/~0', true],
    ['/0/phone', '/0/phone', true],
    ['/A', '/a', false],
  ])('pattern %j, path %j: %j', (pattern, path, fits) => {
    expect(matches({ path: pattern }, { path })).toBe(fits);
  });

  it('refuses a path that is no pointer, and only where a rule looks at it', () => {
    expect(matches({ column: 'x' }, { path: 'a', column: 'x' })).toBe(true);
    let caught: unknown;
    try {
      matches({ path: '/a' }, { path: 'a' });
    } catch (error) {
      caught = error;
    }
    expect(isDataSecurityError(caught, 'ERR_CORE_POINTER')).toBe(true);
  });

  it('matches a long path against many ** in time pattern × path', () => {
    const pattern = `${'/**/a'.repeat(60)}/b`;
    expect(matches({ path: pattern }, { path: '/a'.repeat(5000) })).toBe(false);
  });
});

describe('categories', () => {
  it.each([
    ['*', 'secret.jwt', true],
    ['secret.*', 'secret.jwt', true],
    ['secret.*', 'secret.aws.access_key_id', true],
    ['secret.*', 'secret', false],
    ['secret.*.token', 'secret.github.token', true],
    ['secret.*.token', 'secret.token', false],
    ['*.phone', 'contact.phone', true],
    ['contact.phone', 'contact.phones', false],
    ['contact.phone', 'xcontact.phone', false],
    ['custom.*', 'custom.badge', true],
  ])('pattern %j, category %j: %j', (pattern, category, fits) => {
    const subject = { category } as PolicySubject;
    expect(matches({ category: pattern }, subject)).toBe(fits);
  });

  it('keeps answering rightly for more categories than it keeps answers', () => {
    const decide = decider({ match: { category: 'custom.c7' }, action: 'block' });
    for (let round = 0; round < 2; round += 1) {
      for (let index = 0; index < 5000; index += 1) {
        const { rule } = decide({ category: `custom.c${index}` });
        expect(rule).toBe(index === 7 ? 0 : 'default');
      }
    }
  });
});
