import { isDataSecurityError } from '@yushu/core';
import {
  type ColumnClassification,
  classifyRows,
  classifyTable,
  createTableClassifier,
  wilsonInterval,
} from '@yushu/detect/classify';
import { makeColumns } from '@yushu/testkit';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

const phones = Array.from(
  { length: 500 },
  (_, at) => `139${String((at * 7_654_321) % 1e8).padStart(8, '0')}`,
);

function classifyColumn(
  name: string,
  cells: readonly unknown[],
  options = {},
): ColumnClassification {
  return classifyTable(
    cells.map((cell) => ({ [name]: cell })),
    options,
  ).columns[0]!;
}

test('names 97 of 100 columns of an own corpus, from far fewer than 200 cells', () => {
  const columns = [7, 8].flatMap((seed) => makeColumns({ seed }));
  let right = 0;
  let sampled = 0;
  for (const { header, category, cells } of columns) {
    const column = classifyColumn(header, cells);
    if (column.category === category) right += 1;
    expect(column.sampled).toBeLessThanOrEqual(200);
    sampled += column.sampled;
  }
  expect(right / columns.length).toBeGreaterThanOrEqual(0.97);
  expect(sampled / columns.length).toBeLessThan(60);
});

describe('a column', () => {
  test('is decided by a sequential test, and says why', () => {
    const column = classifyColumn('手机号', phones);
    expect(column).toMatchObject({ category: 'contact.phone', filled: 500, kind: 'integer' });
    expect(column.sampled).toBeLessThan(20);
    expect(column.matching.low).toBeGreaterThan(0.5);
    expect(column.confidence).toBeGreaterThan(0.99);
    expect(column.evidence.map(({ kind }) => kind)).toEqual(['format', 'field']);
  });

  test('may be dirty', () => {
    const cells = phones.map((phone, at) => (at % 6 === 0 ? '见备注' : phone));
    expect(classifyColumn('f', cells).category).toBe('contact.phone');
  });

  test('of half and half is not called by the half', () => {
    const cells = phones.map((phone, at) => (at % 2 === 0 ? `A-${at}` : phone));
    const column = classifyColumn('f', cells);
    expect(column.category).toBeUndefined();
    expect(column.sampled).toBe(200);
    expect(column.alternatives[0]?.category ?? 'contact.phone').toBe('contact.phone');
  });

  test('that counts up is no phone number unless its name says so', () => {
    const cells = Array.from({ length: 200 }, (_, at) => String(13_800_000_000 + at * 3));
    expect(classifyColumn('f', cells).category).toBeUndefined();
    expect(classifyColumn('phone', cells).category).toBe('contact.phone');
  });

  test('of text says what stands in it, and how often', () => {
    const cells = phones.map((phone, at) =>
      at % 4 === 0
        ? `客户要求周末送货，到了请打 ${phone} 联系`
        : '客户要求周末送货，放在门口的快递柜里就好',
    );
    const column = classifyColumn('备注', cells);
    expect(column.category).toBeUndefined();
    expect(column.contains[0]).toMatchObject({ category: 'contact.phone' });
    const { low, share, high } = column.contains[0]!.cells;
    expect(low).toBeLessThan(0.25);
    expect(high).toBeGreaterThan(0.25);
    expect(share).toBeCloseTo(0.25, 0);
  });

  test('without cells is known by its name alone, and that is not much', () => {
    const column = classifyColumn('身份证号', ['', null, 'NULL', '无']);
    expect(column).toMatchObject({
      category: 'id.resident.cn',
      sampled: 0,
      blank: 4,
      kind: 'empty',
    });
    expect(column.confidence).toBeLessThan(0.8);
    expect(column.matching).toEqual({ share: 0, low: 0, high: 1 });
  });

  test('never holds a cell', () => {
    expect(JSON.stringify(classifyColumn('手机', phones))).not.toMatch(/\d{7}/);
  });
});

describe('a table', () => {
  test('takes objects, arrays and nested values', () => {
    const rows = phones.slice(0, 60).map((phone, at) => ({
      id: at,
      user: { contact: [{ mobile: phone }, { mobile: phone }] },
      at: new Date(Date.UTC(2025, 0, 1 + at)),
      none: undefined,
      code() {},
    }));
    const { columns } = classifyTable(rows);
    expect(columns.map(({ key, category }) => [key, category])).toEqual([
      ['/id', undefined],
      ['/user/contact/*/mobile', 'contact.phone'],
      ['/at', 'date'],
      ['/none', undefined],
    ]);
    expect(columns[1]!.name).toBe('mobile');
    const arrays = classifyTable(phones.slice(0, 60).map((phone, at) => [at, phone]));
    expect(arrays.columns.map(({ name, category }) => [name, category])).toEqual([
      ['1', undefined],
      ['2', 'contact.phone'],
    ]);
  });

  test('stops reading at maxRows and says so; columns beyond maxColumns are counted', async () => {
    const endless = function* () {
      for (let at = 0; ; at += 1) yield { a: phones[at % 500], b: 1, c: 2 };
    };
    const table = classifyTable(endless(), { maxRows: 300, maxColumns: 2 });
    expect(table).toMatchObject({ rows: 300, complete: false, skippedColumns: 1 });
    expect(table.columns).toHaveLength(2);
    async function* slow() {
      yield* endless();
    }
    expect((await classifyRows(slow(), { maxRows: 300, maxColumns: 2 })).columns).toEqual(
      table.columns,
    );
    expect(classifyTable([{ a: 1 }]).complete).toBe(true);
  });

  test('samples all of the table, not its beginning', () => {
    const cells = [...Array.from({ length: 400 }, () => 'x'), ...phones, ...phones, ...phones];
    expect(classifyColumn('手机', cells).category).toBe('contact.phone');
  });

  test('gives the same for the same rows and seed', () => {
    const cells = phones.map((phone, at) => (at % 3 === 0 ? 'x' : phone));
    expect(classifyColumn('f', cells, { seed: 3 })).toEqual(
      classifyColumn('f', cells, { seed: 3 }),
    );
  });

  test('takes any value without harm', () => {
    fc.assert(
      fc.property(
        fc.array(fc.dictionary(fc.string(), fc.anything({ maxDepth: 3 }), { maxKeys: 4 })),
        (rows) => {
          const { columns } = classifyTable(rows);
          for (const { confidence, sampled, filled } of columns) {
            expect(confidence).toBeGreaterThanOrEqual(0);
            expect(confidence).toBeLessThanOrEqual(1);
            expect(sampled).toBeLessThanOrEqual(Math.min(200, filled));
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  test('walks no deeper than 16 and survives circles', () => {
    const circle: Record<string, unknown> = { phone: phones[0] };
    circle['self'] = circle;
    const classifier = createTableClassifier();
    classifier.addRow(circle);
    expect(classifier.finish().columns.length).toBeLessThan(20);
  });

  test('options out of range are refused', () => {
    for (const options of [
      { maxCells: 0 },
      { maxRows: 0 },
      { maxColumns: -1 },
      { errorRate: 0.5 },
    ]) {
      try {
        createTableClassifier(options);
        expect.unreachable();
      } catch (error) {
        expect(isDataSecurityError(error, 'ERR_DETECT_OPTIONS')).toBe(true);
      }
    }
  });
});

describe('wilsonInterval', () => {
  // Published: Newcombe, Statist. Med. 17 (1998), table I: 81/263 and 0/20.
  test.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])('%i of %i', (matching, all, low, high) => {
    const interval = wilsonInterval(matching, all);
    expect(interval.low).toBeCloseTo(low, 4);
    expect(interval.high).toBeCloseTo(high, 4);
  });
});
