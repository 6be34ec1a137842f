import { createPresidioOperator } from '@yushu/mask/presidio';
import { describe, expect, it } from 'vitest';

describe('createPresidioOperator', () => {
  it('draws a salt for each hash where none is given', () => {
    const hash = createPresidioOperator('hash', {});
    expect(hash.apply('13800138000', {})).toMatch(/^[0-9a-f]{64}$/);
    expect(hash.apply('13800138000', {})).not.toBe(hash.apply('13800138000', {}));
  });

  it('takes a salt as bytes or text, as the engine does', () => {
    const expected = '31ac5824179e43275be4f75b10886a915b8ffbe4238786dd17e2cc23325d6e47';
    for (const salt of ['test_salt_16byte', new TextEncoder().encode('test_salt_16byte')]) {
      expect(createPresidioOperator('hash', { salt }).apply('123456', {})).toBe(expected);
    }
  });

  it('refuses bad parameters and values', () => {
    for (const call of [
      () => createPresidioOperator('fake' as 'keep', {}),
      () => createPresidioOperator('hash', { salt: 'short' }),
      () => createPresidioOperator('hash', { hash_type: 'md5' as 'sha256' }),
      () => createPresidioOperator('mask', { masking_char: '**', chars_to_mask: 1 }),
      () => createPresidioOperator('mask', { masking_char: '*', chars_to_mask: 1.5 }),
    ]) {
      expect(call).toThrow(expect.objectContaining({ code: 'ERR_MASK_OPTIONS' }));
    }
    expect(() => createPresidioOperator('redact', {}).apply(7 as unknown as string, {})).toThrow(
      expect.objectContaining({ code: 'ERR_MASK_VALUE' }),
    );
  });
});
