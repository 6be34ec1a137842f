/**
 * Responses of `node:http` servers, Express and Connect, shown to each reader as the policy says.
 *
 * @module
 */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { Duplex } from 'node:stream';
import { createBrotliDecompress } from 'node:zlib';
import type { Requester } from '@yushu/core';
import {
  createResponseProtection,
  type Decoder,
  type RequestHead,
  type ResponseProtectionOptions,
} from '../http/create-response-protection.ts';
import { captureBody, type Outlet } from './capture-body.ts';
import { readHeaders, sendAnswer, textOfHeader } from './send-answer.ts';

/** Options of {@link protectServerResponses}. */
export interface ServerProtectionOptions
  extends Omit<ResponseProtectionOptions, 'requester' | 'operation'> {
  /**
   * Who asks, and why, from what your sign-in has established; never from what a request merely claims. Asked once, before the handler.
   * Where it throws, the response is refused; where it gives neither, nobody is exempt from any rule.
   */
  readonly requester: (request: IncomingMessage) => Requester | Promise<Requester>;
  /** Name of the operation, for rules that look at it; method and path unless given, such as `GET /users/7`. */
  readonly operation?: ((request: IncomingMessage) => string) | undefined;
}

/** A middleware: what is called next writes to `response` as ever. */
export type ServerProtection = (
  request: IncomingMessage,
  response: ServerResponse,
  next: () => unknown,
) => void;

const brotli: Decoder = () =>
  Duplex.toWeb(createBrotliDecompress()) as unknown as ReadableWritablePair<Uint8Array, Uint8Array>;

const conditions = ['accept-encoding', 'if-match', 'if-none-match', 'if-range', 'range'] as const;

function headOf(request: IncomingMessage): RequestHead {
  const headers = new Headers();
  for (const name of conditions) {
    const value = request.headers[name];
    if (value !== undefined) headers.set(name, textOfHeader(value));
  }
  return { method: request.method ?? 'GET', url: request.url ?? '/', headers };
}

/**
 * A middleware for `node:http`, Express, Connect and what works like them: whatever is written to a response is protected as
 * `createResponseProtection` says, with the same options, as it streams. Bodies packed with Brotli are unpacked too. Headers go out with the
 * beginning of the protected body. It fails closed: an answer of status 500, or where the beginning is out already, an ended connection.
 *
 * Put it after sign-in and after (that is, outside) compression.
 *
 * @throws {DataSecurityError} `ERR_PROTECT_OPTIONS`.
 *
 * @example
 * ```ts
 * import { createServer } from 'node:http';
 * import { readPolicy } from '@yushu/protect';
 * import { protectServerResponses } from '@yushu/protect/node';
 *
 * const policy = readPolicy(`
 * version: 1
 * rules: [{ match: { category: contact.phone }, action: { mask: { keepFirst: 3, keepLast: 4 } } }]
 * default: allow`);
 * const protect = protectServerResponses({ policy, requester: () => ({ role: 'guest' }) });
 * const server = createServer((request, response) =>
 *   protect(request, response, () => {
 *     response.setHeader('content-type', 'application/json');
 *     response.end('{"phone":"13800138000"}'); // 138****8000 for whoever asks
 *   }),
 * );
 * server.close();
 * ```
 */
export function protectServerResponses(options: ServerProtectionOptions): ServerProtection {
  const requests = new WeakMap<RequestHead, IncomingMessage>();
  const { requester, operation, decoders, ...rest } = options ?? {};
  const protection = createResponseProtection({
    ...rest,
    decoders: { br: brotli, ...decoders },
    requester:
      typeof requester === 'function'
        ? (head) => requester(requests.get(head) as IncomingMessage)
        : requester,
    ...(operation === undefined
      ? {}
      : { operation: (head) => operation(requests.get(head) as IncomingMessage) }),
  });

  const sendProtected = async (
    head: RequestHead,
    response: ServerResponse,
    body: ReadableStream<Uint8Array> | null,
    outlet: Outlet,
  ): Promise<void> => {
    const status = response.statusCode;
    const isNull = status === 204 || status === 205 || status === 304;
    if (isNull) await body?.cancel();
    const answer = await protection.protect(
      head,
      new Response(isNull ? null : body, { status, headers: readHeaders(response) }),
    );
    await sendAnswer(response, answer, outlet, head.method === 'HEAD');
  };

  return (request, response, next) => {
    const head = headOf(request);
    requests.set(head, request);
    captureBody(response, (body, outlet) => sendProtected(head, response, body, outlet));
    protection.correct(head).then(
      (headers) => {
        for (const name of conditions) {
          const value = headers.get(name);
          if (value === null) delete request.headers[name];
          else request.headers[name] = value;
        }
        next();
      },
      () => response.destroy(),
    );
  };
}
