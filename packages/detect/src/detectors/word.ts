/**
 * Everything that begins with a letter, or is a mixture of letters and digits.
 *
 * @module
 */
import { isDigit, isHex, isLetter, isWord } from '../engine/characters.ts';
import type { DigitRun } from '../engine/digit-run.ts';
import { opensKey } from '../engine/key-openings.ts';
import type { Scan } from '../engine/scan.ts';
import type { TextView } from '../engine/view.ts';
import { monthNames } from '../lexicon/cued-texts.ts';
import { findAzureSecret } from './azure-secret.ts';
import { findCommandCredentials } from './command-credentials.ts';
import { findCryptoAddress } from './crypto-address.ts';
import { findMonthFirst } from './cued-text.ts';
import { findCuedValue } from './cued-value.ts';
import { findDate } from './date.ts';
import { findDiscordToken, findMailchimpKey } from './dotted-token.ts';
import { findEncoded, findHexEncoded } from './encoded.ts';
import { findIban } from './iban.ts';
import { findMac } from './ip-address.ts';
import { findJwt } from './jwt.ts';
import { findKubernetesSecret } from './kubernetes-secret.ts';
import { findLetteredNumber, findNationalNumber } from './national-number.ts';
import { findNumber } from './number.ts';
import { findUscc } from './organisation-code.ts';
import { findJoinedMobile } from './phone.ts';
import { findPrefixedToken, mayBeToken } from './prefixed-token.ts';
import { findPrivateKey } from './private-key.ts';
import { findSpokenSecret } from './spoken-secret.ts';
import { findTravelDocument } from './travel-document.ts';
import { findUkPostcode } from './uk-postcode.ts';
import { findVin } from './vehicle.ts';

/** Bits of what a word holds, and whether it is the end of the local part of an e-mail address. */
export const holds = { digit: 1, lower: 2, upper: 4, underscore: 8, mail: 16 } as const;

/** Tries everything that the word at `[start, end)` may be, or may begin. */
export function findWord(
  scan: Scan,
  run: DigitRun,
  start: number,
  end: number,
  flags: number,
): void {
  const { view } = scan;
  const first = view.codes[start]!;
  const second = view.codes[start + 1]!;
  if (mayBeToken(first, second) && findPrefixedToken(scan, start) > 0) return;
  if (
    first === 0x65 &&
    second === 0x79 &&
    end - start > 8 &&
    !isSegment(view.at(start - 1)) &&
    findJwt(scan, start) > 0
  )
    return;
  const length = end - start;
  if (length === 2 && view.at(end) === 0x2d && isHex(first) && isHex(second))
    findMac(scan, start, end);
  if (
    view.at(start - 1) === 0x2d &&
    ((length === 1 && first === 0x75) || (length === 4 && view.startsWith('user', start)))
  ) {
    findCommandCredentials(scan, start, end);
  }
  if (view.at(end) === 0x7e && view.at(end - 1) === 0x51 && isDigit(view.at(end - 2)))
    findAzureSecret(scan, start, end);
  if ((flags & holds.digit) === 0) {
    // May-2021, where dates are asked for.
    if (length <= 9 && scan.dates) findDate(scan, start);
    // DOB September 22, 1982.
    if (length > 2 && length <= 9 && isMonth(view, start)) findMonthFirst(scan, start);
    // is, of `password is …`.
    if (length === 2 && first === 0x69 && second === 0x73 && isPassword(scan, start))
      findSpokenSecret(scan, end);
    if (length === 6 && second === 0x65 && view.startsWith('secret', start))
      findKubernetesSecret(scan, start);
    if (length === 5 && first === 0x42 && view.startsWith('begin', start))
      findPrivateKey(scan, start);
    else if (
      (length >= 16 && (flags & holds.lower) !== 0 && (flags & holds.upper) !== 0) ||
      opensKey(first, second, view.codes[start + 2]!)
    )
      findEncoded(scan, start);
    return;
  }
  findMixed(scan, run, start, end, length, flags);
}

/** Three letters as one number. */
const keyOf = (first: number, second: number, third: number): number =>
  ((first & 31) << 10) | ((second & 31) << 5) | (third & 31);
/** 1 where the name of a month begins with three letters, in any case. */
const monthStarts = new Uint8Array(32_768);
for (const month of monthNames)
  monthStarts[keyOf(month.charCodeAt(0), month.charCodeAt(1), month.charCodeAt(2))] = 1;

/** Whether a month is named, with a capital, at `start`. */
function isMonth({ codes }: TextView, start: number): boolean {
  const first = codes[start]!;
  return first < 0x5b && monthStarts[keyOf(first, codes[start + 1]!, codes[start + 2]!)] === 1;
}

/** Whether the word before a space is `password` or one like it. */
function isPassword({ view }: Scan, start: number): boolean {
  return (
    view.at(start - 1) === 0x20 &&
    /(?:password|passcode|passwd|pwd)$/i.test(view.slice(start - 9, start - 1))
  );
}

const isSegment = (unit: number): boolean => unit === 0x2d || unit === 0x5f || unit === 0x2e;

function findMixed(
  scan: Scan,
  run: DigitRun,
  start: number,
  end: number,
  length: number,
  flags: number,
): void {
  const { view } = scan;
  if (length >= 23 && length <= 27) findDiscordToken(scan, start, end);
  if (length === 32 && view.at(end) === 0x2d) findMailchimpKey(scan, start, end);
  // Before base64, of whose alphabet hexadecimal digits are a part.
  if (length >= 16) findHexEncoded(scan, start);
  if (
    (length >= 12 && (flags & holds.upper) !== 0 && (flags & holds.lower) !== 0) ||
    opensKey(view.codes[start]!, view.codes[start + 1]!, view.codes[start + 2]!)
  )
    findEncoded(scan, start);
  if ((flags & holds.mail) !== 0) {
    if (length >= 25) findCryptoAddress(scan, start, end);
    return;
  }
  if ((flags & holds.underscore) === 0) {
    if (length >= 7 && length <= 11) findTravelDocument(scan, start, end);
    else if (length === 17) findVin(scan, start, end);
    else if (length === 18) {
      findUscc(scan, start, end);
      // Seventeen digits and X.
      if ((view.at(end - 1) | 0x20) === 0x78) findNumber(scan, run, start);
    }
    if (length === 4 || length === 12) findMac(scan, start, end);
    if (
      length >= 4 &&
      isLetter(view.at(start)) &&
      isLetter(view.at(start + 1)) &&
      isDigit(view.at(start + 2)) &&
      isDigit(view.at(start + 3))
    ) {
      findIban(scan, start);
    }
  }
  if (length >= 25) findCryptoAddress(scan, start, end);
  // 138_0013_8000.
  if (length === 13 && flags === (holds.digit | holds.underscore)) findJoinedMobile(scan, start);
  findLetteredNumber(scan, start);
  // With a cue, a postcode is found as what the cue names.
  if (scan.thorough && length >= 3 && length <= 7) findUkPostcode(scan, start);
  // GIR 0AA, the one whose first part has no digit.
  if (scan.thorough && length === 3 && view.startsWith('gir 0aa', start - 4))
    findUkPostcode(scan, start - 4);
  findCuedValue(scan, start, end);
  if (length <= 18 && (flags & holds.underscore) === 0) findNationalNumber(scan, start, end);
  findGluedNumber(scan, run, start, end);
}

/** `tel13800138000`, `QQ12345678`: a short word that ends in a number. */
function findGluedNumber(scan: Scan, run: DigitRun, start: number, end: number): void {
  const { view } = scan;
  let digits = end;
  while (digits > start && isDigit(view.at(digits - 1))) digits -= 1;
  if (end - digits < 5 || digits === start || digits - start > 16 || isWord(view.at(end))) return;
  findNumber(scan, run, digits);
}
