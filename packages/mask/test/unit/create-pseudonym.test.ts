import { createHmac } from 'node:crypto';
import type { Prf } from '@yushu/core';
import { createPseudonym } from '@yushu/mask';
import { describe, expect, it } from 'vitest';

const prfOf = (seed: number): Prf => ({
  keyId: `key-${seed}`,
  compute: (input, length) =>
    new Uint8Array(createHmac('sha256', Buffer.alloc(32, seed)).update(input).digest()).slice(
      0,
      length,
    ),
});
const prf = prfOf(1);
const place = { tenant: 'a', table: 'customers', column: 'phone' };

describe('createPseudonym', () => {
  it('is the same for equal values of one field, whatever the row', () => {
    const pseudonym = createPseudonym({ prf });
    const first = pseudonym.apply('13800138000', { ...place, row: '1' });
    expect(first).toMatch(/^yps1\.[\w-]{22}$/);
    expect(pseudonym.apply('13800138000', { ...place, row: '2', part: 1 })).toBe(first);
    expect(pseudonym.apply('13800138001', place)).not.toBe(first);
  });

  it('is computed as the documentation says', () => {
    const part = (text: string) => {
      const bytes = Buffer.from(text);
      const length = Buffer.alloc(4);
      length.writeUInt32BE(bytes.length);
      return Buffer.concat([Buffer.of(1), length, bytes]);
    };
    const input = Buffer.concat([
      Buffer.from('yushu/pseudonym/1'),
      Buffer.of(6),
      ...['1', 'place', 'a', 'customers', 'phone', '13800138000'].map(part),
    ]);
    const expected = createHmac('sha256', Buffer.alloc(32, 1)).update(input).digest();
    expect(createPseudonym({ prf }).apply('13800138000', place)).toBe(
      `yps1.${expected.subarray(0, 16).toString('base64url')}`,
    );
  });

  it('differs by tenant, table, column, version and key', () => {
    const all = [
      createPseudonym({ prf }).apply('v', place),
      createPseudonym({ prf }).apply('v', { ...place, tenant: 'b' }),
      createPseudonym({ prf }).apply('v', { ...place, table: 'orders' }),
      createPseudonym({ prf }).apply('v', { ...place, column: 'fax' }),
      createPseudonym({ prf }).apply('v', { tenant: 'a', table: 'customers' }),
      createPseudonym({ prf }).apply('v', { ...place, tenant: '' }),
      createPseudonym({ prf }).apply('v', { table: 'customers', column: 'phone' }),
      createPseudonym({ prf, version: 2 }).apply('v', place),
      createPseudonym({ prf: prfOf(2) }).apply('v', place),
      createPseudonym({ prf, field: 'phone' }).apply('v', place),
    ].map((pseudonym) => pseudonym.slice(pseudonym.indexOf('.')));
    expect(new Set(all).size).toBe(all.length);
  });

  it('joins tables where a field is named, but never tenants', () => {
    const pseudonym = createPseudonym({ prf, field: 'phone' });
    const orders = { tenant: 'a', table: 'orders', column: 'tel' };
    expect(pseudonym.apply('v', orders)).toBe(pseudonym.apply('v', place));
    expect(pseudonym.apply('v', { ...orders, tenant: 'b' })).not.toBe(pseudonym.apply('v', place));
  });

  it('tells texts apart that UTF-8 would make one', () => {
    const pseudonym = createPseudonym({ prf });
    const all = ['\ud800', '\ud801', '\ufffd', ''].map((text) => pseudonym.apply(text, place));
    expect(new Set(all).size).toBe(4);
  });

  it('says its key and version, never its key bytes', () => {
    const pseudonym = createPseudonym({ prf, version: 3, bytes: 32 });
    expect(pseudonym.name).toBe('pseudonym(v3)');
    expect(pseudonym.keyId).toBe('key-1');
    expect(pseudonym.apply('v', place)).toMatch(/^yps3\.[\w-]{43}$/);
  });

  it.each([
    [{}],
    [{ prf: {} }],
    [{ prf, field: '' }],
    [{ prf, version: 0 }],
    [{ prf, bytes: 11 }],
    [{ prf, bytes: 33 }],
  ])('refuses bad options %#', (options) => {
    expect(() => createPseudonym(options as { prf: Prf })).toThrow(
      expect.objectContaining({ code: 'ERR_MASK_OPTIONS' }),
    );
  });

  it('refuses what is no string', () => {
    expect(() => createPseudonym({ prf }).apply(undefined as unknown as string, place)).toThrow(
      expect.objectContaining({ code: 'ERR_MASK_VALUE' }),
    );
  });
});
