import { fpeFormats } from '@yushu/core';
import { createAesBlockCipher, createFpe } from '@yushu/encrypt/fpe';
import { describe, expect, it } from 'vitest';
import { createDice, formatCases } from './fpe-formats.ts';

const key = { keyId: 'pii-1', bytes: Uint8Array.from({ length: 32 }, (_, index) => index) };
const place = { table: 'customers', column: 'x' };

/** 100,000 where YUSHU_FPE_VALUES says so. */
const count = Number(process.env['YUSHU_FPE_VALUES'] ?? 4_000);

it('knows every format of a policy', () => {
  expect(formatCases.map(({ format }) => format).sort()).toEqual([...fpeFormats].sort());
});

describe.each(formatCases)('$format', ({ format, make, isValid, keeps }) => {
  const fpe = createFpe({ format, key });

  it('gives valid, unique and reversible results', { timeout: 300_000 }, () => {
    const dice = createDice(2026);
    const values = new Set<string>();
    // Formats with few values are drawn to the end of what can be.
    for (let draw = 0; values.size < count && draw < count * 20; draw += 1) values.add(make(dice));
    const results = new Set<string>();
    let same = 0;
    for (const value of values) {
      expect(isValid(value), 'the generator').toBe(true);
      const hidden = fpe.apply(value, place);
      if (!isValid(hidden) || keeps(hidden) !== keeps(value)) {
        expect.fail(`${value} became ${hidden}`);
      }
      if (fpe.reveal(hidden, place) !== value) expect.fail(`${value} did not come back`);
      if (hidden === value) same += 1;
      results.add(hidden);
    }
    expect(results.size).toBe(values.size);
    // A permutation leaves one value as it is on average, and one of each class of values here.
    expect(same).toBeLessThan(Math.max(10, values.size / 100));
  });

  it('depends on key, tenant, table and column, and not on the row', () => {
    const dice = createDice(7);
    const values = Array.from({ length: 40 }, () => make(dice));
    const all = (other: typeof fpe, context: object) =>
      values.map((value) => other.apply(value, context)).join();
    const plain = all(fpe, place);
    expect(all(fpe, { ...place, row: '7', part: 2 })).toBe(plain);
    const others = [
      all(createFpe({ format, key: { ...key, bytes: new Uint8Array(32) } }), place),
      all(fpe, { ...place, tenant: 't' }),
      all(fpe, { ...place, table: 'orders' }),
      all(fpe, { ...place, column: 'y' }),
      all(fpe, {}),
      all(createFpe({ format, key, field: 'x' }), place),
    ];
    expect(new Set([plain, ...others]).size).toBe(others.length + 1);
  });

  it('refuses what has not the format, and says nothing of it', () => {
    for (const value of ['', 'secret-value', '😀', '\ud800', '1'.repeat(5_000), ' 13800138000']) {
      for (const call of [() => fpe.apply(value, place), () => fpe.reveal(value, place)]) {
        try {
          call();
          expect.fail('passed through');
        } catch (error) {
          const { code } = error as { code: string };
          expect(code).toMatch(/^ERR_ENCRYPT_FPE_(?:FORMAT|LENGTH)$/);
          expect(JSON.stringify(error) + String(error)).not.toMatch(/secret|138001|11111/);
        }
      }
    }
    for (const value of [null, undefined, 13800138000, {}]) {
      expect(() => fpe.apply(value as unknown as string, place)).toThrow(
        expect.objectContaining({ code: 'ERR_ENCRYPT_FPE_FORMAT' }),
      );
    }
  });
});

describe('createFpe', () => {
  it('never changes what it gives for a value: stored data must stay readable', () => {
    const results = Object.fromEntries(
      (
        [
          ['digits', '123456'],
          ['mobile', '13800138000'],
          ['bank-card', '4111111111111111'],
          ['resident-id', '11010519491231002X'],
          ['credit-code', '91350100M000100Y43'],
          ['plate', '京A12345'],
          ['email', 'zhang.san@example.com'],
          ['ipv4', '8.8.8.8'],
          ['date', '1990-03-07'],
          ['chinese-name', '张三丰'],
        ] as const
      ).map(([format, value]) => [format, createFpe({ format, key }).apply(value, place)]),
    );
    expect(results).toMatchInlineSnapshot(`
      {
        "bank-card": "4111119132918745",
        "chinese-name": "翟缬竺",
        "credit-code": "91350100TC657GYH82",
        "date": "1925-06-19",
        "digits": "719390",
        "email": "ppwnd.kan@example.com",
        "ipv4": "211.199.68.237",
        "mobile": "13805079001",
        "plate": "京A2JJ77",
        "resident-id": "110105190408253013",
      }
    `);
  });

  it('joins tables where a field is named', () => {
    const fpe = createFpe({ format: 'mobile', key, field: 'phone' });
    const hidden = fpe.apply('13800138000', { table: 'a', column: 'b' });
    expect(fpe.apply('13800138000', { table: 'c', column: 'd' })).toBe(hidden);
    expect(fpe.apply('13800138000', { tenant: 't' })).not.toBe(hidden);
  });

  it('keeps separators out of the cipher: one number in two spellings is one number', () => {
    const fpe = createFpe({ format: 'mobile', key });
    const plain = fpe.apply('13800138000', place);
    expect(fpe.apply('+86 138-0013-8000', place).replace(/\D/g, '')).toBe(`86${plain}`);
  });

  it('leaves the bank number where asked, and only the scheme otherwise', () => {
    const keep = createFpe({ format: 'bank-card', key });
    const encrypt = createFpe({ format: 'bank-card', key, bin: 'encrypt' });
    const dice = createDice(3);
    const cards = formatCases.find(({ format }) => format === 'bank-card')!;
    let moved = 0;
    for (let index = 0; index < 200; index += 1) {
      const card = cards.make(dice);
      expect(keep.apply(card, place).slice(0, 6)).toBe(card.slice(0, 6));
      const hidden = encrypt.apply(card, place);
      expect(cards.isValid(hidden)).toBe(true);
      expect(hidden.slice(0, 2)).toBe(card.slice(0, 2));
      if (hidden.slice(0, 6) !== card.slice(0, 6)) moved += 1;
      expect(encrypt.reveal(hidden, place)).toBe(card);
    }
    expect(moved).toBeGreaterThan(190);
  });

  it('refuses few digits unless asked to permute them, then exactly', () => {
    expect(() => createFpe({ format: 'digits', key }).apply('1234', place)).toThrow(
      expect.objectContaining({ code: 'ERR_ENCRYPT_FPE_DOMAIN' }),
    );
    const fpe = createFpe({ format: 'digits', key, smallDomain: 'permute' });
    const all = Array.from({ length: 10_000 }, (_, index) => String(index).padStart(4, '0'));
    const hidden = all.map((value) => fpe.apply(value, place));
    expect(new Set(hidden).size).toBe(10_000);
    expect(hidden.map((value) => fpe.reveal(value, place))).toEqual(all);
    expect(new Set(['0', '1', '2'].map((value) => fpe.apply(value, place))).size).toBe(3);
  });

  it('permutes few values evenly', () => {
    // Where the digit 0 goes, over many tweaks: each of ten places about 300 times. Beyond 5 deviations (16.4 each) is no chance.
    const fpe = createFpe({ format: 'digits', key, smallDomain: 'permute' });
    const places = Array<number>(10).fill(0);
    for (let column = 0; column < 3_000; column += 1) {
      places[Number(fpe.apply('0', { column: String(column) }))]! += 1;
    }
    for (const times of places) expect(Math.abs(times - 300)).toBeLessThan(83);
  });

  it('takes another block cipher', () => {
    const fpe = createFpe({
      format: 'date',
      key,
      blockCipher: (bytes) => createAesBlockCipher(bytes.map((byte) => byte ^ 1)),
    });
    const hidden = fpe.apply('1990-03-07', place);
    expect(hidden).not.toBe(createFpe({ format: 'date', key }).apply('1990-03-07', place));
    expect(fpe.reveal(hidden, place)).toBe('1990-03-07');
  });

  it.each([
    [{ format: 'iban' }, 'ERR_ENCRYPT_FPE_OPTIONS'],
    [{ format: 'toString' }, 'ERR_ENCRYPT_FPE_OPTIONS'],
    [{ field: '' }, 'ERR_ENCRYPT_FPE_OPTIONS'],
    [{ bin: 'drop' }, 'ERR_ENCRYPT_FPE_OPTIONS'],
    [{ smallDomain: 'allow' }, 'ERR_ENCRYPT_FPE_OPTIONS'],
    [{ key: undefined }, 'ERR_ENCRYPT_FPE_KEY'],
    [{ key: { keyId: 'k', bytes: new Uint8Array(31) } }, 'ERR_ENCRYPT_FPE_KEY'],
  ])('refuses bad options %#', (options, code) => {
    const given = { format: 'mobile', key, ...options } as Parameters<typeof createFpe>[0];
    expect(() => createFpe(given)).toThrow(expect.objectContaining({ code }));
  });
});

describe('what is near a format is refused', () => {
  it.each([
    ['mobile', '12800138000'],
    ['mobile', '138001380001'],
    ['mobile', '１３８００１３８０００'],
    ['bank-card', '4111111111111112'],
    ['bank-card', '0000000000000000'],
    ['resident-id', '110105194912310021'],
    ['resident-id', '11010519490231002X'],
    ['resident-id', '990105194912310025'],
    ['credit-code', '91350100M000100Y44'],
    ['credit-code', '91350100I000100Y43'],
    ['plate', '京I12345'],
    ['plate', '京A1234'],
    ['plate', '京AO1234'],
    ['email', 'a..b@example.com'],
    ['email', '.a@example.com'],
    ['email', 'a@b@example.com'],
    ['email', 'a@-example.com'],
    ['email', '张三@example.com'],
    ['ipv4', '1.2.3.256'],
    ['ipv4', '01.2.3.4'],
    ['date', '2023-02-29'],
    ['date', '1899-12-31'],
    ['date', '2024-01-5'],
    ['date', '2024-1/5'],
    ['chinese-name', '张'],
    ['chinese-name', '张San'],
    ['chinese-name', '·张三'],
  ] as const)('%s %s', (format, value) => {
    expect(() => createFpe({ format, key }).apply(value, place)).toThrow(
      expect.objectContaining({ code: 'ERR_ENCRYPT_FPE_FORMAT' }),
    );
  });
});
