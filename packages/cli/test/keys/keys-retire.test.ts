import { readFile } from 'node:fs/promises';
import { PassThrough } from 'node:stream';
import { createFieldCipher } from '@yushu/encrypt';
import { listKeyFile, openKeyFile } from '@yushu/encrypt/node';
import { expect, test } from 'vitest';
import { askForWord } from '../../src/files/ask-for-word.ts';
import { usePolicy } from '../protect/fixture.ts';
import { run } from '../scan/command.ts';

const place = usePolicy();
const context = { table: 't', column: 'c', row: '1' };

async function makeKeys(name: string, ...names: string[]) {
  const file = place.path(name);
  expect((await run(['keys', 'new', ...names, '-o', file])).code).toBe(0);
  return { file, keys: (...args: string[]) => run(['keys', ...args, '--keys', file]) };
}

const cipherOf = async (file: string) =>
  createFieldCipher(await (await openKeyFile(file)).provider.aead('a'));

test('a key is disabled, enabled again, disabled and destroyed, and nothing else is changed', async () => {
  const { file, keys } = await makeKeys('retire.json', 'a', 'b');
  const sealed = (await cipherOf(file)).seal('13800138000', context);
  expect((await keys('rotate', 'a')).code).toBe(0);
  const [a, b] = await listKeyFile(file);
  const [old, next] = a!.keys.map(({ id }) => String(id)) as [string, string];
  const statuses = async () => (await listKeyFile(file))[0]!.keys.map(({ status }) => status);

  const disabled = await keys('disable', 'a', old);
  expect([disabled.code, disabled.out]).toEqual([0, '']);
  expect(place.plain(disabled.err)).toBe(
    `retire.json: a (encrypt): key ${old} neither seals nor opens; yushu keys enable takes it back\n`,
  );
  expect(await statuses()).toEqual(['disabled', 'enabled']);
  const open = async () => (await cipherOf(file)).open(sealed, context);
  await expect(open()).rejects.toThrow(expect.objectContaining({ code: 'ERR_ENCRYPT_OPEN' }));
  expect((await keys('disable', 'a', old)).err).toContain('is disabled already');

  expect((await keys('enable', 'a:encrypt', old)).code).toBe(0);
  expect(await open()).toBe('13800138000');
  expect((await keys('destroy', 'a', old, '--yes')).err).toContain('is enabled');
  expect(await open()).toBe('13800138000');

  await keys('disable', 'a', old);
  const unasked = await keys('destroy', 'a', old);
  expect([unasked.code, unasked.err]).toEqual([2, expect.stringContaining('Say --yes')]);
  expect(await statuses()).toEqual(['disabled', 'enabled']);
  expect((await keys('destroy', 'a', old, '--yes')).code).toBe(0);
  expect(await statuses()).toEqual(['destroyed', 'enabled']);
  const keyset = (await openKeyFile(file)).keysets[0]!.keyset;
  expect(keyset.keys.map(({ id, status }) => [String(id), status])).toEqual([
    [old, 'destroyed'],
    [next, 'enabled'],
  ]);
  expect((await keys('destroy', 'a', old, '-y')).code).toBe(0);
  for (const command of ['enable', 'disable'])
    expect(await keys(command, 'a', old)).toMatchObject({ code: 2 });
  await expect(open()).rejects.toThrow(expect.objectContaining({ code: 'ERR_ENCRYPT_OPEN' }));
  expect((await listKeyFile(file))[1]).toEqual(b);
});

test('what seals is neither disabled nor destroyed, and what is not there is named', async () => {
  const { file, keys } = await makeKeys('primary.json', 'a', 'a:fpe');
  const [a] = await listKeyFile(file);
  const id = String(a!.keys[0]!.id);
  const before = await readFile(file, 'utf8');
  for (const [args, words] of [
    [['disable', 'a', id], 'is the one that seals'],
    [['destroy', 'a', id, '--yes'], 'is enabled'],
    [['disable', 'a', '7'], 'a has no key 7'],
    [['disable', 'a', `${id}x`], 'has no key'],
    [['enable', 'nobody', id], 'There is no key nobody'],
  ] as const) {
    const { code, err } = await keys(...args);
    expect([code, err]).toEqual([2, expect.stringContaining(words)]);
  }
  expect((await run(['keys', 'disable', 'a', '--keys', file])).code).toBe(2);
  expect(await readFile(file, 'utf8')).toBe(before);
});

test('keys are added by name and by policy, once', async () => {
  const { file, keys } = await makeKeys('add.json', 'a');
  const names = async () =>
    (await listKeyFile(file)).map(({ name, purpose }) => `${name}:${purpose}`);
  const old = (await listKeyFile(file))[0];
  const added = await keys('add', 'ids:pseudonym', 'a:fpe');
  expect([added.code, place.plain(added.err)]).toEqual([0, 'add.json: ids (pseudonym), a (fpe)\n']);
  expect(await names()).toEqual(['a:aead', 'ids:prf', 'a:fpe']);
  expect((await listKeyFile(file))[0]).toEqual(old);
  const again = await keys('add', 'new', 'a');
  expect([again.code, again.err]).toEqual([
    2,
    expect.stringContaining('a (encrypt) is there already'),
  ]);
  expect((await keys('add')).code).toBe(2);
  expect(await names()).toHaveLength(3);
  expect((await keys('add', '--policy', place.path('policy.yaml'))).code).toBe(0);
  const all = await names();
  expect(all).toEqual(expect.arrayContaining(['pii:aead', 'pii:fpe', 'other:aead']));
  const more = await keys('add', '--policy', place.path('policy.yaml'));
  expect([more.code, more.err]).toEqual([0, expect.stringContaining('holds every key')]);
  expect(await names()).toEqual(all);
});

test('a word is asked for, and an input that ends is none', async () => {
  const ask = async (typed: string) => {
    const [input, output] = [new PassThrough(), new PassThrough()];
    const answer = askForWord('Sure? ', input, output);
    input.end(typed);
    return [await answer, String(output.read())];
  };
  expect(await ask(' 42 \nmore\n')).toEqual(['42', 'Sure? ']);
  expect(await ask('')).toEqual(['', 'Sure? ']);
});
