import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readFindings, run, useCommand } from './command.ts';

const place = useCommand();

const dump = `POST /api/login?from=x HTTP/1.1
Host: api.example.net
Content-Type: multipart/form-data; boundary=XX

--XX
Content-Disposition: form-data; name="password"

Xk9mPq2vT
--XX
Content-Disposition: form-data; name="file"; filename="a.csv"
Content-Type: text/csv

姓名,手机
王小明,138 1234 5678
--XX--

HTTP/1.1 200 OK
Content-Type: application/json

{"name":"欧阳建国","token":"8fK2mQ7xVb3nR9tLw5YzHc1d"}
PUT /u HTTP/1.1
Content-Type: application/x-www-form-urlencoded

name=%E7%8E%8B%E5%B0%8F%E6%98%8E&pwd=Xk9mPq2vT&mobile=139+1234+5678
`;

const expected = [
  [8, 1, 'secret.password', '/body/password', 'Xk9mPq2vT'],
  [14, 1, 'person.name', '/body/file/0/姓名', '王小明'],
  [14, 5, 'contact.phone', '/body/file/0/手机', '138 1234 5678'],
  [20, 10, 'person.name', '/body/name', '欧阳建国'],
  [20, 25, 'secret.generic', '/body/token', '8fK2mQ7xVb3nR9tLw5YzHc1d'],
  [24, 6, 'person.name', '/body/name', '%E7%8E%8B%E5%B0%8F%E6%98%8E'],
  [24, 38, 'secret.password', '/body/pwd', 'Xk9mPq2vT'],
  [24, 55, 'contact.phone', '/body/mobile', '139+1234+5678'],
];

test.each(['\n', '\r\n'])('requests and responses in one file, line ends %j', async (lineEnd) => {
  const text = dump.replaceAll('\n', lineEnd);
  const path = join(place.folder, 'dump.http');
  await writeFile(path, text);
  const { code, out } = await run(['scan', path, '-f', 'jsonl']);
  expect(code).toBe(0);
  const found = readFindings(out).map(({ line, column, category, pointer, start, end }) => [
    line,
    column,
    category,
    pointer,
    text.slice(start, end),
  ]);
  expect(found).toEqual(expected);
});

test('a HAR file: the name of an entry says what its value is', async () => {
  const list = [
    { name: 'Authorization', value: 'Bearer 8fK2mQ7xVb3nR9tLw5YzHc1d' },
    { name: '手机', value: '138 1234 5678' },
    { name: 'password', value: 'Xk9mPq2vT' },
    { name: 'User-Agent', value: 'Mozilla/5.0' },
  ];
  const path = join(place.folder, 'a.har');
  await writeFile(path, JSON.stringify({ log: { entries: [{ request: { headers: list } }] } }));
  const { out } = await run(['scan', path, '-f', 'jsonl']);
  expect(readFindings(out).map(({ category, pointer }) => [category, pointer])).toEqual([
    ['secret.generic', '/log/entries/0/request/headers/0/value'],
    ['contact.phone', '/log/entries/0/request/headers/1/value'],
    ['secret.password', '/log/entries/0/request/headers/2/value'],
  ]);
});

test('a dump that is longer than is held is scanned as text', async () => {
  const path = join(place.folder, 'long.http');
  await writeFile(path, `${dump}${'x '.repeat(8_500_000)}\n电话 13912345678\n`);
  const { out } = await run(['scan', path, '-f', 'jsonl']);
  expect(readFindings(out).at(-1)).toMatchObject({ category: 'contact.phone', line: 26 });
});
