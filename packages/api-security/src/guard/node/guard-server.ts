import type { IncomingMessage, ServerResponse } from 'node:http';
import { Duplex } from 'node:stream';
import { createBrotliDecompress } from 'node:zlib';
import { correctConditions } from '@yushu/protect/http';
import { captureBody, readHeaders, sendAnswer } from '@yushu/protect/node';
import { methodOverrides } from '../adapters/correct-request.ts';
import { type Decoder, guardResponse } from '../adapters/guard-response.ts';
import { askOrNobody } from '../adapters/open-exchange.ts';
import type { ApiGuard } from '../create-api-guard.ts';
import type { GuardedExchange } from '../guarded-exchange.ts';
import type { ApiPrincipal } from '../ports/api-principal.ts';
import type { Refusal } from '../problem.ts';
import { takeBody } from './take-body.ts';

const brotli: Decoder = () =>
  Duplex.toWeb(createBrotliDecompress()) as unknown as ReadableWritablePair<Uint8Array, Uint8Array>;

const decoders = { br: brotli };

const conditions = ['accept-encoding', 'if-match', 'if-none-match', 'if-range', 'range'] as const;

const textOf = (value: string | string[] | undefined): string | undefined =>
  Array.isArray(value) ? value.join(', ') : value;

/** Judges the body of a request; bodies of which only the size counts, and is told, are not read here. */
async function judgeBody(
  request: IncomingMessage,
  exchange: GuardedExchange,
): Promise<Refusal | undefined> {
  const isChunked = request.headers['transfer-encoding'] !== undefined;
  const length = Number(request.headers['content-length'] ?? 0);
  if (!isChunked && (length === 0 || !exchange.checksBody)) return undefined;
  const bytes = await takeBody(request, exchange.maxRequestBytes);
  if (bytes === 'too-large') return exchange.refuse('request-size');
  if (bytes === 'aborted') return exchange.refuse('request-body');
  return exchange.checkBody(bytes);
}

function correctRequestHeaders(request: IncomingMessage, variant: string): void {
  const headers = new Headers();
  for (const name of conditions) {
    const value = textOf(request.headers[name]);
    if (value !== undefined) headers.set(name, value);
  }
  correctConditions(headers, variant);
  for (const name of conditions) {
    const value = headers.get(name);
    if (value === null) delete request.headers[name];
    else request.headers[name] = value;
  }
  for (const name of methodOverrides) delete request.headers[name];
}

/**
 * Judges a request of a Node server, and takes over its response. Where it is refused, nothing was taken over and the refusal is for the
 * framework to send.
 *
 * @param target path with its query, where the framework keeps it elsewhere than in `request.url`.
 */
export async function openServerExchange(
  guard: ApiGuard,
  request: IncomingMessage,
  response: ServerResponse,
  ask: () => ApiPrincipal | Promise<ApiPrincipal>,
  target = request.url ?? '/',
): Promise<Refusal | undefined> {
  const principal = await askOrNobody(ask);
  const { exchange, refusal } = await guard.begin({
    method: request.method ?? 'GET',
    target,
    headerOf: (name) => textOf(request.headers[name]),
    principal: principal ?? {},
  });
  const refused =
    refusal ??
    (principal === undefined ? exchange.refuse('authorisation') : undefined) ??
    (await judgeBody(request, exchange));
  if (refused !== undefined) {
    exchange.end(refused.status, refused.body.length, false);
    // The rest of a body that is not read would be taken for the next request.
    if (!request.complete) response.setHeader('connection', 'close');
    return refused;
  }
  correctRequestHeaders(request, exchange.variant);
  response.once('close', () => exchange.end(response.statusCode, 0, !response.writableFinished));
  captureBody(response, async (body, outlet) => {
    const status = response.statusCode;
    const isNull = status === 204 || status === 205 || status === 304;
    if (isNull) await body?.cancel();
    const answer = await guardResponse(
      exchange,
      new Response(isNull ? null : body, { status, headers: readHeaders(response) }),
      decoders,
    );
    await sendAnswer(response, answer, outlet, request.method === 'HEAD');
  });
  return undefined;
}

/** Sends a refusal as it is. */
export function sendRefusal(response: ServerResponse, refusal: Refusal): void {
  response.writeHead(refusal.status, { ...refusal.headers });
  response.end(refusal.body);
}
