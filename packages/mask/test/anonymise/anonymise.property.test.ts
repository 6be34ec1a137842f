import { isDataSecurityError } from '@yushu/core';
import {
  type AnonymiserOptions,
  createAnonymiser,
  createGeneralisation,
  type HierarchySpec,
  type LossMetric,
  type PrivacyModel,
  type Solution,
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

const tables: fc.Arbitrary<Row[]> = fc.array(
  fc.record({
    age: fc.integer({ min: 0, max: 60 }).map(String),
    code: fc.constantFrom('111', '112', '121', '211', '212', '222', ''),
    sex: fc.constantFrom('f', 'm'),
    illness: fc.constantFrom('1', '2', '3', '4'),
  }),
  { minLength: 1, maxLength: 40 },
);

const column = 'illness';
const models = fc.oneof(
  fc.constant<PrivacyModel[]>([]),
  fc
    .integer({ min: 1, max: 3 })
    .map((l): PrivacyModel[] => [{ model: 'distinct-l-diversity', column, l }]),
  fc
    .integer({ min: 10, max: 30 })
    .map((l): PrivacyModel[] => [{ model: 'entropy-l-diversity', column, l: l / 10 }]),
  fc
    .integer({ min: 1, max: 4 })
    .map((c): PrivacyModel[] => [{ model: 'recursive-cl-diversity', column, c: c + 0.513, l: 2 }]),
  fc
    .integer({ min: 1, max: 9 })
    .map((t): PrivacyModel[] => [{ model: 't-closeness', column, t: t / 10 + 0.013 }]),
  fc
    .integer({ min: 1, max: 9 })
    .map((t): PrivacyModel[] => [
      { model: 't-closeness', column, t: t / 10 + 0.013, distance: 'ordered' },
    ]),
  fc
    .integer({ min: 1, max: 9 })
    .map((beta): PrivacyModel[] => [{ model: 'beta-likeness', column, beta: beta / 2 + 0.013 }]),
  fc
    .integer({ min: 1, max: 9 })
    .map((delta): PrivacyModel[] => [
      { model: 'delta-disclosure', column, delta: delta / 3 + 0.013 },
    ]),
);

const metrics = fc.constantFrom<LossMetric>(
  { metric: 'loss' },
  { metric: 'loss', suppression: 0.1, aggregate: 'arithmetic-mean' },
  { metric: 'loss', suppression: 0.9, aggregate: 'maximum' },
  { metric: 'entropy' },
  { metric: 'entropy', ignoresSuppression: true },
  { metric: 'precision' },
  { metric: 'discernability' },
  { metric: 'discernability', ignoresSuppression: true },
  { metric: 'average-class-size' },
  { metric: 'height' },
  { metric: 'entropy-based-loss' },
);

const problems = fc.record({
  rows: tables,
  k: fc.integer({ min: 1, max: 4 }),
  others: models,
  suppressionLimit: fc.constantFrom(0, 0.1, 0.35, 1),
  metric: metrics,
});

function solve(rows: readonly Row[], options: AnonymiserOptions): Solution | undefined {
  const anonymiser = createAnonymiser(options);
  for (const row of rows) anonymiser.add(row);
  try {
    return anonymiser.solve();
  } catch (error) {
    if (isDataSecurityError(error, 'ERR_MASK_ANONYMITY')) return undefined;
    throw error;
  }
}

function releasedOf(rows: readonly Row[], solution: Solution): Row[] {
  return rows
    .map((row) => solution.apply(row) as Row | undefined)
    .filter((row) => row !== undefined);
}

describe('createAnonymiser', () => {
  it('releases only what an independent check finds to meet the models', () => {
    fc.assert(
      fc.property(problems, ({ rows, k, others, suppressionLimit, metric }) => {
        const asked: PrivacyModel[] = [{ model: 'k-anonymity', k }, ...others];
        const solution = solve(rows, {
          quasiIdentifiers: hierarchies,
          models: asked,
          suppressionLimit,
          metric,
        });
        if (solution === undefined) return;
        const released = releasedOf(rows, solution);
        expect(rows.length - released.length).toBe(solution.suppressed);
        expect(solution.suppressed).toBeLessThanOrEqual(suppressionLimit * rows.length + 1e-9);
        const classes = classesOf(released, names);
        expect(classes.length).toBe(solution.classes);
        for (const group of classes) {
          for (const model of asked) expect(holdsForClass(model, group, rows)).toBe(true);
        }
        for (const [index, row] of released.entries()) {
          for (const name of names) {
            const level = solution.levels[name]!;
            if (level > 0) continue;
            expect(
              rows.some((other) => other[name] === row[name]),
              `${name} ${index}`,
            ).toBe(true);
          }
        }
      }),
      { numRuns: 400 },
    );
  });

  it('finds what trying every combination finds', () => {
    const heights = names.map((name) => createGeneralisation(hierarchies[name]!).height);
    const combinations: number[][] = [];
    for (let age = 0; age <= heights[0]!; age += 1) {
      for (let code = 0; code <= heights[1]!; code += 1) {
        for (let sex = 0; sex <= heights[2]!; sex += 1) combinations.push([age, code, sex]);
      }
    }
    fc.assert(
      fc.property(problems, ({ rows, k, others, suppressionLimit, metric }) => {
        const asked: PrivacyModel[] = [{ model: 'k-anonymity', k }, ...others];
        const options = { quasiIdentifiers: hierarchies, models: asked, suppressionLimit, metric };
        const found = solve(rows, options);
        let least = Number.POSITIVE_INFINITY;
        for (const levels of combinations) {
          const one = solve(rows, {
            ...options,
            levels: Object.fromEntries(names.map((name, at) => [name, [levels[at]!, levels[at]!]])),
          });
          // What one combination makes of the rows is checked without the engine too.
          const general = rows.map((row) => {
            const made: Record<string, string> = { ...row };
            names.forEach((name, at) => {
              const level = levels[at]!;
              const hierarchy = createGeneralisation(hierarchies[name]!);
              if (level > 0 && (row[name] !== '' || level === hierarchy.height)) {
                made[name] = hierarchy.generalise(row[name] || '0', level)!;
              }
            });
            return made as Row;
          });
          const outlying = classesOf(general, names)
            .filter((group) => !asked.every((model) => holdsForClass(model, group, rows)))
            .reduce((sum, group) => sum + group.length, 0);
          expect(one !== undefined).toBe(outlying <= suppressionLimit * rows.length + 1e-9);
          if (one === undefined) continue;
          expect(one.suppressed).toBe(outlying);
          least = Math.min(least, one.loss);
        }
        expect(found === undefined).toBe(least === Number.POSITIVE_INFINITY);
        if (found === undefined) return;
        expect(found.isOptimal).toBe(true);
        expect(found.loss).toBeCloseTo(least, 9);
      }),
      { numRuns: 60 },
    );
  });

  it('needs more words than one for many columns, and finds the same', () => {
    const wide = fc.array(
      fc.array(fc.integer({ min: 0, max: 400 }), { minLength: 6, maxLength: 6 }),
      {
        minLength: 2,
        maxLength: 30,
      },
    );
    fc.assert(
      fc.property(wide, fc.integer({ min: 1, max: 3 }), (values, k) => {
        // Four hundred other values make each code nine bits long; the rows that bring them are left out by their own class.
        const rows = values.map((row) =>
          Object.fromEntries(row.map((value, index) => [`c${index}`, String(value % 3)])),
        );
        const filler = Array.from({ length: 300 }, (_, value) =>
          Object.fromEntries(values[0]!.map((_, index) => [`c${index}`, String(value + 3)])),
        );
        const quasiIdentifiers = Object.fromEntries(
          values[0]!.map((_, index) => [`c${index}`, { type: 'suppression' } as const]),
        );
        const options: AnonymiserOptions = {
          quasiIdentifiers,
          models: [{ model: 'k-anonymity', k }],
          suppressionLimit: 1,
          metric: { metric: 'discernability' },
        };
        const solution = solve([...rows, ...filler], options)!;
        const released = releasedOf([...rows, ...filler], solution);
        const columns = Object.keys(quasiIdentifiers);
        for (const group of classesOf(released, columns)) {
          expect(group.length).toBeGreaterThanOrEqual(k);
        }
        const all = 300 + rows.length;
        const charged =
          classesOf(released, columns).reduce((sum, group) => sum + group.length ** 2, 0) +
          (all - released.length) * all;
        expect(solution.loss).toBe(charged);
      }),
      { numRuns: 20 },
    );
  });
});
