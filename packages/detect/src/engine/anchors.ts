/**
 * The one pass over the text: it stops only where something can begin, and hands the place to an extractor.
 *
 * @module
 */
import { findAssignedSecret } from '../detectors/assigned-secret.ts';
import { findChineseAddress, findRoadAddress } from '../detectors/chinese-address.ts';
import { findChineseName, findDottedName } from '../detectors/chinese-name.ts';
import { findCuedText } from '../detectors/cued-text.ts';
import { findEmail } from '../detectors/email.ts';
import {
  findEscaped,
  findHexEncoded,
  findPercentEncoded,
  findQuotedPrintable,
} from '../detectors/encoded.ts';
import { findEnglishName } from '../detectors/english-name.ts';
import { findColonAddress } from '../detectors/ip-address.ts';
import { findNumber } from '../detectors/number.ts';
import { findOrgName } from '../detectors/org-name.ts';
import { findUrlCredentials } from '../detectors/url-credentials.ts';
import { findPlate } from '../detectors/vehicle.ts';
import { findWebhook } from '../detectors/webhook.ts';
import { findWord, holds } from '../detectors/word.ts';
import { noSurname, surnameTable } from '../lexicon/chinese-names.ts';
import { mayBeginDivision } from '../lexicon/division-names.ts';
import { isDigit, isWord, kind, kindTable } from './characters.ts';
import { DigitRun } from './digit-run.ts';
import { weighNeighbours } from './neighbours.ts';
import type { Scan } from './scan.ts';

const run = new DigitRun();

/** Bits of what a unit adds to a word; 0 where it ends the word. */
const wordBits = new Uint8Array(65_536);
for (let unit = 0; unit < 128; unit += 1) {
  const of = kindTable[unit];
  if (of === kind.digit) wordBits[unit] = holds.digit;
  else if (of === kind.lower) wordBits[unit] = holds.lower;
  else if (of === kind.upper) wordBits[unit] = holds.upper;
  else if (of === kind.underscore) wordBits[unit] = holds.underscore;
}

const orgEndings = new Uint8Array(65_536);
for (const ending of '司团行院学会所') orgEndings[ending.charCodeAt(0)] = 1;

/** Tries what begins with a Han character, or ends with it. Returns the index before which no other address begins. */
function findHan(scan: Scan, index: number, addressUntil: number, organisations: boolean): number {
  const { codes } = scan.view;
  const unit = codes[index]!;
  if (surnameTable[unit]! > noSurname) findChineseName(scan, index);
  if (index < addressUntil) return addressUntil;
  if (mayBeginDivision(unit)) {
    const end = findChineseAddress(scan, index);
    if (end > 0) return end;
  }
  // 司, 团, 行, 院, 学, 会, 所 end organisations.
  if (organisations && orgEndings[unit] === 1) findOrgName(scan, index + 1); // 路, 街, 道, 巷, 弄 before a number.
  if (unit === 0x8def || unit === 0x8857 || unit === 0x9053 || unit === 0x5df7 || unit === 0x5f04) {
    const next = codes[index + 1]!;
    if (isDigit(next) || (next === 0x20 && isDigit(codes[index + 2]!)))
      findRoadAddress(scan, index + 1);
  }
  return addressUntil;
}

/** Finds all candidates that begin in `[from, to)` of the view. */
export function findCandidates(scan: Scan, from: number, to: number): void {
  const { view } = scan;
  const { codes } = view;
  let index = from;
  // A word that began before this stretch has been looked at there.
  if (index > 0 && isWord(codes[index - 1]!))
    while (index < to && isWord(codes[index]!)) index += 1;
  const organisations = scan.enters('org.name');
  let colonsUntil = 0;
  let addressUntil = 0;
  let nameUntil = 0;
  while (index < to) {
    switch (kindTable[codes[index]!]) {
      case kind.digit:
      case kind.lower:
      case kind.upper:
      case kind.underscore: {
        const start = index;
        let flags = 0;
        let bits = wordBits[codes[index]!]!;
        while (bits !== 0) {
          flags |= bits;
          index += 1;
          bits = wordBits[codes[index]!]!;
        }
        if (flags === holds.digit) {
          findNumber(scan, run, start);
          if (index - start >= 16) findHexEncoded(scan, start);
        } else findWord(scan, run, start, index, flags);
        // John, Anna-Maria; what begins with a capital and goes on in small letters.
        if (
          (flags & (holds.upper | holds.lower | holds.digit)) === (holds.upper | holds.lower) &&
          start >= nameUntil
        ) {
          nameUntil = findEnglishName(scan, start, index);
        }
        break;
      }
      case kind.at:
        findEmail(scan, index);
        index += 1;
        break;
      case kind.colon:
        if (codes[index + 1] === 0x2f && codes[index + 2] === 0x2f) {
          findUrlCredentials(scan, index);
          findWebhook(scan, index);
        } else {
          if (index >= colonsUntil) colonsUntil = findColonAddress(scan, index);
          findAssignedSecret(scan, index);
          findCuedText(scan, index);
        }
        index += 1;
        break;
      case kind.equals:
        findAssignedSecret(scan, index);
        findQuotedPrintable(scan, index);
        index += 1;
        break;
      case kind.percent:
        findPercentEncoded(scan, index);
        index += 1;
        break;
      case kind.backslash:
        findEscaped(scan, index);
        index += 1;
        break;
      case kind.province:
        findPlate(scan, index);
        addressUntil = findHan(scan, index, addressUntil, organisations);
        index += 1;
        break;
      case kind.han:
        addressUntil = findHan(scan, index, addressUntil, organisations);
        index += 1;
        break;
      default:
        if (codes[index] === 0xb7) findDottedName(scan, index);
        index += 1;
    }
  }
  weighNeighbours(scan.candidates);
}
