import fc from 'fast-check';
import { expect, test } from 'vitest';
import { familyNames, furtherGivenNames } from '../../src/data/person-names.ts';
import { readSharedBeginnings } from '../../src/lexicon/shared-beginnings.ts';

/** A list as the generator of the data writes it. */
function write(words: readonly string[]): string {
  let before = '';
  let list = '';
  for (const word of words) {
    let shared = 0;
    while (shared < 9 && shared < word.length && word[shared] === before[shared]) shared += 1;
    list += shared + word.slice(shared);
    before = word;
  }
  return list;
}

test('what is written by shared beginnings is read as it was', () => {
  expect(readSharedBeginnings('0anna4lise0bea')).toEqual(['anna', 'annalise', 'bea']);
  expect(readSharedBeginnings('')).toEqual([]);
  const word = fc.stringMatching(/^[a-zß-öø-ÿ]{1,14}$/u);
  fc.assert(
    fc.property(fc.uniqueArray(word), (words) => {
      const sorted = [...words].sort();
      expect(readSharedBeginnings(write(sorted))).toEqual(sorted);
    }),
  );
});

test.each([furtherGivenNames, familyNames])('the data are words in order, each once', (list) => {
  const words = readSharedBeginnings(list);
  expect(words.length).toBeGreaterThan(5000);
  expect(words).toEqual([...new Set(words)].sort());
  expect(words.filter((word) => !/^\p{Ll}+$/u.test(word))).toEqual([]);
});
