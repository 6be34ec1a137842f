import { type AnonymiserOptions, createAnonymiser } from '@yushu/mask/anonymise';
import { describe, expect, it } from 'vitest';
import { deriveSamplingPrivacy } from '../../src/anonymise/models/sampling-privacy.ts';

const optionsError = expect.objectContaining({ code: 'ERR_MASK_OPTIONS' });

const options: AnonymiserOptions = {
  quasiIdentifiers: { age: { type: 'intervals', widths: [10, 20] } },
  levels: { age: [1, 1] },
  models: [{ model: 'differential-privacy', epsilon: 1, delta: 1e-4 }],
};

describe('differential privacy', () => {
  it.each<[string, Partial<AnonymiserOptions>]>([
    ['levels that are searched', { levels: { age: [0, 1] } }],
    ['no levels', { levels: {} }],
    ['a hierarchy after the data', { quasiIdentifiers: { age: 'auto' } }],
    ['local recoding', { localRecoding: true }],
    ['another model beside it', { models: [...options.models, { model: 'k-anonymity', k: 2 }] }],
    ['no budget', { models: [{ model: 'differential-privacy', epsilon: 0, delta: 1e-4 }] }],
    [
      'too large a budget',
      { models: [{ model: 'differential-privacy', epsilon: 6, delta: 1e-4 }] },
    ],
    ['a delta of 1', { models: [{ model: 'differential-privacy', epsilon: 1, delta: 1 }] }],
    ['a delta of 0', { models: [{ model: 'differential-privacy', epsilon: 1, delta: 0 }] }],
  ])('refuses %s', (_, change) => {
    expect(() => createAnonymiser({ ...options, ...change })).toThrow(optionsError);
  });

  it('releases rows that were taken, in classes that are large enough, and no others', () => {
    const anonymiser = createAnonymiser(options);
    const rows = Array.from({ length: 3000 }, (_, at) => ({ age: at % 37, id: at }));
    for (const row of rows) anonymiser.add(row);
    const solution = anonymiser.solve();
    const { rate, k } = deriveSamplingPrivacy(1, 1e-4);
    // Six standard deviations.
    const spread = 6 * Math.sqrt(3000 * rate * (1 - rate));
    expect(Math.abs(solution.rows - 3000 * rate)).toBeLessThan(spread);
    const released = rows.map((row, at) => solution.apply(row, at + 1));
    const counts = new Map<unknown, number>();
    for (const row of released) {
      if (row !== undefined) counts.set(row['age'], (counts.get(row['age']) ?? 0) + 1);
    }
    for (const count of counts.values()) expect(count).toBeGreaterThanOrEqual(k);
    const out = released.filter((row) => row !== undefined).length;
    expect(out).toBe(solution.rows - solution.suppressed);
    expect(out).toBeLessThan(3000);
    expect(() => solution.apply(rows[0]!)).toThrow(optionsError);
    expect(solution.apply(rows[0]!, 3001)).toBeUndefined();
    expect(solution.apply(rows[0]!, 0)).toBeUndefined();
  });

  it('takes others each time', () => {
    const takes = () => {
      const anonymiser = createAnonymiser(options);
      for (let at = 0; at < 2000; at += 1) anonymiser.add({ age: 5 });
      const solution = anonymiser.solve();
      return Array.from({ length: 2000 }, (_, at) =>
        solution.apply({ age: 5 }, at + 1) === undefined ? 0 : 1,
      ).join('');
    };
    expect(takes()).not.toBe(takes());
  });

  it('asks for the rows that exact sums ask for', () => {
    // δ by definition (Bild et al. 2018, theorem 3), with big integers: rates and γ as fractions.
    const tail = (rows: number, from: number, up: bigint, of: bigint) => {
      let term = 1n;
      let sum = 0n;
      for (let heads = 0; heads <= rows; heads += 1) {
        if (heads >= from) sum += term * up ** BigInt(heads) * (of - up) ** BigInt(rows - heads);
        term = (term * BigInt(rows - heads)) / BigInt(heads + 1);
      }
      return Number((sum * 10n ** 40n) / of ** BigInt(rows)) / 1e40;
    };
    // ε = ln 2: rate 1/2, γ 3/4. ε = ln 3: rate 2/3, γ 8/9.
    for (const [epsilon, up, of, over, under] of [
      [Math.LN2, 1n, 2n, 3, 4],
      [Math.log(3), 2n, 3n, 8, 9],
    ] as const) {
      for (const delta of [1e-3, 1e-5, 1e-7]) {
        const { k } = deriveSamplingPrivacy(epsilon, delta);
        const worst = (least: number) => {
          let most = 0;
          for (
            let rows = Math.max(1, Math.ceil((least * under) / over - 1));
            rows < 400;
            rows += 1
          ) {
            const from = Math.ceil((rows * over) / under);
            most = Math.max(most, tail(rows, from, up, of));
          }
          return most;
        };
        expect(worst(k - 1)).toBeLessThan(delta);
        expect(worst(k - 2)).toBeGreaterThanOrEqual(delta);
      }
    }
  });
});
