import { type DocumentNode, TokenKind } from 'graphql';
import type { ApiIgnore } from '../audit/ignore.ts';

/** `# yushu-ignore RULE [until YYYY-MM-DD]: reason` */
const form = /^\s*yushu-ignore\s+([\w:*.-]+)(?:\s+until\s+(\d{4}-\d{2}-\d{2}))?\s*:\s*(\S.*)$/;

/** Ignores in comments, by the line that they are for: their own, and the next one that has more than a comment. */
export function readCommentIgnores(
  document: DocumentNode,
): ReadonlyMap<number, readonly ApiIgnore[]> {
  const byLine = new Map<number, ApiIgnore[]>();
  let waiting: ApiIgnore[] = [];
  let last = 0;
  const add = (line: number, ignores: readonly ApiIgnore[]): void => {
    const list = byLine.get(line);
    if (list === undefined) byLine.set(line, [...ignores]);
    else list.push(...ignores);
  };
  for (let token = document.loc?.startToken; token !== undefined; token = token.next ?? undefined) {
    if (token.kind !== TokenKind.COMMENT) {
      if (token.line !== last && waiting.length > 0) {
        // A description above the definition is passed over.
        if (token.kind === TokenKind.BLOCK_STRING || token.kind === TokenKind.STRING) continue;
        add(token.line, waiting);
        waiting = [];
      }
      last = token.line;
      continue;
    }
    const [, rule, until, reason] = form.exec(token.value) ?? [];
    if (rule === undefined || reason === undefined) continue;
    const ignore: ApiIgnore = { rule, reason, ...(until === undefined ? {} : { until }) };
    if (token.line === last) add(token.line, [ignore]);
    else waiting.push(ignore);
  }
  return byLine;
}
