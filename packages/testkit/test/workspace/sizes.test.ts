import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import { type ApartBundle, bundleApart } from '../../src/workspace/bundle-apart.ts';
import { listEntries, listPublicPackages, resolveTarget } from '../../src/workspace/packages.ts';

/** The most that an import may weigh, in bytes of minified code after brotli, and why it is not less. */
interface Ceiling {
  readonly maxBytes: number;
  readonly reason: string;
  /** What is imported; everything if left out. */
  readonly names?: readonly string[];
}

const ceilings = JSON.parse(
  readFileSync(join(import.meta.dirname, 'size-ceilings.json'), 'utf8'),
) as Readonly<Record<string, Ceiling>>;

const entries = new Map(
  listPublicPackages().flatMap((one) =>
    listEntries(one).map((subpath) => {
      const target = resolveTarget(one.manifest.exports?.[subpath], ['@yushu/source', 'import']);
      return [`${one.manifest.name}${subpath.slice(1)}`, join(one.folder, target!)] as const;
    }),
  ),
);

/** `@yushu/core` or `@yushu/core { parsePolicy }`. */
const entryOf = (key: string) => key.split(' ')[0]!;

const isForNode = (file: string) => file.endsWith('/node/index.ts') || file.endsWith('/node.ts');

/** The import of a key as a module. */
function moduleOf([key, { names }]: [string, Ceiling]): readonly [string, string] {
  const what = names === undefined ? '*' : `{ ${names.join(', ')} }`;
  return [key, `export ${what} from ${JSON.stringify(entries.get(entryOf(key)))};`];
}

async function bundleFor(platform: 'node' | 'browser') {
  const wanted = Object.entries(ceilings).filter(([key]) => {
    const file = entries.get(entryOf(key));
    return file !== undefined && isForNode(file) === (platform === 'node');
  });
  return bundleApart(new Map(wanted.map(moduleOf)), {
    minify: true,
    platform,
    conditions: ['@yushu/source', 'module'],
    external: ['re2'],
  });
}

/** Bytes after brotli. What is below the ceiling at a quality that takes little time is not pressed harder to learn by how much. */
function weigh(contents: Uint8Array, ceiling: number): number {
  let bytes = Number.POSITIVE_INFINITY;
  for (const quality of [5, 10, 11]) {
    if (bytes <= ceiling) break;
    bytes = brotliCompressSync(contents, {
      params: { [constants.BROTLI_PARAM_QUALITY]: quality },
    }).length;
  }
  return bytes;
}

describe('sizes', () => {
  it('have a ceiling for every entry', () => {
    const covered = new Set(Object.keys(ceilings).map(entryOf));
    expect([...entries.keys()].filter((entry) => !covered.has(entry))).toEqual([]);
  });

  let bundles: ReadonlyMap<string, ApartBundle>;
  beforeAll(async () => {
    bundles = new Map([...(await bundleFor('browser')), ...(await bundleFor('node'))]);
  });

  it.each(Object.entries(ceilings))('%s stays below its ceiling', (key, { reason, maxBytes }) => {
    expect(reason).not.toBe('');
    const bundle = bundles.get(key);
    expect(bundle, 'no such entry').toBeDefined();
    expect(weigh(bundle!.contents, maxBytes)).toBeLessThanOrEqual(maxBytes);
  });
});
