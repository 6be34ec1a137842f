import { isBuiltin } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { type ApartBundle, bundleApart } from '../../src/workspace/bundle-apart.ts';
import {
  listEntries,
  listPackages,
  listPublicPackages,
  readLayers,
  readManifest,
  resolveTarget,
  type WorkspacePackage,
} from '../../src/workspace/packages.ts';
import { root } from '../../src/workspace/root.ts';
import {
  type ImportStatement,
  listFiles,
  listGlobalsOfNode,
  listImports,
  packageOf,
} from '../../src/workspace/source-files.ts';

const packages = listPackages();
const layers = readLayers();
const names = new Set(packages.map(({ manifest }) => manifest.name));
const rootManifest = readManifest(root);

/** The benchmarks stand beside the packages, and keep the same rules. */
const benchmarks: WorkspacePackage = {
  short: 'benchmarks',
  folder: join(root, 'benchmarks'),
  manifest: readManifest(join(root, 'benchmarks')),
};

const importsOf = ({ folder }: WorkspacePackage, part: 'src' | 'test' | 'cases') =>
  listFiles(join(folder, part), '.ts')
    .filter((file) => !file.includes('/fixtures/'))
    .flatMap((file) => listImports(file));

const at = ({ file, line, specifier }: ImportStatement) =>
  `${relative(root, file)}:${line} ${specifier}`;

const isRelative = ({ specifier }: ImportStatement) => specifier.startsWith('.');
const isInternal = ({ specifier }: ImportStatement) => specifier.startsWith('#');

/** Whether a map has a key for it, as it is or as a pattern such as `#platform/*`. */
const isMapped = (specifier: string, keys: readonly string[]) =>
  keys.some((key) => {
    const [before = '', after] = key.split('*');
    if (after === undefined) return key === specifier;
    return specifier.startsWith(before) && specifier.endsWith(after);
  });

/** Nodes of a circle, or nothing. */
function findCircle(graph: ReadonlyMap<string, readonly string[]>): readonly string[] | undefined {
  const done = new Set<string>();
  const visit = (node: string, path: readonly string[]): readonly string[] | undefined => {
    if (path.includes(node)) return [...path.slice(path.indexOf(node)), node];
    if (done.has(node)) return undefined;
    for (const next of graph.get(node) ?? []) {
      const circle = visit(next, [...path, node]);
      if (circle !== undefined) return circle;
    }
    done.add(node);
    return undefined;
  };
  for (const node of graph.keys()) {
    const circle = visit(node, []);
    if (circle !== undefined) return circle;
  }
  return undefined;
}

describe('layers', () => {
  it('finds a circle where there is one', () => {
    expect(findCircle(new Map([['a', ['b']]]))).toBeUndefined();
    const graph = new Map([
      ['a', ['b']],
      ['b', ['c']],
      ['c', ['b']],
    ]);
    expect(findCircle(graph)).toEqual(['b', 'c', 'b']);
  });

  it('has a row for every package, and no other', () => {
    expect([...layers.keys()].sort()).toEqual([...names].sort());
  });

  it.each(packages.map((one) => [one.manifest.name, one] as const))(
    '%s depends only on lower layers',
    (name, { manifest }) => {
      const own = layers.get(name)?.level;
      if (own === undefined) return expect(manifest.private).toBe(true);
      const wanted = Object.keys({
        ...manifest.dependencies,
        ...manifest.peerDependencies,
        ...manifest.optionalDependencies,
      }).filter((dependency) => names.has(dependency));
      const upward = wanted.filter((dependency) => {
        const other = layers.get(dependency)?.level;
        return other === undefined || other >= own;
      });
      return expect(upward).toEqual([]);
    },
  );

  it.each([...packages, benchmarks].map((one) => [one.manifest.name, one] as const))(
    '%s imports only what it declares, by public entries',
    (name, one) => {
      const { manifest, folder } = one;
      const declared = new Set(
        Object.keys({
          ...manifest.dependencies,
          ...manifest.peerDependencies,
          ...manifest.optionalDependencies,
        }),
      );
      const forTests = new Set([
        ...declared,
        ...Object.keys({
          ...manifest.devDependencies,
          ...rootManifest.devDependencies,
          ...rootManifest.optionalDependencies,
        }),
      ]);
      const problems: string[] = [];
      for (const part of ['src', 'test', 'cases'] as const) {
        for (const statement of importsOf(one, part)) {
          const { specifier, file } = statement;
          if (isRelative(statement)) {
            const target = join(dirname(file), specifier);
            if (relative(folder, target).startsWith('..')) {
              problems.push(`${at(statement)} leaves the package`);
            }
            continue;
          }
          if (isInternal(statement)) {
            if (!isMapped(specifier, Object.keys(manifest.imports ?? {}))) {
              problems.push(`${at(statement)} is not in its imports map`);
            }
            continue;
          }
          // Newer ones, such as node:sqlite, are known by their prefix only.
          if (isBuiltin(specifier) || specifier.startsWith('node:')) {
            if (!specifier.startsWith('node:')) problems.push(`${at(statement)} lacks node:`);
            continue;
          }
          const wanted = packageOf(specifier);
          // testkit is private and all of it is for tests.
          const allowed = part === 'src' && manifest.private !== true ? declared : forTests;
          if (wanted !== name && !allowed.has(wanted)) {
            problems.push(`${at(statement)} is not declared`);
          }
          const other = packages.find((candidate) => candidate.manifest.name === wanted);
          const subpath = `.${specifier.slice(wanted.length)}`;
          if (other !== undefined && !Object.hasOwn(other.manifest.exports ?? {}, subpath)) {
            problems.push(`${at(statement)} is no public entry`);
          }
        }
      }
      expect(problems).toEqual([]);
    },
  );

  it('has no circle between packages', () => {
    const graph = new Map(
      packages.map(({ manifest }) => [
        manifest.name,
        Object.keys(manifest.dependencies ?? {}).filter((name) => names.has(name)),
      ]),
    );
    expect(findCircle(graph)).toBeUndefined();
  });

  it.each(packages.map((one) => [one.manifest.name, one] as const))(
    '%s has no circle between its files at run time',
    (_, one) => {
      const graph = new Map<string, string[]>();
      for (const statement of importsOf(one, 'src')) {
        if (statement.typeOnly || !isRelative(statement)) continue;
        const target = join(dirname(statement.file), statement.specifier);
        graph.set(statement.file, [...(graph.get(statement.file) ?? []), target]);
      }
      expect(findCircle(graph)?.map((file) => relative(root, file))).toBeUndefined();
    },
  );
});

const anywhere = listPublicPackages().flatMap((one) => {
  const layer = layers.get(one.manifest.name);
  if (layer?.anywhere !== true) return [];
  return listEntries(one)
    .filter((subpath) => !layer.exceptions.includes(subpath))
    .map((subpath) => {
      const target = resolveTarget(one.manifest.exports?.[subpath], [
        '@yushu/source',
        'browser',
        'import',
      ]);
      return { name: `${one.manifest.name}${subpath.slice(1)}`, folder: one.folder, target };
    });
});

describe('what promises to run anywhere', () => {
  let bundles: ReadonlyMap<string, ApartBundle>;
  beforeAll(async () => {
    const modules = anywhere.map(
      ({ name, folder, target }) =>
        [name, `export * from ${JSON.stringify(join(folder, target!))};`] as const,
    );
    // Fails where something cannot be found without Node, and says in which file.
    bundles = await bundleApart(new Map(modules), {
      platform: 'browser',
      conditions: ['@yushu/source', 'module', 'browser'],
      external: ['re2', '@duckdb/node-api'],
    });
  });

  it.each(anywhere)('$name bundles for a browser with no module of Node', ({ name, target }) => {
    expect(target).toMatch(/^\.\/src\/.*\.ts$/);
    const { external, contents, inputs } = bundles.get(name)!;
    expect(external.filter((path) => isBuiltin(path))).toEqual([]);
    expect(new TextDecoder().decode(contents)).not.toMatch(/["']node:/);
    const own = inputs.filter((path) => path.startsWith('packages/'));
    expect(own.length).toBeGreaterThan(0);
    expect(own.flatMap((path) => listGlobalsOfNode(join(root, path)))).toEqual([]);
  });
});
