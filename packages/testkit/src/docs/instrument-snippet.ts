/**
 * Turns an example into a module that reports what it prints, line by line, and what its comments promise.
 *
 * @module
 */
import ts from 'typescript';

/** What a comment of an example promises. */
export interface Promised {
  /** Line within the example, from 1. */
  readonly line: number;
  /** The text after `//` or `// =>`. */
  readonly text: string;
}

/** An example that is ready to run. */
export interface Instrumented {
  readonly code: string;
  readonly promised: readonly Promised[];
}

const reporter = 'globalThis.reportSnippet';

/** The comment behind a statement on its last line, without its slashes. */
function trailingComment(text: string, end: number): string | undefined {
  const range = ts.getTrailingCommentRanges(text, end)?.[0];
  if (range?.kind !== ts.SyntaxKind.SingleLineCommentTrivia) return undefined;
  return text.slice(range.pos + 2, range.end).trim();
}

/**
 * `console.log(x); // value` and `x; // => value` become reports of `x` for that line; the comment is what they promise.
 * Everything else stays as it is, on its own line.
 */
export function instrumentSnippet(snippet: string): Instrumented {
  const source = ts.createSourceFile('snippet.ts', snippet, ts.ScriptTarget.Latest, true);
  const promised: Promised[] = [];
  const edits: { readonly start: number; readonly end: number; readonly text: string }[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isExpressionStatement(node)) {
      const { expression } = node;
      const line = source.getLineAndCharacterOfPosition(expression.getEnd()).line + 1;
      const comment = trailingComment(snippet, node.getEnd());
      const callee =
        ts.isCallExpression(expression) && expression.expression.getText() === 'console.log'
          ? expression.expression
          : undefined;
      if (callee !== undefined) {
        edits.push({
          start: callee.getStart(),
          end: callee.getEnd(),
          text: `${reporter}.bind(null, ${line})`,
        });
        if (comment !== undefined) promised.push({ line, text: comment });
      } else if (comment?.startsWith('=>')) {
        const start = expression.getStart();
        edits.push({ start, end: start, text: `${reporter}(${line}, ` });
        edits.push({ start: expression.getEnd(), end: expression.getEnd(), text: ')' });
        promised.push({ line, text: comment.slice(2).trim() });
      }
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  let code = snippet;
  for (const { start, end, text } of edits.sort((a, b) => b.start - a.start)) {
    code = code.slice(0, start) + text + code.slice(end);
  }
  return { code: `${code}\nexport {};\n`, promised };
}

const squeeze = (text: string) => text.replace(/\s+/g, ' ').trim();

/** Whether what was printed is what was promised; `…` in the promise stands for any text, spaces count as one. */
export function keepsPromise(printed: string, promise: string): boolean {
  const parts = squeeze(promise).split('…');
  const pattern = parts
    .map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
    .join('[\\s\\S]*');
  return new RegExp(`^${pattern}$`).test(squeeze(printed));
}
