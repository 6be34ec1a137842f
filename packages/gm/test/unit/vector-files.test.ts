import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const folder = new URL('../vectors/', import.meta.url);

it('names every vector file with its hash', () => {
  const readme = readFileSync(new URL('README.md', folder), 'utf8');
  const files = readdirSync(folder).filter((name) => name.endsWith('.json'));
  expect(files).toHaveLength(5);
  for (const file of files) {
    const hash = createHash('sha256')
      .update(readFileSync(new URL(file, folder)))
      .digest('hex');
    expect(readme).toMatch(new RegExp(`\`${file}\`.*\`${hash}\``));
  }
});
