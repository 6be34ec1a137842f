/**
 * English personal names, by the words before them, a lexicon of given names, and capitals.
 *
 * @module
 */
import type { Evidence } from '@yushu/core';
import { isDigit, isLetter, isUpper } from '../engine/characters.ts';
import { type Detector, reason, type Scan } from '../engine/scan.ts';
import type { TextView } from '../engine/view.ts';
import {
  capitalisedWords,
  companyWords,
  givenNames,
  houseWords,
  isCommonGivenName,
  isFamilyName,
  isLandName,
  jobWords,
  type LeadStrength,
  leadStrengths,
  nameParticles,
  personTitles,
  wordLikeFamilies,
} from '../lexicon/english-names.ts';
import { isSouthernPlace } from '../lexicon/southern-names.ts';

const detector: Detector = {
  id: 'english-name',
  category: 'person.name',
  topics: ['person.name'],
  neutral: 'all',
};

const given = reason('lexicon', 0.6, 'given name');
const surname = reason('format', 0.5, 'capitalised word behind it');
const rarer = reason('lexicon', 0.2, 'rarer given name');
const family = reason('lexicon', 0.9, 'family name');
const leads: Readonly<Record<LeadStrength, Evidence>> = {
  title: reason('cue', 3.2, 'title or phrase before a name'),
  usual: reason('cue', 2, 'word before a name'),
  weak: reason('cue', 0.9, 'word that stands before names too'),
};
const anything = reason('negative', -1, 'no known given name');
const company = reason('negative', -4, 'name of a company');
const inPhrase = reason('negative', -2, 'behind another word with a capital');
const ownLine = reason('format', 0.6, 'alone on its line');
const street = reason('negative', -4, 'name of a street or place');
const job = reason('negative', -4, 'what somebody works as');
const afterTitle = reason('negative', -1.4, 'one word');
const unknown = reason('format', -0.8, 'capitalised words');
const single = reason('negative', -2.2, 'one word');
const rareSingle = reason('negative', -3, 'one word');
const code = reason('negative', -3, 'within code');
const keyed = reason('negative', -5, 'value of a key called name');

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

/** Words before a name by the unit before their space, which tells most of them apart. */
const leadsBy: (readonly (readonly [word: string, strength: LeadStrength])[] | undefined)[] =
  new Array(128);
for (const lead of leadStrengths) {
  const last = lead[0].charCodeAt(lead[0].length - 2);
  leadsBy[last] = [...(leadsBy[last] ?? []), lead];
}

/** How much the word before `start` announces a name. */
function leadBefore(view: TextView, start: number): LeadStrength | undefined {
  const last = view.at(start - 2);
  const words = last < 128 ? leadsBy[isUpper(last) ? last | 0x20 : last] : undefined;
  if (words === undefined) return undefined;
  for (const [word, strength] of words) {
    const from = start - word.length;
    if (from < 0 || isLetter(view.at(from - 1)) || !view.startsWith(word, from)) continue;
    // 20 ms Total is no Ms Total, and MS Windows is none either.
    if (strength === 'title' && word.length < 6) {
      if (!isUpper(view.at(from))) continue;
      if (isUpper(view.at(from + 1)) && !isUpper(view.at(start + 1))) continue;
    }
    return strength;
  }
  return undefined;
}

/** Over a word with a small letter between the parts of a name, `van den Berg`; its end, or -1. */
function particleEnd(view: TextView, start: number): number {
  let at = start;
  while (at - start < 5 && isLower(view.at(at))) at += 1;
  if (at === start || view.at(at) !== 0x20) return -1;
  return nameParticles.has(view.slice(start, at)) ? at : -1;
}

/** What follows the family name, longest first; a view folds no capitals, so these are told in small letters. */
const nameSuffixes: readonly string[] = [' jr.', ' sr.', ' iii', ' jr', ' sr', ' ii', ' iv'];

/** End of the parts of a name behind its first word, which ends at `first`. */
function nameEnd(view: TextView, first: number): { readonly end: number; readonly count: number } {
  let end = first;
  let count = 1;
  let at = first;
  for (let part = 0; part < 5 && view.at(at) === 0x20; part += 1) {
    const particle = particleEnd(view, at + 1);
    if (particle > 0) {
      at = particle;
      continue;
    }
    let next = capitalisedEnd(view, at + 1);
    // A middle initial: John F. Kennedy, Kate M Begum.
    if (next < 0 && isUpper(view.at(at + 1))) {
      if (view.at(at + 2) === 0x2e) next = at + 3;
      else if (view.at(at + 2) === 0x20 && isUpper(view.at(at + 3)) && view.at(at + 1) !== 0x49)
        next = at + 2;
    }
    if (next < 0) break;
    // Julia St. John.
    if (next - at === 3 && view.startsWith(' st. ', at) && capitalisedEnd(view, at + 5) > 0)
      next = capitalisedEnd(view, at + 5);
    const word = view.slice(at + 1, next).toLowerCase();
    // Monica E. West: the name ends with it.
    if (capitalisedWords.has(word) && !(wordLikeFamilies.has(word) && !isUpper(view.at(next + 1))))
      break;
    at = next;
    end = next;
    count += 1;
    if (count === 4) break;
  }
  if (count > 1) {
    const suffix = nameSuffixes.find((word) => view.startsWith(word, end));
    if (suffix !== undefined && !isLetter(view.at(end + suffix.length))) end += suffix.length;
  }
  return { end, count };
}

/** What turns the words before it into a street or place. */
const places: ReadonlySet<string> = new Set(
  'street avenue road boulevard drive lane court way terrace place square circle parkway highway close crescent gardens grove st ave rd blvd dr ln ct pl sq university college school hospital'.split(
    ' ',
  ),
);

/** Whether the word behind a name makes it that of a place: Martin Luther King Jr. Blvd. */
function isPlace(view: TextView, end: number): boolean {
  let at = view.at(end) === 0x2e ? end + 1 : end;
  if (view.at(at) !== 0x20 || !isUpper(view.at(at + 1))) return false;
  const from = at + 1;
  at = from;
  while (at - from < 12 && isLetter(view.at(at))) at += 1;
  return places.has(view.slice(from, at).toLowerCase());
}

/** Whether the word before `start` begins with a capital: Central Atlas Tamazight. */
function followsCapital(view: TextView, start: number): boolean {
  if (view.at(start - 1) !== 0x20) return false;
  let at = start - 2;
  while (start - at < 16 && isLetter(view.at(at))) at -= 1;
  return at < start - 2 && isUpper(view.at(at + 1));
}

/** Whether one of the words behind the first is that of a company, or the word behind the name is. */
function isCompany(view: TextView, start: number, end: number): boolean {
  let after = view.at(end) === 0x2c ? end + 1 : end;
  if (view.at(after) === 0x20) {
    after += 1;
    let to = after;
    while (to - after < 15 && isLetter(view.at(to))) to += 1;
    if (isUpper(view.at(after)) && companyWords.has(view.slice(after, to).toLowerCase()))
      return true;
  }
  const [, ...words] = view.slice(start, end).toLowerCase().split(' ');
  return words.some((word) => companyWords.has(word));
}

/** Whether a line holds nothing but `[start, end)`. */
function isOwnLine(view: TextView, start: number, end: number): boolean {
  const before = view.at(start - 1);
  let after = view.at(end);
  if (after === 0x0d || after === 0x2c) after = view.at(end + 1);
  return (before === 0x0a || before === 0) && (after === 0x0a || after === 0);
}

/** The last word of a name, in lower case. */
function lastWord(view: TextView, start: number, end: number): string {
  let from = end;
  while (from > start && view.at(from - 1) !== 0x20) from -= 1;
  return view.slice(from, end).toLowerCase();
}

/** Whether a name is that of a house before its street: Rose Cottage, 165 Fern Hill Road. */
function isHouse(view: TextView, start: number, end: number): boolean {
  if (!houseWords.has(lastWord(view, start, end))) return false;
  return view.at(end) === 0x2c && view.at(end + 1) === 0x20;
}

/** Looks for a name that begins with the capitalised word `[start, wordEnd)`. Returns its end, or -1. */
export function findEnglishName(scan: Scan, start: number, wordEnd: number): number {
  const { view } = scan;
  if (wordEnd - start > 14 || isUpper(view.at(start + 1))) return -1;
  const first = capitalisedEnd(view, start);
  if (first < wordEnd) return -1;
  const word = view.slice(start, first).toLowerCase();
  // Dear Dr Chapman: the name begins behind it.
  if (personTitles.has(word) && (view.at(first) === 0x20 || view.at(first) === 0x2e)) return -1;
  const hyphen = word.indexOf('-');
  const isGiven = first - start >= 3 && givenNames().has(hyphen > 0 ? word.slice(0, hyphen) : word);
  const led = view.at(start - 1) === 0x20 ? leadBefore(view, start) : undefined;
  if (!isGiven && led === undefined) return -1;
  const isCommon = isGiven && isCommonGivenName(word);
  if (!isCommon && capitalisedWords.has(word)) return -1;
  const { end, count } = nameEnd(view, first);
  const before = view.at(start - 1);
  const after = view.at(end);
  const reasons: Evidence[] = [isCommon ? given : isGiven ? rarer : unknown];
  const hasFamily = count > 1 && isFamilyName(lastWord(view, start, end));
  if (count > 1) {
    reasons.push(surname);
    if (hasFamily) reasons.push(family);
  } else reasons.push(led === 'title' ? afterTitle : isGiven && !isCommon ? rareSingle : single);
  if (led !== undefined) reasons.push(leads[led]);
  // `for Apache Kafka`, `and Storage Location`: such words stand before anything with capitals.
  if (led === 'weak' && !isGiven) reasons.push(anything);
  if (count > 1 && isOwnLine(view, start, end)) reasons.push(ownLine);
  if (led === undefined && (count === 1 || !isCommon) && followsCapital(view, start))
    reasons.push(inPhrase);
  if (isPlace(view, end) || (count === 3 && isSouthernPlace(view.slice(start, end).toLowerCase())))
    reasons.push(street);
  if (
    count === 2 &&
    led !== 'title' &&
    led !== 'usual' &&
    isLandName(word, lastWord(view, start, end))
  )
    reasons.push(street);
  if (count > 1 && jobWords.has(lastWord(view, start, end))) reasons.push(job);
  if (count > 1 && isHouse(view, start, end)) reasons.push(street);
  if (count > 1 && isCompany(view, start, end)) reasons.push(company);
  // `name: String`, `- name: Setup Node`, `name: NotNull`: keys called name have many values that are no persons.
  if (!isGiven && led !== undefined && view.startsWith('name: ', start - 6)) {
    const isKey = !isUpper(view.at(start - 6)) && !hasFamily;
    if (count === 1 || isKey || view.at(start - 8) === 0x2d) reasons.push(keyed);
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
