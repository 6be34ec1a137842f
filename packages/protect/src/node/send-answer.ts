/**
 * Sends an answer of the Fetch standard in the place of what a handler wrote to a response.
 *
 * @module
 */
import type { OutgoingHttpHeader, ServerResponse } from 'node:http';
import type { Outlet } from './capture-body.ts';

/** Headers that are corrected, see `response-headers.ts`. */
const corrected = [
  'accept-ranges',
  'cache-control',
  'content-digest',
  'content-encoding',
  'content-length',
  'content-md5',
  'content-range',
  'content-type',
  'digest',
  'etag',
  'repr-digest',
] as const;

/** Headers that stay on the answer in the place of one that could not be protected: browsers need them to read it. */
const keptOnRefusal = /^(?:access-control-.*|vary|date|connection|keep-alive)$/;

/** Milliseconds of protecting one body after which others get their turn: a body that is at hand in full would not let go by itself. */
const maxTurn = 8;

const nextTurn = () => new Promise<void>((resolve) => void setImmediate(resolve));

/** Resolves once the response itself takes more, or nobody reads any longer. A handler is told to go on by `drain` as well. */
function untilDrained(response: ServerResponse): Promise<void> {
  return new Promise((resolve) => {
    const settle = () => {
      if (response.writableNeedDrain && !response.destroyed) return;
      response.off('drain', settle);
      response.off('close', settle);
      resolve();
    };
    response.on('drain', settle);
    response.on('close', settle);
  });
}

/** A header with all its values. */
export function textOfHeader(value: OutgoingHttpHeader): string {
  return Array.isArray(value) ? value.join(', ') : String(value);
}

/**
 * The headers of a response that speak of its body, as its handler set them.
 *
 * @example
 * ```ts
 * import { createServer } from 'node:http';
 * import { readHeaders } from '@yushu/protect/node';
 *
 * const server = createServer((_, response) => {
 *   response.setHeader('content-type', 'text/plain');
 *   response.end(readHeaders(response).get('content-type')); // text/plain
 * });
 * server.close();
 * ```
 */
export function readHeaders(response: ServerResponse): Headers {
  const headers = new Headers();
  for (const name of corrected) {
    const value = response.getHeader(name);
    if (value !== undefined) headers.set(name, textOfHeader(value));
  }
  return headers;
}

/**
 * Sends an answer whose headers are those of {@link readHeaders}, corrected. One with another status than the handler's is a refusal: other
 * headers of the handler then stay behind. Where the body fails in the middle, the connection ends.
 *
 * @example
 * ```ts
 * import { createServer } from 'node:http';
 * import { captureBody, readHeaders, sendAnswer } from '@yushu/protect/node';
 *
 * const server = createServer((_, response) => {
 *   captureBody(response, (body, outlet) =>
 *     sendAnswer(response, new Response(body, { headers: readHeaders(response) }), outlet, false),
 *   );
 *   response.end('hello');
 * });
 * server.close();
 * ```
 */
export async function sendAnswer(
  response: ServerResponse,
  answer: Response,
  outlet: Outlet,
  isHead: boolean,
): Promise<void> {
  if (response.destroyed) {
    await answer.body?.cancel();
    return;
  }
  if (answer.status !== response.statusCode) {
    for (const name of response.getHeaderNames()) {
      if (!keptOnRefusal.test(name)) response.removeHeader(name);
    }
    response.statusCode = answer.status;
    response.statusMessage = '';
  }
  for (const name of corrected) {
    const value = answer.headers.get(name);
    if (value !== null) response.setHeader(name, value);
    else response.removeHeader(name);
  }
  if (answer.body === null || isHead) {
    outlet.end();
    return;
  }
  const reader = answer.body.getReader();
  let turn = performance.now();
  try {
    for (;;) {
      if (performance.now() - turn > maxTurn) {
        await nextTurn();
        turn = performance.now();
      }
      const { done, value } = await reader.read();
      if (done || response.destroyed) break;
      if (!outlet.write(value)) await untilDrained(response);
    }
    if (response.destroyed) await reader.cancel();
    else outlet.end();
  } catch {
    // The beginning is out: only the end of the connection can say that the rest is not coming.
    response.destroy();
  }
}
