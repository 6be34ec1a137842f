import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import iconv from 'iconv-lite';
import { beforeAll, describe, expect, test } from 'vitest';
import { run, useCommand } from '../scan/command.ts';
import { runSql } from '../tables/parquet.ts';

const place = useCommand();
const path = (name: string) => join(place.folder, name);
const keys = () => ['--keys', path('keys.json'), '--key', 'owner'];
const release = (record: string) => ['--record', path(record), ...keys()];
const embed = (name: string, record: string, output: string) =>
  run([
    ...['watermark', 'embed', path(name), '-o', path(output), '--recipient', 'acme'],
    ...['--budget', '0.1', '--quiet', ...release(record)],
  ]);
const trace = async (name: string, record: string) =>
  run(['watermark', 'trace', path(name), '--recipients', path('recipients'), ...release(record)]);

beforeAll(async () => {
  await writeFile(path('recipients'), 'globex\nacme\ninitech\n');
  await run(['keys', 'new', 'owner:pseudonym', '-o', path('keys.json')]);
});

describe('Parquet', () => {
  const select = (file: string) => `SELECT * FROM read_parquet('${path(file)}')`;
  beforeAll(async () => {
    await runSql(
      `COPY (SELECT i AS id, ['北京','上海','广州'][1 + i % 3] AS city, ((i * 7919) % 999983) / 100.0::DOUBLE AS amount,
        (((i * 104729) % 99991) / 1000)::DECIMAL(12,3) AS weight, TIMESTAMP '2026-01-01' + INTERVAL (i) SECOND AS at,
        [i, i + 1] AS list, CASE WHEN i % 50 = 0 THEN NULL ELSE ((i * 31) % 4001)::FLOAT / 8 END AS share
        FROM range(3000) t(i)) TO '${path('orders.parquet')}' (FORMAT parquet)`,
    );
  });

  test('is marked with its types kept, and traced, also as the CSV that somebody made of it', async () => {
    const marked = await embed('orders.parquet', 'orders.record', 'acme.parquet');
    expect([marked.code, marked.err]).toEqual([0, '']);
    const before = await runSql(select('orders.parquet'));
    const after = await runSql(select('acme.parquet'));
    expect(after.types).toEqual(before.types);
    expect(after.rows.length).toBe(3000);
    const changed = after.rows.map((row, at) =>
      row.flatMap((cell, column) =>
        JSON.stringify(cell) === JSON.stringify(before.rows[at]![column]) ? [] : [column],
      ),
    );
    expect(changed.flat().length).toBeGreaterThan(500);
    expect(changed.flat().length).toBeLessThanOrEqual(0.1 * 7 * 3000);
    for (const column of new Set(changed.flat())) expect([2, 3, 6]).toContain(column);
    const whole = await trace('acme.parquet', 'orders.record');
    expect([whole.code, whole.err]).toEqual([1, '']);
    expect(whole.out).toMatch(/^named: acme\n/);
    expect((await trace('orders.parquet', 'orders.record')).out).toMatch(/^no one is named\n/);
    await runSql(
      `COPY (SELECT amount AS a, weight AS b FROM read_parquet('${path('acme.parquet')}') ORDER BY hash(id) LIMIT 1500) TO '${path('leak.csv')}' (FORMAT csv)`,
    );
    expect((await trace('leak.csv', 'orders.record')).out).toMatch(/^named: acme\n/);
  });

  test('says so where it is damaged, empty, or of another schema, and writes nothing', async () => {
    const bytes = await readFile(path('orders.parquet'));
    await writeFile(path('cut.parquet'), bytes.subarray(0, bytes.length - 400));
    await runSql(
      `COPY (SELECT 1 AS amount WHERE false) TO '${path('none.parquet')}' (FORMAT parquet)`,
    );
    await runSql(
      `COPY (SELECT 1 AS x FROM range(99)) TO '${path('other.parquet')}' (FORMAT parquet)`,
    );
    for (const [name, message] of [
      ['cut.parquet', /cut\.parquet: cannot be read as Parquet/],
      ['none.parquet', /no rows|WATERMARK_/],
      ['other.parquet', /ERR_WATERMARK_SCHEMA/],
    ] as const) {
      const { code, err } = await embed(name, 'orders.record', 'never.parquet');
      expect(err).toMatch(message);
      expect(err).not.toMatch(/\n\s+at /);
      expect(code).toBe(3);
      await expect(readFile(path('never.parquet'))).rejects.toThrow();
    }
  });
});

describe('text as people have it', () => {
  const rows = Array.from({ length: 2500 }, (_, at) => [
    `${['北京', '上海', '广州'][at % 3]}分店`,
    `"第 ${at} 条，\r\n含 ""引号"""`,
    String(((at * 7919) % 99_991) / 10),
  ]);
  const text = `城市,备注,金额\r\n${rows.map((row) => row.join(',')).join('\r\n')}\r\n`;

  test.each([
    ['a byte order mark', Buffer.from(`\uFEFF${text}`)],
    ['GB18030', iconv.encode(text, 'gb18030')],
    ['UTF-16', iconv.encode(`\uFEFF${text}`, 'utf16-le')],
    ['tabs', Buffer.from(text.replaceAll(',', '\t').replaceAll('，', ','))],
  ])('%s, CRLF and line ends within quotes stay, and the copy is traced', async (name, bytes) => {
    const file = `${name.replaceAll(' ', '-')}.${name === 'tabs' ? 'tsv' : 'csv'}`;
    await writeFile(path(file), bytes);
    const { code, err } = await embed(file, `${file}.record`, `acme-${file}`);
    expect([code, err]).toEqual([0, '']);
    const copy = await readFile(path(`acme-${file}`));
    const encoding = name === 'GB18030' ? 'gb18030' : name === 'UTF-16' ? 'utf16-le' : 'utf8';
    const hide = (table: string) => table.replace(/[\d.]+\r\n(?=["北上广]|$)/g, 'N\r\n');
    const decode = (one: Buffer) => iconv.decode(one, encoding, { stripBOM: false });
    expect(copy.equals(bytes)).toBe(false);
    expect(hide(decode(copy))).toBe(hide(decode(bytes)));
    const traced = await trace(`acme-${file}`, `${file}.record`);
    expect(traced.out).toMatch(/^named: acme\n/);
  });

  test('a cut file is refused where it ends, and nothing is written', async () => {
    await writeFile(path('cut.csv'), text.slice(0, text.lastIndexOf('"') - 3));
    const { code, err } = await embed('cut.csv', 'a-byte-order-mark.csv.record', 'never.csv');
    expect(code).toBe(3);
    expect(err).toMatch(/Line \d+, column \d+/);
    await expect(readFile(path('never.csv'))).rejects.toThrow();
  });

  test('a copy that names nobody says so', async () => {
    const short = Array.from(
      { length: 300 },
      (_, at) => `city ${at % 7},${((at * 7919) % 99991) / 10}`,
    );
    await writeFile(path('short.csv'), `city,amount\n${short.join('\n')}\n`);
    const marked = await run([
      ...['watermark', 'embed', path('short.csv'), '-o', path('short-acme.csv')],
      ...['--recipient', 'acme', ...release('short.record')],
    ]);
    expect(marked.code).toBe(0);
    expect(marked.err).toMatch(/too few to name anybody .* among 1,000,000 recipients/);
    expect(marked.err).toContain('watermark capacity --for N');
  });

  test('too few rows are said to be too few', async () => {
    const few = [['城市', '备注', '金额'], ...rows.slice(0, 20)].map((row) => row.join(','));
    await writeFile(path('few.csv'), `${few.join('\r\n')}\r\n`);
    const capacity = await run(['watermark', 'capacity', path('few.csv'), ...keys()]);
    expect(capacity.code === 3 ? capacity.err : capacity.out).toMatch(/too few|No column/);
  });
});
