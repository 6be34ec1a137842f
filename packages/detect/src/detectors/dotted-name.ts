/**
 * Names of several parts joined by a dot, as peoples of China other than the Han and foreigners are called: 买买提·阿凡提.
 *
 * @module
 */
import { isHan } from '../engine/characters.ts';
import { reason, type Scan } from '../engine/scan.ts';
import {
  pairIs,
  pairOf,
  transliterationLinks,
  transliterationTable,
} from '../lexicon/chinese-names.ts';
import { chineseName, weighLeft } from './chinese-name.ts';

const joined = reason('format', 3, 'parts joined by a dot');
const foreign = reason('lexicon', 1, 'characters of transliteration');

/** Whether transliteration goes on at `index`, behind a character that may stand in it: 卜杜外力, 阿不都热. */
function goesOn(codes: Uint16Array, index: number): boolean {
  let at = index;
  while (at - index < 2 && transliterationLinks.has(codes[at]!)) at += 1;
  return transliterationTable[codes[at]!] === 1;
}

/** End of the characters of transliteration from `from` on, at most eight. */
function transliterationEnd(codes: Uint16Array, from: number): number {
  let end = from;
  while (end - from < 8) {
    const unit = codes[end]!;
    if (transliterationLinks.has(unit)) {
      // 才让 and 才旦 begin with one.
      if ((end === from && unit !== 0x624d) || !goesOn(codes, end + 1)) break;
    } else if (transliterationTable[unit] !== 1) break;
    end += 1;
  }
  // 达瓦·扎西.
  if (codes[end] === 0x897f && end > from && codes[end - 1] === 0x624e) end += 1;
  // 伊敏提出: the name ends before the word, unless the second character begins another, 马木提出差.
  const next = codes[end]!;
  if (
    end - from > 2 &&
    isHan(next) &&
    (pairOf(codes[end - 1]!, next) & pairIs.commonness) > 0 &&
    (pairOf(next, codes[end + 1]!) & pairIs.commonness) < 2
  )
    end -= 1;
  return end;
}

/** Start of the characters of transliteration before `dot`, at most eight, but for those of a role: 保安阿卜力克木. */
function transliterationStart(codes: Uint16Array, dot: number): number {
  let start = dot;
  while (start > 0 && dot - start < 8) {
    const unit = codes[start - 1]!;
    if (transliterationTable[unit] !== 1) {
      if (!transliterationLinks.has(unit) || start === dot || start < 2) break;
      // 阿不都: two of them may stand in a row.
      const earlier =
        transliterationLinks.has(codes[start - 2]!) && start > 2 ? start - 3 : start - 2;
      if (transliterationTable[codes[earlier]!] !== 1) break;
    }
    if (start > 1 && dot - start >= 2 && (pairOf(codes[start - 2]!, unit) & pairIs.lead) !== 0)
      break;
    start -= 1;
  }
  return start;
}

/** Looks for a name of several parts around the `·` at `dot`: 买买提·阿凡提. */
export function findDottedName(scan: Scan, dot: number): void {
  const { view } = scan;
  const { codes } = view;
  const start = transliterationStart(codes, dot);
  let end = dot + 1;
  let parts = 1;
  while (end - start < 32) {
    const from = end;
    end = transliterationEnd(codes, from);
    if (end === from) return;
    parts += 1;
    if (view.at(end) !== 0xb7) break;
    end += 1;
  }
  if (dot - start < 2 || parts < 2 || view.at(end - 1) === 0xb7) return;
  const left = weighLeft(scan, start);
  scan.report(chineseName, start, end, [
    joined,
    foreign,
    ...(left !== undefined && left.weight > 0 ? [left] : []),
  ]);
}
