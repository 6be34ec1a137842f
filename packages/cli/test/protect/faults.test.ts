import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { chmod, mkdir, open, readdir, readFile, stat } from 'node:fs/promises';
import { setTimeout as delay } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { run, start } from '../scan/command.ts';
import { makeTable, usePolicy } from './fixture.ts';

const place = usePolicy();

/** What a run leaves behind beside its output. */
async function leftovers(): Promise<string[]> {
  return (await readdir(place.path('.'))).filter((name) => name.endsWith('.tmp'));
}

describe('killed in the middle', () => {
  test('with -9, at any moment, the output is the old file or the whole new one', async () => {
    const input = await place.write('k.csv', makeTable(5_000));
    const output = place.path('k.out');
    const startedAt = performance.now();
    expect((await run(place.protectArgs(input, output))).code).toBe(0);
    const duration = performance.now() - startedAt;
    const whole = (await readFile(output, 'utf8')).split('\r\n').length;
    let killed = 0;
    for (let attempt = 0; attempt < 14; attempt += 1) {
      await place.write('k.out', 'old');
      const child = start(place.protectArgs(input, output), { stdio: 'ignore' });
      const ended = once(child, 'close');
      // Spread over the whole run, and beyond its end: the machine is not always equally quick.
      await delay((duration * (attempt + 1)) / 12);
      child.kill('SIGKILL');
      const [, signal] = (await ended) as [number | null, string | null];
      if (signal === 'SIGKILL') killed += 1;
      const text = await readFile(output, 'utf8');
      if (text !== 'old') {
        expect(text.split('\r\n').length).toBe(whole);
        // Whoever has the whole document has its manifest too.
        expect(
          (await run(place.revealArgs(output, place.path('k.back'))).catch(() => ({ code: -1 })))
            .code,
        ).toBe(0);
      }
    }
    expect(killed).toBeGreaterThan(3);
  }, 240_000);

  test.each(['SIGTERM', 'SIGINT', 'SIGHUP'] as const)(
    'with %s, nothing is left behind',
    async (signal) => {
      const before = await leftovers();
      const input = await place.write('t.csv', makeTable(40_000));
      const output = await place.write('t.out', 'old');
      const child = start(place.protectArgs(input, output), { stdio: 'ignore' });
      const ended = once(child, 'close');
      for (let tries = 0; (await leftovers()).length === before.length; tries += 1) {
        expect(tries).toBeLessThan(3000);
        await delay(10);
      }
      child.kill(signal);
      expect(await ended).toEqual([null, signal]);
      expect(await readFile(output, 'utf8')).toBe('old');
      expect(await leftovers()).toEqual(before);
    },
    120_000,
  );
});

describe('where the output cannot be written', () => {
  test('a full disk is named, and nothing is left behind', async () => {
    const before = await leftovers();
    const input = await place.write('f.csv', makeTable(20_000));
    const output = await place.write('f.out', 'old');
    const file = await open(place.path('f.err'), 'w');
    // The shell's limit on the size of files, in blocks of 512 or 1024 bytes, stands for a disk that is full.
    const probe = start([]);
    probe.kill();
    const [node = '', ...nodeArgs] = probe.spawnargs;
    const child = spawn(
      'sh',
      [
        '-c',
        'trap "" XFSZ; ulimit -f 400; exec "$@"',
        'sh',
        node,
        ...nodeArgs,
        ...place.protectArgs(input, output),
      ],
      { stdio: ['ignore', 'ignore', file.fd] },
    );
    const [code] = (await once(child, 'close')) as [number];
    await file.close();
    const err = await readFile(place.path('f.err'), 'utf8');
    expect(place.plain(err)).toMatch(
      /^yushu: f\.out cannot be written: the file would be too large \(EFBIG\) \(ERR_CLI_OUTPUT\)/,
    );
    expect(code).toBe(3);
    expect(await readFile(output, 'utf8')).toBe('old');
    expect(await leftovers()).toEqual(before);
  }, 60_000);

  test.skipIf(!existsSync('/dev/full'))('a full device is named', async () => {
    const input = await place.write('d.csv', makeTable(100));
    const { code, err } = await run(place.protectArgs(input, '/dev/full'));
    expect(code).toBe(3);
    expect(err).toContain('/dev/full cannot be written: no space left on the device (ENOSPC)');
  });

  test('a pipe that its reader closes is named', async () => {
    const input = await place.write('p.csv', makeTable(20_000));
    const child = start(place.protectArgs(input, '-'), { stdio: ['ignore', 'pipe', 'pipe'] });
    let err = '';
    child.stderr!.setEncoding('utf8').on('data', (text: string) => {
      err += text;
    });
    const ended = once(child, 'close');
    child.stdout!.once('data', () => child.stdout!.destroy());
    const [code] = (await ended) as [number];
    expect(code).toBe(3);
    expect(err).toMatch(
      /^yushu: The reader of standard output closed the pipe \(EPIPE\) \(ERR_CLI_PIPE\)\n/,
    );
  });

  test('a folder that is not there is named', async () => {
    const input = await place.write('n.csv', makeTable(1));
    const { code, err } = await run(place.protectArgs(input, place.path('no/where.csv')));
    expect(code).toBe(3);
    expect(place.plain(err)).toMatch(
      /^yushu: no\/where\.csv cannot be written: no such file or folder/,
    );
  });

  test.skipIf(process.getuid?.() === 0)(
    'a folder that may not be written to is named',
    async () => {
      await mkdir(place.path('closed'));
      await chmod(place.path('closed'), 0o500);
      const input = await place.write('c.csv', makeTable(1));
      const { code, err } = await run(place.protectArgs(input, place.path('closed/out.csv')));
      expect([code, place.plain(err)]).toEqual([
        3,
        expect.stringContaining('permission denied (EACCES)'),
      ]);
    },
  );

  test('where the manifest cannot be written, the document is not either', async () => {
    const input = await place.write('w.csv', makeTable(3));
    const output = await place.write('w.out', 'old');
    await mkdir(`${output}.yushu.json`);
    const { code, err } = await run(place.protectArgs(input, output));
    expect([code, place.plain(err)]).toEqual([
      3,
      expect.stringContaining('w.out.yushu.json cannot be written: is a folder'),
    ]);
    expect(await readFile(output, 'utf8')).toBe('old');
    expect((await stat(output)).size).toBe(3);
  });
});
