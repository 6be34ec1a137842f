import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, readdir, readFile, rename, stat, symlink } from 'node:fs/promises';
import { dirname } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import {
  generateKek,
  openKeyFile,
  parseKek,
  writeKekFile,
  writeKeyFile,
} from '@yushu/encrypt/node';
import { expect, test } from 'vitest';
import { usePolicy } from '../protect/fixture.ts';
import { run, start } from '../scan/command.ts';

const place = usePolicy();

async function makeKeys(folder: string): Promise<string> {
  await mkdir(place.path(folder));
  const file = place.path(`${folder}/keys.json`);
  expect((await run(['keys', 'new', 'a', 'f:file', '-o', file])).code).toBe(0);
  return file;
}

const read = (path: string) => readFile(path, 'utf8');

const primariesOf = async (file: string, kekText: string) =>
  (await openKeyFile(file, { kek: parseKek(kekText) })).keysets.map(
    ({ keyset }) => keyset.primaryId,
  );

/** The ids of the keys in the file, opened with whichever KEK beside it fits. */
async function openWithAnyKek(file: string): Promise<number[] | undefined> {
  const parent = dirname(file);
  for (const name of await readdir(parent)) {
    if (!name.startsWith('keys.json.kek')) continue;
    const ids = await primariesOf(file, await read(`${parent}/${name}`)).catch(() => undefined);
    if (ids !== undefined) return ids;
  }
  return undefined;
}

test('the same keys, under a new key-encryption key; the old one is kept under its id', async () => {
  const file = await makeKeys('plain');
  const [before, oldKek] = [await read(file), await read(`${file}.kek`)];
  const ids = await primariesOf(file, oldKek);
  const { code, out, err } = await run(['keys', 'rewrap', '--keys', file]);
  expect([code, out]).toEqual([0, '']);
  expect(await read(file)).not.toBe(before);
  const newKek = await read(`${file}.kek`);
  expect(newKek).not.toBe(oldKek);
  expect(await primariesOf(file, newKek)).toEqual(ids);
  await expect(primariesOf(file, oldKek)).rejects.toMatchObject({ code: 'ERR_ENCRYPT_KEK' });
  expect(await read(`${file}.kek.${parseKek(oldKek).id}`)).toBe(oldKek);
  for (const text of [oldKek, newKek]) expect(err).not.toContain(text.trim().slice(6, 20));
  for (const name of await readdir(place.path('plain'))) {
    expect((await stat(place.path(`plain/${name}`))).mode & 0o777).toBe(0o600);
  }
  expect((await readdir(place.path('plain'))).sort()).toEqual([
    'keys.json',
    'keys.json.kek',
    `keys.json.kek.${parseKek(oldKek).id}`,
  ]);
});

test('killed with -9 at any moment, the keys can be opened, and the next rewrap ends the work', async () => {
  const file = await makeKeys('killed');
  const ids = await primariesOf(file, await read(`${file}.kek`));
  const startedAt = performance.now();
  expect((await run(['keys', 'rewrap', '--keys', file])).code).toBe(0);
  const duration = performance.now() - startedAt;
  let killed = 0;
  for (let attempt = 0; attempt < 24; attempt += 1) {
    const child = start(['keys', 'rewrap', '--keys', file], { stdio: 'ignore' });
    const ended = once(child, 'close');
    // The files change in the last third of the run.
    await delay(duration * (0.45 + Math.random() * 0.6));
    child.kill('SIGKILL');
    const [, signal] = (await ended) as [number | null, string | null];
    if (signal === 'SIGKILL') killed += 1;
    expect(await openWithAnyKek(file)).toEqual(ids);
  }
  expect(killed).toBeGreaterThan(3);
  expect((await run(['keys', 'rewrap', '--keys', file])).code).toBe(0);
  expect(await primariesOf(file, await read(`${file}.kek`))).toEqual(ids);
  const left = (await readdir(place.path('killed'))).filter((name) => /\.new$|\.lock$/.test(name));
  expect(left).toEqual([]);
}, 240_000);

/** Kills the process before one of its changes to the file system: the first, the second, … */
const killer = `data:text/javascript,${encodeURIComponent(`
  import fs from 'node:fs/promises';
  import sync from 'node:fs';
  import { syncBuiltinESMExports } from 'node:module';
  let left = Number(process.env.KILL_BEFORE);
  const count = () => {
    left -= 1;
    if (left > 0) return;
    process.kill(process.pid, 'SIGKILL');
    for (;;);
  };
  const wrap = (module, name) => {
    const real = module[name];
    module[name] = (...args) => {
      count();
      return real(...args);
    };
  };
  for (const name of ['open', 'writeFile', 'link', 'rename', 'rm', 'unlink']) wrap(fs, name);
  for (const name of ['rmSync', 'unlinkSync']) wrap(sync, name);
  syncBuiltinESMExports();
`)}`;

test.each([
  ['rewrap', true],
  ['rotate', false],
] as const)(
  '%s, killed before each change to a file in turn, leaves keys that can be used',
  async (verb, isSameKeys) => {
    const file = await makeKeys(`each-${verb}`);
    const data = await place.write(`each-${verb}/data`, 'hello');
    const first = (await openKeyFile(file)).keysets.map(({ keyset }) => keyset.primaryId);
    let kills = 0;
    for (let step = 1; ; step += 1) {
      expect(step).toBeLessThan(60);
      const env = { NODE_OPTIONS: `--import=${killer}`, KILL_BEFORE: String(step) };
      const child = start(['keys', verb, '--keys', file], { stdio: 'ignore', env });
      const [code, signal] = (await once(child, 'close')) as [number | null, string | null];
      const ids = await openWithAnyKek(file);
      expect(ids?.length).toBe(2);
      if (isSameKeys) expect(ids).toEqual(first);
      const used = await run(['encrypt', data, '-o', `${data}.enc`, '--keys', file]);
      expect(used.code).toBe(0);
      if (signal === null) {
        expect(code).toBe(0);
        break;
      }
      expect(signal).toBe('SIGKILL');
      kills += 1;
    }
    expect(kills).toBeGreaterThan(5);
    const left = (await readdir(dirname(file))).filter((name) => /\.new$|\.lock$/.test(name));
    expect(left).toEqual([]);
  },
  240_000,
);

test('as a killed run leaves them, the keys can be used, and the next rewrap ends the work', async () => {
  const file = await makeKeys('watched');
  const ids = await primariesOf(file, await read(`${file}.kek`));
  const data = await place.write('watched/data', 'hello');
  const oldKek = await read(`${file}.kek`);
  const opened = await openKeyFile(file);
  const kek = generateKek();
  await writeKekFile(`${file}.kek.new`, kek);
  const use = () => run(['encrypt', data, '-o', place.path('watched/out'), '--keys', file]);
  expect(await use()).toMatchObject({ code: 0, err: '' });
  await writeKeyFile(file, opened.keysets, kek, { overwrite: true });
  const between = await use();
  expect([between.code, between.err]).toEqual([0, expect.stringContaining('was interrupted')]);
  const ended = await run(['keys', 'rewrap', '--keys', file]);
  expect([ended.code, ended.err]).toEqual([0, expect.stringContaining('brought to its end')]);
  expect(parseKek(await read(`${file}.kek`)).id).toBe(kek.id);
  expect(await read(`${file}.kek.${parseKek(oldKek).id}`)).toBe(oldKek);
  expect(await primariesOf(file, await read(`${file}.kek`))).toEqual(ids);
  expect(await use()).toMatchObject({ code: 0, err: '' });
});

test('an unused new KEK and temporary files of a killed run are cleared away', async () => {
  const file = await makeKeys('stale');
  await writeKekFile(`${file}.kek.new`, generateKek());
  const uuid = '01234567-89ab-cdef-0123-456789abcdef';
  await place.write(`stale/.keys.json.${uuid}.tmp`, 'x');
  await place.write(`stale/.keys.json.kek.new.${uuid}.tmp`, 'x');
  await place.write('stale/.keys.json.mine.tmp', 'x');
  expect((await run(['keys', 'rewrap', '--keys', file])).code).toBe(0);
  const names = await readdir(place.path('stale'));
  expect(names.filter((name) => name.endsWith('.tmp') || name.endsWith('.new'))).toEqual([
    '.keys.json.mine.tmp',
  ]);
});

test('where the KEK is kept elsewhere, the new one goes where it is told, and the old one stays', async () => {
  const file = await makeKeys('elsewhere');
  const kekFile = place.path('elsewhere/secret');
  await rename(`${file}.kek`, kekFile);
  const oldKek = await read(kekFile);
  for (const env of [{ YUSHU_KEK_FILE: kekFile }, { YUSHU_KEK: oldKek.trim() }]) {
    const refused = await run(['keys', 'rewrap', '--keys', file], { env });
    expect([refused.code, refused.err]).toEqual([2, expect.stringContaining('--kek-output FILE')]);
  }
  const next = place.path('elsewhere/next');
  const args = ['keys', 'rewrap', '--keys', file, '--kek-output', next];
  const env = { YUSHU_KEK: oldKek.trim() };
  expect((await run(args, { env })).code).toBe(0);
  expect(await read(kekFile)).toBe(oldKek);
  expect((await primariesOf(file, await read(next))).length).toBe(2);
  // Never over a KEK that may be the only one.
  const again = await run(args, { env: { YUSHU_KEK_FILE: next } });
  expect([again.code, again.err]).toEqual([3, expect.stringContaining('The file exists already')]);
  expect((await primariesOf(file, await read(next))).length).toBe(2);
});

test('a link to the key file stays one', async () => {
  const real = await makeKeys('real');
  const linked = place.path('linked.json');
  await symlink(real, linked);
  await rename(`${real}.kek`, `${linked}.kek`);
  expect((await run(['keys', 'rewrap', '--keys', linked])).code).toBe(0);
  expect((await run(['keys', 'rotate', '--keys', linked])).code).toBe(0);
  expect(await read(linked)).toBe(await read(real));
  expect((await primariesOf(real, await read(`${linked}.kek`))).length).toBe(2);
});

test('a disk that is full before or after the new KEK leaves the keys as they were', async () => {
  const file = await makeKeys('full');
  const before = [await read(file), await read(`${file}.kek`)];
  const probe = start([]);
  probe.kill();
  const command = [...probe.spawnargs, 'keys', 'rewrap', '--keys', file];
  // The shell's limit on the size of files: with one block there is room for a KEK, and none for the key file.
  for (const blocks of ['0', '1']) {
    const child = spawn('sh', ['-c', `ulimit -f ${blocks}; exec "$@"`, 'sh', ...command]);
    let err = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      err += text;
    });
    expect(await once(child, 'close')).toEqual([3, null]);
    expect(err).toContain('cannot be written');
    expect([await read(file), await read(`${file}.kek`)]).toEqual(before);
  }
  expect((await stat(file)).size).toBeGreaterThan(1024);
  expect((await run(['keys', 'rewrap', '--keys', file])).code).toBe(0);
});

test('with another KEK, nothing is changed', async () => {
  const file = await makeKeys('foreign');
  const before = await read(file);
  await rename(`${file}.kek`, `${file}.away`);
  await writeKekFile(`${file}.kek`, generateKek());
  const { code, err } = await run(['keys', 'rewrap', '--keys', file]);
  expect([code, err]).toEqual([
    3,
    expect.stringMatching(
      /json: The key file is encrypted with another KEK .*\n.*whose id is [0-9a-f]{8}; the id of this one is [0-9a-f]{8}\./,
    ),
  ]);
  expect(await read(file)).toBe(before);
});
