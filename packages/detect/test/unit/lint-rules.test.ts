import { describe, expect, test } from 'vitest';
import {
  compileDetectors,
  type DetectorRule,
  lintRules,
  type ValidatorName,
} from '../../src/custom/index.ts';
import { patternWidth } from '../../src/custom/pattern-width.ts';
import { createScanner } from '../../src/index.ts';

const rule = (pattern: string, more: Partial<DetectorRule> = {}): DetectorRule => ({
  id: 'r',
  category: 'custom.r',
  pattern,
  ...more,
});

test.each([
  ['abc', 3],
  ['a|bcd|e', 3],
  ['(?i)a{2,5}', 5],
  ['a{3}', 3],
  ['(?:ab|c)?d', 3],
  ['\\bA\\d{4}\\b', 5],
  ['a*', Number.POSITIVE_INFINITY],
  ['(ab){2,}', Number.POSITIVE_INFINITY],
  ['^x$', 1],
  ['(?P<n>ab)', 2],
  ['\\Qa+b\\E', 3],
  ['\\(\\)', 2],
  ['(|a)', 1],
])('%s matches %d units at most', (pattern, width) => {
  expect(patternWidth(pattern)).toBe(width);
});

test('classes count a pair of surrogates', () => {
  expect(patternWidth('[[:alpha:]\\]x]{3}.')).toBe(8);
});

describe('lint', () => {
  test.each([
    ['(a)\\1', false],
    ['(?<=a)b', false],
    ['(?=a)b', false],
    ['(?>a+)b', false],
    ['a*', false],
    ['', false],
    ['a|', false],
    ['\\b', false],
    ['(?:)', false],
    ['.', false],
    ['\\d{2,}', false],
    ['[\\s\\S]{3}', false],
    ['[a-f0-9]{8,}', false],
    ['EMP-\\d{6}', true],
  ])('%s', (pattern, ok) => {
    const [report] = lintRules([rule(pattern)]);
    expect(report?.ok).toBe(ok);
    if (!ok) {
      expect(report?.problems).toHaveLength(1);
      expect(() => compileDetectors([rule(pattern)])).toThrow(
        expect.objectContaining({ code: 'ERR_DETECT_RULE' }),
      );
    }
  });
  test('says what has no linear time', () => {
    const said = (pattern: string) => lintRules([rule(pattern)])[0]?.problems[0];
    expect(said('(?<!a)b')).toContain('ahead or behind');
    expect(said('(a)\\1')).toContain('refers back');
    expect(said('a{1,100000}')).toContain('RE2 syntax');
  });
  test('ten thousand words are one pattern, in linear time', () => {
    const words = Array.from({ length: 10_000 }, (_, at) => `q${at.toString(36)}z`).join('|');
    expect(lintRules([rule(`\\b(?:${words})\\b`)])[0]).toMatchObject({ ok: true });
  });
  test('tells the measured rate', () => {
    const [report] = lintRules([rule('commit [0-9a-f]{7}')]);
    expect(report?.alarmsPerMillion).toBeGreaterThan(1000);
    const [cued] = lintRules([rule('\\d{3,6}', { score: 0.1, cues: ['badge'] })]);
    expect(cued).toMatchObject({ ok: true, alarmsPerMillion: 0 });
  });
  test('no such validator, no such group', () => {
    expect(lintRules([rule('a\\d', { validator: 'national:xx.none' })])[0]?.ok).toBe(false);
    expect(lintRules([rule('a\\d', { group: 2 })])[0]?.ok).toBe(false);
  });
});

test('validators by name', () => {
  const found = (validator: ValidatorName, text: string) =>
    createScanner({
      detectors: compileDetectors([rule('<([0-9A-Z]{8,24})>', { group: 1, validator })]),
      categories: ['custom.*'],
    }).scan(`<${text}>`).length;
  expect(found('cn-resident-id', '110101199003078531')).toBe(1);
  expect(found('cn-resident-id', '110101199003078532')).toBe(0);
  expect(found('iban', 'DE89370400440532013000')).toBe(1);
  expect(found('national:pl.pesel', '44051401359')).toBe(1);
  expect(found('national:pl.pesel', '44051401358')).toBe(0);
});

test('keywords are looked for near the match, as far as the pattern reaches', () => {
  const detectors = compileDetectors([rule('k\\d{6}', { keywords: ['vault'] })]);
  const found = (text: string) =>
    createScanner({ detectors, categories: ['custom.*'] }).scan(text).length;
  expect(found('VAULT k123456')).toBe(1);
  expect(found(`k123456 ${'x'.repeat(40)} vault`)).toBe(0);
  expect(found(`vault k123456 ${'y '.repeat(200)}vault k123456`)).toBe(2);
});
