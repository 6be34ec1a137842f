/**
 * The one pass over the text: it stops only where something can begin, and hands the place to an extractor.
 *
 * @module
 */
import { findAssignedSecret } from '../detectors/assigned-secret.ts';
import {
  findBuildingAddress,
  findChineseAddress,
  findRoadAddress,
} from '../detectors/chinese-address.ts';
import { findChineseName } from '../detectors/chinese-name.ts';
import { findCuedText } from '../detectors/cued-text.ts';
import { findDottedName } from '../detectors/dotted-name.ts';
import { findEmail } from '../detectors/email.ts';
import {
  findEscaped,
  findHexEncoded,
  findPercentEncoded,
  findQuotedPrintable,
} from '../detectors/encoded.ts';
import { findEnglishName } from '../detectors/english-name.ts';
import { findColonAddress } from '../detectors/ip-address.ts';
import { findMinorityName } from '../detectors/minority-name.ts';
import { findNumberIn } from '../detectors/number.ts';
import { findOrgName } from '../detectors/org-name.ts';
import { findPinyinName } from '../detectors/pinyin-name.ts';
import { findSpacedName } from '../detectors/spaced-name.ts';
import { findSpokenSecret } from '../detectors/spoken-secret.ts';
import { findTables } from '../detectors/table.ts';
import { findUrlCredentials } from '../detectors/url-credentials.ts';
import { findPlate } from '../detectors/vehicle.ts';
import { findWebhook } from '../detectors/webhook.ts';
import { findWord, holds } from '../detectors/word.ts';
import { noSurname, surnameTable } from '../lexicon/chinese-names.ts';
import { mayBeginDivision } from '../lexicon/division-names.ts';
import { mayBeginMinorityName } from '../lexicon/minority-names.ts';
import { hasAnchorTables } from './anchor-tables.ts';
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

/** Tries what begins with a Han character, or ends with it. */
function findHan(scan: Scan, index: number, reach: Reach): void {
  const { codes } = scan.view;
  const unit = codes[index]!;
  if (index >= reach.house && mayBeginMinorityName(unit)) findMinorityName(scan, index);
  // Within an address with a house number stands nobody's name.
  if (index >= reach.house && surnameTable[unit]! > noSurname) findChineseName(scan, index);
  // 密码是, 口令为.
  if (unit === 0x7801 || unit === 0x4ee4) {
    const before = codes[index - 1]!;
    const next = codes[index + 1]!;
    if ((before === 0x5bc6 || before === 0x53e3) && (next === 0x662f || next === 0x4e3a))
      findSpokenSecret(scan, index + 2);
  }
  if (index < reach.address) return;
  if (mayBeginDivision(unit)) {
    const found = findChineseAddress(scan, index);
    if (found !== undefined) {
      reach.address = found.end;
      if (found.names > 0 && found.numbers > 0) reach.house = found.end;
      return;
    }
  }
  // 司, 团, 行, 院, 学, 会, 所 end organisations.
  if (reach.organisations && orgEndings[unit] === 1) findOrgName(scan, index + 1);
  // 幢, 栋, 楼, 座 before the number of a part: 新龙城38幢3单元.
  if (
    (unit === 0x5e62 || unit === 0x680b || unit === 0x697c || unit === 0x5ea7) &&
    isDigit(codes[index + 1]!)
  )
    findBuildingAddress(scan, index);
  // 路, 街, 道, 巷, 弄 before a number.
  if (unit === 0x8def || unit === 0x8857 || unit === 0x9053 || unit === 0x5df7 || unit === 0x5f04) {
    const next = codes[index + 1]!;
    if (isDigit(next) || (next === 0x20 && isDigit(codes[index + 2]!)))
      findRoadAddress(scan, index + 1);
  }
}

/** Units that are read without the tables of the anchor pass: making them takes longer than looking at each place. */
const unitsWithoutTables = 1024;
let unitsBefore = 0;

/** Finds all candidates that begin in `[from, to)` of the view. */
export function findCandidates(scan: Scan, from: number, to: number): void {
  const { view } = scan;
  const { codes } = view;
  let first = from;
  // A word that began before this stretch has been looked at there.
  if (first > 0 && isWord(codes[first - 1]!))
    while (first < to && isWord(codes[first]!)) first += 1;
  scan.dates = scan.enters('date');
  if (scan.dates || scan.enters('org.name')) {
    findEverywhere(scan, first, to);
    return;
  }
  // A first short text needs no tables.
  if (!hasAnchorTables()) {
    unitsBefore += to - first;
    if (unitsBefore < unitsWithoutTables) {
      findEverywhere(scan, first, to);
      return;
    }
  }
  const { thorough, field } = scan;
  const count = view.anchors(first, to, { thorough, named: field !== undefined });
  const { anchorPlaces } = view;
  const reach = new Reach();
  for (let place = 0; place < count; place += 1) lookAt(scan, anchorPlaces[place]!, reach);
  findTables(scan, from, to);
  weighNeighbours(scan.candidates);
}

/**
 * The same without the anchor pass: looks at every place. For what the pass does not know of, and for tests to compare with.
 *
 * @internal
 */
export function findEverywhere(scan: Scan, from: number, to: number): void {
  const { codes } = scan.view;
  const reach = new Reach();
  reach.organisations = scan.enters('org.name');
  let index = from;
  while (index < to) {
    lookAt(scan, index, reach);
    if (isWord(codes[index]!)) while (isWord(codes[index]!)) index += 1;
    else index += 1;
  }
  findTables(scan, from, to);
  weighNeighbours(scan.candidates);
}

/** How far what was found reaches, where nothing of its kind begins within it. */
class Reach {
  colons = 0;
  /** The sign of an address that has been looked at. */
  mail = -1;
  address = 0;
  /** An address with the number of a house. */
  house = 0;
  name = 0;
  organisations = false;
}

/** Hands the word, sign or character at `index` to the extractors of its kind. */
function lookAt(scan: Scan, index: number, reach: Reach): void {
  const { codes } = scan.view;
  switch (kindTable[codes[index]!]) {
    case kind.digit: {
      const end = run.read(scan.view, index);
      if (wordBits[codes[end]!] !== 0) {
        lookAtWord(scan, index, reach);
        break;
      }
      if (!findNumberIn(scan, run, index, end) && end - index >= 16) findHexEncoded(scan, index);
      break;
    }
    case kind.lower:
    case kind.upper:
    case kind.underscore:
      lookAtWord(scan, index, reach);
      break;
    case kind.at:
      if (index !== reach.mail) findEmail(scan, index);
      break;
    case kind.colon:
      if (codes[index + 1] === 0x2f && codes[index + 2] === 0x2f) {
        findUrlCredentials(scan, index);
        findWebhook(scan, index);
      } else {
        if (index >= reach.colons) reach.colons = findColonAddress(scan, index);
        findAssignedSecret(scan, index);
        findCuedText(scan, index);
        if (codes[index - 1] === 0x20 && codes[index - 3] === 0x20) findSpacedName(scan, index);
      }
      break;
    case kind.equals:
      findAssignedSecret(scan, index);
      findQuotedPrintable(scan, index);
      break;
    case kind.percent:
      findPercentEncoded(scan, index);
      break;
    case kind.backslash:
      findEscaped(scan, index);
      break;
    case kind.province:
      findPlate(scan, index);
      findHan(scan, index, reach);
      break;
    case kind.han:
      findHan(scan, index, reach);
      break;
    default:
      if (codes[index] === 0xb7) findDottedName(scan, index);
  }
}

/** Hands the word that begins at `index` to the extractors of words. */
function lookAtWord(scan: Scan, index: number, reach: Reach): void {
  const { codes } = scan.view;
  let end = index;
  let flags = 0;
  let bits = wordBits[codes[end]!]!;
  while (bits !== 0) {
    flags |= bits;
    end += 1;
    bits = wordBits[codes[end]!]!;
  }
  // The last word before the sign of an address: what is no token is a part of it.
  if (codes[end] === 0x40) {
    reach.mail = end;
    if (findEmail(scan, end) >= 0 && !scan.thorough) flags |= holds.mail;
  }
  findWord(scan, run, index, end, flags);
  // John, Anna-Maria; what begins with a capital and goes on in small letters.
  if (
    (flags & (holds.upper | holds.lower | holds.digit)) === (holds.upper | holds.lower) &&
    index >= reach.name
  )
    reach.name = Math.max(findPinyinName(scan, index, end), findEnglishName(scan, index, end));
}
