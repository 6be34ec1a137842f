import type { HttpField } from './http-field.ts';
import { readBody } from './read-body.ts';
import { readHeaders } from './read-headers.ts';
import { fieldOf, readPairs } from './read-pairs.ts';

/** A request or response, cut into its values. */
export interface HttpMessage {
  readonly kind: 'request' | 'response';
  /** `GET`, for requests. */
  readonly method: string | undefined;
  /** Status code, for responses. */
  readonly status: number | undefined;
  /** First value of each header, by its name in small letters. */
  readonly headers: ReadonlyMap<string, string>;
  /** All values in the order of the message. */
  readonly fields: readonly HttpField[];
  /** Where the body begins in the message, in UTF-16 code units. */
  readonly bodyStart: number;
}

/** Request line and status line (RFC 9112 sections 3 and 4). */
const requestLine =
  /^(GET|HEAD|POST|PUT|DELETE|CONNECT|OPTIONS|TRACE|PATCH|QUERY) (\S{1,65536}) HTTP\/\d(?:\.\d)?\r?$/;
const statusLine = /^HTTP\/\d(?:\.\d)? (\d{3})(?: [^\r\n]*)?\r?$/;
/** Longest first line. */
const maxLine = 66_000;

/**
 * Cuts a request or response, as it goes over the wire or stands in a dump, into its values: the path and query of the target, headers,
 * cookies, and the body by its Content-Type (JSON, NDJSON, CSV, forms, multipart in parts; everything else is one text). Line ends
 * may be CRLF or LF. Linear in the length of the message.
 *
 * @returns `undefined` where the first line is that of no message.
 *
 * @example
 * ```ts
 * import { readHttpMessage } from '@yushu/detect/formats';
 *
 * const message = readHttpMessage('POST /login?next=%2Fhome HTTP/1.1\r\nContent-Type: application/json\r\n\r\n{"phone":"13800138000"}');
 * console.log(message?.fields.map(({ path, text }) => `${path} ${text}`));
 * // [ '/path/1 login', '/query/next /home', '/headers/content-type application/json', '/body/phone 13800138000' ]
 * ```
 */
export function readHttpMessage(text: string): HttpMessage | undefined {
  const newline = text.indexOf('\n');
  const lineEnd = newline < 0 ? text.length : newline;
  if (lineEnd > maxLine) return undefined;
  const line = text.slice(0, lineEnd);
  const request = requestLine.exec(line);
  const response = request === null ? statusLine.exec(line) : null;
  if (request === null && response === null) return undefined;
  const fields: HttpField[] = [];
  if (request !== null) readTarget(text, request[1]!.length + 1, request[2]!.length, fields);
  const block = readHeaders(
    text,
    Math.min(text.length, lineEnd + 1),
    text.length,
    '/headers',
    fields,
  );
  const type = block.headers.get('content-type');
  readBody(text, block.end, text.length, type, '/body', undefined, fields);
  return {
    kind: request === null ? 'response' : 'request',
    method: request?.[1],
    status: response === null ? undefined : Number(response[1]),
    headers: block.headers,
    fields,
    bodyStart: block.end,
  };
}

function readTarget(text: string, start: number, length: number, fields: HttpField[]): void {
  const end = start + length;
  const question = text.indexOf('?', start);
  const pathEnd = question < 0 || question > end ? end : question;
  // Each segment by itself: /users/13800138000 holds a telephone number, and no longer word.
  for (let from = start, segment = 0; from < pathEnd; segment += 1) {
    const slash = text.indexOf('/', from);
    const to = slash < 0 || slash > pathEnd ? pathEnd : slash;
    if (to > from) fields.push(fieldOf(text, from, to, `/path/${segment}`, undefined, false));
    from = to + 1;
  }
  if (pathEnd < end)
    readPairs(text, pathEnd + 1, end, '/query', { divider: '&', plusIsSpace: true }, fields);
}
