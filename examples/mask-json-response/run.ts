/**
 * One handler, several readers: what a caller gets to see is the policy's word, not the handler's.
 *
 *     npx tsx --conditions=@yushu/source examples/mask-json-response/run.ts
 */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createPipeline, type Pipeline, readPolicy } from '@yushu/protect';

const policy = readPolicy(`
version: 1
rules:
  - match: { category: "id.*" }
    unless: { role: auditor }
    action: { mask: { keepFirst: 4, keepLast: 2 } }
  - match: { category: contact.phone }
    unless: { role: [auditor, support] }
    action: { mask: { keepFirst: 3, keepLast: 4 } }
  - match: { column: name }
    unless: { role: [auditor, support] }
    action: { mask: { keepFirst: 1 } }
default: allow
`);

// Where a caller's role comes from is your sign-in's business; a header stands for it here.
const pipelines = new Map<string, Pipeline>();
for (const role of ['auditor', 'support', 'guest']) {
  pipelines.set(role, await createPipeline({ policy, role, operation: 'GET /customers/7' }));
}

const customer = { id: 7, name: '张伟', mobile: '13800138000', idCard: '11010519491231002X' };

const server = createServer((request, response) => {
  const role = String(request.headers['x-role']);
  const pipeline = pipelines.get(role) ?? pipelines.get('guest')!;
  const { value } = pipeline.record(customer);
  response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(value));
});

await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
const { port } = server.address() as AddressInfo;
for (const role of pipelines.keys()) {
  const answer = await fetch(`http://127.0.0.1:${port}/customers/7`, {
    headers: { 'x-role': role },
  });
  console.log(role.padEnd(8), await answer.text());
}
server.close();
