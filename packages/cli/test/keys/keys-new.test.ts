import { readFile, stat, writeFile } from 'node:fs/promises';
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

test('makes keys of the profile gm, which protect, encrypt and rotate like others', async () => {
  const keys = place.path('gm.json');
  const names = ['pii', 'ids:pseudonym', 'dumps:file'];
  const made = await run(['keys', 'new', ...names, '--profile', 'gm', '-o', keys]);
  expect([made.code, made.out]).toEqual([0, '']);
  expect((await run(['keys', 'add', 'more', '--profile', 'gm', '--keys', keys])).code).toBe(0);
  const { keysets, provider } = await openKeyFile(keys);
  expect(keysets.map((entry) => entry.keys.map(({ template }) => template))).toEqual([
    ['SM4_GCM'],
    ['HMAC_SM3_PRF'],
    ['SM4_GCM_HKDF_SM3_1MB'],
    ['SM4_GCM'],
  ]);
  const aead = await provider.aead('pii');
  const data = new TextEncoder().encode('place');
  const sealed = aead.seal(data, data);

  expect((await run(['keys', 'rotate', '--keys', keys])).code).toBe(0);
  const rotated = await openKeyFile(keys);
  expect((await rotated.provider.aead('pii')).open(sealed, data)).toEqual(data);

  const [input, locked, output] = ['plain.txt', 'plain.enc', 'again.txt'].map(place.path);
  await writeFile(input!, '电话 13800138000\n');
  expect((await run(['encrypt', input!, '-o', locked!, '--keys', keys])).code).toBe(0);
  expect((await run(['decrypt', locked!, '-o', output!, '--keys', keys])).code).toBe(0);
  expect(await readFile(output!, 'utf8')).toBe('电话 13800138000\n');
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
  [['keys', 'new', 'a:fpe', '--profile', 'gm', '-o', 'x.json'], /profile gm has no keys for fpe/],
  [
    ['keys', 'new', 'a', '--profile', 'sm', '-o', 'x.json'],
    /Allowed choices are international, gm/,
  ],
])('says what is missing in yushu %j', async (args, message) => {
  const { code, err } = await run(args, { cwd: place.path('.') });
  expect(code).toBe(2);
  expect(err).toMatch(message);
});
