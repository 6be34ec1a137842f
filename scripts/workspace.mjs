/**
 * What the root scripts share: the pinned pnpm, installs that are done once, and running a command. Needs Node and npm, and
 * nothing that would have to be installed first.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Folder of the workspace. */
export const root = dirname(dirname(fileURLToPath(import.meta.url)));

const stamps = join(root, 'node_modules', '.yushu');
const windows = process.platform === 'win32';

/** Ends the script with a message for people: what is wrong, then what to do. */
export function fail(message, ...steps) {
  process.stderr.write(`\n✗ ${message}\n${steps.map((step) => `  · ${step}\n`).join('')}`);
  process.exit(1);
}

const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  fail(
    `Node ${process.versions.node} is too old`,
    'Install Node 20.19 or newer: https://nodejs.org',
  );
}

/** One step's word on standard error, so that standard output stays the command's own. */
export function say(text) {
  process.stderr.write(`${text}\n`);
}

/** A hash of the contents of files, given relative to the root; a file that is not there counts as empty. */
export function hashFiles(files) {
  const hash = createHash('sha256');
  hash.update(`${process.platform} ${process.arch} ${process.versions.modules}`);
  for (const file of files) {
    const path = join(root, file);
    const content = existsSync(path) ? readFileSync(path) : '';
    hash.update(`\0${file}\0${content.length}\0`).update(content);
  }
  return hash.digest('hex');
}

/** All files below a folder of the workspace, relative to the root, in a fixed order. */
export function filesBelow(folder) {
  const path = join(root, folder);
  if (!existsSync(path)) return [];
  return readdirSync(path, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) =>
      entry.isDirectory() ? filesBelow(`${folder}/${entry.name}`) : [`${folder}/${entry.name}`],
    );
}

/** The packages of the workspace: `packages/core` and so on. */
export function packageFolders() {
  return readdirSync(join(root, 'packages'))
    .sort()
    .map((name) => `packages/${name}`)
    .filter((folder) => existsSync(join(root, folder, 'package.json')));
}

/** Whether something was already done for these contents. */
export function stampHolds(name, hash) {
  const file = join(stamps, name);
  return existsSync(file) && readFileSync(file, 'utf8') === hash;
}

/** Notes that something was done for these contents. */
export function writeStamp(name, hash) {
  mkdirSync(stamps, { recursive: true });
  writeFileSync(join(stamps, name), hash);
}

/** pnpm asks nothing: there may be nobody to answer. */
const pnpmEnvironment = { pnpm_config_confirm_modules_purge: 'false' };

function capture(command, args, options = {}) {
  return spawnSync(command, args, {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
    maxBuffer: 64 * 1024 * 1024,
    shell: windows,
    ...options,
    env: { ...process.env, ...pnpmEnvironment, ...options.env },
  });
}

/** The PATH on which npx has put a package's commands in front. */
function pathFromNpx(name, version) {
  const print = 'process.stdout.write(process.env.PATH)';
  const fetched = capture(
    'npx',
    ['--yes', `--package=${name}@${version}`, '--', 'node', '-e', windows ? `"${print}"` : print],
    // Outside the workspace, so that npm looks at none of its files.
    { cwd: tmpdir() },
  );
  if (fetched.status !== 0) {
    process.stderr.write(`\n${fetched.stderr ?? ''}`);
    fail(
      `${name} ${version} could not be fetched with npx`,
      'See what npm says above; `npm ping` tells whether the registry can be reached.',
      'Behind a proxy, set it: npm config set proxy … and npm config set https-proxy …',
      `Or install it yourself: npm install --global ${name}@${version}`,
    );
  }
  return fetched.stdout;
}

let path;

/** The PATH on which `pnpm` is the version that package.json pins, from npx unless that version stands there already. */
export function pathWithPnpm() {
  if (path !== undefined) return path;
  const { packageManager } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const version = packageManager.slice('pnpm@'.length).split('+')[0];
  const present = capture('pnpm', ['--version'], { cwd: tmpdir() });
  const pinned = present.status === 0 && present.stdout.trim() === version;
  path = pinned ? process.env.PATH : pathFromNpx('pnpm', version);
  return path;
}

/**
 * esbuild as the catalog pins it: the workspace's if it is installed, otherwise from npx. pnpm would bring it only together
 * with all test tools, since its program is an optional dependency of its own.
 */
export function requireEsbuild() {
  const command = createRequire(join(root, 'packages/cli/package.json'));
  try {
    return command('esbuild');
  } catch {
    const catalog = readFileSync(join(root, 'pnpm-workspace.yaml'), 'utf8');
    const version = /^ +esbuild: (\S+)$/m.exec(catalog)?.[1];
    const folders = pathFromNpx('esbuild', version).split(delimiter);
    const modules = dirname(folders.find((one) => existsSync(join(one, 'esbuild'))) ?? root);
    return createRequire(join(modules, 'any.js'))('esbuild');
  }
}

const installs = {
  /** What the command needs to run: nothing for tests, nothing native. */
  command: {
    args: ['--prod', '--no-optional', '--filter', 'yushu...'],
    what: 'what the command needs',
  },
  /** Everything: test tools, and re2 where a compiler is at hand. */
  workspace: { args: [], what: 'the workspace' },
};

function manifests() {
  return [
    'package.json',
    'pnpm-lock.yaml',
    'pnpm-workspace.yaml',
    'benchmarks/package.json',
    ...packageFolders().map((folder) => `${folder}/package.json`),
  ];
}

/**
 * Installs with the frozen lockfile, once for each state of the manifests.
 *
 * @param {'command' | 'workspace'} wanted
 */
export function install(wanted) {
  const hash = hashFiles(manifests());
  if (stampHolds('workspace', hash) || stampHolds(wanted, hash)) return;
  // Where the test tools stand already, an install of less would take them away.
  const scope = existsSync(join(root, 'node_modules/vitest')) ? 'workspace' : wanted;
  const { args, what } = installs[scope];
  const started = performance.now();
  process.stderr.write(`Installing ${what} …`);
  const result = capture(
    'pnpm',
    ['install', '--frozen-lockfile', '--reporter=append-only', ...args],
    {
      cwd: root,
      env: { PATH: pathWithPnpm() },
    },
  );
  if (result.status !== 0) {
    process.stderr.write(`\n${result.stdout ?? ''}${result.stderr ?? ''}`);
    fail(
      'The dependencies could not be installed',
      'See what pnpm says above; `npm ping` tells whether the registry can be reached.',
      'A manifest that was changed needs a new lockfile: npx pnpm install',
      'A half-finished install is mended by deleting node_modules and packages/*/node_modules.',
    );
  }
  say(` ${((performance.now() - started) / 1000).toFixed(1)} s`);
  writeStamp(scope, hash);
}

/** Runs a program in the workspace and gives its exit code. */
export function run(command, args, options = {}) {
  const result = spawnSync(command, args, {
    cwd: root,
    stdio: 'inherit',
    shell: windows && command !== process.execPath,
    ...options,
    env: { ...process.env, ...pnpmEnvironment, ...options.env },
  });
  if (result.error !== undefined) fail(`${command} could not be started: ${result.error.message}`);
  return result.status ?? 1;
}

/** Runs a JavaScript or TypeScript file of the workspace; sources are read as they are, without a build. */
export function runSource(file, args, options = {}) {
  return run(
    process.execPath,
    ['--conditions=@yushu/source', '--import', 'tsx', join(root, file), ...args],
    options,
  );
}
