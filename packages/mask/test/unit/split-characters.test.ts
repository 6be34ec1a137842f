import fc from 'fast-check';
import { expect, it } from 'vitest';
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
