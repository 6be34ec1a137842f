import { createHmac } from 'node:crypto';
import { createMask, createPseudonym, createRedaction, createReplacement } from '@yushu/mask';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const prf = {
  keyId: 'k',
  compute: (input: Uint8Array, length: number) =>
    new Uint8Array(createHmac('sha256', 'test').update(input).digest()).slice(0, length),
};

const values = fc.oneof(
  fc.stringMatching(/^[0-9]{0,24}$/),
  fc.string({ unit: 'grapheme', maxLength: 40 }),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc
    .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 30 })
    .map((units) => String.fromCharCode(...units)),
);

const segmenter = new Intl.Segmenter('zh', { granularity: 'grapheme' });
const charactersOf = (text: string) => Array.from(segmenter.segment(text), (part) => part.segment);

describe('masks', () => {
  it('show nothing between the kept ends, and nothing at all of a short value', () => {
    const ends = fc.integer({ min: 0, max: 6 });
    fc.assert(
      fc.property(values, ends, ends, (value, keepFirst, keepLast) => {
        // A cover that no value holds.
        const cover = '\u{10fffd}';
        fc.pre(!value.includes(cover));
        const masked = createMask({ keepFirst, keepLast, with: cover }).apply(value, {});
        const ascii = /^[\0-\x7f]*$/.test(value);
        const before = ascii ? [...value] : charactersOf(value);
        const shown = masked.split(cover).filter((piece) => piece !== '');
        if (before.length <= keepFirst + keepLast) {
          expect(shown).toEqual([]);
          return;
        }
        const first = before.slice(0, keepFirst).join('');
        const last = before.slice(before.length - keepLast).join('');
        expect(shown.join('').length).toBeLessThanOrEqual(first.length + last.length);
        // A replaced half of a pair or overlong cluster cuts an end into pieces; each is a piece of that end.
        for (const piece of shown) expect(first.includes(piece) || last.includes(piece)).toBe(true);
        const covered = before.length - keepFirst - keepLast;
        expect(masked.split(cover).length - 1).toBeGreaterThanOrEqual(covered);
      }),
      { numRuns: 2_000 },
    );
  });

  it('never give a text with half of a surrogate pair', () => {
    fc.assert(
      fc.property(values, fc.nat(5), fc.nat(5), (value, keepFirst, keepLast) => {
        const masked = createMask({ keepFirst, keepLast }).apply(value, {});
        expect(/\p{Surrogate}/u.test(masked) && !/^[\0-\x7f]*$/.test(value)).toBe(false);
      }),
    );
  });
});

describe('redaction, replacement and pseudonyms', () => {
  it('do not depend on the value, or only through the key', () => {
    const long = fc.stringMatching(/^[0-9a-z]{8,30}$/);
    const transforms = [
      createRedaction(),
      createReplacement({ with: '—' }),
      createPseudonym({ prf }),
    ];
    fc.assert(
      fc.property(long, (value) => {
        for (const transform of transforms) {
          const output = transform.apply(value, { table: 't', column: 'c' });
          // Four characters by chance are possible in a pseudonym; eight are not.
          for (let at = 0; at + 8 <= value.length; at += 1) {
            expect(output.includes(value.slice(at, at + 8))).toBe(false);
          }
        }
      }),
    );
  });

  it('give different pseudonyms to different values', () => {
    const pseudonym = createPseudonym({ prf });
    fc.assert(
      fc.property(values, values, (one, other) => {
        expect(pseudonym.apply(one, {}) === pseudonym.apply(other, {})).toBe(one === other);
      }),
    );
  });
});

describe('errors', () => {
  it('hold nothing of a value or an option', () => {
    const secret = 'S3cr3t-Passw0rd';
    for (const cause of [
      () => createMask({ keepFirst: secret as unknown as number }),
      () => createMask().apply([secret] as unknown as string, {}),
      () => createPseudonym({ prf, field: secret.repeat(50) }),
    ]) {
      let text = '';
      try {
        cause();
      } catch (error) {
        text = JSON.stringify(error) + String(error);
      }
      expect(text).toContain('ERR_MASK_');
      expect(text).not.toContain(secret.slice(0, 4));
    }
  });
});
