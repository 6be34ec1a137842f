/**
 * Everything that begins with a digit.
 *
 * @module
 */
import type { DigitRun } from '../engine/digit-run.ts';
import type { Scan } from '../engine/scan.ts';
import { findDegrees } from './coordinates.ts';
import { findBirthDate } from './cued-text.ts';
import { findCuedValue } from './cued-value.ts';
import { findDate } from './date.ts';
import { findDeviceNumber } from './device-number.ts';
import { findTelegramToken } from './dotted-token.ts';
import { findEnglishAddress } from './english-address.ts';
import { findFacebookAppToken } from './facebook-token.ts';
import { findIpv4, findMac } from './ip-address.ts';
import { findMacauCard } from './macau-card.ts';
import { findLetteredNumber, findNationalNumber } from './national-number.ts';
import { findOfficerCard } from './officer-card.ts';
import { findUscc } from './organisation-code.ts';
import { findPaymentCard } from './payment-card.ts';
import { findJoinedMobile, findPhone, findPlainMobile, isNamedPhone } from './phone.ts';
import { findPlainResidentId, findResidentId } from './resident-id.ts';
import { findTaiwanPermit } from './travel-document.ts';
import { findUsSsn } from './us-ssn.ts';

/** Tries every kind of number that may begin at `start`. */
export function findNumber(scan: Scan, run: DigitRun, start: number): void {
  findNumberIn(scan, run, start, run.read(scan.view, start));
}

/**
 * As {@link findNumber}, where the run has been read and its first group ends before `end`. Returns whether it is a number by all that
 * can be checked.
 */
export function findNumberIn(scan: Scan, run: DigitRun, start: number, end: number): boolean {
  if (run.groups === 0) return false;
  if (run.groups === 1 && !scan.thorough && !scan.dates) {
    // What is a mobile or identity number by all that can be checked is nothing else.
    if (end - start === 11 && findPlainMobile(scan, run)) return true;
    if (end - start === 18 && findPlainResidentId(scan, run)) return true;
  }
  const total = run.counts[run.groups - 1]!;
  // 00-1A-2B-3C-4D-5E and 0012.3456.789A begin with digits.
  const next = scan.view.at(end);
  if ((end - start === 2 && next === 0x2d) || (end - start === 4 && next === 0x2e))
    findMac(scan, start, end);
  // 138/0013/8000.
  if (next === 0x2f && end - start === 3) findJoinedMobile(scan, start);
  if (end - start <= 5 && (next === 0x20 || (next >= 0x41 && next <= 0x5a)))
    findEnglishAddress(scan, start, end);
  if (scan.dates) findDate(scan, start);
  if (next === 0xb0 && end - start <= 3) findDegrees(scan, start);
  if (total < 3) {
    findBirthDate(scan, start);
    return false;
  }
  // What has four octets is nothing else, unless a cue says so or more follows.
  if (next === 0x2e && end - start <= 3) {
    const quadEnd = findIpv4(scan, start);
    if (
      quadEnd > 0 &&
      !scan.thorough &&
      scan.view.at(quadEnd) !== 0x2d &&
      scan.cueDirectlyBefore(start) === undefined &&
      !isNamedPhone(scan, start, quadEnd)
    )
      return false;
  }
  findCuedValue(scan, start, end);
  if (total >= 6 && scan.view.at(start - 1) === 0x7b2c) findOfficerCard(scan, start, end);
  if (end - start === 7 && next === 0x28) findMacauCard(scan, start);
  if (end - start <= 8) findBirthDate(scan, start);
  if (total >= 6) findNationalNumber(scan, start, end);
  if (total >= 6) findLetteredNumber(scan, start);
  if (total < 7) return false;
  if (next === 0x3a) findTelegramToken(scan, start, end);
  if (end - start === 8 || end - start === 10) findTaiwanPermit(scan, start, end);
  findPhone(scan, run);
  if (total >= 9) findUsSsn(scan, run);
  if (next === 0x7c && (end - start === 15 || end - start === 16))
    findFacebookAppToken(scan, start, end);
  if (total >= 12) {
    findPaymentCard(scan, run);
    if (total >= 15) {
      findResidentId(scan, run);
      findDeviceNumber(scan, run);
    }
    if (end - start === 18) findUscc(scan, start, end);
    if (end - start === 12) findMac(scan, start, end);
  }
  return false;
}
