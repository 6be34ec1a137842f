/**
 * National identity, tax and health numbers of many countries, by a cue word or by a form that is telling.
 *
 * @module
 */
import type { Evidence } from '@yushu/core';
import { isAlphanumeric, isDigit, isLetter, isWord } from '../engine/characters.ts';
import { type Detector, reason, type Scan } from '../engine/scan.ts';
import type { TextView } from '../engine/view.ts';
import { nationalNumbers, tellingFormats } from '../national/national-numbers.ts';
import { isNumberOf, type NumberFormat } from '../national/number-format.ts';

const bare = reason('format', -1.4, 'check digits and parts of the number');
const checked = reason('checksum', 0.4, 'check digits and parts of the number');

const shapeOnly = reason('negative', -3.2, 'check digits differ');

const detectors = new Map<string, Detector>();

function detectorOf(format: NumberFormat): Detector {
  let known = detectors.get(format.id);
  if (known === undefined) {
    known = {
      id: `national-number.${format.id}`,
      category: format.category,
      topics: [],
      neutral: 'all',
    };
    detectors.set(format.id, known);
  }
  return known;
}

/** Longest written number. */
const maxLength = 26;

/** Ends of the words, divided by single separators, that may belong to a number from `start` on. */
function endsFrom(view: TextView, start: number, wordEnd: number): number[] {
  const ends = [wordEnd];
  let at = wordEnd;
  while (at - start < maxLength) {
    const unit = view.at(at);
    const separator =
      unit === 0x20 || unit === 0x2d || unit === 0x2e || unit === 0x2f || unit === 0x2b;
    if (!separator || !isAlphanumeric(view.at(at + 1))) break;
    at += 1;
    while (isAlphanumeric(view.at(at)) && at - start <= maxLength) at += 1;
    if (isWord(view.at(at))) break;
    ends.push(at);
  }
  return ends;
}

/** What has the shape alone, for those who ask for everything: a number with a slip of the pen, or made up. */
function reportShape(scan: Scan, start: number, ends: readonly number[]): void {
  for (let index = ends.length - 1; index >= 0; index -= 1) {
    const end = ends[index]!;
    if (end - start < 8) return;
    const text = scan.view.slice(start, end).toUpperCase();
    for (const format of nationalNumbers) {
      if (!scan.wants(format.category)) continue;
      if (!format.shape.test(text.replaceAll(format.separators, ''))) continue;
      scan.report(detectorOf(format), start, end, [shapeOnly]);
      return;
    }
  }
}

let tellingForms: RegExp | undefined;

/** Whether some format is written so, by one pattern in place of many; each is anchored and linear. */
function hasTellingForm(text: string): boolean {
  tellingForms ??= new RegExp(tellingFormats.map(({ telling }) => telling!.source).join('|'));
  return tellingForms.test(text);
}

/** Looks for a national number that begins with the word or number at `[start, wordEnd)`. */
export function findNationalNumber(scan: Scan, start: number, wordEnd: number): void {
  const { view } = scan;
  const hit = scan.cueDirectlyBefore(start);
  const named = hit?.cue.formats;
  if (hit !== undefined && named !== undefined) {
    const cue: Evidence = { kind: 'cue', weight: 2.4, detail: hit.cue.word };
    if (report(scan, start, endsFrom(view, start, wordEnd), named, [cue, checked], false)) return;
  }
  if (scan.thorough) {
    const ends = endsFrom(view, start, wordEnd);
    if (!report(scan, start, ends, nationalNumbers, [bare], false)) reportShape(scan, start, ends);
    return;
  }
  const next = view.at(wordEnd);
  const mixed =
    isLetter(view.at(start)) ||
    !isDigit(view.at(wordEnd - 1)) ||
    (wordEnd - start === 15 && isLetter(view.at(start + 2)));
  const divided =
    (next === 0x2d || next === 0x2e || next === 0x2f) && isAlphanumeric(view.at(wordEnd + 1));
  // No written form begins with four digits: those are years.
  if (!mixed && (!divided || wordEnd - start === 4)) return;
  const before = view.at(start - 1);
  if (before === 0x2d || before === 0x2e || before === 0x2f) return;
  // XS20250927-1652: the end of another number.
  if (!mixed && isWord(before)) return;
  report(scan, start, endsFrom(view, start, wordEnd), tellingFormats, [], true);
}

function report(
  scan: Scan,
  start: number,
  ends: readonly number[],
  formats: readonly NumberFormat[],
  reasons: readonly Evidence[],
  alone: boolean,
): boolean {
  for (let index = ends.length - 1; index >= 0; index -= 1) {
    const end = ends[index]!;
    if (end - start < 8) return false;
    const text = scan.view.slice(start, end).toUpperCase();
    if (alone && !hasTellingForm(text)) continue;
    for (const format of formats) {
      if (alone && format.telling?.test(text) !== true) continue;
      if (!scan.wants(format.category) || !isNumberOf(format, text)) continue;
      const telling = alone || (scan.thorough && format.telling?.test(text) === true);
      const form = reason('format', format.alone, 'written form and check digits');
      scan.report(detectorOf(format), start, end, telling ? [form] : reasons);
      return true;
    }
  }
  return false;
}

/** `AA 12 34 56 B`, `PR 123612C`: two letters, set apart from what begins at `start`. */
export function findLetteredNumber(scan: Scan, start: number): void {
  const { view } = scan;
  if (view.at(start - 1) !== 0x20 || !isDigit(view.at(start)) || !isLetter(view.at(start - 2)))
    return;
  if (!isLetter(view.at(start - 3)) || isWord(view.at(start - 4))) return;
  findNationalNumber(scan, start - 3, start - 1);
}
