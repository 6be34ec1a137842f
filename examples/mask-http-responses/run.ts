/**
 * A server that knows nothing of masking, and one line before it: each reader gets what the policy says, as the body streams.
 *
 *     npx tsx --conditions=@yushu/source examples/mask-http-responses/run.ts
 */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { readPolicy } from '@yushu/protect';
import { protectServerResponses } from '@yushu/protect/node';

const policy = readPolicy(`
version: 1
rules:
  - match: { category: contact.phone }
    unless: { role: support, purpose: service }
    action: { mask: { keepFirst: 3, keepLast: 4 } }
  - match: { category: "id.*" }
    unless: { role: auditor }
    action: { mask: { keepFirst: 4, keepLast: 2 } }
  - match: { category: "secret.*" }
    action: block
default: allow
`);

// Where role and purpose come from is your sign-in's business; headers stand for it here.
const protect = protectServerResponses({
  policy,
  requester: ({ headers }) => ({
    role: String(headers['x-role']),
    purpose: String(headers['x-purpose']),
  }),
});

const customer = { id: 7, name: '张伟', mobile: '13800138000', idCard: '11010519491231002X' };
const bodies: Record<string, [type: string, body: string]> = {
  '/customer': ['application/json', JSON.stringify(customer)],
  '/export': ['text/csv', `name,mobile\n${customer.name},${customer.mobile}`],
  '/keys': ['application/json', '{"key":"AKIAQYLPMN5HHHFPZAM2"}'],
  '/page': ['text/html', `<p>${customer.mobile}</p>`],
};

const server = createServer((request, response) =>
  protect(request, response, () => {
    const [type, body] = bodies[request.url ?? '']!;
    // Packed or not, in one piece or many: what goes out is protected.
    response.writeHead(200, { 'content-type': type, 'content-encoding': 'gzip', etag: '"1"' });
    response.end(gzipSync(body));
  }),
);

await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
const { port } = server.address() as AddressInfo;
for (const [path, role, purpose] of [
  ['/customer', 'guest', 'service'],
  ['/customer', 'support', 'service'],
  ['/customer', 'support', 'marketing'],
  ['/customer', 'auditor', 'audit'],
  ['/export', 'guest', 'service'],
  ['/keys', 'auditor', 'audit'],
  ['/page', 'support', 'service'],
] as const) {
  const headers = { 'x-role': role, 'x-purpose': purpose };
  const answer = await fetch(`http://127.0.0.1:${port}${path}`, { headers });
  console.log(`${path} ${role}, ${purpose}: ${answer.status} ${await answer.text()}`);
}
server.close();
