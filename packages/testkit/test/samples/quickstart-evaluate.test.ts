import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import ts from 'typescript';
import { expect, test } from 'vitest';

const biome = createRequire(import.meta.url).resolve('@biomejs/biome/bin/biome');

test('the quickstart judges with the evaluator of the workspace', async () => {
  const source = readFileSync(new URL('../../src/evaluate.ts', import.meta.url), 'utf8');
  const { outputText } = ts.transpileModule(source, {
    compilerOptions: { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext },
  });
  // `npm start` runs before TypeScript is installed. `npx vitest run <this file> -u` writes the file anew.
  const note =
    '// packages/testkit/src/evaluate.ts without its types, made by quickstart-evaluate.test.ts beside its tests.\n';
  const formatted = execFileSync(process.execPath, [biome, 'format', '--stdin-file-path=a.mjs'], {
    input: note + outputText,
    encoding: 'utf8',
  });
  await expect(formatted).toMatchFileSnapshot('../../../../examples/quickstart/evaluate.mjs');
});
