import { type AnonymiserOptions, createAnonymiser, type PrivacyModel } from '@yushu/mask/anonymise';
import { describe, expect, it } from 'vitest';

const optionsError = expect.objectContaining({ code: 'ERR_MASK_OPTIONS' });
const sex = { type: 'suppression' } as const;
const base: AnonymiserOptions = {
  quasiIdentifiers: { sex },
  models: [{ model: 'k-anonymity', k: 2 }],
};

describe('createAnonymiser', () => {
  it.each<unknown>([
    undefined,
    {},
    { ...base, quasiIdentifiers: {} },
    { ...base, quasiIdentifiers: null },
    { ...base, quasiIdentifiers: { sex: 'automatic' } },
    {
      ...base,
      quasiIdentifiers: Object.fromEntries(Array.from({ length: 33 }, (_, at) => [`c${at}`, sex])),
    },
    { ...base, models: [] },
    { ...base, models: 'k' },
    { ...base, models: [null] },
    { ...base, models: [{ model: 'k-anonymity' }] },
    { ...base, models: [{ model: 'k-anonymity', k: 0 }] },
    { ...base, models: [{ model: 'k-anonymity', k: 2.5 }] },
    { ...base, models: [{ model: 'k-anonymity', k: '2' }] },
    { ...base, models: [{ model: 'unknown' }] },
    { ...base, models: [{ model: 'unknown', column: 'illness' }] },
    { ...base, models: [{ model: 'distinct-l-diversity', column: 'sex', l: 2 }] },
    { ...base, models: [{ model: 'distinct-l-diversity', column: 7, l: 2 }] },
    { ...base, models: [{ model: 'entropy-l-diversity', column: 'illness', l: Number.NaN }] },
    { ...base, models: [{ model: 'recursive-cl-diversity', column: 'illness', c: 0, l: 2 }] },
    { ...base, models: [{ model: 'beta-likeness', column: 'illness', beta: -1 }] },
    { ...base, models: [{ model: 'delta-disclosure', column: 'illness', delta: 0 }] },
    { ...base, models: [{ model: 'delta-presence', min: 0.5, max: 0.2 }] },
    { ...base, models: [{ model: 'uniqueness', max: 2 }] },
    { ...base, suppressionLimit: 1.5 },
    { ...base, suppressionLimit: '0.1' },
    { ...base, suppressionLimit: Number.NaN },
    { ...base, maxChecks: 0 },
    { ...base, levels: { age: [0, 1] } },
    { ...base, levels: { sex: 1 } },
  ])('refuses %j before any row', (options) => {
    expect(() => createAnonymiser(options as never)).toThrow(optionsError);
  });

  it.each<PrivacyModel>([
    { model: 't-closeness', column: 'illness', t: 2 },
    { model: 't-closeness', column: 'illness', t: 0.2, distance: 'far' as never },
    { model: 't-closeness', column: 'illness', t: 0.2, distance: 'ordered', order: ['flu'] },
    { model: 't-closeness', column: 'illness', t: 0.2, distance: 'hierarchical' },
    {
      model: 't-closeness',
      column: 'illness',
      t: 0.2,
      distance: 'hierarchical',
      hierarchy: [['flu', '*']],
    },
  ])('refuses %j when it knows the values', (model) => {
    const anonymiser = createAnonymiser({ ...base, models: [model] });
    anonymiser.add({ sex: 'f', illness: 'flu' });
    anonymiser.add({ sex: 'f', illness: 'gout' });
    expect(() => anonymiser.solve()).toThrow(optionsError);
  });

  it('refuses levels that are not, unknown metrics, rows that are none', () => {
    const rows = [{ sex: 'f' }, { sex: 'm' }];
    for (const options of [
      { levels: { sex: [0, 2] } },
      { levels: { sex: [1, 0] } },
      { metric: { metric: 'beauty' } },
      { metric: { metric: 'loss', suppression: 2 } },
      { metric: { metric: 'loss', aggregate: 'median' } },
    ]) {
      const anonymiser = createAnonymiser({ ...base, ...options } as never);
      for (const row of rows) anonymiser.add(row);
      expect(() => anonymiser.solve()).toThrow(optionsError);
    }
    for (const row of [null, undefined, 7, 'row']) {
      expect(() => createAnonymiser(base).add(row as never)).toThrow(optionsError);
    }
  });

  it('says in which column and row a value is that no hierarchy knows, without the value', () => {
    const anonymiser = createAnonymiser({
      ...base,
      quasiIdentifiers: { age: { type: 'intervals', widths: [10] } },
    });
    for (const age of ['31', '32', 'geheim', '33']) anonymiser.add({ age });
    try {
      anonymiser.solve();
      expect.unreachable();
    } catch (error) {
      expect(error).toMatchObject({
        code: 'ERR_MASK_VALUE',
        details: { column: 'age', row: 3, length: 6 },
      });
      expect(JSON.stringify(error)).not.toContain('geheim');
    }
  });

  it('says so where nothing holds', () => {
    const anonymiser = createAnonymiser(base);
    anonymiser.add({ sex: 'f' });
    expect(() => anonymiser.solve()).toThrow(
      expect.objectContaining({ code: 'ERR_MASK_ANONYMITY' }),
    );
  });

  it('takes a table without rows', () => {
    const solution = createAnonymiser(base).solve();
    expect([solution.rows, solution.suppressed, solution.classes]).toEqual([0, 0, 0]);
  });

  it('takes null, undefined and the empty text as one absence, which stays until all are one', () => {
    const anonymiser = createAnonymiser({
      ...base,
      quasiIdentifiers: { age: { type: 'intervals', widths: [10] }, sex },
      suppressionLimit: 0,
    });
    const rows = [
      { age: null, sex: 'f' },
      { age: undefined, sex: 'f' },
      { age: '', sex: 'f' },
      { age: 31, sex: 'f' },
      { age: 34, sex: 'f' },
    ];
    for (const row of rows) anonymiser.add(row);
    const solution = anonymiser.solve();
    expect(solution.levels).toEqual({ age: 1, sex: 0 });
    expect(rows.map((row) => solution.apply(row)?.['age'])).toEqual([
      null,
      undefined,
      '',
      '30-40',
      '30-40',
    ]);
  });

  it('leaves out rows that were never added, and those whose class is too small', () => {
    const anonymiser = createAnonymiser({
      ...base,
      suppressionLimit: 0.5,
      levels: { sex: [0, 0] },
    });
    for (const value of ['f', 'f', 'f', 'm']) anonymiser.add({ sex: value });
    const solution = anonymiser.solve();
    expect(solution.suppressed).toBe(1);
    expect(solution.apply({ sex: 'f', note: 'x' })).toEqual({ sex: 'f', note: 'x' });
    expect(solution.apply({ sex: 'm' })).toBeUndefined();
    expect(solution.apply({ sex: 'other' })).toBeUndefined();
    expect(solution.generalise('sex', 'm')).toBe('m');
    expect(solution.generalise('age', 'm')).toBeUndefined();
  });

  it('hides who is among those released: δ-presence (Nergiz et al. 2007, table 2)', () => {
    // Of nine people five are released; every class of the release must hold between a half and two thirds of its population.
    const population = [
      ['47906', 'us', 'a'],
      ['47907', 'us', 'b'],
      ['47904', 'us', 'c'],
      ['47905', 'ca', 'd'],
      ['47906', 'ca', 'e'],
      ['48000', 'us', 'f'],
    ] as const;
    const released = new Set(['a', 'd', 'f']);
    const anonymiser = createAnonymiser({
      quasiIdentifiers: { code: { type: 'prefix', keep: [2, 1] }, land: sex },
      models: [{ model: 'delta-presence', min: 0.3, max: 0.6 }],
    });
    for (const [code, land, id] of population) {
      if (released.has(id)) anonymiser.add({ code, land, id });
      else anonymiser.addToPopulation({ code, land });
    }
    const solution = anonymiser.solve();
    const counts = new Map<string, [number, number]>();
    for (const [code, land, id] of population) {
      const key = `${solution.generalise('code', code)} ${solution.generalise('land', land)}`;
      const [all, out] = counts.get(key) ?? [0, 0];
      counts.set(key, [all + 1, out + (released.has(id) ? 1 : 0)]);
    }
    for (const [all, out] of counts.values()) {
      expect(out / all).toBeGreaterThanOrEqual(0.3);
      expect(out / all).toBeLessThanOrEqual(0.6);
    }
  });

  it('counts the population for k-map', () => {
    const anonymiser = createAnonymiser({
      quasiIdentifiers: { sex },
      models: [{ model: 'k-map', k: 3 }],
    });
    anonymiser.add({ sex: 'f' });
    for (const value of ['f', 'f', 'm']) anonymiser.addToPopulation({ sex: value });
    expect(anonymiser.solve().levels).toEqual({ sex: 0 });
  });

  it('bounds uniqueness and average risk of the whole table', () => {
    const rows = ['a', 'a', 'a', 'b', 'b', 'c', 'd'].map((value) => ({ sex: value }));
    const solve = (model: PrivacyModel, suppressionLimit: number) => {
      const anonymiser = createAnonymiser({
        ...base,
        models: [model],
        suppressionLimit,
        levels: { sex: [0, 0] },
      });
      for (const row of rows) anonymiser.add(row);
      return anonymiser.solve().suppressed;
    };
    expect(solve({ model: 'uniqueness', max: 0.3 }, 0)).toBe(0);
    expect(solve({ model: 'uniqueness', max: 0.2 }, 0.5)).toBe(1);
    expect(solve({ model: 'average-risk', max: 0.4 }, 0.5)).toBe(2);
    expect(() => solve({ model: 'uniqueness', max: 0.2 }, 0.1)).toThrow();
  });

  it('says that it did not prove the optimum where it was not let', () => {
    const anonymiser = createAnonymiser({
      quasiIdentifiers: {
        age: { type: 'intervals', widths: [2, 4, 8] },
        code: { type: 'prefix', keep: [2, 1] },
      },
      models: base.models,
      suppressionLimit: 1,
      maxChecks: 3,
    });
    for (let at = 0; at < 50; at += 1)
      anonymiser.add({ age: at % 17, code: `${at % 7}1${at % 5}` });
    const { isOptimal, checked } = anonymiser.solve();
    expect([isOptimal, checked]).toEqual([false, 3]);
  });

  it('searches hierarchies that do not nest without taking what holds below for what holds above', () => {
    const rows = [
      ['a', 'x', 'p'],
      ['b', 'x', 'q'],
      ['c', 'y', 'p'],
      ['d', 'y', 'q'],
    ];
    const anonymiser = createAnonymiser({
      quasiIdentifiers: { value: { type: 'table', rows } },
      models: [{ model: 'k-anonymity', k: 3 }],
      suppressionLimit: 0.4,
    });
    // At level 1 there are three of x; at level 2 none has three.
    for (const value of ['a', 'b', 'b', 'c', 'd']) anonymiser.add({ value });
    expect(anonymiser.solve().levels).toEqual({ value: 1 });
  });

  it('refuses more combinations than it can hold', () => {
    const anonymiser = createAnonymiser({
      ...base,
      quasiIdentifiers: Object.fromEntries(Array.from({ length: 28 }, (_, at) => [`c${at}`, sex])),
    });
    anonymiser.add({});
    expect(() => anonymiser.solve()).toThrow(optionsError);
  });
});
