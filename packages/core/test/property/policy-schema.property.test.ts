import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  contextParts,
  fpeFormats,
  listCategories,
  type PolicyDocument,
  safeParsePolicy,
} from '@yushu/core';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const schema = JSON.parse(
  readFileSync(join(import.meta.dirname, '../../policy.schema.json'), 'utf8'),
) as object;
// A strict compile refuses unknown keywords and types that contradict each other.
const validate = new Ajv2020({
  strict: true,
  strictRequired: false,
  allowUnionTypes: true,
}).compile(schema);

const text = fc.string({ minLength: 1, maxLength: 8, unit: 'grapheme' });
const oneOrMore = (item: fc.Arbitrary<string>) =>
  fc.oneof(item, fc.array(item, { minLength: 1, maxLength: 3 }));
const optional = <Value>(record: { [Key in keyof Value]: fc.Arbitrary<Value[Key]> }) =>
  fc.record(record, { requiredKeys: [] });
const nonEmpty = <Value extends object>(arbitrary: fc.Arbitrary<Value>) =>
  arbitrary.filter((value) => Object.keys(value).length > 0);

const pointer = fc
  .array(fc.constantFrom('a', '*', '**', 'a~1b', '~0', '', '0', 'ключ'), {
    minLength: 1,
    maxLength: 4,
  })
  .map((segments) => segments.map((segment) => `/${segment}`).join(''));
const category = fc.oneof(
  fc.constantFrom(...listCategories().map(({ id }) => id)),
  fc.constantFrom(
    '*',
    'secret.*',
    'id.tax.de',
    'custom.*',
    'secret.sendgrid.key',
    '*.phone',
    'custom.a.b',
  ),
);
const level = fc.oneof(
  fc.constantFrom(1, 2, 3, 4),
  fc
    .tuple(
      fc.constantFrom('', '>=', '<=', '>', '<', '='),
      fc.constantFrom('', ' '),
      fc.constantFrom('1', '2', '3', '4', 'important', 'core'),
    )
    .map((parts) => parts.join('')),
);
const count = fc.nat({ max: 40 });
const action = fc.oneof(
  fc.constantFrom('allow', 'block', 'redact'),
  optional({ with: text }).map((redact) => ({ redact })),
  fc.constantFrom({ redact: null }, { mask: null }),
  optional({ keepFirst: count, keepLast: count, with: text }).map((mask) => ({ mask })),
  fc.string({ maxLength: 5 }).map((cover) => ({ replace: { with: cover } })),
  text.map((key) => ({ pseudonym: { key } })),
  fc
    .record(
      {
        key: text,
        context: fc.oneof(
          fc.constant(null),
          fc.array(fc.constantFrom(...contextParts), { maxLength: 5 }),
        ),
      },
      { requiredKeys: ['key'] },
    )
    .map((encrypt) => ({ encrypt })),
  fc.record({ key: text, format: fc.constantFrom(...fpeFormats) }).map((fpe) => ({ fpe })),
);
const rule = fc.record(
  {
    description: text,
    match: nonEmpty(
      optional({
        category: oneOrMore(category),
        level,
        column: oneOrMore(text),
        path: oneOrMore(pointer),
        operation: oneOrMore(text),
      }),
    ),
    unless: nonEmpty(optional({ role: oneOrMore(text), purpose: oneOrMore(text) })),
    action,
  },
  { requiredKeys: ['match', 'action'] },
);
const document = fc.record(
  {
    version: fc.constant(1),
    name: text,
    description: text,
    rules: fc.array(rule, { maxLength: 4 }),
    default: action,
  },
  { requiredKeys: ['version', 'rules', 'default'] },
);

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/** Every place in a value, as the keys that lead there. */
function listPlaces(value: Json, path: readonly string[] = []): readonly (readonly string[])[] {
  const inner = typeof value === 'object' && value !== null ? Object.entries(value) : [];
  return [path, ...inner.flatMap(([key, item]) => listPlaces(item, [...path, key]))];
}

/** A copy with another value in one place; without one, with the place left out. */
function change(value: Json, [key, ...rest]: readonly string[], to: Json | undefined): Json {
  if (key === undefined) return to ?? null;
  if (Array.isArray(value)) {
    const items = value.map((item, index) =>
      String(index) === key ? change(item, rest, to) : item,
    );
    return rest.length === 0 && to === undefined
      ? items.filter((_, i) => String(i) !== key)
      : items;
  }
  const entries = Object.entries(value as { [key: string]: Json });
  return Object.fromEntries(
    entries.flatMap(([name, item]) => {
      if (name !== key) return [[name, item]];
      return rest.length === 0 && to === undefined ? [] : [[name, change(item, rest, to)]];
    }),
  );
}

/** What a person or an attacker may write in a wrong place. */
const junk: fc.Arbitrary<Json | undefined> = fc.oneof(
  fc.constantFrom<(Json | undefined)[]>(
    undefined,
    null,
    '',
    'allow',
    'block',
    'encrypt',
    0,
    1,
    -1,
    1.5,
    5,
    9007199254740992,
    true,
    [],
    {},
    [3],
    '>=3',
    '>= 3',
    ' 3',
    '>=9',
    '3 ',
    'x',
    'contact.phnoe',
    'contact',
    'contact.',
    'contact..*',
    'conact.*',
    '*',
    '*.a',
    'custom.*.b',
    'custom.',
    'id.tax.',
    'id.tax.de.x',
    'id.tax.<cc>',
    'secret.a.b',
    'secret.a\n.*',
    'date.*',
    '/a',
    '/~2',
    '~',
    ['row'],
    ['cell'],
    { mask: {} },
    { redact: {} },
    { mask: {}, redact: {} },
    { encrypt: { key: 'k', context: null } },
    { fpe: { key: 'k' } },
    { replace: { with: '' } },
    { unknown: 1 },
    { toString: 'x' },
  ),
  fc.string({ maxLength: 4 }),
  fc.integer({ min: -2, max: 6 }),
);

describe('policy.schema.json', () => {
  it('accepts every good document, as the parser does', () => {
    fc.assert(
      fc.property(document, (good) => {
        const json = JSON.parse(JSON.stringify(good)) as Json;
        expect(safeParsePolicy(json)).toMatchObject({ ok: true });
        expect(validate(json), JSON.stringify(validate.errors)).toBe(true);
      }),
      { numRuns: 400 },
    );
  });

  it('agrees with the parser on documents with one or two places changed', () => {
    const counts = { good: 0, bad: 0 };
    const choice = fc.tuple(fc.nat(), junk);
    fc.assert(
      fc.property(document, fc.array(choice, { minLength: 1, maxLength: 2 }), (good, changes) => {
        let json = JSON.parse(JSON.stringify(good)) as Json;
        for (const [at, to] of changes) {
          const places = listPlaces(json);
          json = change(json, places[at % places.length]!, to);
        }
        const parsed = safeParsePolicy(json);
        counts[parsed.ok ? 'good' : 'bad'] += 1;
        expect(validate(json), JSON.stringify({ json, parsed, errors: validate.errors })).toBe(
          parsed.ok,
        );
      }),
      { numRuns: 3000 },
    );
    // Both sides must have been tried, or the agreement says nothing.
    expect(counts.good).toBeGreaterThan(100);
    expect(counts.bad).toBeGreaterThan(1000);
  });

  it('agrees with the parser on any JSON value', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(validate(value)).toBe(safeParsePolicy(value).ok);
      }),
    );
  });

  it('gives a normal form that says the same again', () => {
    fc.assert(
      fc.property(document, (good) => {
        const first = safeParsePolicy(good);
        if (!first.ok) throw new Error('a good document was refused');
        const asDocument = (kind: { kind: string }) => {
          const { kind: name, ...fields } = kind;
          return ['allow', 'block'].includes(name) ? name : { [name]: fields };
        };
        const again = safeParsePolicy({
          ...first.policy,
          rules: first.policy.rules.map((one) => ({ ...one, action: asDocument(one.action) })),
          default: asDocument(first.policy.default),
        });
        expect(again).toEqual(first);
      }),
    );
  });

  it('names what the types name', () => {
    const sample: PolicyDocument = {
      version: 1,
      rules: [{ match: { level: '>=3' }, action: { fpe: { format: 'mobile', key: 'k' } } }],
      default: 'allow',
    };
    expect(validate(sample)).toBe(true);
    const named = (schema as { $defs: { category: { anyOf: [{ enum: string[] }] } } }).$defs
      .category;
    expect(named.anyOf[0].enum).toEqual(listCategories().map(({ id }) => id));
    for (const format of fpeFormats) {
      expect(validate({ version: 1, rules: [], default: { fpe: { format, key: 'k' } } })).toBe(
        true,
      );
    }
  });
});
