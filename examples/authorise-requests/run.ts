/**
 * Who may read which file of a hospital, by rules as data; and somebody who goes through the files, noticed while it happens.
 *
 *     npx tsx --conditions=@yushu/source examples/authorise-requests/run.ts
 */
import { readFileSync } from 'node:fs';
import { createAuthoriser } from '@yushu/api-security/authorise';
import { type ApiPrincipal, createApiGuard, guardFetch } from '@yushu/api-security/guard';
import { createApiObserver } from '@yushu/api-security/observe';
import { parsePolicy } from '@yushu/core';

const rules = JSON.parse(readFileSync(new URL('rules.json', import.meta.url), 'utf8'));
const authoriser = createAuthoriser(rules);

/** The files: of whom they are, and in which ward. */
const fileOf = (id: string) => ({
  owner: `patient-${id}`,
  attributes: { ward: Number(id) % 2 === 0 ? 'east' : 'west', sealed: id === '8' },
});

let time = Date.UTC(2026, 2, 2, 9);
const guard = await createApiGuard({
  spec: {
    openapi: '3.1.0',
    paths: {
      '/patients/{id}': {
        get: {
          parameters: [{ name: 'id', in: 'path', required: true, schema: { type: 'integer' } }],
          responses: { '200': {} },
        },
      },
    },
  },
  policy: parsePolicy({ version: 1, rules: [], default: 'allow' }),
  clock: () => time,
  // What rules ask of the file is looked up for the request; a wrong answer here is a wrong decision.
  authorise: (request) =>
    authoriser.decide({ ...request, resource: fileOf(request.parameters['id'] ?? '') }),
  observer: createApiObserver({ namePrincipal: (id) => id }),
  audit: {
    async write(events) {
      for (const { reason, principal } of events) {
        if (reason === 'object-enumeration') console.log('noticed:', principal, reason);
      }
    },
  },
});

let principal: ApiPrincipal = {};
const handler = guardFetch(guard, {
  principal: () => principal,
  handler: () => new Response('{}', { headers: { 'content-type': 'application/json' } }),
});
const ask = async (path: string) =>
  (await handler(new Request(`https://example.com${path}`))).status;

const nurse = { id: 'ann', role: 'head-nurse', purpose: 'care', attributes: { ward: 'east' } };
principal = nurse;
console.log('the nurse, her ward:', await ask('/patients/2'));
console.log('another ward:', await ask('/patients/3'));
console.log('a sealed file:', await ask('/patients/8'));
principal = { ...nurse, purpose: 'research' };
console.log('for research:', await ask('/patients/2'));
principal = { id: 'patient-3', role: 'patient' };
console.log('a patient, own file:', await ask('/patients/3'));

for (const line of authoriser.explain({
  principal: nurse,
  method: 'GET',
  path: '/patients/3',
  resource: fileOf('3'),
}).lines) {
  console.log(line);
}

// A patient tries the files of others. Each is refused, and soon it is said who does so.
principal = { id: 'patient-4', role: 'patient' };
for (const id of [17, 5, 96, 41, 63, 28, 77, 31, 52, 80]) {
  time += 60_000;
  await ask(`/patients/${id}`);
}
await guard.flush();
