/**
 * Common Chinese words, so that a part of one is not taken for a name.
 *
 * @module
 */
import { threeCharacterWords, twoCharacterWords } from '../data/chinese-words.ts';
import type { PairTable } from './pair-table.ts';
import { simplifiedTable } from './simplified.ts';

/** How common a word is: 0 where it is none. */
export type Commonness = 0 | 1 | 2;

/** Marks words of two characters with their commonness, in the lowest two bits of a table. */
export function markWords(table: PairTable): void {
  for (const row of twoCharacterWords.split(' ')) {
    const first = row.charCodeAt(0);
    let rank: Commonness = 2;
    for (let index = 1; index < row.length; index += 1) {
      const second = row.charCodeAt(index);
      if (second === 0x2f) {
        rank = 1;
        continue;
      }
      table.set(first, second, rank);
    }
  }
}

let triples: Set<number> | undefined;

const tripleOf = (first: number, second: number, third: number): number =>
  (first * 65_536 + second) * 65_536 + third;

/** Marks the first two characters of each common word of three, of which the first is a surname. */
export function markTriples(table: PairTable, bit: number): void {
  for (const row of threeCharacterWords.split(' ')) {
    const first = row.charCodeAt(0);
    for (let index = 1; index < row.length; index += 2)
      table.mark(first, row.charCodeAt(index), bit);
  }
}

function readTriples(): Set<number> {
  const words = new Set<number>();
  for (const row of threeCharacterWords.split(' ')) {
    const first = row.charCodeAt(0);
    for (let index = 1; index < row.length; index += 2)
      words.add(tripleOf(first, row.charCodeAt(index), row.charCodeAt(index + 1)));
  }
  return words;
}

/** Whether three characters, of which the first is a surname, are a common word. */
export function isThreeCharacterWord(first: number, second: number, third: number): boolean {
  triples ??= readTriples();
  return triples.has(
    tripleOf(simplifiedTable[first]!, simplifiedTable[second]!, simplifiedTable[third]!),
  );
}
