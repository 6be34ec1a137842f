import {
  type ApiGuard,
  type BodyRedactor,
  createApiGuard,
  type JsonValue,
} from '@yushu/api-security/guard';
import { parsePolicy } from '@yushu/core';
import fastJsonPatch from 'fast-json-patch';
import type { Bench } from '../../src/bench.ts';

/** A list of customers as APIs have them, with a number in each that is taken out. */
function makeBody(records: number) {
  return {
    items: Array.from({ length: records }, (_, index) => ({
      id: 100_000 + index,
      title: `Order number ${index}`,
      city: 'Hangzhou',
      status: 'active',
      createdAt: '2026-01-02T03:04:05Z',
      amount: 12.5 * index,
      currency: 'CNY',
      phone: `1380013${1000 + (index % 9000)}`,
      note: 'A short note that customers leave behind, of no further interest',
      isActive: index % 2 === 0,
    })),
    total: records,
  };
}

const text = { type: 'string' };
const spec = {
  openapi: '3.1.0',
  paths: {
    '/orders': {
      get: {
        responses: {
          '200': {
            content: {
              'application/json': {
                schema: {
                  type: 'object',
                  properties: {
                    items: {
                      type: 'array',
                      items: {
                        type: 'object',
                        properties: {
                          id: { type: 'integer' },
                          title: text,
                          city: text,
                          status: text,
                          createdAt: text,
                          amount: { type: 'number' },
                          currency: text,
                          phone: text,
                          note: text,
                          isActive: { type: 'boolean' },
                        },
                      },
                    },
                    total: { type: 'integer' },
                  },
                },
              },
            },
          },
        },
      },
    },
  },
};

const createGuard = (action: 'block' | object) =>
  createApiGuard({
    spec,
    policy: parsePolicy({
      version: 1,
      rules: [{ match: { category: 'contact.phone' }, action: action as 'block' }],
      default: 'allow',
    }),
  });

async function begin(guard: ApiGuard) {
  const { exchange } = await guard.begin({
    method: 'GET',
    target: '/orders',
    headerOf: () => undefined,
    principal: {},
  });
  return exchange;
}

async function createRedactor(guard: ApiGuard): Promise<BodyRedactor> {
  const headers = new Headers({ 'content-type': 'application/json' });
  const treatment = await (await begin(guard)).respond({ status: 200, headers }, true);
  if (treatment.kind !== 'redact' || treatment.redactor === undefined)
    throw new Error('no redactor');
  return treatment.redactor;
}

const withoutPhones = (body: ReturnType<typeof makeBody>) => ({
  ...body,
  items: body.items.map(({ phone: _, ...rest }) => rest),
});

function assertEqual(one: unknown, other: unknown): void {
  if (JSON.stringify(one) !== JSON.stringify(other)) throw new Error('not what it should be');
}

const parsed: Bench = {
  name: 'api-security.redact-parsed',
  about:
    'Taking a number out of each record of a parsed 36 kB body, beside fast-json-patch doing it',
  async prepare() {
    const body = makeBody(142);
    const exchange = await begin(await createGuard('block'));
    const patch = body.items.map((_, index) => ({
      op: 'remove' as const,
      path: `/items/${index}/phone`,
    }));
    const value = body as unknown as JsonValue;
    const redact = await exchange.compileRedaction();
    const serialised = JSON.stringify(body);
    return {
      work: { unit: 'op', amount: 1 },
      check() {
        assertEqual(redact(value), withoutPhones(body));
        assertEqual(
          fastJsonPatch.applyPatch(body, patch, false, false).newDocument,
          withoutPhones(body),
        );
        assertEqual(makeBody(142), body);
      },
      subjects: {
        redact: () => redact(value),
        'fast-json-patch': () => fastJsonPatch.applyPatch(body, patch, false, false).newDocument,
        'fast-json-patch, validating': () =>
          fastJsonPatch.applyPatch(body, patch, true, false).newDocument,
        'JSON.parse, which redacts nothing': () => JSON.parse(serialised) as unknown,
      },
    };
  },
};

const masked: Bench = {
  name: 'api-security.mask-parsed',
  about:
    'Masking a number in each record of a parsed 36 kB body, beside fast-json-patch with the masked values at hand',
  async prepare() {
    const body = makeBody(142);
    const exchange = await begin(await createGuard({ mask: { keepFirst: 3, keepLast: 4 } }));
    const redact = await exchange.compileRedaction();
    const cover = (phone: string) => `${phone.slice(0, 3)}****${phone.slice(7)}`;
    const patch = body.items.map(({ phone }, index) => ({
      op: 'replace' as const,
      path: `/items/${index}/phone`,
      value: cover(phone),
    }));
    const expected = {
      ...body,
      items: body.items.map((item) => ({ ...item, phone: cover(item.phone) })),
    };
    const value = body as unknown as JsonValue;
    return {
      work: { unit: 'op', amount: 1 },
      check() {
        assertEqual(redact(value), expected);
        assertEqual(fastJsonPatch.applyPatch(body, patch, false, false).newDocument, expected);
      },
      subjects: {
        redact: () => redact(value),
        'fast-json-patch, which masks nothing itself': () =>
          fastJsonPatch.applyPatch(body, patch, false, false).newDocument,
      },
    };
  },
};

const streamed: Bench = {
  name: 'api-security.redact-bytes',
  about:
    'Taking a number out of each record of 2.6 MB in chunks of 64 kB, beside JSON.parse and JSON.stringify of the same',
  async prepare() {
    const body = makeBody(10_000);
    const serialised = JSON.stringify(body);
    const bytes = new TextEncoder().encode(serialised);
    const guard = await createGuard('block');
    const exchange = await begin(guard);
    const open = await exchange.compileByteRedaction();
    const run = (redactor: BodyRedactor) => {
      const out: Uint8Array[] = [];
      for (let at = 0; at < bytes.length; at += 65_536)
        out.push(redactor.push(bytes.subarray(at, at + 65_536)));
      out.push(redactor.end());
      return out;
    };
    return {
      work: { unit: 'byte', amount: bytes.length },
      async check() {
        const expected = JSON.stringify(withoutPhones(body));
        for (const redactor of [open(), await createRedactor(guard)]) {
          assertEqual(Buffer.concat(run(redactor)).toString(), expected);
        }
      },
      subjects: {
        JsonRedactor: () => run(open()),
        'JSON.parse and JSON.stringify, which redact nothing': () =>
          JSON.stringify(JSON.parse(serialised)),
        'JSON.parse, which redacts nothing': () => JSON.parse(serialised) as unknown,
      },
    };
  },
};

/** Cases of `@yushu/api-security/guard`. */
export const benches: readonly Bench[] = [parsed, masked, streamed];
