import { mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readFindings, run, useCommand } from './command.ts';

const place = useCommand();

async function scan(folder: string, ...args: string[]) {
  const { code, out, err } = await run(['scan', '.', '-f', 'jsonl', ...args], { cwd: folder });
  return {
    code,
    err,
    found: readFindings(out).map(({ path, line, category }) => `${path}:${line} ${category}`),
  };
}

async function makeFolder(name: string, files: Readonly<Record<string, string>>): Promise<string> {
  const folder = join(place.folder, name);
  await mkdir(folder, { recursive: true });
  for (const [file, content] of Object.entries(files)) await writeFile(join(folder, file), content);
  return folder;
}

test('what a baseline knows is not reported again; what is new or changed is', async () => {
  const folder = await makeFolder('exact', { 'a.txt': '手机 13800138000\n邮箱 wang@corp.cn\n' });
  const lists = join(place.folder, 'exact-lists');
  await mkdir(lists);
  const file = join(lists, 'base.json');
  const first = await scan(folder, '--write-baseline', file);
  expect(first.found).toHaveLength(2);
  expect(first.err).toContain('base.json.key');
  expect((await stat(`${file}.key`)).mode & 0o777).toBe(0o600);
  const text = await readFile(file, 'utf8');
  expect(text).not.toContain('1380');
  expect(text).not.toContain('wang');
  const again = await scan(folder, '--baseline', file, '--fail-on', '1');
  expect([again.code, again.found]).toEqual([0, []]);
  expect(again.err).toContain('2 known from the baseline');
  // Lines move, one value is new, one changes in its place.
  await writeFile(
    join(folder, 'a.txt'),
    '\n\n手机 13800138000\n邮箱 li@corp.cn\n手机 13900139000\n',
  );
  const later = await scan(folder, '--baseline', file, '--fail-on', '1');
  expect(later.code).toBe(1);
  expect(later.found).toEqual(['a.txt:4 contact.email', 'a.txt:5 contact.phone']);
});

test('without the key findings are counted: one more of a kind, and all of that kind are told', async () => {
  const folder = await makeFolder('counted', { 'a.txt': '手机 13800138000\n邮箱 wang@corp.cn\n' });
  const file = join(place.folder, 'counted.json');
  const entry = (category: string) => ({ path: 'a.txt', category, count: 1 });
  await writeFile(
    file,
    JSON.stringify({ version: 1, entries: [entry('contact.phone'), entry('contact.email')] }),
  );
  const same = await scan(folder, '--baseline', file);
  expect(same.found).toEqual([]);
  expect(same.err).toContain('counted and not compared');
  await writeFile(
    join(folder, 'a.txt'),
    '手机 13800138000\n手机 13900139000\n邮箱 wang@corp.cn\n手机 13700137000\n',
  );
  expect((await scan(folder, '--baseline', file)).found.sort()).toEqual([
    'a.txt:1 contact.phone',
    'a.txt:2 contact.phone',
    'a.txt:4 contact.phone',
  ]);
});

test('comments, allowed and denied values', async () => {
  const folder = await makeFolder('comments', {
    'a.ts': [
      "const a = 'wang@corp.cn'; // yushu:ignore contact.email",
      '// yushu:ignore-next-line',
      "const b = 'li@corp.cn';",
      "const c = 'zhao@corp.cn'; // yushu:ignore secret.*",
      "const d = 'help@corp.cn';",
      '// about Blue Heron',
      '',
    ].join('\n'),
  });
  const allow = join(place.folder, 'allow.txt');
  const deny = join(place.folder, 'deny.txt');
  await writeFile(allow, '# ours\n[contact.email] help@corp.cn\n');
  await writeFile(deny, '[custom.codename] blue heron\n');
  const { found, err } = await scan(folder, '--allow', allow, '--deny', deny);
  expect(found).toEqual(['a.ts:4 contact.email', 'a.ts:6 custom.codename']);
  expect(err).toContain('2 ignored by comments');
});

test.each([
  ['--baseline', '{', 'ERR_DETECT_BASELINE'],
  ['--allow', '[] x', 'ERR_DETECT_LIST'],
  ['--deny', '/x+/', 'ERR_DETECT_LIST'],
])('%s with a file that is none ends with a reason', async (option, content, code) => {
  const folder = await makeFolder('broken', { 'a.txt': 'x\n' });
  const file = join(place.folder, `broken${option}.txt`);
  await writeFile(file, content);
  const { code: exit, err } = await scan(folder, option, file);
  expect(exit).toBe(2);
  expect(err).toContain(code);
  expect((await scan(folder, option, join(place.folder, 'nowhere'))).code).not.toBe(0);
});

test('rules of a file are found by too; what cannot be used is told, and the rest is used', async () => {
  const folder = await makeFolder('ruled', { 'a.txt': '胸卡 B-12345\n手机 13800138000\n' });
  const file = join(place.folder, 'rules.yaml');
  const rules = [
    { id: 'badge', category: 'custom.badge', pattern: 'B-\\d{5}', cues: ['胸卡'] },
    { id: 'any', category: 'custom.any', pattern: '\\w+' },
  ];
  await writeFile(file, JSON.stringify({ rules }));
  const { code, found, err } = await scan(folder, '--rules', file);
  expect([code, found]).toEqual([0, ['a.txt:1 custom.badge', 'a.txt:2 contact.phone']]);
  expect(err).toContain('rule any: left out: it matches clean text');
  await writeFile(file, 'nothing of the kind');
  expect(await scan(folder, '--rules', file)).toMatchObject({ code: 3, found: [] });
  expect(await scan(folder, '--rules', `${file}.gone`)).toMatchObject({ found: [] });
});
