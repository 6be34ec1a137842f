import { createBucket, createHierarchy, createRounding } from '@yushu/mask';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const optionsError = expect.objectContaining({ code: 'ERR_MASK_OPTIONS' });
const valueError = expect.objectContaining({ code: 'ERR_MASK_VALUE' });
const bad = ['', 'abc', '1e5', '0x10', '1,000', ' 1', '１', 'NaN', '9'.repeat(16), null, 7];

describe('createBucket', () => {
  it('gives the range that holds the number', () => {
    const age = createBucket({ width: 10, bottom: 18, top: 80 });
    expect(
      ['17', '18', '37', '40', '79.9', '80', '-5'].map((value) => age.apply(value, {})),
    ).toEqual(['<18', '10-20', '30-40', '40-50', '70-80', '≥80', '<18']);
    expect(createBucket({ width: 10 }).apply('-5', {})).toBe('-10-0');
    expect(createBucket({ width: 0.1 }).apply('0.3', {})).toBe('0.3-0.4');
    const bounds = createBucket({ bounds: [18, 40, 65] });
    expect(['3', '18', '64', '65'].map((value) => bounds.apply(value, {}))).toEqual([
      '<18',
      '18-40',
      '40-65',
      '≥65',
    ]);
  });

  it('holds for any number and width', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 1e9 }),
        fc.integer({ min: 1, max: 1e5 }),
        (number, width) => {
          const [start, end] = createBucket({ width })
            .apply(String(number), {})
            .split('-')
            .map(Number) as [number, number];
          expect(start <= number && number < end && end - start === width).toBe(true);
        },
      ),
    );
  });

  it('refuses what it cannot read', () => {
    for (const value of bad)
      expect(() => createBucket({ width: 1 }).apply(value as string, {})).toThrow(valueError);
    for (const options of [
      { width: 0 },
      { width: Number.NaN },
      { bounds: [] },
      { bounds: [2, 1] },
      { width: 1, top: Number.NaN },
    ]) {
      expect(() => createBucket(options)).toThrow(optionsError);
    }
  });
});

describe('createRounding', () => {
  it('rounds to the nearest multiple', () => {
    expect(createRounding({ step: 500 }).apply('8760.50', {})).toBe('9000');
    expect(createRounding({ step: 0.05 }).apply('0.12', {})).toBe('0.10');
    expect(createRounding({ step: 10 }).apply('-15', {})).toBe('-20');
    expect(createRounding({ step: 10 }).apply('-4', {})).toBe('0');
    for (const value of bad)
      expect(() => createRounding({ step: 1 }).apply(value as string, {})).toThrow(valueError);
    expect(() => createRounding({ step: -1 })).toThrow(optionsError);
  });
});

describe('createHierarchy', () => {
  const rows = [
    ['杭州市', '浙江省', '*'],
    ['南京市', '江苏省', '*'],
  ];
  it('gives the level asked for', () => {
    expect(createHierarchy({ rows, level: 1 }).apply('杭州市', {})).toBe('浙江省');
    expect(createHierarchy({ rows, level: 2 }).apply('南京市', {})).toBe('*');
    expect(() => createHierarchy({ rows, level: 1 }).apply('北京市', {})).toThrow(valueError);
    for (const options of [
      { rows, level: 0 },
      { rows, level: 3 },
      { rows: [], level: 1 },
      { rows: [...rows, ['x']], level: 1 },
      { rows: [...rows, rows[0]!], level: 1 },
    ]) {
      expect(() => createHierarchy(options)).toThrow(optionsError);
    }
  });
});
