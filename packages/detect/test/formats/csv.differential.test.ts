import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cellTexts } from './documents.ts';
import { readDocument } from './read-document.ts';

const style = fc.record({
  delimiter: fc.constantFrom(',', '\t', ';', '|'),
  lineEnd: fc.constantFrom('\n', '\r\n', '\r'),
  mark: fc.boolean(),
  lastLineEnd: fc.boolean(),
  quoteAll: fc.boolean(),
});

const table = fc.integer({ min: 2, max: 6 }).chain((width) =>
  fc.record({
    header: fc.uniqueArray(cellTexts, { minLength: width, maxLength: width }),
    rows: fc.array(fc.array(cellTexts, { minLength: width, maxLength: width }), { maxLength: 12 }),
  }),
);

function writeCell(text: string, delimiter: string, quoteAll: boolean): string {
  const needsQuotes = quoteAll || text.includes(delimiter) || /["\r\n\uFEFF]/.test(text);
  return needsQuotes ? `"${text.replaceAll('"', '""')}"` : text;
}

describe('CSV beside csv-parse', () => {
  test('any table, in any style, is read as csv-parse reads it', () => {
    fc.assert(
      fc.property(
        table,
        style,
        ({ header, rows }, { delimiter, lineEnd, mark, lastLineEnd, quoteAll }) => {
          const lines = [header, ...rows].map((row) =>
            row.map((text) => writeCell(text, delimiter, quoteAll)).join(delimiter),
          );
          const text = (mark ? '\uFEFF' : '') + lines.join(lineEnd) + (lastLineEnd ? lineEnd : '');
          const theirs = parse(text, {
            bom: true,
            delimiter,
            record_delimiter: lineEnd,
          }) as string[][];
          expect(theirs).toEqual([header, ...rows]);
          const records = readDocument('csv', [text], { delimiter });
          expect(records.filter((record) => record.problem !== undefined)).toEqual([]);
          const ours = records.filter((record) => record.number > 0);
          expect(ours.map((record) => record.fields.map((field) => field.text))).toEqual(rows);
          for (const record of ours) {
            expect(record.fields.map((field) => field.name ?? '')).toEqual(header);
            const paths = record.fields.map((field) => field.path);
            expect(new Set(paths).size).toBe(paths.length);
          }
        },
      ),
      { numRuns: 1000 },
    );
  });

  test('a replaced cell is read back, and nothing else has changed', () => {
    fc.assert(
      fc.property(
        table,
        style,
        cellTexts,
        fc.nat(),
        fc.nat(),
        ({ header, rows }, options, next, r, c) => {
          fc.pre(rows.length > 0);
          const { delimiter, lineEnd, quoteAll } = options;
          const lines = [header, ...rows].map((row) =>
            row.map((text) => writeCell(text, delimiter, quoteAll)).join(delimiter),
          );
          const records = readDocument('csv', [lines.join(lineEnd)], { delimiter });
          const target = records[1 + (r % rows.length)]!;
          const field = target.fields[c % header.length]!;
          const raw =
            target.raw.slice(0, field.rawStart) +
            field.encode(next) +
            target.raw.slice(field.rawEnd);
          const text = records.map((record) => (record === target ? raw : record.raw)).join('');
          const wanted = rows.map((row) => [...row]);
          wanted[r % rows.length]![c % header.length] = next;
          expect(parse(text, { delimiter, record_delimiter: lineEnd })).toEqual([
            header,
            ...wanted,
          ]);
        },
      ),
      { numRuns: 1000 },
    );
  });
});
