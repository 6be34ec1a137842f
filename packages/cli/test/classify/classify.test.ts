import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gbt43697 } from '@yushu/detect/classify';
import { makeSamples } from '@yushu/testkit';
import sqlite from 'node-sqlite3-wasm';
import { beforeAll, expect, test } from 'vitest';
import { stringify } from 'yaml';
import type { Catalogue } from '../../src/catalogue/catalogue.ts';
import { run, useCommand } from '../scan/command.ts';

const place = useCommand();
let data = '';

beforeAll(async () => {
  data = join(place.folder, 'data');
  await mkdir(data);
  for (const { path, bytes } of makeSamples({ seed: 5, scale: 0.05 }).files) {
    if (/customers|dump|api-response|app\.ndjson|chat-zh/.test(path))
      await writeFile(join(data, path), bytes);
  }
});

async function classify(...args: string[]) {
  const { code, out, err } = await run(['classify', ...args, '-f', 'json']);
  if (out === '') throw new Error(err);
  return { code, err, catalogue: JSON.parse(out) as Catalogue };
}

const categoriesOf = (catalogue: Catalogue, path: string, table = '') =>
  Object.fromEntries(
    catalogue.tables
      .find((one) => one.path.endsWith(path) && one.name === table)!
      .columns.map(({ name, category }) => [name, category]),
  );

test('makes a catalogue of every kind of table in a folder, and notes what is none', async () => {
  const { code, err, catalogue } = await classify(data);
  expect(code).toBe(0);
  expect(err).toContain('chat-zh.txt: is no table');
  expect(categoriesOf(catalogue, 'customers.csv')).toMatchObject({
    姓名: 'person.name',
    手机号: 'contact.phone',
    身份证号: 'id.resident.cn',
    银行卡号: 'finance.card',
    联系地址: 'location.address',
    注册时间: 'date',
  });
  expect(categoriesOf(catalogue, 'customers.csv')['客户编号']).toBeUndefined();
  expect(categoriesOf(catalogue, 'dump.sql', 'members')).toMatchObject({
    id_card: 'id.resident.cn',
  });
  expect(categoriesOf(catalogue, 'dump.sql', 'suppliers')).toMatchObject({
    credit_code: 'org.uscc.cn',
  });
  expect(categoriesOf(catalogue, 'api-response.json', 'data.items')).toMatchObject({
    mobile: 'contact.phone',
  });
  expect(categoriesOf(catalogue, 'app.ndjson')).toMatchObject({ client_ip: 'network.ipv4' });
  const customers = catalogue.tables.find(({ path }) => path.endsWith('customers.csv'))!;
  expect(customers).toMatchObject({ rows: 150, complete: true });
  const [grading] = customers.gradings;
  expect(grading).toMatchObject({ pack: 'gbt-43697-2024', grade: '4', unverified: true });
  expect(grading!.reasons[0]!.basis).toMatchObject({
    document: 'GB/T 43697-2024',
    confidence: 'secondary',
  });
});

test('never shows a cell, in any form', async () => {
  const cells = (await readFile(join(data, 'customers.csv'), 'utf8')).match(
    /\d{17}[\dX]|1\d{10}(?!\d)/g,
  )!;
  expect(cells.length).toBeGreaterThan(50);
  for (const format of ['json', 'html', 'table']) {
    const { out } = await run(['classify', data, '-f', format]);
    expect(cells.filter((cell) => out.includes(cell))).toEqual([]);
  }
  // Without a header the first row would give the names.
  const path = join(data, 'bare.csv');
  await writeFile(
    path,
    `王小明,13912345678,a\n${cells
      .slice(0, 30)
      .map((cell) => `李雷,${cell},b`)
      .join('\n')}\n`,
  );
  const { out } = await run(['classify', path, '-f', 'json']);
  expect(out).not.toContain('13912345678');
  expect(out).not.toContain('王小明');
});

test('prints tables in plain lines, and ends with 1 at --fail-on', async () => {
  const path = join(data, 'customers.csv');
  const { code, out } = await run([
    'classify',
    path,
    '--pack',
    'gbt-43697',
    'gbt-45574',
    '--fail-on',
    '4',
  ]);
  expect(code).toBe(1);
  expect(out).toContain('GB/T 43697-2024: 一般数据 4 级 †');
  expect(out).toContain('GB/T 45574-2025: 敏感个人信息');
  expect(out).toMatch(/手机号 +contact\.phone +电话号码 +0\.99/);
  expect(out).not.toContain('\u001b');
});

test('writes a workbook that the scanner itself can read', async () => {
  const path = join(place.folder, 'catalogue.xlsx');
  expect(
    (await run(['classify', join(data, 'customers.csv'), '-f', 'xlsx', '-o', path])).code,
  ).toBe(0);
  // 行 of the workbook are rows of its own catalogue: the columns of the first sheet.
  const { catalogue } = await classify(path);
  expect(catalogue.tables.map(({ name, rows }) => [name, rows > 0])).toEqual([
    ['数据目录', true],
    ['表', true],
    ['依据', true],
  ]);
  expect(catalogue.tables[0]!.rows).toBe(15);
});

test('reads sheets of a workbook apart, and only so many rows as it is told', async () => {
  const { catalogue } = await classify(join(data, 'customers.csv'), '--rows', '20', '--cells', '7');
  const [table] = catalogue.tables;
  expect(table).toMatchObject({ rows: 20, complete: false });
  expect(Math.max(...table!.columns.map(({ sampled }) => sampled))).toBeLessThanOrEqual(7);
});

test('takes packs of your own, and names the line where one is wrong', async () => {
  const own = join(place.folder, 'pack.yaml');
  await writeFile(own, stringify({ ...gbt43697, id: 'own', standard: 'Own rules' }));
  const { catalogue } = await classify(join(data, 'customers.csv'), '--pack', own);
  expect(catalogue.tables[0]!.gradings[0]).toMatchObject({ standard: 'Own rules', grade: '4' });

  const text = (await readFile(own, 'utf8')).replace(
    'category: health.*',
    'category: "health.(x|y)"',
  );
  await writeFile(own, text);
  const line = text.split('\n').findIndex((one) => one.includes('health.(x')) + 1;
  const wrong = await run(['classify', data, '--pack', own]);
  expect([wrong.code, wrong.out]).toEqual([2, '']);
  expect(wrong.err).toContain(`${own}:${line}:`);
  expect(wrong.err).toContain('/mappings/1/category must be a pattern');

  await writeFile(own, 'id: [');
  expect((await run(['classify', data, '--pack', own])).err).toContain('neither JSON nor YAML');
  expect((await run(['classify', data, '--pack', 'gbt-99999'])).err).toContain(
    'Built-in packs are',
  );
});

test('names broken records and goes on', async () => {
  const path = join(place.folder, 'broken.ndjson');
  const lines = Array.from({ length: 40 }, (_, at) =>
    JSON.stringify({ phone: `138${10_000_000 + at * 71_993}` }),
  );
  lines[7] = '{"phone": ';
  await writeFile(path, lines.join('\n'));
  const { code, err, catalogue } = await classify(path);
  expect(code).toBe(3);
  expect(err).toContain('broken.ndjson:8:');
  expect(catalogue.tables[0]).toMatchObject({ rows: 39, complete: false });
  expect(categoriesOf(catalogue, 'broken.ndjson')).toEqual({ phone: 'contact.phone' });
});

test('reads an SQLite database, and lists columns in the order of the file', async () => {
  const path = join(place.folder, 'shop.db');
  const database = new sqlite.Database(path);
  database.exec('CREATE TABLE buyers (id INTEGER PRIMARY KEY, name TEXT, mobile TEXT)');
  for (let row = 0; row < 40; row += 1)
    database.run('INSERT INTO buyers (name, mobile) VALUES (?, ?)', [
      `王${'伟芳娜敏静'[row % 5]}`,
      `139${10_000_000 + row * 7_919}`,
    ]);
  database.close();
  const { code, catalogue } = await classify(path);
  expect(code).toBe(0);
  expect(categoriesOf(catalogue, 'shop.db', 'buyers')).toMatchObject({ mobile: 'contact.phone' });
  const csv = join(place.folder, 'order.csv');
  const rows = Array.from({ length: 20 }, (_, row) => `${row},13912${100_000 + row},,b${row}`);
  await writeFile(csv, `id,手机号,empty,备注\n${rows.join('\n')}\n`);
  const { catalogue: ordered } = await classify(csv);
  expect(ordered.tables[0]?.columns.map(({ name }) => name)).toEqual([
    'id',
    '手机号',
    'empty',
    '备注',
  ]);
});
