import { once } from 'node:events';
import {
  createServer,
  type IncomingMessage,
  request as rawRequest,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';
import { Readable } from 'node:stream';
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import { createKeyProvider, generateKeyset } from '@yushu/encrypt';
import { readPolicy } from '@yushu/protect';
import { protectServerResponses, type ServerProtectionOptions } from '@yushu/protect/node';
import { afterAll, describe, expect, it } from 'vitest';

const phone = '13800138000';
const policy = readPolicy(`
version: 1
rules:
  - match: { category: contact.phone, operation: "GET /open*" }
    action: allow
  - match: { category: contact.phone }
    unless: { role: support, purpose: service }
    action: { mask: { keepFirst: 3, keepLast: 4 } }
  - match: { column: salary }
    unless: { role: auditor }
    action: { encrypt: { key: pii } }
  - match: { column: token }
    action: block
default: allow`);
const keys = createKeyProvider({ pii: generateKeyset('AES256_GCM') });

type Handler = (request: IncomingMessage, response: ServerResponse) => unknown;

/** Resolves once a handler may write again, or nobody reads. */
const untilReady = (response: ServerResponse) =>
  new Promise<void>((resolve) => {
    const settle = () => {
      response.off('drain', settle);
      response.off('close', settle);
      resolve();
    };
    response.on('drain', settle);
    response.on('close', settle);
  });

const closers: (() => void)[] = [];
afterAll(() => {
  for (const close of closers) close();
});

async function serve(handler: Handler, more: Partial<ServerProtectionOptions> = {}) {
  const refused: unknown[] = [];
  const protect = protectServerResponses({
    policy,
    keys,
    requester: (request) => {
      const { 'x-role': role, 'x-purpose': purpose } = request.headers;
      if (role === 'broken') throw new Error('no session');
      return {
        ...(typeof role === 'string' ? { role } : {}),
        ...(typeof purpose === 'string' ? { purpose } : {}),
      };
    },
    onRefusal: (error) => refused.push(error),
    ...more,
  });
  const server = createServer((request, response) =>
    protect(request, response, () => handler(request, response)),
  );
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  closers.push(() => {
    server.closeAllConnections();
    server.close();
  });
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { get: (path: string, init?: RequestInit) => fetch(base + path, init), base, refused };
}

const json = { 'content-type': 'application/json' };
const support = { headers: { 'x-role': 'support', 'x-purpose': 'service' } };
const masked = '138****8000';

describe('protectServerResponses', () => {
  it('shows each role and purpose what the policy says, whatever way the handler writes', async () => {
    const body = JSON.stringify({ name: '张三', phone, note: `请拨 ${phone}` });
    const bytes = Buffer.from(body);
    const ways: Record<string, Handler> = {
      '/end': (_, response) => response.setHeader('content-type', 'application/json').end(body),
      '/write': (_, response) => {
        response.writeHead(200, 'Fine', { ...json, 'content-length': bytes.length });
        for (const byte of bytes) response.write(Uint8Array.of(byte));
        response.end();
      },
      '/flat': (_, response) => {
        response.writeHead(200, ['Content-Type', 'application/json', 'X-A', '1', 'X-A', '2']);
        response.write(bytes.subarray(0, 20).toString('hex'), 'hex');
        response.end(bytes.subarray(20).toString('base64'), 'base64', () => undefined);
      },
      '/pipe': (_, response) => {
        response.writeHead(200, json);
        Readable.from([bytes.subarray(0, 11), bytes.subarray(11)]).pipe(response);
      },
      '/flush': (_, response) => {
        response.writeHead(200, json).flushHeaders();
        setTimeout(() => response.end(body), 10);
      },
    };
    const { get } = await serve((request, response) =>
      ways[request.url ?? '']?.(request, response),
    );
    for (const path of Object.keys(ways)) {
      const guest = await get(path);
      expect([path, guest.status, await guest.json()]).toEqual([
        path,
        200,
        { name: '张三', phone: masked, note: `请拨 ${masked}` },
      ]);
      expect(guest.headers.get('content-length')).toBeNull();
      if (path === '/flat') expect(guest.headers.get('x-a')).toBe('1, 2');
      expect(await (await get(path, support)).text()).toBe(body);
      const other = await get(path, { headers: { 'x-role': 'support', 'x-purpose': 'marketing' } });
      expect(await other.text()).toContain(masked);
    }
  });

  it('looks at the operation where a rule does', async () => {
    const { get } = await serve((_, response) => response.writeHead(200, json).end(`["${phone}"]`));
    expect(await (await get('/open/7?x=1')).text()).toBe(`["${phone}"]`);
    expect(await (await get('/closed')).text()).toBe(`["${masked}"]`);
  });

  it('answers many at once, each by its own role', async () => {
    const { get } = await serve(async (request, response) => {
      response.writeHead(200, json);
      response.write('{"rows":[');
      for (let row = 0; row < 20; row += 1) {
        await new Promise((resolve) => setTimeout(resolve, (row * 7) % 3));
        response.write(`${row > 0 ? ',' : ''}{"id":"${request.url}","phone":"${phone}"}`);
      }
      response.end(']}');
    });
    const answers = await Promise.all(
      Array.from({ length: 120 }, async (_, index) => {
        const answer = await get(`/${index}`, index % 2 === 0 ? support : {});
        return (await answer.json()) as { rows: { id: string; phone: string }[] };
      }),
    );
    for (const [index, { rows }] of answers.entries()) {
      expect(rows).toHaveLength(20);
      for (const row of rows) {
        expect(row).toEqual({ id: `/${index}`, phone: index % 2 === 0 ? phone : masked });
      }
    }
  });

  it.each([
    ['gzip', gzipSync],
    ['deflate', deflateSync],
    ['br', brotliCompressSync],
    ['gzip, br', (bytes: Buffer) => brotliCompressSync(gzipSync(bytes))],
  ] as const)('unpacks %s', async (coding, pack) => {
    const { get } = await serve((_, response) => {
      response.writeHead(200, { ...json, 'content-encoding': coding });
      response.end(pack(Buffer.from(JSON.stringify({ phone }))));
    });
    const answer = await get('/');
    expect(answer.headers.get('content-encoding')).toBeNull();
    expect(await answer.json()).toEqual({ phone: masked });
  });

  it.each<[string, Handler]>([
    [
      'a coding that is not known',
      (_, r) => r.writeHead(200, { ...json, 'content-encoding': 'zstd' }).end(phone),
    ],
    [
      'a body that is not packed as it says',
      (_, r) => r.writeHead(200, { ...json, 'content-encoding': 'gzip' }).end(phone),
    ],
    [
      'a packed body that ends early',
      (_, r) =>
        r
          .writeHead(200, { ...json, 'content-encoding': 'gzip' })
          .end(gzipSync(`{"phone":"${phone}"}`).subarray(0, 25)),
    ],
    [
      'a media type that is not known',
      (_, r) => r.writeHead(200, { 'content-type': 'text/html' }).end(phone),
    ],
    [
      'a media type that is no such',
      (_, r) => r.writeHead(200, { 'content-type': 'json' }).end(phone),
    ],
    ['a body without a media type', (_, r) => r.end(phone)],
    [
      'a charset that is not known',
      (_, r) =>
        r.writeHead(200, { 'content-type': 'application/json; charset=klingon' }).end(`"${phone}"`),
    ],
    [
      'bytes that are not of the charset',
      (_, r) =>
        r
          .writeHead(200, json)
          .end(Buffer.concat([Buffer.from(`{"phone":"${phone}`), Buffer.from([0xff, 0x22, 0x7d])])),
    ],
    ['what is no JSON', (_, r) => r.writeHead(200, json).end(`{"phone":"${phone}"`)],
    ['JSON and more', (_, r) => r.writeHead(200, json).end(`{"phone":"${phone}"} ${phone}`)],
    [
      'an empty document',
      (_, r) => {
        r.writeHead(200, json).write('');
        r.end('  ');
      },
    ],
    [
      'a part of a body',
      (_, r) => r.writeHead(206, { ...json, 'content-range': 'bytes 0-9/20' }).end(`"${phone}"`),
    ],
    [
      'a body that is sealed already',
      (_, r) => r.writeHead(200, json).end(`{"a":"ysk1.AAAA","phone":"${phone}"}`),
    ],
    [
      'a blocked value',
      (_, r) =>
        r.writeHead(200, { ...json, 'x-secret': phone }).end(`{"token":"abc","phone":"${phone}"}`),
    ],
  ])('refuses %s', async (_, handler) => {
    const { get, refused } = await serve(handler);
    const answer = await get('/', support);
    expect(answer.status).toBe(500);
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(answer.headers.get('x-secret')).toBeNull();
    expect(await answer.json()).toEqual({
      error: { code: 'ERR_PROTECT_RESPONSE', message: 'The response was withheld' },
    });
    expect(refused).toHaveLength(1);
    expect(String(refused[0])).not.toContain('138');
  });

  it('refuses where nobody knows who asks, and where keys are missing', async () => {
    const handler: Handler = (_, response) => response.writeHead(200, json).end(`"${phone}"`);
    const { get } = await serve(handler);
    expect((await get('/', { headers: { 'x-role': 'broken' } })).status).toBe(500);
    const keyless = await serve(handler, { keys: createKeyProvider({}) });
    expect((await keyless.get('/')).status).toBe(500);
  });

  it('withholds a blocked value where asked, and seals what is to be encrypted', async () => {
    const { get } = await serve(
      (_, response) => response.writeHead(200, json).end('{"token":"abc","salary":12000}'),
      { onBlock: 'withhold' },
    );
    const answer = (await (await get('/')).json()) as Record<string, string>;
    expect(answer['token']).toBe('[BLOCKED]');
    expect(answer['salary']).toMatch(/^ysk1\./);
  });

  it('takes further types as they are named', async () => {
    const { get } = await serve(
      (request, response) =>
        response.writeHead(200, { 'content-type': request.url!.slice(1) }).end(`<p>${phone}</p>`),
      { types: { 'text/html': 'text', 'image/*': 'pass' } },
    );
    expect(await (await get('/text/html')).text()).toBe(`<p>${masked}</p>`);
    expect(await (await get('/image/svg+xml')).text()).toBe(`<p>${phone}</p>`);
    expect((await get('/audio/ogg')).status).toBe(500);
  });

  it('protects NDJSON, CSV, text and other charsets', async () => {
    const bodies: Record<string, [string, Buffer, string]> = {
      '/ndjson': [
        'application/x-ndjson',
        Buffer.from(`{"phone":"${phone}"}\nbroken ${phone}\n{"a":1}\n`),
        `{"phone":"${masked}"}\n{"a":1}\n`,
      ],
      '/csv': [
        'text/csv',
        Buffer.from(`id,phone\r\n1,${phone}\r\n`),
        `id,phone\r\n1,${masked}\r\n`,
      ],
      '/text': ['text/plain; charset=UTF-8', Buffer.from(`电话 ${phone}`), `电话 ${masked}`],
      '/problem': [
        'application/problem+json',
        Buffer.from(`{"detail":"${phone}"}`),
        `{"detail":"${masked}"}`,
      ],
      // 张三 in GB 18030.
      '/gb': [
        'application/json; charset=gb18030',
        Buffer.from([0x5b, 0x22, 0xd5, 0xc5, 0xc8, 0xfd, 0x22, 0x5d]),
        '["张三"]',
      ],
      '/utf16': [
        'application/json; charset=utf-16le',
        Buffer.from(`["${phone}"]`, 'utf16le'),
        `["${masked}"]`,
      ],
    };
    const { get } = await serve((request, response) => {
      const [type, body] = bodies[request.url ?? '']!;
      response.writeHead(200, { 'content-type': type }).end(body);
    });
    for (const [path, [, , expected]] of Object.entries(bodies)) {
      const answer = await get(path);
      expect([path, await answer.text()]).toEqual([path, expected]);
      expect(answer.headers.get('content-type')).toMatch(/; charset=utf-8$/);
    }
  });

  it('corrects lengths, tags, caching and conditions', async () => {
    const body = JSON.stringify({ phone });
    const { get } = await serve((request, response) => {
      response.setHeader('etag', '"v1"');
      response.setHeader('cache-control', 'public, max-age=60, s-maxage=600');
      response.setHeader('accept-ranges', 'bytes');
      if (request.headers['if-none-match']?.includes('"v1"') === true) {
        response.writeHead(304).end();
      } else if (request.headers.range !== undefined) {
        response.writeHead(206, { ...json, 'content-range': 'bytes 0-4/25' }).end(body.slice(0, 5));
      } else if (request.headers['accept-encoding'] !== 'identity') {
        response.writeHead(200, { ...json, 'content-encoding': 'x' }).end('x');
      } else {
        response.writeHead(200, { ...json, 'content-length': Buffer.byteLength(body) });
        response.end(request.method === 'HEAD' ? undefined : body);
      }
    });
    const answer = await get('/', { headers: { range: 'bytes=0-4', 'if-range': '"v1"' } });
    expect(answer.status).toBe(200);
    expect(await answer.json()).toEqual({ phone: masked });
    expect(answer.headers.get('cache-control')).toBe('private, max-age=60');
    expect(answer.headers.get('accept-ranges')).toBeNull();
    const tag = answer.headers.get('etag')!;
    expect(tag).toMatch(/^W\/"v1~\w+"$/);
    const again = await get('/', { headers: { 'if-none-match': tag } });
    expect([again.status, again.headers.get('etag')]).toEqual([304, tag]);
    // Another reader has seen another body: the tag of the first does not count, nor does the tag behind it.
    for (const given of [tag, '"v1"']) {
      const other = await get('/', { headers: { ...support.headers, 'if-none-match': given } });
      expect([other.status, await other.json()]).toEqual([200, { phone }]);
      expect(other.headers.get('etag')).not.toBe(tag);
    }
    const head = await get('/', { method: 'HEAD' });
    expect([head.status, head.headers.get('content-length'), head.headers.get('etag')]).toEqual([
      200,
      null,
      tag,
    ]);
  });

  it('streams a long body in bounded memory, and holds the handler back', async () => {
    const rows = 30_000;
    let waited = 0;
    let isOver = false;
    const { get } = await serve(async (_, response) => {
      response.writeHead(200, json);
      response.write('[');
      for (let row = 0; row < rows; row += 1) {
        const text = `${row > 0 ? ',' : ''}{"id":${row},"phone":"${phone}"}`;
        if (!response.write(text)) {
          waited += 1;
          await untilReady(response);
        }
      }
      isOver = true;
      response.end(']');
    });
    const answer = await get('/');
    let length = 0;
    let count = 0;
    let rest = '';
    let wasEarly = false;
    for await (const chunk of answer.body!.pipeThrough(
      new TextDecoderStream() as never,
    ) as unknown as AsyncIterable<string>) {
      wasEarly ||= !isOver;
      length += chunk.length;
      const text = rest + chunk;
      count += text.split(masked).length - 1;
      expect(text.includes(phone)).toBe(false);
      rest = text.slice(-masked.length + 1);
    }
    expect(wasEarly).toBe(true);
    expect(waited).toBeGreaterThan(10);
    expect(count).toBe(rows);
    expect(length).toBeGreaterThan(rows * 30);
  });

  it('holds the handler back for a reader that does not read', async () => {
    let written = 0;
    const { base } = await serve(async (_, response) => {
      response.writeHead(200, { 'content-type': 'application/x-ndjson' });
      const line = `{"phone":"${phone}","text":"${'x'.repeat(900)}"}\n`;
      for (let row = 0; row < 60_000 && !response.destroyed; row += 1) {
        written += line.length;
        if (!response.write(line)) {
          await untilReady(response);
        }
      }
      response.end();
    });
    const client = rawRequest(base, (answer) => answer.pause());
    client.on('error', () => undefined);
    client.end();
    let before = -1;
    // Until nothing more is written.
    await expect
      .poll(
        () => {
          const isStill = written > 0 && written === before;
          before = written;
          return isStill;
        },
        { timeout: 20_000, interval: 400 },
      )
      .toBe(true);
    client.destroy();
    // Of 55 MB, what the sockets of the system and the buffers between hold.
    expect(written).toBeLessThan(20_000_000);
  });

  it('ends the connection where a long body turns out broken, with nothing of it in the clear', async () => {
    for (const end of ['{"phone":"', '\xff]', `"token":1}] ${phone}`, '{"token":"abc"}]']) {
      const { base } = await serve(async (_, response) => {
        response.writeHead(200, json);
        response.write('[');
        for (let row = 0; row < 6_000; row += 1)
          response.write(`{"id":${row},"phone":"${phone}"},`);
        response.end(end, 'latin1');
      });
      let text = '';
      let outcome = 'whole';
      await new Promise<void>((resolve) => {
        rawRequest(base, (answer) => {
          answer.on('data', (chunk) => {
            text += chunk;
          });
          answer.on('error', () => {
            outcome = 'broken off';
          });
          answer.on('close', resolve);
        }).end();
      });
      expect(outcome).toBe('broken off');
      expect(text.length).toBeGreaterThan(60_000);
      expect(text).not.toContain(phone);
    }
  });

  it('survives readers that go away, and stops reading for them', async () => {
    let closed = 0;
    let written = 0;
    const { get, base } = await serve(async (request, response) => {
      if (request.url === '/short') return response.writeHead(200, json).end(`["${phone}"]`);
      response.on('close', () => {
        closed += 1;
      });
      response.writeHead(200, { 'content-type': 'application/x-ndjson' });
      for (let row = 0; row < 50_000 && !response.destroyed; row += 1) {
        written += 1;
        if (!response.write(`{"phone":"${phone}"}\n`)) {
          await untilReady(response);
        }
      }
      return response.end();
    });
    await Promise.all(
      Array.from({ length: 30 }, async (_, index) => {
        const controller = new AbortController();
        const answer = await fetch(`${base}/long`, { signal: controller.signal });
        const reader = answer.body!.getReader();
        for (let read = 0; read < index % 3; read += 1) await reader.read();
        controller.abort();
        await reader.read().catch(() => undefined);
      }),
    );
    // Before the head of the answer, too.
    const early = rawRequest(`${base}/long`, () => undefined);
    early.on('error', () => undefined);
    early.end();
    await new Promise((resolve) => setTimeout(resolve, 5));
    early.destroy();
    await expect.poll(() => closed, { timeout: 10_000 }).toBeGreaterThanOrEqual(30);
    expect(written).toBeLessThan(30 * 50_000);
    expect(await (await get('/short')).text()).toBe(`["${masked}"]`);
  });

  it('refuses bad options', () => {
    for (const more of [
      { requester: undefined },
      { requester: () => ({}), types: { 'text/html': 'html' } },
      { requester: () => ({}), onBlock: 'ignore' },
      { requester: () => ({}), maxPipelines: 0 },
    ]) {
      expect(() => protectServerResponses({ policy, ...more } as never)).toThrow(
        expect.objectContaining({ code: 'ERR_PROTECT_OPTIONS' }),
      );
    }
  });
});
