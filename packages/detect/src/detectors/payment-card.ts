/**
 * Payment card numbers (PAN), ISO/IEC 7812-1.
 *
 * @module
 */
import type { Evidence } from '@yushu/core';
import type { DigitRun } from '../engine/digit-run.ts';
import { type Detector, reason, type Scan } from '../engine/scan.ts';
import { schemeOf } from '../lexicon/card-schemes.ts';
import { weighEdges } from './number-edges.ts';

const detector: Detector = {
  id: 'payment-card',
  category: 'finance.card',
  topics: ['finance.card', 'finance.account'],
  neutral: ['finance.card_cvv'],
};

/** The same for numbers of no range that is known: only a word for a card speaks for them. */
const named: Detector = { ...detector, topics: ['finance.card'] };

const luhn = reason('checksum', 1.3, 'ISO/IEC 7812-1 check digit');
const prior = reason('format', -0.9, '13 to 19 digits');
const grouped = reason('format', 1.4, 'groups of a card number');
const odd = reason('negative', -2, 'unusual groups');
const uniform = reason('negative', -3, 'repeated digits');
const schemes = {
  strong: reason('lexicon', 1.1, 'issuer range'),
  medium: reason('lexicon', 0.4, 'issuer range'),
  weak: reason('lexicon', -1.2, 'issuer range of several schemes'),
} as const;
const noScheme = reason('lexicon', -1.2, 'no issuer range that is known');

/** Whether the digits end with the check digit of ISO/IEC 7812-1 annex B (Luhn). */
export function passesLuhn(digits: Uint8Array, length: number, from = 0): boolean {
  let sum = 0;
  for (let index = 0; index < length; index += 1) {
    let digit = digits[from + length - 1 - index]!;
    if (index % 2 === 1) {
      digit *= 2;
      if (digit > 9) digit -= 9;
    }
    sum += digit;
  }
  return sum % 10 === 0;
}

/** Groups: fours with a rest, 4-6-5 of American Express, 6 and the rest, 4-6-4 of Diners. */
function isUsualShape(shape: string): boolean {
  return /^(?:4-4-4-[1-4]|4-4-4-4-[1-3]|4-6-[45]|6-\d{1,2}|4-4-4-4-4)$/.test(shape);
}

/** Looks for a card number that begins with the run's first digit. */
export function findPaymentCard(scan: Scan, run: DigitRun): void {
  for (let group = run.groups - 1; group >= 0; group -= 1) {
    const length = run.counts[group]!;
    if (length < 12 || length > 19) continue;
    // Nine of ten numbers end here.
    if (!passesLuhn(run.digits, length)) continue;
    const strength = schemeOf(run.digits, length);
    const end = run.ends[group]!;
    if (strength === undefined && !scan.hasCue(named, run.start, end)) continue;
    const edges = weighEdges(scan.view, run.start, end);
    if (edges === undefined) continue;
    const scheme = strength === undefined ? noScheme : schemes[strength];
    const reasons: Evidence[] = [prior, luhn, scheme, ...edges];
    if (group > 0) reasons.push(isUsualShape(run.shape(group)) ? grouped : odd);
    if (isUniform(run, length)) reasons.push(uniform);
    scan.report(strength === undefined ? named : detector, run.start, end, reasons);
    return;
  }
}

/** Whether no more than two different digits stand in the number. */
function isUniform(run: DigitRun, length: number): boolean {
  let seen = 0;
  for (let index = 0; index < length; index += 1) seen |= 1 << run.digits[index]!;
  return (seen & (seen - 1)) === 0;
}
