/**
 * Words behind a cue and a colon, and dates of birth.
 *
 * @module
 */
import { isHan, isLetter, isSpace } from '../engine/characters.ts';
import { type Detector, reason, type Scan } from '../engine/scan.ts';
import type { TextView } from '../engine/view.ts';
import { birthDateShape, monthFirstShape } from '../lexicon/cued-texts.ts';

const birthDate: Detector = {
  id: 'birth-date',
  category: 'person.birth_date',
  topics: ['person.birth_date'],
};
const date = reason('format', -0.6, 'date');
const born = reason('cue', 3, '出生');

/** Whether a unit belongs to the end of a quoted value, and not to it. */
const endsQuoted = (unit: number): boolean => unit === 0x5c || unit === 0x22;

/** Looks for a value behind the colon at `colon`. */
export function findCuedText(scan: Scan, colon: number): void {
  const { view } = scan;
  const hit = scan.cueDirectlyBefore(colon);
  const shape = hit?.cue.texts;
  if (hit?.cue.topic === 'person.birth_date' && isLetter(view.at(colon + 2)))
    findMonthFirst(scan, colon + 2);
  if (hit?.cue.topic === 'person.birth_date') findBehindName(scan, colon + 1);
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

/** The name of a person between the label and the date. */
const nameBetween = /^ ?[\p{Script=Han}·]{2,12} ?[ (,]/u;

/** Looks for a date of birth behind the name of whom it is: 生日：王芳 1990-04-03. */
function findBehindName(scan: Scan, from: number): void {
  const { view } = scan;
  if (!isHan(view.at(from)) && !isHan(view.at(from + 1))) return;
  const name = nameBetween.exec(view.slice(from, from + 16));
  if (name === null) return;
  const start = from + name[0].length;
  const match = birthDateShape.exec(view.slice(start, start + 28));
  if (match !== null) scan.report(birthDate, start, start + match[0].length, [date, asked]);
}

/** Looks for a date of birth whose first digit stands at `start`. */
export function findBirthDate(scan: Scan, start: number): void {
  const { view } = scan;
  // Cheap before dear: most numbers are followed by none of what a date goes on with.
  const isTold = scan.cueDirectlyBefore(start)?.cue.topic === 'person.birth_date';
  const isAsked = !isTold && mayAnswer(view, start) && isAskedFor(view, start);
  if (!isTold && !isAsked && !isBornBehind(view, start)) return;
  const match = birthDateShape.exec(view.slice(start, start + 28));
  if (match === null) return;
  const end = start + match[0].length;
  if (isTold) scan.report(birthDate, start, end, [date]);
  else if (isAsked) scan.report(birthDate, start, end, [date, asked]);
  else if (isBorn(view, end)) scan.report(birthDate, start, end, [date, born]);
}

/** Looks for a date of birth whose month stands at `start`: DOB September 22, 1982. */
export function findMonthFirst(scan: Scan, start: number): void {
  const isTold = scan.cueDirectlyBefore(start)?.cue.topic === 'person.birth_date';
  if (!isTold && !(mayAnswer(scan.view, start) && isAskedFor(scan.view, start))) return;
  const match = monthFirstShape.exec(scan.view.slice(start, start + 24));
  if (match !== null)
    scan.report(birthDate, start, start + match[0].length, isTold ? [date] : [date, asked]);
}

const asked = reason('cue', 2.2, 'asked for in the line before');
const question =
  /(?:date of birth|birth ?date|birthday|\bdob|出生日期|出生年月|生日)[^\n]{0,24}\n[^\n]{0,60}$/i;

/** Whether a date stands behind a comma or colon, as in an answer: `Kyle Marsh, 1983-04-22`. */
function mayAnswer(view: TextView, start: number): boolean {
  const before = view.at(start - 1) === 0x20 ? view.at(start - 2) : view.at(start - 1);
  return before === 0x2c || before === 0x3a;
}

/** Whether the line before asks for a date of birth. */
function isAskedFor(view: TextView, start: number): boolean {
  return question.test(view.slice(Math.max(0, start - 130), start));
}

/** Whether 出生 or 生于 stands at an index, or 生 alone before a comma. */
function isBorn(view: TextView, index: number): boolean {
  const at = view.at(index) === 0x20 ? index + 1 : index;
  return view.startsWith('出生', at) || (view.at(at) === 0x751f && !isHan(view.at(at + 1)));
}

/** Whether one of them stands where a date that begins at `start` may end. */
function isBornBehind(view: TextView, start: number): boolean {
  for (let at = start + 6; at <= start + 12; at += 1)
    if (view.at(at) === 0x751f || view.startsWith('出生', at)) return true;
  return false;
}
