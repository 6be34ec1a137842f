/**
 * Ledger files as one script without Node, for browsers and the edge.
 *
 * @module
 */
import { readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { build, type Plugin } from 'esbuild';
import { root } from '../workspace/root.ts';
import { listFiles } from '../workspace/source-files.ts';

/**
 * Vectors are read from the script itself, and the twins of a platform for Node give way to those for everywhere. Nothing
 * else is changed; any other import of Node fails the build.
 */
function withoutNode(packages: readonly string[]): Plugin {
  return {
    name: 'without-node',
    setup(plugin) {
      plugin.onResolve({ filter: /^node:fs$/ }, () => ({ path: 'fs', namespace: 'vectors' }));
      plugin.onLoad({ filter: /^fs$/, namespace: 'vectors' }, () => {
        const files = packages
          .map((name) => join(root, 'packages', name, 'test'))
          .flatMap((folder) => listFiles(folder, '.json'))
          .map((file) => [relative(root, file), readFileSync(file, 'utf8')]);
        return {
          loader: 'js',
          contents: `const files = new Map(${JSON.stringify(files)});
export function readFileSync({ pathname }) {
  const text = files.get(pathname.slice(1));
  if (text === undefined) throw new Error('no such file: ' + pathname);
  return text;
}`,
        };
      });
      plugin.onResolve({ filter: /\/platform\/(?:curves-)?node\.ts$/ }, ({ path, resolveDir }) => ({
        path: join(resolveDir, path),
        namespace: 'twins',
      }));
      plugin.onLoad({ filter: /./, namespace: 'twins' }, ({ path }) => {
        const [name, twin] = path.endsWith('curves-node.ts')
          ? ['curves', path.replace('curves-node', 'curves-default')]
          : ['platform', path.replace(/node\.ts$/, 'default.ts')];
        return {
          contents: `import * as twin from ${JSON.stringify(twin)};\nexport const ${name} = { ...twin.${name} };`,
          resolveDir: root,
        };
      });
      plugin.onLoad({ filter: /\/test\/.*\.ts$/ }, ({ path }) => ({
        loader: 'ts',
        contents: readFileSync(path, 'utf8').replaceAll(
          'import.meta.url',
          JSON.stringify(`file:///${relative(root, path)}`),
        ),
      }));
    },
  };
}

/**
 * A script that sets `ledgerSuites` to the list of names and `runLedgerSuite` to a function that runs the suite of a name.
 * Suites of the twins for Node, whose names end in `-node`, are left out.
 *
 * @param files - paths of `*.ledger.ts`
 * @param packages - folders of packages whose vectors the script holds
 */
export async function bundleLedger(
  files: readonly string[],
  packages: readonly string[],
): Promise<string> {
  const imports = files.map(
    (file, at) => `import { suites as s${at} } from ${JSON.stringify(file)};`,
  );
  const all = files.map((_, at) => `...s${at}`).join(', ');
  const { outputFiles } = await build({
    stdin: {
      contents: `${imports.join('\n')}
const suites = [${all}].filter(({ suite }) => !suite.endsWith('-node'));
globalThis.ledgerSuites = suites.map(({ suite, pinned }) => ({ suite, pinned }));
globalThis.runLedgerSuite = (name) => suites.find(({ suite }) => suite === name).run();`,
      resolveDir: root,
    },
    bundle: true,
    write: false,
    format: 'iife',
    platform: 'browser',
    target: 'es2022',
    conditions: ['@yushu/source'],
    plugins: [withoutNode(packages)],
    logLevel: 'silent',
  });
  return outputFiles[0]!.text;
}
