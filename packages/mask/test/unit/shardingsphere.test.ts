import { createShardingSphereMask, shardingSphereMaskTypes } from '@yushu/mask/shardingsphere';
import { describe, expect, it } from 'vitest';

/** Bytes that count up: what is random is known in advance. */
const counting = () => {
  let next = 0;
  return (length: number) => {
    next += length;
    return Uint8Array.from({ length }, (_, index) => (next + index) & 255);
  };
};

describe('createShardingSphereMask', () => {
  it('has the thirteen algorithms', () => {
    expect(shardingSphereMaskTypes).toHaveLength(13);
  });

  it.each([
    ['TELEPHONE_RANDOM_REPLACE', {}, '13800138000', /^138[0-9]{8}$/],
    ['TELEPHONE_RANDOM_REPLACE', { 'network-numbers': '1380' }, '13800138000', /^1380[0-9]{7}$/],
    [
      'PERSONAL_IDENTITY_NUMBER_RANDOM_REPLACE',
      { 'alpha-two-country-area-code': 'CN' },
      '372525199512121234',
      /^37252519951212[0-9]{3}4$/,
    ],
    [
      'MILITARY_IDENTITY_NUMBER_RANDOM_REPLACE',
      { 'type-codes': '军,人' },
      '军字第1234567号',
      /^[军人]字第[0-9]{7}号$/,
    ],
    [
      'LANDLINE_NUMBER_RANDOM_REPLACE',
      { 'landline-numbers': '025,027' },
      '0251234567',
      /^02[57][0-9]{7}$/,
    ],
    [
      'UNIFIED_CREDIT_CODE_RANDOM_REPLACE',
      {
        'registration-department-codes': '9',
        'category-codes': '1,2',
        'administrative-division-codes': '330102',
      },
      '91350100M000100Y43',
      /^9[12]330102[0-9A-Y]{10}$/,
    ],
    ['GENERIC_TABLE_RANDOM_REPLACE', {}, 'aB1!', /^[a-z][A-Z][0-9][~!@#$%^&*:<>|]$/],
  ] as const)('%s', (type, props, value, shape) => {
    const masked = createShardingSphereMask(type, props, counting()).apply(value);
    expect(masked).toMatch(shape);
    expect(masked).not.toBe(value);
    expect(createShardingSphereMask(type, props).apply(null)).toBeNull();
  });

  it('refuses unknown algorithms, missing properties and what is no text', () => {
    for (const call of [
      () => createShardingSphereMask('toString' as 'MD5', {}),
      () => createShardingSphereMask('UNIFIED_CREDIT_CODE_RANDOM_REPLACE', {}),
      () => createShardingSphereMask('LANDLINE_NUMBER_RANDOM_REPLACE', { 'landline-numbers': ',' }),
      () =>
        createShardingSphereMask('MASK_FROM_X_TO_Y', {
          'from-x': 1,
          'to-y': 2,
          'replace-char': '**',
        }),
    ]) {
      expect(call).toThrow(expect.objectContaining({ code: 'ERR_MASK_OPTIONS' }));
    }
    expect(() => createShardingSphereMask('MD5', {}).apply(1 as unknown as string)).toThrow(
      expect.objectContaining({ code: 'ERR_MASK_VALUE' }),
    );
  });
});
