import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ts from 'typescript';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { instrumentSnippet, keepsPromise } from '../../src/docs/instrument-snippet.ts';
import { cutSnippets, listSnippets } from '../../src/docs/list-snippets.ts';
import type { SnippetOutcome } from '../../src/docs/run-snippets.ts';
import { root } from '../../src/workspace/root.ts';

describe('the reader of examples', () => {
  it('finds blocks with their lines', () => {
    const text = 'a\n```ts\nlet x = 1;\n```\n```sh\nls\n```\n  ```ts no-run\n  f();\n  ```';
    expect(cutSnippets(text, 'a.md')).toEqual([
      { file: 'a.md', line: 3, code: 'let x = 1;', runs: true },
      { file: 'a.md', line: 9, code: 'f();', runs: false },
    ]);
  });

  it('takes promises from comments on the last line of a statement', () => {
    const { code, promised } = instrumentSnippet(
      'console.log(\n  1,\n); // 1\nadd(1, 2); // => 3\nconst a = 4; // a number\nconsole.log(a);',
    );
    expect(promised).toEqual([
      { line: 3, text: '1' },
      { line: 4, text: '3' },
    ]);
    expect(code).toContain('globalThis.reportSnippet(4, add(1, 2));');
    expect(code).toContain('globalThis.reportSnippet.bind(null, 6)(a);');
  });

  it.each([
    ['a b', 'a  b', true],
    ['ysk1.AQx', 'ysk1.AQ…', true],
    ['[ 1, 2 ]', '[ 1, 3 ]', false],
    ['ab', 'a', false],
  ])('compares %j with %j', (printed, promise, kept) => {
    expect(keepsPromise(printed, promise)).toBe(kept);
  });
});

const snippets = listSnippets().map((snippet, index) => ({
  ...snippet,
  instrumented: instrumentSnippet(snippet.code),
  name: `${snippet.file}:${snippet.line}`,
  index,
}));

describe('the examples of the documentation', () => {
  const folders: string[] = [];
  const problems = new Map<number, string[]>();
  const outcomes = new Map<number, SnippetOutcome>();

  beforeAll(() => {
    const playground = mkdtempSync(join(tmpdir(), 'yushu-examples-'));
    folders.push(playground);
    const made = new Map<string, string>();
    // Within the package that shows it, so that an example may import what its users have beside it, such as a logger.
    const folderOf = (file: string): string => {
      const home = join(root, /^packages\/[^/]+/.exec(file)?.[0] ?? '', '.examples');
      const folder = made.get(home);
      if (folder !== undefined) return folder;
      mkdirSync(home, { recursive: true });
      const fresh = mkdtempSync(join(home, 'run-'));
      made.set(home, fresh);
      folders.push(fresh);
      return fresh;
    };
    const fileOf = (kind: 'typed' | 'run', index: number) =>
      join(folderOf(snippets[index]!.file), `${kind}-${index}.ts`);
    for (const { index, code, instrumented } of snippets) {
      writeFileSync(fileOf('typed', index), `${code}\nexport {};\n`);
      writeFileSync(fileOf('run', index), instrumented.code);
    }

    const { config } = ts.readConfigFile(join(root, 'tsconfig.base.json'), ts.sys.readFile);
    const { options } = ts.parseJsonConfigFileContent(config, ts.sys, root);
    const program = ts.createProgram({
      rootNames: snippets.map(({ index }) => fileOf('typed', index)),
      options: { ...options, noUnusedLocals: false, noUnusedParameters: false },
    });
    for (const { index, file, line } of snippets) {
      const source = program.getSourceFile(fileOf('typed', index))!;
      const diagnostics = [
        ...program.getSyntacticDiagnostics(source),
        ...program.getSemanticDiagnostics(source),
      ];
      problems.set(
        index,
        diagnostics.map(({ start, messageText }) => {
          const at = source.getLineAndCharacterOfPosition(start ?? 0).line + line;
          return `${file}:${at} ${ts.flattenDiagnosticMessageText(messageText, '\n')}`;
        }),
      );
    }

    const runner = join(root, 'packages', 'testkit', 'src', 'docs', 'run-snippets.ts');
    const tsx = join(root, 'node_modules', 'tsx', 'dist', 'loader.mjs');
    const running = snippets.filter(({ runs }) => runs);
    const { stdout, stderr, status } = spawnSync(
      process.execPath,
      [
        '--conditions=@yushu/source',
        '--import',
        tsx,
        runner,
        ...running.map(({ index }) => fileOf('run', index)),
      ],
      { cwd: playground, encoding: 'utf8', timeout: 240_000, maxBuffer: 1 << 26 },
    );
    const lines = stdout.split('\n').filter((line) => line.startsWith('{"file":'));
    if (lines.length < running.length) {
      throw new Error(
        `${running[lines.length]?.name} ended the run (exit ${status}):\n${stderr.slice(-2000)}`,
      );
    }
    for (const [at, line] of lines.entries()) {
      outcomes.set(running[at]!.index, JSON.parse(line) as SnippetOutcome);
    }
  }, 300_000);

  afterAll(() => {
    for (const folder of folders) rmSync(folder, { recursive: true, force: true });
  });

  it('are there', () => {
    expect(snippets.length).toBeGreaterThan(10);
    expect(snippets.some(({ instrumented }) => instrumented.promised.length > 0)).toBe(true);
  });

  it.each(snippets.map((snippet) => [snippet.name, snippet] as const))(
    '%s type-checks, runs and prints what it promises',
    (name, { index, runs, instrumented, line }) => {
      expect(problems.get(index)).toEqual([]);
      if (!runs) return;
      const { error, printed } = outcomes.get(index)!;
      expect(error, name).toBeUndefined();
      const broken = instrumented.promised.flatMap(({ line: at, text }) => {
        const lines = printed.filter(([from]) => from === at).map(([, shown]) => shown);
        const shown = lines.length === 0 ? 'nothing' : lines.join('\n');
        return keepsPromise(shown, text)
          ? []
          : [`line ${line + at - 1} promises ${text} and prints ${shown}`];
      });
      expect(broken).toEqual([]);
    },
  );
});
