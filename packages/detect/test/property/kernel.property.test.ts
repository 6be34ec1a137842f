import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { kernelWasm } from '../../src/data/kernel-wasm.ts';
import { findCandidates, findEverywhere } from '../../src/engine/anchors.ts';
import type { AnchorOptions } from '../../src/engine/find-anchors.ts';
import { createKernel, type Kernel } from '../../src/engine/kernel.ts';
import { resolveOverlaps } from '../../src/engine/resolve.ts';
import { Scan } from '../../src/engine/scan.ts';
import { TextView } from '../../src/engine/view.ts';

const vector = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(`../vectors/${name}`, import.meta.url), 'utf8'));

/** All texts that a value holds. */
function textsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsOf) : [];
}

const pieces = [
  '12:34:56 ',
  '2026-11-23T08:00:00.123Z ',
  '10.0.0.1',
  '::1',
  'fe80::1%eth0',
  '00-1A-2B-3C-4D-5E',
  '0012.3456.789A',
  'GB29 NWBK',
  'John Smith ',
  'dear Alice',
  '-u admin:pw',
  '-----BEGIN',
  'Secret',
  'secret',
  'ghp_',
  'sk-',
  'eyJhbGciOi',
  'QQ 12345',
  'PESEL is 44051401359',
  'password=',
  'k8:',
  'a1:',
  '=E5=BC=A0',
  '%41%42',
  '\\u5f20',
  '张伟',
  '北京市',
  '路12号',
  '1815 NW 23rd Avenue, Portland, OR 97210 ',
  '京A12345',
  '·',
  '＠',
  '１３８',
  '\u200b',
  '\u00ad',
  '号码：',
  '😀',
  '\0',
  'x'.repeat(63),
  'A'.repeat(70),
  '7'.repeat(65),
  ' ',
  '\n',
  '"',
  '/',
  '-',
  '.',
  '(',
  ')',
  '_',
  ':',
  '@',
];
const text = fc
  .array(fc.oneof(fc.constantFrom(...pieces), fc.string({ unit: 'binary', maxLength: 20 })), {
    maxLength: 90,
  })
  .map((parts) => parts.join(''));

/** What a view holds and where its anchors are. */
function read(source: string, options: AnchorOptions, kernel: Kernel | undefined) {
  const view = new TextView();
  view.load(source, 0, source.length, kernel);
  const count = view.anchors(0, view.length, options);
  return {
    units: [...view.codes.subarray(0, view.length)],
    folded: view.folded,
    offsets: Array.from({ length: view.length + 1 }, (_, index) => view.offsetOf(index)),
    anchors: Array.from({ length: count }, (_, place) => view.anchorPlaces[place]!),
  };
}

const native = createKernel() as Kernel;
const plain = createKernel({ WebAssembly } as never) as Kernel;

test('the platform of the tests has the kernel, and does without it where WebAssembly is missing or forbidden', () => {
  expect(native).toBeDefined();
  expect(plain).toBeDefined();
  expect(createKernel({})).toBeUndefined();
  const forbidden = class {
    constructor() {
      throw new Error('refused by the content security policy');
    }
  };
  expect(
    createKernel({ WebAssembly: { Module: forbidden, Instance: forbidden } } as never),
  ).toBeUndefined();
});

test('the kernel and its twin fold alike and find the same anchors', () => {
  fc.assert(
    fc.property(text, fc.boolean(), fc.boolean(), (source, thorough, named) => {
      const options = { thorough, named };
      const twin = read(source, options, undefined);
      expect(read(source, options, native)).toEqual(twin);
      expect(read(source, options, plain)).toEqual(twin);
    }),
    { numRuns: Number(process.env['YUSHU_KERNEL_RUNS'] ?? 400) },
  );
});

/** The texts between quotes in all tests of this package: what a new detector is tested with is compared too. */
function textsInTests(): string[] {
  const root = new URL('..', import.meta.url);
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .flatMap((name) => {
      const source = readFileSync(new URL(name, root), 'utf8');
      return Array.from(
        source.matchAll(/'((?:[^'\\\n]|\\.){4,})'|`((?:[^`\\]|\\.){4,})`/g),
        (match) => (match[1] ?? match[2]!).replaceAll('\\n', '\n').replaceAll(/\\(.)/g, '$1'),
      );
    });
}

test('the anchor pass loses nothing that a look at every place finds', () => {
  const all = [
    'pii-bench-zh-formal.json',
    'gitleaks-tpfp.json',
    'issue-regressions.json',
    'detect-secrets.json',
    'presidio-recognizers.json',
  ]
    .flatMap((name) => textsOf(vector(name)).filter((some) => some.length > 3))
    .concat(textsInTests());
  // Each text beside others, so that cues and neighbours come from everywhere.
  const passed = new Scan(findCandidates);
  const everywhere = new Scan(findEverywhere);
  const byKernel = new Scan(findCandidates);
  for (let index = 0; index < all.length; index += 40) {
    const source = all.slice(index, index + 40).join(index % 80 === 0 ? '\n' : ' ');
    for (const thorough of [false, true]) {
      const scans = source.length < 25_000 ? [passed, everywhere, byKernel] : [passed, everywhere];
      const found = scans.map((scan) => {
        scan.thorough = thorough;
        scan.load(source, 0, source.length, scan === byKernel ? native : undefined);
        if (scan === everywhere) findEverywhere(scan, 0, scan.view.length);
        else findCandidates(scan, 0, scan.view.length);
        return resolveOverlaps(scan.candidates);
      });
      for (const other of found.slice(1)) expect(found[0]).toEqual(other);
    }
  }
});

test('the committed module is what its source compiles to', () => {
  const script = fileURLToPath(new URL('../../scripts/build-kernel.mjs', import.meta.url));
  expect(execFileSync(process.execPath, [script, '--print'], { encoding: 'utf8' })).toBe(
    kernelWasm,
  );
});
