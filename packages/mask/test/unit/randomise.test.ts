import { createHmac } from 'node:crypto';
import type { Prf } from '@yushu/core';
import {
  createDateShift,
  createDictionaryReplacement,
  createNoise,
  shuffleColumn,
} from '@yushu/mask';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const prf: Prf = {
  keyId: 'k',
  compute: (input, length) =>
    new Uint8Array(createHmac('sha256', 'test').update(input).digest()).slice(0, length),
};
const valueError = expect.objectContaining({ code: 'ERR_MASK_VALUE' });
const optionsError = expect.objectContaining({ code: 'ERR_MASK_OPTIONS' });
const day = (text: string) => Date.parse(text.slice(0, 10)) / 86_400_000;

describe('createDateShift', () => {
  const dates = fc
    .date({ min: new Date('1900-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10));

  it('keeps intervals of a subject, and moves every date', () => {
    const shift = createDateShift({ prf });
    fc.assert(
      fc.property(dates, dates, fc.string(), (one, other, row) => {
        const place = { table: 'visits', row };
        const moved = shift.apply(one, { ...place, column: 'in' });
        expect(day(shift.apply(other, { ...place, column: 'out' })) - day(moved)).toBe(
          day(other) - day(one),
        );
        expect(Math.abs(day(moved) - day(one))).toBeGreaterThanOrEqual(1);
        expect(Math.abs(day(moved) - day(one))).toBeLessThanOrEqual(183);
      }),
    );
  });

  it('keeps the weekday where asked, and the time of day always', () => {
    const shift = createDateShift({ prf, keepWeekday: true, maxDays: 30 });
    fc.assert(
      fc.property(dates, fc.string(), (date, row) => {
        expect(Math.abs(day(shift.apply(date, { row })) - day(date)) % 7).toBe(0);
      }),
    );
    expect(shift.apply('2024-03-07T23:59:59.5+08:00', { row: '1' })).toMatch(
      /^20\d\d-\d\d-\d\dT23:59:59\.5\+08:00$/,
    );
  });

  it('spreads subjects over all days', () => {
    const shift = createDateShift({ prf, maxDays: 3 });
    const days = new Set(
      Array.from({ length: 200 }, (_, row) => shift.daysFor({ row: String(row) })),
    );
    expect([...days].sort((a, b) => a - b)).toEqual([-3, -2, -1, 1, 2, 3]);
  });

  it.each(['2023-02-29', '2024-13-01', '2024-3-7', '07.03.2024', '2024-03-07x', '', '9999-12-31'])(
    'refuses %j',
    (value) => {
      const shift = createDateShift({ prf, maxDays: 36_500 });
      const row = Array.from({ length: 50 }, (_, index) => String(index)).find(
        (name) => shift.daysFor({ row: name }) > 0,
      )!;
      expect(() => shift.apply(value, { row })).toThrow(valueError);
    },
  );

  it('refuses a date of nobody, and bad options', () => {
    expect(() => createDateShift({ prf }).apply('2024-03-07', {})).toThrow(valueError);
    for (const options of [
      { prf: {} },
      { prf, maxDays: 0 },
      { prf, maxDays: 6, keepWeekday: true },
    ]) {
      expect(() => createDateShift(options as never)).toThrow(optionsError);
    }
  });
});

describe('createDictionaryReplacement', () => {
  it('gives values of the list, the same for the same, spread evenly', () => {
    const values = ['a', 'b', 'c', 'd'];
    const replace = createDictionaryReplacement({ prf, values });
    const counts = new Map<string, number>();
    for (let index = 0; index < 4_000; index += 1) {
      const chosen = replace.apply(String(index), { column: 'x' });
      expect(replace.apply(String(index), { column: 'x', row: '9' })).toBe(chosen);
      counts.set(chosen, (counts.get(chosen) ?? 0) + 1);
    }
    for (const value of values) expect(Math.abs(counts.get(value)! - 1_000)).toBeLessThan(150);
    expect(() => createDictionaryReplacement({ prf, values: ['a'] })).toThrow(optionsError);
    expect(() => replace.apply(1 as unknown as string, {})).toThrow(valueError);
  });
});

describe('createNoise', () => {
  it('stays within its bound, keeps decimals, and is the same for the same cell', () => {
    const noise = createNoise({ prf, ratio: 0.1 });
    fc.assert(
      fc.property(fc.integer({ min: 1_000, max: 1e7 }), fc.string(), (cents, row) => {
        const value = (cents / 100).toFixed(2);
        const noisy = noise.apply(value, { row });
        expect(noisy).toMatch(/^\d+\.\d\d$/);
        expect(Math.abs(Number(noisy) - Number(value))).toBeLessThanOrEqual(
          Number(value) * 0.1 + 0.01,
        );
        expect(noise.apply(value, { row })).toBe(noisy);
      }),
    );
    const all = new Set(
      Array.from({ length: 100 }, (_, row) =>
        createNoise({ prf, amount: 5 }).apply('100', { row: String(row) }),
      ),
    );
    expect(all.size).toBeGreaterThan(5);
    for (const options of [
      { prf },
      { prf, ratio: 1, amount: 1 },
      { prf, ratio: 0 },
      { prf, amount: -1 },
    ]) {
      expect(() => createNoise(options)).toThrow(optionsError);
    }
    expect(() => noise.apply('many', {})).toThrow(valueError);
  });
});

describe('shuffleColumn', () => {
  it('keeps the values and changes their order, every order as likely', () => {
    const counts = new Map<string, number>();
    for (let time = 0; time < 6_000; time += 1) {
      const order = shuffleColumn([1, 2, 3]).join('');
      counts.set(order, (counts.get(order) ?? 0) + 1);
    }
    expect(counts.size).toBe(6);
    // 1,000 each; beyond 6 deviations (29 each) is no chance.
    for (const times of counts.values()) expect(Math.abs(times - 1_000)).toBeLessThan(175);
    const values = [3, 1, 2];
    expect(shuffleColumn(values).sort()).toEqual([1, 2, 3]);
    expect(values).toEqual([3, 1, 2]);
    expect(shuffleColumn([])).toEqual([]);
  });
});
