import { DataSecurityError } from '@yushu/core';

/** One line of a list of values that are allowed, or denied. */
export interface ListEntry {
  /** The value itself. Case counts; full-width and invisible characters do not. */
  readonly value?: string;
  /** A pattern in RE2 syntax instead, which must match the whole value. */
  readonly pattern?: string;
  /** Pattern of the categories that the entry is for, such as `contact.*`; for a list of denied values, the category itself. */
  readonly category?: string;
}

/**
 * Reads a list: one entry a line, a value or a pattern between slashes, with its category in brackets before it. Lines that begin
 * with `#` are comments.
 *
 * @throws {DataSecurityError} `ERR_DETECT_LIST` where a line is none of these; the details say which, and never what it holds.
 *
 * @example
 * ```ts
 * import { readList } from '@yushu/detect/baseline';
 *
 * console.log(readList('# ours\n[contact.email] support@example.com\n/^TEST-\\d+$/'));
 * // [ { category: 'contact.email', value: 'support@example.com' }, { pattern: '^TEST-\\d+$' } ]
 * ```
 */
export function readList(text: string): ListEntry[] {
  const entries: ListEntry[] = [];
  for (const [index, line] of text
    .replace(/^\ufeff/, '')
    .split(/\r\n?|\n/)
    .entries()) {
    const rest = line.trim();
    if (rest === '' || rest.startsWith('#')) continue;
    const bracket = /^\[([^\]\s]*)\]\s*/.exec(rest);
    const category = bracket?.[1];
    const body = bracket === null ? rest : rest.slice(bracket[0].length);
    if (body === '' || category === '') {
      throw new DataSecurityError('ERR_DETECT_LIST', `Line ${index + 1} of the list has no value`, {
        hint: 'Write a value or /pattern/, with [category] before it where it is for one only.',
        details: { line: index + 1 },
      });
    }
    const isPattern = body.length > 2 && body.startsWith('/') && body.endsWith('/');
    entries.push({
      ...(category === undefined ? {} : { category }),
      ...(isPattern ? { pattern: body.slice(1, -1) } : { value: body }),
    });
  }
  return entries;
}
