import type { ApiGuard } from '../create-api-guard.ts';
import type { GuardedExchange } from '../guarded-exchange.ts';
import type { ApiPrincipal } from '../ports/api-principal.ts';
import { correctRequest } from './correct-request.ts';
import { responseOf } from './guard-response.ts';
import { readBody } from './read-body.ts';

/** A request that may be handled, as its handler should get it. */
export interface OpenedExchange {
  readonly exchange: GuardedExchange;
  readonly request: Request;
}

/** Who asks, or nothing where that could not be established. */
export async function askOrNobody(
  ask: () => ApiPrincipal | Promise<ApiPrincipal>,
): Promise<ApiPrincipal | undefined> {
  try {
    return { ...(await ask()) };
  } catch {
    return undefined;
  }
}

/** Judges a request of the Fetch standard with its body; the answer where it is refused. */
export async function openExchange(
  guard: ApiGuard,
  request: Request,
  ask: () => ApiPrincipal | Promise<ApiPrincipal>,
): Promise<OpenedExchange | Response> {
  const { pathname, search } = new URL(request.url);
  const principal = await askOrNobody(ask);
  const { exchange, refusal } = await guard.begin({
    method: request.method,
    target: pathname + search,
    headerOf: (name) => request.headers.get(name) ?? undefined,
    principal: principal ?? {},
    // Some platforms give every request a body, which may be empty.
    hasBody: request.body === null ? false : 'unknown',
  });
  const answer = (refused: NonNullable<typeof refusal>) => {
    exchange.end(refused.status, refused.body.length, false);
    return responseOf(refused);
  };
  if (refusal !== undefined) return answer(refusal);
  if (principal === undefined) return answer(exchange.refuse('authorisation'));
  let body: Uint8Array | undefined;
  if (request.body !== null) {
    const read = await readBody(request.body, exchange.maxRequestBytes);
    if (read === 'too-large') return answer(exchange.refuse('request-size'));
    if (read === 'aborted') return answer(exchange.refuse('request-body'));
    const refused =
      exchange.checkBodyKind(read.length > 0) ??
      (read.length > 0 ? exchange.checkBody(read) : undefined);
    if (refused !== undefined) return answer(refused);
    if (read.length > 0) body = read;
  }
  return { exchange, request: correctRequest(request, body, exchange.variant) };
}
