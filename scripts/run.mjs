/**
 * `npm run <task>`: each task installs the workspace once and then is one call.
 */
import { join } from 'node:path';
import { fail, install, pathWithPnpm, root, run, runSource } from './workspace.mjs';

const node = (file, ...args) => run(process.execPath, [join(root, file), ...args]);
/** Packing calls pnpm by name. */
const vitest = (...args) =>
  run(process.execPath, [join(root, 'node_modules/vitest/vitest.mjs'), 'run', ...args], {
    env: { PATH: pathWithPnpm() },
  });

const build = (...args) =>
  run('pnpm', ['--recursive', '--workspace-concurrency=2', ...args, 'run', 'build'], {
    env: { PATH: pathWithPnpm() },
  });

/** One after the other, up to the first that fails. */
const inTurn = (...steps) => steps.reduce((code, step) => (code === 0 ? step() : code), 0);

const tasks = {
  build,
  typecheck: (...args) => node('node_modules/typescript/bin/tsc', '-p', 'tsconfig.json', ...args),
  lint: (...args) =>
    inTurn(
      () => node('node_modules/@biomejs/biome/bin/biome', 'check', '--error-on-warnings', ...args),
      () => node('packages/testkit/node_modules/knip/bin/knip.js'),
    ),
  bench: (...args) => runSource('benchmarks/src/main.ts', args),
  ledger: (...args) => runSource('packages/testkit/src/ledger/main.ts', args),
  'docs:write': (...args) => runSource('packages/testkit/src/docs/main.ts', args),
  'docs:check': (...args) =>
    vitest(
      ...['errors', 'examples', 'links', 'documented'].map(
        (name) => `packages/testkit/test/workspace/${name}.test.ts`,
      ),
      ...args,
    ),
  /** `--built` takes what the last build left. */
  'check:packages': (...args) =>
    inTurn(
      () => (args.includes('--built') ? 0 : build()),
      () => {
        const rest = args.filter((arg) => arg !== '--built');
        return vitest('--config', 'vitest.packages.config.ts', ...rest);
      },
    ),
};

const [name, ...args] = process.argv.slice(2);
const task = Object.hasOwn(tasks, name) ? tasks[name] : undefined;
if (task === undefined) {
  fail(`There is no task ${name}`, `Tasks: ${Object.keys(tasks).join(', ')}`);
}
install('workspace');
process.exitCode = task(...args);
