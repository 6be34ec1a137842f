/**
 * Many bundles from one run of esbuild, which reads and parses once what they share.
 *
 * @module
 */
import { basename } from 'node:path';
import { type BuildOptions, build, type Metafile } from 'esbuild';
import { root } from './root.ts';

/** One bundle. */
export interface ApartBundle {
  readonly contents: Uint8Array;
  /** Files that were read for it, relative to the root: also those of which nothing is left. */
  readonly inputs: readonly string[];
  /** What it imports and does not hold. */
  readonly external: readonly string[];
}

/** What an input imports, and what that imports, and so on. */
function listInputs({ inputs }: Metafile, entry: string): readonly string[] {
  const found = new Set([entry]);
  for (const path of found) {
    for (const { path: next, external } of inputs[path]!.imports) {
      if (external !== true) found.add(next);
    }
  }
  return [...found].filter((path) => path !== entry);
}

/**
 * Bundles each module by itself; a module is given as its text, which is resolved from `resolveDir`.
 *
 * @throws where one of them cannot be bundled, with the file and the reason.
 */
export async function bundleApart(
  modules: ReadonlyMap<string, string>,
  { resolveDir = root, ...options }: BuildOptions & { readonly resolveDir?: string },
): Promise<ReadonlyMap<string, ApartBundle>> {
  const names = [...modules.keys()];
  const { outputFiles, metafile } = await build({
    // As published: Chinese words are not escaped.
    charset: 'utf8',
    format: 'esm',
    logLevel: 'silent',
    ...options,
    absWorkingDir: root,
    bundle: true,
    write: false,
    metafile: true,
    outdir: 'apart',
    entryPoints: names.map((_, index) => ({ in: `apart:${index}`, out: String(index) })),
    plugins: [
      {
        name: 'apart',
        setup(plugin) {
          plugin.onResolve({ filter: /^apart:\d+$/ }, ({ path }) => ({
            path: path.slice('apart:'.length),
            namespace: 'apart',
          }));
          plugin.onLoad({ filter: /./, namespace: 'apart' }, ({ path }) => ({
            contents: modules.get(names[Number(path)]!)!,
            resolveDir,
          }));
        },
      },
    ],
  });
  return new Map(
    outputFiles!.map(({ path, contents }) => {
      const file = basename(path);
      const { imports, entryPoint } = metafile!.outputs[`apart/${file}`]!;
      const bundle: ApartBundle = {
        contents,
        inputs: listInputs(metafile!, entryPoint!),
        external: imports.filter(({ external }) => external).map((one) => one.path),
      };
      return [names[Number.parseInt(file, 10)]!, bundle];
    }),
  );
}
