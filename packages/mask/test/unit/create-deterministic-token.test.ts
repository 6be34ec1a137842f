import { createAead, createDeterministicAead, generateKeyset } from '@yushu/encrypt';
import { createDeterministicToken } from '@yushu/mask';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const aead = createDeterministicAead(generateKeyset('AES256_SIV'));
const place = { tenant: 'a', table: 'customers', column: 'phone', row: '1' };
const token = createDeterministicToken({ aead });
const refused = expect.objectContaining({ code: 'ERR_MASK_TOKEN' });

describe('createDeterministicToken', () => {
  it('gives the same token for the same value, whatever the row, and turns it back', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string(), (value, row) => {
        const hidden = token.apply(value, place);
        expect(hidden).toMatch(/^yds1\.[\w-]+$/);
        expect(token.apply(value, { ...place, row })).toBe(hidden);
        expect(token.reveal(hidden, { ...place, row })).toBe(value);
      }),
    );
    expect(token.keyId).toBe(aead.keyId);
  });

  it('gives other tokens in another tenant, table, column, field, version and under another key, and turns none of them back', () => {
    const others = [
      [token, { ...place, tenant: 'b' }],
      [token, { ...place, table: 'orders' }],
      [token, { ...place, column: 'mobile' }],
      [token, { table: place.table, column: place.column }],
      [createDeterministicToken({ aead, field: 'phone' }), place],
      [createDeterministicToken({ aead, version: 2 }), place],
      [
        createDeterministicToken({ aead: createDeterministicAead(generateKeyset('AES256_SIV')) }),
        place,
      ],
    ] as const;
    const hidden = token.apply('13800138000', place);
    const bodies = new Set([hidden.replace(/^yds\d\./, '')]);
    for (const [other, at] of others) {
      bodies.add(other.apply('13800138000', at).replace(/^yds\d\./, ''));
      expect(() => other.reveal(hidden, at)).toThrow(refused);
    }
    expect(bodies.size).toBe(others.length + 1);
  });

  it('joins tables by a field, not tenants', () => {
    const field = createDeterministicToken({ aead, field: 'phone' });
    const hidden = field.apply('1', place);
    expect(field.apply('1', { tenant: 'a', table: 'orders', column: 'tel' })).toBe(hidden);
    expect(field.apply('1', { ...place, tenant: 'b' })).not.toBe(hidden);
  });

  it('refuses every token that was changed', () => {
    const hidden = token.apply('13800138000', place);
    const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
    for (let at = 0; at < hidden.length; at += 1) {
      for (const character of [...alphabet].filter((_, index) => index % 7 === at % 7)) {
        const changed = hidden.slice(0, at) + character + hidden.slice(at + 1);
        if (changed !== hidden) expect(() => token.reveal(changed, place)).toThrow(refused);
      }
      expect(() => token.reveal(hidden.slice(0, at), place)).toThrow(refused);
    }
    for (const other of [
      '',
      'yds1.',
      'yds1.é',
      `${hidden}A`,
      `${hidden}=`,
      ` ${hidden}`,
      null,
      7,
      {},
    ]) {
      expect(() => token.reveal(other as string, place)).toThrow(refused);
    }
  });

  it('refuses encryption that is not deterministic, and other bad options', () => {
    for (const options of [
      undefined,
      {},
      { aead: createAead(generateKeyset('AES256_GCM')) },
      { aead, field: '' },
      { aead, version: 0 },
    ]) {
      expect(() => createDeterministicToken(options as never)).toThrow(
        expect.objectContaining({ code: 'ERR_MASK_OPTIONS' }),
      );
    }
  });
});
