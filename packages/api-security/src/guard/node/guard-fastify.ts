import type { IncomingMessage, ServerResponse } from 'node:http';
import type { ApiGuard } from '../create-api-guard.ts';
import type { ApiPrincipal } from '../ports/api-principal.ts';
import { openServerExchange } from './guard-server.ts';

/** What of a request of Fastify is used. */
export interface FastifyRequestLike {
  readonly raw: IncomingMessage;
}

/** What of a reply of Fastify is used. */
export interface FastifyReplyLike {
  readonly raw: ServerResponse;
  code(status: number): unknown;
  headers(headers: Record<string, string>): unknown;
  send(body: string): unknown;
}

/**
 * A hook for Fastify's `onRequest`. Add it before other hooks of that kind, and after the one that signs in.
 *
 * @example
 * ```ts
 * import { createApiGuard } from '@yushu/api-security/guard';
 * import { guardFastify } from '@yushu/api-security/guard/node';
 * import { parsePolicy } from '@yushu/core';
 * import Fastify from 'fastify';
 *
 * const spec = { openapi: '3.1.0', paths: { '/ping': { get: { responses: { '204': {} } } } } };
 * const guard = await createApiGuard({ spec, policy: parsePolicy({ version: 1, rules: [], default: 'allow' }) });
 * const app = Fastify();
 * app.addHook('onRequest', guardFastify(guard, { principal: () => ({ role: 'guest' }) }));
 * ```
 */
export function guardFastify<Message extends FastifyRequestLike>(
  guard: ApiGuard,
  { principal }: { readonly principal: (request: Message) => ApiPrincipal | Promise<ApiPrincipal> },
): (request: Message, reply: FastifyReplyLike) => Promise<unknown> {
  return async (request, reply) => {
    const { raw } = request;
    const refusal = await openServerExchange(guard, raw, reply.raw, () => principal(request));
    if (refusal === undefined) return undefined;
    reply.code(refusal.status);
    reply.headers({ ...refusal.headers });
    reply.send(refusal.body);
    return reply;
  };
}
