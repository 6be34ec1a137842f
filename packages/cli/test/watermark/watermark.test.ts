import { readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, test } from 'vitest';
import { run, useCommand } from '../scan/command.ts';
import { runUnread } from '../scan/run-unread.ts';

const place = useCommand();
const path = (name: string) => join(place.folder, name);
const rowCount = 3000;

/** A table whose amounts can carry marks, the same in every run; its third column is the one that is marked. */
function makeTable(): string {
  let state = 7;
  const next = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state >>> 8;
  };
  const rows = Array.from(
    { length: rowCount },
    (_, i) => `${i},${['北京', '上海', '广州'][next() % 3]},${(next() % 999_000) / 100 + 10}`,
  );
  return `id,city,amount\n${rows.join('\n')}\n`;
}

const table = makeTable();
const recipients = 'globex\nacme\r\n\ninitech\n';
const keys = () => ['--keys', path('keys.json'), '--key', 'owner'];
const release = () => ['--record', path('record'), ...keys()];
const trace = (name: string, ...more: string[]) =>
  run(['watermark', 'trace', name, ...release(), '--recipients', path('recipients'), ...more]);
const embed = (recipient: string, output: string, ...more: string[]) =>
  run([
    ...['watermark', 'embed', path('table.csv'), '-o', path(output), '--recipient', recipient],
    ...release(),
    ...more,
  ]);

beforeAll(async () => {
  await writeFile(path('table.csv'), table);
  await writeFile(path('recipients'), recipients);
  await run(['keys', 'new', 'owner:pseudonym', 'other:pseudonym', '-o', path('keys.json')]);
  await embed('acme', 'acme.csv', '--quiet');
});

describe('yushu watermark capacity', () => {
  test('says what a table carries, of a file as of standard input', async () => {
    const file = await run(['watermark', 'capacity', path('table.csv'), ...keys()]);
    expect([file.code, file.err]).toEqual([0, '']);
    expect(file.out).toMatch(/^3,000 rows carry about \d+ marks in amount/);
    expect(file.out).toMatch(/\n- id: .*\n- city: .*\n\+ amount: /);
    const piped = await run(['watermark', 'capacity', '-', ...keys(), '-f', 'json'], {
      input: Buffer.from(table),
    });
    expect([piped.code, piped.err]).toEqual([0, '']);
    const capacity = JSON.parse(piped.out) as {
      readonly words: readonly string[];
      readonly columns: readonly { readonly name: string; readonly marked: boolean }[];
    };
    expect(file.out.startsWith(capacity.words[0]!)).toBe(true);
    expect(capacity.columns.map(({ name, marked }) => [name, marked])).toEqual([
      ['id', false],
      ['city', false],
      ['amount', true],
    ]);
  });

  test('ends in peace where nobody reads', async () => {
    for (const format of ['text', 'json']) {
      const args = ['watermark', 'capacity', path('table.csv'), ...keys(), '-f', format];
      expect(await runUnread(args)).toEqual({ code: 0, err: '' });
    }
  });
});

describe('yushu watermark embed and trace', () => {
  test('a copy changes amounts only, within the budget, and names its recipient', async () => {
    const before = table.trimEnd().split('\n');
    const after = (await readFile(path('acme.csv'), 'utf8')).trimEnd().split('\n');
    expect(after.length).toBe(before.length);
    const changed = after.filter((line, at) => line !== before[at]);
    expect(changed.length).toBeGreaterThan(0);
    expect(changed.length).toBeLessThanOrEqual(0.02 * 3 * rowCount);
    const still = (line: string) => line.split(',').slice(0, 2).join(',');
    expect(after.map(still)).toEqual(before.map(still));
    expect((await stat(path('record'))).mode & 0o777).toBe(0o600);
    const traced = await trace(path('acme.csv'));
    expect([traced.code, traced.err]).toEqual([1, '']);
    expect(traced.out).toMatch(/^named: acme\n/);
  });

  test('a part of a copy in another order names its recipient, through pipes and as JSON', async () => {
    const [header, ...rows] = (await readFile(path('acme.csv'), 'utf8')).trimEnd().split('\n');
    const leaked = [header, ...rows.reverse().slice(0, 2000)].join('\n');
    const args = ['watermark', 'trace', '-', ...release(), '--recipients', path('recipients')];
    const { code, out, err } = await run([...args, '-f', 'json'], { input: Buffer.from(leaked) });
    expect([code, err]).toEqual([1, '']);
    expect(JSON.parse(out)).toMatchObject({
      verdict: 'named',
      named: [{ recipient: 'acme' }],
      rows: 2000,
      recipients: 3,
    });
  });

  test('names nobody of a table that is unmarked, or was given to one who is not asked about', async () => {
    const unmarked = await trace(path('table.csv'));
    expect([unmarked.code, unmarked.err]).toEqual([0, '']);
    expect(unmarked.out).toMatch(/^no one is named\n/);
    const stranger = await embed('stranger', 'stranger.csv');
    expect([stranger.code, stranger.out]).toEqual([0, '']);
    expect(stranger.err).toMatch(/stranger\.csv: 3000 rows, \d+ marks, \d+ cells changed/);
    expect((await trace(path('stranger.csv'))).code).toBe(0);
  });

  test('the same copy comes out again, compressed as the input is', async () => {
    await writeFile(path('table.csv.gz'), gzipSync(table));
    const { code } = await run([
      ...['watermark', 'embed', path('table.csv.gz'), '-o', path('acme.csv.gz')],
      ...['--recipient', 'acme', ...release(), '--quiet'],
    ]);
    expect(code).toBe(0);
    const copy = gunzipSync(await readFile(path('acme.csv.gz')));
    expect(copy.equals(await readFile(path('acme.csv')))).toBe(true);
    expect((await trace(path('acme.csv.gz'))).code).toBe(1);
  });

  test('writes a page in the language that was asked for, and quotes what is hostile', async () => {
    await writeFile(path('hostile'), '<img src=x onerror=alert(1)>\nacme\n');
    const output = path('trace.html');
    const { code, out, err } = await run([
      ...['watermark', 'trace', path('acme.csv'), ...release(), '--recipients', path('hostile')],
      ...['-f', 'html', '--language', 'zh-CN', '-o', output],
    ]);
    expect([code, out, err]).toEqual([1, '', '']);
    const page = await readFile(output, 'utf8');
    expect(page).toMatch(/^<!doctype html>[\s\S]*lang="zh-CN"/i);
    expect(page).toContain('acme');
    expect(page).toContain('&#60;img src=x');
    expect(page).not.toContain('<img');
  });

  test('ends with its verdict where nobody reads', async () => {
    const args = ['watermark', 'trace', path('acme.csv'), ...release()];
    const ended = await runUnread([...args, '--recipients', path('recipients')]);
    expect(ended).toEqual({ code: 1, err: '' });
  });
});

describe('yushu watermark verify', () => {
  beforeAll(async () => {
    const committed = await embed(
      ...(['globex', 'globex.csv', '--quiet', '--recipients', path('recipients')] as const),
      ...['--commitment', path('commitment.json')],
    );
    const disclosed = await trace(
      ...([path('globex.csv'), '--commitment', path('commitment.json')] as const),
      ...['--disclosure', path('disclosure.json')],
    );
    if (committed.code !== 0 || disclosed.code !== 1)
      throw new Error(committed.err + disclosed.err);
  });
  const publicKey = async () =>
    (JSON.parse(await readFile(path('commitment.json'), 'utf8')) as { publicKey: string })
      .publicKey;
  const verify = async (name: string, disclosure: string, key: string) =>
    run([
      ...['watermark', 'verify', path(name), '--disclosure', path(disclosure)],
      ...['--public-key', key, '-f', 'json'],
    ]);

  test('runs the trace again without keys, with the same verdict', async () => {
    const { code, out, err } = await verify('globex.csv', 'disclosure.json', await publicKey());
    expect([code, err]).toEqual([1, '']);
    expect(JSON.parse(out)).toMatchObject({
      verdict: 'named',
      named: [{ recipient: 'globex' }],
      commitment: { publicKey: await publicKey() },
    });
    const unmarked = await verify('table.csv', 'disclosure.json', await publicKey());
    expect([unmarked.code, unmarked.err]).toEqual([0, '']);
  });

  test('refuses a list, a record or a public key that is not what was signed', async () => {
    const text = await readFile(path('disclosure.json'), 'utf8');
    await writeFile(path('forged.json'), text.replace('"initech"', '"hooli"'));
    await writeFile(path('cut.json'), text.slice(0, 900));
    const key = await publicKey();
    const other = `${key.startsWith('0') ? '1' : '0'}${key.slice(1)}`;
    for (const [disclosure, publicly, message] of [
      ['forged.json', key, /ERR_WATERMARK_EVIDENCE/],
      ['disclosure.json', other, /ERR_WATERMARK_EVIDENCE/],
      ['cut.json', key, /cut\.json is no JSON, or is cut off/],
      ['recipients', key, /recipients is no JSON/],
    ] as const) {
      const { code, out, err } = await verify('globex.csv', disclosure, publicly);
      expect([code, out]).toEqual([3, '']);
      expect(err).toMatch(message);
      expect(err).not.toMatch(/\n\s+at /);
    }
  });
});

describe('wrong input', () => {
  test.each([
    [['capacity', 'table.csv'], /^yushu: required option '--keys/],
    [['embed', 'table.csv', 'KEYS'], /^yushu: required option/],
    [['capacity', 'table.csv', 'KEYS', '--budget', 'much'], /^yushu: .*Not a number/],
    [['capacity', 'table.csv', 'KEYS', '-f', 'html'], /^yushu: option '-f, --format/],
    [['embed', '-', '-o', 'x', '--recipient', 'a', 'RELEASE'], /cannot come from standard input/],
    [['embed', 'table.csv', '-o', 'table.csv', '--recipient', 'a', 'RELEASE'], /is needed/],
    [['embed', 'table.csv', '-o', 'keys.json', '--recipient', 'a', 'RELEASE'], /is needed/],
    [
      ['embed', 'table.csv', '-o', 'x', '--recipient', 'a', 'RELEASE', '--commitment', 'y'],
      /go together/,
    ],
    [
      ['trace', 'acme.csv', '--recipients', 'recipients', 'RELEASE', '--disclosure', 'x'],
      /needs --commitment/,
    ],
    [['capacity', 'table.csv', '--keys', 'keys.json', '--key', 'none'], /ENCRYPT_KEY_NOT_FOUND/],
  ])('%j ends with 2, and writes nothing', async (words, message) => {
    const args = words.flatMap((word) =>
      word === 'KEYS' ? keys() : word === 'RELEASE' ? release() : [word],
    );
    const { code, out, err } = await run(['watermark', ...args], { cwd: place.folder });
    expect(err).toMatch(message);
    expect([code, out]).toEqual([2, '']);
    await expect(stat(path('x'))).rejects.toThrow();
    expect(await readFile(path('table.csv'), 'utf8')).toBe(table);
  });

  test.each([
    [['capacity', 'missing.csv', 'KEYS'], /missing\.csv/],
    [['capacity', 'header.csv', 'KEYS'], /has no rows/],
    [['capacity', 'prose.dat', 'KEYS'], /is no CSV, TSV, NDJSON or Parquet table/],
    [['trace', 'acme.csv', '--recipients', 'nobody', 'RELEASE'], /names no recipient/],
    [['trace', 'acme.csv', '--recipients', 'missing', 'RELEASE'], /missing: no such file/],
    [
      ['trace', 'acme.csv', '--recipients', 'recipients', '--record', 'prose.dat', 'KEYS'],
      /ERR_WATERMARK_RECORD/,
    ],
    [
      ['trace', 'acme.csv', '--recipients', 'recipients', '--record', 'record', 'OTHER'],
      /ERR_WATERMARK_/,
    ],
  ])('%j ends with 3 and says why', async (words, message) => {
    await writeFile(path('header.csv'), 'id,amount\n');
    await writeFile(path('prose.dat'), '请勿外传 hunter2\n');
    await writeFile(path('nobody'), '\n \n');
    const args = words.flatMap((word) => {
      if (word === 'OTHER') return ['--keys', path('keys.json'), '--key', 'other'];
      return word === 'KEYS' ? keys() : word === 'RELEASE' ? release() : [word];
    });
    const { code, out, err } = await run(['watermark', ...args], { cwd: place.folder });
    expect(err).toMatch(message);
    expect(err).not.toMatch(/hunter2|\n\s+at /);
    expect([code, out]).toEqual([3, '']);
  });
});
