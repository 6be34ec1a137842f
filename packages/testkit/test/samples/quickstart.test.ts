import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeSamples } from '../../src/samples/make-samples.ts';
import { root } from '../../src/workspace/root.ts';

// Within the command's package, so that what it requires only when it needs it is found.
const folders = join(root, 'packages', 'cli', '.examples');
mkdirSync(folders, { recursive: true });
const folder = mkdtempSync(join(folders, 'quickstart-'));
const own = mkdtempSync(join(tmpdir(), 'yushu-own-'));
const command = join(folder, 'main.js');
// Not `examples/out`: somebody may be looking at the report there.
const out = relative(root, join(folder, 'out')).replaceAll('\\', '/');

interface Outcome {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

function start(...paths: string[]): Promise<Outcome> {
  return new Promise((resolve) => {
    const run = join(root, 'examples', 'quickstart', 'run.mjs');
    execFile(
      process.execPath,
      [run, '--cli', command, ...paths],
      {
        cwd: root,
        encoding: 'utf8',
        timeout: 100_000,
        env: { ...process.env, YUSHU_QUICKSTART_OUT: out },
      },
      (error, stdout, stderr) => {
        const code = error === null ? 0 : typeof error.code === 'number' ? error.code : -1;
        resolve({ code, stdout, stderr });
      },
    );
  });
}

beforeAll(async () => {
  await build({
    entryPoints: [join(root, 'packages/cli/src/main.ts')],
    outdir: folder,
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20.19',
    conditions: ['@yushu/source', 'module'],
    external: ['re2', '@duckdb/node-api'],
    banner: {
      js: "import { createRequire as req } from 'node:module'; const require = req(import.meta.url);",
    },
    logLevel: 'silent',
  });
});
afterAll(() => {
  rmSync(folder, { recursive: true });
  rmSync(own, { recursive: true });
});

describe('the quickstart', () => {
  test('finds, judges, protects, reveals and reports over the sample data', async () => {
    const { code, stdout, stderr } = await start();
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    for (const line of [
      `$ yushu scan examples/data --format jsonl -o ${out}/findings.jsonl`,
      `$ yushu keys new --policy examples/quickstart/policy.yaml -o ${out}/keys.json`,
      `$ yushu protect examples/data/customers.csv -o ${out}/customers.protected.csv`,
      `$ yushu reveal ${out}/customers.protected.csv -o ${out}/customers.revealed.csv`,
      '--role auditor --purpose fraud',
    ]) {
      expect(stdout).toContain(line);
    }
    // Plain in a pipe.
    expect(stdout).not.toContain('\u001b');
    const resident = /^ +4 +id\.resident\.cn +([\d,]+) +([\d.]+) +([\d.]+)$/m.exec(stdout)!;
    expect(Number(resident[2])).toBeGreaterThan(0.9);
    expect(Number(resident[3])).toBeGreaterThan(0.9);
    expect(stdout).toMatch(/✓ [\d,]+ sealed cells in \d+ columns came back byte for byte/);

    const report = readFileSync(join(root, out, 'report.html'), 'utf8');
    expect(report.startsWith('<!doctype html>')).toBe(true);
    expect(stdout).toMatch(/Report {2}file:\/\/\/.*\/out\/report\.html/);

    // What the words say is so: no mobile number of the table is left in what was protected, and all are back.
    const [before, between, after] = [
      'examples/data/customers.csv',
      `${out}/customers.protected.csv`,
      `${out}/customers.revealed.csv`,
    ].map((path) => readFileSync(join(root, path), 'utf8')) as [string, string, string];
    const residents = [...before.matchAll(/,(\d{17}[\dXx]),/g)].map(([, number]) => number!);
    expect(residents.length).toBeGreaterThan(2000);
    const left = residents.filter((number) => between.includes(number));
    expect(left.length / residents.length).toBeLessThan(0.05);
    expect(residents.filter((number) => !after.includes(number))).toEqual([]);
  });

  test("takes a user's own files, and keeps no revealed copy of them", async () => {
    const { files } = makeSamples({ seed: 99, scale: 0.01 });
    for (const { path, bytes } of files) writeFileSync(join(own, path), bytes);
    const { code, stdout } = await start(own);
    expect(code).toBe(0);
    expect(stdout).toContain(`$ yushu scan ${own}`);
    expect(stdout).toContain('id.resident.cn');
    expect(stdout).not.toContain('precision');
    expect(stdout).toMatch(/came back byte for byte|stay changed/);
    const names = readFileSync(join(root, out, 'findings.jsonl'), 'utf8');
    expect(names).toContain('customers.csv');
    expect(readdirSync(join(root, out)).filter((name) => name.includes('revealed'))).toEqual([]);
  });

  test('says what is missing when it is started without the command', async () => {
    const outcome = await new Promise<number>((resolve) => {
      const run = join(root, 'examples', 'quickstart', 'run.mjs');
      execFile(process.execPath, [run], (error) => resolve(Number(error?.code ?? 0)));
    });
    expect(outcome).toBe(2);
  });
});
