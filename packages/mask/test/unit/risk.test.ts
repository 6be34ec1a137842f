import { createRiskCensus, matchMissing, measureColumns } from '@yushu/mask/risk';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const optionsError = expect.objectContaining({ code: 'ERR_MASK_OPTIONS' });

describe('createRiskCensus', () => {
  it('counts the population for the journalist, by hand and by definition', () => {
    const people = fc.array(
      fc.record({
        a: fc.constantFrom('1', '2', '3'),
        b: fc.constantFrom('x', 'y', null),
        isIn: fc.boolean(),
      }),
      { minLength: 1, maxLength: 60 },
    );
    fc.assert(
      fc.property(people, (population) => {
        fc.pre(population.some(({ isIn }) => !isIn));
        const census = createRiskCensus({ quasiIdentifiers: ['a', 'b'], sensitive: 'a' });
        for (const { isIn, ...row } of population) {
          if (isIn) census.add(row);
          else census.addToPopulation(row);
        }
        const table = population.filter(({ isIn }) => isIn);
        const peopleOf = ({ a, b }: (typeof population)[number]) =>
          population.filter((other) => other.a === a && other.b === b).length;
        const report = census.report();
        const journalist = report.journalist!;
        expect(journalist.population).toBe(population.length);
        expect(report.rows).toBe(table.length);
        expect(report.classes).toBe(new Set(table.map(({ a, b }) => `${a}${b}`)).size);
        if (table.length === 0) {
          expect([journalist.highestRisk, journalist.averageRisk]).toEqual([0, 0]);
          return;
        }
        const sizes = table.map(peopleOf);
        const mean = (values: number[]) =>
          values.reduce((sum, value) => sum + value, 0) / table.length;
        expect(journalist.highestRisk).toBe(1 / Math.min(...sizes));
        expect(journalist.averageRisk).toBeCloseTo(mean(sizes.map((size) => 1 / size)), 12);
        expect(journalist.uniqueness).toBeCloseTo(
          mean(sizes.map((size) => (size === 1 ? 1 : 0))),
          12,
        );
        expect(journalist.rowsAtRisk(0.4)).toBeCloseTo(
          mean(sizes.map((size) => (size < 3 ? 1 : 0))),
          12,
        );
        expect(journalist.averageRisk).toBeLessThanOrEqual(report.averageRisk + 1e-12);
        expect(report.sensitive!.distinctL).toBe(1);
      }),
    );
  });

  it('has no journalist where nobody else was counted', () => {
    const census = createRiskCensus({ quasiIdentifiers: ['a'] });
    census.add({ a: 1 });
    expect(census.report().journalist).toBeUndefined();
  });

  it('agrees with a count by hand', () => {
    const rows = fc.array(
      fc.record({
        a: fc.constantFrom('1', '2', '12', '', null, undefined),
        b: fc.constantFrom(1, 2, 12, '1:2'),
        s: fc.constantFrom('x', 'y', 'z'),
      }),
      { minLength: 1, maxLength: 60 },
    );
    fc.assert(
      fc.property(rows, (table) => {
        const census = createRiskCensus({ quasiIdentifiers: ['a', 'b'], sensitive: 's' });
        for (const row of table) census.add(row);
        const keys = table.map((row) => JSON.stringify([row.a ?? null, String(row.b)]));
        const sizes = keys.map((key) => keys.filter((other) => other === key).length);
        const report = census.report();
        expect(report.classes).toBe(new Set(keys).size);
        expect(report.k).toBe(Math.min(...sizes));
        expect(report.uniqueness).toBeCloseTo(
          sizes.filter((size) => size === 1).length / table.length,
          12,
        );
        expect(report.averageRisk).toBeCloseTo(
          sizes.reduce((sum, size) => sum + 1 / size, 0) / table.length,
          12,
        );
        expect(report.rowsAtRisk(0.2)).toBeCloseTo(
          sizes.filter((size) => size < 5).length / table.length,
          12,
        );
        expect(table.map((row) => census.classSize(row))).toEqual(sizes);
        const distinct = keys.map(
          (key) => new Set(table.filter((_, at) => keys[at] === key).map(({ s }) => s)).size,
        );
        expect(report.sensitive?.distinctL).toBe(Math.min(...distinct));
        expect(report.sensitive!.entropyL).toBeLessThanOrEqual(report.sensitive!.distinctL + 1e-9);
        expect(report.sensitive!.t).toBeGreaterThanOrEqual(0);
        expect(report.sensitive!.t).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('measures diversity and closeness as the papers do', () => {
    // Machanavajjhala et al. 2007: counts 3, 2, 1 are recursively (c, 2)-diverse for c above 3 / (2 + 1).
    const census = createRiskCensus({ quasiIdentifiers: ['q'], sensitive: 's' });
    for (const s of ['a', 'a', 'a', 'b', 'b', 'c']) census.add({ q: 1, s });
    const { sensitive } = census.report();
    expect(sensitive?.recursiveC(2)).toBe(1);
    expect(sensitive?.recursiveC(3)).toBe(3);
    expect(sensitive?.recursiveC(4)).toBe(Number.POSITIVE_INFINITY);
    expect(sensitive?.t).toBe(0);
    // Li et al. 2007, section 4: salaries 3k to 11k in nine classes; {3k, 4k, 5k} is 0.375 from all, {6k, 8k, 11k} 0.167.
    for (const [group, t] of [
      [[3, 4, 5], 0.375],
      [[6, 8, 11], 1 / 6],
    ] as const) {
      const salaries = createRiskCensus({ quasiIdentifiers: ['q'], sensitive: 's', ordered: true });
      for (const s of group) salaries.add({ q: 'one', s });
      const others = [3, 4, 5, 6, 7, 8, 9, 10, 11].filter(
        (s) => !(group as readonly number[]).includes(s),
      );
      for (const s of others) salaries.add({ q: 'two', s });
      expect(salaries.report().sensitive!.t).toBeGreaterThanOrEqual(t - 1e-9);
    }
  });

  it('counts nothing as nothing', () => {
    const report = createRiskCensus({ quasiIdentifiers: ['a'] }).report();
    expect([
      report.rows,
      report.k,
      report.averageRisk,
      report.highestRisk,
      report.rowsAtRisk(0),
    ]).toEqual([0, 0, 0, 0, 0]);
    expect(measureColumns([], [['a']])).toEqual([
      { columns: ['a'], distinction: 0, separation: 0 },
    ]);
  });

  it('refuses bad options and too many classes', () => {
    for (const options of [
      {},
      { quasiIdentifiers: [] },
      { quasiIdentifiers: ['a', 'a'] },
      { quasiIdentifiers: ['a'], maxClasses: 0 },
    ]) {
      expect(() => createRiskCensus(options as never)).toThrow(optionsError);
    }
    const census = createRiskCensus({ quasiIdentifiers: ['a'], maxClasses: 1 });
    census.add({ a: 1 });
    expect(() => census.add({ a: 2 })).toThrow(optionsError);
  });
});

describe('matchMissing', () => {
  it('agrees with a comparison of every row with every other', () => {
    const value = fc.constantFrom('x', 'y', null, undefined);
    const tables = fc.array(fc.record({ a: value, b: value, s: fc.constantFrom('1', '2', '3') }), {
      maxLength: 30,
    });
    fc.assert(
      fc.property(tables, (rows) => {
        const fits = (one: unknown, other: unknown) =>
          (one ?? other ?? '') === (other ?? one ?? '');
        const found = matchMissing(rows, {
          quasiIdentifiers: ['a', 'b'],
          weights: rows.map((_, at) => at),
          sensitive: 's',
        });
        rows.forEach((row, at) => {
          const alike = rows.flatMap((other, index) =>
            fits(row.a, other.a) && fits(row.b, other.b) ? [index] : [],
          );
          expect(found.sample[at]).toBe(alike.length);
          expect(found.population[at]).toBe(alike.reduce((sum, index) => sum + index, 0));
          expect(found.distinctL[at]).toBe(new Set(alike.map((index) => rows[index]!.s)).size);
        });
      }),
    );
  });

  it('refuses bad options', () => {
    for (const options of [
      undefined,
      { quasiIdentifiers: [] },
      { quasiIdentifiers: ['a'], weights: [1, 2] },
      { quasiIdentifiers: ['a'], weights: [Number.NaN] },
    ]) {
      expect(() => matchMissing([{ a: 1 }], options as never)).toThrow(optionsError);
    }
  });
});
