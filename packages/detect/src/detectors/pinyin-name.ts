/**
 * Chinese names in Latin letters: Chen Zihan, Jianguo Wang, LIN Zhiyuan.
 *
 * @module
 */
import type { Evidence } from '@yushu/core';
import { isLetter, isUpper, isWord } from '../engine/characters.ts';
import { type Detector, reason, type Scan } from '../engine/scan.ts';
import type { TextView } from '../engine/view.ts';
import { capitalisedWords, givenNames } from '../lexicon/english-names.ts';
import {
  isCapitalSurname,
  isPinyinSurname,
  listPinyinSurnames,
  syllablesOf,
} from '../lexicon/pinyin.ts';
import { listSouthernSurnames } from '../lexicon/southern-names.ts';
import { findSouthernName } from './southern-name.ts';

const detector: Detector = {
  id: 'pinyin-name',
  category: 'person.name',
  topics: ['person.name'],
  neutral: 'all',
};

const family = reason('lexicon', 0.6, 'Chinese family name');
const two = reason('format', 1.2, 'given name of two syllables');
const one = reason('format', -1.4, 'given name of one syllable');
const capitals = reason('format', 1.6, 'family name in capitals');
const ambiguous = reason('negative', -0.8, 'given name of other languages');
const edge = reason('format', 0.7, 'between the edges of a line or cell');

/** 1 where a family name has a hash of its letters. */
const surnameHashes = new Uint8Array(4096);
const furtherHash = (hash: number, unit: number): number => (hash * 31 + (unit | 0x20)) & 4095;
for (const name of [...listPinyinSurnames(), ...listSouthernSurnames()]) {
  let hash = 0;
  for (let index = 0; index < name.length; index += 1)
    hash = furtherHash(hash, name.charCodeAt(index));
  surnameHashes[hash] = 1;
}

/** Whether a word may be a family name, by its hash. */
function mayBeSurname(codes: Uint16Array, start: number, end: number): boolean {
  if (end - start > 9) return false;
  let hash = 0;
  for (let index = start; index < end; index += 1) hash = furtherHash(hash, codes[index]!);
  return surnameHashes[hash] === 1;
}

/** A word of letters between two places. */
function wordEnd(view: TextView, start: number): number {
  let end = start;
  while (end - start < 14 && (isLetter(view.at(end)) || view.at(end) === 0x27)) end += 1;
  return end;
}

/** Whether a word begins with a capital and goes on in small letters. */
const isTitled = (word: string): boolean => /^[A-Z][a-z'’]+$/.test(word);

/** Looks for a name of which the word `[start, end)` is the family name, or the given name behind one in capitals. Returns its end, or -1. */
export function findPinyinName(scan: Scan, start: number, end: number): number {
  const { view } = scan;
  // Most words are given up here.
  const behindCapital = view.at(start - 1) === 0x20 && isUpper(view.at(start - 2));
  if (!behindCapital && !mayBeSurname(view.codes, start, end)) return -1;
  const southern = findSouthernName(scan, start, end);
  if (southern > 0) return southern;
  const word = view.slice(start, end);
  if (!isTitled(word)) return -1;
  const lower = word.toLowerCase();
  if (capitalisedWords.has(lower)) return -1;
  const space = view.at(start - 1) === 0x20;
  let before = start - 1;
  while (space && start - before < 15 && isLetter(view.at(before - 1))) before -= 1;
  const previous = space && !isWord(view.at(before - 1)) ? view.slice(before, start - 1) : '';
  // LIN Zhiyuan.
  if (
    previous.length > 1 &&
    previous === previous.toUpperCase() &&
    isCapitalSurname(previous.toLowerCase()) &&
    syllablesOf(lower) > (isPinyinSurname(previous.toLowerCase()) ? 0 : 1)
  )
    return report(scan, before, end, lower, [family, capitals]);
  if (!isPinyinSurname(lower)) return -1;
  // Chen Zihan.
  if (view.at(end) === 0x20 && isUpper(view.at(end + 1))) {
    const nextEnd = wordEnd(view, end + 1);
    const next = view.slice(end + 1, nextEnd);
    if (isTitled(next) && !isWord(view.at(nextEnd)) && isGiven(next.toLowerCase()))
      return report(scan, start, nextEnd, next.toLowerCase(), [family]);
  }
  // Jianguo Wang.
  if (
    isTitled(previous) &&
    isGiven(previous.toLowerCase()) &&
    !isPinyinSurname(previous.toLowerCase())
  )
    return report(scan, before, end, previous.toLowerCase(), [family]);
  return -1;
}

const isGiven = (word: string): boolean => !capitalisedWords.has(word) && syllablesOf(word) > 0;

function report(
  scan: Scan,
  start: number,
  end: number,
  given: string,
  known: readonly Evidence[],
): number {
  const { view } = scan;
  const reasons = [...known, syllablesOf(given) === 2 ? two : one];
  if (givenNames().has(given)) reasons.push(ambiguous);
  const before = start === 0 ? 0x0a : view.at(start - 1);
  const after = view.at(end);
  // `, ` and brackets may stand anywhere.
  if (
    isEdge(before) &&
    (isEdge(after) || after === 0 || (after === 0x20 && isEdge(view.at(end + 1))))
  )
    reasons.push(edge);
  scan.report(detector, start, end, reasons);
  return end;
}

/** Whether a unit ends a line or a cell: a tab, quote, comma, pipe, bracket, or two spaces. */
const isEdge = (unit: number): boolean =>
  unit === 0x0a ||
  unit === 0x0d ||
  unit === 0x09 ||
  unit === 0x2c ||
  unit === 0x22 ||
  unit === 0x27 ||
  unit === 0x7c ||
  unit === 0x3b ||
  unit === 0x3c ||
  unit === 0x28 ||
  unit === 0x20;
