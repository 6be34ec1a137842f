import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const source = fileURLToPath(new URL('../../src/', import.meta.url));
const manifest = JSON.parse(
  readFileSync(new URL('../../package.json', import.meta.url), 'utf8'),
) as { readonly imports: Readonly<Record<string, Readonly<Record<string, unknown>>>> };

const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter((name) =>
  name.endsWith('.ts'),
);
const withoutComments = (text: string) => text.replaceAll(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '');

it('touches Node in the twins for Node only', () => {
  const users = files.filter((name) => {
    const code = withoutComments(readFileSync(`${source}/${name}`, 'utf8'));
    const names = code.replaceAll(/'[^'\n]*'|"[^"\n]*"/g, '');
    return /from 'node:/.test(code) || /\b(?:Buffer|process|require)\b/.test(names);
  });
  expect(users.length).toBeGreaterThan(0);
  for (const name of users) expect(name).toMatch(/^platform[\\/]node[\\/]/);
});

it('has a twin for everywhere else to each of them', () => {
  const list = (twin: string) =>
    files.filter((name) => name.startsWith(`platform/${twin}/`)).map((name) => name.split('/')[2]);
  expect(
    list('node')
      .filter((name) => name !== 'probe.ts')
      .sort(),
  ).toEqual(list('pure').sort());
  // Conditions are tried in their order: the default must come last.
  const conditions = Object.keys(manifest.imports['#platform/*']!);
  expect(conditions).toEqual(['@yushu/source', 'node', 'default']);
});
