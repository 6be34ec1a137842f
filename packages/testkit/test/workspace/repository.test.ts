import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { homedir, hostname } from 'node:os';
import { join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from '../../src/workspace/root.ts';
import { listFiles } from '../../src/workspace/source-files.ts';

/** Everything that is under version control, or everything that is there where git is not. */
function listRepository(): readonly string[] {
  const { status, stdout } = spawnSync('git', ['ls-files', '-z'], { cwd: root, encoding: 'utf8' });
  const files =
    status === 0
      ? stdout.split('\0').filter((file) => file !== '')
      : listFiles(root, '').map((path) => relative(root, path));
  return files.filter(
    (file) => existsSync(join(root, file)) && statSync(join(root, file)).isFile(),
  );
}

const repository = listRepository();

const texts = repository
  .filter((file) => statSync(join(root, file)).size < 2_000_000)
  .map((file) => ({ file, text: readFileSync(join(root, file), 'latin1') }))
  .filter(({ text }) => !text.includes('\0'));

describe('the repository', () => {
  it('is read', () => {
    expect(repository).toContain('package.json');
    expect(texts.length).toBeGreaterThan(50);
  });

  it('names no machine and no folder of a machine', () => {
    const places = [root, homedir(), hostname()].filter(
      (place) => place.length > 5 && !/^(?:localhost|\/root|\/home)$/.test(place),
    );
    const found = texts.flatMap(({ file, text }) =>
      places.filter((place) => text.includes(place)).map((place) => `${file}: ${place}`),
    );
    expect(found).toEqual([]);
  });

  it('has a lockfile that takes packages from the public registry only', () => {
    const lockfile = readFileSync(join(root, 'pnpm-lock.yaml'), 'utf8');
    expect(lockfile).not.toMatch(/tarball:|https?:\/\//);
  });

  it('holds no file that a build, an install or an editor made', () => {
    const made = /(?:^|\/)(?:node_modules|dist|coverage|\.DS_Store|\.env|\.idea|\.vscode)(?:\/|$)/;
    expect(repository.filter((file) => made.test(file) || file.endsWith('.tgz'))).toEqual([]);
  });

  it('holds no private key but those of documents and test vectors', () => {
    const begin = ['-----BEGIN', 'PRIVATE KEY-----'];
    const found = texts.filter(
      ({ file, text }) =>
        new RegExp(`${begin[0]} (?:[A-Z]+ )?${begin[1]}\\s+[A-Za-z0-9+/=]{40}`).test(text) &&
        !/\/test\/|\/samples\/|^examples\/|^packages\/detect\/src\//.test(file),
    );
    expect(found.map(({ file }) => file)).toEqual([]);
  });
});
