/**
 * Resident identity numbers of mainland China, GB 11643-1999 (18 characters) and GB 11643-1989 (15 digits).
 *
 * @module
 */
import { isWord } from '../engine/characters.ts';
import type { DigitRun } from '../engine/digit-run.ts';
import { type Detector, reason, type Scan } from '../engine/scan.ts';
import { fitDivision } from '../lexicon/divisions.ts';
import { weighEdges } from './number-edges.ts';

const detector: Detector = {
  id: 'cn-resident-id',
  category: 'id.resident.cn',
  topics: ['id.resident.cn', 'id.social_security.cn', 'id.driver.cn', 'id.medical_insurance.cn'],
};

const prior = reason('format', -3.5, '18 characters');
const priorShort = reason('format', -3.4, '15 digits');
const checkDigit = reason('checksum', 2.6, 'GB 11643 check digit');
const birthDate = reason('format', 1.6, 'date of birth');
const division = {
  valid: reason('lexicon', 2.8, 'division code in force'),
  prefecture: reason('lexicon', 1.4, 'division code of a whole prefecture'),
  known: reason('negative', -1.2, 'division code not in force at the time'),
  province: reason('negative', -0.6, 'division code unknown'),
} as const;
const cuttable = reason('negative', -1.5, 'unusual groups');
/** The reasons for a number that stands alone in one group. */
const alone = {
  valid: [prior, checkDigit, birthDate, division.valid],
  prefecture: [prior, checkDigit, birthDate, division.prefecture],
  known: [prior, checkDigit, birthDate, division.known],
  province: [prior, checkDigit, birthDate, division.province],
} as const;

/** Weights of GB 11643 section 4.2: powers of 2 modulo 11. */
const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const checkUnits = '10X98765432';

const monthLengths = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Whether year, month and day are a date from 1890 to today. */
export function isBirthDate(year: number, month: number, day: number, today?: Date): boolean {
  if (year < 1890 || month < 1 || month > 12 || day < 1) return false;
  if (day > monthLengths[month - 1]!) return false;
  if (month === 2 && day === 29 && (year % 4 !== 0 || (year % 100 === 0 && year % 400 !== 0)))
    return false;
  // What lies years back needs no look at the clock.
  if (today === undefined) return year < 2024 || isPast(year, month, day, new Date());
  return isPast(year, month, day, today);
}

function isPast(year: number, month: number, day: number, today: Date): boolean {
  const thisYear = today.getFullYear();
  if (year !== thisYear) return year < thisYear;
  return month * 100 + day <= (today.getMonth() + 1) * 100 + today.getDate();
}

/** Group sizes in which people write the number. */
const shapes18 = new Set([
  '18',
  '17',
  '6-8-4',
  '6-4-4-4',
  '6-8-3',
  '6-4-4-3',
  '6-4-2-2-4',
  '6-4-2-2-3',
  '6-12',
  '6-11',
  '3-3-4-4-4',
  '14-4',
  '14-3',
  '10-4-4',
  '4-4-4-4-2',
]);
const shapes15 = new Set(['15', '6-6-3', '6-9', '12-3']);

/** Looks for a resident identity number that begins with the run's first digit. */
export function findResidentId(scan: Scan, run: DigitRun): void {
  if (run.digits[0] === 0 || run.digits[0] === 9) return;
  find18(scan, run);
  find15(scan, run);
}

/**
 * The same where the run is 18 digits and nothing else. Returns whether date, check digit and division all hold, so that it need not
 * be tried as anything else.
 */
export function findPlainResidentId(scan: Scan, run: DigitRun): boolean {
  return run.digits[0] !== 0 && run.digits[0] !== 9 && find18(scan, run);
}

/** Returns whether it is a number by all that can be checked. */
function find18(scan: Scan, run: DigitRun): boolean {
  const { view } = scan;
  let group = run.groupAt(18);
  let end: number;
  let check: number;
  if (group >= 0) {
    end = run.ends[group]!;
    check = 0x30 + run.digits[17]!;
  } else {
    group = run.groupAt(17);
    if (group < 0) return false;
    end = run.ends[group]! + 1;
    check = view.at(end - 1) & ~0x20;
    // The last character may stand apart, as in 6-8-3-X; it is X only.
    if (check !== 0x58) {
      if (view.at(end - 1) !== 0x20 && view.at(end - 1) !== 0x2d) return false;
      check = view.at(end) & ~0x20;
      end += 1;
      if (check !== 0x58) return false;
    }
  }
  if (isWord(view.at(end))) return false;
  const year = run.number(6, 4);
  if (!isBirthDate(year, run.number(10, 2), run.number(12, 2))) return false;
  // Order 000 is not given out.
  if (run.number(14, 3) === 0) return false;
  let sum = 0;
  for (let index = 0; index < 17; index += 1) sum += run.digits[index]! * weights[index]!;
  if (checkUnits.charCodeAt(sum % 11) !== check) return false;
  const fit = fitDivision(run.number(0, 6), year);
  if (fit === 'unknown') return false;
  const edges = weighEdges(view, run.start, end);
  if (edges === undefined) return false;
  const usual = group === 0 || shapes18.has(run.shape(group));
  if (usual && edges.length === 0) {
    scan.report(detector, run.start, end, alone[fit]);
    return fit === 'valid';
  }
  scan.report(detector, run.start, end, [...alone[fit], ...(usual ? [] : [cuttable]), ...edges]);
  return false;
}

function find15(scan: Scan, run: DigitRun): void {
  const group = run.groupAt(15);
  if (group < 0 || !shapes15.has(run.shape(group))) return;
  const year = 1900 + run.number(6, 2);
  if (!isBirthDate(year, run.number(8, 2), run.number(10, 2)) || run.number(12, 3) === 0) return;
  const fit = fitDivision(run.number(0, 6), year);
  if (fit === 'unknown' || fit === 'province') return;
  const end = run.ends[group]!;
  const edges = weighEdges(scan.view, run.start, end);
  if (edges === undefined) return;
  scan.report(detector, run.start, end, [priorShort, birthDate, division[fit], ...edges]);
}
