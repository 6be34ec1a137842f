/**
 * What the anchor pass knows of Han characters: which of them may begin a name, a division, a plate or the number of a house, by the
 * characters behind them.
 *
 * @module
 */
import {
  givenFirstTable,
  givenLastTable,
  mayBeginCompound,
  mostNameContext,
  namePriors,
  noSurname,
  surnameTable,
} from '../lexicon/chinese-names.ts';
import { listDivisionPairs, mayBeginDivision } from '../lexicon/division-names.ts';
import { listMinorityPairs, mayBeginMinorityName } from '../lexicon/minority-names.ts';
import { isDigit, isHan, isLetter, kind, kindTable } from './characters.ts';

/** The first character of the table, and how many it has: U+3400 to U+9FFF. */
export const firstHan = 0x3400;
/** See {@link firstHan}. */
export const hanCount = 0x6c00;

/**
 * Bits of a character's word: three bytes hold how much more often it stands in a place of a name than in text, plus 128: as a surname,
 * as the first and as the last of a given name. What it is stands in the fourth.
 */
export const hanIs = {
  han: 1 << 24,
  surname: 1 << 25,
  /** Begins a surname of two characters. */
  compound: 1 << 26,
  /** Begins the name of a division, or a name like 扎西顿珠. */
  division: 1 << 27,
  /** Begins a plate. */
  province: 1 << 28,
  /** Ends the name of a road, or stands behind the number of a building: 路, 街, 道, 巷, 弄, 幢, 栋, 楼, 座. */
  road: 1 << 29,
  /** Ends 密码 or 口令. */
  spoken: 1 << 30,
} as const;

/** Characters of a road's name before the number of a house, and of a building before that of a part of it. */
const roads = '路街道巷弄幢栋楼座';
/** Last characters of words for a password. */
const spoken = '码令';

/** What the pass reads of Han characters. */
export interface HanTable {
  /** A word for each character from {@link firstHan} on. */
  readonly words: Uint32Array;
  /** A bit for each {@link divisionHash}: whether the name of a division may begin with two characters. */
  readonly divisions: Uint8Array;
  /** The least weights of surname and given name, of two and of three characters, with which a name is weighed. */
  readonly leasts: Int32Array;
}

/** Hash of two characters, up to 65,535. */
function divisionHash(first: number, second: number): number {
  return Math.imul((first << 16) | second, 0x9e3779b1) >>> 16;
}

/** Makes the table. */
export function makeHanTable(): HanTable {
  const words = new Uint32Array(hanCount);
  for (let index = 0; index < hanCount; index += 1) {
    const unit = firstHan + index;
    if (!isHan(unit)) continue;
    let word: number = hanIs.han;
    if (surnameTable[unit]! > noSurname) word |= hanIs.surname;
    if (mayBeginCompound(unit)) word |= hanIs.compound;
    if (mayBeginDivision(unit) || mayBeginMinorityName(unit)) word |= hanIs.division;
    if (kindTable[unit] === kind.province) word |= hanIs.province;
    word |= surnameTable[unit]! + 128;
    word |= (givenFirstTable[unit]! + 128) << 8;
    word |= (givenLastTable[unit]! + 128) << 16;
    words[index] = word;
  }
  for (const road of roads) words[road.charCodeAt(0) - firstHan]! |= hanIs.road;
  for (const word of spoken) words[word.charCodeAt(0) - firstHan]! |= hanIs.spoken;
  const divisions = new Uint8Array(8192);
  for (const pair of [...listDivisionPairs(), ...listMinorityPairs()]) {
    const hash = divisionHash(pair.charCodeAt(0), pair.charCodeAt(1));
    divisions[hash >>> 3]! |= 1 << (hash & 7);
  }
  const leasts = Int32Array.of(
    Math.ceil(-namePriors[2] - mostNameContext),
    Math.ceil(-namePriors[3] - mostNameContext),
  );
  return { words, divisions, leasts };
}

/** Whether an extractor must look at the Han character at `index`. The twin of `kernel/han.ts`. */
export function hanMatters(
  codes: Uint16Array,
  index: number,
  { words, divisions, leasts }: HanTable,
): boolean {
  const unit = codes[index]!;
  const word = words[unit - firstHan];
  // Beyond the table stand compatibility forms.
  if (word === undefined) return true;
  const next = codes[index + 1]!;
  if ((word & hanIs.division) !== 0) {
    const hash = divisionHash(unit, next);
    if ((divisions[hash >>> 3]! & (1 << (hash & 7))) !== 0) return true;
  }
  if ((word & hanIs.province) !== 0 && isLetter(next)) return true;
  if ((word & hanIs.road) !== 0 && (isDigit(next) || (next === 0x20 && isDigit(codes[index + 2]!))))
    return true;
  // 密码是, 口令为.
  if ((word & hanIs.spoken) !== 0 && (next === 0x662f || next === 0x4e3a)) return true;
  return (word & hanIs.surname) !== 0 && mayBeName(codes, index, word, words, leasts);
}

/** Whether the name whose surname stands at `index` is worth weighing. */
function mayBeName(
  codes: Uint16Array,
  index: number,
  word: number,
  words: Uint32Array,
  leasts: Int32Array,
): boolean {
  const second = words[codes[index + 1]! - firstHan];
  if (second === undefined) return codes[index + 1]! > 0x7f;
  if ((second & hanIs.han) === 0) return false;
  if ((word & hanIs.compound) !== 0) return true;
  // Behind a label less is enough.
  const before = index > 0 ? codes[index - 1]! : 0;
  if (before === 0x3a || before === 0x20) return true;
  const surname = (word & 255) - 128;
  if (surname + ((second >>> 16) & 255) - 128 >= leasts[0]!) return true;
  const third = words[codes[index + 2]! - firstHan];
  if (third === undefined) return codes[index + 2]! > 0x7f;
  if ((third & hanIs.han) === 0) return false;
  return surname + ((second >>> 8) & 255) + ((third >>> 16) & 255) - 256 >= leasts[1]!;
}
