/**
 * TypeScript files of the workspace and what they import.
 *
 * @module
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

/** All files below a folder whose name ends as given, without what is built, installed or cached. */
export function listFiles(folder: string, ending: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) {
        const left = ['node_modules', 'dist', 'coverage', '.git', '.start', '.examples', 'out'];
        return left.includes(entry.name) ? [] : listFiles(path, ending);
      }
      return entry.name.endsWith(ending) ? [path] : [];
    });
}

/** Reads and parses a TypeScript file. */
export function parseFile(file: string): ts.SourceFile {
  return ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true);
}

/** One import of a file. */
export interface ImportStatement {
  readonly file: string;
  /** From 1. */
  readonly line: number;
  readonly specifier: string;
  /** Whether nothing of it is left at run time. */
  readonly typeOnly: boolean;
}

function isTypeOnly(node: ts.ImportDeclaration | ts.ExportDeclaration): boolean {
  if (ts.isExportDeclaration(node)) {
    const named = node.exportClause !== undefined && ts.isNamedExports(node.exportClause);
    const elements = named ? (node.exportClause as ts.NamedExports).elements : undefined;
    return node.isTypeOnly || (elements?.every((element) => element.isTypeOnly) ?? false);
  }
  const clause = node.importClause;
  if (clause === undefined) return false;
  if (clause.phaseModifier === ts.SyntaxKind.TypeKeyword) return true;
  const { namedBindings } = clause;
  return (
    clause.name === undefined &&
    namedBindings !== undefined &&
    ts.isNamedImports(namedBindings) &&
    namedBindings.elements.length > 0 &&
    namedBindings.elements.every((element) => element.isTypeOnly)
  );
}

function specifierOf(node: ts.Node): { text: string; typeOnly: boolean } | undefined {
  if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) {
    const { moduleSpecifier } = node;
    if (moduleSpecifier === undefined || !ts.isStringLiteral(moduleSpecifier)) return undefined;
    return { text: moduleSpecifier.text, typeOnly: isTypeOnly(node) };
  }
  if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) {
    const { literal } = node.argument;
    return ts.isStringLiteral(literal) ? { text: literal.text, typeOnly: true } : undefined;
  }
  if (!ts.isCallExpression(node)) return undefined;
  const { expression } = node;
  const called =
    expression.kind === ts.SyntaxKind.ImportKeyword ||
    (ts.isIdentifier(expression) && expression.text === 'require');
  const [argument] = node.arguments;
  return called && argument !== undefined && ts.isStringLiteral(argument)
    ? { text: argument.text, typeOnly: false }
    : undefined;
}

/** What a function says of a file, worked out once for each: files stay as they are while tests run. */
function oncePerFile<Result>(read: (file: string) => Result): (file: string) => Result {
  const known = new Map<string, Result>();
  return (file) => {
    let result = known.get(file);
    if (result === undefined) {
      result = read(file);
      known.set(file, result);
    }
    return result;
  };
}

/** Every import of a file: statements, re-exports, `import()`, `require()` and import types. */
export const listImports = oncePerFile((file): readonly ImportStatement[] => {
  const source = parseFile(file);
  const imports: ImportStatement[] = [];
  const visit = (node: ts.Node): void => {
    const found = specifierOf(node);
    if (found !== undefined) {
      const line = source.getLineAndCharacterOfPosition(node.getStart()).line + 1;
      imports.push({ file, line, specifier: found.text, typeOnly: found.typeOnly });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return imports;
});

const globalsOfNode = new Set(['Buffer', 'process', '__dirname', '__filename', 'setImmediate']);

/** Names that a file gives to something of its own. */
function listDeclaredNames(source: ts.SourceFile): ReadonlySet<string> {
  const names = new Set<string>();
  const visit = (node: ts.Node): void => {
    const declares =
      ts.isVariableDeclaration(node) || ts.isBindingElement(node) || ts.isParameter(node);
    if (declares && ts.isIdentifier(node.name)) names.add(node.name.text);
    if (ts.isImportSpecifier(node)) names.add(node.name.text);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return names;
}

/** Uses of names that only Node has as globals, as `file:line name`. A use under `typeof` asks first and is allowed. */
export const listGlobalsOfNode = oncePerFile((file): readonly string[] => {
  const source = parseFile(file);
  const declared = listDeclaredNames(source);
  const uses: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isTypeNode(node) || ts.isTypeOfExpression(node)) return;
    if (ts.isIdentifier(node) && globalsOfNode.has(node.text) && !declared.has(node.text)) {
      const { parent } = node;
      const isMember =
        (ts.isPropertyAccessExpression(parent) && parent.name === node) ||
        (ts.isPropertyAssignment(parent) && parent.name === node) ||
        // A member of a type that says of the platform what may be there.
        (ts.isPropertySignature(parent) && parent.name === node);
      const line = source.getLineAndCharacterOfPosition(node.getStart()).line + 1;
      if (!isMember) uses.push(`${file}:${line} ${node.text}`);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return uses;
});

/** The package of a bare specifier: `@yushu/encrypt/fpe` gives `@yushu/encrypt`. */
export function packageOf(specifier: string): string {
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
}
