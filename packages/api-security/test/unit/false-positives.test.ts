import { auditDescription, createVacuumRules, ownRules, spectralRules } from '@yushu/api-security';
import { describe, expect, it } from 'vitest';

const every = [...ownRules, ...spectralRules, ...createVacuumRules()];

const rulesAt = (document: unknown, pointer: string): readonly string[] =>
  auditDescription(document, { rules: every })
    .findings.filter((finding) => finding.pointer.startsWith(pointer))
    .map(({ rule }) => rule.id);

const operation = (value: object) => ({ openapi: '3.0.3', paths: { '/a': { get: value } } });

describe('known false alarms of others', () => {
  it('does not take an example or a schema with responses for an operation (spectral-owasp 34)', () => {
    const example = { responses: { 200: { description: 'x' } }, parameters: [{ name: 1 }] };
    const document = {
      ...operation({
        responses: { default: { description: 'x', content: { 'application/json': { example } } } },
      }),
      components: { schemas: { A: { type: 'object', example, default: example } } },
    };
    expect(rulesAt(document, '/components/schemas/A/example')).toEqual([]);
    expect(rulesAt(document, '/paths/~1a/get/responses/default/content')).toEqual([]);
  });

  it('asks limits only of what comes in (spectral-owasp 46, vacuum 667)', () => {
    const document = {
      ...operation({
        responses: {
          200: {
            description: 'x',
            content: { 'application/json': { schema: { $ref: '#/components/schemas/A' } } },
          },
        },
      }),
      components: { schemas: { A: { type: 'object', properties: { a: { type: 'string' } } } } },
    };
    const own = auditDescription(document).findings.map(({ rule }) => rule.id);
    expect(own).not.toContain('string-limit');
    expect(rulesAt(document, '/components/schemas/A')).toContain('owasp:api4:2023-string-limit');
  });

  it('takes another 4XX for an answer to what is not valid (spectral-owasp 65)', () => {
    const document = operation({
      parameters: [{ name: 'a', in: 'query' }],
      responses: { 409: { description: 'x' } },
    });
    expect(auditDescription(document).findings.map(({ rule }) => rule.id)).not.toContain('no-400');
  });

  it('does not ask headers in components for CORS (spectral-owasp 71)', () => {
    const document = {
      ...operation({ responses: {} }),
      components: { headers: { 'X-Other': { schema: { type: 'string' } } } },
    };
    expect(rulesAt(document, '/components/headers').filter((id) => id.includes('cors'))).toEqual(
      [],
    );
  });

  it('lets additional properties be constrained (spectral-owasp 74)', () => {
    const document = {
      ...operation({ responses: {} }),
      components: {
        schemas: {
          A: {
            type: 'object',
            additionalProperties: { type: 'string', enum: ['a'] },
            maxProperties: 9,
          },
        },
      },
    };
    expect(
      rulesAt(document, '/components/schemas/A').filter((id) => id.startsWith('owasp:')),
    ).toEqual([]);
  });

  it('calls missing headers for limits no error (spectral-owasp 23), and two families no mistake', () => {
    const header = { schema: { type: 'integer' } };
    const document = operation({
      responses: {
        200: {
          description: 'x',
          headers: { 'RateLimit-Limit': header, 'X-RateLimit-Limit': header },
        },
      },
    });
    expect(rulesAt(document, '/paths')).not.toContain('owasp:api4:2023-rate-limit');
    const { causes } = auditDescription(operation({ responses: { 200: { description: 'x' } } }));
    expect(causes.find(({ rule }) => rule.id === 'rate-limit-headers')?.severity).toBe('info');
  });

  it.each([1, {}, null, [], true])('goes on where a parameter is named %j', (name) => {
    const document = operation({ parameters: [{ name, in: 'query', schema: name }] });
    expect(auditDescription(document, { rules: every }).model).toBeDefined();
  });

  it('knows that [{}] lets anyone in', () => {
    const document = {
      openapi: '3.0.3',
      security: [{ key: [] }],
      paths: { '/a': { post: { security: [{}] }, delete: {} } },
    };
    expect(rulesAt(document, '/paths/~1a/post')).toContain('unprotected-write');
    expect(rulesAt(document, '/paths/~1a/delete')).not.toContain('unprotected-write');
  });
});
