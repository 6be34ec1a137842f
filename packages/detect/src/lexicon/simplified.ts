/**
 * Traditional characters read as simplified ones, so that one lexicon serves both scripts.
 *
 * @module
 */
import { traditionalCharacters } from '../data/traditional-characters.ts';

/** The bits in which each unit differs from its simplified character. */
const masks = new Uint16Array(65_536);
for (let index = 0; index < traditionalCharacters.length; index += 2) {
  const unit = traditionalCharacters.charCodeAt(index);
  masks[unit] = unit ^ traditionalCharacters.charCodeAt(index + 1);
}

/** The simplified character of a unit; all others stand for themselves. */
export function simplify(unit: number): number {
  return unit ^ masks[unit]!;
}

/** Gives traditional characters what a table says of their simplified ones, unless it says something of their own. */
export function spreadToTraditional(table: Int8Array | Uint8Array, missing: number): void {
  for (let index = 0; index < traditionalCharacters.length; index += 2) {
    const unit = traditionalCharacters.charCodeAt(index);
    if (table[unit] === missing) table[unit] = table[simplify(unit)]!;
  }
}
