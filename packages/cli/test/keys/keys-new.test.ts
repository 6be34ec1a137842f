import { readFile, stat } from 'node:fs/promises';
import { openKeyFile } from '@yushu/encrypt/node';
import { expect, test } from 'vitest';
import { usePolicy } from '../protect/fixture.ts';
import { run } from '../scan/command.ts';

const place = usePolicy();

test('makes every key that a policy names, once', async () => {
  const { keysets } = await openKeyFile(place.path('keys.json'));
  expect(keysets.map(({ name, purpose }) => [name, purpose])).toEqual([
    ['pii', 'aead'],
    ['pii', 'fpe'],
    ['other', 'aead'],
  ]);
  for (const name of ['keys.json', 'keys.json.kek']) {
    expect((await stat(place.path(name))).mode & 0o777).toBe(0o600);
  }
});

test('makes keys by name, and says where the key-encryption key is', async () => {
  const output = place.path('named.json');
  const { code, out, err } = await run(['keys', 'new', 'a', 'b:pseudonym', 'c:fpe', '-o', output]);
  expect([code, out]).toEqual([0, '']);
  expect(place.plain(err)).toMatch(
    /^named\.json: a \(encrypt\), b \(pseudonym\), c \(fpe\)\nnamed\.json\.kek: /,
  );
  const { keysets } = await openKeyFile(output);
  expect(keysets.map(({ purpose }) => purpose)).toEqual(['aead', 'prf', 'fpe']);
});

test('takes the key-encryption key of the environment, and then writes none', async () => {
  const kek = (await readFile(place.path('keys.json.kek'), 'utf8')).trim();
  const output = place.path('env.json');
  const { code, err } = await run(['keys', 'new', 'a', '-o', output], { env: { YUSHU_KEK: kek } });
  expect([code, place.plain(err)]).toEqual([0, 'env.json: a (encrypt)\n']);
  await expect(stat(`${output}.kek`)).rejects.toThrow();
  expect(await readFile(output, 'utf8')).not.toContain(kek);
});

test('never writes over keys', async () => {
  const before = await readFile(place.path('keys.json'), 'utf8');
  const { code, err } = await run(['keys', 'new', 'a', '-o', place.path('keys.json')]);
  expect(code).not.toBe(0);
  expect(err).toContain('The file exists already');
  expect(await readFile(place.path('keys.json'), 'utf8')).toBe(before);
});

test.each([
  [['keys', 'new'], /required option/],
  [['keys', 'new', '-o', 'x.json'], /No key is named/],
  [['keys', 'new', 'a:what', '-o', 'x.json'], /a:what names no key/],
  [['keys', 'new', ':fpe', '-o', 'x.json'], /:fpe names no key/],
])('says what is missing in yushu %j', async (args, message) => {
  const { code, err } = await run(args, { cwd: place.path('.') });
  expect(code).toBe(2);
  expect(err).toMatch(message);
});
