import { appendPointer } from '@yushu/core';
import { HttpField } from './http-field.ts';
import { readPairs } from './read-pairs.ts';

/** What stands in a block of headers. */
export interface HeaderBlock {
  /** First value of each header, by its name in small letters. */
  readonly headers: ReadonlyMap<string, string>;
  /** Position behind the empty line. */
  readonly end: number;
}

/** Name of a header (RFC 9110 section 5.6.2); a pseudo header of HTTP/2 begins with a colon. */
const headerLine = /^:?[!#$%&'*+\-.^_`|~\dA-Za-z]{1,128}(?=\s*:)/;

/**
 * Reads headers from `start` up to an empty line or `limit` (RFC 9112 section 5). Each becomes a field below `pointer`; Cookie and
 * Set-Cookie give a field for each cookie. Lines that are no header are texts.
 */
export function readHeaders(
  text: string,
  start: number,
  limit: number,
  pointer: string,
  fields: HttpField[],
): HeaderBlock {
  const headers = new Map<string, string>();
  let at = start;
  while (at < limit) {
    let lineEnd = text.indexOf('\n', at);
    if (lineEnd < 0 || lineEnd >= limit) lineEnd = limit;
    const next = Math.min(limit, lineEnd + 1);
    const end = lineEnd > at && text[lineEnd - 1] === '\r' ? lineEnd - 1 : lineEnd;
    if (end === at) return { headers, end: next };
    readHeader(text, at, end, pointer, headers, fields);
    at = next;
  }
  return { headers, end: limit };
}

function readHeader(
  text: string,
  start: number,
  end: number,
  pointer: string,
  headers: Map<string, string>,
  fields: HttpField[],
): void {
  const name = headerLine.exec(text.slice(start, Math.min(end, start + 160)))?.[0];
  let from = start;
  if (name !== undefined) {
    from = text.indexOf(':', start + name.length) + 1;
    while (from < end && /[ \t]/.test(text[from]!)) from += 1;
  }
  const key = name?.toLowerCase();
  if (key !== undefined && !headers.has(key)) headers.set(key, text.slice(from, end));
  if (from >= end) return;
  if (key === 'cookie' || key === 'set-cookie') {
    // Attributes of Set-Cookie, such as Path, are pairs like the cookie.
    readPairs(text, from, end, '/cookies', { divider: ';', plusIsSpace: false }, fields);
    return;
  }
  const path = key === undefined ? pointer : appendPointer(pointer, key);
  fields.push(new HttpField(path, name, text.slice(from, end), (offset) => from + offset));
}
