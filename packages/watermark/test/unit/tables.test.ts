import { isDataSecurityError } from '@yushu/core';
import {
  createSurrogateMarker,
  createTableMarker,
  createTableTracer,
  describeCapacity,
  markObjects,
  openRecord,
  planRelease,
  sealRecord,
} from '@yushu/watermark';
import { beforeAll, describe, expect, it } from 'vitest';
import { adultColumns, seededRandom } from '../experiments/adult-like.ts';
import { alterCells, collude, deleteRows, keepColumns, shuffle } from '../experiments/attacks.ts';
import {
  adultHost,
  copyFor,
  experimentKey,
  type Host,
  type Row,
  traceRows,
} from '../experiments/host.ts';

const codeOf = (run: () => unknown): string | undefined => {
  try {
    run();
    return undefined;
  } catch (error) {
    return isDataSecurityError(error) ? error.code : String(error);
  }
};

describe('a table of 12,000 rows', () => {
  let host: Host;
  let copy: Row[];
  beforeAll(() => {
    host = adultHost('safe', 12_000);
    copy = copyFor(host, 'recipient-7');
  });

  it('changes at most two cells of a hundred, and only what was judged safe', () => {
    const changed = copy.map((row, at) =>
      row.flatMap((cell, column) =>
        cell === host.rows[at]![column] ? [] : [adultColumns[column]!],
      ),
    );
    expect(changed.flat().length).toBeLessThanOrEqual(0.02 * 12_000 * adultColumns.length);
    expect(changed.flat().length).toBeGreaterThan(1000);
    expect(new Set(changed.flat())).toEqual(new Set(['fnlwgt']));
  });

  it('keeps the mean', () => {
    const mean = (rows: readonly Row[]) =>
      rows.reduce((sum, row) => sum + Number(row[2]), 0) / rows.length;
    expect(Math.abs(mean(copy) / mean(host.rows) - 1)).toBeLessThan(1e-4);
  });

  it('names the recipient of a shuffled, renamed copy of which 90 % are gone', () => {
    const random = seededRandom(3);
    const { verdict, named } = traceRows(host, shuffle(deleteRows(copy, 0.9, random), random));
    expect(verdict).toBe('named');
    expect(named.map(({ recipient }) => recipient)).toEqual(['recipient-7']);
    expect(named[0]!.log10FalseAccusation).toBeLessThan(-9);
  });

  it('names the recipient after a fifth of the cells were altered', () => {
    const random = seededRandom(4);
    const { named } = traceRows(host, alterCells(deleteRows(copy, 0.8, random), 0.2, random));
    expect(named.map(({ recipient }) => recipient)).toEqual(['recipient-7']);
  });

  it('names colluders and no innocent', () => {
    const random = seededRandom(5);
    const copies = [1, 2, 3].map((id) => copyFor(host, `recipient-${id}`));
    for (const strategy of ['rows', 'majority', 'minority'] as const) {
      const { named } = traceRows(host, collude(copies, strategy, random), { recipients: 200 });
      expect(named.length, strategy).toBeGreaterThan(0);
      for (const { recipient } of named)
        expect(['recipient-1', 'recipient-2', 'recipient-3']).toContain(recipient);
    }
  });

  it('names nobody in the original, in another table, with another key, or with few rows', () => {
    expect(traceRows(host, host.rows).verdict).toBe('no-one');
    const other = adultHost('safe', 3000, 2);
    expect(traceRows(host, other.rows).verdict).toBe('no-one');
    expect(
      traceRows({ ...host, record: { ...host.record, release: 'another' } }, copy).verdict,
    ).toBe('no-one');
    const short = traceRows(host, copy.slice(0, 60));
    expect(short.verdict).toBe('no-one');
    expect(short.reason).toMatch(/too short/);
  });

  it('says that a table of another schema is another table', () => {
    const rows = Array.from({ length: 300 }, (_, at) => [
      `order-${at}`,
      `${at % 3 === 0}`,
      'x'.repeat(at % 9),
    ]);
    expect(codeOf(() => traceRows(host, rows))).toBe('ERR_WATERMARK_SCHEMA');
  });

  it('does not count the same row twice', () => {
    const few = copy.slice(0, 200);
    const once = traceRows(host, few);
    const often = traceRows(host, Array.from({ length: 10 }, () => few).flat());
    expect(often.marks).toBe(once.marks);
    expect(often.strongest[0]!.log10Bound).toBeCloseTo(once.strongest[0]!.log10Bound, 6);
  });

  it('reads as many marks as the marker says, but for those of values that are alike', () => {
    const rows = Array.from({ length: 1000 }, (_, at) => [
      `city ${at % 7}`,
      String((at * 7_919_993) % 99_999_989),
    ]);
    const columns = ['city', 'amount'];
    const options = { city: 'never', amount: { kind: 'number' } } as const;
    const record = planRelease({ key: experimentKey, columns, rows, options, release: 'few' });
    expect(record.columns[1]!.carrier).toMatchObject({ bits: 5 });
    const marker = createTableMarker({ record, key: experimentKey, recipient: 'recipient-7' });
    const leaked = marker.mark(rows) as Row[];
    const { marks } = traceRows({ columns, rows, record }, leaked);
    const said = marker.summary();
    expect(said.marks).toBeGreaterThan(4 * said.changedCells);
    expect(marks).toBeLessThanOrEqual(said.marks);
    expect(marks).toBeGreaterThan(0.95 * said.marks);
  });

  it('survives dropped columns where the marked one is left', () => {
    const random = seededRandom(8);
    const named = Array.from({ length: 6 }, () => keepColumns(copy, 7, random))
      .filter(({ kept }) => kept.includes(2))
      .map(({ rows }) => traceRows(host, rows).named[0]?.recipient);
    expect(named.length).toBeGreaterThan(0);
    expect(new Set(named)).toEqual(new Set(['recipient-7']));
  });
});

describe('a table whose owner names columns', () => {
  it('names the recipient where the column of unique values and half of the others are dropped', () => {
    const host = adultHost('named', 12_000);
    const copy = copyFor(host, 'recipient-7');
    // age, workclass, occupation, relationship, capital-loss, hours-per-week and native-country are left.
    const left = copy.map((row) => [13, 0, 11, 6, 1, 7, 12].map((column) => row[column]!));
    const { named, marks, marksAgreeingByChance } = traceRows(host, left, { recipients: 200 });
    expect(named.map(({ recipient }) => recipient)).toEqual(['recipient-7']);
    expect(named[0]!.marksAgreeing).toBeGreaterThan(marksAgreeingByChance + 0.1 * marks);
    const innocent = traceRows(
      host,
      host.rows.map((row) => [13, 0, 11, 6, 1, 7, 12].map((column) => row[column]!)),
      { recipients: 200 },
    );
    expect(innocent.verdict).toBe('no-one');
  });
});

describe('a table of a thousand rows', () => {
  it('names its recipient after nine tenths are deleted, within two changed cells of a hundred', () => {
    const host = adultHost('safe', 1000);
    const copy = copyFor(host, 'recipient-7');
    const changed = copy.flatMap((row, at) =>
      row.filter((cell, column) => cell !== host.rows[at]![column]),
    );
    expect(changed.length).toBeLessThanOrEqual(0.02 * 1000 * adultColumns.length);
    const random = seededRandom(9);
    const { named } = traceRows(host, shuffle(deleteRows(copy, 0.9, random), random), {
      recipients: 100,
      falseAccusation: 1e-13,
    });
    expect(named.map(({ recipient }) => recipient)).toEqual(['recipient-7']);
  });
});

describe('planning', () => {
  it('knows numbers of any size for numbers', () => {
    const rows = Array.from({ length: 400 }, (_, at) => [String(10_000_000 + at * 7919 * 13)]);
    const options = { gross: { kind: 'number' } } as const;
    const record = planRelease({ key: experimentKey, columns: ['gross'], rows, options });
    expect(record.columns[0]!.carrier).toMatchObject({
      kind: 'number',
      max: 10_000_000 + 399 * 7919 * 13,
    });
  });

  it.each([0, 6, 1.5])('refuses %d bits a cell', (bits) => {
    const rows = Array.from({ length: 400 }, (_, at) => [String((at * 7919) % 99_991)]);
    const options = { amount: { kind: 'number', bits } } as const;
    expect(
      codeOf(() => planRelease({ key: experimentKey, columns: ['amount'], rows, options })),
    ).toBe('ERR_WATERMARK_OPTIONS');
  });

  const rows = Array.from({ length: 2000 }, (_, at) => [
    `id-${at}`,
    String(10_000_000_000 + at * 7919),
    String(100_000 + (at % 89_999)),
    String(((at * 7919) % 99_991) / 100),
    ['primary', 'secondary'][at % 2]!,
    String((at % 2) + 1),
  ]);
  const columns = ['id', 'phone', 'zip', 'amount', 'school', 'school-number'];

  it('touches nothing that identifies, codes or follows', () => {
    const record = planRelease({ key: experimentKey, columns, rows });
    expect(
      record.columns.filter(({ carrier }) => carrier !== undefined).map(({ name }) => name),
    ).toEqual(['amount']);
  });

  it('refuses a named column that another one determines', () => {
    const record = planRelease({
      key: experimentKey,
      columns,
      rows,
      options: { school: { kind: 'pairs', pairs: [['primary', 'secondary']] } },
    });
    expect(record.columns[4]!.reason).toMatch(/bound to school-number/);
  });

  it.each([
    [
      'a column that is not there',
      { options: { nope: 'never' as const } },
      'ERR_WATERMARK_OPTIONS',
    ],
    ['no budget', { budget: 0 }, 'ERR_WATERMARK_OPTIONS'],
    ['half a colluder', { colluders: 0.5 }, 'ERR_WATERMARK_OPTIONS'],
    ['a short key', { key: new Uint8Array(16) }, 'ERR_WATERMARK_KEY'],
    ['nothing to mark', { options: { amount: 'never' as const } }, 'ERR_WATERMARK_CAPACITY'],
    [
      'overlapping pairs',
      {
        options: {
          school: {
            kind: 'pairs' as const,
            pairs: [
              ['a', 'b'],
              ['b', 'c'],
            ] as const,
          },
        },
      },
      'ERR_WATERMARK_OPTIONS',
    ],
  ])('refuses %s', (_, options, code) => {
    expect(codeOf(() => planRelease({ key: experimentKey, columns, rows, ...options }))).toBe(code);
  });

  it('says in words what a table carries', () => {
    const { words, cases } = describeCapacity(planRelease({ key: experimentKey, columns, rows }), {
      recipients: 1000,
      falseAccusation: 1e-6,
    });
    expect(words[0]).toMatch(/2,000 rows carry about [\d,]+ marks in amount/);
    expect(cases[0]!.colluders).toBeGreaterThanOrEqual(1);
    expect(cases.at(-1)!.colluders).toBe(0);
  });
});

describe('rules of rows', () => {
  it('hold in every row', () => {
    const random = seededRandom(6);
    const rows = Array.from({ length: 3000 }, () => {
      const a = Math.floor(random() * 1e6);
      const b = Math.floor(random() * 1e6);
      return [
        String(a),
        String(b),
        String(a + b),
        '2026-01-01 10:00:00',
        `2026-01-01 10:00:0${Math.floor(random() * 10)}`,
      ];
    });
    const columns = ['a', 'b', 'total', 'start', 'end'];
    const record = planRelease({
      key: experimentKey,
      columns,
      rows,
      options: {
        a: { kind: 'number' },
        end: { kind: 'time', unit: 'second' },
        total: 'never',
        start: 'never',
      },
      constraints: [
        { kind: 'sum', columns: ['a', 'b'], total: 'total', tolerance: 1 },
        { kind: 'order', columns: ['start', 'end'] },
      ],
      budget: 0.2,
    });
    const marked = createTableMarker({ record, key: experimentKey, recipient: 'r' }).mark(
      rows,
    ) as readonly Row[];
    expect(marked.filter((row, at) => row[0] !== rows[at]![0]).length).toBeGreaterThan(100);
    for (const row of marked) {
      expect(Math.abs(Number(row[0]) + Number(row[1]) - Number(row[2]))).toBeLessThanOrEqual(1);
      expect(row[4]! >= row[3]!).toBe(true);
    }
  });
});

describe('release records', () => {
  const rows = Array.from({ length: 500 }, (_, at) => [String(((at * 7919) % 99_991) / 10)]);
  const record = planRelease({ key: experimentKey, columns: ['amount'], rows });
  const text = sealRecord(record, experimentKey);

  it('come back', () => {
    expect(openRecord(text, experimentKey)).toEqual(record);
  });

  it.each([
    ['cut off', text.slice(0, 300)],
    ['changed', text.replace('"colluders":', '"colluderz":')],
    ['something else', '{"record":{"format":"x"}}'],
    ['nothing', ''],
    ['null', 'null'],
  ])('are refused where they are %s', (_, broken) => {
    expect(codeOf(() => openRecord(broken, experimentKey))).toBe('ERR_WATERMARK_RECORD');
  });

  it('are refused with another key', () => {
    expect(codeOf(() => openRecord(text, new Uint8Array(32)))).toBe('ERR_WATERMARK_RECORD');
  });
});

describe('surrogates', () => {
  it('carry a mark in their choice, and equal values keep equal surrogates', () => {
    const values = Array.from({ length: 400 }, (_, at) => `user-${at % 200}`);
    const record = planRelease({
      key: experimentKey,
      columns: ['name'],
      rows: values.map((value) => [value]),
      options: { name: { kind: 'choice' } },
      colluders: 1,
      budget: 0.5,
    });
    const marker = createSurrogateMarker({
      record,
      key: experimentKey,
      recipient: 'acme',
      column: 'name',
    });
    const masked = values.map((value) => [
      marker.choose((attempt) => `p${Number(value.slice(5)) * 37 + attempt * 100_003}`),
    ]);
    expect(masked[0]).toEqual(masked[200]);
    const tracer = createTableTracer({ record, key: experimentKey, columns: ['name'] });
    tracer.read(masked);
    const { named, marks } = tracer.trace({ recipients: ['globex', 'acme', 'initech'] });
    expect(marks).toBeGreaterThan(150);
    expect(named.map(({ recipient }) => recipient)).toEqual(['acme']);
  });
});

describe('objects', () => {
  it('keep their keys and kinds', async () => {
    const rows = Array.from({ length: 700 }, (_, at) => ({
      id: at,
      amount: ((at * 7919) % 99_991) / 10,
      note: null,
    }));
    const record = planRelease({
      key: experimentKey,
      columns: ['amount'],
      rows: rows.map(({ amount }) => [amount]),
      options: { amount: { kind: 'number', bits: 1 } },
      budget: 0.3,
    });
    const marked = [];
    for await (const row of markObjects(rows, { record, key: experimentKey, recipient: 'r' }))
      marked.push(row);
    expect(marked.length).toBe(700);
    const changed = marked.filter((row, at) => row.amount !== rows[at]!.amount);
    expect(changed.length).toBeGreaterThan(50);
    for (const [at, row] of marked.entries()) {
      expect(row.id).toBe(at);
      expect(Math.abs(row.amount - rows[at]!.amount)).toBeLessThan(0.11);
    }
  });
});
