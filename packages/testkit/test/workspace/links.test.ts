import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from '../../src/workspace/root.ts';
import { listFiles } from '../../src/workspace/source-files.ts';

const pages = listFiles(root, '.md').filter((path) => !relative(root, path).includes('/test/'));

/** The anchor of a heading, as GitHub makes it. */
function anchorOf(heading: string): string {
  return heading
    .toLowerCase()
    .replaceAll(/[`*]/g, '')
    .replaceAll(/[^\p{L}\p{N} _-]/gu, '')
    .replaceAll(' ', '-');
}

function anchorsOf(path: string): ReadonlySet<string> {
  const text = readFileSync(path, 'utf8').replaceAll(/^```[\s\S]*?^```/gm, '');
  return new Set([...text.matchAll(/^#+ (.+)$/gm)].map(([, heading]) => anchorOf(heading!.trim())));
}

describe('links within the documentation', () => {
  it('makes anchors as GitHub does', () => {
    expect(anchorOf('@yushu/detect: find')).toBe('yushudetect-find');
    expect(anchorOf('两条命令')).toBe('两条命令');
  });

  it.each(pages.map((path) => [relative(root, path), path] as const))(
    '%s points only to what exists',
    (_, path) => {
      const text = readFileSync(path, 'utf8').replaceAll(/^```[\s\S]*?^```/gm, '');
      const broken = [...text.matchAll(/\]\(([^)\s]+)\)/g)]
        .map(([, target]) => target!)
        .filter((target) => !/^[a-z]+:/.test(target))
        .filter((target) => {
          const [file = '', anchor] = target.split('#');
          const goal = file === '' ? path : join(dirname(path), decodeURIComponent(file));
          if (!existsSync(goal)) return true;
          return anchor !== undefined && !anchorsOf(goal).has(decodeURIComponent(anchor));
        });
      expect(broken).toEqual([]);
    },
  );
});
