/**
 * Further numbers of professions, companies and travellers, and identity cards without check digits, which need a cue.
 *
 * @module
 */
import { isDate, luhn, weightedSum } from './check-digits.ts';
import { format, type NumberFormat } from './number-format.ts';

const letterValue = (letter: string): number => letter.charCodeAt(0) - 64;
const twoDigits = (value: number): string => String(value).padStart(2, '0');

/** Sum of the digits of the products of digits and weights 1 and 2 in turn, or as given. */
function crossSum(text: string, weights: readonly number[]): number {
  let sum = 0;
  for (let index = 0; index < text.length; index += 1) {
    const product = Number(text[index]) * weights[index % weights.length]!;
    sum += Math.floor(product / 10) + (product % 10);
  }
  return sum;
}

/** Number of the US Drug Enforcement Administration. */
function dea(text: string): boolean {
  const digits = text.slice(2);
  const sum = weightedSum(digits.slice(0, 6), [1, 2, 1, 2, 1, 2]);
  return sum % 10 === Number(digits[6]);
}

/** Health insurance number, § 290 SGB V: the letter counts as two digits, weights 1 and 2 in turn. */
function germanHealth(text: string): boolean {
  const digits = twoDigits(letterValue(text[0]!)) + text.slice(1, 9);
  return crossSum(digits, [1, 2]) % 10 === Number(text[9]);
}

/** Pension insurance number (VKVV § 2): weights 2, 1, 2, 5, 7, 1, 2, 1, 2, 1, 2, 1. */
function germanPension(text: string): boolean {
  const day = Number(text.slice(2, 4)) % 50;
  const month = Number(text.slice(4, 6));
  if (month > 12 || day > 31) return false;
  const digits = text.slice(0, 8) + twoDigits(letterValue(text[8]!)) + text.slice(9, 11);
  return crossSum(digits, [2, 1, 2, 5, 7, 1, 2, 1, 2, 1, 2, 1]) % 10 === Number(text[11]);
}

/** Number of a physician (LANR): weights 4 and 9 in turn. */
const physician = (text: string): boolean =>
  (10 - (weightedSum(text.slice(0, 6), [4, 9, 4, 9, 4, 9]) % 10)) % 10 === Number(text[6]);

/** Entity number of Singapore, in three forms (ACRA). */
function singaporeEntity(text: string): boolean {
  if (text.length === 9) {
    const sum = weightedSum(text.slice(0, 8), [10, 4, 9, 3, 8, 2, 7, 1]);
    return 'XMKECAWLJDB'[sum % 11] === text[8];
  }
  if (/^\d/.test(text)) {
    const sum = weightedSum(text.slice(0, 9), [10, 8, 6, 4, 9, 7, 5, 3, 1]);
    return 'ZKCMDNERGWH'[sum % 11] === text[9];
  }
  const alphabet = 'ABCDEFGHJKLMNPQRSTUVWX0123456789';
  const weights = [4, 3, 5, 3, 10, 2, 2, 5, 7];
  const sum = weights.reduce(
    (total, weight, at) => total + weight * alphabet.indexOf(text[at]!),
    0,
  );
  return alphabet[(sum - 5 + 1100) % 11] === text[9];
}

/** Driving licence of Great Britain (DVLA): surname, date of birth with the month raised by 50 for women, initials. */
function britishDriver(text: string): boolean {
  const month = Number(text.slice(6, 8)) % 50;
  return isDate(1900 + Number(text[5]) * 10 + Number(text[10]), month, Number(text.slice(8, 10)));
}

/** Taxpayer number of the Philippines: weights 9 to 2, modulo 11. */
const philippineTax = (text: string): boolean =>
  weightedSum(text.slice(0, 8), [9, 8, 7, 6, 5, 4, 3, 2]) % 11 === Number(text[8]);

const always = (): boolean => true;

/** The formats. */
export const furtherNumbers: readonly NumberFormat[] = [
  format(
    'us.dea',
    'id.health.us',
    /^[A-HJ-NPR-UX][A-Z9]\d{7}$/,
    'dea,dea number,dea no,certificate number',
    dea,
  ),
  format(
    'de.kvnr',
    'id.health.de',
    /^[A-Z]\d{9}$/,
    'krankenversichertennummer,krankenversicherungsnummer,kvnr,versichertennummer',
    germanHealth,
  ),
  format(
    'de.rvnr',
    'id.national.de',
    /^\d{8}[A-Z]\d{3}$/,
    'rvnr,rentenversicherungsnummer,sozialversicherungsnummer,svnr',
    germanPension,
  ),
  format('de.lanr', 'id.health.de', /^\d{9}$/, 'lanr,arztnummer', physician),
  format(
    'de.bsnr',
    'id.health.de',
    /^\d{9}$/,
    'bsnr,betriebsstättennummer,betriebsstaettennummer',
    always,
  ),
  format(
    'de.id_card',
    'id.national.de',
    /^[LMNPRTVWXYCFGHJK](?=[CFGHJKLMNPRTVWXYZ\d]*\d)[CFGHJKLMNPRTVWXYZ\d]{8}\d?$/,
    'personalausweis,ausweisnummer,personalausweisnummer',
    always,
  ),
  format(
    'sg.uen',
    'id.tax.sg',
    /^(?:\d{8}[A-Z]|(?:19|20)\d{7}[A-Z]|[RST]\d{2}[A-Z]{2}\d{4}[A-Z])$/,
    'uen,unique entity number',
    singaporeEntity,
  ),
  format(
    'se.orgnr',
    'id.tax.se',
    /^\d{2}[2-9]\d{7}$/,
    'organisationsnummer,orgnummer,org nr,company identity code',
    luhn,
  ),
  format('ph.tin', 'id.tax.ph', /^\d{9}(?:\d{3}(?:\d{2})?)?$/, 'tin,bir tin', philippineTax),
  format(
    'in.voter',
    'id.national.in',
    /^[A-Z]{3}\d{7}$/,
    'voter,voter id,epic,epic number',
    always,
  ),
  format(
    'it.patente',
    'id.driver.it',
    /^(?:[A-Z]{2}\d{7}[A-Z]|U1[B-DF-HJ-NP-TV-Z\d]{7}[A-Z])$/,
    'patente,patente di guida',
    always,
  ),
  format(
    'it.cie',
    'id.national.it',
    /^(?:[A-Z]{2}\d{5}[A-Z]{2}|[A-Z]{2}\d{7}|\d{7}[A-Z]{2})$/,
    "carta d'identità,carta di identita,carta identità",
    always,
  ),
  format(
    'kr.driver',
    'id.driver.kr',
    /^(?:1[1-9]|2[0-68])\d{10}$/,
    'driver license,운전면허',
    always,
  ),
  format(
    'gb.driver',
    'id.driver.gb',
    /^(?=[A-Z])[A-Z9]{5}\d[0156]\d[0-3]\d{2}[A-Z9]{2}[A-Z\d][A-Z]{2}$/,
    'driving licence,driving license,driver number,dvla',
    britishDriver,
    { alone: 1.2, telling: /^(?=[A-Z]{2})[A-Z9]{5}\d[0156]\d[0-3]\d{2}[A-Z9]{2}[A-Z\d][A-Z]{2}$/ },
  ),
];
