import { auditDescription, createDataMap, describeAudit } from '@yushu/api-security';
import { describe, expect, it } from 'vitest';

const answer = (schema: unknown) => ({
  responses: { 200: { description: 'x', content: { 'application/json': { schema } } } },
});
const person = { type: 'object', properties: { phone: { type: 'string' } } };

const outputs = (document: unknown) =>
  createDataMap(auditDescription(document)).operations.map(({ path, output }) => [
    path,
    output.map(({ name }) => name),
  ]);

describe('references', () => {
  it('lead to what stands outside of the grammar', () => {
    const document = {
      openapi: '3.1.0',
      paths: { '/a': { get: answer({ $ref: '#/x-shared/a%20b~1c' }) } },
      'x-shared': {
        'a b/c': { type: 'object', properties: { boss: { $ref: '#/x-shared/Person' } } },
        Person: person,
      },
    };
    expect(outputs(document)).toEqual([['/a', ['phone']]]);
    expect(auditDescription(document).findings.map(({ pointer }) => pointer)).toContain(
      '/x-shared/Person/properties/phone',
    );
  });

  it('lead into a part that is visited anyway, once', () => {
    const document = {
      openapi: '3.1.0',
      paths: {
        '/a': { get: answer(person) },
        '/b': {
          get: answer({
            $ref: '#/paths/~1a/get/responses/200/content/application~1json/schema',
          }),
        },
      },
    };
    expect(outputs(document)).toEqual([
      ['/a', ['phone']],
      ['/b', ['phone']],
    ]);
    const { model } = auditDescription(document);
    expect(model?.schemas.filter(({ value }) => value['type'] === 'object')).toHaveLength(1);
  });

  it('let a shared path item have the path that names it, and its own name where none does', () => {
    const document = {
      openapi: '3.1.0',
      paths: { '/people': { $ref: '#/components/pathItems/People' } },
      webhooks: { hired: { $ref: '#/components/pathItems/Hired' } },
      components: {
        pathItems: {
          People: { get: answer(person) },
          Hired: { post: answer(person) },
          Spare: { get: answer(person) },
        },
      },
    };
    expect(outputs(document).map(([path]) => path)).toEqual(['/people', 'hired', 'Spare']);
    const { model } = auditDescription(document);
    expect(model?.operations.map(({ isOutgoing }) => isOutgoing)).toEqual([false, true, false]);
  });

  it('name only the operations where the data goes the way that the rule is about', () => {
    const schema = { $ref: '#/components/schemas/User' };
    const audit = auditDescription({
      openapi: '3.1.0',
      paths: {
        '/users': {
          get: answer(schema),
          put: { requestBody: { content: { 'application/json': { schema } } } },
        },
      },
      components: {
        schemas: {
          User: {
            type: 'object',
            properties: { password: { type: 'string' }, isAdmin: { type: 'boolean' } },
          },
        },
      },
    });
    const operations = (rule: string) =>
      describeAudit(audit).causes.find((cause) => cause.rule === rule)?.operations;
    expect(operations('credentials-in-response')).toEqual(['GET /users']);
    expect(operations('mass-assignment')).toEqual(['PUT /users']);
  });
});
