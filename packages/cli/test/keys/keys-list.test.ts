import { readFile, rm } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { usePolicy } from '../protect/fixture.ts';
import { run } from '../scan/command.ts';

const place = usePolicy();

test('lists without the key-encryption key, as a table and as JSON, and never a key', async () => {
  const file = place.path('listed.json');
  await run(['keys', 'new', '手机', 'p:pseudonym', 'f:file', '-o', file]);
  await run(['keys', 'rotate', '手机', '--keys', file]);
  await rm(`${file}.kek`);

  const table = await run(['keys', 'list', '--keys', file]);
  expect([table.code, table.err]).toEqual([0, '']);
  const [head, ...rows] = table.out.trimEnd().split('\n');
  expect(head).toMatch(/^NAME +KIND +KEY +STATUS +CREATED$/);
  expect(rows.map((row) => row.split(/ {2,}/).filter((_, column) => column !== 2))).toEqual([
    ['手机', 'encrypt', 'enabled', expect.stringMatching(/^20.*Z$/)],
    ['手机', 'encrypt', 'enabled, primary', expect.stringMatching(/^20.*Z$/)],
    ['p', 'pseudonym', 'enabled, primary', expect.stringMatching(/^20.*Z$/)],
    ['f', 'file', 'enabled, primary', expect.stringMatching(/^20.*Z$/)],
  ]);

  const json = await run(['keys', 'list', '--keys', file, '--format', 'json']);
  const list = JSON.parse(json.out) as { name: string; kind: string; keys: object[] }[];
  expect(list.map(({ name, kind, keys }) => [name, kind, keys.length])).toEqual([
    ['手机', 'encrypt', 2],
    ['p', 'pseudonym', 1],
    ['f', 'file', 1],
  ]);
  expect(Object.keys(list[0]!.keys[0]!).sort()).toEqual([
    'created',
    'id',
    'primary',
    'status',
    'template',
  ]);
  const sealed = (await readFile(file, 'utf8')).match(/"encryptedKeyset": "([^"]+)"/)![1]!;
  expect(table.out + json.out).not.toContain(sealed.slice(0, 16));
});

test('shows control characters of a changed file as what they are', async () => {
  const text = await readFile(place.path('keys.json'), 'utf8');
  const changed = text.replace(/"created": "[^"]*"/, '"created": "\\u001b[31mred"');
  const { out } = await run(['keys', 'list', '--keys', await place.write('esc.json', changed)]);
  expect(out).toContain('\\u001b[31mred');
  expect(out).not.toContain('\u001b');
});

test.each([
  [['keys', 'list'], 2],
  [['keys', 'list', '--keys', 'no.json'], 3],
  [['keys', 'list', '--keys', 'policy.yaml'], 3],
  [['keys', 'list', '--keys', 'keys.json', '--format', 'xml'], 2],
])('ends yushu %j with %i', async (args, expected) => {
  const { code, out } = await run(args, { cwd: place.path('.') });
  expect([code, out]).toEqual([expected, '']);
});
