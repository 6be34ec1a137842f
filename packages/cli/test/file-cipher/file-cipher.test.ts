import { spawn } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { readdir, readFile, stat, symlink, writeFile } from 'node:fs/promises';
import { setTimeout as delay } from 'node:timers/promises';
import { createStreamingAead } from '@yushu/encrypt';
import { openKeyFile } from '@yushu/encrypt/node';
import { beforeAll, describe, expect, test } from 'vitest';
import { usePolicy } from '../protect/fixture.ts';
import { run, start } from '../scan/command.ts';

const place = usePolicy();
const file = (name: string) => place.path(name);
const keys = () => ['--keys', file('files.json')];
const encryptArgs = (input: string, output: string) => ['encrypt', input, '-o', output, ...keys()];
const decryptArgs = (input: string, output: string) => ['decrypt', input, '-o', output, ...keys()];

const opaque = /^yushu: Could not be opened \(ERR_ENCRYPT_OPEN\)\n {2}[^\n]+\n$/;

/** Beyond two segments of 1 MiB, and not a whole number of them. */
const content = randomBytes(2_500_001);
const mebibyte = 1024 * 1024;

async function leftovers(): Promise<string[]> {
  return (await readdir(file('.'))).filter((name) => name.endsWith('.tmp'));
}

beforeAll(async () => {
  await run(['keys', 'new', 'f:file', '-o', file('files.json')]);
  await writeFile(file('plain'), content);
  expect((await run(encryptArgs(file('plain'), file('sealed')))).code).toBe(0);
});

describe('encrypts and decrypts', () => {
  test.each([0, 1, 4096, mebibyte - 56, mebibyte, 2 * mebibyte])('%i bytes', async (size) => {
    const input = await place.write('in', randomBytes(size));
    const sealed = await run(encryptArgs(input, file('in.enc')));
    expect(sealed).toMatchObject({ code: 0, out: '', err: '' });
    expect(await run(decryptArgs(file('in.enc'), file('back')))).toMatchObject({
      code: 0,
      err: '',
    });
    expect((await readFile(file('back'))).equals(await readFile(input))).toBe(true);
    expect((await stat(file('back'))).mode & 0o777).toBe(0o600);
  });

  test('the bytes of the package, with no associated data', async () => {
    const { keysets } = await openKeyFile(file('files.json'));
    const aead = createStreamingAead(keysets[0]!.keyset);
    const stream = new Blob([await readFile(file('sealed'))])
      .stream()
      .pipeThrough(aead.openStream(new Uint8Array(0)));
    expect(Buffer.from(await new Response(stream).arrayBuffer()).equals(content)).toBe(true);
  });

  test('through pipes, and in place of the input', async () => {
    const sealed = await place.write('through', content);
    // Bytes on standard output: what the fixture reads as text is read by a shell here.
    const shell = async (script: string, ...args: string[]) => {
      const probe = start([]);
      probe.kill();
      const command = probe.spawnargs.map((arg) => `'${arg}'`).join(' ');
      const child = spawn('sh', ['-c', script.replaceAll('yushu', command), 'sh', ...args]);
      return ((await once(child, 'close')) as [number])[0];
    };
    const script =
      'yushu encrypt - -o - --keys "$1" < "$2" | yushu decrypt - -o - --keys "$1" > "$3"';
    expect(await shell(script, file('files.json'), sealed, file('piped'))).toBe(0);
    expect((await readFile(file('piped'))).equals(content)).toBe(true);
    expect((await run(encryptArgs(sealed, sealed))).code).toBe(0);
    expect((await readFile(sealed)).includes(content.subarray(0, 64))).toBe(false);
    expect((await run(decryptArgs(sealed, sealed))).code).toBe(0);
    expect((await readFile(sealed)).equals(content)).toBe(true);
  });

  test('what was encrypted before keys rotate, and after it', async () => {
    const rotated = file('rotated.json');
    await run(['keys', 'new', 'f:file', 'g:file', '-o', rotated]);
    const seal = (to: string) =>
      run(['encrypt', file('plain'), '-o', file(to), '--keys', rotated, '--key', 'g']);
    expect((await seal('before.enc')).code).toBe(0);
    expect((await run(['keys', 'rotate', '--keys', rotated])).code).toBe(0);
    expect((await run(['keys', 'rewrap', '--keys', rotated])).code).toBe(0);
    expect((await seal('after.enc')).code).toBe(0);
    for (const name of ['before.enc', 'after.enc']) {
      const { code } = await run(['decrypt', file(name), '-o', file('back'), '--keys', rotated]);
      expect(code).toBe(0);
      expect((await readFile(file('back'))).equals(content)).toBe(true);
    }
  });

  test('a file of any size in memory that does not grow', async () => {
    const sizes = [8, 96].map((mebibytes) => mebibytes * mebibyte);
    const peaks: number[] = [];
    for (const size of sizes) {
      await place.write('big', Buffer.alloc(size, 'yushu'));
      const sealed = await run(encryptArgs(file('big'), file('big.enc')));
      const opened = await run(decryptArgs(file('big.enc'), file('big.back')));
      expect([sealed.code, opened.code]).toEqual([0, 0]);
      peaks.push(Math.max(sealed.maxResident, opened.maxResident));
      const digest = async (name: string) =>
        createHash('sha256')
          .update(await readFile(file(name)))
          .digest('hex');
      expect(await digest('big.back')).toBe(await digest('big'));
    }
    expect(peaks[1]! - peaks[0]!).toBeLessThan(64 * mebibyte);
  }, 120_000);
});

describe('one opaque error and no output for', () => {
  const change = (at: number) => (bytes: Buffer) => {
    bytes[at < 0 ? bytes.length + at : at]! ^= 1;
    return bytes;
  };
  const cases: [string, (bytes: Buffer) => Uint8Array][] = [
    ['an empty file', () => new Uint8Array(0)],
    ['a foreign file', () => randomBytes(100_000)],
    ['the plain text', () => content],
    ['a changed first byte', change(0)],
    ['a changed salt', change(5)],
    ['a changed first segment', change(1000)],
    ['a changed middle', change(1_500_000)],
    ['a changed last byte', change(-1)],
    ['a file without its last byte', (bytes) => bytes.subarray(0, -1)],
    ['a file cut at a segment', (bytes) => bytes.subarray(0, 2 * mebibyte)],
    ['a file cut in its header', (bytes) => bytes.subarray(0, 20)],
    ['a file with a byte more', (bytes) => Buffer.concat([bytes, Buffer.from([0])])],
    ['two files in one', (bytes) => Buffer.concat([bytes, bytes])],
    [
      'segments that changed places',
      (bytes) =>
        Buffer.concat([
          bytes.subarray(0, mebibyte),
          bytes.subarray(2 * mebibyte),
          bytes.subarray(mebibyte, 2 * mebibyte),
        ]),
    ],
  ];
  test.each(cases)('%s', async (_, alter) => {
    const bad = await place.write('bad', alter(await readFile(file('sealed'))));
    await place.write('kept', 'old');
    const before = await readdir(file('.'));
    const toOld = await run(decryptArgs(bad, file('kept')));
    const toNew = await run(decryptArgs(bad, file('never')));
    const toPipe = await run(decryptArgs('-', '-'), { input: await readFile(bad) });
    for (const { code, out, err } of [toOld, toNew, toPipe]) {
      expect([code, out, err]).toEqual([3, '', expect.stringMatching(opaque)]);
    }
    expect(toNew.err).toBe(toOld.err);
    expect(await readFile(file('kept'), 'utf8')).toBe('old');
    expect(await readdir(file('.'))).toEqual(before);
  });

  test('the file of another key', async () => {
    await run(['keys', 'new', 'f:file', '-o', file('others.json')]);
    const args = ['decrypt', file('sealed'), '-o', file('never'), '--keys', file('others.json')];
    expect(await run(args)).toMatchObject({ code: 3, out: '', err: expect.stringMatching(opaque) });
  });
});

test('with -9 at any moment, the output is the old file or the whole new one', async () => {
  await place.write('k', Buffer.alloc(24 * mebibyte, 'k'));
  const startedAt = performance.now();
  expect((await run(encryptArgs(file('k'), file('k.enc')))).code).toBe(0);
  const duration = performance.now() - startedAt;
  const size = (await stat(file('k.enc'))).size;
  for (let attempt = 0; attempt < 8; attempt += 1) {
    await place.write('k.enc', 'old');
    const child = start(encryptArgs(file('k'), file('k.enc')), { stdio: 'ignore' });
    const ended = once(child, 'close');
    await delay(duration * (0.3 + Math.random() * 0.8));
    child.kill('SIGKILL');
    await ended;
    expect([3, size]).toContain((await stat(file('k.enc'))).size);
  }
}, 120_000);

test('stopped by a signal, nothing is left behind', async () => {
  const before = await leftovers();
  const child = start(encryptArgs('-', file('t.enc')));
  const ended = once(child, 'close');
  child.stdin!.on('error', () => {});
  child.stdin!.write(content);
  for (let tries = 0; (await leftovers()).length === before.length; tries += 1) {
    expect(tries).toBeLessThan(3000);
    await delay(10);
  }
  child.kill('SIGTERM');
  expect(await ended).toEqual([null, 'SIGTERM']);
  expect(await leftovers()).toEqual(before);
  await expect(stat(file('t.enc'))).rejects.toThrow();
}, 60_000);

test('a link stays one, and special files are written only when all is known', async () => {
  await place.write('target', 'old');
  await symlink(file('target'), file('link'));
  expect((await run(decryptArgs(file('sealed'), file('link')))).code).toBe(0);
  expect((await readFile(file('target'))).equals(content)).toBe(true);
  const bad = await place.write('cut', (await readFile(file('sealed'))).subarray(0, -1));
  const { code, out } = await run(decryptArgs(bad, '/dev/stdout'));
  expect([code, out]).toEqual([3, '']);
});

describe('ends with 2 or 3, and says why:', () => {
  test.each<[readonly string[], number, RegExp]>([
    [['encrypt', 'plain', '-o', 'x'], 2, /--keys/],
    [['encrypt', 'plain', '--keys', 'files.json'], 2, /--output/],
    [['encrypt', 'plain', '-o', 'x', '--keys', 'keys.json'], 2, /holds no key for files/],
    [['encrypt', 'plain', '-o', 'x', '--keys', 'files.json', '--key', 'g'], 2, /no key g:file/],
    [['encrypt', 'plain', '-o', 'x', '--keys', 'rotated.json'], 2, /holds several keys for files/],
    [['encrypt', 'plain', '-o', 'files.json', '--keys', 'files.json'], 2, /cannot be the output/],
    [['decrypt', 'sealed', '-o', 'files.json.kek', '--keys', 'files.json'], 2, /cannot be the out/],
    [['encrypt', 'nothing', '-o', 'x', '--keys', 'files.json'], 3, /^yushu: nothing: no such file/],
    [['decrypt', 'nothing', '-o', 'x', '--keys', 'files.json'], 3, /^yushu: nothing: no such file/],
    [['encrypt', '.', '-o', 'x', '--keys', 'files.json'], 3, /^yushu: \.: is a folder/],
    [['decrypt', '.', '-o', 'x', '--keys', 'files.json'], 3, /^yushu: \.: is a folder/],
    [['encrypt', 'plain', '-o', 'no/x', '--keys', 'files.json'], 3, /no\/x cannot be written/],
    [
      ['encrypt', 'plain', '-o', 'x', '--keys', 'nothing.json'],
      3,
      /nothing\.json: The key file cannot be read: no such file or folder \(ENOENT\)/,
    ],
  ])('yushu %j', async (args, expected, message) => {
    const { code, out, err } = await run(args, { cwd: file('.') });
    expect([code, out]).toEqual([expected, '']);
    expect(err).toMatch(message);
    expect(err).not.toMatch(/\n\s+at /);
    await expect(stat(file('x'))).rejects.toThrow();
  });
});
