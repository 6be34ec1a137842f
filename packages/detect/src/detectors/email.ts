/**
 * E-mail addresses: the dot-atom form of RFC 5322 section 3.4.1 with a domain name, and internationalised names (RFC 6531).
 *
 * @module
 */
import type { Evidence } from '@yushu/core';
import {
  isAlphanumeric,
  isDigit,
  isLetter,
  isWord,
  kind,
  kindTable,
} from '../engine/characters.ts';
import { type Detector, reason, type Scan } from '../engine/scan.ts';
import type { TextView } from '../engine/view.ts';
import { isReservedDomain, isTopLevelDomain } from '../lexicon/top-level-domains.ts';

const detector: Detector = {
  id: 'email',
  category: 'contact.email',
  topics: ['contact.email'],
  neutral: ['person.username'],
};

const shape = reason('format', 2.2, 'local part and domain');
const knownSuffix = reason('lexicon', 1, 'top-level domain in use');
const unknownSuffix = reason('negative', -2.4, 'top-level domain unknown');
// Outweighs a cue and the name of a field together: nobody has mail there.
const reserved = reason('negative', -8.5, 'top-level domain reserved for examples and tests');
const fileSuffix = reason('negative', -3.5, 'file name or decorator');

/** What ends the names of files more often than those of domains. */
const fileSuffixes = new Set('png jpg jpeg gif svg js ts css json lock webp'.split(' '));

/** Characters of a dot-atom beside letters and digits; quotes and slashes are left out, since they mostly belong to the text around. */
const localSigns = new Set(
  Array.from("!#$%&'*+-=?^_`{|}~.", (character) => character.charCodeAt(0)),
);
/** Signs that a local part does not begin with, though RFC 5322 would let it. */
const openers = new Set(Array.from("!#$%&'*-=?^`{|}~.", (character) => character.charCodeAt(0)));

/** RFC 5321 section 4.5.3.1: local part at most 64, domain at most 255 octets. */
const maxLocal = 64;
const maxDomain = 253;

/** Looks for an address around the `@` at `at`. */
export function findEmail(scan: Scan, at: number): void {
  const { view } = scan;
  const end = domainEnd(view, at + 1);
  if (end < 0) return;
  const start = localStart(view, at);
  if (start === at) return;
  const reasons: Evidence[] = [shape];
  let suffix = end;
  while (view.at(suffix - 1) !== 0x2e) suffix -= 1;
  const name = view.slice(suffix, end).toLowerCase();
  if (isReservedDomain(name)) reasons.push(reserved);
  else reasons.push(isTopLevelDomain(name) ? knownSuffix : unknownSuffix);
  if (fileSuffixes.has(name)) reasons.push(fileSuffix);
  scan.report(detector, start, end, reasons);
}

function localStart(view: TextView, at: number): number {
  let start = at;
  const floor = Math.max(0, at - maxLocal);
  while (start > floor) {
    const unit = view.at(start - 1);
    if (isAlphanumeric(unit) || localSigns.has(unit)) {
      // Two dots in a row are no dot-atom.
      if (unit === 0x2e && (start === at || view.at(start) === 0x2e)) return at;
      start -= 1;
    } else break;
  }
  // `key=a@b.com`, `'a@b.com` and `{a@b.com`: the sign belongs to the text around.
  for (let index = at - 1; index >= start; index -= 1) {
    const unit = view.at(index);
    if (
      unit === 0x3d ||
      unit === 0x7b ||
      unit === 0x7c ||
      unit === 0x26 ||
      unit === 0x3f ||
      unit === 0x27 ||
      unit === 0x60
    ) {
      start = index + 1;
      break;
    }
  }
  while (start < at && openers.has(view.at(start))) start += 1;
  return start;
}

/** End of the domain that begins at `start`, or -1. Labels as in RFC 1035 section 2.3.1, at least two of them. */
function domainEnd(view: TextView, start: number): number {
  let at = start;
  let end = -1;
  let labels = 0;
  const limit = start + maxDomain;
  while (at < limit) {
    const from = at;
    while (
      at < limit &&
      (isAlphanumeric(view.at(at)) ||
        view.at(at) === 0x2d ||
        kindTable[view.at(at)] === kind.letter)
    )
      at += 1;
    if (at === from || at - from > 63 || view.at(from) === 0x2d) break;
    let last = at;
    while (view.at(last - 1) === 0x2d) last -= 1;
    labels += 1;
    if (labels >= 2 && isSuffix(view, from, last)) end = last;
    if (view.at(at) !== 0x2e) break;
    at += 1;
  }
  return end;
}

/** Whether a label can be the last: two letters or more, or the punycode of some. */
function isSuffix(view: TextView, from: number, to: number): boolean {
  if (to - from < 2) return false;
  if (view.startsWith('xn--', from)) return true;
  for (let index = from; index < to; index += 1) {
    const unit = view.at(index);
    if (!isLetter(unit) && kindTable[unit] !== kind.letter) return false;
  }
  return !isDigit(view.at(to)) && !isWord(view.at(to));
}
