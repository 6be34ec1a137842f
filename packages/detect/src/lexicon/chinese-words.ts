/**
 * Common Chinese words, so that a part of one is not taken for a name.
 *
 * @module
 */
import { threeCharacterWords, twoCharacterWords } from '../data/chinese-words.ts';
import type { PairTable } from './pair-table.ts';
import { simplify } from './simplified.ts';

/** How common a word is: 0 where it is none. */
export type Commonness = 0 | 1 | 2;

/** Where the row of each first character begins, from 1 on; 0 where it has none. */
function rowStarts(rows: string): Uint16Array {
  const starts = new Uint16Array(65_536);
  for (let at = 0; at < rows.length; ) {
    starts[rows.charCodeAt(at)] = at + 1;
    const space = rows.indexOf(' ', at);
    at = space < 0 ? rows.length : space + 1;
  }
  return starts;
}

let twoStarts: Uint16Array | undefined;
let threeStarts: Uint16Array | undefined;

/**
 * Marks the words that begin with a character: those of two characters with their commonness, in the lowest two bits of the table,
 * and with `triple` the first two characters of those of three. Most texts hold few of all first characters.
 */
export function markWordsOf(table: PairTable, first: number, triple: number): void {
  twoStarts ??= rowStarts(twoCharacterWords);
  threeStarts ??= rowStarts(threeCharacterWords);
  const two = twoStarts[first]!;
  if (two > 0) {
    let rank: Commonness = 2;
    for (let index = two; index < twoCharacterWords.length; index += 1) {
      const second = twoCharacterWords.charCodeAt(index);
      if (second === 0x20) break;
      if (second === 0x2f) rank = 1;
      else table.mark(first, second, rank);
    }
  }
  const three = threeStarts[first]!;
  if (three === 0) return;
  for (let index = three; index < threeCharacterWords.length; index += 2) {
    const second = threeCharacterWords.charCodeAt(index);
    if (second === 0x20) break;
    table.mark(first, second, triple);
  }
}

let triples: Set<number> | undefined;

const tripleOf = (first: number, second: number, third: number): number =>
  (first * 65_536 + second) * 65_536 + third;

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
  return triples.has(tripleOf(simplify(first), simplify(second), simplify(third)));
}
