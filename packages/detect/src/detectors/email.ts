/**
 * E-mail addresses: the dot-atom form of RFC 5322 section 3.4.1 with a domain name, and internationalised names (RFC 6531).
 *
 * @module
 */
import type { Evidence } from '@yushu/core';
import { isAlphanumeric, isLetter, isWord, kind, kindTable } from '../engine/characters.ts';
import { type Detector, reason, type Scan } from '../engine/scan.ts';
import type { TextView } from '../engine/view.ts';
import { isReservedDomain, isTopLevelDomain } from '../lexicon/top-level-domains.ts';

const detector: Detector = {
  id: 'email',
  category: 'contact.email',
  topics: ['contact.email'],
  // What is no number is none of an order.
  neutral: 'all',
};

const shape = reason('format', 2.2, 'local part and domain');
const knownSuffix = reason('lexicon', 1, 'top-level domain in use');
const unknownSuffix = reason('negative', -2.4, 'top-level domain unknown');
// Outweighs a cue and the name of a field together: nobody has mail there.
const reserved = reason('negative', -8.5, 'top-level domain reserved for examples and tests');
const fileSuffix = reason('negative', -3.5, 'file name or decorator');

/** What ends the names of files more often than those of domains. */
const fileSuffixes = new Set('png jpg jpeg gif svg js ts css json lock webp'.split(' '));

/** What a unit of ASCII may be in an address, as bits. */
const may = {
  /** A part of a dot-atom: letters, digits, and signs but for quotes and slashes, which mostly belong to the text around. */
  local: 1,
  /** A sign that a local part does not begin with, though RFC 5322 would let it. */
  open: 2,
  /** A sign behind which the local part begins: `key=a@b.com`, `'a@b.com` and `{a@b.com`. */
  cut: 4,
  /** A part of a label. */
  label: 8,
  /** A letter. */
  letter: 16,
} as const;
const roles = new Uint8Array(128);
const mark = (characters: string, bits: number): void => {
  for (let index = 0; index < characters.length; index += 1)
    roles[characters.charCodeAt(index)]! |= bits;
};
for (let unit = 0; unit < 128; unit += 1) {
  if (isAlphanumeric(unit)) roles[unit]! |= may.local | may.label;
  if (isLetter(unit)) roles[unit]! |= may.letter;
}
mark("!#$%&'*+-=?^_`{|}~.", may.local);
mark("!#$%&'*-=?^`{|}~.", may.open);
mark("={|&?'`", may.cut);
mark('-', may.label);

/** RFC 5321 section 4.5.3.1: local part at most 64, domain at most 255 octets. */
const maxLocal = 64;
const maxDomain = 253;

/** Reasons by the top-level domain, made once for each of the short ones. */
const remembered = new Map<number, readonly Evidence[]>();

/** Looks for an address around the `@` at `at`. Returns its end, or -1. */
export function findEmail(scan: Scan, at: number): number {
  const { view } = scan;
  const end = domainEnd(view, at + 1);
  if (end < 0) return -1;
  const start = localStart(view.codes, at);
  if (start === at) return -1;
  scan.report(detector, start, end, reasonsOf(view, end));
  return end;
}

/** What the label that ends before `end` says. */
function reasonsOf(view: TextView, end: number): readonly Evidence[] {
  const { codes } = view;
  let suffix = end;
  let key = 0;
  while (codes[suffix - 1] !== 0x2e) {
    suffix -= 1;
    const unit = codes[suffix]!;
    // Five letters fit into a key; others have none.
    if (key >= 0) key = end - suffix > 5 || !isLetter(unit) ? -1 : (key << 5) | (unit & 31);
  }
  const known = remembered.get(key);
  if (known !== undefined) return known;
  const name = view.slice(suffix, end).toLowerCase();
  const reasons: Evidence[] = [shape];
  if (isReservedDomain(name)) reasons.push(reserved);
  else reasons.push(isTopLevelDomain(name) ? knownSuffix : unknownSuffix);
  if (fileSuffixes.has(name)) reasons.push(fileSuffix);
  // Hostile input writes ever new ones.
  if (key >= 0 && remembered.size < 1024) remembered.set(key, reasons);
  return reasons;
}

/** Where the local part before `at` begins; `at` where there is none. */
function localStart(codes: Uint16Array, at: number): number {
  let start = at;
  const floor = Math.max(0, at - maxLocal);
  let after = 0x2e;
  while (start > floor) {
    const unit = codes[start - 1]!;
    const bits = unit < 128 ? roles[unit]! : 0;
    if ((bits & may.local) === 0) break;
    // Two dots in a row are no dot-atom.
    if (unit === 0x2e && after === 0x2e) return at;
    after = unit;
    // What stands before such a sign belongs to the text around.
    if ((bits & may.cut) !== 0) break;
    start -= 1;
  }
  while (start < at && (roles[codes[start]!]! & may.open) !== 0) start += 1;
  return start;
}

/** End of the domain that begins at `start`, or -1. Labels as in RFC 1035 section 2.3.1, at least two of them. */
function domainEnd(view: TextView, start: number): number {
  const { codes } = view;
  let at = start;
  let end = -1;
  let labels = 0;
  const limit = start + maxDomain;
  while (at < limit) {
    const from = at;
    let all: number = may.letter;
    let last = at;
    while (at < limit) {
      const unit = codes[at]!;
      const bits =
        unit < 128 ? roles[unit]! : kindTable[unit] === kind.letter ? may.label | may.letter : 0;
      if ((bits & may.label) === 0) break;
      at += 1;
      if (unit === 0x2d) continue;
      // Hyphens at the end are none of the label.
      if (last < at - 1) all = 0;
      all &= bits;
      last = at;
    }
    if (at === from || at - from > 63 || codes[from] === 0x2d) break;
    labels += 1;
    if (labels >= 2 && last - from >= 2 && isSuffix(view, from, last, all !== 0)) end = last;
    if (codes[at] !== 0x2e) break;
    at += 1;
  }
  return end;
}

/** Whether a label can be the last: letters alone, or the punycode of some. */
function isSuffix(view: TextView, from: number, to: number, letters: boolean): boolean {
  return letters ? !isWord(view.codes[to]!) : view.startsWith('xn--', from);
}
