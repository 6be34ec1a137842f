/**
 * The packages of the workspace, as their manifests and the layer table of `docs/architecture.md` describe them.
 *
 * @module
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './root.ts';

/** A target of an exports or imports map. */
export type ExportTarget = string | null | { readonly [condition: string]: ExportTarget };

/** What the tests read of a package.json. */
export interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly private?: boolean;
  readonly bin?: Readonly<Record<string, string>>;
  readonly exports?: Readonly<Record<string, ExportTarget>>;
  readonly imports?: Readonly<Record<string, ExportTarget>>;
  readonly scripts?: Readonly<Record<string, string>>;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

/** A package of the workspace. */
export interface WorkspacePackage {
  /** Absolute path. */
  readonly folder: string;
  /** Name of the folder below `packages`. */
  readonly short: string;
  readonly manifest: Manifest;
}

/** Reads a package.json. */
export function readManifest(folder: string): Manifest {
  return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Manifest;
}

/** All packages below `packages`. */
export function listPackages(): readonly WorkspacePackage[] {
  return readdirSync(join(root, 'packages'))
    .sort()
    .map((short) => ({ short, folder: join(root, 'packages', short) }))
    .filter(({ folder }) => existsSync(join(folder, 'package.json')))
    .map(({ short, folder }) => ({ short, folder, manifest: readManifest(folder) }));
}

/** The packages that are published. */
export function listPublicPackages(): readonly WorkspacePackage[] {
  return listPackages().filter(({ manifest }) => manifest.private !== true);
}

/** A row of the layer table. */
export interface Layer {
  readonly name: string;
  /** 0 is the lowest; `undefined` for what is not published and stands beside the layers. */
  readonly level: number | undefined;
  /** Whether its entries promise to run without Node. */
  readonly anywhere: boolean;
  /** Entries that do not, such as `./node`. */
  readonly exceptions: readonly string[];
}

/** The layer table of `docs/architecture.md`. */
export function readLayers(): ReadonlyMap<string, Layer> {
  const text = readFileSync(join(root, 'docs', 'architecture.md'), 'utf8');
  const layers = new Map<string, Layer>();
  for (const line of text.split('\n')) {
    const cells = line.split('|').map((cell) => cell.trim());
    const level = cells[1] ?? '';
    const name = /^`([^`]+)`/.exec(cells[2] ?? '')?.[1];
    if (name === undefined || !/^(?:\d+|–)$/.test(level)) continue;
    const runs = cells.at(-2) ?? '';
    layers.set(name, {
      name,
      level: level === '–' ? undefined : Number(level),
      anywhere: runs.startsWith('anywhere'),
      exceptions: [...runs.matchAll(/`(\/[^`]+)`/g)].map((match) => `.${match[1]}`),
    });
  }
  return layers;
}

/** The target of an exports or imports map under the given conditions, first match first. */
export function resolveTarget(
  target: ExportTarget | undefined,
  conditions: readonly string[],
): string | undefined {
  if (typeof target === 'string') return target;
  if (target === null || target === undefined) return undefined;
  for (const [condition, inner] of Object.entries(target)) {
    if (condition !== 'default' && !conditions.includes(condition)) continue;
    const found = resolveTarget(inner, conditions);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The subpaths of a package that lead to code: `.`, `./fpe`, but not `./package.json`. */
export function listEntries({ manifest }: WorkspacePackage): readonly string[] {
  return Object.keys(manifest.exports ?? {}).filter((subpath) => !subpath.endsWith('.json'));
}
