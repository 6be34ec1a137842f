/**
 * Common Chinese words, so that a part of one is not taken for a name.
 *
 * @module
 */
import { threeCharacterWords, twoCharacterWords } from '../data/chinese-words.ts';

/** How common a word is: 0 where it is none. */
export type Commonness = 0 | 1 | 2;

/** Open addressing over pairs of units; a key of 0 is an empty place. */
const size = 65_536;
let keys: Uint32Array | undefined;
let ranks: Uint8Array;
let triples: Set<number>;

const tripleOf = (first: number, second: number, third: number): number =>
  (first * 65_536 + second) * 65_536 + third;

function placeOf(table: Uint32Array, key: number): number {
  let place = Math.imul(key, 0x9e3779b1) >>> 16;
  while (table[place] !== 0 && table[place] !== key) place = (place + 1) & (size - 1);
  return place;
}

function readTables(): Uint32Array {
  const table = new Uint32Array(size);
  ranks = new Uint8Array(size);
  for (const row of twoCharacterWords.split(' ')) {
    const first = row.charCodeAt(0);
    let rank = 2;
    for (let index = 1; index < row.length; index += 1) {
      const second = row.charCodeAt(index);
      if (second === 0x2f) {
        rank = 1;
        continue;
      }
      const key = ((first << 16) | second) >>> 0;
      const place = placeOf(table, key);
      table[place] = key;
      ranks[place] = rank;
    }
  }
  triples = new Set();
  for (const row of threeCharacterWords.split(' ')) {
    for (let index = 1; index < row.length; index += 2)
      triples.add(tripleOf(row.charCodeAt(0), row.charCodeAt(index), row.charCodeAt(index + 1)));
  }
  return table;
}

/** How common the word of these two units is. */
export function commonness(first: number, second: number): Commonness {
  keys ??= readTables();
  const key = ((first << 16) | second) >>> 0;
  const place = placeOf(keys, key);
  return keys[place] === key ? (ranks[place] as Commonness) : 0;
}

/** Whether three characters, of which the first is a surname, are a common word. */
export function isThreeCharacterWord(first: number, second: number, third: number): boolean {
  keys ??= readTables();
  return triples.has(tripleOf(first, second, third));
}
