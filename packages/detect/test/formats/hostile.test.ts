import { expect, test } from 'vitest';
import { readDocument } from './read-document.ts';

test.each([
  ['ndjson', `[${'0,'.repeat(300_000)}0]\n[1]\n`],
  ['ndjson', `{${'"1":{},'.repeat(300_000)}"1":0}\n[1]\n`],
  ['csv', `${','.repeat(300_000)}\nx\n`],
  ['sql', `INSERT INTO t VALUES (${'0,'.repeat(300_000)}0),\n(1);\n`],
  ['sql', `COPY t FROM stdin;\n${'\t'.repeat(300_000)}\n1\n\\.\n`],
] as const)(
  'a record of %s with too many fields is a problem, and the next is read',
  (format, text) => {
    const records = readDocument(format, [text]).filter(
      (record) => record.raw.length > 20 || record.fields.length > 0,
    );
    const broken = records.find((record) => record.problem !== undefined)!;
    expect(broken.problem!.code).toBe('field-count');
    expect(records.at(-1)!.fields.map((field) => field.text)).toEqual([
      format === 'csv' ? 'x' : '1',
    ]);
  },
);

test.each([
  ['csv', (text: string) => `a\n"${text.replaceAll('"', '""')}"\n`, '"'],
  ['ndjson', (text: string) => `${JSON.stringify([text])}\n`, '\n'],
  ['sql', (text: string) => `INSERT INTO t VALUES ('${text.replaceAll("'", "''")}');\n`, "'"],
] as const)('millions of escapes in one value of %s are read', (format, write, character) => {
  const text = `${character.repeat(2_000_000)}x`;
  const records = readDocument(format, [write(text)]);
  const field = records.flatMap((record) => record.fields).at(-1)!;
  expect(field.text === text).toBe(true);
  expect(field.locate(2_000_000)).toBe(records.at(-1)!.raw.lastIndexOf('x'));
});
