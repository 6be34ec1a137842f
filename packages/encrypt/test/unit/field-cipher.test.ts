import { isDataSecurityError } from '@yushu/core';
import { createAead, createFieldCipher, fieldAssociatedData, generateKeyset } from '@yushu/encrypt';
import { describe, expect, it } from 'vitest';

const cipher = createFieldCipher(createAead(generateKeyset('AES256_GCM')));
const place = { table: 'customers', column: 'phone', row: '42' };

describe('field cipher', () => {
  it('gives back what was sealed, with its type', () => {
    const values = [
      '13800138000',
      '',
      '张三🙂',
      'half \ud83d of it',
      0,
      -0,
      Number.NaN,
      Number.POSITIVE_INFINITY,
      -1.5e300,
      0n,
      2n ** 200n + 7n,
      -(2n ** 64n),
      true,
      false,
      null,
      new Date('2026-11-23T01:02:03.004Z'),
      new Date(Number.NaN),
      Uint8Array.of(),
      Uint8Array.of(0, 255, 1),
      { a: [1, null, { b: '🙂' }], c: -0 },
      [],
    ];
    for (const value of values) {
      const sealed = cipher.seal(value, place);
      expect(sealed).toMatch(/^ysk1\.A[\w-]+$/);
      expect(cipher.open(sealed, place)).toStrictEqual(value);
      expect(cipher.openBytes(cipher.sealBytes(value, place), place)).toStrictEqual(value);
    }
  });

  it('seals a label with the value', () => {
    const sealed = cipher.seal('13800138000', place, { label: 'contact.phone' });
    expect(cipher.openLabelled(sealed, place)).toStrictEqual({
      value: '13800138000',
      label: 'contact.phone',
    });
    expect(cipher.open(sealed, place)).toBe('13800138000');
    expect(cipher.openLabelled(cipher.seal(1, place), place).label).toBeUndefined();
    expect(() => cipher.seal(1, place, { label: 'x'.repeat(256) })).toThrow(/255/);
  });

  it('seals a row at once', () => {
    const row = JSON.parse('{"name":"张三","age":41,"__proto__":"own"}') as Record<string, string>;
    const context = { table: 'customers', row: '42' };
    const sealed = cipher.sealRow(row, context);
    expect(cipher.openRow(sealed, context)).toStrictEqual(row);
    expect(Object.keys(cipher.openRow(sealed, context))).toContain('__proto__');
  });

  it('does not take a row for a field, or a field for a row', () => {
    const row = cipher.sealRow({ a: 1 }, place);
    const field = cipher.seal(1, place);
    for (const attempt of [() => cipher.open(row, place), () => cipher.openRow(field, place)]) {
      expect(attempt).toThrow(expect.objectContaining({ code: 'ERR_ENCRYPT_OPEN' }));
    }
  });

  it('refuses what it would lose', () => {
    const cyclic: Record<string, unknown> = {};
    cyclic['self'] = cyclic;
    const lossy: unknown[] = [
      undefined,
      () => 1,
      Symbol('x'),
      { a: undefined },
      [Number.NaN],
      { a: new Date() },
      { a: 1n },
      new Array(1),
      new Map(),
      cyclic,
      { [Symbol('x')]: 1 },
    ];
    for (const value of lossy) {
      expect(() => cipher.seal(value as string, place)).toThrow(
        expect.objectContaining({ code: 'ERR_ENCRYPT_VALUE' }),
      );
    }
    // The next value is not touched by what failed before.
    expect(cipher.open(cipher.seal('x', place), place)).toBe('x');
  });

  it('refuses contexts that two places could share', () => {
    for (const context of [
      { row: 42 as unknown as string },
      { row: '\ud83d' },
      { part: -1 },
      { part: 1.5 },
      { part: 2 ** 32 },
    ]) {
      expect(() => cipher.seal('x', context)).toThrow(
        expect.objectContaining({ code: 'ERR_ENCRYPT_CONTEXT' }),
      );
    }
  });

  it('has the associated data that its documentation describes', () => {
    const hex = Buffer.from(fieldAssociatedData({ column: 'é', part: 7 })).toString('hex');
    expect(hex).toBe(
      `${Buffer.from('yushu.field.v1').toString('hex')}0300000002c3a9050000000400000007`,
    );
  });

  it('opens only the exact text', () => {
    const sealed = cipher.seal('x', place);
    for (const text of [
      sealed.slice(1),
      ` ${sealed}`,
      `${sealed}=`,
      `${sealed}\n`,
      sealed.replace('ysk1', 'YSK1'),
      sealed.slice(0, -1),
      'ysk1.',
      '',
      42 as unknown as string,
    ]) {
      try {
        cipher.open(text, place);
        expect.unreachable();
      } catch (error) {
        expect(isDataSecurityError(error, 'ERR_ENCRYPT_OPEN')).toBe(true);
      }
    }
  });
});
