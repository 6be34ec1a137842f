import { documentFormats } from '@yushu/detect/formats';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { brokenDocuments } from './documents.ts';
import { cut, describeRecord, readDocument } from './read-document.ts';

const cuts = fc.array(fc.nat(2000), { maxLength: 8 });

/** Line and column of an offset, counted the slow way. */
function locateLine(text: string, offset: number): [number, number] {
  const lines = text.slice(0, offset).split(/\r\n|\r|\n/);
  const afterCr = text[offset - 1] === '\r' && text[offset] === '\n';
  return afterCr ? [lines.length, 1] : [lines.length, lines.at(-1)!.length + 1];
}

describe.each(documentFormats)('any document read as %s', (format) => {
  const document = brokenDocuments[format];

  test('loses no character, and says where each record stands', () => {
    fc.assert(
      fc.property(document, (text) => {
        const records = readDocument(format, [text]);
        expect(records.map((record) => record.raw).join('')).toBe(text);
        let offset = 0;
        for (const record of records) {
          expect(record.start).toBe(offset);
          expect([record.line, record.column]).toEqual(locateLine(text, offset));
          offset += record.raw.length;
          if (record.problem === undefined) continue;
          expect(record.fields).toEqual([]);
          expect(record.problem.line).toBeGreaterThanOrEqual(record.line);
        }
      }),
      { numRuns: 600 },
    );
  });

  test('gives the same records for any chunking', () => {
    fc.assert(
      fc.property(document, cuts, (text, positions) => {
        const whole = readDocument(format, [text]).map(describeRecord);
        expect(readDocument(format, cut(text, positions)).map(describeRecord)).toEqual(whole);
        expect(
          readDocument(
            format,
            [...text].flatMap((c) => c.split('')),
          ).map(describeRecord),
        ).toEqual(whole);
      }),
      { numRuns: 600 },
    );
  });

  test('gives fields that stand where they say, in order, and whose characters can be found', () => {
    fc.assert(
      fc.property(document, (text) => {
        for (const record of readDocument(format, [text])) {
          let before = 0;
          for (const field of record.fields) {
            expect(field.rawStart).toBeGreaterThanOrEqual(before);
            expect(field.rawEnd).toBeLessThanOrEqual(record.raw.length);
            before = field.rawEnd;
            let place = field.rawStart;
            for (let offset = 0; offset <= field.text.length; offset += 1) {
              const next = field.locate(offset);
              expect(next).toBeGreaterThanOrEqual(place);
              expect(next).toBeLessThanOrEqual(field.rawEnd);
              place = next;
            }
            // Asked backwards, it says the same.
            expect(field.locate(0)).toBeLessThanOrEqual(field.locate(field.text.length));
            expect(field.encode(field.text)).toBeTypeOf('string');
          }
        }
      }),
      { numRuns: 300 },
    );
  });

  test('numbers data records from 1 without a gap, and others 0', () => {
    fc.assert(
      fc.property(document, (text) => {
        const numbers = readDocument(format, [text]).map((record) => record.number);
        const counted = numbers.filter((number) => number > 0);
        expect(counted).toEqual(counted.map((_, index) => index + 1));
        if (format === 'json') expect(counted).toEqual([]);
      }),
    );
  });

  test('keeps its promises with records that are too long', () => {
    fc.assert(
      fc.property(document, fc.integer({ min: 20, max: 200 }), cuts, (text, times, positions) => {
        const long = text.repeat(times);
        const options = { maxRecordLength: 1024 };
        const records = readDocument(format, [long], options);
        expect(records.map((record) => record.raw).join('')).toBe(long);
        for (const record of records) expect(record.raw.length).toBeLessThanOrEqual(1024);
        const again = readDocument(
          format,
          cut(
            long,
            positions.map((at) => at * 37),
          ),
          options,
        );
        expect(again.map(describeRecord)).toEqual(records.map(describeRecord));
      }),
      { numRuns: 200 },
    );
  });
});
