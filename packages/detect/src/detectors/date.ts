/**
 * Dates and times, where they are asked for: ISO 8601, and with slashes, dots, hyphens, Chinese units or names of months.
 *
 * @module
 */
import { isAlphanumeric, isDigit } from '../engine/characters.ts';
import { type Detector, reason, type Scan } from '../engine/scan.ts';

const detector: Detector = { id: 'date', category: 'date', topics: [] };
const full = reason('format', 2, 'day, month and year');
const partial = reason('format', -0.4, 'day and month, or month and year');

const month = '(?:jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|nov|dec)[a-z]{0,6}';
const time =
  '(?:[T ]\\d{1,2}:\\d{2}(?::\\d{2}(?:[.,]\\d{1,9})?)?(?: ?(?:[AaPp][Mm]|Z|[+-]\\d{2}:?\\d{2})(?![A-Za-z\\d]))?)?';
const fullForm = new RegExp(
  `^(?:\\d{4}([-/.])(?:1[0-2]|0?[1-9])\\1(?:[12]\\d|3[01]|0?[1-9])${time}|` +
    `(?:[12]\\d|3[01]|0?[1-9])([-/.])(?:[12]\\d|3[01]|0?[1-9])\\2(?:\\d{4}|\\d{2})${time}|` +
    `\\d{4}年(?:1[0-2]|0?[1-9])月(?:[12]\\d|3[01]|0?[1-9])日|` +
    `(?:[12]\\d|3[01]|0?[1-9])(?:st|nd|rd|th)?[- ]${month}[-, ]{1,2}\\d{4}|` +
    `${month} (?:[12]\\d|3[01]|0?[1-9])(?:st|nd|rd|th)?,? \\d{4})`,
  'i',
);
const partialForm = new RegExp(
  `^(?:(?:[12]\\d|3[01]|0?[1-9])-${month}|${month}-\\d{4}|(?:1[0-2]|0?[1-9])\\/\\d{2}(?:\\d{2})?|\\d{4}年(?:1[0-2]|0?[1-9])月)`,
  'i',
);

/** Looks for a date that begins at `start`, where dates are asked for. */
export function findDate(scan: Scan, start: number): void {
  const { view } = scan;
  const before = view.at(start - 1);
  if (isAlphanumeric(before) || before === 0x2e || (before === 0x2d && isDigit(view.at(start - 2))))
    return;
  const text = view.slice(start, start + 48);
  for (const [form, shape] of [
    [fullForm, full],
    [partialForm, partial],
  ] as const) {
    const match = form.exec(text);
    if (match === null) continue;
    const end = start + match[0].length;
    const after = view.at(end);
    if (isAlphanumeric(after) || ((after === 0x2f || after === 0x2d) && isDigit(view.at(end + 1))))
      continue;
    scan.report(detector, start, end, [shape]);
    return;
  }
}
