/**
 * A guard before an API: requests are held to its description, and each reader sees of a response what the policy lets them see.
 *
 *     npx tsx --conditions=@yushu/source examples/guard-an-api/run.ts
 *
 * For Express, Fastify and Koa see `@yushu/api-security/guard/node`; `guardHono` is beside `guardFetch`.
 */
import { createApiGuard, guardFetch } from '@yushu/api-security/guard';
import { readPolicy } from '@yushu/protect';

const spec = `
openapi: 3.1.0
paths:
  /customers/{id}:
    parameters: [{ name: id, in: path, required: true, schema: { type: integer } }]
    get:
      responses:
        '200': { content: { application/json: { schema: { $ref: '#/components/schemas/Customer' } } } }
    patch:
      requestBody: { content: { application/json: { schema: { $ref: '#/components/schemas/Customer' } } } }
      responses: { '204': {} }
components:
  schemas:
    Customer:
      type: object
      properties:
        name: { type: string, maxLength: 40 }
        手机号: { type: string }
        password: { type: string, writeOnly: true }
`;
const policy = readPolicy(`
version: 1
rules:
  - match: { category: contact.phone }
    unless: { role: support, purpose: callback }
    action: { mask: { keepFirst: 3, keepLast: 4 } }
default: allow
`);

const guard = await createApiGuard({
  spec,
  policy,
  authorise: ({ method, principal }) => ({
    allowed: method === 'GET' || principal.role === 'support',
  }),
  onRedaction: (patch) =>
    console.log('  taken out:', patch.map(({ op, path }) => `${op} ${path}`).join(', ')),
});

// The handler hands out what its database holds: more than the description has.
const row = { name: '张三', 手机号: '13800138000', password: 'hunter2', salary: 9000 };
const api = guardFetch(guard, {
  // In your server: what your sign-in has established.
  principal: ({ headers }) => ({ role: headers.get('x-role') ?? 'guest', purpose: 'callback' }),
  handler: ({ method }) =>
    method === 'GET' ? Response.json(row) : new Response(null, { status: 204 }),
});

const call = async (method: string, path: string, role: string, body?: object) => {
  const response = await api(
    new Request(`https://example.com${path}`, {
      method,
      headers: { 'x-role': role, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    }),
  );
  console.log(`${role} ${method} ${path}: ${response.status} ${await response.text()}`);
};

await call('GET', '/customers/7', 'guest');
await call('GET', '/customers/7', 'support');
await call('PATCH', '/customers/7', 'guest', { name: '李四' });
await call('PATCH', '/customers/7', 'support', { name: '李四', isAdmin: true });
await call('GET', '/customers/seven', 'guest');
await call('GET', '/debug/heap', 'guest');
