import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { logNormalTail, tailProbability } from '../../src/code/tail-probability.ts';
import { createBlockCipher } from '../../src/keys/create-block-cipher.ts';
import type { CarrierSpec } from '../../src/marks/carrier-spec.ts';
import { CellHash } from '../../src/marks/cell-hash.ts';
import { createCarrier } from '../../src/marks/create-carrier.ts';

const decimal = fc
  .tuple(fc.integer({ min: -1_000_000_000, max: 1_000_000_000 }), fc.integer({ min: 0, max: 4 }))
  .map(([units, decimals]) => (units / 10 ** decimals).toFixed(decimals));
const instant = fc
  .date({ min: new Date('1900-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString());

const kinds: readonly (readonly [string, CarrierSpec, fc.Arbitrary<string>])[] = [
  ['numbers', { kind: 'number', decimals: 4, step: 1 }, decimal],
  ['numbers of five bits', { kind: 'number', decimals: 2, step: 1, bits: 5 }, decimal],
  [
    'numbers of three bits in steps and a range',
    { kind: 'number', decimals: 1, step: 10, bits: 3, min: -900, max: 900 },
    fc.integer({ min: -10_000, max: 10_000 }).map((tenths) => (tenths / 10).toFixed(1)),
  ],
  ['numbers in steps', { kind: 'number', decimals: 0, step: 10 }, decimal],
  [
    'numbers in a range',
    { kind: 'number', decimals: 2, step: 1, min: -5, max: 5 },
    fc.oneof(
      decimal,
      fc.double({ min: -6, max: 6, noNaN: true }).map((x) => x.toFixed(2)),
    ),
  ],
  ['days', { kind: 'time', unit: 'day' }, instant],
  ['minutes', { kind: 'time', unit: 'minute' }, instant],
  ['seconds', { kind: 'time', unit: 'second' }, instant],
  ['fractions', { kind: 'time', unit: 'fraction' }, instant],
  [
    'categories',
    {
      kind: 'pairs',
      pairs: [
        ['a', 'b'],
        ['c', 'd'],
      ],
    },
    fc.constantFrom('a', 'b', 'c', 'd', 'e'),
  ],
  [
    'spellings',
    {
      kind: 'swaps',
      swaps: [
        ['Street', 'St.'],
        ['有限公司', '有限责任公司'],
      ],
    },
    fc
      .array(fc.constantFrom('Street', 'St.', ' ', 'Main', '有限公司', '有限责任公司', 'St'), {
        maxLength: 5,
      })
      .map((parts) => parts.join('')),
  ],
  [
    'card numbers',
    { kind: 'check-digit', scheme: 'luhn' },
    fc.constantFrom(
      '4111111111111111',
      '5500005555555559',
      '4111111111111112',
      '6222021234567890128',
    ),
  ],
  [
    'resident ids',
    { kind: 'check-digit', scheme: 'resident-id' },
    fc.constantFrom('11010519491231002X', '110105194912310021', '440524188001010014'),
  ],
  [
    'JSON',
    { kind: 'json', pointer: '/a/0', value: { kind: 'number', decimals: 0, step: 1 } },
    fc.oneof(
      fc.integer().map((x) => JSON.stringify({ a: [x, 'y'], b: null })),
      fc.json(),
    ),
  ],
];

describe.each(kinds)('a carrier of %s', (_, spec, cells) => {
  it('writes every symbol into a cell and takes it back, and what is coarse stays', () => {
    const carrier = createCarrier(spec);
    fc.assert(
      fc.property(cells, (cell) => {
        const mark = carrier.read(cell);
        if (mark === undefined) return;
        for (let symbol = 0; symbol < 2 ** carrier.depth; symbol += 1) {
          const written = carrier.write(cell, symbol);
          expect(carrier.read(written)).toMatchObject({ coarse: mark.coarse, symbol });
          expect(carrier.read(carrier.write(written, mark.symbol))).toMatchObject({
            coarse: mark.coarse,
            symbol: mark.symbol,
          });
        }
      }),
      { numRuns: 500 },
    );
  });

  it('reads any text without an error', () => {
    const carrier = createCarrier(spec);
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (cell) => void carrier.read(cell)));
  });
});

describe('the hash of cells', () => {
  it('is that of plain big integers', () => {
    const hash = new CellHash(new Uint8Array(32), 0);
    const { keys } = hash as unknown as { keys: Uint32Array };
    const prime = 4_294_967_291n;
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 96 }).filter((text) => text.length <= 96),
        (text) => {
          hash.text(text);
          let sum = BigInt(keys[0]!) + BigInt(text.length) * BigInt(keys[1]!);
          for (let at = 0; at < text.length; at += 1)
            sum += BigInt(text.charCodeAt(at) + 1) * BigInt(keys[at + 4]!);
          expect(BigInt(hash.first)).toBe(sum % prime);
        },
      ),
    );
  });
});

describe('the block cipher', () => {
  it('is the same in JavaScript as in the platform', () => {
    const key = new Uint8Array(32).fill(3);
    const blocks = Uint8Array.from({ length: 64 }, (_, at) => at);
    expect([...createBlockCipher(key, false)(blocks)]).toEqual([...createBlockCipher(key)(blocks)]);
  });
});

describe('the tail of scores', () => {
  const exact = (n: number, p: number, one: number, zero: number, score: number) => {
    let sum = 0;
    let term = (1 - p) ** n;
    for (let k = 0; k <= n; k += 1) {
      if (k * one + (n - k) * zero >= score - 1e-9) sum += term;
      term *= ((n - k) / (k + 1)) * (p / (1 - p));
    }
    return sum;
  };

  it('is never below the exact one', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 60 }),
        fc.integer({ min: 1, max: 15 }),
        fc.double({ min: 0.01, max: 1 }),
        (n, sixteenths, share) => {
          const p = sixteenths / 16;
          const [one, zero] = [Math.sqrt((1 - p) / p), -Math.sqrt(p / (1 - p))];
          const score = n * zero + share * n * (one - zero);
          const { logBound } = tailProbability([{ count: n, bias: p, one, zero }], score);
          expect(Math.exp(logBound)).toBeGreaterThanOrEqual(
            exact(n, p, one, zero, score) * (1 - 1e-9),
          );
        },
      ),
      { numRuns: 300 },
    );
  });

  it.each([
    [0, 0.5],
    [1.959963984540054, 0.025],
    [6, 9.865876450376981e-10],
    [10, 7.61985302416047e-24],
    [-1, 0.8413447460685429],
  ])('of the normal distribution at %d', (z, wanted) => {
    expect(Math.exp(logNormalTail(z)) / wanted).toBeCloseTo(1, 9);
  });
});
