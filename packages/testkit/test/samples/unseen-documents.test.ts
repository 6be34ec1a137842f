import { describe, expect, test } from 'vitest';
import { fifthCleanTemplates } from '../../src/data/fifth-clean-templates.ts';
import { fifthDivisions } from '../../src/data/fifth-document-lists.ts';
import { fifthTemplates } from '../../src/data/fifth-document-templates.ts';
import { fourthCleanTemplates } from '../../src/data/fourth-clean-templates.ts';
import { fourthDivisions } from '../../src/data/fourth-document-lists.ts';
import { fourthTemplates } from '../../src/data/fourth-document-templates.ts';
import { sixthCleanTemplates } from '../../src/data/sixth-clean-templates.ts';
import { sixthDivisions } from '../../src/data/sixth-document-lists.ts';
import { sixthTemplates } from '../../src/data/sixth-document-templates.ts';
import { fifthMarkedSlots } from '../../src/documents/fifth-values.ts';
import { fourthMarkedSlots } from '../../src/documents/fourth-values.ts';
import { makeDocuments } from '../../src/documents/make-documents.ts';
import { sixthMarkedSlots } from '../../src/documents/sixth-values.ts';
import { luhnCheck, residentCheck } from '../../src/samples/sample-numbers.ts';

const bare = (value: string) => value.replace(/[^0-9A-Za-z]/g, '');
const remainder = (digits: string, modulus: bigint) => BigInt(digits) % modulus;

const sets = [
  {
    set: 'fourth',
    filled: fourthTemplates,
    clean: fourthCleanTemplates,
    slots: fourthMarkedSlots,
    divisions: fourthDivisions,
    fewest: { genres: 24, clean: 20 },
  },
  {
    set: 'fifth',
    filled: fifthTemplates,
    clean: fifthCleanTemplates,
    slots: fifthMarkedSlots,
    divisions: fifthDivisions,
    fewest: { genres: 20, clean: 25 },
  },
  {
    set: 'sixth',
    filled: sixthTemplates,
    clean: sixthCleanTemplates,
    slots: sixthMarkedSlots,
    divisions: sixthDivisions,
    fewest: { genres: 14, clean: 20 },
  },
] as const;

describe.each(sets)('the $set set', ({ set, filled, clean, slots, divisions, fewest }) => {
  const documents = makeDocuments({ set, seed: 7, perTemplate: 12 });
  const values = documents.flatMap(({ text, spans }) =>
    spans.map(({ category, start, end }) => ({ category, value: text.slice(start, end) })),
  );
  const of = (category: string) =>
    values.filter((one) => one.category === category).map(({ value }) => value);

  describe('labels', () => {
    test('stand in order, within the text, and never overlap or begin or end with space', () => {
      for (const { id, text, spans } of documents) {
        let last = 0;
        for (const { start, end } of spans) {
          expect(start, id).toBeGreaterThanOrEqual(last);
          expect(end, id).toBeGreaterThan(start);
          expect(text.slice(start, end).trim(), id).toBe(text.slice(start, end));
          last = end;
        }
        expect(last, id).toBeLessThanOrEqual(text.length);
      }
    });

    test('are those of the slots, in the order of the template, and none in clean documents', () => {
      const templates = [...filled, ...clean];
      for (const { id, genre, spans } of documents) {
        const { text } = templates[Number(id.split('-')[1])]!;
        const wanted = [...text.matchAll(/\{([a-z]+)(?::[a-z])?\}/g)].flatMap(([, slot]) => {
          const marked = slots[slot!];
          return marked === undefined ? [] : [marked[0]];
        });
        expect(
          spans.map(({ category }) => category),
          id,
        ).toEqual(wanted);
        expect(spans.length === 0, id).toBe(genre === 'clean');
      }
    });

    test('leave no slot unfilled and no value undefined', () => {
      const left = documents.filter(({ text }) =>
        /\{[a-z]+(?::[a-z])?\}|undefined(?! \()/.test(text),
      );
      expect(left.map(({ id }) => id)).toEqual([]);
    });

    test('cover every other place of a value: what is labelled once is labelled everywhere', () => {
      for (const { id, text, spans } of documents) {
        for (const { start, end } of spans) {
          const value = text.slice(start, end);
          // Short values may stand within longer ones by chance.
          if (value.length < 6) continue;
          for (let at = text.indexOf(value); at >= 0; at = text.indexOf(value, at + 1)) {
            const covered = spans.some((one) => one.start <= at && at + value.length <= one.end);
            expect(covered, `${id}: ${at}`).toBe(true);
          }
        }
      }
    });
  });

  describe('templates', () => {
    test('has many genres of three templates or more, and many clean templates', () => {
      const genres = new Map<string, number>();
      for (const { genre } of filled) genres.set(genre, (genres.get(genre) ?? 0) + 1);
      expect(genres.size).toBeGreaterThanOrEqual(fewest.genres);
      expect([...genres].filter(([, count]) => count < 3)).toEqual([]);
      expect(clean.length).toBeGreaterThanOrEqual(fewest.clean);
      expect(clean.every(({ genre }) => genre === 'clean')).toBe(true);
    });

    test('is the same for the same seed, and another for another', () => {
      const make = (seed: number) => makeDocuments({ set, seed, perTemplate: 2 });
      expect(make(3)).toEqual(make(3));
      expect(make(3)).not.toEqual(make(4));
    });
  });

  describe('values pass the checks of their standards', () => {
    test('resident numbers: division, and ISO 7064 MOD 11-2', () => {
      const codes = new Set(divisions.map(([code]) => code));
      const numbers = of('id.resident.cn').map((value) => bare(value).toUpperCase());
      expect(numbers.length).toBeGreaterThan(100);
      for (const number of numbers) {
        expect(number).toHaveLength(18);
        expect(codes.has(number.slice(0, 6)), number).toBe(true);
        expect(number[17]).toBe(residentCheck(number.slice(0, 17)));
      }
    });

    test.each(['finance.card', 'device.imei', 'device.iccid'])('%s: Luhn', (category) => {
      const numbers = of(category).map(bare);
      expect(numbers.length).toBeGreaterThan(10);
      for (const number of numbers) expect(number.at(-1)).toBe(luhnCheck(number.slice(0, -1)));
    });

    test('IBAN: MOD 97-10', () => {
      const numbers = of('finance.iban').map(bare);
      expect(new Set(numbers.map((number) => number.slice(0, 2))).size).toBeGreaterThan(2);
      for (const number of numbers) {
        const turned = number.slice(4) + number.slice(0, 4);
        const digits = [...turned].map((letter) => Number.parseInt(letter, 36)).join('');
        expect(remainder(digits, 97n)).toBe(1n);
      }
    });

    test('unified social credit codes: MOD 31 over the whole', () => {
      const letters = '0123456789ABCDEFGHJKLMNPQRTUWXY';
      for (const code of of('org.uscc.cn')) {
        const sum = [...code].reduce(
          (total, letter, at) =>
            (total + letters.indexOf(letter) * (at === 17 ? 1 : 3 ** at % 31)) % 31,
          0,
        );
        expect(sum, code).toBe(0);
      }
    });
  });
});
