import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { root } from '../../src/workspace/root.ts';

interface Column {
  readonly name: string;
  readonly changed: number;
  readonly sealed: number;
  readonly back: number;
}
interface CompareTables {
  cutCells(text: string): string[][];
  compareTables(original: string, protectedText: string, revealed: string): Column[];
}
const url = pathToFileURL(join(root, 'examples', 'quickstart', 'compare-tables.mjs')).href;
const { cutCells, compareTables } = (await import(url)) as CompareTables;

test('cells keep their quotes, and joined again they are the text', () => {
  expect(cutCells('a,"b,""c""\nd",\r\n1,2,3')).toEqual([
    ['a', '"b,""c""\nd"', '\r'],
    ['1', '2', '3'],
  ]);
  const cell = fc.oneof(
    fc.string({ unit: fc.constantFrom('a', '字', ' ') }),
    fc.string({ unit: fc.constantFrom('a', ',', '\n', '""') }).map((text) => `"${text}"`),
  );
  fc.assert(
    fc.property(
      fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), { minLength: 1 }),
      (rows) => {
        const text = rows.map((row) => `${row.join(',')}\n`).join('');
        expect(cutCells(text)).toEqual(rows);
      },
    ),
  );
});

test('a sealed cell that comes back changed is seen', () => {
  const before = 'name,phone\n张伟,13800138000\n李娜,13900139000\n';
  const between = 'name,phone\n张*,ysk1.AQ\n李*,ysk1.AR\n';
  expect(compareTables(before, between, 'name,phone\n张*,13800138000\n李*,13900139000\n')).toEqual([
    { name: 'name', changed: 2, sealed: 0, back: 0 },
    { name: 'phone', changed: 2, sealed: 2, back: 2 },
  ]);
  const [, phone] = compareTables(before, between, 'name,phone\n张*,13800138000\n李*,ysk1.AR\n');
  expect(phone).toEqual({ name: 'phone', changed: 2, sealed: 2, back: 1 });
  expect(() => compareTables(before, between, 'name,phone\n')).toThrow('numbers of rows');
});
