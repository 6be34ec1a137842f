/**
 * `npm run <task>`: each task installs the workspace once and then is one call.
 */
import { join } from 'node:path';
import { fail, install, pathWithPnpm, root, run, runSource } from './workspace.mjs';

const node = (file, ...args) => run(process.execPath, [join(root, file), ...args]);
const vitest = (...args) => node('node_modules/vitest/vitest.mjs', 'run', ...args);

const tasks = {
  build: (...args) =>
    run('pnpm', ['--recursive', '--workspace-concurrency=2', ...args, 'run', 'build'], {
      env: { PATH: pathWithPnpm() },
    }),
  typecheck: (...args) => node('node_modules/typescript/bin/tsc', '-p', 'tsconfig.json', ...args),
  lint: (...args) =>
    node('node_modules/@biomejs/biome/bin/biome', 'check', '--error-on-warnings', ...args),
  bench: (...args) => runSource('benchmarks/src/main.ts', args),
  ledger: (...args) => runSource('packages/testkit/src/ledger/main.ts', args),
  'docs:write': (...args) => runSource('packages/testkit/src/docs/main.ts', args),
  'docs:check': (...args) =>
    vitest(
      'packages/testkit/test/workspace/docs',
      'packages/testkit/test/workspace/examples',
      ...args,
    ),
};

const [name, ...args] = process.argv.slice(2);
const task = Object.hasOwn(tasks, name) ? tasks[name] : undefined;
if (task === undefined) {
  fail(`There is no task ${name}`, `Tasks: ${Object.keys(tasks).join(', ')}`);
}
install('workspace');
process.exitCode = task(...args);
