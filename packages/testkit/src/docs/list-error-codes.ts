/**
 * Every error code of the sources, with what they say of it.
 *
 * @module
 */
import { join, relative } from 'node:path';
import ts from 'typescript';
import { listPublicPackages } from '../workspace/packages.ts';
import { root } from '../workspace/root.ts';
import { listFiles, parseFile } from '../workspace/source-files.ts';

/** What the sources say of one code. */
export interface ErrorCode {
  readonly code: string;
  /** Folder of the package whose name the code carries. */
  readonly owner: string | undefined;
  /** Where the code stands, as `file:line`. */
  readonly places: readonly string[];
  /** What the union of codes says of it. */
  readonly meanings: readonly string[];
  /** Messages it is thrown with; `…` where they hold a length, an index or a name. */
  readonly messages: readonly string[];
  readonly hints: readonly string[];
  /** What `@throws` says of it, where no message is written beside the code. */
  readonly throws: readonly string[];
}

interface Draft {
  readonly places: Set<string>;
  readonly meanings: Set<string>;
  readonly messages: Set<string>;
  readonly hints: Set<string>;
  readonly throws: Set<string>;
}

const codePattern = /^ERR_[A-Z0-9]+(?:_[A-Z0-9]+)+$/;

/** A text as it is written: of a template its fixed parts, of a choice both. */
function readTexts(node: ts.Node | undefined): readonly string[] {
  if (node === undefined) return [];
  if (ts.isStringLiteralLike(node)) return [node.text];
  if (ts.isTemplateExpression(node)) {
    const spans = node.templateSpans.map((span) => `…${span.literal.text}`);
    return [`${node.head.text}${spans.join('')}`];
  }
  if (ts.isConditionalExpression(node)) {
    return [...readTexts(node.whenTrue), ...readTexts(node.whenFalse)];
  }
  if (ts.isParenthesizedExpression(node)) return readTexts(node.expression);
  if (ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.PlusToken) {
    const [left] = readTexts(node.left);
    const [right] = readTexts(node.right);
    return left === undefined || right === undefined ? [] : [left + right];
  }
  return [];
}

function readHint(node: ts.Node | undefined): readonly string[] {
  if (node === undefined || !ts.isObjectLiteralExpression(node)) return [];
  return readTexts(propertyOf(node, 'hint'));
}

/** The comment of a member of a union: `/** Not a key. *\/ | 'ERR_…'`. */
function readMeaning(node: ts.Node, text: string): string | undefined {
  const member = node.parent;
  if (!ts.isLiteralTypeNode(member) || !ts.isUnionTypeNode(member.parent)) return undefined;
  const { types } = member.parent;
  const before = types[types.indexOf(member) - 1];
  const gap = text.slice(before?.getEnd() ?? member.parent.getFullStart(), member.getStart());
  const comment = /\/\*\*([\s\S]*?)\*\//.exec(gap)?.[1];
  return comment
    ?.replace(/^[ \t]*\* ?/gm, '')
    .replace(/\s+/g, ' ')
    .trim();
}

interface Said {
  readonly messages: readonly string[];
  readonly hints: readonly string[];
}

const propertyOf = (object: ts.ObjectLiteralExpression, name: string): ts.Expression | undefined =>
  object.properties.filter(ts.isPropertyAssignment).find((one) => one.name.getText() === name)
    ?.initializer;

/** What is written beside a code: the arguments after it, or the message and hint of the same object. */
function readBeside(node: ts.Node): Said | undefined {
  const { parent } = node;
  if (ts.isCallExpression(parent) || ts.isNewExpression(parent)) {
    const given: readonly ts.Node[] = parent.arguments ?? [];
    const at = given.indexOf(node);
    return { messages: readTexts(given[at + 1]), hints: readHint(given[at + 2]) };
  }
  if (ts.isPropertyAssignment(parent) && ts.isObjectLiteralExpression(parent.parent)) {
    return {
      messages: readTexts(propertyOf(parent.parent, 'message')),
      hints: readTexts(propertyOf(parent.parent, 'hint')),
    };
  }
  return undefined;
}

const throwsPattern = /@throws \{DataSecurityError\}([\s\S]*?)(?=\n\s*\n|\n\s*@[a-z]+|$)/g;

/** The items of a list of codes, and `@throws`. Of "`A` for this, `B` or `C` for that", this belongs to A and that to B and C. */
function readComment(comment: string, draft: (code: string) => Draft): void {
  const bare = comment.replace(/^\/\*\*|\*\/$/g, '').replace(/^[ \t]*\* ?/gm, '');
  for (const [, code, text] of bare.matchAll(/^- `(ERR_[A-Z0-9_]+)`: (.+)$/gm)) {
    draft(code!).meanings.add(text!);
  }
  for (const [, text] of bare.matchAll(throwsPattern)) {
    const parts = text!.split(/`?(ERR_[A-Z0-9_]+)`?/).slice(1);
    let waiting: string[] = [];
    for (let index = 0; index < parts.length; index += 2) {
      waiting.push(parts[index]!);
      const meaning = parts[index + 1]!.replace(/\s+/g, ' ').replace(
        /^[\s:,;]+|(?:[\s,;]|\b(?:and|or))+$/g,
        '',
      );
      if (/^(?:|and|or)$/.test(meaning)) continue;
      for (const code of waiting) draft(code).throws.add(meaning);
      waiting = [];
    }
  }
}

/** All codes in the sources of the public packages, in order. */
export function listErrorCodes(): readonly ErrorCode[] {
  const drafts = new Map<string, Draft>();
  const draft = (code: string): Draft => {
    const known = drafts.get(code);
    if (known !== undefined) return known;
    const fresh = {
      places: new Set<string>(),
      meanings: new Set<string>(),
      messages: new Set<string>(),
      hints: new Set<string>(),
      throws: new Set<string>(),
    };
    drafts.set(code, fresh);
    return fresh;
  };
  const packages = listPublicPackages();
  for (const file of packages.flatMap(({ folder }) => listFiles(join(folder, 'src'), '.ts'))) {
    const source = parseFile(file);
    const comments = new Set<number>();
    const visit = (node: ts.Node): void => {
      for (const { pos, end } of ts.getLeadingCommentRanges(source.text, node.getFullStart()) ??
        []) {
        if (comments.has(pos)) continue;
        comments.add(pos);
        readComment(source.text.slice(pos, end), draft);
      }
      if (ts.isStringLiteralLike(node) && codePattern.test(node.text)) {
        const line = source.getLineAndCharacterOfPosition(node.getStart()).line + 1;
        const entry = draft(node.text);
        entry.places.add(`${relative(root, file)}:${line}`);
        const meaning = readMeaning(node, source.text);
        if (meaning !== undefined) entry.meanings.add(meaning);
        const said = readBeside(node);
        for (const message of said?.messages ?? []) entry.messages.add(message);
        for (const hint of said?.hints ?? []) entry.hints.add(hint);
      }
      ts.forEachChild(node, visit);
    };
    visit(source);
  }
  return [...drafts]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([code, { places, meanings, messages, hints, throws }]) => ({
      code,
      owner: packages.find(({ short }) =>
        code.startsWith(`ERR_${short.toUpperCase().replaceAll('-', '_')}_`),
      )?.short,
      places: [...places],
      meanings: [...meanings],
      messages: [...messages],
      hints: [...hints],
      throws: [...throws],
    }));
}
