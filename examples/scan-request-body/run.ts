/**
 * A server that looks into what it is sent: a body with credentials is refused, everything else is counted by category. The
 * answer names categories and places, never values.
 *
 *     npx tsx --conditions=@yushu/source examples/scan-request-body/run.ts
 */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { compareLevels, describeCategory } from '@yushu/core';
import { createScanner } from '@yushu/detect';

const scanner = createScanner();

const server = createServer(async (request, response) => {
  const send = (status: number, body: unknown) =>
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  let body: unknown;
  try {
    body = JSON.parse(await text(request));
  } catch {
    send(400, { error: 'not JSON' });
    return;
  }
  const findings = scanner.scanValue(body);
  const secrets = findings.filter(({ category }) => category.startsWith('secret.'));
  if (secrets.length > 0) {
    send(422, {
      error: 'credentials',
      at: secrets.map(({ path, category }) => `${path} ${category}`),
    });
    return;
  }
  const categories = [...new Set(findings.map(({ category }) => category))].sort();
  const highest = categories
    .map((id) => describeCategory(id).level)
    .sort(compareLevels)
    .at(-1);
  send(200, { categories, ...(highest === undefined ? {} : { level: highest }) });
});

await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
const { port } = server.address() as AddressInfo;

for (const body of [
  { order: '20261120100213004211', amount: 128.5 },
  { contact: { name: '张伟', mobile: '138 0013 8000' }, idCard: '11010519491231002X' },
  { note: 'use postgres://app:Tr0ub4dor3x@db.internal.example.com:5432/shop for now' },
]) {
  const answer = await fetch(`http://127.0.0.1:${port}/`, {
    method: 'POST',
    body: JSON.stringify(body),
  });
  console.log(answer.status, await answer.text());
}
server.close();
