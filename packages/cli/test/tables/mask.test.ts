import { mkdir } from 'node:fs/promises';
import { maskForms } from '@yushu/mask';
import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { columnForms } from '../../src/tables/column-forms.ts';
import { readColumnMask } from '../../src/tables/read-column-mask.ts';
import { run } from '../scan/command.ts';
import { runSql } from './parquet.ts';
import { usePlace } from './place.ts';

const place = usePlace();

const csv = '姓名,手机号,备注\r\n"张三",13800138000,"说""好"""\r\n李四,,\r\n';

describe('yushu mask', () => {
  test('help names every form that there is', () => {
    const named = columnForms.split(', ');
    expect(maskForms.filter((form) => !named.includes(form))).toEqual([]);
    for (const form of maskForms) expect(readColumnMask(`a=${form}`).form).toBe(form);
  });

  test('masks columns of CSV and keeps every other byte', async () => {
    const input = await place.write('a.csv', csv);
    const {
      code,
      out: stdout,
      err: stderr,
    } = await run(['mask', input, '-c', '姓名=name', '-c', '手机号=phone']);
    expect(stdout).toBe('姓名,手机号,备注\r\n"张*",138****8000,"说""好"""\r\n李*,,\r\n');
    expect([code, stderr]).toEqual([
      0,
      `masked ${input} → standard output: 2 rows\n  姓名: name\n  手机号: phone\n`,
    ]);
  });

  test('keeps the encoding', async () => {
    const input = await place.write('g.csv', iconv.encode(csv, 'gb18030'));
    const output = place.path('g.out.csv');
    expect((await run(['mask', input, '-c', '姓名=name', '-o', output, '-q'])).code).toBe(0);
    const { readFile } = await import('node:fs/promises');
    expect(iconv.decode(await readFile(output), 'gb18030')).toContain('"张*",13800138000');
  });

  test('masks NDJSON by path, and leaves null alone', async () => {
    const input = await place.write(
      'a.ndjson',
      '{"user":{"phone":"13800138000"},"n":12.5,"x":null}\n{"user":{"phone":null},"n":-1}\n',
    );
    const { code, out: stdout } = await run([
      'mask',
      input,
      '-c',
      'user/phone=phone',
      '-c',
      'n=bucket:10',
      '-q',
    ]);
    expect([code, stdout]).toEqual([
      0,
      '{"user":{"phone":"138****8000"},"n":"10-20","x":null}\n{"user":{"phone":null},"n":"-10-0"}\n',
    ]);
  });

  test.each([
    ['keep:1,1', '138', '1*8'],
    ['redact', '138', '[REDACTED]'],
    ['replace:none', '138', 'none'],
    ['empty', '138', ''],
    ['bucket:100', '138', '100-200'],
    ['round:50', '138', '150'],
  ])('%s makes of %s: %s', (form, value, expected) => {
    expect(readColumnMask(`a=${form}`).transform.apply(value, {})).toBe(expected);
  });

  test('leaves a row out whose value it cannot mask, names its line, and ends with 3', async () => {
    const input = await place.write('r.csv', 'id,pay\n1,100\n2,secret\n3,300\n');
    const { code, out: stdout, err: stderr } = await run(['mask', input, '-c', 'pay=bucket:100']);
    expect([code, stdout]).toEqual([3, 'id,pay\n1,100-200\n3,300-400\n']);
    expect(stderr).toContain(`${input}:3: `);
    expect(stderr).not.toContain('secret');
  });

  test('leaves a row out that is no row', async () => {
    const input = await place.write(
      'b.csv',
      'id,phone\n1,13800138000\n2,13900139000,13700137000\n',
    );
    const { code, out: stdout } = await run(['mask', input, '-c', 'phone=phone', '-q']);
    expect([code, stdout]).toEqual([3, 'id,phone\n1,138****8000\n']);
  });

  test('refuses a column that is not there, names those that are, and writes nothing', async () => {
    const input = await place.write('c.csv', csv);
    const output = await place.write('c.out', 'old');
    const { code, err: stderr } = await run(['mask', input, '-c', '电话=phone', '-o', output]);
    expect(code).toBe(2);
    expect(stderr).toContain('has no column 电话');
    expect(stderr).toContain('姓名, 手机号, 备注');
    expect(await place.read('c.out')).toBe('old');
  });

  test.each([
    [['-c', 'name'], 'cannot be read'],
    [['-c', 'name=unknown'], 'cannot be read'],
    [['-c', '=phone'], 'cannot be read'],
    [['-c', 'a=keep:1'], 'cannot be read'],
    [['-c', 'a=keep:-1,2'], 'cannot be read'],
    [['-c', 'a=bucket:0'], 'cannot be read'],
    [['-c', 'a=bucket'], 'cannot be read'],
    [['-c', 'a=phone:1'], 'cannot be read'],
    [['-c', 'a=phone', '-c', 'a=name'], 'named twice'],
    [[], 'Say what is to be masked'],
    [['-c', 'a=phone', '--policy', 'p.yaml'], 'Say what is to be masked'],
  ])('refuses %j', async (args, message) => {
    const input = await place.write('u.csv', 'a\n1\n');
    const { code, err: stderr, out: stdout } = await run(['mask', input, ...args]);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain(message);
  });

  test('masks several tables into a folder, and one that cannot be read does not keep the others', async () => {
    const one = await place.write('one.csv', 'a\n13800138000\n');
    const two = await place.write('two.csv', 'a\n13900139000\n');
    const folder = place.path('out');
    await mkdir(folder);
    const missing = place.path('missing.csv');
    const { code, err: stderr } = await run([
      'mask',
      one,
      missing,
      two,
      '-c',
      'a=phone',
      '-o',
      folder,
    ]);
    expect(code).toBe(3);
    expect(stderr).toContain('missing.csv');
    expect(await place.read('out/one.csv')).toBe('a\n138****8000\n');
    expect(await place.read('out/two.csv')).toBe('a\n139****9000\n');
    expect((await run(['mask', one, two, '-c', 'a=phone'])).code).toBe(2);
    expect((await run(['mask', one, one, '-c', 'a=phone', '-o', folder])).code).toBe(2);
  });

  test('masks by a policy, and refuses one that needs keys', async () => {
    const input = await place.write('p.csv', 'phone\n13800138000\n');
    const rule = (action: string) =>
      `version: 1\nrules:\n  - match: { category: contact.phone }\n    action: ${action}\ndefault: allow\n`;
    const policy = await place.write('p.yaml', rule('{ mask: { keepFirst: 3, keepLast: 4 } }'));
    expect((await run(['mask', input, '--policy', policy, '-q'])).out).toBe('phone\n138****8000\n');
    const keyed = await place.write('k.yaml', rule('{ encrypt: { key: pii } }'));
    const { code, err: stderr } = await run(['mask', input, '--policy', keyed]);
    expect(code).toBe(2);
    expect(stderr).toContain('yushu protect');
  });

  test('masks Parquet: what changes is text, the rest keeps its type', async () => {
    const input = place.path('a.parquet');
    const output = place.path('a.out.parquet');
    await runSql(
      `COPY (SELECT i::INTEGER AS id, '1380013800' || i AS phone, DATE '2020-01-01' + i::INTEGER AS day, [i] AS list FROM range(3) t(i)) TO '${input}' (FORMAT parquet)`,
    );
    const { code, err: stderr } = await run(['mask', input, '-c', 'phone=phone', '-o', output]);
    expect([code, stderr]).toEqual([0, `masked ${input} → ${output}: 3 rows\n  phone: phone\n`]);
    const { types, rows } = await runSql(`SELECT * FROM read_parquet('${output}')`);
    expect(types).toEqual(['INTEGER', 'VARCHAR', 'DATE', 'BIGINT[]']);
    expect(rows[1]).toEqual([1, '138****8001', '2020-01-02', ['1']]);
    expect((await run(['mask', input, '-c', 'phone=phone'])).code).toBe(2);
    expect((await run(['mask', input, '-c', 'phones=phone', '-o', output])).code).toBe(2);
    const broken = await place.write('b.parquet', 'PAR1 and no more');
    expect((await run(['mask', broken, '-c', 'phone=phone', '-o', output])).code).toBe(3);
  });
});
