import { readPolicy } from '@yushu/protect';
import { createResponseProtection } from '@yushu/protect/http';
import { describe, expect, it } from 'vitest';

const policy = readPolicy(`
version: 1
rules:
  - match: { category: contact.phone }
    unless: { role: support }
    action: { mask: { keepFirst: 3, keepLast: 4 } }
default: allow`);
const phone = '13800138000';
const url = 'https://example.com/customers/7';

const make = (role: string, refused: unknown[] = []) =>
  createResponseProtection({
    policy,
    requester: () => ({ role }),
    onRefusal: (error) => refused.push(error),
  });

describe('createResponseProtection', () => {
  it('protects what a handler gives, and leaves its status and other headers', async () => {
    const handler = (request: Request) =>
      Response.json(
        { phone, range: request.headers.get('range') },
        { status: 201, statusText: 'Made', headers: { 'x-a': '1', 'content-length': '9' } },
      );
    const request = new Request(url, { headers: { range: 'bytes=0-1' } });
    const guest = await make('guest').wrap(handler)(request);
    expect([guest.status, guest.statusText, guest.headers.get('x-a')]).toEqual([201, 'Made', '1']);
    expect(guest.headers.get('content-length')).toBeNull();
    expect(await guest.json()).toEqual({ phone: '138****8000', range: null });
    expect(await (await make('support').wrap(handler)(request)).json()).toEqual({
      phone,
      range: null,
    });
  });

  it('gives out nothing of a handler that throws, of a body that fails or of one that was read', async () => {
    const refused: unknown[] = [];
    const { wrap } = make('guest', refused);
    const failing = new ReadableStream<Uint8Array>({
      start(controller) {
        controller.enqueue(new TextEncoder().encode(`{"phone":"${phone}`));
      },
      pull(controller) {
        controller.error(new Error(phone));
      },
    });
    const used = Response.json({ phone });
    await used.text();
    for (const handler of [
      () => {
        throw new Error(phone);
      },
      () => new Response(failing, { headers: { 'content-type': 'application/json' } }),
      () => used,
    ]) {
      const answer = await wrap(handler)(new Request(url));
      expect(answer.status).toBe(500);
      expect(await answer.text()).not.toContain('138');
    }
    expect(refused).toHaveLength(3);
  });

  it('gives lines of a stream out as they come', async () => {
    let source: ReadableStreamDefaultController<Uint8Array> | undefined;
    const body = new ReadableStream<Uint8Array>({
      start(controller) {
        source = controller;
      },
    });
    const encoder = new TextEncoder();
    source?.enqueue(encoder.encode(`{"phone":"${phone}"}\n{"pho`));
    const answer = await make('guest').wrap(
      () => new Response(body, { headers: { 'content-type': 'application/x-ndjson' } }),
    )(new Request(url));
    const reader = answer.body!.getReader();
    const decoder = new TextDecoder();
    expect(decoder.decode((await reader.read()).value)).toBe('{"phone":"138****8000"}\n');
    source?.enqueue(encoder.encode(`ne":"${phone}"}\n`));
    expect(decoder.decode((await reader.read()).value)).toBe('{"phone":"138****8000"}\n');
    source?.close();
    expect((await reader.read()).done).toBe(true);
  });

  it('ends the source where the reader goes', async () => {
    let cancelled = false;
    const body = new ReadableStream<Uint8Array>({
      pull: (controller) => controller.enqueue(new TextEncoder().encode('{"a":1}\n')),
      cancel() {
        cancelled = true;
      },
    });
    const answer = await make('guest').wrap(
      () => new Response(body, { headers: { 'content-type': 'application/x-ndjson' } }),
    )(new Request(url));
    await answer.body!.cancel();
    await expect.poll(() => cancelled).toBe(true);
  });

  it('asks once who asks, and never takes another answer for one request', async () => {
    let asked = 0;
    const protection = createResponseProtection({
      policy,
      requester: () => {
        asked += 1;
        return { role: asked === 1 ? 'guest' : 'support' };
      },
    });
    const answer = await protection.wrap(() => Response.json({ phone }))(new Request(url));
    expect(await answer.json()).toEqual({ phone: '138****8000' });
    expect(asked).toBe(1);
  });
});
