import { readFile, stat } from 'node:fs/promises';
import { hostname } from 'node:os';
import { openKeyFile } from '@yushu/encrypt/node';
import { expect, test } from 'vitest';
import { makeTable, usePolicy } from '../protect/fixture.ts';
import { run } from '../scan/command.ts';

const place = usePolicy();

const idsOf = async (file: string) =>
  (await openKeyFile(file)).keysets.map(({ name, purpose, keyset }) => ({
    of: `${name}:${purpose}`,
    primary: keyset.primaryId,
    all: keyset.keys.map(({ id }) => id),
  }));

test('a file that was protected before is revealed afterwards, and a new one too', async () => {
  const input = await place.write('in.csv', makeTable(40));
  const old = place.path('old.csv');
  const args = place.protectArgs(input, old).concat('--table', 't');
  expect((await run(args)).code).toBe(0);
  const before = await idsOf(place.path('keys.json'));

  const { code, out, err } = await run(['keys', 'rotate', '--keys', place.path('keys.json')]);
  expect([code, out]).toEqual([0, '']);
  expect(place.plain(err)).toMatch(/^keys\.json: pii \(encrypt\): key \d+ seals from now on/);
  expect(err).toContain('pii (fpe): left as it is');
  expect(err).toContain('other (encrypt): key ');
  expect(err).toMatch(/\nNext: /);
  expect((await stat(place.path('keys.json'))).mode & 0o777).toBe(0o600);

  const after = await idsOf(place.path('keys.json'));
  expect(after.map(({ of, all }) => [of, all.length])).toEqual([
    ['pii:aead', 2],
    ['pii:fpe', 1],
    ['other:aead', 2],
  ]);
  for (const [index, { primary, all }] of before.entries()) {
    expect(after[index]!.all).toContain(all[0]);
    expect(after[index]!.primary === primary).toBe(after[index]!.of === 'pii:fpe');
  }

  const renewed = place.path('new.csv');
  expect((await run(place.protectArgs(input, renewed))).code).toBe(0);
  // The key id stands in the first bytes of what is sealed.
  const prefixes = async (path: string) =>
    new Set((await readFile(path, 'utf8')).match(/ysk1\..{6}/g));
  const oldPrefixes = await prefixes(old);
  for (const prefix of await prefixes(renewed)) expect(oldPrefixes.has(prefix)).toBe(false);
  for (const sealed of [old, renewed]) {
    const back = place.path('back.csv');
    expect((await run(place.revealArgs(sealed, back))).code).toBe(0);
    expect(await readFile(back, 'utf8')).toBe(makeTable(40));
  }
});

test('rotates what is named, and refuses what would lose older values', async () => {
  const file = place.path('named.json');
  await run(['keys', 'new', 'a', 'b', 'p:pseudonym', 'p:fpe', 'f:file', '-o', file]);
  const rotate = (...names: string[]) => run(['keys', 'rotate', ...names, '--keys', file]);
  expect((await rotate('b', 'f:file', 'b:encrypt')).code).toBe(0);
  expect((await idsOf(file)).map(({ all }) => all.length)).toEqual([1, 2, 1, 1, 2]);
  const text = await readFile(file, 'utf8');
  for (const [name, message] of [
    ['p', /^yushu: p \(pseudonym\) cannot be rotated: its pseudonyms/],
    ['p:fpe', /^yushu: p \(fpe\) cannot be rotated: what it encrypts names no key/],
    ['c', /^yushu: There is no key c /],
    ['a:fpe', /^yushu: There is no key a:fpe/],
  ] as const) {
    const { code, err } = await rotate('a', name);
    expect(code).toBe(2);
    expect(err).toMatch(message);
  }
  expect(await readFile(file, 'utf8')).toBe(text);
});

test('keeps every key when several rotate at the same time', async () => {
  const file = place.path('many.json');
  await run(['keys', 'new', 'a', '-o', file]);
  const ends = await Promise.all([1, 2, 3, 4].map(() => run(['keys', 'rotate', '--keys', file])));
  expect(ends.map(({ code }) => code)).toEqual([0, 0, 0, 0]);
  expect((await idsOf(file))[0]!.all).toHaveLength(5);
  await expect(stat(`${file}.lock`)).rejects.toThrow();
});

test('takes over the lock of a process that is dead, and says whose file it is otherwise', async () => {
  const file = place.path('locked.json');
  await run(['keys', 'new', 'a', '-o', file]);
  // Beyond every number that a process can have.
  await place.write('locked.json.lock', `99999999 ${hostname()}\n`);
  expect((await run(['keys', 'rotate', '--keys', file])).code).toBe(0);
  await place.write('locked.json.lock', `${process.pid} ${hostname()}\n`);
  const held = await run(['keys', 'rotate', '--keys', file]);
  expect(held.code).toBe(3);
  expect(held.err).toContain('is being changed by another process');
  expect((await idsOf(file))[0]!.all).toHaveLength(2);
}, 60_000);

test('names a key file that is not there, or is none', async () => {
  const missing = await run(['keys', 'rotate', '--keys', place.path('no.json')]);
  expect([missing.code, place.plain(missing.err)]).toEqual([
    3,
    expect.stringMatching(/^yushu: no\.json: no such file/),
  ]);
  const other = await place.write('other.txt', 'hello');
  const { code, err } = await run(['keys', 'rotate', '--keys', other]);
  expect([code, err]).toEqual([3, expect.stringContaining('it is not JSON')]);
});
