import {
  auditSource,
  bundleDescription,
  createDataMap,
  describeAudit,
  renderAuditSarif,
  renderAuditTable,
} from '@yushu/api-security';
import { describe, expect, it } from 'vitest';

const openapi = `openapi: 3.1.0
paths:
  /users/{id}:
    $ref: paths/user.yaml
components:
  schemas:
    Error: { type: object, properties: { password: { type: string } } }
`;

const files: Readonly<Record<string, string>> = {
  'file:///api/paths/user.yaml': `get:
  responses:
    '200':
      content:
        application/json:
          schema:
            $ref: '../schemas/用户 a%b.json#/User'
    default:
      content: { application/json: { schema: { $ref: '../openapi.yaml#/components/schemas/Error' } } }
`,
  'file:///api/schemas/%E7%94%A8%E6%88%B7%20a%25b.json': `{
  "User": { "type": "object", "properties": { "phone": { "type": "string" }, "boss": { "$ref": "#/User" } } }
}`,
};

const bundle = (text: string, more: Readonly<Record<string, string>> = {}, maxDocuments?: number) =>
  bundleDescription('file:///api/openapi.yaml', text, {
    read: async (uri) => ({ ...files, ...more })[uri],
    ...(maxDocuments === undefined ? {} : { maxDocuments }),
  });

describe('bundleDescription', () => {
  it('follows references from file to file, back, and in circles', async () => {
    const text = openapi.replace('a%b', 'a%25b');
    const audit = auditSource(
      await bundle(text, {
        'file:///api/paths/user.yaml': files['file:///api/paths/user.yaml']!.replace(
          'a%b',
          'a%25b',
        ),
      }),
    );
    expect(audit.diagnostics).toEqual([]);
    const [operation] = createDataMap(audit).operations;
    expect([operation?.method, operation?.path]).toEqual(['get', '/users/{id}']);
    expect(operation?.output.map(({ name }) => name).sort()).toEqual(['password', 'phone']);
  });

  it('names places with the document they are in, in every report', async () => {
    const audit = auditSource(
      await bundle(openapi, {
        'file:///api/paths/user.yaml': files['file:///api/paths/user.yaml']!.replace(
          '用户 a%b.json',
          'user.json',
        ),
        'file:///api/schemas/user.json':
          '{\n "User": {"properties": {"password": {"type": "string"}}}}',
      }),
      { minSeverity: 'critical' },
    );
    const report = describeAudit(audit);
    expect(
      report.causes.flatMap(({ findings }) =>
        findings.map(({ document, pointer, line }) => [document, pointer, line]),
      ),
    ).toEqual([
      [undefined, '/components/schemas/Error/properties/password', 7],
      ['schemas/user.json', '/User/properties/password', 2],
    ]);
    expect(renderAuditTable(report, { name: 'api.yaml' })).toContain(
      'schemas/user.json:2:26  /User/properties/password',
    );
    const sarif = renderAuditSarif(report, { uri: 'specs/v1/openapi.yaml', version: '1' });
    expect(sarif).toContain('"uri": "specs/v1/schemas/user.json"');
  });

  it('leaves what may not be read, and says so', async () => {
    const source = await bundle(`openapi: 3.1.0
paths: { /a: { get: { responses: { '200': { $ref: 'https://example.com/a.yaml#/x' } } } } }
`);
    expect(auditSource(source).diagnostics.map(({ code }) => code)).toEqual(['external-reference']);
  });

  it('tells where a further document is broken', async () => {
    const source = await bundle(openapi, { 'file:///api/paths/user.yaml': 'get: [1, {' });
    const [first] = auditSource(source).diagnostics;
    expect([first?.code, first?.document, first?.line]).toEqual(['syntax', 'paths/user.yaml', 1]);
  });

  it('stops at the number of documents that it is given', async () => {
    const endless = Object.fromEntries(
      Array.from({ length: 50 }, (_, at) => [`file:///api/${at}.yaml`, `$ref: ${at + 1}.yaml\n`]),
    );
    const text = "openapi: 3.1.0\npaths: { /a: { $ref: '0.yaml' } }\n";
    const asked: string[] = [];
    await bundleDescription('file:///api/openapi.yaml', text, {
      read: async (uri) => {
        asked.push(uri);
        return endless[uri];
      },
      maxDocuments: 20,
    });
    expect(asked).toHaveLength(20);
  });

  it('takes circular aliases of a further document beside JSON', async () => {
    const source = await bundle('{"openapi":"3.1.0","paths":{"/a":{"$ref":"a.yaml"}}}', {
      'file:///api/a.yaml': `get:
  responses:
    '200': { content: { application/json: { schema: &a { type: object, properties: { token: *a } } } } }
`,
    });
    expect(auditSource(source).model?.operations).toHaveLength(1);
  });
});
