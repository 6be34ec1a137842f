import { isDataSecurityError } from '@yushu/core';
import { createRecordReader, type DocumentFormat } from '@yushu/detect/formats';
import { describe, expect, test } from 'vitest';
import { cut, describeRecord, readDocument } from './read-document.ts';

describe('NDJSON', () => {
  test('a broken line is named with line and column, and the next lines go on', () => {
    const records = readDocument('ndjson', [
      '{"a":1}\n{"a":,}\n\n{"a"\n[1,2] x\n{"a":"\\x"}\n{"a":2}',
    ]);
    expect(records.map((record) => record.number)).toEqual([1, 2, 0, 3, 4, 5, 6]);
    expect(
      records.map(({ problem }) => problem && [problem.line, problem.column, problem.expected]),
    ).toEqual([
      undefined,
      [2, 6, 'a value'],
      undefined,
      [4, 5, 'a colon'],
      [5, 7, 'nothing after the value'],
      [6, 8, 'an escape of JSON'],
      undefined,
    ]);
  });

  test('names are nearest keys, and keys that could hold data are fields', () => {
    const [record] = readDocument('ndjson', ['{"13800138000":{"tel":["1",["2"]]},"name":"x"}']);
    expect(record!.fields.map(({ kind, path, name, text }) => [kind, path, name, text])).toEqual([
      ['key', '/13800138000', undefined, '13800138000'],
      ['string', '/13800138000/tel/0', 'tel', '1'],
      ['string', '/13800138000/tel/1/0', 'tel', '2'],
      ['string', '/name', 'name', 'x'],
    ]);
  });

  test('a key longer than 256 characters stands as * in paths', () => {
    const key = 'k'.repeat(257);
    const [record] = readDocument('ndjson', [JSON.stringify({ [key]: 1 })]);
    expect(record!.fields.map((field) => [field.kind, field.path])).toEqual([
      ['key', '/*'],
      ['number', '/*'],
    ]);
  });

  test('numbers stay as they are written', () => {
    const [record] = readDocument('ndjson', ['[12345678901234567890123, 1.10, -0, 1E400]']);
    expect(record!.fields.map((field) => field.text)).toEqual([
      '12345678901234567890123',
      '1.10',
      '-0',
      '1E400',
    ]);
  });

  test('a literal becomes a string unless the new text is one of its kind; escapes stay in style', () => {
    const [record] = readDocument('ndjson', ['[1,true,null,"\\u5f20","张"]']);
    const [number, boolean, none, ascii, plain] = record!.fields;
    expect([number!.encode('02'), number!.encode('2.5'), number!.encode('1*')]).toEqual([
      '"02"',
      '2.5',
      '"1*"',
    ]);
    expect([boolean!.encode('false'), boolean!.encode('no')]).toEqual(['false', '"no"']);
    expect([none!.encode('null'), none!.encode('0')]).toEqual(['null', '"0"']);
    expect([ascii!.encode('李'), plain!.encode('李')]).toEqual(['"\\u674e"', '"李"']);
  });

  test('keys of JavaScript objects are keys like any other', () => {
    const [record] = readDocument('ndjson', ['{"__proto__":"a","constructor":{"toString":"b"}}']);
    expect(record!.fields.map((field) => field.path)).toEqual([
      '/__proto__',
      '/constructor/toString',
    ]);
  });

  test('nesting beyond the limit is named, at any depth, without recursion', () => {
    const deep = '['.repeat(1_000_000);
    const records = readDocument('ndjson', [`${deep}\n[1]\n`]);
    expect(records[0]!.problem).toMatchObject({ code: 'json-depth', line: 1, column: 257 });
    expect(records[1]!.fields).toHaveLength(1);
    const fits = `${'['.repeat(256)}1${']'.repeat(256)}`;
    expect(readDocument('ndjson', [fits])[0]!.fields).toHaveLength(1);
  });
});

test('a line that is too long comes in pieces of 65,536, cut alike for any chunking', () => {
  const text = `{"a":"${'😀x'.repeat(60_000)}"}\n{"b":"${'y'.repeat(70_000)}"}\n{"c":1}\n`;
  const options = { maxRecordLength: 100_000 };
  const records = readDocument('ndjson', [text], options);
  expect(records.map((record) => record.raw).join('')).toBe(text);
  // The pair of surrogates at the cut stays together.
  expect(records[0]!.raw.length).toBe(65_535);
  expect(records.map((record) => record.problem?.continued)).toEqual([
    false,
    true,
    true,
    undefined,
    undefined,
  ]);
  expect(records.map((record) => record.number)).toEqual([1, 1, 1, 2, 3]);
  for (const size of [1000, 65_536, 99_999, 100_000, 150_000]) {
    const positions = Array.from({ length: Math.ceil(text.length / size) }, (_, i) => i * size);
    expect(readDocument('ndjson', cut(text, positions), options).map(describeRecord)).toEqual(
      records.map(describeRecord),
    );
  }
});

describe('JSON', () => {
  test('comes in pieces of whole fields, whose paths go on', () => {
    const rows = Array.from({ length: 5000 }, (_, id) => ({ id, name: `name ${id}` }));
    const records = readDocument('json', [JSON.stringify({ rows }, null, 2)]);
    expect(records.length).toBeGreaterThan(5);
    expect(Math.max(...records.map((record) => record.raw.length))).toBeLessThan(20_000);
    const fields = records.flatMap((record) => record.fields);
    expect(fields).toHaveLength(10_000);
    expect(fields.at(-1)).toMatchObject({
      path: '/rows/4999/name',
      name: 'name',
      text: 'name 4999',
    });
  });

  test('after an error the rest is one broken record, and the error is given once', () => {
    const text = `[1,\n2 3${',"x"'.repeat(20_000)}]`;
    const records = readDocument('json', [text]);
    expect(records.length).toBeGreaterThan(2);
    expect(records[0]!.problem).toMatchObject({
      code: 'json-syntax',
      line: 2,
      column: 3,
      continued: false,
    });
    expect(records.slice(1).every((record) => record.problem?.continued)).toBe(true);
  });

  test('an end that comes too early is named at the end', () => {
    const [record] = readDocument('json', ['{"a":\n1']);
    expect(record!.problem).toMatchObject({ code: 'json-syntax', line: 2, column: 2 });
    const text = `["${'x'.repeat(20_000)}",`;
    const records = readDocument('json', [text]);
    expect(records.map((one) => one.raw).join('')).toBe(text);
    expect(records.at(-1)!.problem).toMatchObject({ line: 1, expected: 'a value' });
  });
});

test('a document with a byte order mark is read, and the mark kept', () => {
  for (const [format, text] of [
    ['json', '[1]'],
    ['ndjson', '[1]\n'],
    ['csv', '"a"\n1\n'],
  ] as const) {
    const records = readDocument(format, ['\uFEFF', text]);
    expect(records[0]!.raw.startsWith('\uFEFF')).toBe(true);
    expect(records.every((record) => record.problem === undefined)).toBe(true);
    expect(records.at(-1)!.fields[0]!.text).toBe('1');
  }
});

test.each([
  ['xml', {}],
  ['csv', { delimiter: '"' }],
  ['csv', { delimiter: ', ' }],
  ['ndjson', { maxRecordLength: 10 }],
  ['ndjson', { maxDepth: 0.5 }],
])('%s with %o is refused', (format, options) => {
  try {
    createRecordReader(format as DocumentFormat, options);
  } catch (error) {
    expect(isDataSecurityError(error, 'ERR_DETECT_READER_OPTIONS')).toBe(true);
    return;
  }
  expect.unreachable();
});

test('a reader that was ended takes no more', () => {
  const reader = createRecordReader('ndjson');
  reader.end();
  expect(() => reader.push('1')).toThrow(
    expect.objectContaining({ code: 'ERR_DETECT_READER_ENDED' }),
  );
});

test('an offset outside a field is refused', () => {
  const [field] = readDocument('ndjson', ['["abc"]'])[0]!.fields;
  for (const offset of [-1, 4, Number.NaN]) {
    expect(() => field!.locate(offset)).toThrow(
      expect.objectContaining({ code: 'ERR_DETECT_FIELD_OFFSET' }),
    );
  }
});
