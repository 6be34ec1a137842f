import { describe, expect, test } from 'vitest';
import { readDocument, textsOf } from './read-document.ts';

describe('CSV', () => {
  test('names columns by the first row that is not blank', () => {
    const records = readDocument('csv', ['\n\r\nname,phone\r\n张三,13800138000\r\n\r\n李四,']);
    expect(records.map((record) => record.number)).toEqual([0, 0, 0, 1, 0, 2]);
    expect(records.map((record) => record.line)).toEqual([1, 2, 3, 4, 5, 6]);
    expect(records[3]!.fields.map((field) => [field.path, field.name, field.text])).toEqual([
      ['/0/name', 'name', '张三'],
      ['/0/phone', 'phone', '13800138000'],
    ]);
    expect(records[5]!.fields[1]!.path).toBe('/1/phone');
  });

  test('a header cell that could hold data is a field: the file may have no header', () => {
    const [header] = readDocument('csv', ['13800138000,name,a@b.cn,姓名\n']);
    expect(header!.number).toBe(0);
    expect(header!.fields.map(({ kind, path, name, text }) => [kind, path, name, text])).toEqual([
      ['key', '/header/0', undefined, '13800138000'],
      ['key', '/header/2', undefined, 'a@b.cn'],
      ['key', '/header/3', undefined, '姓名'],
    ]);
  });

  test('columns of one name, or of none, have paths of their own', () => {
    const records = readDocument('csv', ['a,a,,a/b~,a#2\n1,2,3,4,5\n']);
    expect(records[1]!.fields.map((field) => field.path)).toEqual([
      '/0/a',
      '/0/a#2',
      '/0/2',
      '/0/a~1b~0',
      '/0/a#2#2',
    ]);
    expect(records[1]!.fields.map((field) => field.name)).toEqual([
      'a',
      'a',
      undefined,
      'a/b~',
      'a#2',
    ]);
  });

  test('a ragged row is a problem with its line, and the next rows go on', () => {
    const records = readDocument('csv', ['a,b\n1,2\n"x\ny",2,3\n4\n5,6\n']);
    expect(records.map((record) => record.problem?.code)).toEqual([
      undefined,
      undefined,
      'column-count',
      'column-count',
      undefined,
    ]);
    expect(records[2]!.problem).toEqual({
      code: 'column-count',
      message: 'The row has 3 columns where the header has 2',
      expected: '2 columns',
      line: 3,
      column: 1,
      continued: false,
    });
    expect(records[3]!.problem!.line).toBe(5);
    expect(records[4]!.number).toBe(4);
    expect(textsOf(records)).toEqual([
      ['1', '2'],
      ['5', '6'],
    ]);
  });

  test.each([
    ['5" disk,x', ['5" disk', 'x']],
    ['"a"b,x', ['"a"b', 'x']],
    ['"a,b" ,x', ['"a,b" ', 'x']],
    [' "a",x', [' "a"', 'x']],
    ['""a"",x', ['""a""', 'x']],
    ['"a""",x', ['a"', 'x']],
  ])('stray quotes in %s lose nothing', (row, cells) => {
    const [, record] = readDocument('csv', ['a,b\n', row]);
    expect(record!.raw).toBe(row);
    expect(record!.fields.map((field) => field.text)).toEqual(cells);
    for (const [index, field] of record!.fields.entries()) {
      const text = row.slice(0, field.rawStart) + field.encode('n"w') + row.slice(field.rawEnd);
      expect(readDocument('csv', ['a,b\n', text])[1]!.fields[index]!.text).toBe('n"w');
    }
  });

  test('a quote that is never closed is named where it opens', () => {
    const records = readDocument('csv', ['a,b\n1,2\n3,"x\n4,5\n']);
    expect(records).toHaveLength(3);
    expect(records[2]!.problem).toMatchObject({ code: 'unclosed-quote', line: 3, column: 3 });
  });

  test('a cell is written in the style of the old one', () => {
    const [, record] = readDocument('csv', ['a,b\nx,"y"\n']);
    const [plain, quoted] = record!.fields;
    expect([
      plain!.encode('z'),
      plain!.encode('z,"'),
      quoted!.encode('z'),
      quoted!.encode('"'),
    ]).toEqual(['z', '"z,"""', '"z"', '""""']);
    const [, single] = readDocument('csv', ['a\nx\n']);
    expect(single!.fields[0]!.encode('')).toBe('""');
  });

  test('a header that is too long leaves columns without names', () => {
    const records = readDocument('csv', [`${'x'.repeat(3000)},b\n1,2\n3\n`], {
      maxRecordLength: 1024,
    });
    expect(records.map((record) => record.problem?.code)).toEqual([
      'record-length',
      'record-length',
      'record-length',
      undefined,
      undefined,
    ]);
    expect(records.map((record) => record.problem?.continued)).toEqual([
      false,
      true,
      true,
      undefined,
      undefined,
    ]);
    expect(records[3]!.fields.map((field) => [field.path, field.name])).toEqual([
      ['/0/0', undefined],
      ['/0/1', undefined],
    ]);
  });
});
