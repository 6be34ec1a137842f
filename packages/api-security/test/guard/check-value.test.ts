import Ajv from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkValue } from '../../src/guard/check/check-value.ts';
import { compilePattern } from '../../src/guard/check/compile-pattern.ts';
import { formatTests } from '../../src/guard/check/formats.ts';
import { SchemaSpace } from '../../src/guard/plan/schema-space.ts';

const check = (schema: object, value: unknown, more: { refusesUndeclared?: boolean } = {}) => {
  const space = new SchemaSpace({ openapi: '3.1.0' });
  return checkValue(value, space.nodeOf('schema', schema as never, space.root, '', 'schema'), {
    space,
    place: 'body',
    direction: 'request',
    refusesUndeclared: false,
    maxDepth: 64,
    ...more,
  });
};

// Not `__proto__`, which Ajv takes for there where it is not.
const key = fc.constantFrom('a', 'b', 'c');
const small = fc.integer({ min: 0, max: 4 });
const leaf = fc.oneof(
  fc.constantFrom('', 'a', 'ab', 'abc', '号', '😀'),
  fc.integer({ min: -3, max: 6 }),
  fc.boolean(),
  fc.constant(null),
  fc.constantFrom(0.5, 1.5),
);
const { value } = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    leaf,
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(key, tie('value'), { maxKeys: 3 }),
  ),
}));
const { schema } = fc.letrec<{ schema: object }>((tie) => ({
  schema: fc
    .oneof(
      { depthSize: 'small' },
      fc.record({
        type: fc.constantFrom(
          'string',
          'integer',
          'number',
          'boolean',
          'null',
          'array',
          'object',
          ['string', 'null'],
          ['integer', 'array'],
        ),
      }),
      fc.record({ minLength: small, maxLength: small }, { requiredKeys: [] }),
      fc.record(
        {
          minimum: small,
          maximum: small,
          exclusiveMinimum: small,
          exclusiveMaximum: small,
          multipleOf: fc.constantFrom(1, 2, 0.5),
        },
        { requiredKeys: [] },
      ),
      fc.record({ pattern: fc.constantFrom('^a', 'b$', '^[a-c]+$', '^.$') }),
      fc.record({ enum: fc.array(value, { minLength: 1, maxLength: 3 }) }),
      fc.record({ const: value }),
      fc.record(
        { items: tie('schema'), minItems: small, maxItems: small, uniqueItems: fc.boolean() },
        { requiredKeys: [] },
      ),
      fc.record(
        {
          prefixItems: fc.array(tie('schema'), { minLength: 1, maxLength: 2 }),
          items: tie('schema'),
        },
        { requiredKeys: ['prefixItems'] },
      ),
      fc.record(
        {
          properties: fc.dictionary(key, tie('schema'), { maxKeys: 3 }),
          additionalProperties: fc.oneof(fc.boolean(), tie('schema')),
          required: fc.uniqueArray(key, { maxLength: 2 }),
        },
        { requiredKeys: [] },
      ),
      fc.record(
        {
          patternProperties: fc.dictionary(fc.constantFrom('^a', 'b|c'), tie('schema'), {
            maxKeys: 2,
          }),
          minProperties: small,
          maxProperties: small,
        },
        { requiredKeys: [] },
      ),
      fc.record({
        dependentRequired: fc.dictionary(key, fc.uniqueArray(key, { maxLength: 2 }), {
          maxKeys: 2,
        }),
      }),
      fc.record({ allOf: fc.array(tie('schema'), { minLength: 1, maxLength: 2 }) }),
      fc.record({ anyOf: fc.array(tie('schema'), { minLength: 1, maxLength: 2 }) }),
      fc.record({ oneOf: fc.array(tie('schema'), { minLength: 1, maxLength: 3 }) }),
      fc.record({ not: tie('schema') }),
      fc.record(
        // biome-ignore lint/suspicious/noThenProperty: it is a keyword of JSON Schema.
        { if: tie('schema'), then: tie('schema'), else: tie('schema') },
        { requiredKeys: ['if'] },
      ),
    )
    .map((one) => one as object),
}));

/** What a peer says, or nothing where its own code fails. */
function saysOf(ask: () => unknown): boolean | undefined {
  try {
    return ask() === true;
  } catch (error) {
    if (error instanceof TypeError) return undefined;
    throw error;
  }
}

describe('checkValue', () => {
  it('says of any value and schema what Ajv says', () => {
    const ajv = new Ajv.Ajv2020({ strict: false, validateSchema: false });
    fc.assert(
      fc.property(
        fc.tuple(schema, schema).map(([one, other]) => ({ ...one, ...other })),
        value,
        (one, given) => {
          // As a description and a body come.
          const [wanted, body] = JSON.parse(JSON.stringify([one, given])) as [object, unknown];
          const peer = saysOf(() => ajv.validate(wanted, body));
          // What Ajv itself stumbles over (patternProperties beside anyOf in 8.20) says nothing.
          fc.pre(peer !== undefined);
          expect(check(wanted, body).length === 0).toBe(peer);
        },
      ),
      { numRuns: Number(process.env['YUSHU_SCHEMA_RUNS'] ?? 500) },
    );
  });

  it('never says what a value is', () => {
    const secret = 'Zq7-never-out';
    const found = check(
      {
        type: 'object',
        properties: { a: { type: 'integer' }, b: { enum: ['x'] }, c: { maxLength: 3 } },
        additionalProperties: false,
        propertyNames: {},
      },
      { a: secret, b: secret, c: secret, [secret]: 1 },
    );
    expect(found.map(({ rule }) => rule).sort()).toEqual([
      'additionalProperties',
      'enum',
      'maxLength',
      'type',
    ]);
    expect(JSON.stringify(found)).not.toContain('Zq7');
  });

  it('knows the dialects of OpenAPI 3.0', () => {
    expect(check({ type: 'string', nullable: true }, null)).toEqual([]);
    expect(check({ minimum: 1, exclusiveMinimum: true }, 1)).toHaveLength(1);
    expect(check({ type: 'integer', format: 'int32' }, 2 ** 31)).toHaveLength(1);
  });

  it('refuses undeclared members wherever a description does not leave them open', () => {
    const strict = { refusesUndeclared: true };
    const base = { properties: { a: {} } };
    const both = { allOf: [base, { properties: { b: {} } }] };
    expect(check(both, { a: 1, b: 2 }, strict)).toEqual([]);
    expect(check(both, { a: 1, x: 2 }, strict)).toEqual([
      { in: 'body', at: '/*', rule: 'additionalProperties' },
    ]);
    expect(check({ ...base, additionalProperties: true }, { x: 2 }, strict)).toEqual([]);
    expect(check({ type: 'object' }, { x: 2 }, strict)).toEqual([]);
    expect(check({ items: base }, [{ x: 2 }], strict)).toHaveLength(1);
  });

  it('ends on schemas that lead in circles, and on alternatives without end', () => {
    const space = new SchemaSpace({
      openapi: '3.1.0',
      components: {
        schemas: {
          Loop: { allOf: [{ $ref: '#/components/schemas/Loop' }] },
          Fan: {
            anyOf: Array.from({ length: 30 }, () => ({
              items: { $ref: '#/components/schemas/Fan' },
              type: 'array',
              maxItems: 1,
              minItems: 1,
            })),
          },
        },
      },
    });
    const options = {
      space,
      place: 'body',
      direction: 'request',
      refusesUndeclared: true,
      maxDepth: 64,
    } as const;
    const at = (name: string) =>
      space.nodeOf('schema', { $ref: `#/components/schemas/${name}` }, space.root, '', name);
    expect(checkValue({}, at('Loop'), options).length).toBeGreaterThan(0);
    let nested: unknown = 'end';
    for (let depth = 0; depth < 30; depth += 1) nested = [nested];
    expect(checkValue(nested, at('Fan'), options).length).toBeGreaterThan(0);
  });
});

describe('patterns and formats', () => {
  it('run in linear time, or not at all', () => {
    expect(compilePattern('^(a+)+$')?.(`${'a'.repeat(50_000)}!`)).toBe(false);
    expect(compilePattern('(?=a)b')).toBeUndefined();
    expect(compilePattern('(')).toBeUndefined();
  });

  it.each([
    ['date', '2024-02-29', true],
    ['date', '2023-02-29', false],
    ['date', '2024-13-01', false],
    ['date-time', '2024-01-01T00:00:00Z', true],
    ['date-time', '2024-01-01T24:00:00Z', false],
    ['date-time', '2024-01-01', false],
    ['email', 'a@example.com', true],
    ['email', 'a@@example.com', false],
    ['uuid', '123e4567-e89b-12d3-a456-426614174000', true],
    ['uuid', '123e4567', false],
    ['ipv4', '192.0.2.255', true],
    ['ipv4', '192.0.2.256', false],
    ['ipv6', '2001:db8::1', true],
    ['ipv6', '2001:db8::1::2', false],
    ['uri', 'https://example.com/a', true],
    ['uri', 'no uri', false],
  ])('%s: %s is %s', (format, text, holds) => expect(formatTests[format]!(text)).toBe(holds));
});
