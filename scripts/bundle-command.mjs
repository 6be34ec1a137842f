/**
 * The command, bundled from source: `npm start` then waits for no type check, no declaration files and no other packages.
 */
import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import {
  fail,
  filesBelow,
  hashFiles,
  install,
  packageFolders,
  requireEsbuild,
  root,
  stampHolds,
  writeStamp,
} from './workspace.mjs';

/** Beside `dist`, so that what is found relative to `dist/main.js` is found from here too. */
const folder = 'packages/cli/.start';

function sources() {
  const folders = packageFolders().filter((one) => one !== 'packages/testkit');
  return [
    'pnpm-lock.yaml',
    'scripts/bundle-command.mjs',
    ...folders.flatMap((one) => [`${one}/package.json`, ...filesBelow(`${one}/src`)]),
  ];
}

/** Bundles the command if a source has changed since, and gives the path of the bundle. */
export async function bundleCommand() {
  const bundle = join(root, folder, 'main.js');
  const hash = hashFiles(sources());
  if (stampHolds('bundle', hash) && existsSync(bundle)) return bundle;
  install('command');
  const { build } = requireEsbuild();
  rmSync(join(root, folder), { recursive: true, force: true });
  try {
    await build({
      absWorkingDir: root,
      entryPoints: { main: 'packages/cli/src/main.ts' },
      outdir: folder,
      bundle: true,
      splitting: true,
      format: 'esm',
      platform: 'node',
      target: 'node20.19',
      conditions: ['@yushu/source', 'module'],
      // Native and optional: found at run time or not at all.
      external: ['re2', '@duckdb/node-api'],
      // CommonJS dependencies call `require`, which an ES module does not have.
      banner: {
        js: "import { createRequire as yushuRequire } from 'node:module'; const require = yushuRequire(import.meta.url);",
      },
      logLevel: 'warning',
    });
  } catch {
    fail('The command could not be bundled', 'See what esbuild says above.');
  }
  writeStamp('bundle', hash);
  return bundle;
}
