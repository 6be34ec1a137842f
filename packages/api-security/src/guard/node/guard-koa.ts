import type { IncomingMessage, ServerResponse } from 'node:http';
import type { ApiGuard } from '../create-api-guard.ts';
import type { ApiPrincipal } from '../ports/api-principal.ts';
import { openServerExchange } from './guard-server.ts';

/** What of a context of Koa is used. */
export interface KoaContext {
  readonly req: IncomingMessage;
  readonly res: ServerResponse;
  readonly originalUrl: string;
  status: number;
  body: unknown;
  set(headers: { [name: string]: string }): void;
}

/**
 * A middleware for Koa. Put it first, with sign-in before it.
 *
 * @example
 * ```ts
 * import { createApiGuard } from '@yushu/api-security/guard';
 * import { guardKoa } from '@yushu/api-security/guard/node';
 * import { parsePolicy } from '@yushu/core';
 * import Koa from 'koa';
 *
 * const spec = { openapi: '3.1.0', paths: { '/ping': { get: { responses: { '204': {} } } } } };
 * const guard = await createApiGuard({ spec, policy: parsePolicy({ version: 1, rules: [], default: 'allow' }) });
 * const app = new Koa();
 * app.use(guardKoa(guard, { principal: () => ({ role: 'guest' }) }));
 * ```
 */
export function guardKoa<Context extends KoaContext>(
  guard: ApiGuard,
  { principal }: { readonly principal: (context: Context) => ApiPrincipal | Promise<ApiPrincipal> },
): (context: Context, next: () => Promise<unknown>) => Promise<void> {
  return async (context, next) => {
    const { req, res, originalUrl } = context;
    const refusal = await openServerExchange(
      guard,
      req,
      res,
      () => principal(context),
      originalUrl,
    );
    if (refusal === undefined) {
      await next();
      return;
    }
    context.status = refusal.status;
    context.set({ ...refusal.headers });
    context.body = refusal.body;
  };
}
