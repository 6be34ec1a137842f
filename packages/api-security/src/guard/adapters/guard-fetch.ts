import type { ApiGuard } from '../create-api-guard.ts';
import type { ApiPrincipal } from '../ports/api-principal.ts';
import { guardResponse } from './guard-response.ts';
import { openExchange } from './open-exchange.ts';

/** Options of {@link guardFetch}. */
export interface FetchGuardOptions<More extends readonly unknown[] = readonly unknown[]> {
  /** Who asks, from what your sign-in has established; never from what a request merely claims. Where it throws, the request is refused. */
  readonly principal: (request: Request, ...more: More) => ApiPrincipal | Promise<ApiPrincipal>;
  /** What answers: a function of the Fetch standard, as edge platforms, Bun, Deno and Hono have it. */
  readonly handler: (request: Request, ...more: More) => Response | Promise<Response>;
}

/**
 * A guarded handler of the Fetch standard. What the platform gives beside the request, such as its environment, is handed on.
 *
 * Where the handler throws, the exchange ends and the error goes on to the platform.
 *
 * @example
 * ```ts
 * import { createApiGuard, guardFetch } from '@yushu/api-security/guard';
 * import { parsePolicy } from '@yushu/core';
 *
 * const spec = { openapi: '3.1.0', paths: { '/ping': { get: { responses: { '204': {} } } } } };
 * const guard = await createApiGuard({ spec, policy: parsePolicy({ version: 1, rules: [], default: 'allow' }) });
 * const handler = guardFetch(guard, { principal: () => ({}), handler: () => new Response(null, { status: 204 }) });
 * console.log((await handler(new Request('https://example.com/ping'))).status); // 204
 * console.log((await handler(new Request('https://example.com/ping', { method: 'DELETE' }))).status); // 405
 * ```
 */
export function guardFetch<More extends readonly unknown[]>(
  guard: ApiGuard,
  { principal, handler }: FetchGuardOptions<More>,
): (request: Request, ...more: More) => Promise<Response> {
  return async (request, ...more) => {
    const opened = await openExchange(guard, request, () => principal(request, ...more));
    if (opened instanceof Response) return opened;
    const { exchange } = opened;
    let response: Response;
    try {
      response = await handler(opened.request, ...more);
    } catch (error) {
      exchange.end(500, 0, true);
      throw error;
    }
    return guardResponse(exchange, response);
  };
}
