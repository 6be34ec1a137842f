import type { SecurityEvent } from '@yushu/core';
import { readPolicy } from '@yushu/protect';
import type { ApiPrincipal, ExchangeFacts, Redaction, Refusal } from '../../src/guard/index.ts';

const customer = {
  type: 'object',
  required: ['name'],
  properties: {
    id: { type: 'integer', readOnly: true },
    name: { type: 'string', maxLength: 40 },
    phone: { type: 'string', pattern: '^1\\d{10}$' },
    password: { type: 'string', writeOnly: true },
    apiKey: { type: 'string' },
    salary: { type: 'number', minimum: 0 },
    remark: { type: 'string' },
    friends: { type: 'array', items: { $ref: '#/components/schemas/Customer' } },
    extra: { type: 'object', additionalProperties: true },
  },
};

const json = (schema: object) => ({ 'application/json': { schema } });
const one = { $ref: '#/components/schemas/Customer' };

/** A description that has what guards must tell apart. */
export const spec = {
  openapi: '3.1.0',
  info: { title: 'Customers', version: '1' },
  servers: [{ url: 'https://api.example.com/v1' }],
  paths: {
    '/customers': {
      get: {
        parameters: [
          { name: 'limit', in: 'query', schema: { type: 'integer', maximum: 100 } },
          {
            name: 'tag',
            in: 'query',
            schema: { type: 'array', items: { type: 'string', enum: ['a', 'b'] } },
          },
        ],
        responses: {
          '200': {
            content: {
              ...json({ type: 'array', items: one }),
              'application/x-ndjson': { schema: one },
              'text/event-stream': { schema: one },
              'text/csv': {},
              'image/png': {},
            },
          },
        },
      },
      post: {
        requestBody: { required: true, content: json(one) },
        responses: { '201': { content: json(one) }, '204': {} },
      },
    },
    '/customers/{id}': {
      parameters: [{ name: 'id', in: 'path', required: true, schema: { type: 'integer' } }],
      get: { responses: { '200': { content: json(one) }, '304': {} } },
      delete: { responses: { '204': {} } },
    },
  },
  components: { schemas: { Customer: customer } },
};

export const policy = readPolicy(`
version: 1
rules:
  - match: { category: contact.phone }
    unless: { role: support }
    action: { mask: { keepFirst: 3, keepLast: 4 } }
  - match: { column: salary }
    unless: { role: payroll }
    action: block
default: allow`);

/** A customer as a careless handler takes it from its database. */
export const row = {
  id: 7,
  name: 'Ann',
  phone: '13800138000',
  password: 'p4ssw0rd-in-clear',
  apiKey: 'k3y-that-must-stay',
  salary: 91234,
  passwordHash: 'x9y8z7',
  friends: [{ id: 8, name: 'Bob', phone: '13900139000', note: 'not described' }],
  extra: { about: 'call 13700137000' },
};

/** The same, as a guest may see it. */
export const shown = {
  id: 7,
  name: 'Ann',
  phone: '138****8000',
  friends: [{ id: 8, name: 'Bob', phone: '139****9000' }],
  extra: { about: 'call 137****7000' },
};

/** What must not be in any answer to a guest. */
export const secrets = [
  '13800138000',
  'p4ssw0rd',
  'k3y-that',
  '91234',
  'x9y8z7',
  '13900139000',
  '13700137000',
  'not described',
];

/** Collects what a guard tells. */
export function createListener() {
  const events: SecurityEvent[] = [];
  const exchanges: ExchangeFacts[] = [];
  const refusals: Refusal[] = [];
  const redactions: Redaction[] = [];
  return {
    events,
    exchanges,
    refusals,
    redactions,
    options: {
      audit: {
        write: (batch: readonly SecurityEvent[]) => {
          events.push(...batch);
          return Promise.resolve();
        },
      },
      observer: {
        observe: (exchange: ExchangeFacts) => {
          exchanges.push(exchange);
          return [];
        },
      },
      onRefusal: (refusal: Refusal) => void refusals.push(refusal),
      onRedaction: (list: readonly Redaction[]) => void redactions.push(...list),
    },
  };
}

/** Who asks, by a header: for tests only. */
export const principalOf = (role: string | null | undefined): ApiPrincipal =>
  role === null || role === undefined ? { id: 'guest-1' } : { id: `${role}-1`, role };
