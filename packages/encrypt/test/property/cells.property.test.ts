import type { FieldContext } from '@yushu/core';
import { isDataSecurityError } from '@yushu/core';
import {
  createAead,
  createFieldCipher,
  type FieldValue,
  fieldAssociatedData,
  generateKeyset,
} from '@yushu/encrypt';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const cipher = createFieldCipher(createAead(generateKeyset('AES256_GCM')));

function opens(sealed: string, context: FieldContext): boolean {
  try {
    cipher.open(sealed, context);
    return true;
  } catch (error) {
    if (!isDataSecurityError(error, 'ERR_ENCRYPT_OPEN')) throw error;
    return false;
  }
}

/** Names that run into each other wherever lengths are not kept. */
const names = [undefined, '', 'a', 'ab', 'b', 'a\0b', '1'];

function* cells(): Generator<FieldContext> {
  const pick = [undefined, '', 'a', 'ab'];
  for (const tenant of [undefined, 'a']) {
    for (const table of pick) {
      for (const column of pick) {
        for (const row of [...pick, 'b']) {
          for (const part of [undefined, 0, 1]) {
            yield {
              ...(tenant !== undefined && { tenant }),
              ...(table !== undefined && { table }),
              ...(column !== undefined && { column }),
              ...(row !== undefined && { row }),
              ...(part !== undefined && { part }),
            };
          }
        }
      }
    }
  }
}

const contexts: fc.Arbitrary<FieldContext> = fc.record(
  {
    tenant: fc.constantFrom(...names.slice(1)) as fc.Arbitrary<string>,
    table: fc.string({ unit: 'binary', maxLength: 4 }),
    column: fc.constantFrom(...names.slice(1)) as fc.Arbitrary<string>,
    row: fc.string({ maxLength: 4 }),
    part: fc.nat(3),
  },
  { requiredKeys: [] },
);

describe('cells', () => {
  it('has another associated data for every place', () => {
    const places = [...cells()];
    const seen = new Set(
      places.map((place) => Buffer.from(fieldAssociatedData(place)).toString('hex')),
    );
    expect(seen.size).toBe(places.length);
    expect(places.length).toBe(480);
  });

  it('opens nothing after any two cells are swapped', () => {
    const places = [...cells()].filter((_, index) => index % 4 === 0);
    const sealed = places.map((place, index) => cipher.seal(index, place));
    for (let from = 0; from < places.length; from += 1) {
      for (let to = 0; to < places.length; to += 1) {
        expect(opens(sealed[from] as string, places[to] as FieldContext)).toBe(from === to);
      }
    }
  });

  it('binds whatever context is given', () => {
    fc.assert(
      fc.property(contexts, contexts, fc.boolean(), (one, other, row) => {
        const kind = row ? 'row' : 'field';
        const same =
          Buffer.compare(fieldAssociatedData(one, kind), fieldAssociatedData(other, kind)) === 0;
        expect(same).toBe(JSON.stringify(inOrder(one)) === JSON.stringify(inOrder(other)));
      }),
      { numRuns: 2000 },
    );
  });

  it('gives every value back as it was', () => {
    const values: fc.Arbitrary<FieldValue> = fc.oneof(
      fc.string({ unit: fc.nat(0xffff).map((unit) => String.fromCharCode(unit)) }),
      fc.double(),
      fc.bigInt(),
      fc.boolean(),
      fc.date({ noInvalidDate: false }),
      fc.uint8Array(),
      fc.jsonValue() as fc.Arbitrary<FieldValue>,
    );
    fc.assert(
      fc.property(
        values,
        contexts,
        fc.option(fc.string({ maxLength: 60 }), { nil: undefined }),
        (value, context, label) => {
          const sealed = cipher.seal(value, context, label === undefined ? {} : { label });
          expect(cipher.openLabelled(sealed, context)).toStrictEqual({ value, label });
        },
      ),
      { numRuns: 1000 },
    );
    fc.assert(
      fc.property(fc.dictionary(fc.string(), values), contexts, (row, context) => {
        const opened = cipher.openRow(cipher.sealRow(row, context), context);
        expect(opened).toStrictEqual({ ...row });
      }),
      { numRuns: 300 },
    );
  });
});

function inOrder(context: FieldContext): unknown[] {
  return [context.tenant, context.table, context.column, context.row, context.part].map(
    (part) => part ?? null,
  );
}
