import { type AnonymiserOptions, createAnonymiser, type PrivacyModel } from '@yushu/mask/anonymise';
import { describe, expect, it } from 'vitest';

const optionsError = expect.objectContaining({ code: 'ERR_MASK_OPTIONS' });
const terms = { publisherBenefit: 10, publisherLoss: 30, adversaryGain: 20, adversaryCost: 4 };
const values = ['a', 'a', 'a', 'a', 'a', 'a', 'b', 'b', 'b', 'c'];

const solve = (model: PrivacyModel, more: Partial<AnonymiserOptions> = {}) => {
  const anonymiser = createAnonymiser({
    quasiIdentifiers: { group: { type: 'suppression' } },
    models: [model],
    suppressionLimit: 1,
    levels: { group: [0, 0] },
    ...more,
  });
  for (const group of values) anonymiser.add({ group, sick: group === 'a' ? 'x' : 'y' });
  return anonymiser.solve();
};

describe('models', () => {
  it.each<unknown>([
    { model: 'profitability' },
    { model: 'profitability', ...terms, adversaryCost: -1 },
    { model: 'profitability', ...terms, publisherLoss: Number.NaN },
    { model: 'k-map', k: 2, estimate: {} },
    { model: 'k-map', k: 2, estimate: { populationSize: 100, significance: 0 } },
    { model: 'k-map', k: 2, estimate: { populationSize: 100, estimator: 'normal' } },
    { model: 'population-uniqueness', max: 0.1 },
    { model: 'population-uniqueness', max: 2, populationSize: 100 },
    { model: 'population-uniqueness', max: 0.1, populationSize: 100, estimator: 'guess' },
    { model: 'entropy-l-diversity', column: 'sick', l: 2, estimator: 'miller' },
  ])('refuses %j before any row', (model) => {
    expect(() => solve(model as never)).toThrow(optionsError);
  });

  it('refuses local recoding with what looks at more than a class', () => {
    for (const [model, more] of [
      [{ model: 'uniqueness', max: 0.1 }, {}],
      [{ model: 'k-map', k: 2 }, {}],
      [{ model: 'k-anonymity', k: 2 }, { metric: { metric: 'entropy' } }],
    ] as const) {
      expect(() => solve(model, { ...more, localRecoding: true })).toThrow(optionsError);
    }
  });

  it('profitability: keeps a class that pays, leaves out one whose loss by an attack is greater', () => {
    // An attack pays in classes below 5: b loses 30/3 of 10, c 30 of 10.
    expect(solve({ model: 'profitability', ...terms }).suppressed).toBe(4);
    expect(solve({ model: 'profitability', ...terms, publisherLoss: 20 }).suppressed).toBe(1);
    // At exactly 5 an attacker wins nothing, but that does not deter: 6 are asked for.
    expect(solve({ model: 'profitability', ...terms, deters: true }).suppressed).toBe(4);
    expect(
      solve({ model: 'profitability', ...terms, adversaryGain: 0, deters: true }).suppressed,
    ).toBe(0);
    expect(
      solve({ model: 'profitability', ...terms, adversaryGain: 24, deters: true }).suppressed,
    ).toBe(10);
  });

  it('publisher-payout: what is not earned', () => {
    const { loss } = solve(
      { model: 'k-anonymity', k: 2 },
      { metric: { metric: 'publisher-payout', ...terms } },
    );
    // a: nothing; b: 30/3 of each of 3; c: its benefit.
    expect(loss).toBeCloseTo(3 * 10 + 10, 9);
  });

  it('k-map by estimate: as many rows as the distribution asks for, and never more than k', () => {
    const least = (populationSize: number, estimator?: 'poisson') =>
      solve({
        model: 'k-map',
        k: 6,
        estimate: { populationSize, ...(estimator === undefined ? {} : { estimator }) },
      }).suppressed;
    // Of ten people all are there: k itself. Of a million, one row is nearly as much as two.
    expect(least(10)).toBe(4);
    expect(least(1_000_000)).toBe(1);
    expect(least(1_000_000, 'poisson')).toBe(1);
  });

  it('population uniqueness: nobody alone is fine, and what cannot be estimated is not', () => {
    const model = { model: 'population-uniqueness', max: 0.001, populationSize: 1000 } as const;
    expect(solve(model).suppressed).toBeLessThanOrEqual(1);
    expect(solve({ ...model, max: 0, estimator: 'zayatz' }).suppressed).toBe(1);
  });

  it('grassberger accepts classes that shannon does not', () => {
    const rows = ['1', '2', '3', '1'].map((sick) => ({ group: 'g', sick }));
    const holds = (estimator: 'shannon' | 'grassberger') => {
      const anonymiser = createAnonymiser({
        quasiIdentifiers: { group: { type: 'suppression' } },
        models: [{ model: 'entropy-l-diversity', column: 'sick', l: 2.95, estimator }],
        suppressionLimit: 1,
      });
      for (const row of rows) anonymiser.add(row);
      return anonymiser.solve().suppressed === 0;
    };
    expect([holds('shannon'), holds('grassberger')]).toEqual([false, true]);
  });
});
