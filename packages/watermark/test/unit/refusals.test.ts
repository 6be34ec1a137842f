import { isDataSecurityError } from '@yushu/core';
import {
  type Cell,
  type ColumnOption,
  createTableMarker,
  createTableTracer,
  describeCapacity,
  findPseudoRows,
  planRelease,
  type ReleaseRecord,
} from '@yushu/watermark';
import { describe, expect, it } from 'vitest';
import { experimentKey as key } from '../experiments/host.ts';

const columns = ['city', 'amount'];
const rows = Array.from({ length: 500 }, (_, at) => [
  `city ${at % 7}`,
  ((at * 7919) % 99_991) / 10,
]);
const record = planRelease({ key, columns, rows, release: 'refusals' });

function caught(run: () => unknown): unknown {
  try {
    run();
    return undefined;
  } catch (error) {
    return error;
  }
}

describe('planRelease', () => {
  it.each([
    ['a word that is none', 'nevr'],
    ['a number', 5],
    ['no kind', {}],
    ['a kind that is none', { kind: 'nmber' }],
    ['too many decimals', { kind: 'number', decimals: 20 }],
    ['half a decimal', { kind: 'number', decimals: 0.5 }],
    ['no step', { kind: 'number', step: 0 }],
    ['a limit that is no number', { kind: 'number', min: '5' }],
    ['pairs that are no list', { kind: 'number', pairs: 'all' }],
    ['a pair of one', { kind: 'pairs', pairs: [['a']] }],
    ['a pair of numbers', { kind: 'pairs', pairs: [[1, 2]] }],
    ['a value in two pairs', { kind: 'pairs', pairs: ['ab', 'bc'].map((pair) => [...pair]) }],
    ['no pairs', { kind: 'pairs' }],
    ['spellings within each other', { kind: 'swaps', swaps: [['St', 'St.']] }],
    ['a unit that is none', { kind: 'time', unit: 'year' }],
    ['a scheme that is none', { kind: 'check-digit', scheme: 'iban' }],
    ['no pointer', { kind: 'json', value: { kind: 'time', unit: 'day' } }],
    [
      'a pointer without a slash',
      { kind: 'json', pointer: 'a', value: { kind: 'time', unit: 'day' } },
    ],
    ['no value', { kind: 'json', pointer: '/a' }],
    ['a value of JSON', { kind: 'json', pointer: '/a', value: { kind: 'json' } }],
    ['a number in JSON of no step', { kind: 'json', pointer: '/a', value: { kind: 'number' } }],
  ])('says which column’s option cannot be used: %s', (_, option) => {
    const options = { amount: option as unknown as ColumnOption };
    const error = caught(() => planRelease({ key, columns, rows, options }));
    expect(isDataSecurityError(error, 'ERR_WATERMARK_OPTIONS')).toBe(true);
    expect(String(error)).toContain('amount');
  });

  it.each([
    { kind: 'number', decimals: 1, step: 1, bits: 2, min: 0, max: 1e4 },
    { kind: 'number', pairs: [1, 2, 3] },
    { kind: 'pairs', pairs: [['city 1', 'city 2']] },
    { kind: 'swaps', swaps: [['Street', 'St.']] },
    { kind: 'time', unit: 'day' },
    { kind: 'check-digit', scheme: 'luhn' },
    { kind: 'choice' },
    { kind: 'json', pointer: '/a', value: { kind: 'number', decimals: 0, step: 1 } },
    'key',
  ] as readonly ColumnOption[])('takes what can be done: %j', (option) => {
    const plan = () => planRelease({ key, columns, rows, options: { city: option } });
    expect(plan().columns[0]!.reason).not.toBe('');
  });

  it.each([Number.NaN, -1])('refuses a drift of %d', (meanTolerance) => {
    const error = caught(() => planRelease({ key, columns, rows, meanTolerance }));
    expect(isDataSecurityError(error, 'ERR_WATERMARK_OPTIONS')).toBe(true);
  });
});

describe('rows', () => {
  const objects = rows.map(([city, amount]) => ({ city, amount })) as unknown as Cell[][];
  const wide = [...rows.slice(0, 3), ['a', 1, 'more']];
  it.each([
    ['plans', (given: Cell[][]) => planRelease({ key, columns, rows: given })],
    ['marks', (given: Cell[][]) => createTableMarker({ record, key, recipient: 'a' }).mark(given)],
    ['traces', (given: Cell[][]) => createTableTracer({ record, key, columns }).read(given)],
  ])('that are no lists of cells are not taken for unmarked ones where it %s', (_, use) => {
    const error = caught(() => use(objects));
    expect(isDataSecurityError(error, 'ERR_WATERMARK_INPUT')).toBe(true);
    expect(String(error)).toContain('Row 1 is no list of cells');
    expect(String(caught(() => use(wide)))).toContain('Row 4 has more cells');
    expect(
      isDataSecurityError(
        caught(() => use('x' as never)),
        'ERR_WATERMARK_INPUT',
      ),
    ).toBe(true);
  });
});

describe('a record that is none', () => {
  const nothing = {} as ReleaseRecord;
  it.each([
    ['marks', () => createTableMarker({ record: nothing, key, recipient: 'a' })],
    ['traces', () => createTableTracer({ record: nothing, key, columns })],
    ['measures', () => describeCapacity(nothing)],
    [
      'reads a later version',
      () => createTableTracer({ record: { ...record, version: 2 } as never, key, columns }),
    ],
  ])('is refused where it %s', (_, use) => {
    expect(isDataSecurityError(caught(use), 'ERR_WATERMARK_RECORD')).toBe(true);
  });
});

describe('trace', () => {
  it.each(['acme', undefined, 7])('asks for a list of recipients, not for %s', (recipients) => {
    const tracer = createTableTracer({ record, key, columns });
    tracer.read(rows);
    const error = caught(() => tracer.trace({ recipients: recipients as never }));
    expect(isDataSecurityError(error, 'ERR_WATERMARK_OPTIONS')).toBe(true);
  });

  it.each([0, 0.5, Number.NaN])('takes no false accusation of %d anywhere', (falseAccusation) => {
    const uses = [
      () => describeCapacity(record, { falseAccusation }),
      () => findPseudoRows({ key, release: 'r', rows: [['a']], recipients: [], falseAccusation }),
    ];
    for (const use of uses)
      expect(isDataSecurityError(caught(use), 'ERR_WATERMARK_OPTIONS')).toBe(true);
  });
});
