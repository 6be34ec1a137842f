import { compileCategoryPattern } from '@yushu/core';

/** What a comment says of its line or the next. */
export interface IgnoreComment {
  /** Whether it is for the line that follows. */
  readonly isForNextLine: boolean;
  /** Patterns of categories; empty where it is for all. */
  readonly categories: readonly string[];
}

// One word each, bounded: the rest of the line may hold anything.
const own =
  /\byushu:ignore(-next-line)?(?![\w-])((?:[ \t,]{1,4}[a-z][\w-]{0,60}(?:\.[\w*-]{1,60}){1,5}){0,16})/;
const others = /\bgitleaks:allow\b|\bpragma: ?allowlist (nextline )?secret\b/;

/**
 * Reads the comment that says that a line may hold what it holds: `yushu:ignore`, `yushu:ignore secret.* contact.email`,
 * `yushu:ignore-next-line`; those of gitleaks (`gitleaks:allow`) and detect-secrets (`pragma: allowlist secret`) count for secrets.
 *
 * @returns `undefined` where the line holds no such comment.
 *
 * @example
 * ```ts
 * import { readIgnoreComment } from '@yushu/detect/baseline';
 *
 * console.log(readIgnoreComment('key = "…" # yushu:ignore secret.*')); // { isForNextLine: false, categories: [ 'secret.*' ] }
 * ```
 */
export function readIgnoreComment(line: string): IgnoreComment | undefined {
  const match = own.exec(line);
  if (match !== null) {
    const categories = (match[2] ?? '').split(/[ \t,]+/).filter((word) => word !== '');
    return { isForNextLine: match[1] !== undefined, categories };
  }
  const other = others.exec(line);
  if (other === null) return undefined;
  return { isForNextLine: other[1] !== undefined, categories: ['secret.*'] };
}

/**
 * Whether a finding of a category on `line` is to be ignored: by a comment on it, or on the line before.
 *
 * @example
 * ```ts
 * import { isIgnoredLine } from '@yushu/detect/baseline';
 *
 * console.log(isIgnoredLine('contact.email', 'mail a@b.com // yushu:ignore')); // true
 * console.log(isIgnoredLine('contact.email', 'mail a@b.com', '// yushu:ignore-next-line secret.*')); // false
 * ```
 */
export function isIgnoredLine(category: string, line: string, lineBefore = ''): boolean {
  const here = readIgnoreComment(line);
  if (here?.isForNextLine === false && covers(here, category)) return true;
  const before = readIgnoreComment(lineBefore);
  return before?.isForNextLine === true && covers(before, category);
}

function covers({ categories }: IgnoreComment, category: string): boolean {
  return (
    categories.length === 0 ||
    categories.some((pattern) => compileCategoryPattern(pattern)(category))
  );
}
