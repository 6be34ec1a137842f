/**
 * English personal names, by the words before them, a lexicon of given names, and capitals.
 *
 * @module
 */
import type { Evidence } from '@yushu/core';
import { isDigit, isLetter } from '../engine/characters.ts';
import { type Detector, reason, type Scan } from '../engine/scan.ts';
import type { TextView } from '../engine/view.ts';
import { capitalisedWords, givenNames, nameLeads } from '../lexicon/english-names.ts';

const detector: Detector = {
  id: 'english-name',
  category: 'person.name',
  topics: ['person.name'],
  neutral: 'all',
};

const given = reason('lexicon', 0.6, 'given name');
const surname = reason('format', 0.5, 'capitalised word behind it');
const lead = reason('cue', 2, 'word before a name');
const unknown = reason('format', -0.8, 'capitalised words');
const single = reason('negative', -2.2, 'one word');
const code = reason('negative', -3, 'within code');
const keyed = reason('negative', -5, 'value of a key called name');

const isUpper = (unit: number): boolean => unit >= 0x41 && unit <= 0x5a;
/** Small letters, with those of the Latin supplement and extensions: Kolárik, Müller. */
const isLower = (unit: number): boolean =>
  (unit >= 0x61 && unit <= 0x7a) || (unit >= 0xdf && unit <= 0x24f && unit !== 0xf7);

/** End of a capitalised word at `start`, with hyphen and apostrophe; -1 where none stands. */
function capitalisedEnd(view: TextView, start: number): number {
  if (!isUpper(view.at(start))) return -1;
  let at = start + 1;
  let lower = 0;
  while (at - start < 24) {
    const unit = view.at(at);
    if (isLower(unit)) lower += 1;
    else if ((unit === 0x2d || unit === 0x27) && isUpper(view.at(at + 1))) at += 1;
    else if (!isUpper(unit) || lower === 0 || lower > 3) break;
    at += 1;
  }
  return lower > 0 && !isLetter(view.at(at)) && !isDigit(view.at(at)) && view.at(at) !== 0x5f
    ? at
    : -1;
}

/** Whether a capital stands within, as in names of types; not as in McDonald or DeVito. */
function hasHump(view: TextView, start: number, end: number): boolean {
  for (let index = start + 4; index < end; index += 1) {
    if (isUpper(view.at(index)) && isLower(view.at(index - 1))) return true;
  }
  return false;
}

/** Whether a word before `start` announces a name. */
function hasLead(view: TextView, start: number): boolean {
  return nameLeads.some((word) => {
    const from = start - word.length;
    return from >= 0 && !isLetter(view.at(from - 1)) && view.startsWith(word, from);
  });
}

/** Looks for a name that begins with the capitalised word `[start, wordEnd)`. Returns its end, or -1. */
export function findEnglishName(scan: Scan, start: number, wordEnd: number): number {
  const { view } = scan;
  const length = wordEnd - start;
  if (length > 14 || isUpper(view.at(start + 1))) return -1;
  const isGiven = length >= 3 && givenNames.has(view.slice(start, wordEnd).toLowerCase());
  const isLed = view.at(start - 1) === 0x20 && hasLead(view, start);
  if (!isGiven && !isLed) return -1;
  if (capitalisedEnd(view, start) < wordEnd) return -1;
  let end = capitalisedEnd(view, start);
  let count = 1;
  while (count < 4 && view.at(end) === 0x20) {
    let next = capitalisedEnd(view, end + 1);
    // A middle initial: John F. Kennedy.
    if (next < 0 && isUpper(view.at(end + 1)) && view.at(end + 2) === 0x2e) next = end + 3;
    if (next < 0 || capitalisedWords.has(view.slice(end + 1, next).toLowerCase())) break;
    end = next;
    count += 1;
  }
  if (!isGiven && capitalisedWords.has(view.slice(start, wordEnd).toLowerCase())) return -1;
  const before = view.at(start - 1);
  const after = view.at(end);
  const reasons: Evidence[] = [isGiven ? given : unknown];
  if (count > 1) reasons.push(surname);
  else reasons.push(single);
  if (isLed) reasons.push(lead);
  // `name: String`, `- name: Setup Node`, `name: NotNull`: keys called name have many values that are no persons.
  if (!isGiven && isLed && view.startsWith('name: ', start - 6)) {
    if (count === 1 || view.at(start - 8) === 0x2d) reasons.push(keyed);
  }
  if (!isGiven && count === 1 && hasHump(view, start, end)) reasons.push(code);
  if (
    before === 0x2e ||
    before === 0x5f ||
    before === 0x24 ||
    before === 0x2f ||
    after === 0x28 ||
    after === 0x3d ||
    after === 0x2f
  )
    reasons.push(code);
  scan.report(detector, start, end, reasons);
  return end;
}
