import { existsSync, readFileSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { needsOwnProcess, runsApart, testsApart } from '../../src/setup/tests-apart.ts';
import { listPackages } from '../../src/workspace/packages.ts';
import { root } from '../../src/workspace/root.ts';
import { listFiles, parseFile } from '../../src/workspace/source-files.ts';

const maxLines = 700;
const maxMedianLines = 150;

const files = listPackages().flatMap(({ folder }) => listFiles(join(folder, 'src'), '.ts'));
const code = files.filter((file) => !file.includes('/data/'));
const named = (file: string) => relative(root, file);
const linesOf = (file: string) => readFileSync(file, 'utf8').split('\n').length;

describe('habits of the house', () => {
  it('keeps files short', () => {
    const lengths = code.map((file) => linesOf(file)).sort((a, b) => a - b);
    expect(lengths[lengths.length >> 1]).toBeLessThanOrEqual(maxMedianLines);
    expect(code.filter((file) => linesOf(file) > maxLines).map(named)).toEqual([]);
  });

  it('names files after what they hold: kebab-case, no utils, no helpers', () => {
    const vague = /^(?:utils?|helpers?|common|misc|shared)$/;
    const wrong = files.filter((file) => {
      const names = relative(root, file).split('/').slice(2, -1);
      const name = basename(file, '.ts');
      return (
        !/^[a-z0-9]+(?:[-.][a-z0-9]+)*$/.test(name) || [...names, name].some((n) => vague.test(n))
      );
    });
    expect(wrong.map(named)).toEqual([]);
  });

  it('lets index.ts only re-export, by name', () => {
    const wrong = files
      .filter((file) => basename(file) === 'index.ts')
      .filter((file) =>
        parseFile(file).statements.some(
          (statement) =>
            !ts.isExportDeclaration(statement) ||
            statement.exportClause === undefined ||
            !ts.isNamedExports(statement.exportClause),
        ),
      );
    expect(wrong.map(named)).toEqual([]);
  });

  it('gives a process of its own to every test that changes or measures the one it runs in', () => {
    const tests = listPackages().flatMap(({ folder }) =>
      listFiles(join(folder, 'test'), '.test.ts'),
    );
    const wrong = tests.filter(
      (file) => needsOwnProcess.test(readFileSync(file, 'utf8')) && !runsApart(named(file)),
    );
    expect(wrong.map(named)).toEqual([]);
    const gone = testsApart.filter((one) => !existsSync(join(root, one)));
    expect(gone).toEqual([]);
  });

  it('never runs what a text says: no eval, no Function, no dynamic code', () => {
    const wrong = code.flatMap((file) => {
      const found: string[] = [];
      const visit = (node: ts.Node): void => {
        const made = ts.isNewExpression(node) || ts.isCallExpression(node);
        if (made && /^(?:globalThis\.)?(?:eval|Function)$/.test(node.expression.getText())) {
          found.push(`${named(file)}: ${node.expression.getText()}`);
        }
        ts.forEachChild(node, visit);
      };
      visit(parseFile(file));
      return found;
    });
    expect(wrong).toEqual([]);
  });
});
