/**
 * What users will get: every public package packed, and put into a project of its own beside its dependencies.
 *
 * @module
 */
import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  realpathSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import {
  listPublicPackages,
  type Manifest,
  readManifest,
  type WorkspacePackage,
} from '../workspace/packages.ts';

/** A package as users get it. */
export interface PackedPackage extends WorkspacePackage {
  readonly tarball: string;
  /** Folder in the project's node_modules. */
  readonly installed: string;
  /** The manifest within the tarball. */
  readonly packed: Manifest;
}

/** A project that has all packages installed from their tarballs. */
export interface Consumer {
  readonly folder: string;
  readonly packages: readonly PackedPackage[];
}

function runOrThrow(command: string, args: readonly string[], cwd: string): string {
  const { status, stdout, stderr, error } = spawnSync(command, args, { cwd, encoding: 'utf8' });
  if (status !== 0) {
    throw new Error(`${command} ${args.join(' ')} failed: ${error?.message ?? stderr}${stdout}`);
  }
  return stdout;
}

/** Where the workspace keeps a dependency of a package: its real folder, beside which stand its own dependencies. */
function findDependency(folder: string, name: string): string {
  for (let at = folder; at !== dirname(at); at = dirname(at)) {
    const candidate = join(at, 'node_modules', name);
    if (existsSync(candidate)) return realpathSync(candidate);
  }
  throw new Error(`${name} is not installed`);
}

function link(target: string, path: string): void {
  mkdirSync(dirname(path), { recursive: true });
  if (!existsSync(path)) symlinkSync(target, path, 'dir');
}

/**
 * Packs all public packages with pnpm and unpacks them into a new project. Dependencies from the registry are linked from the
 * workspace, so that no network is needed.
 *
 * @throws {Error} where a package is not built.
 */
export function packPackages(): Consumer {
  const folder = mkdtempSync(join(tmpdir(), 'yushu-packed-'));
  const modules = join(folder, 'node_modules');
  const sources = listPublicPackages();
  const own = new Set(sources.map(({ manifest }) => manifest.name));
  const packages = sources.map((one): PackedPackage => {
    if (!existsSync(join(one.folder, 'dist'))) {
      throw new Error(`${one.manifest.name} is not built: npm run build`);
    }
    const tarball = join(folder, `${one.short}.tgz`);
    runOrThrow('pnpm', ['pack', '--out', tarball], one.folder);
    const installed = join(modules, one.manifest.name);
    mkdirSync(installed, { recursive: true });
    runOrThrow('tar', ['-xzf', tarball, '--strip-components=1', '-C', installed], folder);
    const packed = readManifest(installed);
    for (const name of Object.keys(packed.dependencies ?? {})) {
      if (!own.has(name)) link(findDependency(one.folder, name), join(modules, name));
    }
    return { ...one, tarball, installed, packed };
  });
  link(findDependency(sources[0]!.folder, '@types/node'), join(modules, '@types', 'node'));
  writeFileSync(join(folder, 'package.json'), '{ "private": true, "type": "module" }\n');
  return { folder, packages };
}
