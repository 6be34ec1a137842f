import { createFormMask, createMask, type MaskForm, maskFormOf, maskForms } from '@yushu/mask';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const apply = (form: MaskForm, value: string) => createFormMask({ form }).apply(value, {});

describe('createFormMask', () => {
  it.each([
    ['name', '张三', '张*'],
    ['name', '张三丰', '张**'],
    ['name', '欧阳娜娜', '欧阳**'],
    ['name', '欧阳', '欧*'],
    ['name', '买买提·艾力', '买**·**'],
    ['name', 'John Smith', 'J*** *****'],
    ['name', '𠮷野家', '𠮷**'],
    ['phone', '13800138000', '138****8000'],
    ['phone', '138 0013 8000', '138 **** 8000'],
    ['phone', '+86 138-0013-8000', '+86 138-****-8000'],
    ['phone', '010-88889999', '010-****9999'],
    ['phone', '(0571)88889999', '(0571)****9999'],
    ['phone', '+1 (415) 555-2671', '+* (***) ***-2671'],
    ['resident-id', '11010519491231002X', '110***********002X'],
    ['resident-id', '110105491231002', '110********1002'],
    ['bank-card', '6222021234567890128', '6222***********0128'],
    ['bank-card', '6222 0212 3456 7890 128', '6222 **** **** ***0 128'],
    ['email', 'zhang.san@example.com', 'z********@example.com'],
    ['email', 'x@y.z', '*@y.z'],
    ['address', '浙江省杭州市西湖区文三路1号', '浙江省杭州市西湖区*****'],
    ['address', '北京市朝阳区阳光小区3栋', '北京市朝阳区******'],
    ['address', '广西壮族自治区南宁市青秀区民族大道1号', '广西壮族自治区南宁市青秀区******'],
    ['plate', '京A12345', '京A***45'],
    ['plate', '京A·D12345', '京A·****45'],
    ['credit-code', '91350100M000100Y43', '9135**********0Y43'],
    ['passport', 'E12345678', 'E******78'],
  ] as const)('%s: %s is shown as %s', (form, value, expected) => {
    expect(apply(form, value)).toBe(expected);
  });

  it.each([
    ['name', '李'],
    ['name', '张三1'],
    ['name', 'A'],
    ['phone', '10086'],
    ['phone', '1380013800'],
    ['phone', '138001380001'],
    ['phone', '１３８００１３８０００'],
    ['resident-id', '1101051949123100'],
    ['bank-card', '12345678901'],
    ['email', '@example.com'],
    ['email', 'zhang.san'],
    ['email', '张三@例子.公司'],
    ['address', '阳光小区3栋'],
    ['address', '杭州市场路3号'],
    ['plate', '京A123'],
    ['credit-code', '91350100M000100Y4'],
    ['passport', '123'],
    ['passport', ''],
  ] as const)('%s: %j has not the form and is covered whole', (form, value) => {
    expect(apply(form, value)).toBe(createMask().apply(value, {}));
  });

  it('covers at least one character of everything but the empty text', () => {
    const values = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 30 }),
      fc.stringMatching(/^[0-9+ ()-]{0,24}$/),
      fc.stringMatching(/^[\u4e00-\u9fa5省市区县·]{0,12}$/),
      fc.emailAddress(),
    );
    fc.assert(
      fc.property(fc.constantFrom(...maskForms), values, (form, value) => {
        fc.pre(!value.includes('\u{10fffd}'));
        const masked = createFormMask({ form, with: '\u{10fffd}' }).apply(value, {});
        expect(masked === '' || masked.includes('\u{10fffd}')).toBe(true);
      }),
      { numRuns: 2_000 },
    );
  });

  it('stays linear on text that is made to be slow', () => {
    for (const form of maskForms) {
      for (const piece of ['a.', '1 ', '市', '省区', '((', 'é', ' -']) {
        const value = piece.repeat(500);
        expect(apply(form, value).length).toBeLessThanOrEqual(value.length);
        expect(apply(form, piece.repeat(50_000)).length).toBeLessThanOrEqual(50_000 * piece.length);
      }
    }
  });

  it('refuses bad options and values', () => {
    expect(() => createFormMask({ form: 'iban' as 'name' })).toThrow(
      expect.objectContaining({ code: 'ERR_MASK_OPTIONS' }),
    );
    expect(() => createFormMask({ form: 'name', with: '' })).toThrow(
      expect.objectContaining({ code: 'ERR_MASK_OPTIONS' }),
    );
    expect(() => apply('name', null as unknown as string)).toThrow(
      expect.objectContaining({ code: 'ERR_MASK_VALUE' }),
    );
  });

  it('knows the form of a category', () => {
    expect(maskFormOf('id.resident.cn')).toBe('resident-id');
    expect(maskFormOf('secret.jwt')).toBeUndefined();
    expect(maskFormOf('custom.toString')).toBeUndefined();
  });
});
