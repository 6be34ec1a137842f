import { copyFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sqlite from 'node-sqlite3-wasm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readColumns } from '../../src/input/sqlite/column-names.ts';
import { readSqlite } from '../../src/input/sqlite/read-sqlite.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'yushu-sqlite-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

let made = 0;
/** Makes a database by statements; SQLite itself writes it. */
function makeDatabase(...statements: string[]): string {
  made += 1;
  const path = join(folder, `${made}.db`);
  const database = new sqlite.Database(path);
  for (const statement of statements) database.exec(statement);
  database.close();
  return path;
}

async function readCells(path: string) {
  const cells: (readonly [path: string, text: string])[] = [];
  const told: string[] = [];
  for await (const pieces of readSqlite(path, (message) => told.push(message)))
    for (const piece of pieces)
      if (piece.kind === 'cell') cells.push([piece.cell.path, piece.cell.text]);
  return { cells, told };
}

test.each(['UTF-8', 'UTF-16le', 'UTF-16be'])('values of all kinds, in %s', async (encoding) => {
  const path = makeDatabase(
    `PRAGMA encoding = '${encoding}'`,
    'CREATE TABLE "客 户" (id INTEGER PRIMARY KEY, [姓名] TEXT, n, "a""b" REAL)',
    `INSERT INTO "客 户" VALUES (7, '张伟', 13800138000, 1.5), (-3, '', -1, NULL), (200, '𠮷😀', 9007199254740993, x'00ff')`,
  );
  const { cells, told } = await readCells(path);
  expect(told).toEqual([]);
  const at = (row: number, ...values: string[]) =>
    ['id', '姓名', 'n', 'a"b'].map((name, index) => [`/客 户/${row}/${name}`, values[index]]);
  expect(cells.slice(4)).toEqual([
    ...at(7, '7', '张伟', '13800138000', '1.5'),
    ...at(200, '200', '𠮷😀', '9007199254740993', ''),
  ]);
  expect(cells.slice(1, 4).map(([, text]) => text)).toEqual(['', '-1', '']);
});

test.each([512, 1024, 4096, 65_536])(
  'trees of many pages of %i bytes, and long values',
  async (size) => {
    const rows = 4000;
    const path = makeDatabase(
      `PRAGMA page_size = ${size}`,
      'CREATE TABLE t (k TEXT, v TEXT)',
      `WITH RECURSIVE c(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM c WHERE n < ${rows})
     INSERT INTO t SELECT 'row ' || n, substr(hex(zeroblob(5000)), 1, n % 97 * (n % 89)) FROM c`,
    );
    const { cells } = await readCells(path);
    expect(cells).toHaveLength(rows * 2);
    for (let row = 1; row <= rows; row += 1) {
      expect(cells[row * 2 - 2]).toEqual([`/t/${row}/k`, `row ${row}`]);
      expect(cells[row * 2 - 1]![1]).toHaveLength(Math.min(10_000, (row % 97) * (row % 89)));
    }
  },
);

test('columns that were added later, dropped rows, several tables, what is not read', async () => {
  const path = makeDatabase(
    'CREATE TABLE a (x)',
    "INSERT INTO a VALUES ('one'), ('two'), ('three')",
    'ALTER TABLE a ADD COLUMN y TEXT',
    "DELETE FROM a WHERE x = 'two'",
    "INSERT INTO a VALUES ('four', 'Y')",
    'CREATE TABLE b (z, w AS (z || 1) VIRTUAL, s AS (z || 2) STORED)',
    "INSERT INTO b VALUES ('q')",
    'CREATE TABLE c (k TEXT PRIMARY KEY) WITHOUT ROWID',
    'CREATE VIEW v AS SELECT * FROM a',
    'CREATE INDEX i ON a (x)',
  );
  const { cells, told } = await readCells(path);
  expect(cells.map(([, text]) => text)).toEqual(['one', '', 'three', '', 'four', 'Y', 'q', 'q2']);
  expect(told).toEqual(['tables without row numbers (WITHOUT ROWID) were not read']);
});

test.each([
  ['CREATE TABLE t (a, b INT)', ['a', 'b']],
  ['CREATE TABLE t(id integer primary key autoincrement, x)', ['id*', 'x']],
  ['CREATE TABLE t (a INTEGER, b, PRIMARY KEY (a))', ['a*', 'b']],
  ['CREATE TABLE t (a INTEGER, b, PRIMARY KEY (a, b))', ['a', 'b']],
  ['CREATE TABLE t (a INT PRIMARY KEY)', ['a']],
  [
    'CREATE TABLE t (`a b` DECIMAL(10, 2) DEFAULT (1), "c,d" TEXT CHECK ("c,d" <> \')\') -- e, f\n)',
    ['a b', 'c,d'],
  ],
  [
    'CREATE TABLE t (a /* , b */, CONSTRAINT k UNIQUE (a), FOREIGN KEY (a) REFERENCES u (b))',
    ['a'],
  ],
])('%s', (sql, columns) => {
  expect(readColumns(sql)?.map(({ name, isRowid }) => (isRowid ? `${name}*` : name))).toEqual(
    columns,
  );
});

describe('damaged files', () => {
  test('every byte of the first page and cuts of any length: told or read, never thrown or without end', async () => {
    const path = makeDatabase(
      'PRAGMA page_size = 512',
      'CREATE TABLE t (k TEXT, v TEXT)',
      `WITH RECURSIVE c(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM c WHERE n < 60)
       INSERT INTO t SELECT n, hex(zeroblob(n * 9)) FROM c`,
    );
    const bytes = await readFile(path);
    const other = join(folder, 'damaged.db');
    for (let at = 16; at < 700; at += 3) {
      for (const value of [0, 0xff, bytes[at]! ^ 1]) {
        const changed = Buffer.from(bytes);
        changed[at] = value;
        await writeFile(other, changed);
        await readCells(other);
      }
    }
    for (let length = 0; length < bytes.length; length += 211) {
      await writeFile(other, bytes.subarray(0, length));
      const { told } = await readCells(other);
      expect(told).toEqual(['the database is damaged']);
    }
  });
  test('a log beside the file is told', async () => {
    const path = makeDatabase('CREATE TABLE t (a)');
    await copyFile(path, `${path}-wal`);
    expect((await readCells(path)).told[0]).toContain('-wal');
  });
});
