/**
 * Telephone numbers: mainland China mobile and fixed lines in every written form, and international ones.
 *
 * @module
 */
import type { Evidence } from '@yushu/core';
import { isDigit, isWord } from '../engine/characters.ts';
import type { DigitRun } from '../engine/digit-run.ts';
import { type Detector, reason, type Scan } from '../engine/scan.ts';
import { areaCodeLength } from '../lexicon/area-codes.ts';
import { callingCodeAt } from '../lexicon/calling-codes.ts';
import { noEdges, weighEdges, weighMobileRow, weighRow } from './number-edges.ts';

const topics = ['contact.phone', 'contact.im'];
// 账号 is as often an account to sign in with as one of a bank.
const mobile: Detector = {
  id: 'cn-mobile',
  category: 'contact.phone',
  topics,
  neutral: ['finance.account', 'person.username'],
  standsAlone: true,
};
const landline: Detector = { id: 'cn-landline', category: 'contact.phone', topics };
const international: Detector = { id: 'international-phone', category: 'contact.phone', topics };
const northAmerican: Detector = { id: 'us-phone', category: 'contact.phone', topics };

const mobileShape = reason('format', 0.4, '11 digits from 13 to 19');
const segment = reason('lexicon', 1.2, 'network segment in use');
const rareSegment = reason('lexicon', 0.5, 'network segment not known in use');
/** The reasons for a mobile number that stands alone in one group. */
const plainMobile = [mobileShape, segment];
const countryCode = reason('format', 1.4, 'country code 86');
const usualGroups = reason('format', 0.8, 'groups of a phone number');
const oddGroups = reason('negative', -1.8, 'unusual groups');
const landlineShape = reason('format', -1.2, 'area code and subscriber number');
const separated = reason('format', 2.2, 'area code set apart');
const serviceShape = reason('format', -0.9, '400 or 800 service number');
const prefixed = reason('format', 1, 'international prefix and country code');
const plusSign = reason('format', 1.6, 'plus sign and country code');
const nationalLength = reason('format', 0.6, 'length of the country');
const nanpShape = reason('format', 0, 'area code and exchange');
const repeated = reason('negative', -2.2, 'repeated digits');
const thousands = reason('negative', -3, 'groups of thousands');
const nationalShape = reason('format', -0.6, 'trunk prefix and national number');
const localShape = reason('format', -2, 'subscriber number');

/** Three-digit segments of mobile networks that the numbering plan has given out (MIIT, incl. virtual operators, IoT). */
const segments = new Uint8Array(1000);
for (const segment of (
  '130 131 132 133 134 135 136 137 138 139 145 146 147 148 149 150 151 152 153 155 156 157 158 159 ' +
  '162 165 166 167 170 171 172 173 174 175 176 177 178 180 181 182 183 184 185 186 187 188 189 ' +
  '190 191 192 193 195 196 197 198 199'
).split(' '))
  segments[Number(segment)] = 1;

const mobileShapes = new Set([
  '11',
  '3-4-4',
  '3-8',
  '7-4',
  '3-3-5',
  '4-4-3',
  '4-3-4',
  '3-2-2-2-2',
  '3-4-2-2',
  '5-6',
  '3-5-3',
  '1-2-4-4',
  '3-3-3-2',
  '2-3-3-3',
]);

/** Whether a word says that a telephone number stands at `[start, end)`. */
export function isNamedPhone(scan: Scan, start: number, end: number): boolean {
  return scan.hasCue(international, start, end);
}

/** Looks for telephone numbers that begin with the run's first digit. */
export function findPhone(scan: Scan, run: DigitRun): void {
  const { view } = scan;
  const before = view.at(run.start - 1);
  const plus = before === 0x2b;
  const first = run.digits[0]!;
  if (plus) {
    if (first === 8 && run.digits[1] === 6 && findChinese(scan, run, 2, true)) return;
    findInternational(scan, run, 0);
    return;
  }
  if (first === 0 && run.digits[1] === 0) {
    if (run.digits[2] === 8 && run.digits[3] === 6 && findChinese(scan, run, 4, true)) return;
    findInternational(scan, run, 2);
    return;
  }
  if (first === 8 && run.digits[1] === 6 && findChinese(scan, run, 2, false)) return;
  if (before === 0x28 && findBracketed(scan, run)) return;
  findChinese(scan, run, 0, false);
  findNorthAmerican(scan, run);
  if (first === 0) findNational(scan, run);
  findLocal(scan, run);
}

/**
 * Looks for a mobile number where the run is 11 digits and nothing else, and stands in neither a word nor an amount. Returns whether it
 * is one that need not be tried as anything else: a word before it may say that it is.
 */
export function findPlainMobile(scan: Scan, run: DigitRun): boolean {
  const { start, digits } = run;
  if (digits[0] !== 1 || digits[1]! < 3 || segments[run.number(0, 3)] === 0) return false;
  const { codes } = scan.view;
  const before = start > 0 ? codes[start - 1]! : 0;
  if (before === 0x2b || before === 0x28) return false;
  const end = start + 11;
  if (weighEdges(scan.view, start, end) !== noEdges) return false;
  const cue = scan.cueDirectlyBefore(start)?.cue;
  if (cue?.values !== undefined || cue?.formats !== undefined) return false;
  scan.report(mobile, start, end, plainMobile);
  return true;
}

/** Looks for a mobile number whose groups are joined by a sign that divides no other number: `138_0013_8000`, `138/0013/8000`. */
export function findJoinedMobile(scan: Scan, start: number): void {
  const { view } = scan;
  const end = start + 13;
  const join = view.at(start + 3);
  if (view.at(start) !== 0x31 || view.at(start + 1) < 0x33 || view.at(start + 8) !== join) return;
  for (let index = start + 1; index < end; index += 1)
    if (index !== start + 3 && index !== start + 8 && !isDigit(view.at(index))) return;
  const before = view.at(start - 1);
  const after = view.at(end);
  if (isWord(after) || isWord(before) || before === join || after === join) return;
  const known = segments[Number(view.slice(start, start + 3))] === 1 ? segment : rareSegment;
  const reasons = [mobileShape, known, usualGroups];
  // 第135/2023/0012号: slashes divide a year from other numbers.
  if (join === 0x2f && /^(?:19|20)/.test(view.slice(start + 4, start + 6))) reasons.push(oddGroups);
  scan.report(mobile, start, end, reasons);
}

/** Where the number begins with what belongs to it: `+`, `(+`, `(`. */
function includePrefix(scan: Scan, run: DigitRun, end: number): number {
  const { view } = scan;
  let start = run.start;
  if (view.at(start - 1) === 0x2b) start -= 1;
  if (view.at(start - 1) === 0x28) {
    // A bracket belongs to the number where it closes within it: (010) 8888 6666, and not (010-8888 6666).
    for (let index = run.start; index < end; index += 1)
      if (view.at(index) === 0x29) return start - 1;
  }
  return start;
}

/** The group shape after the first `skip` digits, where these end a group or not. */
function shapeAfter(run: DigitRun, skip: number, group: number): string {
  if (skip === 0) return run.shape(group);
  let shape = '';
  for (let index = 0; index <= group; index += 1) {
    const from = Math.max(skip, index === 0 ? 0 : run.counts[index - 1]!);
    const size = run.counts[index]! - from;
    if (size > 0) shape += shape === '' ? size : `-${size}`;
  }
  return shape;
}

function findChinese(scan: Scan, run: DigitRun, skip: number, sure: boolean): boolean {
  const first = run.digits[skip]!;
  if (first === 1 && run.digits[skip + 1]! >= 3) {
    const group = run.groupAt(skip + 11);
    if (group >= 0) return reportMobile(scan, run, skip, sure, group);
  }
  return findLandline(scan, run, skip, sure);
}

function reportMobile(
  scan: Scan,
  run: DigitRun,
  skip: number,
  sure: boolean,
  group: number,
): boolean {
  const end = run.ends[group]!;
  // 192.168.219.41: four groups with dots are an address of the Internet.
  if (group - (skip > 0 ? 1 : 0) >= 3 && scan.view.at(run.ends[0]!) === 0x2e) return false;
  const start = includePrefix(scan, run, end);
  const edges = weighEdges(scan.view, start, end);
  if (edges === undefined) return false;
  const known = segments[run.number(skip, 3)] === 1 ? segment : rareSegment;
  const reasons: Evidence[] = [mobileShape];
  for (const edge of edges) reasons.push(edge);
  if (group > 0) for (const item of weighMobileRow(scan.view, run, group)) reasons.push(item);
  reasons.push(known);
  if (skip > 0) reasons.push(countryCode);
  const shape = shapeAfter(run, skip, group);
  if (shape !== '11') reasons.push(mobileShapes.has(shape) ? usualGroups : oddGroups);
  if (!sure && skip === 2 && group === 0 && scan.view.at(run.start - 1) !== 0x28)
    reasons.push(oddGroups);
  scan.report(mobile, start, end, reasons);
  return true;
}

function findLandline(scan: Scan, run: DigitRun, skip: number, sure: boolean): boolean {
  const trunk = run.digits[skip] === 0 ? 1 : 0;
  // A decimal: 0.412.
  if (skip === 0 && run.counts[0] === 1 && scan.view.at(run.ends[0]!) === 0x2e) return false;
  if (skip === 0 && trunk === 0) return findService(scan, run);
  const area = areaCodeLength(run.number(skip + trunk, 2), run.number(skip + trunk, 3));
  if (area === 0) return false;
  const localAt = skip + trunk + area;
  // Subscriber numbers have seven or eight digits and begin with 2 to 8 (GB/T 29306, numbering plan).
  const lead = run.digits[localAt]!;
  if (lead < 2 || lead > 8) return false;
  for (const length of [8, 7]) {
    const group = run.groupAt(localAt + length);
    if (group < 0) continue;
    // 0 2 3 5 10 13 15 are numbers of their own.
    if (group > 5) return false;
    const end = extension(scan, run.ends[group]!);
    const start = includePrefix(scan, run, end);
    const edges = weighEdges(scan.view, start, end);
    if (edges === undefined) return false;
    const aligned = run.groupAt(localAt) >= 0;
    // Groups that part elsewhere are those of another country: 090-1234-5678.
    if (!aligned && group > 0) return false;
    const reasons: Evidence[] = [landlineShape, ...edges];
    if (aligned) reasons.push(separated);
    if (skip > 0 || sure) reasons.push(countryCode);
    if (repeats(run, localAt, length)) reasons.push(repeated);
    scan.report(landline, start, end, reasons);
    return true;
  }
  return false;
}

/** Whether all of `length` digits are the same. */
function repeats(run: DigitRun, from: number, length: number): boolean {
  for (let index = from + 1; index < from + length; index += 1) {
    if (run.digits[index] !== run.digits[from]) return false;
  }
  return run.digits[from] === 0;
}

/** The end with an extension of a fixed line in China: `-8001`, `转801`, or as others write it. */
function extension(scan: Scan, end: number): number {
  const { view } = scan;
  let at = end;
  if (view.at(at) === 0x2d || view.at(at) === 0x8f6c) at += 1;
  else return writtenExtension(scan, end);
  if (view.at(at) === 0x20) at += 1;
  let digits = at;
  while (digits - at < 6 && isDigit(view.at(digits))) digits += 1;
  return digits - at >= 2 && digits - at <= 5 && !isWord(view.at(digits)) ? digits : end;
}

/** The end with an extension that says so: `x123`, ` x 123`, ` ext. 12`, ` extension 12` (RFC 3966 has them as `;ext=`). */
function writtenExtension(scan: Scan, end: number): number {
  const { view } = scan;
  let at = end;
  while (at - end < 2 && (view.at(at) === 0x20 || view.at(at) === 0x2c || view.at(at) === 0x3b))
    at += 1;
  if ((view.at(at) | 0x20) !== 0x78 && (view.at(at) | 0x20) !== 0x65) return end;
  const word = extensionWords.find((known) => view.startsWith(known, at));
  if (word === undefined) return end;
  at += word.length;
  while (at - end < 16 && (view.at(at) === 0x20 || view.at(at) === 0x2e || view.at(at) === 0x3d))
    at += 1;
  const from = at;
  while (at - from < 7 && isDigit(view.at(at))) at += 1;
  return at > from && at - from < 7 && !isWord(view.at(at)) ? at : end;
}

/** Longest first. */
const extensionWords: readonly string[] = ['extension', 'extn', 'ext', 'x'];

const serviceShapes = new Set(['3-3-4', '3-4-3', '3-7', '10', '4-3-3', '4-6']);

function findService(scan: Scan, run: DigitRun): boolean {
  const lead = run.number(0, 3);
  if (lead !== 400 && lead !== 800) return false;
  const group = run.groupAt(10);
  if (group < 0) return false;
  const shape = run.shape(group);
  if (!serviceShapes.has(shape)) return false;
  const end = run.ends[group]!;
  const edges = weighEdges(scan.view, run.start, end);
  if (edges === undefined) return false;
  const reasons = [serviceShape, ...edges];
  if (shape !== '10') reasons.push(usualGroups);
  scan.report(landline, run.start, end, reasons);
  return true;
}

/** Looks for a number of Hong Kong, Macau or Singapore with its country code in brackets: (852) 2345 6789. */
function findBracketed(scan: Scan, run: DigitRun): boolean {
  const { view } = scan;
  const code = run.number(0, run.counts[0]!);
  if ((code !== 852 && code !== 853 && code !== 65) || view.at(run.ends[0]!) !== 0x29) return false;
  const group = run.groupAt(run.counts[0]! + 8);
  if (group < 0 || group > 2 || run.digits[run.counts[0]!]! < 2) return false;
  const end = run.ends[group]!;
  const start = includePrefix(scan, run, end);
  const edges = weighEdges(view, start, end);
  if (edges === undefined) return false;
  scan.report(international, start, end, [...edges, nationalLength, prefixed, usualGroups]);
  return true;
}

function findInternational(scan: Scan, run: DigitRun, skip: number): void {
  const code = callingCodeAt(run.digits, skip);
  if (code === undefined) return;
  const { view } = scan;
  const plus = view.at(run.start - 1) === 0x2b;
  // The longest that the country allows, ending with a group. E.164: at most 15 digits.
  const trunk = trunkInBrackets(scan, run, skip + code.digits);
  for (let group = run.groups - 1; group >= 0; group -= 1) {
    const national = run.counts[group]! - skip - code.digits - trunk;
    if (national > code.longest || national < code.shortest) continue;
    // +35236450.6 is a number with a fraction.
    if (
      group > 0 &&
      run.counts[group]! - run.counts[group - 1]! === 1 &&
      view.at(run.starts[group]! - 1) === 0x2e
    )
      continue;
    const end = writtenExtension(scan, run.ends[group]!);
    const start = includePrefix(scan, run, end);
    if (isWord(view.at(end)) || isWord(view.at(start - 1))) return;
    const edges = weighEdges(view, start, end);
    if (edges === undefined) return;
    const reasons: Evidence[] = [...edges, nationalLength];
    if (plus) reasons.push(plusSign);
    else if (group > 1 && run.groupAt(skip + code.digits) >= 0)
      reasons.push(prefixed, ...weighRow(view, run, group));
    else reasons.push(run.groupAt(skip) >= 0 ? landlineShape : oddGroups);
    if (looksLikeThousands(run, group, view.at(run.ends[0]!))) reasons.push(thousands);
    else if (group > 0) reasons.push(usualGroups);
    if (code.code === 1 && (run.digits[skip + 1]! < 2 || run.digits[skip + 4]! < 1))
      reasons.push(oddGroups);
    scan.report(international, start, end, reasons);
    return;
  }
}

/** 1 where `(0)` stands behind the country code: a trunk prefix that is not dialled from abroad, as in +41 (0)69 979 80 58. */
function trunkInBrackets({ view }: Scan, run: DigitRun, digits: number): 0 | 1 {
  const group = run.groupAt(digits);
  const next = group + 1;
  if (group < 0 || next >= run.groups || run.counts[next] !== digits + 1) return 0;
  const at = run.starts[next]!;
  return run.digits[digits] === 0 && view.at(at - 1) === 0x28 && view.at(at + 1) === 0x29 ? 1 : 0;
}

/** Whether all groups after the first have three digits and end in zeros, as an amount does: `+100 000 000`. */
function looksLikeThousands(run: DigitRun, group: number, separator: number): boolean {
  if (group === 0 || (separator !== 0x20 && separator !== 0x2e)) return false;
  for (let index = 1; index <= group; index += 1) {
    if (run.counts[index]! - run.counts[index - 1]! !== 3) return false;
  }
  return run.number(run.counts[group]! - 3, 3) === 0;
}

function findNorthAmerican(scan: Scan, run: DigitRun): void {
  const skip = run.digits[0] === 1 && run.counts[0] === 1 ? 1 : 0;
  const group = run.groupAt(skip + 10);
  if (group < 0) return;
  const shape = shapeAfter(run, skip, group);
  if (shape !== '3-3-4' && shape !== '10' && shape !== '3-3-2-2') return;
  // Area code and exchange begin with 2 to 9 (North American Numbering Plan); exchanges of 1 stand in samples only.
  if (run.digits[skip]! < 2 || run.digits[skip + 3]! < 1) return;
  const end = writtenExtension(scan, run.ends[group]!);
  const start = includePrefix(scan, run, end);
  const edges = weighEdges(scan.view, start, end);
  if (edges === undefined) return;
  const reasons: Evidence[] = [nanpShape, ...edges, ...weighRow(scan.view, run, group)];
  if (shape === '10') reasons.push(oddGroups);
  else if (scan.view.at(run.ends[skip]!) !== 0x20 || scan.view.at(start) === 0x28)
    reasons.push(usualGroups, segment);
  else reasons.push(oddGroups);
  scan.report(northAmerican, start, end, reasons);
}

const nationalShapes =
  /^0\d{1,4}-\d{3,4}-\d{3,4}$|^0-\d{3}-\d{3}-\d{2}-\d{2}$|^0-\d{3}-\d{7}$|^0\d-\d{2}-\d{2}-\d{2}-\d{2}$|^0\d{1,3}-\d{6,8}$|^0\d{4}-\d{5,6}$|^0\d{3}-\d{3}-\d{2}-\d{2}$|^0\d{9,10}$/;

/** Whether what parts the groups is no way of writing one number: ` -`, `-.`, `. `. */
function hasOddSeparators(scan: Scan, run: DigitRun, group: number): boolean {
  for (let index = 0; index < group; index += 1) {
    const from = run.ends[index]!;
    if (run.starts[index + 1]! - from < 2) continue;
    const first = scan.view.at(from);
    const last = scan.view.at(run.starts[index + 1]! - 1);
    if (first === 0x29 || last === 0x28) continue;
    // ` - ` is one.
    if (first !== last) return true;
  }
  return false;
}

/** Numbers of other countries with the trunk prefix 0: 090-1234-5678, 0532 123 45 67, 07700 900123. */
function findNational(scan: Scan, run: DigitRun): void {
  if (run.digits[1] === 0) return;
  for (let group = Math.min(run.groups - 1, 4); group >= 0; group -= 1) {
    const count = run.counts[group]!;
    if (count < 9 || count > 11) continue;
    let written = '';
    for (let index = 0; index <= group; index += 1) {
      const from = index === 0 ? 0 : run.counts[index - 1]!;
      written += `${index === 0 ? '' : '-'}${String(run.number(from, run.counts[index]! - from)).padStart(run.counts[index]! - from, '0')}`;
    }
    if (!nationalShapes.test(written) || hasOddSeparators(scan, run, group)) continue;
    const end = run.ends[group]!;
    const start = includePrefix(scan, run, end);
    const edges = weighEdges(scan.view, start, end);
    if (edges === undefined) return;
    // 03 to 09 and one more digit begin mobile numbers in most countries.
    const reasons: Evidence[] = [nationalShape, ...edges, ...weighRow(scan.view, run, group)];
    if (group > 1) reasons.push(usualGroups, usualGroups);
    else if (group === 1) reasons.push(usualGroups);
    else if (count < 10) return;
    // 07700 900123: mobile numbers of the United Kingdom are written so.
    if (run.number(0, 2) === 7 && count === 11 && run.counts[0] === 5) reasons.push(separated);
    scan.report(international, start, end, reasons);
    return;
  }
}

/** Whether a date begins the groups: 2022-08-20, 2022-8-2. */
function isDate(run: DigitRun): boolean {
  const { counts, groups } = run;
  if (groups < 3 || counts[0] !== 4) return false;
  const monthSize = counts[1]! - 4;
  const daySize = counts[2]! - counts[1]!;
  if (monthSize > 2 || daySize > 2) return false;
  const year = run.number(0, 4);
  const month = run.number(4, monthSize);
  const day = run.number(counts[1]!, daySize);
  return year > 1899 && year < 2100 && month > 0 && month < 13 && day > 0 && day < 32;
}

/** Numbers without area code are telephone numbers only where a word says so. */
function findLocal(scan: Scan, run: DigitRun): void {
  if (run.digits[0]! < 2 && run.digits[0] !== 0) return;
  if (isDate(run)) return;
  for (let group = run.groups - 1; group >= 0; group -= 1) {
    const count = run.counts[group]!;
    if (count < 7 || count > 12 || group > 4) continue;
    const end = run.ends[group]!;
    const edges = weighEdges(scan.view, run.start, end);
    if (edges === undefined) continue;
    const start = includePrefix(scan, run, end);
    if (!scan.hasCue(international, start, end)) return;
    const reasons: Evidence[] = [localShape, ...edges];
    if (group > 0 && localGroups.test(run.shape(group)) && !hasOddSeparators(scan, run, group))
      reasons.push(usualGroups);
    scan.report(international, start, end, reasons);
    return;
  }
}

/** How subscribers' numbers are parted: into twos, threes and fours, in few groups. */
const localGroups =
  /^(?:\d-)?(?:[234]-[2-4]|[23]-[23]-[2-4]|[34]-2-2-2|2-2-2-[2-3]|[2-3]-[3-4]-4|2-6|3-6)$/;
