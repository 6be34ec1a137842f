import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { run } from '../scan/command.ts';
import { useDescriptions } from './fixture.ts';

const place = useDescriptions();

const spread = `openapi: 3.1.0
paths:
  /me: { get: { responses: { '200': { content: { application/json: { schema: { $ref: 'schemas/me.yaml#/Me' } } } } } } }
  /it: { get: { responses: { '200': { content: { application/json: { schema: { $ref: '../outside.yaml#/It' } } } } } } }
  /ln: { get: { responses: { '200': { content: { application/json: { schema: { $ref: 'link.yaml#/It' } } } } } } }
`;
const secret = (name: string) => `${name}: { properties: { password: { type: string } } }\n`;

async function write(): Promise<string> {
  const folder = place.path('spread');
  await mkdir(join(folder, 'schemas'), { recursive: true });
  await writeFile(join(folder, 'api.yaml'), spread);
  await writeFile(join(folder, 'schemas/me.yaml'), secret('Me'));
  await writeFile(place.path('outside.yaml'), secret('It'));
  await symlink('../outside.yaml', join(folder, 'link.yaml')).catch(() => undefined);
  return join(folder, 'api.yaml');
}

test('--refs follows $refs to files below the folder, and no further, links included', async () => {
  const path = await write();
  const unread = await run(['api', 'audit', path]);
  expect(unread.out).not.toContain('credentials-in-response');
  expect(unread.out.match(/leads out of the document/g)).toHaveLength(3);
  const { code, out, err } = await run(['api', 'audit', path, '--refs']);
  expect([code, err]).toEqual([0, '']);
  expect(out).toContain('schemas/me.yaml:1:21  /Me/properties/password');
  expect(out.match(/credentials-in-response/g)).toHaveLength(1);
  expect(out.match(/leads out of the document/g)).toHaveLength(2);
});

test('--refs FOLDER allows more', async () => {
  const path = await write();
  const { out } = await run(['api', 'audit', path, '--refs', place.path('.'), '-f', 'json']);
  expect(out.match(/"document": "\.\.\/outside\.yaml"/g)).toHaveLength(1);
  const map = await run(['api', 'map', path, '--refs', place.path('.'), '-f', 'json']);
  expect(map.out).toContain('"password"');
  const missing = await run(['api', 'audit', path, '--refs', place.path('nowhere')]);
  expect(missing.code).toBe(3);
  expect(missing.err).toContain('nowhere');
});

test('GraphQL takes baselines and severities as others do', async () => {
  const schema = await place.write(
    's.graphql',
    'type Query { a: Int }\ntype A { password: String }\n',
  );
  const baseline = place.path('s.baseline.json');
  const first = await run(['api', 'audit', schema, '--write-baseline', baseline]);
  expect(first.out).toContain('graphql-credential-in-output');
  const again = await run(['api', 'audit', schema, '--baseline', baseline, '--fail-on', 'info']);
  expect([again.code, again.out]).toEqual([0, expect.stringContaining('nothing found, 2 ignored')]);
  const config = await place.write('c.yaml', 'rules: { graphql-credential-in-output: off }\n');
  const off = await run(['api', 'audit', schema, '--config', config]);
  expect(off.out).not.toContain('graphql-credential-in-output');
});
