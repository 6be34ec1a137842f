/**
 * Traditional characters read as simplified ones, so that one lexicon serves both scripts.
 *
 * @module
 */
import { traditionalCharacters } from '../data/traditional-characters.ts';
import { identityUnits } from '../engine/identity-units.ts';

/** The simplified character of each unit; all others stand for themselves. */
export const simplifiedTable: Uint16Array = identityUnits.slice();
for (let index = 0; index < traditionalCharacters.length; index += 2)
  simplifiedTable[traditionalCharacters.charCodeAt(index)] = traditionalCharacters.charCodeAt(
    index + 1,
  );

/** Gives traditional characters what a table says of their simplified ones, unless it says something of their own. */
export function spreadToTraditional(table: Int8Array | Uint8Array, missing: number): void {
  for (let index = 0; index < traditionalCharacters.length; index += 2) {
    const unit = traditionalCharacters.charCodeAt(index);
    if (table[unit] === missing) table[unit] = table[simplifiedTable[unit]!]!;
  }
}
