import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { join } from 'node:path';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';
import { afterAll, describe, expect, it } from 'vitest';
import { packPackages } from '../../src/packed/pack-packages.ts';
import { bundleApart } from '../../src/workspace/bundle-apart.ts';
import {
  type ExportTarget,
  listEntries,
  readLayers,
  resolveTarget,
} from '../../src/workspace/packages.ts';
import { root } from '../../src/workspace/root.ts';
import { listFiles } from '../../src/workspace/source-files.ts';

const consumer = packPackages();
const layers = readLayers();
const byName = consumer.packages.map((one) => [one.manifest.name, one] as const);
const entries = consumer.packages.flatMap((one) =>
  listEntries(one).map((subpath) => ({
    id: `${one.manifest.name}${subpath.slice(1)}`,
    one,
    subpath,
  })),
);
const ids = entries.map(({ id }) => id);

afterAll(() => rmSync(consumer.folder, { recursive: true, force: true }));

function runNode(args: readonly string[]) {
  const environment = { ...process.env, NODE_OPTIONS: '' };
  return spawnSync(process.execPath, args, {
    cwd: consumer.folder,
    encoding: 'utf8',
    env: environment,
  });
}

/** Every file that an exports map names. */
function listTargets(target: ExportTarget): readonly string[] {
  if (typeof target === 'string') return [target];
  return target === null ? [] : Object.values(target).flatMap((inner) => listTargets(inner));
}

describe('the tarball', () => {
  it.each(byName)(
    'of %s holds what its manifest names, and no tests',
    (_, { installed, packed }) => {
      const named = [
        ...Object.values(packed.exports ?? {}).flatMap((target) => listTargets(target)),
        ...Object.values(packed.imports ?? {})
          .flatMap((target) => listTargets(target))
          .filter((target) => target.startsWith('.')),
        ...Object.values(packed.bin ?? {}),
        'LICENSE',
        'README.md',
      ];
      // Of a pattern, the folder.
      const missing = named.filter((file) => !existsSync(join(installed, file.split('*')[0]!)));
      expect(missing).toEqual([]);
      expect(listFiles(installed, '.test.ts')).toEqual([]);
      expect(existsSync(join(installed, 'test'))).toBe(false);
    },
  );

  it.each(byName)('of %s asks for published versions only', (_, { packed }) => {
    const ranges = Object.values({ ...packed.dependencies, ...packed.peerDependencies });
    expect(ranges.filter((range) => !/^[\^~]?\d/.test(range))).toEqual([]);
  });

  it.each(byName)('of %s pleases publint', async (_, one) => {
    const { buffer, byteOffset, byteLength } = readFileSync(one.tarball);
    const tarball = buffer.slice(byteOffset, byteOffset + byteLength) as ArrayBuffer;
    const { messages } = await publint({ pack: { tarball }, level: 'suggestion', strict: true });
    expect(messages.map((message) => formatMessage(message, one.packed))).toEqual([]);
  });

  const typed = byName.filter(([, one]) => listEntries(one).length > 0);
  it.each(typed)('of %s has types that resolve everywhere but in node10', (_, { tarball }) => {
    const attw = join(root, 'packages/testkit/node_modules/@arethetypeswrong/cli/dist/index.js');
    const { status, stdout, stderr } = runNode([
      attw,
      tarball,
      '--profile',
      'node16',
      '--no-color',
    ]);
    expect(status, `${stdout}${stderr}`).toBe(0);
  });
});

/** Names of what an entry exports at run time, read by the given program. */
function listNames(args: readonly string[]): Readonly<Record<string, readonly string[]>> {
  const { status, stdout, stderr } = runNode(args);
  expect(status, stderr).toBe(0);
  return JSON.parse(stdout) as Record<string, readonly string[]>;
}

describe('a project that installs the tarballs', () => {
  it('imports and requires the same names as the sources export', async () => {
    const list = JSON.stringify(ids);
    writeFileSync(
      join(consumer.folder, 'names.mjs'),
      `const names = {};
for (const id of ${list}) names[id] = Object.keys(await import(id)).sort();
console.log(JSON.stringify(names));`,
    );
    writeFileSync(
      join(consumer.folder, 'names.cjs'),
      `const names = {};
for (const id of ${list}) names[id] = Object.keys(require(id)).filter((name) => name !== '__esModule').sort();
console.log(JSON.stringify(names));`,
    );
    const imported = listNames(['names.mjs']);
    expect(listNames(['names.cjs'])).toEqual(imported);
    for (const { id, one, subpath } of entries) {
      const target = resolveTarget(one.manifest.exports?.[subpath], ['@yushu/source', 'node']);
      const source = (await import(/* @vite-ignore */ join(one.folder, target!))) as object;
      expect(imported[id], id).toEqual(Object.keys(source).sort());
    }
  });

  it('knows errors across the ESM and the CommonJS copy', () => {
    writeFileSync(
      join(consumer.folder, 'brand.mjs'),
      `import { createRequire } from 'node:module';
import { isDataSecurityError } from '@yushu/core';
const { parsePolicy } = createRequire(import.meta.url)('@yushu/core');
try { parsePolicy({}); } catch (error) { console.log(isDataSecurityError(error, 'ERR_CORE_POLICY')); }`,
    );
    expect(runNode(['brand.mjs']).stdout).toBe('true\n');
  });

  it.each([
    ['ES modules and CommonJS', ['consumer.mts', 'consumer.cts'], 'NodeNext', 'NodeNext'],
    ['a bundler', ['consumer.ts'], 'Preserve', 'Bundler'],
  ])(
    'type-checks for %s, declarations of dependencies included',
    (_, files, module, resolution) => {
      const imports = ids.map((id, index) => `import * as entry${index} from '${id}';`);
      const uses = ids.map((_id, index) => `entry${index}`);
      const text = `${imports.join('\n')}\nexport const all: readonly object[] = [${uses.join(', ')}];\n`;
      for (const file of files) writeFileSync(join(consumer.folder, file), text);
      const tsc = join(root, 'node_modules/typescript/bin/tsc');
      const { status, stdout } = runNode([
        ...[tsc, '--noEmit', '--strict', '--target', 'ES2022', '--lib', 'ES2023,DOM'],
        ...['--module', module, '--moduleResolution', resolution, '--types', 'node'],
        ...files,
      ]);
      expect(status, stdout).toBe(0);
    },
  );

  const anywhere = entries.filter(({ one, subpath }) => {
    const layer = layers.get(one.manifest.name);
    return layer?.anywhere === true && !layer.exceptions.includes(subpath);
  });
  it('bundles what runs anywhere for a browser, without Node', async () => {
    const modules = anywhere.map(({ id }) => [id, `export * from '${id}';`] as const);
    const bundles = await bundleApart(new Map(modules), {
      resolveDir: consumer.folder,
      platform: 'browser',
      external: ['re2', '@duckdb/node-api'],
    });
    expect(bundles.size).toBe(anywhere.length);
    for (const [id, { contents, external }] of bundles) {
      expect(
        external.filter((path) => isBuiltin(path)),
        id,
      ).toEqual([]);
      expect(new TextDecoder().decode(contents), id).not.toMatch(/["']node:/);
    }
  });

  const commands = consumer.packages.flatMap((one) =>
    Object.entries(one.packed.bin ?? {}).map(
      ([name, file]) => [name, join(one.installed, file), one.packed.version] as const,
    ),
  );
  it.each(commands)('runs the command %s', (name, file, version) => {
    expect(readFileSync(file, 'utf8').startsWith('#!/usr/bin/env node\n')).toBe(true);
    const help = runNode([file, '--help']);
    expect(help.status, help.stderr).toBe(0);
    expect(help.stdout).toContain(`Usage: ${name}`);
    expect(runNode([file, '--version']).stdout.trim()).toBe(version);
  });
});
