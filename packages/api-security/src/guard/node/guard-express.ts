import type { IncomingMessage, ServerResponse } from 'node:http';
import type { ApiGuard } from '../create-api-guard.ts';
import type { ApiPrincipal } from '../ports/api-principal.ts';
import { openServerExchange, sendRefusal } from './guard-server.ts';

/**
 * A middleware for Express, Connect and `node:http`. Put it before body parsers and routes, and outside compression, with sign-in before it.
 *
 * @example
 * ```ts
 * import { createServer } from 'node:http';
 * import { createApiGuard } from '@yushu/api-security/guard';
 * import { guardExpress } from '@yushu/api-security/guard/node';
 * import { parsePolicy } from '@yushu/core';
 *
 * const spec = { openapi: '3.1.0', paths: { '/ping': { get: { responses: { '204': {} } } } } };
 * const guard = await createApiGuard({ spec, policy: parsePolicy({ version: 1, rules: [], default: 'allow' }) });
 * const middleware = guardExpress(guard, { principal: () => ({ role: 'guest' }) });
 * const server = createServer((request, response) =>
 *   middleware(request, response, () => response.writeHead(204).end()),
 * );
 * server.close();
 * ```
 */
export function guardExpress<Message extends IncomingMessage>(
  guard: ApiGuard,
  { principal }: { readonly principal: (request: Message) => ApiPrincipal | Promise<ApiPrincipal> },
): (request: Message, response: ServerResponse, next: (error?: unknown) => unknown) => void {
  return (request, response, next) => {
    // A router that is mounted below a path cuts it off `url`.
    const { originalUrl } = request as { originalUrl?: string };
    openServerExchange(guard, request, response, () => principal(request), originalUrl).then(
      (refusal) => {
        if (refusal === undefined) next();
        else sendRefusal(response, refusal);
      },
      () => response.destroy(),
    );
  };
}
