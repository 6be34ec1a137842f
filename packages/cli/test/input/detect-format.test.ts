import { describe, expect, test } from 'vitest';
import { detectFormat } from '../../src/input/detect-format.ts';

describe('the format of a text', () => {
  test.each([
    ['a.csv', 'a,b\n1,2\n', 'csv', ','],
    ['a.CSV', 'a;b\n1;2\n', 'csv', ';'],
    ['a.csv', 'a|b|c,d\n', 'csv', '|'],
    ['a.csv.gz', 'a\n', 'csv', ','],
    ['a.tsv', 'a\tb\n', 'tsv', undefined],
    ['a.json', '{"a":1}', 'json', undefined],
    ['a.json', '{"a":1}\n{"a":2}\n', 'ndjson', undefined],
    ['a.json', '[1,\n2]', 'json', undefined],
    ['a.jsonl', 'not json', 'ndjson', undefined],
    ['-', '{"a":1}\n{"a":2}\n', 'ndjson', undefined],
    ['-', '{"a":1,\n"b":2}', 'json', undefined],
    ['app.log', '{"a":1}\nplain line\n', 'text', undefined],
    ['-', '-- MySQL dump 10.13\n', 'sql', undefined],
    ['-', 'INSERT INTO t (a) VALUES (1);', 'sql', undefined],
    ['-', 'name,phone,city\n张三,1,x\n李四,2,y\n', 'csv', ','],
    ['-', '姓名\t电话\t城市\n张三\t1\tx\n李四\t2\ty\n', 'csv', '\t'],
    ['-', 'name,phone,city\n张三,1,x\nonly one\n', 'text', undefined],
    ['-', 'Dear all,\nthis is, as you see, a letter,\nand no table.\n', 'text', undefined],
    ['notes.md', 'a,b,c\n1,2,3\n1,2,3\n', 'text', undefined],
    ['-', '[2026-11-23 10:00:00] started\n[2026-11-23 10:00:01] done\n', 'text', undefined],
    ['-', '', 'text', undefined],
  ])('%s with %j is %s', (path, head, format, delimiter) => {
    const found = detectFormat(path, head, true);
    expect([found.format, found.delimiter]).toEqual([format, delimiter]);
  });

  test('a last line that is cut off says nothing', () => {
    expect(detectFormat('-', '{"a":1}\n{"a":2}\n{"a', false).format).toBe('ndjson');
    expect(detectFormat('-', `[${'{"a":1},\n'.repeat(3000)}{"a`, false).format).toBe('json');
    expect(detectFormat('-', 'name,phone,city\n张三,1,x\n李四,2,y\n王', false).format).toBe('csv');
  });
});
