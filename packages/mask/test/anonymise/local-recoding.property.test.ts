import {
  type AnonymiserOptions,
  createAnonymiser,
  type HierarchySpec,
  type PrivacyModel,
} from '@yushu/mask/anonymise';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { classesOf, holdsForClass, type Row } from './naive.ts';

const hierarchies: Readonly<Record<string, HierarchySpec>> = {
  age: { type: 'intervals', widths: [5, 10, 20] },
  code: { type: 'prefix', keep: [2, 1] },
  sex: { type: 'suppression' },
};
const names = Object.keys(hierarchies);
const column = 'illness';

const tables: fc.Arbitrary<Row[]> = fc.array(
  fc.record({
    age: fc.integer({ min: 0, max: 60 }).map(String),
    code: fc.constantFrom('111', '112', '121', '211', '212', '222'),
    sex: fc.constantFrom('f', 'm'),
    illness: fc.constantFrom('1', '2', '3', '4'),
  }),
  { minLength: 1, maxLength: 60 },
);

const others = fc.constantFrom<readonly PrivacyModel[]>(
  [],
  [{ model: 'distinct-l-diversity', column, l: 2 }],
  [{ model: 'entropy-l-diversity', column, l: 1.7 }],
  [{ model: 'recursive-cl-diversity', column, c: 1.513, l: 2 }],
  [{ model: 't-closeness', column, t: 0.413 }],
  [{ model: 't-closeness', column, t: 0.313, distance: 'ordered' }],
  [{ model: 'beta-likeness', column, beta: 1.513 }],
  [{ model: 'delta-disclosure', column, delta: 1.513 }],
);

const solve = (rows: readonly Row[], options: AnonymiserOptions) => {
  const anonymiser = createAnonymiser(options);
  for (const row of rows) anonymiser.add(row);
  return anonymiser.solve();
};

describe('local recoding', () => {
  it('releases only what an independent check finds to meet the models, over all rounds together', () => {
    let rounds = 0;
    fc.assert(
      fc.property(tables, fc.integer({ min: 1, max: 4 }), others, (rows, k, more) => {
        const models: PrivacyModel[] = [{ model: 'k-anonymity', k }, ...more];
        const options: AnonymiserOptions = {
          quasiIdentifiers: hierarchies,
          models,
          suppressionLimit: 1,
        };
        // Where not even the whole table holds together, nothing is released.
        const whole = classesOf(rows, []);
        const holdsAtTop = models.every((model) => holdsForClass(model, whole[0]!, rows));
        if (!holdsAtTop) return;
        const solution = solve(rows, { ...options, localRecoding: true });
        rounds = Math.max(rounds, solution.rounds.length);
        const released = rows
          .map((row) => solution.apply(row) as Row | undefined)
          .filter((row) => row !== undefined);
        expect(rows.length - released.length).toBe(solution.suppressed);
        expect(solution.rounds.reduce((sum, round) => sum + round.rows, 0)).toBe(released.length);
        const classes = classesOf(released, names);
        expect(classes.length).toBe(solution.classes);
        for (const group of classes) {
          for (const model of models) expect(holdsForClass(model, group, rows)).toBe(true);
        }
        expect(solution.loss).toBeGreaterThanOrEqual(0);
        expect(solution.loss).toBeLessThanOrEqual(1 + 1e-9);
        // Two rows that are alike are released alike.
        for (const row of rows) expect(solution.apply({ ...row })).toEqual(solution.apply(row));
      }),
      { numRuns: 120 },
    );
    expect(rounds).toBeGreaterThan(1);
  });

  it('loses less than one transformation for all', () => {
    const rows = Array.from({ length: 200 }, (_, at) => ({
      age: String((at * 7) % 61),
      code: ['111', '112', '121', '211', '212', '222'][at % 6]!,
      sex: at % 3 === 0 ? 'f' : 'm',
    }));
    const options: AnonymiserOptions = {
      quasiIdentifiers: hierarchies,
      models: [{ model: 'k-anonymity', k: 4 }],
      suppressionLimit: 0.05,
    };
    const whole = solve(rows, options);
    const local = solve(rows, { ...options, localRecoding: true });
    expect(local.loss).toBeLessThan(whole.loss);
    expect(local.isOptimal).toBe(true);
    expect(Object.values(local.lossByColumn).every((part) => part >= 0 && part <= 1)).toBe(true);
  });

  it('says so where more are left than may be', () => {
    const rows = ['a', 'a', 'b'].map((sex) => ({ sex }));
    const options: AnonymiserOptions = {
      quasiIdentifiers: { sex: { type: 'suppression' } },
      models: [{ model: 'k-anonymity', k: 2 }],
      localRecoding: true,
    };
    const anonymiser = createAnonymiser(options);
    for (const row of rows) anonymiser.add(row);
    expect(() => anonymiser.solve()).toThrow(
      expect.objectContaining({ code: 'ERR_MASK_ANONYMITY' }),
    );
  });
});
