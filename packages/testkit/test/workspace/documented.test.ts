import { join, relative } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { listEntries, listPublicPackages, resolveTarget } from '../../src/workspace/packages.ts';
import { root } from '../../src/workspace/root.ts';

const entries = listPublicPackages().flatMap((one) =>
  listEntries(one).map((subpath) => {
    const target = resolveTarget(one.manifest.exports?.[subpath], ['@yushu/source', 'import']);
    return { name: `${one.manifest.name}${subpath.slice(1)}`, file: join(one.folder, target!) };
  }),
);

const { config } = ts.readConfigFile(join(root, 'tsconfig.base.json'), ts.sys.readFile);
const { options } = ts.parseJsonConfigFileContent(config, ts.sys, root);
const program = ts.createProgram({ rootNames: entries.map(({ file }) => file), options });
const checker = program.getTypeChecker();

/** The declarations that a name of an entry stands for. */
function listExports(file: string): readonly { name: string; symbol: ts.Symbol }[] {
  const source = program.getSourceFile(file);
  const module = source && checker.getSymbolAtLocation(source);
  if (module === undefined) throw new Error(`${relative(root, file)} exports nothing`);
  return checker.getExportsOfModule(module).map((symbol) => ({
    name: symbol.name,
    symbol: symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol,
  }));
}

const isCallable = (symbol: ts.Symbol) =>
  (symbol.flags & (ts.SymbolFlags.Function | ts.SymbolFlags.Class)) !== 0 ||
  ((symbol.flags & ts.SymbolFlags.Variable) !== 0 &&
    checker.getTypeOfSymbol(symbol).getCallSignatures().length > 0);

const showsExample = (symbol: ts.Symbol): boolean =>
  symbol.getJsDocTags(checker).some(({ name }) => name === 'example');

/** A class may show its use at its methods. */
const membersShowExample = (symbol: ts.Symbol): boolean =>
  [...(symbol.members?.values() ?? [])].some((member) => showsExample(member));

const describePlace = (symbol: ts.Symbol) => {
  const [declaration] = symbol.getDeclarations() ?? [];
  return declaration === undefined ? '' : relative(root, declaration.getSourceFile().fileName);
};

describe('documentation of what is exported', () => {
  it.each(entries.map(({ name, file }) => [name, file] as const))(
    '%s: every export says what it is, and everything that can be called shows how',
    (_, file) => {
      const problems = listExports(file).flatMap(({ name, symbol }) => {
        const place = `${name} (${describePlace(symbol)})`;
        if (symbol.getDocumentationComment(checker).length === 0) return [`${place} says nothing`];
        const shown = showsExample(symbol) || membersShowExample(symbol);
        return isCallable(symbol) && !shown ? [`${place} shows no example`] : [];
      });
      expect(problems).toEqual([]);
    },
  );
});
