/**
 * Names whose characters stand apart behind a label whose characters do, as text recognition and letterheads write them:
 * `收 货 人 ： 李 一 帆`.
 *
 * @module
 */
import { isHan } from '../engine/characters.ts';
import { reason, type Scan } from '../engine/scan.ts';
import {
  mayBeginCompound,
  noSurname,
  pairIs,
  pairOf,
  roleEndings,
  surnameTable,
} from '../lexicon/chinese-names.ts';
import { chineseName } from './chinese-name.ts';

const spaced = reason('format', 2, 'characters that stand apart behind a label that does');

/** Looks for such a name behind the colon at `colon`. */
export function findSpacedName(scan: Scan, colon: number): void {
  const { codes } = scan.view;
  const last = codes[colon - 2]!;
  const earlier = codes[colon - 4]!;
  if (!isHan(last) || !isHan(earlier)) return;
  if (roleEndings[last] !== 1 && (pairOf(earlier, last) & pairIs.lead) === 0) return;
  let at = colon + 1;
  while (at - colon < 4 && codes[at] === 0x20) at += 1;
  const start = at;
  let count = 0;
  let end = at;
  while (count < 5 && isHan(codes[at]!)) {
    count += 1;
    end = at + 1;
    at = end;
    // One space between the characters, two in a name of two.
    const gap = count === 1 && codes[at + 1] === 0x20 ? 2 : 1;
    if (codes[at] !== 0x20 || !isHan(codes[at + gap]!)) break;
    at += gap;
  }
  if (count < 2 || count > 4 || end - start < count * 2 - 1 || isHan(codes[end]!)) return;
  const first = codes[start]!;
  if (surnameTable[first]! <= noSurname && !mayBeginCompound(first)) return;
  scan.report(chineseName, start, end, [spaced]);
}
