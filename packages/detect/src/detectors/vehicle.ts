/**
 * Vehicles: identification numbers (ISO 3779, GB 16735-2019) and Chinese plates (GA 36-2018).
 *
 * @module
 */
import type { Evidence } from '@yushu/core';
import { isAlphanumeric, isDigit, isLetter, isWord } from '../engine/characters.ts';
import { type Detector, reason, type Scan } from '../engine/scan.ts';
import type { TextView } from '../engine/view.ts';

const vin: Detector = {
  id: 'vin',
  category: 'vehicle.vin',
  topics: ['vehicle.vin'],
  neutral: ['not.order', 'vehicle.engine'],
};
const plate: Detector = {
  id: 'cn-plate',
  category: 'vehicle.plate.cn',
  topics: ['vehicle.plate.cn'],
};

const seventeen = reason('format', -2, '17 characters without I, O, Q');
const checked = reason('checksum', 1.7, 'ISO 3779 check digit');
const failed = reason('negative', -1.4, 'check digit differs');
/** GB 16735-2019 and 49 CFR 565 ask for it. */
const bound = reason('negative', -4, 'check digit differs, which its country asks for');
const maker = reason('lexicon', 1.4, 'world manufacturer identifier');
const serial = reason('format', 0.4, 'four digits at the end');

const plateShape = reason('format', 1.6, 'province, letter and five characters');
const newEnergy = reason('format', 2, 'new-energy plate');
const marked = reason('format', 1, 'suffix of a special plate');
const dotted = reason('format', 1, 'dot after the letter');
const irregular = reason('negative', -1.6, 'letters that plates do not use');
const lettersOnly = reason('negative', -2, 'no digit');

/** Values of letters, ISO 3779 annex; digits are their own. */
const letterValues: Readonly<Record<string, number>> = Object.fromEntries(
  Array.from('ABCDEFGH JKLMN P R STUVWXYZ'.replaceAll(' ', ''), (letter) => [
    letter,
    'ABCDEFGH'.includes(letter)
      ? letter.charCodeAt(0) - 64
      : 'JKLMN'.includes(letter)
        ? letter.charCodeAt(0) - 73
        : letter === 'P'
          ? 7
          : letter === 'R'
            ? 9
            : letter.charCodeAt(0) - 81,
  ]),
);
const vinWeights = [8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2];

/** First two characters that makers use: China L, Japan J, Germany W, USA 1 4 5, and so on (ISO 3780). */
const makers =
  /^(?:L[A-Z0-9]|J[A-T]|K[L-R]|W[A-Z0-9]|V[A-Z0-9]|S[A-M]|T[M-V]|Y[A-W]|Z[A-U]|X[L-Z0-9]|[1-5][A-Z]|9[3-9AB]|M[A-Z]|R[A-M]|6[A-W]|8[A-Z])/;

/** Whether position 9 is the check digit. */
export function passesVinCheck(code: string): boolean {
  let sum = 0;
  for (let index = 0; index < 17; index += 1) {
    const character = code[index]!;
    const value = letterValues[character] ?? Number(character);
    sum += value * vinWeights[index]!;
  }
  return code[8] === (sum % 11 === 10 ? 'X' : String(sum % 11));
}

/** Looks for a vehicle identification number in the word at `[start, end)`, which has 17 characters. */
export function findVin(scan: Scan, start: number, end: number): void {
  const code = scan.view.slice(start, end);
  const upper = code.toUpperCase();
  if (!/^[A-HJ-NPR-Z0-9]{17}$/.test(upper) || !/\d/.test(code) || !/[A-Z]/i.test(code)) return;
  if (code !== upper && code !== code.toLowerCase()) return;
  const reasons: Evidence[] = [seventeen];
  if (passesVinCheck(upper)) reasons.push(checked);
  // Makers outside China and North America need not use the check digit, so a cue may outweigh it.
  else if (scan.hasCue(vin, start, end)) reasons.push(/^[L1-5]/.test(upper) ? bound : failed);
  else return;
  if (makers.test(upper)) reasons.push(maker);
  if (/\d{4}$/.test(upper)) reasons.push(serial);
  scan.report(vin, start, end, reasons);
}

const plateSuffixes = new Set(Array.from('警学挂使领试超', (character) => character.charCodeAt(0)));

/**
 * Length of the suffix at `at` of a plate that begins at `start`, or 0. 港 and 澳 stand behind four characters of 粤Z only (GA 36-2018,
 * vehicles from Hong Kong and Macau), so that the harbour in 粤B12345港口 is no part of a plate.
 */
function suffixLength(view: TextView, start: number, at: number, length: number): number {
  const unit = view.at(at);
  if (unit === 0x6e2f || unit === 0x6fb3)
    return length === 4 && view.at(start) === 0x7ca4 && (view.at(start + 1) | 0x20) === 0x7a
      ? 1
      : 0;
  if (unit === 0x5e94) return view.at(at + 1) === 0x6025 ? 2 : 0;
  return plateSuffixes.has(unit) ? 1 : 0;
}

/** Looks for a plate whose province stands at `start`. Returns its end, or -1. */
export function findPlate(scan: Scan, start: number): number {
  const { view } = scan;
  let at = start + 1;
  const region = view.at(at);
  if (!isLetter(region)) return -1;
  at += 1;
  let separated = false;
  while (
    at - start < 5 &&
    (view.at(at) === 0xb7 || view.at(at) === 0x20 || view.at(at) === 0x2d || view.at(at) === 0x2e)
  ) {
    at += 1;
    separated = true;
  }
  const from = at;
  while (isAlphanumeric(view.at(at)) && at - from <= 6) at += 1;
  const length = at - from;
  const suffix = suffixLength(view, start, at, length);
  if (isWord(view.at(at)) || (length !== 5 && length !== 6 && !(length === 4 && suffix > 0)))
    return -1;
  const body = view.slice(from, at).toUpperCase();
  const reasons: Evidence[] = [];
  if (length === 6) {
    // New energy, GA 36-2018: D or F first for small cars, last for large ones; the rest are digits, one more letter at most.
    if (!/^(?:[A-HJK][A-HJ-NP-Z0-9]\d{4}|\d{5}[A-HJK])$/.test(body)) return -1;
    reasons.push(newEnergy);
  } else {
    reasons.push(plateShape);
    if (!/\d/.test(body)) reasons.push(lettersOnly);
    if (/[IO]/.test(body) || (region | 0x20) === 0x69) reasons.push(irregular);
  }
  let end = at;
  if (suffix > 0 && length < 6) {
    end += suffix;
    reasons.push(marked);
  }
  if (separated && view.at(start + 2) === 0xb7) reasons.push(dotted);
  if (isDigit(view.at(start - 1)) || isLetter(view.at(start - 1))) return -1;
  scan.report(plate, start, end, reasons);
  return end;
}
