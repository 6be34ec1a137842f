import { readBaseline, writeBaseline } from '@yushu/api-security';
import { auditGraphql } from '@yushu/api-security/graphql';
import { describe, expect, it } from 'vitest';

const schema = `
directive @auth on FIELD_DEFINITION
type Query { people: [Person] me: Person @auth }
type Mutation { removePerson(id: ID!): Person }
interface Account { passwordHash: String }
type Person { phone: String salary: Float @auth }
input PersonInput { name: String isAdmin: Boolean }
type Subscription { hired: Person }
`;

const found = (text: string, options = {}) =>
  auditGraphql(text, options).causes.flatMap(({ rule, findings }) =>
    findings.map(({ pointer }) => `${rule} ${pointer}`),
  );

describe('auditGraphql', () => {
  it('finds what its rules say, of interfaces too', () => {
    expect(found(schema).sort()).toEqual([
      'graphql-credential-in-output Account.passwordHash',
      'graphql-mutation-without-auth Mutation.removePerson',
      'graphql-privileged-input PersonInput.isAdmin',
      'graphql-sensitive-field-without-auth Person.phone',
      'graphql-unbounded-list Query.people',
    ]);
    expect(auditGraphql(schema).operationCount).toBe(4);
  });

  it('takes other roots from the schema definition', () => {
    const text = 'schema { query: Q mutation: M }\ntype Q { a: Int @auth }\ntype M { drop: Int }';
    expect(found(text)).toEqual(['graphql-mutation-without-auth M.drop']);
  });

  it('tells only what is new beside a baseline', () => {
    const baseline = readBaseline(writeBaseline(auditGraphql(schema)));
    const now = `${schema}\ntype Key { secretKey: String password: String }`;
    expect(found(schema, { baseline })).toEqual([]);
    expect(found(now, { baseline })).toContain('graphql-credential-in-output Key.password');
    expect(auditGraphql(now, { baseline }).ignoredCount).toBe(5);
  });

  it('takes severities, and off', () => {
    const severities = { 'graphql-unbounded-list': 'critical', 'graphql-privileged-input': 'off' };
    const [first] = auditGraphql(schema, { severities } as object).causes;
    expect([first?.rule, first?.severity]).toEqual(['graphql-unbounded-list', 'critical']);
    expect(found(schema, { severities }).join()).not.toContain('privileged');
  });

  it.each([
    [
      'above',
      'type A {\n  # yushu-ignore graphql-credential-in-output: hashed twice\n  password: String\n}',
      0,
    ],
    ['behind', 'type A {\n  password: String # yushu-ignore *: hashed twice\n  b: Int\n}', 0],
    [
      'above a description',
      'type A {\n # yushu-ignore *: hashed\n """text"""\n password: String\n}',
      0,
    ],
    [
      'for another line',
      'type A {\n  # yushu-ignore *: hashed twice\n  b: Int\n  password: String\n}',
      1,
    ],
    [
      'for another rule',
      'type A {\n  # yushu-ignore graphql-unbounded-list: x\n  password: String\n}',
      1,
    ],
    ['without a reason', 'type A {\n  # yushu-ignore *:\n  password: String\n}', 1],
    [
      'that ended',
      'type A {\n  # yushu-ignore * until 2020-01-01: later\n  password: String\n}',
      1,
    ],
    [
      'that has not ended',
      'type A {\n  # yushu-ignore * until 2999-01-01: later\n  password: String\n}',
      0,
    ],
  ])('heeds a comment %s', (_, text, count) => {
    expect(found(text)).toHaveLength(count);
  });

  it('heeds ignores of a type and of a field', () => {
    const ignore = (pointer: string) => ({ ignores: [{ rule: '*', pointer, reason: 'known' }] });
    expect(found(schema, ignore('Person')).join()).not.toContain('Person.phone');
    expect(found(schema, ignore('Person.phone')).join()).not.toContain('Person.phone');
    expect(found(schema, ignore('Per')).join()).toContain('Person.phone');
  });

  it('says where a schema is broken', () => {
    expect(auditGraphql('type A {\n  b: }').diagnostics[0]).toMatchObject({ line: 2 });
    expect(auditGraphql(`type A { b: ${'['.repeat(100_000)}`).diagnostics).toHaveLength(1);
  });
});
