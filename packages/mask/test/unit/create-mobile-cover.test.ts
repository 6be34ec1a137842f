import { createFormMask, createMask, createPartMask } from '@yushu/mask';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

/** The same mask without the quick way: what is kept is one part. */
const plainly = (value: string) => {
  const characters = Array.from(value);
  return characters.length <= 7
    ? '*'.repeat(characters.length)
    : `${characters.slice(0, 3).join('')}${'*'.repeat(characters.length - 7)}${characters.slice(-4).join('')}`;
};

const mask = createMask({ keepFirst: 3, keepLast: 4 });

describe('the quick way for mobile numbers', () => {
  it('gives what the plain way gives', () => {
    const digits = fc.array(fc.constantFrom(...'0123456789'), { minLength: 9, maxLength: 13 });
    const nearly = fc.array(fc.constantFrom(...'0123456789/:a'), { minLength: 11, maxLength: 11 });
    fc.assert(
      fc.property(fc.oneof(digits, nearly), (characters) => {
        const value = characters.join('');
        expect(mask.apply(value, {})).toBe(plainly(value));
      }),
      { numRuns: 2000 },
    );
  });

  it('takes no digits but those of ASCII, and no half of a pair', () => {
    for (const value of [
      '１３８００１３８０００',
      '1380013800\ud83d',
      '٠١٢٣٤٥٦٧٨٩٠',
      '138\u0000013800٣',
    ]) {
      const masked = mask.apply(value, {});
      expect(masked).not.toBe(value);
      expect(masked.slice(3, 7)).toBe('****');
    }
    expect(mask.apply('1380013800\ud83d', {})).not.toContain('\ud83d');
  });

  it('covers with what was asked for', () => {
    expect(createMask({ keepFirst: 3, keepLast: 4, with: '●' }).apply('13800138000', {})).toBe(
      '138●●●●8000',
    );
    expect(createFormMask({ form: 'phone', with: 'xx' }).apply('13800138000', {})).toBe(
      '138xxxxxxxx8000',
    );
  });

  it('is for mobile numbers in the form of phones: others of eleven digits are covered as before', () => {
    const form = createFormMask({ form: 'phone' });
    expect(form.apply('19912345678', {})).toBe('199****5678');
    expect(form.apply('12345678901', {})).toBe('***********');
    expect(form.apply('01012345678', {})).toBe('010****5678');
    expect(createPartMask({ keep: { last: 4 } }).apply('13800138000', {})).toBe('*******8000');
  });
});
