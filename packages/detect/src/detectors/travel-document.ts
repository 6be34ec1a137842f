/**
 * Passports, travel permits and identity cards of Hong Kong, Macau and Taiwan: short codes that mostly need a cue.
 *
 * @module
 */
import type { Evidence } from '@yushu/core';
import { isDigit, isWord } from '../engine/characters.ts';
import { type Detector, reason, type Scan } from '../engine/scan.ts';

const passportCn: Detector = {
  id: 'cn-passport',
  category: 'id.passport.cn',
  topics: ['id.passport.cn'],
  neutral: ['id.resident.cn'],
};
const passport: Detector = { id: 'passport', category: 'id.passport', topics: ['id.passport.cn'] };
const permitHk: Detector = {
  id: 'hk-macau-permit',
  category: 'id.permit.hk',
  topics: ['id.permit.hk'],
};
const permitTw: Detector = {
  id: 'taiwan-permit',
  category: 'id.permit.tw',
  topics: ['id.permit.tw'],
};
const hkid: Detector = {
  id: 'hk-id',
  category: 'id.hk',
  topics: ['id.hk'],
  neutral: ['id.resident.cn'],
};
const twid: Detector = {
  id: 'tw-id',
  category: 'id.tw',
  topics: ['id.tw'],
  neutral: ['id.resident.cn'],
};

const cnShape = reason('format', -1.6, 'letter and 8 digits');
const cnNewShape = reason('format', -1.4, 'E, letter and 7 digits');
const foreignShape = reason('format', -1.9, 'letters and digits of a passport');
const germanShape = reason('format', -2.6, 'serial number of a German passport');
const permitShape = reason('format', -1.6, 'H or M and 8 or 10 digits');
const weakShape = reason('format', -2, '8 to 10 digits');
const hkShape = reason('format', -2.2, 'letters and 6 digits');
const hkBrackets = reason('format', 1.6, 'check digit in brackets');
const hkCheck = reason('checksum', 1.8, 'check digit');
const twShape = reason('format', -0.9, 'letter and 9 digits');
const twCheck = reason('checksum', 2, 'check digit');
const upperCase = reason('format', 0.2, 'capital letters');

/** Whether the check digit of a Hong Kong identity card holds: weights 9 to 2, letters from A = 10, a space counts 36. */
export function isHkid(letters: string, digits: string, check: string): boolean {
  const padded =
    letters.length === 1
      ? [36, letters.charCodeAt(0) - 55]
      : [letters.charCodeAt(0) - 55, letters.charCodeAt(1) - 55];
  let sum = padded[0]! * 9 + padded[1]! * 8;
  for (let index = 0; index < 6; index += 1) sum += Number(digits[index]) * (7 - index);
  const wanted = (11 - (sum % 11)) % 11;
  return check === (wanted === 10 ? 'A' : String(wanted));
}

/** Values of the letters of Taiwan identity numbers, by place of first registration. */
const twLetters = 'ABCDEFGHJKLMNPQRSTUVXYWZIO';

/** Whether the check digit of a Taiwan identity or resident number holds. */
export function isTwid(code: string): boolean {
  const first = twLetters.indexOf(code[0]!) + 10;
  if (first < 10) return false;
  // Resident certificates from before 2021 have a second letter, of which the last digit of its value counts.
  const second = /[A-D]/.test(code[1]!) ? (twLetters.indexOf(code[1]!) + 10) % 10 : Number(code[1]);
  let sum = Math.floor(first / 10) + (first % 10) * 9 + second * 8;
  for (let index = 2; index < 9; index += 1) sum += Number(code[index]) * (9 - index);
  return (sum + Number(code[9])) % 10 === 0;
}

/** Looks for documents in the word at `[start, end)`: letters and digits, 7 to 11 of them. */
export function findTravelDocument(scan: Scan, start: number, end: number): void {
  const { view } = scan;
  const length = end - start;
  const word = view.slice(start, end);
  const upper = word.toUpperCase();
  const caps: Evidence[] = word === upper ? [upperCase] : [];
  if (view.at(start - 1) === 0x2d || view.at(end) === 0x2d || view.at(start - 1) === 0x2e) return;
  if (
    /^[EGDSPHKM]\d{8}$/.test(upper) ||
    /^1[45]\d{7}$/.test(upper) ||
    /^E[A-HJ-NP-Z]\d{7}$/.test(upper)
  ) {
    const isOther = scan.thorough && !scan.wants('id.passport.cn') && /^[A-Z]/.test(upper);
    scan.report(isOther ? passport : passportCn, start, end, [
      length === 9 && isDigit(upper.charCodeAt(1)) ? cnShape : cnNewShape,
      ...caps,
    ]);
  } else if (/^(?:[A-Z]{1,3}\d{6,9}|[A-Z]\d{3}[A-Z]\d{4}|\d{2}[A-Z]{2}\d{5})$/.test(upper)) {
    scan.report(passport, start, end, [foreignShape, ...caps]);
  }
  // A German serial number, of digits and consonants (BSI TR-03127).
  else if (/^[CFGHJ-NPRTV-Z](?=(?:[A-Z]*\d){5})[CFGHJ-NPRTV-Z\d]{8}\d?$/.test(upper))
    scan.report(passport, start, end, [germanShape, ...caps]);
  // Where nobody asks for permits they take no passport's place.
  if (scan.thorough && !scan.wants('id.permit.hk') && scan.wants('id.passport')) return;
  if (/^(?:[HM]\d{8}(?:\d{2})?|[CW][A-Z\d]\d{7})$/.test(upper))
    scan.report(permitHk, start, end, [permitShape, ...caps]);
  if (/^[A-Z][12689A-D]\d{8}$/.test(upper) && isTwid(upper))
    scan.report(twid, start, end, [twShape, twCheck, ...caps]);
  findHkid(scan, start, end, upper);
}

function findHkid(scan: Scan, start: number, end: number, upper: string): void {
  const match = /^([A-Z]{1,2})(\d{6})([\dA]?)$/.exec(upper);
  if (match === null) return;
  const [, letters, digits, glued] = match as unknown as [string, string, string, string];
  if (glued !== '') {
    if (isHkid(letters, digits, glued)) scan.report(hkid, start, end, [hkShape, hkCheck]);
    return;
  }
  const { view } = scan;
  if (view.at(end) !== 0x28 || view.at(end + 2) !== 0x29 || isWord(view.at(end + 3))) return;
  const check = String.fromCharCode(view.at(end + 1)).toUpperCase();
  if (isHkid(letters, digits, check))
    scan.report(hkid, start, end + 3, [hkShape, hkBrackets, hkCheck]);
}

/** Looks for a Taiwan permit: 8 digits, with a cue only. */
export function findTaiwanPermit(scan: Scan, start: number, end: number): void {
  const length = end - start;
  if ((length === 8 || length === 10) && scan.hasCue(permitTw, start, end)) {
    scan.report(permitTw, start, end, [weakShape]);
  }
}
