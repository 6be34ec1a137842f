import fc from 'fast-check';
import { expect, it } from 'vitest';
import { countsByUnit } from '../../src/text/counts-by-unit.ts';
import { splitCharacters } from '../../src/text/split-characters.ts';

const whole = (text: string) =>
  Array.from(
    new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(text),
    (part) => part.segment,
  );

it('splits in pieces as the whole would be split', () => {
  const pieces = fc.constantFrom(
    '市',
    'a',
    '👨‍👩‍👧‍👦',
    '🇨',
    '🇳',
    'e\u0301',
    '\u0301',
    '\ud83d',
    '\ude00',
    '\u200d',
    'क\u094dष',
    '\r',
    '\n',
    '각',
    '\u1100',
  );
  fc.assert(
    fc.property(fc.array(pieces, { minLength: 100, maxLength: 400 }), (parts) => {
      const text = parts.join('');
      expect(splitCharacters(text)).toEqual(whole(text));
    }),
    { numRuns: 200 },
  );
});

it('splits a long text in linear time, and a character of any length', () => {
  expect(splitCharacters('市'.repeat(300_000))).toHaveLength(300_000);
  expect(splitCharacters(`市${'\u0301'.repeat(300_000)}a`)).toHaveLength(2);
  expect(splitCharacters('')).toEqual([]);
});

it('counts by code unit only where characters are code units', () => {
  const units = Array.from({ length: 0x10000 }, (_, code) => String.fromCharCode(code)).filter(
    (unit) => unit !== '\r' && countsByUnit(unit),
  );
  expect(units.length).toBeGreaterThan(27_000);
  // Each beside itself, the next, and one of every kind.
  for (const [index, unit] of units.entries()) {
    const text =
      unit + unit + (units[index + 1] ?? 'a') + units[(index * 7919) % units.length] + unit;
    if (index % 5 === 0) expect(splitCharacters(text)).toHaveLength(5);
  }
  for (const text of [
    'e\u0301',
    '👨‍👩‍👧',
    '\ud83d',
    '한',
    '葛\udb40\udd00',
    '✈\ufe0f',
    '〱\u3099',
  ]) {
    expect(countsByUnit(text)).toBe(false);
  }
});
