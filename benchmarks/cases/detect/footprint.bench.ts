import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { gzipSync } from 'node:zlib';
import { createScanner } from '@yushu/detect';
import { build } from 'esbuild';
import type { Bench, Measurement } from '../../src/bench.ts';
import { median, medianAbsoluteDeviation } from '../../src/statistics.ts';
import { corpus } from './corpora.ts';

const sentence = '请联系张伟，电话13800138000，身份证号110101199003078531，邮箱 a@b.com';

/** Milliseconds from the import to the end of a program, in a process of its own. */
function timeOf(program: string, folder: string): number {
  const file = join(folder, 'program.mjs');
  writeFileSync(
    file,
    `const began = performance.now();\n${program}\nprocess.stdout.write(String(performance.now() - began));\n`,
  );
  return Number(execFileSync(process.execPath, [file], { encoding: 'utf8' }));
}

async function measureStart(): Promise<readonly Measurement[]> {
  const folder = mkdtempSync(join(tmpdir(), 'yushu-bench-'));
  try {
    const bundle = async (source: string, outfile: string): Promise<number> => {
      await build({
        stdin: { contents: source, resolveDir: import.meta.dirname },
        outfile,
        bundle: true,
        minify: true,
        charset: 'utf8',
        format: 'esm',
        platform: 'node',
        target: 'node20',
        conditions: ['@yushu/source'],
        banner: {
          js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);",
        },
        logLevel: 'silent',
      });
      return gzipSync(readFileSync(outfile)).length;
    };
    const ours = join(folder, 'ours.mjs');
    const theirs = join(folder, 'theirs.mjs');
    const bytes = await bundle("export { createScanner } from '@yushu/detect';", ours);
    const theirBytes = await bundle("export { OpenRedaction } from '@openredaction/core';", theirs);
    const text = JSON.stringify(sentence);
    const own: number[] = [];
    const ratios: number[] = [];
    for (let round = 0; round < 9; round += 1) {
      const first = timeOf(
        `const { createScanner } = await import('./ours.mjs');\nif (createScanner().scan(${text}).length !== 4) throw new Error('not found');`,
        folder,
      );
      const other = timeOf(
        `const { OpenRedaction } = await import('./theirs.mjs');\nawait new OpenRedaction().detect(${text});`,
        folder,
      );
      own.push(first);
      ratios.push(first / other);
    }
    return [
      {
        metric: 'cold_start',
        value: median(own),
        unit: 'ms',
        against: 'openredaction',
        ratio: median(ratios),
        mad: medianAbsoluteDeviation(ratios),
        better: 'less',
      },
      {
        metric: 'bundle_gzip',
        value: bytes,
        unit: 'bytes',
        against: 'openredaction',
        ratio: bytes / theirBytes,
        better: 'less',
      },
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A piece of a stream: mostly a log without findings, and lines that hold some. */
function mixedChunk(): string {
  return (
    corpus('server-log', 49_152) +
    corpus('access-log', 8192) +
    corpus('json', 4096) +
    corpus('chinese-personal', 4096)
  );
}

/** Growth of the heap over a stream, in MB (10⁶ bytes), after collecting what is garbage. */
function heapGrowth(megabytes: number): number {
  setFlagsFromString('--expose_gc');
  const collect = runInNewContext('gc') as () => void;
  const chunk = mixedChunk();
  const bytes = Buffer.byteLength(chunk);
  const stream = createScanner().openStream();
  let findings = 0;
  let pushed = 0;
  const push = (most: number): void => {
    for (let sent = 0; sent < most; sent += bytes) {
      findings += stream.push(chunk).length;
      pushed += 1;
    }
  };
  push(8e6);
  collect();
  const before = process.memoryUsage().heapUsed;
  push(megabytes * 1e6);
  collect();
  const after = process.memoryUsage().heapUsed;
  findings += stream.end().length;
  const each = createScanner().scan(chunk).length;
  if (!stream.coverage.complete || Math.abs(findings / pushed - each) > each / 50)
    throw new Error(`the stream gave ${findings} findings in ${pushed} pieces with ${each} each`);
  return (after - before) / 1e6;
}

export const benches: readonly Bench[] = [
  {
    name: 'detect.start',
    about:
      'Import, createScanner and a first scan in a fresh process, less the process itself; bundle',
    measure: measureStart,
  },
  {
    name: 'detect.memory',
    about:
      'Growth of the heap over a stream of logs and records; YUSHU_STREAM_MB=1024 streams a gigabyte',
    measure() {
      const megabytes = Number(process.env['YUSHU_STREAM_MB'] ?? 64);
      const grown = Math.max(0.01, heapGrowth(megabytes));
      return [
        {
          metric: `heap_growth_${megabytes}_MB`,
          value: grown,
          unit: 'MB',
          against: 'limit of 8 MB',
          ratio: grown / 8,
          better: 'less',
        },
      ];
    },
  },
];
