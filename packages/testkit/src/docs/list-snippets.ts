/**
 * Every TypeScript example of the documentation: fenced `ts` blocks of Markdown files and of JSDoc comments.
 *
 * @module
 */
import { readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import ts from 'typescript';
import { listEntries, listPackages } from '../workspace/packages.ts';
import { root } from '../workspace/root.ts';
import { listFiles, parseFile } from '../workspace/source-files.ts';

/** One example. */
export interface Snippet {
  /** File relative to the workspace. */
  readonly file: string;
  /** Line of its first line of code, from 1. */
  readonly line: number;
  readonly code: string;
  /** False for a block that is marked `ts no-run`: it is only type-checked. */
  readonly runs: boolean;
}

/** Blocks of fenced TypeScript in a text whose first line is `firstLine` of the file. */
export function cutSnippets(text: string, file: string, firstLine = 1): readonly Snippet[] {
  const lines = text.split('\n');
  const snippets: Snippet[] = [];
  for (let index = 0; index < lines.length; index += 1) {
    const fence = /^(\s*)```ts\b\s*(.*)$/.exec(lines[index]!);
    if (fence === null) continue;
    const indent = fence[1]!.length;
    const end = lines.findIndex((line, at) => at > index && line.trim() === '```');
    if (end < 0) throw new Error(`${file}:${firstLine + index} begins a block that never ends`);
    const code = lines.slice(index + 1, end).map((line) => line.slice(indent));
    snippets.push({
      file,
      line: firstLine + index + 1,
      code: code.join('\n'),
      runs: !fence[2]!.includes('no-run'),
    });
    index = end;
  }
  return snippets;
}

function cutComments(path: string): readonly Snippet[] {
  const source = parseFile(path);
  const text = source.text;
  const snippets: Snippet[] = [];
  const seen = new Set<number>();
  const visit = (node: ts.Node): void => {
    for (const range of ts.getLeadingCommentRanges(text, node.getFullStart()) ?? []) {
      if (seen.has(range.pos) || !text.startsWith('/**', range.pos)) continue;
      seen.add(range.pos);
      const comment = text.slice(range.pos, range.end);
      const bare = comment.replace(/^[ \t]*\*(?!\/) ?/gm, '');
      const line = source.getLineAndCharacterOfPosition(range.pos).line + 1;
      snippets.push(...cutSnippets(bare, relative(root, path), line));
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return snippets;
}

/** Pages whose blocks are fragments by intent. */
const fragments = ['docs/architecture.md'];

/** All examples of the workspace, in the order of their files. */
export function listSnippets(): readonly Snippet[] {
  const pages = listFiles(root, '.md')
    .map((path) => relative(root, path))
    .filter((file) => !fragments.includes(file) && !file.includes('/test/'));
  const sources = listPackages()
    .filter((one) => one.manifest.private !== true && listEntries(one).length > 0)
    .flatMap(({ folder }) => listFiles(join(folder, 'src'), '.ts'));
  return [
    ...pages.flatMap((file) => cutSnippets(readFileSync(join(root, file), 'utf8'), file)),
    ...sources.flatMap((path) => cutComments(path)),
  ];
}
