import { createGeneralisation, type HierarchySpec, suggestHierarchy } from '@yushu/mask/anonymise';
import { describe, expect, it } from 'vitest';

const optionsError = expect.objectContaining({ code: 'ERR_MASK_OPTIONS' });

describe('createGeneralisation', () => {
  const cases: readonly (readonly [HierarchySpec, string, readonly (string | undefined)[]])[] = [
    [{ type: 'intervals', widths: [5, 10, 20] }, '37', ['35-40', '30-40', '20-40', '*']],
    [{ type: 'intervals', widths: [0.5, 1] }, ' 1.75 ', ['1.5-2.0', '1-2', '*']],
    [{ type: 'intervals', widths: [10], bottom: 18, top: 65 }, '70', ['≥65', '*']],
    [{ type: 'intervals', widths: [10] }, '-3', ['-10-0', '*']],
    [{ type: 'intervals', widths: [10] }, 'old', [undefined, '*']],
    [{ type: 'prefix', keep: [4, 2] }, '310012', ['3100**', '31****', '*']],
    [{ type: 'prefix', keep: [1] }, '👨‍👩‍👧‍👦西湖', ['👨‍👩‍👧‍👦**', '*']],
    [{ type: 'prefix', keep: [4] }, '31', ['31', '*']],
    [
      { type: 'dates', steps: ['month', 'quarter', 'half', 'year', 'decade'] },
      '1987-08-31 10:00:00',
      ['1987-08', '1987-Q3', '1987-H2', '1987', '1980s', '*'],
    ],
    [{ type: 'dates', steps: ['year'] }, '1987-02-30', [undefined, '*']],
    [{ type: 'dates', steps: ['year'] }, '19870228', ['1987', '*']],
    [
      {
        type: 'categories',
        tree: { 华东: { 浙江省: ['杭州市', '宁波市'] }, 华北: { 河北省: ['保定市'] } },
      },
      '杭州市',
      ['浙江省', '华东', '*'],
    ],
    [
      {
        type: 'table',
        rows: [
          ['a', 'A'],
          ['b', 'B'],
        ],
      },
      'b',
      ['B'],
    ],
    [
      {
        type: 'table',
        rows: [
          ['a', 'A'],
          ['b', 'B'],
        ],
      },
      'c',
      [undefined],
    ],
    [{ type: 'suppression' }, 'x', ['*']],
  ];

  it.each(cases)('%j makes of %s: %j', (spec, value, expected) => {
    const { height, generalise } = createGeneralisation(spec);
    expect(height).toBe(expected.length);
    expect(expected.map((_, index) => generalise(value, index + 1))).toEqual(expected);
  });

  it.each([
    undefined,
    null,
    {},
    { type: 'other' },
    { type: 'intervals' },
    { type: 'intervals', widths: [] },
    { type: 'intervals', widths: [5, 7] },
    { type: 'intervals', widths: [10, 5] },
    { type: 'intervals', widths: [0] },
    { type: 'intervals', widths: ['5'] },
    { type: 'intervals', widths: [Number.NaN] },
    { type: 'intervals', widths: [5], top: Number.NaN },
    { type: 'prefix' },
    { type: 'prefix', keep: [2, 4] },
    { type: 'prefix', keep: [1.5] },
    { type: 'prefix', keep: [0] },
    { type: 'dates' },
    { type: 'dates', steps: [] },
    { type: 'dates', steps: ['year', 'month'] },
    { type: 'dates', steps: ['week'] },
    { type: 'table' },
    { type: 'table', rows: [] },
    { type: 'table', rows: [['a', 'b'], ['c']] },
    {
      type: 'table',
      rows: [
        ['a', 'b'],
        ['a', 'c'],
      ],
    },
    { type: 'table', rows: [['a', 1]] },
    { type: 'categories' },
    { type: 'categories', tree: { a: 'b' } },
    { type: 'categories', tree: { a: ['b'], c: { d: ['e'] } } },
    { type: 'categories', tree: { a: ['b'], c: ['b'] } },
  ])('refuses %j', (spec) => {
    expect(() => createGeneralisation(spec as never)).toThrow(optionsError);
  });

  it('refuses a tree that is a circle', () => {
    const tree: Record<string, unknown> = {};
    tree['again'] = tree;
    expect(() => createGeneralisation({ type: 'categories', tree } as never)).toThrow(optionsError);
  });
});

describe('suggestHierarchy', () => {
  it.each([
    [['1990-05-01', '2001-12-31', ''], { type: 'dates', steps: ['month', 'year', 'decade'] }],
    [['310012', '100080'], { type: 'prefix', keep: [4, 2] }],
    [['18', '34', '71'], { type: 'intervals', widths: [5, 10, 20] }],
    [['1200', '98000.5'], { type: 'intervals', widths: [5000, 10000, 20000] }],
    [['7', '7'], { type: 'suppression' }],
    [['a', 'b'], { type: 'suppression' }],
    [[], { type: 'suppression' }],
  ])('of %j: %j', (values, expected) => {
    const spec = suggestHierarchy(values);
    expect(spec).toEqual(expected);
    expect(() => createGeneralisation(spec)).not.toThrow();
  });
});
