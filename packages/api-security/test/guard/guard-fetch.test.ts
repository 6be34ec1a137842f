import { describe, expect, it } from 'vitest';
import { type ApiGuardOptions, createApiGuard, guardFetch } from '../../src/guard/index.ts';
import { createListener, policy, principalOf, row, secrets, shown, spec } from './customers-api.ts';

const base = 'https://api.example.com/v1';

async function start(
  handler: (request: Request) => Response | Promise<Response>,
  options: Partial<ApiGuardOptions> = {},
) {
  const listener = createListener();
  const guard = await createApiGuard({ spec, policy, ...listener.options, ...options });
  const call = guardFetch(guard, {
    principal: (request) => principalOf(request.headers.get('x-role')),
    handler,
  });
  return {
    ...listener,
    guard,
    call: (path: string, init?: RequestInit) => call(new Request(base + path, init)),
  };
}

const postJson = (value: unknown, headers: Record<string, string> = {}): RequestInit => ({
  method: 'POST',
  headers: { 'content-type': 'application/json', ...headers },
  body: typeof value === 'string' ? value : JSON.stringify(value),
});

describe('responses', () => {
  it('show each reader what the policy lets them see, and nothing that is not described', async () => {
    const { call, redactions, exchanges, events, guard } = await start(() => Response.json(row));
    const text = await (await call('/customers/7')).text();
    expect(JSON.parse(text)).toEqual(shown);
    for (const secret of secrets) expect(text).not.toContain(secret);
    expect(redactions.map(({ op, path, reason }) => [op, path, reason])).toEqual([
      ['replace', '/phone', 'policy'],
      ['remove', '/password', 'write-only'],
      ['remove', '/apiKey', 'credential'],
      ['remove', '/salary', 'policy'],
      ['remove', '/passwordHash', 'undocumented'],
      ['replace', '/friends/0/phone', 'policy'],
      ['remove', '/friends/0/note', 'undocumented'],
      ['replace', '/extra/about', 'policy'],
    ]);
    expect(exchanges).toMatchObject([
      {
        request: { operation: 'GET /customers/{id}', parameters: { id: '7' } },
        status: 200,
        outcome: 'handled',
        records: 1,
        responseBytes: text.length,
        undocumented: ['/passwordHash', '/friends/*/note'],
      },
    ]);
    expect(exchanges[0]?.sensitive).toContainEqual({
      category: 'contact.phone',
      level: 3,
      count: 3,
      disclosed: 0,
    });
    await guard.flush();
    expect(events.find(({ category }) => category === 'contact.phone')).toMatchObject({
      operation: 'protect',
      action: 'mask',
      outcome: 'success',
      rule: 0,
      count: 1,
      place: { source: 'GET /customers/{id}', path: '/phone' },
    });
    for (const secret of secrets) {
      expect(JSON.stringify([events, exchanges, redactions])).not.toContain(secret);
    }
  });

  it('show exempt roles what others do not see, but credentials to nobody', async () => {
    const { call } = await start(() => Response.json(row));
    const headers = { 'x-role': 'support' };
    const body = await (await call('/customers/7', { headers })).json();
    expect(body).toMatchObject({ phone: '13800138000' });
    expect(body).not.toHaveProperty('apiKey');
    expect(body).not.toHaveProperty('salary');
    const payroll = await (await call('/customers/7', { headers: { 'x-role': 'payroll' } })).json();
    expect(payroll).toMatchObject({ salary: 91234, phone: '138****8000' });
  });

  it('are withheld where they cannot be looked at', async () => {
    const answers: readonly [string, () => Response][] = [
      [
        'broken JSON',
        () =>
          new Response('{"phone":"13800138000"', {
            headers: { 'content-type': 'application/json' },
          }),
      ],
      [
        'another charset',
        () =>
          new Response('{}', { headers: { 'content-type': 'application/json; charset=gb18030' } }),
      ],
      [
        'bytes that are no text',
        () =>
          new Response(new Uint8Array([0x22, 0xff, 0x22]), {
            headers: { 'content-type': 'application/json' },
          }),
      ],
      [
        'an unknown packing',
        () =>
          new Response('{}', {
            headers: { 'content-type': 'application/json', 'content-encoding': 'zstd' },
          }),
      ],
      [
        'a lie about the packing',
        () =>
          new Response('{}', {
            headers: { 'content-type': 'application/json', 'content-encoding': 'gzip' },
          }),
      ],
      [
        'a part',
        () => new Response('{}', { status: 206, headers: { 'content-type': 'application/json' } }),
      ],
      ['no type', () => new Response(new Uint8Array([1, 2, 3]))],
      [
        'a type that is not described',
        () => new Response('x', { headers: { 'content-type': 'application/pdf' } }),
      ],
      [
        'too deep',
        () =>
          new Response('['.repeat(100) + ']'.repeat(100), {
            headers: { 'content-type': 'application/json' },
          }),
      ],
    ];
    for (const [name, answer] of answers) {
      const { call, refusals } = await start(answer);
      const response = await call('/customers/7');
      expect([name, response.status]).toEqual([name, 500]);
      expect(response.headers.get('content-type')).toBe('application/problem+json');
      expect(await response.text()).not.toContain('13800138000');
      expect(refusals.at(-1)?.reason).toBe('response');
    }
  });

  it('of a described type that is no text pass as they are', async () => {
    const bytes = new Uint8Array([137, 80, 78, 71]);
    const { call } = await start(
      () => new Response(bytes, { headers: { 'content-type': 'image/png' } }),
    );
    expect(new Uint8Array(await (await call('/customers')).arrayBuffer())).toEqual(bytes);
  });

  it('that are not described are searched, or blocked', async () => {
    const answer = () =>
      Response.json({ error: 'no line to 13800138000', code: 7 }, { status: 418 });
    const { call, refusals } = await start(answer);
    expect(await (await call('/customers/7')).json()).toEqual({
      error: 'no line to 138****8000',
      code: 7,
    });
    expect(refusals.map(({ reason }) => reason)).toEqual(['response-status']);
    const strict = await start(answer, { undescribedResponses: 'block' });
    expect((await strict.call('/customers/7')).status).toBe(500);
  });

  it('are unpacked before they are looked at', async () => {
    const packed = new Response(JSON.stringify(row)).body!.pipeThrough(
      new CompressionStream('gzip'),
    );
    const { call } = await start(
      () =>
        new Response(packed, {
          headers: { 'content-type': 'application/json', 'content-encoding': 'gzip' },
        }),
    );
    const response = await call('/customers/7');
    expect(response.headers.get('content-encoding')).toBeNull();
    expect(await response.json()).toEqual(shown);
  });

  it('in lines and events are shown as they come', async () => {
    const lines = `${JSON.stringify(row)}\n${JSON.stringify({ ...row, id: 8 })}\n`;
    const { call, exchanges } = await start(({ headers }) => {
      const type = headers.get('accept')!;
      const body =
        type === 'text/event-stream'
          ? `event: row\nid: 1\ndata: ${JSON.stringify(row)}\n\n: hi\ndata: call 13800138000\n\n`
          : lines;
      return new Response(body, { headers: { 'content-type': type } });
    });
    const ndjson = await (
      await call('/customers', { headers: { accept: 'application/x-ndjson' } })
    ).text();
    expect(ndjson).toBe(`${JSON.stringify(shown)}\n${JSON.stringify({ ...shown, id: 8 })}\n`);
    const events = await (
      await call('/customers', { headers: { accept: 'text/event-stream' } })
    ).text();
    expect(events).toBe(
      `event: row\nid: 1\ndata: ${JSON.stringify(shown)}\n\n:\ndata: call 138****8000\n\n`,
    );
    expect(exchanges.map(({ records }) => records)).toEqual([2, 2]);
  });

  it('in text are searched', async () => {
    const { call } = await start(
      () =>
        new Response('name,phone\nAnn,13800138000\n', { headers: { 'content-type': 'text/csv' } }),
    );
    expect(await (await call('/customers')).text()).toBe('name,phone\nAnn,138****8000\n');
  });

  it('are held to their schema where that is wanted', async () => {
    const answer = () => Response.json({ id: 'seven', name: 'Ann' });
    const reporting = await start(answer, { responseSchemas: 'report' });
    expect((await reporting.call('/customers/7')).status).toBe(200);
    await reporting.guard.flush();
    expect(reporting.events).toContainEqual(
      expect.objectContaining({ operation: 'guard', reason: 'response-body', outcome: 'success' }),
    );
    const blocking = await start(answer, { responseSchemas: 'block' });
    expect((await blocking.call('/customers/7')).status).toBe(500);
  });

  it('without a body have none, and say nothing of one', async () => {
    const { call } = await start(({ method }) =>
      method === 'DELETE'
        ? new Response(null, { status: 204 })
        : new Response(null, {
            headers: { 'content-length': '512', etag: '"7"', 'content-type': 'application/json' },
          }),
    );
    expect((await call('/customers/7', { method: 'DELETE' })).status).toBe(204);
    const head = await call('/customers/7', { method: 'HEAD' });
    expect(head.headers.get('content-length')).toBeNull();
    expect(head.headers.get('etag')).toMatch(/^W\/"7~/);
  });

  it('have entity tags of their own for each reader, which come back as the handler made them', async () => {
    const seen: (string | null)[] = [];
    const { call } = await start(({ headers }) => {
      seen.push(headers.get('if-none-match'));
      return Response.json(row, { headers: { etag: '"7"' } });
    });
    const tag = (await call('/customers/7')).headers.get('etag')!;
    await call('/customers/7', { headers: { 'if-none-match': tag } });
    await call('/customers/7', { headers: { 'if-none-match': tag, 'x-role': 'support' } });
    expect(seen).toEqual([null, '"7", W/"7"', null]);
  });
});

describe('requests', () => {
  const accept = () => new Response(null, { status: 204 });

  it('that are as described reach the handler whole', async () => {
    const { call } = await start(async (request) => {
      expect(await request.json()).toEqual({
        name: 'Ann',
        phone: '13800138000',
        password: 'secret',
      });
      return new Response(null, { status: 204 });
    });
    const body = { name: 'Ann', phone: '13800138000', password: 'secret' };
    expect((await call('/customers', postJson(body))).status).toBe(204);
  });

  it.each([
    ['an undeclared member', { name: 'Ann', isAdmin: true }, '/*', 'additionalProperties'],
    ['a field that only servers set', { name: 'Ann', id: 9 }, '/id', 'readOnly'],
    ['a wrong type', { name: 41273 }, '/name', 'type'],
    ['a missing field', { phone: '13800138000' }, '/name', 'required'],
    ['too long a text', { name: 'n0t-echoed'.repeat(9) }, '/name', 'maxLength'],
    ['a text of another form', { name: 'Ann', phone: 'n0t-echoed' }, '/phone', 'pattern'],
    ['a number below', { name: 'Ann', salary: -41273 }, '/salary', 'minimum'],
    [
      'deep within',
      { name: 'Ann', friends: [{ name: 'Bob', role: 'n0t-echoed' }] },
      '/friends/*/*',
      'additionalProperties',
    ],
    ['a prototype', '{"name":"Ann","__proto__":{"isAdmin":true}}', '/*', 'additionalProperties'],
    ['broken JSON', '{"name":"n0t-echoed"', '', 'syntax'],
    ['depth', `${'[['.repeat(50)}${']]'.repeat(50)}`, '', 'depth'],
  ])('are refused for %s, without an echo', async (_, body, at, rule) => {
    const { call, exchanges } = await start(() => expect.unreachable('the handler ran'));
    const response = await call('/customers', postJson(body));
    expect(response.status).toBe(400);
    expect(response.headers.get('content-type')).toBe('application/problem+json');
    const text = await response.text();
    expect(JSON.parse(text)).toMatchObject({
      status: 400,
      title: 'Bad Request',
      code: 'request-body',
    });
    expect((JSON.parse(text) as { violations: object[] }).violations).toContainEqual(
      expect.objectContaining({ in: 'body', at, rule }),
    );
    expect(text).not.toMatch(/n0t-echoed|41273|isAdmin|role/);
    expect(exchanges).toMatchObject([{ outcome: 'refused', reason: 'request-body' }]);
  });

  it.each([
    ['/customers/seven', 'GET', 400, 'request-parameters'],
    ['/customers?limit=1000', 'GET', 400, 'request-parameters'],
    ['/customers?limit=1&limit=2', 'GET', 400, 'request-parameters'],
    ['/customers?tag=a&tag=c', 'GET', 400, 'request-parameters'],
    ['/customers/7', 'PATCH', 405, 'method'],
    ['/internal/debug', 'GET', 404, 'shadow-route'],
    ['/customers/..%2f..%2finternal', 'GET', 400, 'path'],
    ['/customers/%252e%252e/x', 'GET', 400, 'path'],
    ['/customers//7', 'GET', 400, 'path'],
    ['/customers/7%5c..%5cx', 'GET', 400, 'path'],
    ['/customers/%00', 'GET', 400, 'path'],
    ['/customers/%ff', 'GET', 400, 'path'],
  ])('%s with %s are answered with %i', async (path, method, status, reason) => {
    const { call, refusals } = await start(() => expect.unreachable('the handler ran'));
    const response = await call(path, { method });
    expect([response.status, refusals[0]?.reason]).toEqual([status, reason]);
    if (status === 405) expect(response.headers.get('allow')).toBe('GET, DELETE');
  });

  it.each(['/customers/7/', '/CUSTOMERS/7', '/customers/7?x=1'])(
    '%s are what their server takes them for',
    async (path) => {
      const { call, exchanges } = await start(() => Response.json(row));
      expect(await (await call(path)).json()).toEqual(shown);
      expect(exchanges[0]?.request.operation).toBe('GET /customers/{id}');
    },
  );

  it('of other types, sizes and packings are refused', async () => {
    const { call } = await start(accept, { limits: { maxRequestBytes: 100 } });
    const status = async (init: RequestInit) => (await call('/customers', init)).status;
    expect(await status(postJson({ name: 'Ann' }, { 'content-type': 'text/xml' }))).toBe(415);
    expect(await status(postJson({ name: 'Ann' }, { 'content-encoding': 'gzip' }))).toBe(415);
    expect(await status(postJson({ name: 'Ann', remark: 'x'.repeat(200) }))).toBe(413);
    expect(await status({ method: 'POST' })).toBe(400);
    expect(await status(postJson({ name: 'Ann' }))).toBe(204);
  });

  it('are only reported where the guard is to report', async () => {
    const { call, refusals } = await start(() => Response.json(row), {
      invalidRequests: 'report',
      shadowRoutes: 'report',
    });
    expect((await call('/customers/seven')).status).toBe(200);
    const shadow = await (await call('/internal/debug')).text();
    expect(shadow).not.toContain('13800138000');
    expect(shadow).not.toContain('k3y-that-must-stay');
    expect(refusals.map(({ reason }) => reason)).toEqual(['request-parameters', 'shadow-route']);
  });

  it('cannot put on the method of another', async () => {
    const { call } = await start(({ headers }) =>
      Response.json({ name: headers.get('x-http-method-override') ?? 'none' }),
    );
    const headers = { 'x-http-method-override': 'DELETE' };
    expect(await (await call('/customers/7', { headers })).json()).toEqual({ name: 'none' });
  });

  it('go on only where authorisation allows, and not where it fails', async () => {
    const decide = { allowed: true };
    const { call, exchanges } = await start(() => Response.json(row), {
      authorise: ({ principal, parameters }) => {
        if (parameters['id'] === '9') throw new Error('no decision');
        return Promise.resolve(principal.role === 'support' ? decide : { allowed: false });
      },
    });
    expect((await call('/customers/7')).status).toBe(403);
    expect((await call('/customers/7', { headers: { 'x-role': 'support' } })).status).toBe(200);
    expect((await call('/customers/9', { headers: { 'x-role': 'support' } })).status).toBe(403);
    expect(exchanges[0]).toMatchObject({ outcome: 'refused', reason: 'authorisation', records: 0 });
  });

  it('end where nobody can say who asks, and where nothing can be recorded', async () => {
    const guard = await createApiGuard({ spec, policy });
    const call = guardFetch(guard, {
      principal: () => Promise.reject(new Error('sign-in is down')),
      handler: () => Response.json(row),
    });
    expect((await call(new Request(`${base}/customers/7`))).status).toBe(403);
    const failing = await start(() => Response.json(row), {
      audit: { write: () => Promise.reject(new Error('disk full')) },
    });
    await (await failing.call('/customers/7')).text();
    await failing.guard.flush();
    expect((await failing.call('/customers/7')).status).toBe(503);
  });

  it('whose handlers throw end as aborted', async () => {
    const { call, exchanges } = await start(() => {
      throw new Error('boom');
    });
    await expect(call('/customers/7')).rejects.toThrow('boom');
    expect(exchanges).toMatchObject([{ outcome: 'aborted' }]);
  });
});

describe('options', () => {
  it.each([
    [{ spec: 'nothing' }, 'ERR_API_SECURITY_SPEC'],
    [{ spec: { asyncapi: '3.0.0' } }, 'ERR_API_SECURITY_SPEC'],
    [{ shadowRoutes: 'allow' }, 'ERR_API_SECURITY_OPTIONS'],
    [{ policy: undefined }, 'ERR_API_SECURITY_OPTIONS'],
    [{ limits: { maxDepth: 0 } }, 'ERR_API_SECURITY_OPTIONS'],
  ])('%o are refused', async (options, code) => {
    await expect(createApiGuard({ spec, policy, ...options } as never)).rejects.toMatchObject({
      code,
    });
  });

  it('take descriptions whose parts are one object at many places', async () => {
    const text = { type: 'string' };
    const schema = { type: 'object', properties: { title: text, phone: text, remark: text } };
    const content = { 'application/json': { schema } };
    const shared = {
      openapi: '3.0.3',
      servers: [{ url: '/v1' }],
      paths: { '/customers/{id}': { get: { responses: { '200': { content } } } } },
    };
    const { call } = await start(() => Response.json({ title: 'Dr', ...row }), { spec: shared });
    const response = await call('/customers/7');
    expect(await response.json()).toEqual({ title: 'Dr', phone: '138****8000' });
  });

  it('take Swagger 2 and YAML', async () => {
    const swagger = `
swagger: '2.0'
basePath: /v1
paths:
  /customers/{id}:
    get:
      produces: [application/json]
      parameters: [{ name: id, in: path, required: true, type: integer }]
      responses: { '200': { schema: { type: object, properties: { id: { type: integer }, phone: { type: string } } } } }
`;
    const { call } = await start(() => Response.json(row), { spec: swagger });
    expect(await (await call('/customers/7')).json()).toEqual({ id: 7, phone: '138****8000' });
    expect((await call('/customers/x')).status).toBe(400);
  });
});
