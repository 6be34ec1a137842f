import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { build } from 'esbuild';
import { describe, expect, it } from 'vitest';
import { listEntries, listPublicPackages, resolveTarget } from '../../src/workspace/packages.ts';
import { root } from '../../src/workspace/root.ts';

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

async function weigh(file: string, names: readonly string[] | undefined): Promise<number> {
  const what = names === undefined ? '*' : `{ ${names.join(', ')} }`;
  const { outputFiles } = await build({
    stdin: { contents: `export ${what} from ${JSON.stringify(file)};`, resolveDir: root },
    bundle: true,
    minify: true,
    write: false,
    format: 'esm',
    platform: file.endsWith('/node/index.ts') || file.endsWith('/node.ts') ? 'node' : 'browser',
    conditions: ['@yushu/source', 'module'],
    external: ['re2'],
    logLevel: 'silent',
  });
  return brotliCompressSync(outputFiles[0]!.contents).length;
}

describe('sizes', () => {
  it('have a ceiling for every entry', () => {
    const covered = new Set(Object.keys(ceilings).map(entryOf));
    expect([...entries.keys()].filter((entry) => !covered.has(entry))).toEqual([]);
  });

  it.each(Object.entries(ceilings))('%s stays below its ceiling', async (key, ceiling) => {
    expect(ceiling.reason).not.toBe('');
    const file = entries.get(entryOf(key));
    expect(file, 'no such entry').toBeDefined();
    expect(await weigh(file!, ceiling.names)).toBeLessThanOrEqual(ceiling.maxBytes);
  });
});
