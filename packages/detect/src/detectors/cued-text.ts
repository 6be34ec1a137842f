/**
 * Words behind a cue and a colon, and dates of birth.
 *
 * @module
 */
import { isSpace } from '../engine/characters.ts';
import { type Detector, reason, type Scan } from '../engine/scan.ts';
import { birthDateShape, cuedTexts } from '../lexicon/cued-texts.ts';

const birthDate: Detector = {
  id: 'birth-date',
  category: 'person.birth_date',
  topics: ['person.birth_date'],
};
const date = reason('format', -0.6, 'date');

/** Whether a unit belongs to the end of a quoted value, and not to it. */
const endsQuoted = (unit: number): boolean => unit === 0x5c || unit === 0x22;

/** Looks for a value behind the colon at `colon`. */
export function findCuedText(scan: Scan, colon: number): void {
  const { view } = scan;
  const hit = scan.cueDirectlyBefore(colon);
  const shape = hit === undefined ? undefined : cuedTexts.get(hit.cue.topic);
  if (hit === undefined || shape === undefined) return;
  let start = colon + 1;
  while (start - colon < 4 && isSpace(view.at(start)) && view.at(start) !== 0x0a) start += 1;
  if (view.at(start) === 0x5c) start += 1;
  if (view.at(start) === 0x22) start += 1;
  const match = shape.shape.exec(view.slice(start, start + 48));
  if (match === null) return;
  const detector = { id: 'cued-text', category: shape.category, topics: [hit.cue.topic] };
  let end = start + match[0].length;
  // `\\"` behind a value ends it in JSON within a string.
  while (end > start && (isSpace(view.at(end - 1)) || endsQuoted(view.at(end - 1)))) end -= 1;
  if (end > start)
    scan.report(detector, start, end, [reason('format', shape.weight, 'value of the category')]);
}

/** Looks for a date of birth whose first digit stands at `start`. */
export function findBirthDate(scan: Scan, start: number): void {
  if (scan.cueDirectlyBefore(start)?.cue.topic !== 'person.birth_date') return;
  const match = birthDateShape.exec(scan.view.slice(start, start + 28));
  if (match !== null) scan.report(birthDate, start, start + match[0].length, [date]);
}
