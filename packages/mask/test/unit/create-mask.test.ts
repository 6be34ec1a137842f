import { createMask } from '@yushu/mask';
import { describe, expect, it } from 'vitest';

const apply = (value: string, keepFirst: number, keepLast: number, cover?: string) =>
  createMask({ keepFirst, keepLast, ...(cover === undefined ? {} : { with: cover }) }).apply(
    value,
    {},
  );

describe('createMask', () => {
  it('keeps both ends and covers each character between', () => {
    expect(apply('13800138000', 3, 4)).toBe('138****8000');
    expect(apply('张三丰', 1, 0)).toBe('张**');
    expect(apply('欧阳娜娜', 1, 1)).toBe('欧**娜');
    expect(apply('abcdef', 0, 2)).toBe('****ef');
    expect(apply('abcdef', 2, 0)).toBe('ab****');
    expect(createMask().apply('abcdef', {})).toBe('******');
  });

  it('covers the whole of a value that is too short to have anything covered', () => {
    for (const value of ['1', '13', '138', '1380013']) {
      expect(apply(value, 3, 4)).toBe('*'.repeat(value.length));
    }
    expect(apply('张三', 1, 1)).toBe('**');
    expect(apply('13800138', 3, 4)).toBe('138*0138');
    expect(apply('secret', Number.MAX_SAFE_INTEGER, Number.MAX_SAFE_INTEGER)).toBe('******');
  });

  it('leaves the empty text empty', () => {
    expect(apply('', 3, 4)).toBe('');
  });

  it('counts characters as a reader does', () => {
    expect(apply('😀', 0, 0)).toBe('*');
    expect(apply('👨‍👩‍👧‍👦张三😀', 1, 1)).toBe('👨‍👩‍👧‍👦**😀');
    expect(apply('e\u0301tude', 1, 1)).toBe('e\u0301***e');
    expect(apply('𠮷野家太郎', 1, 0)).toBe('𠮷****');
    expect(apply('🇨🇳🇨🇳🇨🇳', 1, 1)).toBe('🇨🇳*🇨🇳');
  });

  it('covers half of a surrogate pair wherever it stands', () => {
    expect(apply('\ud83dabc\ude00', 1, 1)).toBe('*****');
    expect(apply('a\ud83dbc', 2, 1)).toBe('a**c');
  });

  it('covers a cluster that is long enough to carry a secret', () => {
    const laden = `a${'\u0301\u0302'.repeat(40)}`;
    expect(apply(`${laden}bc`, 1, 1)).toBe('**c');
  });

  it('takes a cover of several code units', () => {
    expect(apply('13800138000', 3, 4, '●')).toBe('138●●●●8000');
    expect(apply('abcd', 1, 1, '🔒')).toBe('a🔒🔒d');
    expect(apply('x'.repeat(200), 0, 0, 'ab')).toBe('ab'.repeat(200));
  });

  it('names itself without the value', () => {
    expect(createMask({ keepFirst: 3, keepLast: 4 }).name).toBe('mask(3,4)');
  });

  it.each([
    [{ keepFirst: -1 }, 'keepFirst'],
    [{ keepFirst: 1.5 }, 'keepFirst'],
    [{ keepLast: Number.NaN }, 'keepLast'],
    [{ keepLast: '3' as unknown as number }, 'keepLast'],
    [{ with: '' }, 'with'],
    [{ with: '\ud83d' }, 'with'],
    [{ with: 'x'.repeat(65) }, 'with'],
  ])('refuses %j', (options, option) => {
    expect(() => createMask(options)).toThrow(
      expect.objectContaining({ code: 'ERR_MASK_OPTIONS', details: { option } }),
    );
  });

  it.each([
    [null, 'null'],
    [undefined, 'undefined'],
    [13800138000, 'number'],
    [['13800138000'], 'object'],
  ])('refuses a value that is no string: %j', (value, type) => {
    expect(() => createMask().apply(value as unknown as string, {})).toThrow(
      expect.objectContaining({ code: 'ERR_MASK_VALUE', details: { type } }),
    );
  });

  it('takes a megabyte of one cluster in linear time', () => {
    const value = `a${'\u0301'.repeat(1_000_000)}`;
    expect(apply(value, 1, 0)).toBe('*');
    expect(apply(`${value}bc`, 1, 1)).toBe('**c');
  });
});
