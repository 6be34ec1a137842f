import { createAead, createFieldCipher, createPrf, generateKeyset } from '@yushu/encrypt';
import { insecureReadKeyset } from '@yushu/encrypt/insecure';
import { createMemoryRowStore } from '@yushu/encrypt/rotation';
import {
  type BlindIndexOptions,
  backFillIndexes,
  createBlindIndex,
  normalizers,
  planBlindIndex,
  suggestBlindIndex,
} from '@yushu/encrypt/search';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

// A fixed key, so that what is counted below is the same in every run.
const prf = createPrf(
  insecureReadKeyset(
    JSON.stringify({
      primaryKeyId: 1,
      key: [
        {
          keyData: {
            typeUrl: 'type.googleapis.com/google.crypto.tink.HmacPrfKey',
            value: Buffer.concat([
              Buffer.from('12020803', 'hex'),
              Buffer.from('1a20', 'hex'),
              Buffer.alloc(32, 7),
            ]).toString('base64'),
            keyMaterialType: 'SYMMETRIC',
          },
          status: 'ENABLED',
          keyId: 1,
          outputPrefixType: 'RAW',
        },
      ],
    }),
  ),
);
const index = (options: Partial<BlindIndexOptions> = {}) =>
  createBlindIndex({ prf, name: 'customers.phone', bits: 64, ...options });
const one = (options: Partial<BlindIndexOptions>, value: string) =>
  index(options).tokensOf(value)[0];

describe('createBlindIndex', () => {
  it('finds what the normalizer makes the same', () => {
    const phones = index({ normalize: normalizers.digits });
    expect(phones.tokensOf('138-0013-8000')).toEqual(phones.tokensFor('１３８００１３８０００'));
    expect(one({ normalize: normalizers.caseless }, ' Bob ')).toBe(
      one({ normalize: normalizers.caseless }, 'BOB'),
    );
    expect(one({}, 'Bob')).not.toBe(one({}, 'bob'));
    expect(one({ normalize: normalizers.residentId }, '11010119900307 005x')).toBe(
      one({ normalize: normalizers.residentId }, '11010119900307005X'),
    );
  });

  it('has other tokens for another name, version, tenant, key or kind', () => {
    const other = createPrf(generateKeyset('HMAC_SHA256_PRF'));
    const tokens = [
      one({}, 'x'),
      one({ name: 'customers.mobile' }, 'x'),
      one({ version: 2 }, 'x')?.slice(1),
      one({ tenant: '' }, 'x'),
      one({ tenant: 'a' }, 'x'),
      one({ prf: other }, 'x'),
      one({ index: { kind: 'prefix', lengths: [1] } }, 'x'),
      one({ index: { kind: 'suffix', lengths: [1] } }, 'x'),
      one({ index: { kind: 'ngram', size: 1 } }, 'x'),
    ];
    expect(new Set(tokens.map((token) => token?.replace(/^\d+\./, ''))).size).toBe(tokens.length);
  });

  it('keeps so many bits and no more', () => {
    for (let bits = 1; bits <= 256; bits += 1) {
      const token = Buffer.from(one({ bits }, 'value')?.slice(2) ?? '', 'base64url');
      expect(token.length).toBe(Math.ceil(bits / 8));
      const spare = token.length * 8 - bits;
      expect((token.at(-1) ?? 0) & ((1 << spare) - 1)).toBe(0);
    }
    const seen = new Set(Array.from({ length: 200 }, (_, i) => one({ bits: 3 }, String(i))));
    expect(seen.size).toBe(8);
  });

  it('takes compound values, part by part', () => {
    const both = index({ name: 'name+city' });
    const tokens = [
      ['ab', 'c'],
      ['a', 'bc'],
      ['abc', ''],
      ['', 'abc'],
      ['ab', 'c', ''],
    ].map((parts) => both.tokensOf(parts)[0]);
    expect(new Set(tokens).size).toBe(tokens.length);
    expect(both.tokensFor(['ab', 'c'])[0]).toBe(tokens[0]);
    expect(() => index({ index: { kind: 'ngram', size: 2 } }).tokensOf(['a', 'b'])).toThrow(
      /compound/,
    );
  });

  it('finds by beginning, end and inside, in characters', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 12 }),
        fc.nat(11),
        fc.integer({ min: 1, max: 6 }),
        (text, at, length) => {
          const value = normalizers.text(text);
          const characters = [...value];
          const stored = {
            prefix: index({ index: { kind: 'prefix', lengths: [1, 2, 4] } }),
            suffix: index({ index: { kind: 'suffix', lengths: [1, 2, 4] } }),
            ngram: index({ index: { kind: 'ngram', size: 2 } }),
          };
          const found = (kind: keyof typeof stored, query: string) => {
            const tokens = new Set(stored[kind].tokensOf(value));
            return stored[kind].tokensFor(query).every((token) => tokens.has(token));
          };
          const head = characters.slice(0, length).join('');
          const tail = characters.slice(-length).join('');
          const middle = characters.slice(at, at + length).join('');
          fc.pre([head, tail, middle].every((query) => normalizers.text(query) === query));
          expect(found('prefix', head)).toBe(true);
          expect(found('suffix', tail)).toBe(true);
          expect(found('ngram', middle)).toBe(true);
        },
      ),
    );
    const names = index({ index: { kind: 'ngram', size: 2 } });
    expect(names.tokensFor('张三丰')).toHaveLength(2);
    const begins = index({ index: { kind: 'prefix', lengths: [3, 7] } });
    expect(begins.tokensOf('13800138000')).toHaveLength(2);
    expect(begins.tokensFor('13800138')).toHaveLength(1);
    expect(begins.tokensFor('13')).toEqual([]);
  });

  it('refuses options out of range and texts that are none', () => {
    const bad: Partial<BlindIndexOptions>[] = [
      { bits: 0 },
      { bits: 257 },
      { bits: 1.5 },
      { version: 0 },
      { name: '' },
      { index: { kind: 'prefix', lengths: [] } },
      { index: { kind: 'ngram', size: 0 } },
    ];
    for (const options of bad) {
      expect(() => index(options)).toThrow(
        expect.objectContaining({ code: 'ERR_ENCRYPT_OPTIONS' }),
      );
    }
    for (const value of ['\ud83d', 7 as unknown as string]) {
      expect(() => index({ normalize: (text) => text }).tokensOf([value])).toThrow(
        expect.objectContaining({ code: 'ERR_ENCRYPT_VALUE' }),
      );
    }
  });
});

describe('planBlindIndex', () => {
  // Values that come equally often, as the formulas assume.
  it.each([
    { distinctValues: 4000, copies: 1, bits: 8 },
    { distinctValues: 4000, copies: 3, bits: 10 },
    { distinctValues: 1000, copies: 10, bits: 6 },
    { distinctValues: 20_000, copies: 1, bits: 14 },
  ])('is right within 5 % for %o', ({ distinctValues, copies, bits }) => {
    const made = index({ bits });
    const perToken = new Map<string, number>();
    for (let value = 0; value < distinctValues; value += 1) {
      const [token = ''] = made.tokensOf(String(value));
      perToken.set(token, (perToken.get(token) ?? 0) + 1);
    }
    let inVain = 0;
    for (const values of perToken.values()) inVain += values * (values - 1) * copies;
    const plan = planBlindIndex({ rows: distinctValues * copies, distinctValues }, bits);
    const within = (measured: number, planned: number) =>
      expect(Math.abs(measured / planned - 1)).toBeLessThan(0.05);
    within(inVain / distinctValues, plan.falsePositives);
    within(perToken.size, plan.tokens);
    within(Math.log2(perToken.size), plan.leakedBits);
    within(inVain / copies / distinctValues + 1, plan.valuesPerToken);
  });

  it('holds at its ends', () => {
    const alone = planBlindIndex({ rows: 10, distinctValues: 1 }, 8);
    expect([alone.falsePositives, alone.leakedBits, alone.leakedPart]).toEqual([0, 0, 1]);
    const wide = planBlindIndex({ rows: 1e9, distinctValues: 1e9 }, 200);
    expect(wide.tokens).toBe(1e9);
    expect(wide.leakedPart).toBeCloseTo(1, 9);
    expect(() => planBlindIndex({ rows: 0, distinctValues: 1 }, 8)).toThrow(/rows/);
  });

  it('suggests the fewest bits that suffice', () => {
    for (const maxFalsePositives of [0.01, 1, 20, 1e7]) {
      const column = { rows: 1e6, distinctValues: 5e5 };
      const { bits } = suggestBlindIndex(column, { maxFalsePositives });
      expect(planBlindIndex(column, bits).falsePositives).toBeLessThanOrEqual(maxFalsePositives);
      if (bits > 1) {
        expect(planBlindIndex(column, bits - 1).falsePositives).toBeGreaterThan(maxFalsePositives);
      }
    }
  });
});

describe('backFillIndexes', () => {
  it('fills the tokens of rows that were there, and refills them for a new version', async () => {
    const cipher = createFieldCipher(createAead(generateKeyset('AES256_GCM')));
    const contextOf = (row: { id: string }, column: string) => ({ column, row: row.id });
    const rows = ['1', '2', '3'].map((id) => ({
      id,
      cells: {
        phone: id === '3' ? null : cipher.seal(`1380013800${id}`, { column: 'phone', row: id }),
        phone_index: null,
      },
    }));
    for (const version of [1, 2]) {
      const made = index({ version });
      const store = createMemoryRowStore(rows);
      const columns = [{ from: 'phone', to: 'phone_index', index: made }];
      expect(
        (await backFillIndexes(store, cipher, { columns, contextOf, batchRows: 2 })).changed,
      ).toBe(2);
      expect(store.rows().map((row) => row.cells['phone_index'])).toEqual([
        made.tokensFor('13800138001')[0],
        made.tokensFor('13800138002')[0],
        null,
      ]);
    }
  });

  it('stops at a cell that does not open', async () => {
    const cipher = createFieldCipher(createAead(generateKeyset('AES256_GCM')));
    const store = createMemoryRowStore([{ id: '1', cells: { phone: 'plain', phone_index: null } }]);
    const columns = [{ from: 'phone', to: 'phone_index', index: index() }];
    await expect(
      backFillIndexes(store, cipher, { columns, contextOf: () => ({}) }),
    ).rejects.toThrow(expect.objectContaining({ code: 'ERR_ENCRYPT_ROTATION' }));
  });
});
