import { createKeyProvider, createPrf } from '@yushu/encrypt';
import { generateGmKeyset, gmKeyTypes } from '@yushu/encrypt/gm';
import { hmacSm3 } from '@yushu/gm/sm3';
import {
  createDateShift,
  createDictionaryReplacement,
  createPseudonym,
  createSyntheticReplacement,
} from '@yushu/mask';
import { expect, it } from 'vitest';

const place = { tenant: 'a', table: 'customers', column: 'phone', row: '7' };

it('makes pseudonyms by HMAC-SM3: those of its definition, per tenant, field and version', () => {
  const key = new Uint8Array(32).fill(7);
  const asked: Uint8Array[] = [];
  const prf = {
    keyId: 'sm3',
    compute(input: Uint8Array, length: number) {
      asked.push(input);
      return hmacSm3(key, input).slice(0, length);
    },
  };
  const pseudonym = createPseudonym({ prf });
  const made = pseudonym.apply('13800138000', place);
  expect(made).toBe(
    `yps1.${Buffer.from(hmacSm3(key, asked[0]!).slice(0, 16)).toString('base64url')}`,
  );
  const others = [
    createPseudonym({ prf }).apply('13800138000', { ...place, tenant: 'b' }),
    createPseudonym({ prf, version: 2 }).apply('13800138000', place),
    createPseudonym({ prf, field: 'phone' }).apply('13800138000', place),
  ];
  expect(new Set([made, ...others]).size).toBe(4);
});

it('takes a keyset of HMAC-SM3 for whatever takes a key', async () => {
  const keyset = generateGmKeyset('HMAC_SM3_PRF');
  const prf = createPrf(keyset, { keyTypes: gmKeyTypes });
  const provided = await createKeyProvider({ ids: keyset }, { keyTypes: gmKeyTypes }).prf('ids');
  const pseudonym = createPseudonym({ prf }).apply('13800138000', place);
  expect(createPseudonym({ prf: provided }).apply('13800138000', place)).toBe(pseudonym);
  expect(createSyntheticReplacement({ form: 'phone', prf }).apply('x', place)).toMatch(/^1\d{10}$/);
  expect(createDateShift({ prf }).apply('2024-03-07', place)).toMatch(/^\d{4}-\d\d-\d\d$/);
  expect(createDictionaryReplacement({ prf, values: ['a', 'b'] }).apply('x', place)).toMatch(/a|b/);
});
