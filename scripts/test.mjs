/**
 * `npm test [-- ARGUMENTS OF VITEST]`: installs the workspace once, then runs every test from source.
 */
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { install, pathWithPnpm, root, run, say } from './workspace.mjs';

install('workspace');
try {
  createRequire(join(root, 'package.json'))('re2');
} catch {
  say(
    're2 is not built here (it is native and optional): tests that need it are skipped and say so.',
  );
}
const vitest = join(root, 'node_modules/vitest/vitest.mjs');
process.exitCode = run(process.execPath, [vitest, 'run', ...process.argv.slice(2)], {
  // publint, attw and the packing tests call pnpm by name.
  env: { PATH: pathWithPnpm() },
});
