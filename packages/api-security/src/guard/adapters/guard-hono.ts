import type { ApiGuard } from '../create-api-guard.ts';
import type { ApiPrincipal } from '../ports/api-principal.ts';
import { guardResponse } from './guard-response.ts';
import { openExchange } from './open-exchange.ts';

/** What of a context of Hono is used; whatever version it is of. */
export interface HonoContext {
  readonly req: { raw: Request };
  /** The response; set, it takes the place of the handler's. */
  get res(): Response;
  set res(response: Response | undefined);
  readonly error?: Error | undefined;
}

/**
 * A middleware for Hono. Put it first, with sign-in before it.
 *
 * @example
 * ```ts
 * import { createApiGuard, guardHono } from '@yushu/api-security/guard';
 * import { parsePolicy } from '@yushu/core';
 * import { Hono } from 'hono';
 *
 * const spec = { openapi: '3.1.0', paths: { '/ping': { get: { responses: { '200': { description: 'Alive' } } } } } };
 * const guard = await createApiGuard({ spec, policy: parsePolicy({ version: 1, rules: [], default: 'allow' }) });
 * const app = new Hono();
 * app.use(guardHono(guard, { principal: (context) => ({ role: context.req.raw.headers.get('x-role') ?? 'guest' }) }));
 * app.get('/ping', (context) => context.json({ alive: true }));
 * console.log((await app.request('/ping')).status, (await app.request('/pong')).status); // 200 404
 * ```
 */
export function guardHono<Context extends HonoContext>(
  guard: ApiGuard,
  { principal }: { readonly principal: (context: Context) => ApiPrincipal | Promise<ApiPrincipal> },
): (context: Context, next: () => Promise<void>) => Promise<Response | undefined> {
  return async (context, next) => {
    const opened = await openExchange(guard, context.req.raw, () => principal(context));
    if (opened instanceof Response) return opened;
    const { exchange } = opened;
    context.req.raw = opened.request;
    try {
      await next();
    } catch (error) {
      exchange.end(500, 0, true);
      throw error;
    }
    const shown = await guardResponse(exchange, context.res);
    // Hono would merge the headers of the two.
    context.res = undefined;
    context.res = shown;
    return undefined;
  };
}
