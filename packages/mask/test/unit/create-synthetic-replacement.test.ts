import { createHmac } from 'node:crypto';
import { createFpe } from '@yushu/encrypt/fpe';
import { createFormMask, createSyntheticReplacement, type MaskForm, maskForms } from '@yushu/mask';
import { describe, expect, it } from 'vitest';

const prf = {
  keyId: 'k',
  compute: (input: Uint8Array, length: number) =>
    new Uint8Array(createHmac('sha256', 'test').update(input).digest()).slice(0, length),
};
const place = { tenant: 'a', table: 't', column: 'c' };
const key = { keyId: 'k', bytes: new Uint8Array(32) };

/** Formats of another package that refuse what is not valid, check digits included. */
const formats = {
  phone: 'mobile',
  'bank-card': 'bank-card',
  'resident-id': 'resident-id',
  'credit-code': 'credit-code',
  plate: 'plate',
  email: 'email',
  name: 'chinese-name',
} as const;

describe('createSyntheticReplacement', () => {
  it.each(maskForms)('%s: every value is valid, and there are many', (form: MaskForm) => {
    const fresh = createSyntheticReplacement({ form });
    const keyed = createSyntheticReplacement({ form, prf });
    const format = formats[form as keyof typeof formats];
    const fpe = format === undefined ? undefined : createFpe({ format, key });
    const shown = createFormMask({ form });
    const seen = new Set<string>();
    for (let index = 0; index < 1_500; index += 1) {
      const made = index % 2 === 0 ? fresh.apply('x', {}) : keyed.apply(String(index), place);
      seen.add(made);
      expect(shown.apply(made, {})).not.toMatch(/^\*+$/);
      fpe?.apply(made, place);
    }
    expect(seen.size).toBeGreaterThan(1_300);
  });

  it('gives the same for the same value of a field with a key, and others elsewhere', () => {
    const phone = createSyntheticReplacement({ form: 'phone', prf });
    const made = phone.apply('13800138000', place);
    expect(phone.apply('13800138000', { ...place, row: '9' })).toBe(made);
    for (const other of [
      { ...place, tenant: 'b' },
      { ...place, table: 'u' },
      { ...place, column: 'd' },
    ]) {
      expect(phone.apply('13800138000', other)).not.toBe(made);
    }
    const field = createSyntheticReplacement({ form: 'phone', prf, field: 'phone' });
    expect(field.apply('1', place)).toBe(
      field.apply('1', { tenant: 'a', table: 'x', column: 'y' }),
    );
    expect(createSyntheticReplacement({ form: 'phone' }).apply('1', {})).not.toBe(
      createSyntheticReplacement({ form: 'phone' }).apply('1', {}),
    );
  });

  it('spreads evenly over what it can make', () => {
    const counts = new Map<string, number>();
    const plate = createSyntheticReplacement({ form: 'plate' });
    for (let index = 0; index < 31_000; index += 1) {
      const province = plate.apply('x', {})[0]!;
      counts.set(province, (counts.get(province) ?? 0) + 1);
    }
    expect(counts.size).toBe(31);
    // Six standard deviations of a count of 1,000 expected.
    for (const count of counts.values()) expect(Math.abs(count - 1_000)).toBeLessThan(190);
  });

  it('refuses bad options', () => {
    for (const options of [
      undefined,
      {},
      { form: 'iban' },
      { form: 'phone', prf: {} },
      { form: 'phone', prf, field: '' },
      { form: 'phone', random: 7 },
    ]) {
      expect(() => createSyntheticReplacement(options as never)).toThrow(
        expect.objectContaining({ code: 'ERR_MASK_OPTIONS' }),
      );
    }
  });
});
