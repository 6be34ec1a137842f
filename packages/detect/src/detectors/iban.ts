/**
 * International bank account numbers, ISO 13616-1.
 *
 * @module
 */
import { isAlphanumeric, isWord } from '../engine/characters.ts';
import { type Detector, reason, type Scan } from '../engine/scan.ts';
import { hasIbanStructure, ibanLengthOf } from '../lexicon/iban-structure.ts';

const detector: Detector = {
  id: 'iban',
  category: 'finance.iban',
  topics: ['finance.iban', 'finance.account'],
  neutral: ['finance.swift'],
};
const checked = reason('checksum', 3.5, 'ISO 7064 MOD 97-10');
const length = reason('lexicon', 1, 'length of the country');
const strange = reason('negative', -3.5, 'not made up as in the country');
const unknownCountry = reason('negative', -3, 'country not in the register');

/** Whether a text without separators is an IBAN whose check digits hold and which is made up as those of its country. */
export function isIban(text: string): boolean {
  return (
    ibanLengthOf(text.slice(0, 2)) === text.length && passesMod97(text) && hasIbanStructure(text)
  );
}

function passesMod97(text: string): boolean {
  let remainder = 0;
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt((index + 4) % text.length);
    if (unit >= 0x30 && unit <= 0x39) remainder = (remainder * 10 + unit - 0x30) % 97;
    else if (unit >= 0x41 && unit <= 0x5a) remainder = (remainder * 100 + unit - 55) % 97;
    else return false;
  }
  return remainder === 1;
}

/** Looks for an IBAN that begins with the word at `start`: two letters and two digits stand there. */
export function findIban(scan: Scan, start: number): void {
  const { view } = scan;
  const country = view.slice(start, start + 2).toUpperCase();
  const wanted = ibanLengthOf(country);
  let text = '';
  let at = start;
  const limit = wanted ?? 34;
  // Groups of four, set apart by single spaces or hyphens.
  while (text.length < limit) {
    const unit = view.at(at);
    if (isAlphanumeric(unit)) text += String.fromCharCode(unit);
    else if ((unit !== 0x20 && unit !== 0x2d && unit !== 0x2e) || !isAlphanumeric(view.at(at + 1)))
      break;
    at += 1;
  }
  if (isWord(view.at(at)) || text.length < 15) return;
  const upper = text.toUpperCase();
  if (!passesMod97(upper)) return;
  if (wanted !== undefined && text.length !== wanted) return;
  scan.report(
    detector,
    start,
    at,
    wanted === undefined
      ? [checked, unknownCountry]
      : hasIbanStructure(upper)
        ? [checked, length]
        : [checked, length, strange],
  );
}
