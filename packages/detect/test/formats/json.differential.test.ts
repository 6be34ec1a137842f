import { appendPointer, parsePointer } from '@yushu/core';
import type { DocumentRecord } from '@yushu/detect/formats';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { brokenDocuments, cellTexts } from './documents.ts';
import { readDocument } from './read-document.ts';

type Leaf = readonly [path: string, kind: string, text: string];

/** The leaves of a value as `JSON.parse` gives it, in order. */
function listLeaves(value: unknown, path = ''): Leaf[] {
  if (Array.isArray(value)) return value.flatMap((item, i) => listLeaves(item, `${path}/${i}`));
  if (typeof value === 'object' && value !== null) {
    return Object.entries(value).flatMap(([key, item]) =>
      listLeaves(item, appendPointer(path, key)),
    );
  }
  if (typeof value === 'string') return [[path, 'string', value]];
  const kind = value === null ? 'null' : (typeof value as 'number' | 'boolean');
  return [[path, kind, kind === 'number' ? String(value) : JSON.stringify(value)]];
}

function leavesOf(records: readonly DocumentRecord[]): Leaf[] {
  return records
    .flatMap((record) => record.fields)
    .filter((field) => field.kind !== 'key')
    .map(({ path, kind, text }) => [path, kind, kind === 'number' ? String(Number(text)) : text]);
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** A blank document holds nothing to look at, which is no error here and one for `JSON.parse`. */
function isBlank(text: string): boolean {
  return /^[ \t\r\n]*$/.test(text);
}

// Keys that look like indexes come first in JavaScript's objects, whatever their order in the text.
const key = fc
  .string({ unit: 'binary', maxLength: 6 })
  .filter((name) => !/^\d+$/.test(name) && name !== '__proto__');
const { value } = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 5 },
    cellTexts,
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.boolean(),
    fc.constant(null),
    fc.array(tie('value'), { maxLength: 5 }),
    fc.dictionary(key, tie('value'), { maxKeys: 5, noNullPrototype: true }),
  ),
}));

/** Ways to write the same value. */
const writing = fc.record({ indent: fc.constantFrom(0, 1, '\t'), ascii: fc.boolean() });

function write(
  item: unknown,
  { indent, ascii }: { indent: string | number; ascii: boolean },
): string {
  const text = JSON.stringify(item, null, indent);
  if (!ascii) return text;
  return text.replace(/[^\0-\x7F]/g, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

describe('JSON beside JSON.parse', () => {
  test('any value gives the same leaves, texts and paths', () => {
    fc.assert(
      fc.property(value, writing, (item, how) => {
        const text = write(item, how);
        const records = readDocument('json', [text]);
        expect(records.every((record) => record.problem === undefined)).toBe(true);
        expect(leavesOf(records)).toEqual(listLeaves(JSON.parse(text)));
      }),
      { numRuns: 1500 },
    );
  });

  test('any text is accepted or refused alike', () => {
    fc.assert(
      fc.property(brokenDocuments.json, (text) => {
        fc.pre(!text.startsWith('\uFEFF') && !isBlank(text));
        const ok = readDocument('json', [text]).every((record) => record.problem === undefined);
        expect(ok).toBe(isJson(text));
      }),
      { numRuns: 5000 },
    );
  });

  test('one changed character of a valid text is accepted or refused alike', () => {
    const change = fc.constantFrom(...'{}[]",:\\0123.eE+-tfnu x\t\u0000\u001f');
    fc.assert(
      fc.property(value, writing, fc.nat(), fc.option(change, { nil: '' }), (item, how, at, c) => {
        const text = write(item, how);
        const place = at % (text.length + 1);
        const changed = text.slice(0, place) + c + text.slice(place + 1);
        fc.pre(!isBlank(changed));
        const records = readDocument('json', [changed]);
        const ok = records.every((record) => record.problem === undefined);
        expect(ok).toBe(isJson(changed));
        if (ok) return;
        const [line] = readDocument('ndjson', [`${changed.replaceAll('\n', ' ')}\n1\n`]);
        expect(line?.problem === undefined).toBe(isJson(changed.replaceAll('\n', ' ')));
      }),
      { numRuns: 4000 },
    );
  });

  test('a replaced field is read back, and nothing else has changed', () => {
    fc.assert(
      fc.property(value, writing, cellTexts, fc.nat(), (item, how, next, pick) => {
        const records = readDocument('json', [write(item, how)]);
        const [record] = records;
        const fields = record!.fields.filter((field) => field.kind !== 'key');
        fc.pre(fields.length > 0);
        const field = fields[pick % fields.length]!;
        const { raw } = record!;
        const text = raw.slice(0, field.rawStart) + field.encode(next) + raw.slice(field.rawEnd);
        const wanted = leavesOf(records).map(([path, kind, old]) =>
          path === field.path ? next : kind === 'number' ? String(Number(old)) : old,
        );
        const after = readDocument('json', [text])
          .flatMap((one) => one.fields)
          .filter((one) => one.kind !== 'key');
        expect(
          after.map((one) =>
            one.text.replace(/^.*$/s, (t) =>
              one.kind === 'number' && one.path !== field.path ? String(Number(t)) : t,
            ),
          ),
        ).toEqual(wanted);
      }),
      { numRuns: 1000 },
    );
  });

  test('every character of a text is found at its escape', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.boolean(), (text, ascii) => {
        const [record] = readDocument('ndjson', [write([text], { indent: 0, ascii })]);
        const field = record!.fields[0]!;
        for (let at = 0; at < text.length; at += 1) {
          const unit = record!.raw.slice(field.locate(at), field.locate(at + 1));
          expect(JSON.parse(`"${unit}"`)).toBe(text[at]);
        }
      }),
    );
  });

  test('paths are pointers into the value', () => {
    fc.assert(
      fc.property(value, (item) => {
        const parsed: unknown = JSON.parse(JSON.stringify(item));
        for (const field of readDocument('ndjson', [JSON.stringify(item)])[0]!.fields) {
          let at = parsed;
          for (const segment of parsePointer(field.path))
            at = (at as Record<string, unknown>)[segment];
          if (field.kind === 'string') expect(at).toBe(field.text);
          else if (field.kind === 'key')
            expect(field.path.endsWith(appendPointer('', field.text))).toBe(true);
          else expect(String(at)).toBe(String(JSON.parse(field.text)));
        }
      }),
    );
  });
});
