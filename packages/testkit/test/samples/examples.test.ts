import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { root } from '../../src/workspace/root.ts';

const folder = join(root, 'examples');
const examples = readdirSync(folder).filter((name) => existsSync(join(folder, name, 'run.ts')));

test('there are examples', () => {
  expect(examples.length).toBeGreaterThanOrEqual(4);
});

// `npx vitest run <this file> -u` writes the outputs anew.
test.each(examples)('examples/%s prints what its output.txt shows', async (name) => {
  const output = execFileSync(
    process.execPath,
    ['--conditions=@yushu/source', '--import', 'tsx', join(folder, name, 'run.ts')],
    { cwd: root, encoding: 'utf8', timeout: 50_000 },
  );
  await expect(output).toMatchFileSnapshot(join(folder, name, 'output.txt'));
});
