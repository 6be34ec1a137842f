import { type SpawnOptions, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { afterAll, beforeAll } from 'vitest';

/** Beside the packages that the bundle loads when it needs them. */
const bundleFolder = fileURLToPath(
  new URL(`../../node_modules/.scan-test-${process.pid}/`, import.meta.url),
);

/** How a run of the command ended. */
export interface Run {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
  /** Largest resident size in bytes. */
  readonly maxResident: number;
}

/** Builds the command once for a test file, and gives a folder that is empty before and gone afterwards. */
export function useCommand(): { readonly folder: string } {
  const place = { folder: '' };
  beforeAll(async () => {
    place.folder = await mkdtemp(join(tmpdir(), 'yushu-scan-'));
    await build({
      entryPoints: { main: fileURLToPath(new URL('../../src/main.ts', import.meta.url)) },
      outdir: bundleFolder,
      outExtension: { '.js': '.mjs' },
      bundle: true,
      splitting: true,
      platform: 'node',
      format: 'esm',
      conditions: ['@yushu/source'],
      external: ['re2', '@duckdb/node-api'],
      banner: {
        js: "import { createRequire as makeRequire } from 'node:module'; const require = makeRequire(import.meta.url);",
      },
      logLevel: 'error',
    });
  });
  afterAll(async () => {
    await rm(place.folder, { recursive: true, force: true });
    await rm(bundleFolder, { recursive: true, force: true });
  });
  return place;
}

/** The module that tells how much memory the command took, when it ends. */
const meter =
  'data:text/javascript,process.on("exit",()=>{process.stderr.write("\\u0000"+process.resourceUsage().maxRSS)})';

/** Starts the command. */
export function start(args: readonly string[], options: SpawnOptions = {}) {
  return spawn(process.execPath, ['--import', meter, join(bundleFolder, 'main.mjs'), ...args], {
    ...options,
    env: { ...process.env, NO_COLOR: undefined, FORCE_COLOR: undefined, ...options.env },
  });
}

/** Runs the command to its end. */
export async function run(
  args: readonly string[],
  options: SpawnOptions & { readonly input?: AsyncIterable<Uint8Array> | Uint8Array } = {},
): Promise<Run> {
  const { input, ...spawnOptions } = options;
  const child = start(args, spawnOptions);
  let out = '';
  let err = '';
  child.stdout!.setEncoding('utf8').on('data', (text: string) => {
    out += text;
  });
  child.stderr!.setEncoding('utf8').on('data', (text: string) => {
    err += text;
  });
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
  child.stdin!.on('error', () => {});
  if (input instanceof Uint8Array) child.stdin!.write(input);
  else if (input !== undefined) {
    for await (const chunk of input) {
      if (!child.stdin!.write(chunk))
        await new Promise((resolve) => child.stdin!.once('drain', resolve));
    }
  }
  child.stdin!.end();
  const code = await ended;
  const [words = '', kilobytes = '0'] = err.split('\u0000');
  return { code, out, err: words, maxResident: Number(kilobytes) * 1024 };
}

/** The findings of a run with `--format jsonl`. */
export function readFindings(out: string) {
  return out
    .split('\n')
    .filter((line) => line !== '')
    .map(
      (line) =>
        JSON.parse(line) as Record<string, unknown> & {
          path: string;
          start: number;
          end: number;
          line: number;
          column: number;
          category: string;
          pointer?: string;
        },
    );
}
