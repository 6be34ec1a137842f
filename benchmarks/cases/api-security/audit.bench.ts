import { auditDescription } from '@yushu/api-security';
import type { Bench } from '../../src/bench.ts';

/** Kinds of objects in the description, each with six operations. */
const kinds = 400;

/**
 * A description of about 1.5 MB as a company of some size has one: objects that refer to each other, lists, and every twentieth kind
 * with a password in its answers.
 */
function makeDescription(): { readonly text: string; readonly flawed: readonly string[] } {
  const schemas: Record<string, object> = {};
  const paths: Record<string, object> = {};
  const flawed: string[] = [];
  const list = (name: string) => ({
    '200': {
      description: `Answers with ${name}`,
      content: { 'application/json': { schema: { $ref: `#/components/schemas/${name}` } } },
    },
    '429': { description: 'Too many requests' },
  });
  for (let kind = 0; kind < kinds; kind += 1) {
    const name = `Kind${kind}`;
    const fields = Object.fromEntries(
      Array.from({ length: 16 }, (_, field) => [
        `field${field}`,
        field % 3 === 0
          ? { type: 'integer', minimum: 0, maximum: 1000, description: 'How many there are' }
          : { type: 'string', maxLength: 80, description: 'What it is called by its owner' },
      ]),
    );
    const isFlawed = kind % 20 === 7;
    if (isFlawed) flawed.push(`/components/schemas/${name}/properties/password`);
    schemas[name] = {
      type: 'object',
      properties: {
        ...fields,
        手机号: { type: 'string', maxLength: 20 },
        next: { $ref: `#/components/schemas/Kind${(kind + 1) % 4 === 0 ? kind : kind + 1}` },
        ...(isFlawed ? { password: { type: 'string', maxLength: 80 } } : {}),
      },
    };
    const operation = (id: string, more: object = {}) => ({
      operationId: `${id}${name}`,
      description: `What ${id} does to ${name}, in a sentence or two, as descriptions have them.`,
      responses: list(name),
      ...more,
    });
    const requestBody = {
      content: { 'application/json': { schema: { $ref: `#/components/schemas/${name}` } } },
    };
    const parameters = [
      { name: 'id', in: 'path', required: true, schema: { type: 'string', format: 'uuid' } },
    ];
    paths[`/kinds${kind}`] = {
      get: operation('list'),
      post: operation('create', { requestBody }),
    };
    paths[`/kinds${kind}/{id}`] = {
      parameters,
      get: operation('read'),
      put: operation('replace', { requestBody }),
      patch: operation('change', { requestBody }),
      delete: operation('delete'),
    };
  }
  const document = {
    openapi: '3.0.3',
    info: { title: 'Kinds', version: '1' },
    servers: [{ url: 'https://api.example.com' }],
    security: [{ bearer: [] }],
    paths,
    components: { schemas, securitySchemes: { bearer: { type: 'http', scheme: 'bearer' } } },
  };
  return { text: JSON.stringify(document, undefined, 2), flawed };
}

const audit: Bench = {
  name: 'api-security.audit',
  about:
    'Auditing a description of 2,400 operations by all own rules, beside nothing but JSON.parse of it',
  prepare() {
    const { text, flawed } = makeDescription();
    return {
      work: { unit: 'byte', amount: Buffer.byteLength(text) },
      check() {
        const { model, findings } = auditDescription(text);
        if (model?.operations.length !== kinds * 6) throw new Error('operations are missing');
        const found = findings
          .filter(({ rule }) => rule.id === 'credentials-in-response')
          .map(({ pointer }) => pointer)
          .sort();
        if (JSON.stringify(found) !== JSON.stringify([...flawed].sort())) {
          throw new Error('not the passwords that were planted');
        }
        if (JSON.stringify(JSON.parse(text), undefined, 2) !== text) {
          throw new Error('the description does not come back');
        }
      },
      subjects: {
        auditDescription: () => auditDescription(text).findings.length,
        'JSON.parse, which audits nothing': () => JSON.parse(text) as unknown,
      },
    };
  },
};

/** Cases of `@yushu/api-security`. */
export const benches: readonly Bench[] = [audit];
