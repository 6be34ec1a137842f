/**
 * Unified social credit codes, GB 32100-2015.
 *
 * @module
 */
import { isDigit } from '../engine/characters.ts';
import { type Detector, reason, type Scan } from '../engine/scan.ts';
import type { TextView } from '../engine/view.ts';
import { fitDivision } from '../lexicon/divisions.ts';

const detector: Detector = {
  id: 'cn-uscc',
  category: 'org.uscc.cn',
  topics: ['org.uscc.cn', 'org.tax.cn', 'org.registration.cn'],
  neutral: ['org.name', 'not.order'],
};

const checked = reason('checksum', 2.4, 'GB 32100 check character');
const inner = reason('checksum', 1.6, 'GB 11714 check character');
const shape = reason('format', -1.2, 'registrar, class and 18 characters');
const division = reason('lexicon', 1, 'division code');
const unknownDivision = reason('negative', -0.8, 'division code unknown');

/** GB 32100-2015 section 4: digits and capitals without I, O, S, V, Z. */
const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';
/** Powers of 3 modulo 31. */
const weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];
/** Registrar and class, GB 32100-2015 table 1. */
const heads =
  /^(?:1[129]|2[19]|3[1-59]|4[19]|5[1239]|6[129]|7[129]|8[19]|9[123]|A[19]|N[1-39]|Y1|G1)$/;

const innerAlphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const innerWeights = [3, 7, 9, 10, 5, 8, 4, 2];

/** Whether positions 9 to 17, the organisation code, end with the check character of GB 11714-1997. */
function passesInner(code: string): boolean {
  let sum = 0;
  for (let index = 0; index < 8; index += 1)
    sum += innerAlphabet.indexOf(code[8 + index]!) * innerWeights[index]!;
  const check = 11 - (sum % 11);
  return code[16] === (check === 10 ? 'X' : check === 11 ? '0' : String(check));
}

/** Whether a text of 18 characters in capitals is a code whose check character holds. */
export function isUscc(code: string): boolean {
  let sum = 0;
  for (let index = 0; index < 17; index += 1) {
    const value = alphabet.indexOf(code[index]!);
    if (value < 0) return false;
    sum += value * weights[index]!;
  }
  return alphabet[(31 - (sum % 31)) % 31] === code[17];
}

/** Value of each unit in the alphabet of the code, in either case; 255 where it has none. */
const values = new Uint8Array(65_536).fill(255);
for (let value = 0; value < alphabet.length; value += 1) {
  values[alphabet.charCodeAt(value)] = value;
  values[alphabet.toLowerCase().charCodeAt(value)] = value;
}

/** Whether the last of 18 units is the check character of those before it (GB 32100-2015). */
function passesOuter(codes: Uint16Array, start: number): boolean {
  let sum = 0;
  for (let index = 0; index < 17; index += 1) {
    const value = values[codes[start + index]!]!;
    if (value === 255) return false;
    sum += value * weights[index]!;
  }
  return values[codes[start + 17]!] === (31 - (sum % 31)) % 31;
}

/** Looks for a unified social credit code in the word at `[start, end)`, which has 18 characters. */
export function findUscc(scan: Scan, start: number, end: number): void {
  const view: TextView = scan.view;
  // The division code: most words are given up by it.
  for (let index = start + 2; index < start + 8; index += 1)
    if (!isDigit(view.codes[index]!)) return;
  if (!passesOuter(view.codes, start)) return;
  const code = view.slice(start, end).toUpperCase();
  if (!heads.test(code.slice(0, 2)) || !isUscc(code)) return;
  const reasons = [shape, checked];
  if (passesInner(code)) reasons.push(inner);
  const area = Number(code.slice(2, 8));
  // National registrars use 100000; a prefecture or province may stand with zeros.
  const known = area === 100000 || area % 100 === 0 || fitDivision(area, 1990) !== 'unknown';
  reasons.push(known ? division : unknownDivision);
  scan.report(detector, start, end, reasons);
}
