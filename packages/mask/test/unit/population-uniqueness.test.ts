import { estimatePopulationUniqueness } from '@yushu/mask/risk';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { digamma, logGamma, trigamma } from '../../src/risk/population/polygamma.ts';

const optionsError = expect.objectContaining({ code: 'ERR_MASK_OPTIONS' });
const histogram = new Map([
  [1, 520],
  [2, 160],
  [3, 40],
  [8, 5],
]);
const estimators = ['pitman', 'zayatz', 'negative-binomial', 'by-sample'] as const;

/** A small generator of numbers from 0 to 1, the same each time. */
const createRandom = () => {
  let state = 42;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
};

describe('estimatePopulationUniqueness', () => {
  it.each<unknown>([
    { classesBySize: {}, populationSize: 100 },
    { classesBySize: histogram, populationSize: 10 },
    { classesBySize: histogram },
    { classesBySize: new Map([[0, 1]]), populationSize: 10 },
    { classesBySize: new Map([[1, -1]]), populationSize: 10 },
    { classesBySize: histogram, populationSize: 10_000, estimator: 'guess' },
  ])('refuses %#', (options) => {
    expect(() => estimatePopulationUniqueness(options as never)).toThrow(optionsError);
  });

  it('is 0 where nobody is alone in the sample', () => {
    for (const estimator of estimators) {
      const classesBySize = new Map([[2, 10]]);
      expect(estimatePopulationUniqueness({ classesBySize, populationSize: 1000, estimator })).toBe(
        0,
      );
    }
  });

  it('is a part, and less the larger the population is', () => {
    const histograms = fc.array(
      fc.tuple(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 1, max: 500 })),
      {
        minLength: 1,
        maxLength: 12,
      },
    );
    fc.assert(
      fc.property(histograms, fc.constantFrom('pitman', 'zayatz'), (entries, estimator) => {
        const classesBySize = new Map(entries);
        const rows = [...classesBySize].reduce((sum, [size, count]) => sum + size * count, 0);
        const parts = [2, 20, 2000].map((times) =>
          estimatePopulationUniqueness({ classesBySize, populationSize: rows * times, estimator }),
        );
        for (const part of parts) {
          if (part === undefined) return;
          expect(part).toBeGreaterThanOrEqual(0);
          expect(part).toBeLessThanOrEqual(1);
        }
        expect(parts[1]!).toBeLessThanOrEqual(parts[0]! + 1e-9);
        expect(parts[2]!).toBeLessThanOrEqual(parts[1]! + 1e-9);
      }),
      { numRuns: 200 },
    );
  });

  // How many classes there are is itself estimated (Shlosser), so that this is no closer.
  it('comes near what a negative binomial population was made with', () => {
    // Geometric sizes: one more than a negative binomial with exponent 1 and b = 0.4. A class is alone with probability b.
    const random = createRandom();
    const b = 0.4;
    const sampled = new Map<number, number>();
    let population = 0;
    let alone = 0;
    for (let index = 0; index < 40_000; index += 1) {
      let size = 1;
      while (random() > b) size += 1;
      population += size;
      if (size === 1) alone += 1;
      let seen = 0;
      for (let person = 0; person < size; person += 1) seen += random() < 0.3 ? 1 : 0;
      if (seen > 0) sampled.set(seen, (sampled.get(seen) ?? 0) + 1);
    }
    const estimate = estimatePopulationUniqueness({
      classesBySize: sampled,
      populationSize: population,
      estimator: 'negative-binomial',
    })!;
    expect(estimate / (alone / population)).toBeGreaterThan(2 / 3);
    expect(estimate / (alone / population)).toBeLessThan(1.5);
  });
});

describe('polygamma', () => {
  it('has the values of the tables, and the recurrences', () => {
    expect(digamma(1)).toBeCloseTo(-0.577_215_664_901_532_9, 12);
    expect(trigamma(1)).toBeCloseTo(Math.PI ** 2 / 6, 12);
    expect(logGamma(0.5)).toBeCloseTo(Math.log(Math.PI) / 2, 12);
    for (const x of [0.001, 0.3, 1.7, 9.99, 123.4, 1e6]) {
      expect(digamma(x + 1) - digamma(x)).toBeCloseTo(1 / x, 9);
      expect((trigamma(x) - trigamma(x + 1)) * x * x).toBeCloseTo(1, 3);
      expect(logGamma(x + 1) - logGamma(x)).toBeCloseTo(Math.log(x), 7);
    }
  });
});
