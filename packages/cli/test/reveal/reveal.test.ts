import { copyFile, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { beforeAll, describe, expect, test } from 'vitest';
import { makeTable, usePolicy } from '../protect/fixture.ts';
import { run } from '../scan/command.ts';

const place = usePolicy();

/** The one message for everything that does not open. */
const opaque =
  'yushu: Could not be opened (ERR_ENCRYPT_OPEN)\n  The key, the context or the ciphertext is not the one it was sealed with.\n';

let safe = '';
let safeText = '';

beforeAll(async () => {
  const input = await place.write('customers.csv', makeTable(20));
  safe = place.path('safe.csv');
  await run(place.protectArgs(input, safe));
  safeText = await readFile(safe, 'utf8');
});

/** Reveals a changed document with the manifest of the right one, and expects that nothing comes out. */
async function expectNothing(text: string, args?: (path: string, output: string) => string[]) {
  const path = await place.write('changed.csv', text);
  await copyFile(`${safe}.yushu.json`, `${path}.yushu.json`);
  const output = await place.write('changed.out', 'old');
  for (const target of [output, '-']) {
    const { code, out, err } = await run((args ?? place.revealArgs)(path, target));
    expect([code, out, err]).toEqual([3, '', opaque]);
  }
  expect(await readFile(output, 'utf8')).toBe('old');
  expect((await readdir(place.path('.'))).filter((name) => name.endsWith('.tmp'))).toEqual([]);
}

describe('reveal', () => {
  test('gives out what the policy allows, and leaves the rest sealed', async () => {
    const back = place.path('clerk.csv');
    const clerk = await run(
      place.revealArgs(safe, back, ['--role', 'clerk', '--purpose', 'fraud']),
    );
    expect(clerk.code).toBe(0);
    expect(await readFile(back, 'utf8')).toBe(safeText);
    const auditor = await run(place.revealArgs(safe, back));
    expect(auditor.code).toBe(0);
    expect(await readFile(back, 'utf8')).toBe(makeTable(20));
  });

  test('makes a file that only its owner can read', async () => {
    const back = place.path('private.csv');
    await run(place.revealArgs(safe, back));
    expect((await stat(back)).mode & 0o777).toBe(0o600);
  });

  test('writes to standard output once all of it opens', async () => {
    const { code, out } = await run(place.revealArgs(safe, '-'));
    expect([code, out]).toEqual([0, makeTable(20)]);
  });

  test('takes policy and table from the options in place of the manifest', async () => {
    const copy = await place.write('copy.csv', safeText);
    const args = [...place.revealArgs(copy, '-'), '--policy', place.path('policy.yaml')];
    const { code, out } = await run([...args, '--table', 'customers']);
    expect([code, out]).toEqual([0, makeTable(20)]);
    const other = await run([...args, '--table', 'others']);
    expect([other.code, other.out, other.err]).toEqual([3, '', opaque]);
  });

  test('says where a manifest is looked for', async () => {
    const copy = await place.write('lonely.csv', safeText);
    const { code, err } = await run(place.revealArgs(copy, '-'));
    expect(code).toBe(3);
    expect(place.plain(err)).toMatch(/^yushu: lonely\.csv\.yushu\.json: no such file/);
  });
});

describe('one opaque error, and nothing revealed, where', () => {
  test('a cell was changed', async () => {
    for (const at of [0, 40]) {
      const start = safeText.indexOf('ysk1.') + 5 + at;
      const other = safeText[start] === 'A' ? 'B' : 'A';
      await expectNothing(safeText.slice(0, start) + other + safeText.slice(start + 1));
    }
  });

  test('two cells of a row were swapped', async () => {
    const [first, second] = safeText.match(/ysk1\.[\w-]+/g) as [string, string];
    await expectNothing(safeText.replace(first, '#').replace(second, first).replace('#', second));
  });

  test('two rows were swapped', async () => {
    const lines = safeText.split('\r\n');
    await expectNothing([lines[0], lines[2], lines[1], ...lines.slice(3)].join('\r\n'));
  });

  test('a row was taken out', async () => {
    const lines = safeText.split('\r\n');
    await expectNothing([...lines.slice(0, 5), ...lines.slice(6)].join('\r\n'));
  });

  test('something was put in that only looks sealed', async () => {
    await expectNothing(safeText.replace(/ysk1\.[\w-]+/, 'ysk1.AAAA'));
    await expectNothing(safeText.replace(/\r\n1,/, '\r\nnote ysk1.,'));
  });

  test('the keys are others', async () => {
    await run([
      'keys',
      'new',
      '--policy',
      place.path('policy.yaml'),
      '-o',
      place.path('other.json'),
    ]);
    await expectNothing(safeText, (path, output) =>
      place
        .revealArgs(path, output)
        .map((arg) => (arg === place.path('keys.json') ? place.path('other.json') : arg)),
    );
  });

  test('the manifest was changed', async () => {
    const manifest = await readFile(`${safe}.yushu.json`, 'utf8');
    const changes: readonly [string, string][] = [
      ['role: auditor', 'role: clerk'],
      ['"table": "customers"', '"table": "others"'],
      ['"records": 20', '"records": 21'],
      ['"kind": "aead"', '"kind": "fpe"'],
      ['"tag": "A', '"tag": "B'],
    ];
    for (const [from, to] of changes) {
      const path = await place.write('m.csv', safeText);
      const changed = manifest.replace(from, to);
      expect(changed).not.toBe(manifest);
      await writeFile(`${path}.yushu.json`, changed);
      const { code, out, err } = await run(
        place.revealArgs(path, '-', ['--role', 'clerk', '--purpose', 'fraud']),
      );
      expect([code, out, err]).toEqual([3, '', opaque]);
    }
  });
});
