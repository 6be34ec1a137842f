import { once } from 'node:events';
import {
  Agent,
  createServer,
  request as httpRequest,
  type IncomingMessage,
  type Server,
} from 'node:http';
import type { AddressInfo } from 'node:net';
import { connect } from 'node:net';
import { Readable } from 'node:stream';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { serve } from '@hono/node-server';
import express from 'express';
import Fastify from 'fastify';
import { Hono } from 'hono';
import Koa from 'koa';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type ApiGuard,
  createApiGuard,
  type ExchangeFacts,
  guardFetch,
  guardHono,
} from '../../src/guard/index.ts';
import { guardExpress, guardFastify, guardKoa } from '../../src/guard/node/index.ts';
import { createListener, policy, principalOf, row, secrets, shown, spec } from './customers-api.ts';

/** Records of a long list, so that bodies span many chunks. */
const many = 2000;

/** A row of the list; nothing in it has to be searched. */
const { extra: _extra, ...listed } = row;
const { extra: _shownExtra, ...shownListed } = shown;

/** What every framework answers, in its own way. */
interface Handlers {
  one(id: string | undefined): object;
  /** @param isEndless goes on until nobody reads any longer. */
  list(isEndless: boolean): Readable;
  packed(coding: string): { readonly body: Buffer; readonly coding: string };
  /** The body that the handler was given. */
  readonly received: unknown[];
}

function createHandlers(): Handlers {
  const received: unknown[] = [];
  return {
    received,
    one: (id) => (id === '1' ? { ...listed, id: 1 } : row),
    list: (isEndless) =>
      Readable.from(
        (function* () {
          for (let index = 0; isEndless || index < many; index += 1) {
            yield `${index === 0 ? '[' : ','}${JSON.stringify({ ...listed, id: index })}`;
          }
          yield ']';
        })(),
      ),
    packed: (coding) => {
      const text = JSON.stringify([row]);
      return { coding, body: coding === 'br' ? brotliCompressSync(text) : gzipSync(text) };
    },
  };
}

/** A stream of Node as a body of the Fetch standard. */
const bytesOf = (stream: Readable) =>
  (Readable.toWeb(stream) as unknown as ReadableStream<string>).pipeThrough(
    new TextEncoderStream(),
  ) as never;

const roleOf = (request: IncomingMessage) =>
  principalOf(request.headers['x-role'] as string | undefined);

async function listen(server: Server): Promise<{ port: number; close: () => Promise<void> }> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

type Start = (
  guard: ApiGuard,
  handlers: Handlers,
) => Promise<{ port: number; close: () => Promise<void> }>;

const startExpress: Start = (guard, { one, list, packed, received }) => {
  const app = express();
  app.use(guardExpress(guard, { principal: roleOf }));
  app.use(express.json());
  const api = express.Router();
  api.get('/customers', (request, response) => {
    const coding = request.query['remark'];
    if (typeof coding === 'string') {
      const { body } = packed(coding);
      response.setHeader('content-encoding', coding);
      response.type('json').end(body);
    } else list(request.query['limit'] !== undefined).pipe(response.type('json'));
  });
  api.post('/customers', (request, response) => {
    received.push(request.body);
    response.status(204).end();
  });
  api.get('/customers/:id', (request, response) => {
    if (request.params.id === '500') throw new Error('the handler broke near 13800138000');
    response.json(one(request.params.id));
  });
  api.delete('/customers/:id', (_, response) => void response.status(204).end());
  app.use('/v1', api);
  app.use(
    (
      _error: Error,
      _request: express.Request,
      response: express.Response,
      _next: express.NextFunction,
    ) => {
      response.status(500).json({ message: _error.message });
    },
  );
  return listen(createServer(app as never));
};

const startKoa: Start = (guard, { one, list, packed, received }) => {
  const app = new Koa();
  app.silent = true;
  app.use(guardKoa(guard, { principal: ({ req }) => roleOf(req) }));
  app.use(async (context) => {
    const { method, path, query } = context;
    const coding = query['remark'];
    if (method === 'POST') {
      const chunks: Buffer[] = [];
      for await (const chunk of context.req) chunks.push(chunk as Buffer);
      received.push(JSON.parse(Buffer.concat(chunks).toString()));
      context.status = 204;
    } else if (method === 'DELETE') context.status = 204;
    else if (path === '/v1/customers' && typeof coding === 'string') {
      context.set('content-encoding', coding);
      context.type = 'json';
      context.body = packed(coding).body;
    } else if (path === '/v1/customers') {
      context.type = 'json';
      context.body = list(query['limit'] !== undefined);
    } else if (path.endsWith('/500')) {
      context.status = 500;
      context.body = { message: 'the handler broke near 13800138000' };
    } else context.body = one(path.split('/').at(-1));
  });
  return listen(createServer(app.callback()));
};

const startFastify: Start = async (guard, { one, list, packed, received }) => {
  const app = Fastify();
  app.addHook('onRequest', guardFastify(guard, { principal: ({ raw }) => roleOf(raw) }));
  app.get('/v1/customers', (request, reply) => {
    const { remark, limit } = request.query as { remark?: string; limit?: string };
    reply.type('application/json');
    return remark === undefined
      ? reply.send(list(limit !== undefined))
      : reply.header('content-encoding', remark).send(packed(remark).body);
  });
  app.post('/v1/customers', (request, reply) => {
    received.push(request.body);
    return reply.code(204).send();
  });
  app.get('/v1/customers/:id', (request, reply) => {
    if ((request.params as { id: string }).id === '500')
      throw new Error('the handler broke near 13800138000');
    return reply.send(one((request.params as { id: string }).id));
  });
  app.delete('/v1/customers/:id', (_, reply) => reply.code(204).send());
  await app.listen({ port: 0, host: '127.0.0.1' });
  return { port: (app.server.address() as AddressInfo).port, close: () => app.close() };
};

const startHono: Start = async (guard, { one, list, packed, received }) => {
  const app = new Hono();
  app.use(guardHono(guard, { principal: ({ req }) => principalOf(req.raw.headers.get('x-role')) }));
  app.get('/v1/customers', (context) => {
    const coding = context.req.query('remark');
    const headers = { 'content-type': 'application/json' };
    return coding === undefined
      ? new Response(bytesOf(list(context.req.query('limit') !== undefined)), {
          headers,
        })
      : new Response(new Uint8Array(packed(coding).body), {
          headers: { ...headers, 'content-encoding': coding },
        });
  });
  app.post('/v1/customers', async (context) => {
    received.push(await context.req.json());
    return context.body(null, 204);
  });
  app.get('/v1/customers/:id', (context) => {
    if (context.req.param('id') === '500') throw new Error('broken');
    return context.json(one(context.req.param('id')));
  });
  app.delete('/v1/customers/:id', (context) => context.body(null, 204));
  app.onError((_, context) => context.json({ message: 'the handler broke near 13800138000' }, 500));
  const server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }) as Server;
  if (!server.listening) await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
};

/** `node:http` alone, which reads and writes its streams itself. */
const startPlain: Start = (guard, { one, list, packed, received }) => {
  const guarded = guardExpress(guard, { principal: roleOf });
  return listen(
    createServer((request, response) =>
      guarded(request, response, async () => {
        const { pathname, searchParams } = new URL(request.url!, 'http://localhost');
        const coding = searchParams.get('remark');
        response.setHeader('content-type', 'application/json');
        if (request.method === 'POST') {
          const chunks: Buffer[] = [];
          for await (const chunk of request) chunks.push(chunk as Buffer);
          received.push(JSON.parse(Buffer.concat(chunks).toString()));
          response.writeHead(204).end();
        } else if (request.method === 'DELETE') response.writeHead(204).end();
        else if (pathname === '/v1/customers' && coding !== null) {
          response.writeHead(200, { 'content-encoding': coding });
          response.end(packed(coding).body);
        } else if (pathname === '/v1/customers') list(searchParams.has('limit')).pipe(response);
        else if (pathname.endsWith('/500'))
          response.writeHead(500).end('{"message":"the handler broke near 13800138000"}');
        else response.end(JSON.stringify(one(pathname.split('/').at(-1))));
      }),
    ),
  );
};

/** A handler of the Fetch standard, served by Hono's server. */
const startFetch: Start = async (guard, { one, list, packed, received }) => {
  const handler = guardFetch(guard, {
    principal: ({ headers }: Request) => principalOf(headers.get('x-role')),
    handler: async (request: Request) => {
      const { pathname, searchParams } = new URL(request.url);
      const coding = searchParams.get('remark');
      const headers = { 'content-type': 'application/json' };
      if (request.method === 'POST') received.push(await request.json());
      if (request.method === 'POST' || request.method === 'DELETE')
        return new Response(null, { status: 204 });
      if (pathname === '/v1/customers') {
        return coding === null
          ? new Response(bytesOf(list(searchParams.has('limit'))), {
              headers,
            })
          : new Response(new Uint8Array(packed(coding).body), {
              headers: { ...headers, 'content-encoding': coding },
            });
      }
      if (pathname.endsWith('/500'))
        return Response.json({ message: 'the handler broke near 13800138000' }, { status: 500 });
      return Response.json(one(pathname.split('/').at(-1)));
    },
  });
  const server = serve({
    fetch: (request) => handler(request),
    port: 0,
    hostname: '127.0.0.1',
  }) as Server;
  if (!server.listening) await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
};

interface Answer {
  readonly status: number;
  readonly headers: IncomingMessage['headers'];
  readonly text: string;
}

const servers: readonly (readonly [string, Start, boolean])[] = [
  ['Express', startExpress, true],
  ['Fastify', startFastify, true],
  ['Koa', startKoa, true],
  ['node:http', startPlain, true],
  ['Hono', startHono, false],
  ['fetch', startFetch, false],
];

describe.each(servers)('%s', (_, start, isNode) => {
  const handlers = createHandlers();
  const { exchanges, options } = createListener();
  const agent = new Agent({ keepAlive: true, maxSockets: 8 });
  let port: number;
  let close: () => Promise<void>;

  beforeAll(async () => {
    const guard = await createApiGuard({ spec, policy, ...options });
    ({ port, close } = await start(guard, handlers));
  });
  afterAll(async () => {
    agent.destroy();
    await close();
  });

  const call = (
    path: string,
    init: {
      method?: string;
      headers?: Record<string, string>;
      body?: readonly string[];
      agent?: Agent;
    } = {},
  ) =>
    new Promise<Answer>((resolve, reject) => {
      const message = httpRequest(
        {
          port,
          host: '127.0.0.1',
          path: `/v1${path}`,
          method: init.method ?? 'GET',
          headers: init.headers ?? {},
          agent: init.agent ?? agent,
        },
        (response) => {
          const chunks: Buffer[] = [];
          response.on('data', (chunk: Buffer) => chunks.push(chunk));
          response.on('end', () =>
            resolve({
              status: response.statusCode!,
              headers: response.headers,
              text: Buffer.concat(chunks).toString(),
            }),
          );
          response.on('error', reject);
        },
      );
      message.on('error', reject);
      for (const chunk of init.body ?? []) message.write(chunk);
      message.end();
    });

  const post = (body: readonly string[], headers: Record<string, string> = {}) =>
    call('/customers', {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body,
    });

  it('shows a guest what a guest may see', async () => {
    const { status, text, headers } = await call('/customers/7');
    expect(status).toBe(200);
    expect(JSON.parse(text)).toEqual(shown);
    if (headers['content-length'] !== undefined)
      expect(Number(headers['content-length'])).toBe(text.length);
    expect(
      JSON.parse((await call('/customers/7', { headers: { 'x-role': 'support' } })).text),
    ).toMatchObject({ phone: '13800138000' });
  });

  it('streams a long list', async () => {
    const { status, text } = await call('/customers');
    expect(status).toBe(200);
    const list = JSON.parse(text) as object[];
    expect(list).toHaveLength(many);
    expect(list.at(-1)).toEqual({ ...shownListed, id: many - 1 });
    for (const secret of secrets) expect(text).not.toContain(secret);
    expect(exchanges.at(-1)).toMatchObject({
      records: many,
      outcome: 'handled',
      responseBytes: text.length,
    });
  });

  it.each(isNode ? ['gzip', 'br'] : ['gzip'])('unpacks %s', async (coding) => {
    const { headers, text } = await call(`/customers?remark=${coding}`);
    expect(headers['content-encoding']).toBeUndefined();
    expect(JSON.parse(text)).toEqual([shown]);
  });

  it('gives a handler the whole body, however it came', async () => {
    const body = { name: 'Ann', remark: '号码'.repeat(10_000) };
    const text = JSON.stringify(body);
    const bytes = Buffer.byteLength(text);
    expect((await post([text.slice(0, 9), text.slice(9)])).status).toBe(204);
    expect((await post([text], { 'content-length': String(bytes) })).status).toBe(204);
    expect(handlers.received.slice(-2)).toEqual([body, body]);
  });

  it('refuses, and goes on with the next request of the connection', async () => {
    const own = new Agent({ keepAlive: true, maxSockets: 1 });
    const before = handlers.received.length;
    const refused = await call('/customers', {
      agent: own,
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: ['{"name":"Ann","isAdmin":true}'],
    });
    expect(refused.status).toBe(400);
    expect(refused.headers['content-type']).toMatch(/^application\/problem\+json/);
    expect((await call('/nowhere', { agent: own })).status).toBe(404);
    expect((await call('/customers/7', { agent: own, method: 'PUT' })).status).toBe(405);
    expect((await call('/customers/7', { agent: own })).status).toBe(200);
    expect(handlers.received).toHaveLength(before);
    own.destroy();
  });

  it('refuses bodies that are too long before it has read them', async () => {
    const piece = 'x'.repeat(100_000);
    const own = new Agent();
    const answer = await call('/customers', {
      agent: own,
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: ['{"name":"Ann","remark":"', ...Array.from({ length: 15 }, () => piece), '"}'],
    }).catch(() => undefined);
    // Who still writes when the connection ends may not see the answer.
    if (answer !== undefined) expect(answer.status).toBe(413);
    expect((await call('/customers/7')).status).toBe(200);
  });

  it('answers HEAD and 204 without a body', async () => {
    const head = await call('/customers/7', { method: 'HEAD' });
    expect([head.status, head.text]).toEqual([200, '']);
    const removed = await call('/customers/7', { method: 'DELETE' });
    expect([removed.status, removed.text]).toEqual([204, '']);
  });

  it('looks at errors of handlers too', async () => {
    const { status, text } = await call('/customers/500');
    expect(status).toBe(500);
    expect(text).toContain('the handler broke near');
    expect(text).not.toContain('13800138000');
  });

  it('serves many at once, each as its own', async () => {
    const count = Number(process.env['YUSHU_GUARD_PARALLEL'] ?? 200);
    const answers = await Promise.all(
      Array.from({ length: count }, (_, index) =>
        call('/customers/1', index % 3 === 0 ? { headers: { 'x-role': 'support' } } : {}),
      ),
    );
    for (const [index, { text }] of answers.entries()) {
      expect((JSON.parse(text) as { phone: string }).phone).toBe(
        index % 3 === 0 ? '13800138000' : '138****8000',
      );
    }
  });

  it('survives clients that go away, and says so', async () => {
    const before = exchanges.length;
    const half = connect(port, '127.0.0.1');
    await once(half, 'connect');
    half.write(
      'POST /v1/customers HTTP/1.1\r\nhost: a\r\ncontent-type: application/json\r\ncontent-length: 1000\r\n\r\n{"name":',
    );
    const leaving = connect(port, '127.0.0.1');
    await once(leaving, 'connect');
    leaving.write('GET /v1/customers?limit=1 HTTP/1.1\r\nhost: a\r\n\r\n');
    await once(leaving, 'data');
    leaving.destroy();
    half.destroy();
    const ended = async (): Promise<readonly ExchangeFacts[]> => {
      for (let turn = 0; turn < 400 && exchanges.length < before + 2; turn += 1) {
        await new Promise((resolve) => setTimeout(resolve, 10));
      }
      return exchanges.slice(before);
    };
    const outcomes = (await ended()).map(({ request, outcome }) => `${request.method} ${outcome}`);
    expect(outcomes.sort()).toEqual(['GET aborted', 'POST refused']);
    expect((await call('/customers/7')).status).toBe(200);
  });

  it('holds a handler back for a client that does not read', async () => {
    const slow = connect(port, '127.0.0.1');
    await once(slow, 'connect');
    slow.pause();
    slow.write('GET /v1/customers HTTP/1.1\r\nhost: a\r\nconnection: close\r\n\r\n');
    await new Promise((resolve) => setTimeout(resolve, 100));
    let text = '';
    slow.setEncoding('utf8');
    slow.on('data', (chunk: string) => {
      text += chunk;
    });
    slow.resume();
    await once(slow, 'end');
    expect(text).toContain(`"id":${many - 1}`);
    for (const secret of secrets) expect(text).not.toContain(secret);
  });
});
