/**
 * Check digits that many national numbers share.
 *
 * @module
 */

/** Sum of the products of digits and weights; the shorter of both decides how many. */
export function weightedSum(text: string, weights: readonly number[]): number {
  let sum = 0;
  const length = Math.min(text.length, weights.length);
  for (let index = 0; index < length; index += 1) sum += Number(text[index]) * weights[index]!;
  return sum;
}

/** Luhn, ISO/IEC 7812-1 annex B. */
export function luhn(text: string): boolean {
  let sum = 0;
  for (let index = 0; index < text.length; index += 1) {
    let digit = Number(text[text.length - 1 - index]);
    if (index % 2 === 1) digit = digit > 4 ? digit * 2 - 9 : digit * 2;
    sum += digit;
  }
  return sum % 10 === 0;
}

const dihedral = [
  '0123456789',
  '1234067895',
  '2340178956',
  '3401289567',
  '4012395678',
  '5987604321',
  '6598710432',
  '7659821043',
  '8765932104',
  '9876543210',
];
const permutation = [
  '0123456789',
  '1576283094',
  '5803796142',
  '8916043527',
  '9453126870',
  '4286573901',
  '2793806415',
  '7046913258',
];

/** Verhoeff, over the dihedral group of order ten. */
export function verhoeff(text: string): boolean {
  let check = 0;
  for (let index = 0; index < text.length; index += 1) {
    const digit = Number(text[text.length - 1 - index]);
    check = Number(dihedral[check]![Number(permutation[index % 8]![digit])]);
  }
  return check === 0;
}

/** ISO/IEC 7064 MOD 11,10. */
export function mod11of10(text: string): boolean {
  let check = 5;
  for (const character of text) check = ((((check || 10) * 2) % 11) + Number(character)) % 10;
  return check === 1;
}

/** Remainder of a decimal text of any length. */
export function remainder(text: string, modulus: number): number {
  let rest = 0;
  for (const character of text) rest = (rest * 10 + Number(character)) % modulus;
  return rest;
}

/** Whether year, month and day are a date. */
export function isDate(year: number, month: number, day: number): boolean {
  if (month < 1 || month > 12 || day < 1) return false;
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return day <= [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]!;
}

/** Whether `yymmdd` or `ddmmyy` of a century is a date. */
export function isShortDate(year: string, month: string, day: string, century = 1900): boolean {
  return isDate(century + Number(year), Number(month), Number(day));
}

/** Whether all characters are the same. */
export const isUniform = (text: string): boolean => /^(.)\1*$/.test(text);
