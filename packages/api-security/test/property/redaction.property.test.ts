import { createFieldTreatments, readPolicy } from '@yushu/protect';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { JsonScalar } from '../../src/guard/plan/field-action.ts';
import { ResponsePlan } from '../../src/guard/plan/response-plan.ts';
import { SchemaSpace } from '../../src/guard/plan/schema-space.ts';
import { JsonRedactor } from '../../src/guard/redact/json-redactor.ts';
import { type JsonValue, redactValue } from '../../src/guard/redact/redact-value.ts';
import { RedactionRecord } from '../../src/guard/redact/redaction-record.ts';

const numRuns = Number(process.env['YUSHU_REDACTION_RUNS'] ?? 100);

/** Names of which some are described, some sensitive, some neither; and such as trip up objects. */
const names = [
  'a',
  'b',
  'phone',
  'password',
  'note',
  'kids',
  'free',
  '__proto__',
  'constructor',
  'é"\\',
  '',
  '姓名',
];

/** What becomes of a name, said twice: as a schema below, and as this table, which is all that the oracle knows. */
const fates: Readonly<Record<string, 'keep' | 'mask' | 'drop' | 'kids' | 'free'>> = {
  a: 'keep',
  b: 'keep',
  phone: 'mask',
  password: 'drop',
  kids: 'kids',
  free: 'free',
  'é"\\': 'keep',
};

const properties = JSON.parse(
  '{"a":{},"b":{"type":"string"},"phone":{"type":"string"},"password":{"type":"string"},"é\\"\\\\":{"type":["number","null"]},' +
    '"kids":{"type":"array","items":{"$ref":"#/components/schemas/Node"}},"free":{"type":"object","additionalProperties":true}}',
) as Record<string, object>;
const spec = {
  openapi: '3.1.0',
  components: { schemas: { Node: { type: 'object', properties } } },
};

const policy = readPolicy(`
version: 1
rules: [{ match: { category: contact.phone }, action: { mask: { keepFirst: 1 } } }]
default: allow`);
const treat = await createFieldTreatments({ policy });
const space = new SchemaSpace(spec);

/** Names are no data here, whatever they look like. */
const scanned = (text: string) => (names.includes(text) ? text : `<${text.length}>`);

/** Scanning stands still here, but for what shows that it was asked. */
const createRoot = () =>
  new ResponsePlan({
    space,
    treat,
    scan: (value) => ({
      value: typeof value === 'string' ? scanned(value) : value,
      verdicts: [],
    }),
    undocumented: 'remove',
    scansDescribed: false,
    paths: { areAsked: false, maxIndex: -1 },
  }).root([
    space.nodeOf('schema', spec.components.schemas.Node, space.root, '/components/schemas', 'Node'),
  ]);

const mask = (value: JsonScalar): JsonScalar => {
  if (value === null || value === '') return value;
  const text = String(value);
  const [first = ''] = text;
  return text.length === first.length
    ? '*'.repeat([...text].length)
    : first + '*'.repeat([...text].length - 1);
};

type Oracle = 'node' | 'kids' | 'named' | 'keep' | 'mask' | 'free' | 'any' | 'maskFree';

/** The same in the simplest way: no sharing, no bytes. */
function naive(value: JsonValue, kind: Oracle): JsonValue {
  if (typeof value !== 'object' || value === null) {
    if (kind === 'mask' || kind === 'maskFree') return mask(value);
    const isSeen = kind === 'free' || kind === 'node' || kind === 'any' || kind === 'kids';
    return isSeen && typeof value === 'string' ? scanned(value) : value;
  }
  if (Array.isArray(value)) {
    // A list where none is described is taken for what it holds.
    return (value as readonly JsonValue[]).map((one) =>
      naive(one, kind === 'kids' ? 'node' : kind),
    );
  }
  const entries: [string, JsonValue][] = [];
  for (const [key, one] of Object.entries(value as Record<string, JsonValue>)) {
    if (kind === 'node') {
      const fate = Object.hasOwn(fates, key) ? fates[key] : undefined;
      if (fate === undefined || fate === 'drop') continue;
      entries.push([
        key,
        fate === 'kids'
          ? naive(one, 'kids')
          : key === 'a'
            ? naive(one, 'any')
            : naive(one, fate as Oracle),
      ]);
    } else if (kind === 'free' || kind === 'any' || kind === 'maskFree' || kind === 'named') {
      if (key === 'password') continue;
      const isMasked = key === 'phone' || (kind === 'maskFree' && key !== '姓名');
      entries.push([key, naive(one, isMasked ? 'maskFree' : key === '姓名' ? 'named' : 'free')]);
    }
    // Members of what is described as no object are not described.
  }
  return Object.fromEntries(entries);
}

const json = fc.letrec<{ value: JsonValue; map: JsonValue }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'medium', withCrossShrink: true },
    fc.oneof(
      fc.string({ unit: 'binary', maxLength: 8 }),
      fc.integer(),
      fc.double({ noNaN: true, noDefaultInfinity: true }),
      fc.boolean(),
      fc.constant(null),
    ),
    fc.array(tie('value'), { maxLength: 4 }),
    tie('map'),
  ),
  map: fc
    .array(fc.tuple(fc.constantFrom(...names), tie('value')), { maxLength: 6 })
    .map((entries) => Object.fromEntries(entries)),
})).value;

/** Text of a value with space, escapes and doubled names as writers may choose them. */
const written = (value: JsonValue, seed: number): string => {
  let state = seed;
  const next = (of: number) => {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0;
    return (state >>> 16) % of;
  };
  const gap = () => ['', '', '', ' ', '\n\t', '\r\n  '][next(6)]!;
  const text = (one: string) =>
    next(3) === 0
      ? `"${[...Array(one.length).keys()].map((at) => `\\u${one.charCodeAt(at).toString(16).padStart(4, '0')}`).join('')}"`
      : JSON.stringify(one);
  const write = (one: JsonValue): string => {
    if (typeof one === 'string') return text(one);
    if (typeof one !== 'object' || one === null) return JSON.stringify(one);
    if (Array.isArray(one))
      return `[${gap()}${(one as JsonValue[]).map(write).join(`${gap()},${gap()}`)}${gap()}]`;
    const members = Object.entries(one).map(
      ([key, below]) => `${text(key)}${gap()}:${gap()}${write(below)}`,
    );
    return `{${gap()}${members.join(`${gap()},${gap()}`)}${gap()}}`;
  };
  return gap() + write(value) + gap();
};

const encoder = new TextEncoder();
const options = { maxDepth: 100, maxTokenBytes: 1 << 20 };

function stream(text: Uint8Array, cuts: readonly number[], lines = false) {
  const record = new RedactionRecord(10_000);
  const redactor = new JsonRedactor(createRoot(), record, { ...options, lines });
  const out: Uint8Array[] = [];
  let at = 0;
  for (const cut of [
    ...cuts.map((cut) => cut % (text.length + 1)).sort((a, b) => a - b),
    text.length,
  ]) {
    out.push(redactor.push(text.slice(at, cut)));
    at = cut;
  }
  out.push(redactor.end());
  return { text: new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(out)), record };
}

const cuts = fc.oneof(
  fc.array(fc.nat(), { maxLength: 8 }),
  fc.constant(Array.from({ length: 600 }, (_, at) => at)),
);

describe('redaction', () => {
  it('of bytes is that of values is that of the simplest way, for any JSON and any cut', () => {
    fc.assert(
      fc.property(json, fc.nat(), cuts, (value, seed, at) => {
        const expected = naive(JSON.parse(JSON.stringify(value)) as JsonValue, 'node');
        const record = new RedactionRecord(10_000);
        const before = JSON.stringify(value);
        const parsed = redactValue(JSON.parse(before) as JsonValue, createRoot(), record, 100);
        expect(parsed).toEqual(expected);
        const { text, record: streamed } = stream(encoder.encode(written(value, seed)), at);
        expect(JSON.parse(text)).toEqual(expected);
        expect(streamed.redactions).toEqual(record.redactions);
        expect(streamed.records).toBe(record.records);
        expect(streamed.sensitive()).toEqual(record.sensitive());
        expect([...streamed.undocumented].sort()).toEqual([...record.undocumented].sort());
      }),
      { numRuns },
    );
  });

  it('gives the same bytes however they are cut', () => {
    fc.assert(
      fc.property(json, fc.nat(), cuts, (value, seed, at) => {
        const text = encoder.encode(written(value, seed));
        expect(stream(text, at).text).toBe(stream(text, []).text);
      }),
      { numRuns },
    );
  });

  it('does not change what was given, and shares what stays', () => {
    fc.assert(
      fc.property(json, (value) => {
        const copy = JSON.stringify(value);
        const given = JSON.parse(copy) as JsonValue;
        const shown = redactValue(given, createRoot(), new RedactionRecord(0), 100);
        expect(JSON.stringify(given)).toBe(copy);
        if (JSON.stringify(shown) === copy) expect(shown).toBe(given);
      }),
      { numRuns },
    );
  });

  it('lets no value out that it takes out', () => {
    const secret = 'Zq7-never-out';
    const planted = json.map((value) => {
      const plant = (one: JsonValue): JsonValue => {
        if (typeof one !== 'object' || one === null) return one;
        if (Array.isArray(one)) return (one as JsonValue[]).map(plant);
        const entries = Object.entries(one).map(([key, below]): [string, JsonValue] => [
          key,
          plant(below),
        ]);
        return Object.fromEntries([
          ...entries,
          ['password', [secret, { deep: secret }]],
          ['unknown', secret],
        ]);
      };
      return { kids: [plant(value)], password: secret, phone: { text: secret } };
    });
    fc.assert(
      fc.property(planted, fc.nat(), cuts, (value, seed, at) => {
        const text = JSON.stringify(
          JSON.parse(stream(encoder.encode(written(value as JsonValue, seed)), at).text),
        );
        expect(text).not.toContain(secret);
      }),
      { numRuns: numRuns / 4 },
    );
  });

  it('refuses what is no JSON, exactly where JSON.parse does', () => {
    const broken = fc
      .tuple(
        json,
        fc.nat(),
        fc.nat(),
        fc.constantFrom(
          '',
          '"',
          '{',
          ']',
          ',',
          ':',
          '\\',
          '\u0000',
          '0',
          'e',
          '-',
          '.',
          'tru',
          '\u007f',
          '\u00e9',
        ),
      )
      .map(([value, seed, at, piece]) => {
        const text = written(value, seed);
        const place = at % (text.length + 1);
        // Cut between whole characters: bytes that are no text have a test of their own.
        return (
          text.slice(0, place).replace(/[\ud800-\udbff]$/, '') +
          piece +
          text.slice(place + (at % 3)).replace(/^[\udc00-\udfff]/, '')
        );
      });
    const isJson = (text: string) => {
      try {
        JSON.parse(text);
        return true;
      } catch {
        return false;
      }
    };
    fc.assert(
      fc.property(broken, cuts, (text, at) => {
        const run = () => stream(encoder.encode(text), at);
        if (isJson(text)) run();
        else expect(run).toThrow(expect.objectContaining({ code: 'ERR_API_SECURITY_BODY' }));
      }),
      { numRuns: numRuns * 2 },
    );
  });

  it('refuses bytes that are no UTF-8, exactly where a decoder does', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 6 }), cuts, (bytes, at) => {
        const around = [
          encoder.encode('{"b":"'),
          bytes.filter((byte) => byte >= 0x80),
          encoder.encode('"}'),
        ];
        const text = Buffer.concat(around);
        let isText = true;
        try {
          new TextDecoder('utf-8', { fatal: true }).decode(text);
        } catch {
          isText = false;
        }
        if (isText) stream(text, at);
        else expect(() => stream(text, at)).toThrow();
      }),
      { numRuns: numRuns * 2 },
    );
  });

  it('of lines is that of each line', () => {
    fc.assert(
      fc.property(fc.array(json, { maxLength: 5 }), fc.boolean(), cuts, (values, ends, at) => {
        const text = values.map((value) => JSON.stringify(value)).join('\n') + (ends ? '\n' : '');
        const { text: out, record } = stream(encoder.encode(text), at, true);
        const shown = out
          .split('\n')
          .filter((line) => line !== '')
          .map((line) => JSON.parse(line) as JsonValue);
        expect(shown).toEqual(
          values.map((value) => naive(JSON.parse(JSON.stringify(value)) as JsonValue, 'node')),
        );
        expect(record.records).toBe(values.length);
      }),
      { numRuns: numRuns / 2 },
    );
  });
});

describe('limits', () => {
  const run = (text: string, more: Partial<typeof options>, cut: number) => {
    const redactor = new JsonRedactor(createRoot(), new RedactionRecord(0), {
      ...options,
      ...more,
    });
    const bytes = encoder.encode(text);
    for (let at = 0; at < bytes.length; at += cut) redactor.push(bytes.subarray(at, at + cut));
    redactor.end();
  };

  it.each([1, 7, 1 << 20])('hold for any cut: %i', (cut) => {
    expect(() => run('['.repeat(11), { maxDepth: 10 }, cut)).toThrow(/deep/);
    expect(() => run(`{"phone":"${'1'.repeat(100)}"}`, { maxTokenBytes: 64 }, cut)).toThrow(/long/);
    expect(() => run(`{"${'k'.repeat(100)}":1}`, { maxTokenBytes: 64 }, cut)).toThrow(/long/);
    expect(() => run(`{"b":"x",${' '.repeat(100)}"a":1}`, { maxTokenBytes: 64 }, cut)).toThrow(
      /long/,
    );
    expect(() => run(`[${'1'.repeat(100)}]`, { maxTokenBytes: 64 }, cut)).toThrow(/long/);
    // Texts on which nothing is done are never held.
    expect(() => run(`{"b":"${'x'.repeat(1000)}"}`, { maxTokenBytes: 64 }, cut)).not.toThrow();
  });

  it('keep what was refused refused', () => {
    const redactor = new JsonRedactor(createRoot(), new RedactionRecord(0), options);
    expect(() => redactor.push(encoder.encode('}'))).toThrow();
    expect(() => redactor.push(encoder.encode('{}'))).toThrow();
    expect(() => redactor.end()).toThrow();
  });
});
