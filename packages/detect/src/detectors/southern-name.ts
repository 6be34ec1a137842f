/**
 * Chinese names of three words in Latin letters, as Hong Kong, Singapore and Malaysia write them: Lam Siu Ling, TAN Wei Ling, Wong
 * Ka-ming.
 *
 * @module
 */
import type { Evidence } from '@yushu/core';
import { isLetter, isUpper, isWord } from '../engine/characters.ts';
import { type Detector, reason, type Scan } from '../engine/scan.ts';
import type { TextView } from '../engine/view.ts';
import {
  isSouthernPlace,
  isSouthernSurname,
  isSouthernSyllable,
} from '../lexicon/southern-names.ts';

const detector: Detector = {
  id: 'southern-name',
  category: 'person.name',
  topics: ['person.name'],
  neutral: 'all',
};

const family = reason('lexicon', 1, 'Chinese family name');
const twoSyllables = reason('format', 1.8, 'given name of two syllables, each a word');
const hyphen = reason('format', 0.8, 'syllables joined by a hyphen');
const capitals = reason('format', 1.6, 'family name in capitals');
const edge = reason('format', 0.7, 'between the edges of a line or cell');
const street = reason('negative', -6, 'name of a street or place');
const address = reason('negative', -2.5, 'within an address');

/** End of the letters from `start` on, where they begin with a capital and go on in small letters; -1 where they do not. */
function titledEnd(view: TextView, start: number): number {
  if (!isUpper(view.at(start))) return -1;
  let end = start + 1;
  while (end - start < 8 && isLetter(view.at(end))) {
    if (isUpper(view.at(end))) return -1;
    end += 1;
  }
  return end - start > 1 && !isWord(view.at(end)) ? end : -1;
}

/** What turns three words before it into a road or a place. */
const roadBehind =
  /^,? (?:Road|Rd|Street|St|Avenue|Ave|Lane|Drive|Path|Crescent|Estate|Court|House|Building|Bldg|Mansion|Tower|Centre|Center|Plaza|Village|Station|Hospital|School|Park|Garden|Terrace|Square|Close|Walk|Hill|Bay|Island|Temple|Market|MRT|Group|Holdings|Limited|Ltd|Bank|Company|Co)\b/i;
/** The end of a street before a comma: what follows is a quarter. */
const roadBefore =
  /(?:Road|Rd|Street|St|Avenue|Ave|Lane|Drive|Path|Court|House|Building|Mansion|Tower|Centre|Plaza|Estate)\.?, $/i;

/** Looks for a name whose family name is the word `[start, end)`, or the word in capitals before it. Returns its end, or -1. */
export function findSouthernName(scan: Scan, start: number, end: number): number {
  const { view } = scan;
  const space = view.at(start - 1) === 0x20;
  // LAM Siu Ling: the anchor is the first of the given name.
  if (space && isUpper(view.at(start - 2)) && isUpper(view.at(start - 3))) {
    if (titledEnd(view, start) !== end) return -1;
    let from = start - 1;
    while (start - from < 10 && isUpper(view.at(from - 1))) from -= 1;
    if (isWord(view.at(from - 1))) return -1;
    const name = view.slice(from, start - 1).toLowerCase();
    return isSouthernSurname(name) ? findGiven(scan, from, start, [family, capitals]) : -1;
  }
  if (view.at(end) !== 0x20 || !isUpper(view.at(end + 1)) || end - start > 8) return -1;
  if (!isSouthernSurname(view.slice(start, end).toLowerCase()) || titledEnd(view, start) !== end)
    return -1;
  return findGiven(scan, start, end + 1, [family]);
}

/** Looks for the two syllables of a given name at `given`. */
function findGiven(scan: Scan, start: number, given: number, known: readonly Evidence[]): number {
  const { view } = scan;
  const first = titledEnd(view, given);
  if (first < 0 || !isSouthernSyllable(view.slice(given, first).toLowerCase())) return -1;
  const join = view.at(first);
  if (join !== 0x20 && join !== 0x2d) return -1;
  let end = titledEnd(view, first + 1);
  // Wong Ka-ming.
  if (end < 0 && join === 0x2d) {
    end = first + 1;
    while (end - first < 8 && isLetter(view.at(end)) && !isUpper(view.at(end))) end += 1;
    if (isWord(view.at(end))) return -1;
  }
  if (end < 0 || !isSouthernSyllable(view.slice(first + 1, end).toLowerCase())) return -1;
  const reasons = [...known, twoSyllables];
  if (join === 0x2d) reasons.push(hyphen);
  if (isEdge(view.at(start - 1)) && isEdge(view.at(end))) reasons.push(edge);
  if (
    isSouthernPlace(view.slice(start, end).toLowerCase()) ||
    isSouthernPlace(view.slice(given, end).toLowerCase()) ||
    roadBehind.test(view.slice(end, end + 12))
  )
    reasons.push(street);
  else if (roadBefore.test(view.slice(Math.max(0, start - 12), start))) reasons.push(address);
  scan.report(detector, start, end, reasons);
  return end;
}

const isEdge = (unit: number): boolean => !isWord(unit) && unit !== 0x20 && unit !== 0x2e;
