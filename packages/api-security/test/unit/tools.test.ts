import {
  auditDescription,
  compareDescriptions,
  compareTraffic,
  createCustomRules,
  fixDescription,
  readBaseline,
  readSpectralConfig,
  readTraffic,
  writeBaseline,
} from '@yushu/api-security';
import { auditGraphql } from '@yushu/api-security/graphql';
import { describe, expect, it } from 'vitest';

const spec = `openapi: 3.0.3 # first
servers:
  - url: http://api.example.com # plain
security: [{ key: [] }]
paths:
  /users:
    post:
      requestBody:
        content:
          application/json:
            schema:
              type: object
              properties:
                nick: { type: string } # no limit
                id: { type: string, format: uuid }
      responses: { 200: { description: ok } }
  /others:
    post:
      requestBody:
        content:
          application/json:
            schema:
              type: object
              properties:
                nick: { type: string, maxLength: 40 }
      responses: { 200: { description: ok } }
components:
  securitySchemes: { key: { type: apiKey, in: header, name: X-Key } }
`;

describe('fixes', () => {
  it('keep the comments of a list whose members are taken out', () => {
    const text = `swagger: '2.0'
schemes:
  # old clients
  - http
  # all others
  - https # since 2019
  - ws # chat
paths: {}
`;
    const fixed = fixDescription(text);
    expect(fixed.text).toBe(`swagger: '2.0'
schemes:
  # old clients
  # all others
  - https # since 2019
paths: {}
`);
    expect(fixed.overlay.actions.map(({ remove }) => remove)).toEqual([true, true]);
    const all = fixDescription("swagger: '2.0'\nschemes: [http, ws]\npaths: {}\n", {
      includeReview: true,
    });
    expect(all.value).toMatchObject({ schemes: ['https'] });
  });

  it('take values from fields of the same name and keep comments', () => {
    const { text, fixes, after, before } = fixDescription(spec, { includeReview: true });
    expect(fixes.map(({ rule }) => rule)).toContain('string-limit');
    expect(text).toContain('maxLength: 40 } # no limit');
    expect(text).toContain('url: https://api.example.com # plain');
    expect(after.findings.length).toBeLessThan(before.findings.length);
    expect(fixDescription(text, { includeReview: true }).text).toBe(text);
  });

  it('are written as an overlay', () => {
    const { overlay } = fixDescription(spec, { includeReview: true });
    expect(overlay.actions).toContainEqual({
      target: "$['servers'][0]",
      update: { url: 'https://api.example.com' },
    });
  });
});

describe('what is accepted', () => {
  it('stands in a baseline', () => {
    const baseline = readBaseline(writeBaseline(auditDescription(spec)));
    const again = auditDescription(spec.replace('/users:', '/members:'), { baseline });
    expect(again.findings.every(({ pointer }) => pointer.includes('members'))).toBe(true);
    expect(again.ignored.length).toBeGreaterThan(0);
  });

  it('needs a reason, and ends', () => {
    const ignore = { rule: 'owasp:api8:2023-no-server-http', reason: 'inside a mesh' };
    const rules = (ignores: object[]) =>
      auditDescription(spec, { ignores: ignores as never, today: '2026-11-23' }).findings.map(
        ({ rule }) => rule.id,
      );
    expect(rules([ignore])).not.toContain('http-server');
    expect(rules([{ ...ignore, reason: ' ' }])).toContain('http-server');
    expect(rules([{ ...ignore, until: '2026-11-22' }])).toContain('http-server');
    expect(rules([{ ...ignore, until: '2026-11-23' }])).not.toContain('http-server');
  });

  it('stands in the document', () => {
    const text = spec.replace(
      '  - url: http',
      '  - x-yushu-ignore: [{ rule: http-server, reason: inside }]\n    url: http',
    );
    expect(auditDescription(text).findings.map(({ rule }) => rule.id)).not.toContain('http-server');
  });

  it('comes from a Spectral configuration', () => {
    const severities = readSpectralConfig(
      'rules:\n  owasp:api8:2023-no-server-http: off\n  owasp:api4:2023-string-limit: { severity: error }\n',
    );
    const { causes } = auditDescription(spec, { severities });
    expect(causes.map(({ rule }) => rule.id)).not.toContain('http-server');
    expect(causes.find(({ rule }) => rule.id === 'string-limit')?.severity).toBe('high');
  });
});

describe('rules of users', () => {
  it('are refused where they cannot be read or would hang', () => {
    const make = (given: string, pattern: string) => () =>
      createCustomRules(`[{ id: x, given: '${given}', then: { pattern: '${pattern}' } }]`);
    const code = expect.objectContaining({ code: 'ERR_API_SECURITY_RULES' });
    expect(make('$[', 'a')).toThrow(code);
    expect(make('$', '(a+)+$')).toThrow(code);
    expect(make('$', '(')).toThrow(code);
  });
});

describe('drift', () => {
  it('tells weaker security and new graded fields', () => {
    const after = spec
      .replace('  /users:\n    post:', '  /users:\n    post:\n      security: []')
      .replace(
        '{ description: ok }',
        '{ description: ok, content: { application/json: { schema: { type: object, properties: { phone: { type: string } } } } } }',
      );
    const kinds = compareDescriptions(auditDescription(spec), auditDescription(after)).map(
      ({ kind, operation }) => `${kind} ${operation}`,
    );
    expect(kinds[0]).toBe('security-weakened POST /users');
    expect(kinds).toContain('graded-field-added POST /users');
  });

  it('finds what traffic shows, without its values', () => {
    const har = {
      log: {
        entries: [
          {
            request: {
              method: 'POST',
              url: 'http://api.example.com/users',
              postData: { text: '{"nick":"a","isAdmin":true}' },
            },
            response: { status: 201, content: { text: '{}' } },
          },
          { request: { method: 'GET', url: 'http://api.example.com/internal/13800138000/dump' } },
        ],
      },
    };
    const drift = compareTraffic(auditDescription(spec), readTraffic(JSON.stringify(har)));
    expect(drift.map(({ kind, operation }) => `${kind} ${operation}`)).toEqual([
      'shadow-operation GET /internal/{}/dump',
      'undocumented-field POST /users',
      'undocumented-status POST /users',
      'unused-operation POST /others',
    ]);
    expect(JSON.stringify(drift)).not.toContain('13800138000');
  });

  it('reads Postman collections', () => {
    const collection = {
      item: [
        {
          item: [
            {
              request: { method: 'GET', url: { raw: '{{base}}/users?page=1' } },
              response: [{ code: 200, body: '[]' }],
            },
          ],
        },
      ],
    };
    expect(readTraffic(JSON.stringify(collection))).toMatchObject([
      { method: 'get', path: '/users', status: 200 },
    ]);
    expect(() => readTraffic('{}')).toThrow(
      expect.objectContaining({ code: 'ERR_API_SECURITY_TRAFFIC' }),
    );
  });
});

describe('GraphQL', () => {
  it('is looked at field by field', () => {
    const { causes } = auditGraphql(`directive @auth on FIELD_DEFINITION
type Query { users: [User!]! people(first: Int): [User!]! }
type Mutation { deleteUser(id: ID!): Boolean login(name: String): String rename: Boolean @auth }
type User { id: ID! phone: String passwordHash: String email: String @auth ssn: String }
input UserInput { role: String }`);
    const told = causes.map(
      ({ rule, findings }) => `${rule} ${findings.map(({ pointer }) => pointer).join(' ')}`,
    );
    expect(told).toEqual([
      'graphql-credential-in-output User.passwordHash',
      'graphql-mutation-without-auth Mutation.deleteUser',
      'graphql-sensitive-field-without-auth User.phone',
      'graphql-sensitive-field-without-auth User.ssn',
      'graphql-privileged-input UserInput.role',
      'graphql-unbounded-list Query.users',
    ]);
  });
});

describe('AsyncAPI', () => {
  it('is looked at for servers, addresses and messages', () => {
    const { causes } = auditDescription({
      asyncapi: '3.0.0',
      servers: { main: { host: 'broker', protocol: 'mqtt' } },
      channels: {
        user: {
          address: 'user/{phone}',
          parameters: { phone: {} },
          messages: {
            m: { payload: { type: 'object', properties: { password: { type: 'string' } } } },
          },
        },
      },
      operations: { out: { action: 'send', channel: { $ref: '#/channels/user' } } },
    });
    const ids = causes.map(({ rule }) => rule.id);
    expect(ids).toContain('message-without-security');
    expect(ids).toContain('personal-data-in-address');
    expect(ids).toContain('credentials-in-response');
  });
});
