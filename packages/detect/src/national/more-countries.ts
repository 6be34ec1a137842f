/**
 * Identity, tax and health numbers of further countries: Latin America, central Europe, Asia and the islands.
 *
 * @module
 */
import { isDate, isShortDate, isUniform, luhn, weightedSum } from './check-digits.ts';
import { format, type NumberFormat } from './number-format.ts';

const spanishAlphabet = '0123456789ABCDEFGHIJKLMNÑOPQRSTUVWXYZ';
const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';

/** States of Mexico, and NE for those born abroad, as the CURP has them. */
const mexicanStates = new Set(
  'AS BC BS CC CS CH CL CM DF DG GT GR HG JC MC MN MS NT NL OC PL QT QR SP SL SR TC TS TL VZ YN ZS NE'.split(
    ' ',
  ),
);

/** CURP (DOF 18 October 2021): the 17th character tells the century. */
function mexicanPerson(text: string): boolean {
  const century = /\d/.test(text[16]!) ? 1900 : 2000;
  if (!isShortDate(text.slice(4, 6), text.slice(6, 8), text.slice(8, 10), century)) return false;
  if (!mexicanStates.has(text.slice(11, 13))) return false;
  let sum = 0;
  for (let at = 0; at < 17; at += 1) sum += (18 - at) * spanishAlphabet.indexOf(text[at]!);
  return (10 - (sum % 10)) % 10 === Number(text[17]);
}

/** Cédula of Ecuador: province, a third digit below 7, and Luhn. */
function ecuadorianPerson(text: string): boolean {
  const province = Number(text.slice(0, 2));
  const isProvince = (province >= 1 && province <= 24) || province === 30 || province === 50;
  return isProvince && Number(text[2]) < 7 && luhn(text);
}

/** RUT of Uruguay: office 01 to 22, number, 001, modulo 11. */
function uruguayanTax(text: string): boolean {
  const digits = text.replace('UY', '');
  const office = Number(digits.slice(0, 2));
  if (office < 1 || office > 22 || digits.slice(2, 8) === '000000') return false;
  if (digits.slice(8, 11) !== '001') return false;
  const sum = weightedSum(digits, [4, 3, 2, 9, 8, 7, 6, 5, 4, 3, 2]);
  return (11 - (sum % 11)) % 11 === Number(digits[11]);
}

/** RIF of Venezuela: what the holder is counts as a digit more. */
function venezuelanTax(text: string): boolean {
  const kind = { V: 4, E: 8, J: 12, P: 16, G: 20 }[text[0]!] ?? 0;
  const sum = kind + weightedSum(text.slice(1, 9), [3, 2, 7, 6, 5, 4, 3, 2]);
  return '00987654321'[sum % 11] === text[9];
}

/** Identity number of Mauritius: letter, date of birth, and a check character of base 17. */
function mauritianPerson(text: string): boolean {
  if (!isDate(2000 + Number(text.slice(5, 7)), Number(text.slice(3, 5)), Number(text.slice(1, 3))))
    return false;
  let sum = 0;
  for (let at = 0; at < 13; at += 1) sum += (14 - at) * alphabet.indexOf(text[at]!);
  return alphabet[(17 - (sum % 17)) % 17] === text[13];
}

/** Codes of the place of birth that Malaysia has given to none. */
const unusedPlaces = new Set([0, 17, 18, 19, 20, 69, 70, 73, 80, 81, 94, 95, 96, 97]);

const malaysianPerson = (text: string): boolean =>
  (isShortDate(text.slice(0, 2), text.slice(2, 4), text.slice(4, 6)) ||
    isShortDate(text.slice(0, 2), text.slice(2, 4), text.slice(4, 6), 2000)) &&
  !unusedPlaces.has(Number(text.slice(6, 8)));

/** Identity number of Cuba: date of birth, and the century in the seventh digit. */
function cubanPerson(text: string): boolean {
  const digit = Number(text[6]);
  const century = digit < 6 ? 1900 : digit < 9 ? 2000 : 1800;
  return isShortDate(text.slice(0, 2), text.slice(2, 4), text.slice(4, 6), century);
}

/** Social insurance number of Austria (§ 460d ASVG): the check digit is the fourth. Months beyond 12 are given where dates run out. */
function austrianInsurance(text: string): boolean {
  const month = Number(text.slice(6, 8));
  const day = Number(text.slice(4, 6));
  if (month < 1 || month > 15 || day < 1 || day > 31) return false;
  return weightedSum(text, [3, 7, 9, 0, 5, 8, 4, 2, 1, 6]) % 11 === Number(text[3]);
}

/** Tax number of persons in Hungary (1996 évi XX. törvény). */
const hungarianTax = (text: string): boolean =>
  weightedSum(text.slice(0, 9), [1, 2, 3, 4, 5, 6, 7, 8, 9]) % 11 === Number(text[9]);

/** Health insurance number (TAJ) of Hungary, by the same law. */
const hungarianHealth = (text: string): boolean =>
  !isUniform(text) &&
  weightedSum(text.slice(0, 8), [3, 7, 3, 7, 3, 7, 3, 7]) % 10 === Number(text[8]);

/** Personal code of Latvia: date of birth with its century behind it; those that begin with 32 hold no date and no check digit. */
function latvianPerson(text: string): boolean {
  if (text.startsWith('32')) return true;
  const century = [1800, 1900, 2000][Number(text[6])];
  if (century === undefined) return false;
  if (!isShortDate(text.slice(4, 6), text.slice(2, 4), text.slice(0, 2), century)) return false;
  const sum = weightedSum(text.slice(0, 10), [1, 6, 3, 7, 9, 10, 5, 8, 4, 2]);
  return ((1101 - sum) % 11) % 10 === Number(text[10]);
}

/** Individual identification number of Kazakhstan: date, century and sex, number, modulo 11 in two rounds. */
function kazakhPerson(text: string): boolean {
  const kind = Number(text[6]);
  if (kind < 1 || kind > 6) return false;
  const century = [1800, 1900, 2000][Math.floor((kind - 1) / 2)]!;
  if (!isShortDate(text.slice(0, 2), text.slice(2, 4), text.slice(4, 6), century)) return false;
  let check = weightedSum(text.slice(0, 11), [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]) % 11;
  if (check === 10)
    check = weightedSum(text.slice(0, 11), [3, 4, 5, 6, 7, 8, 9, 10, 11, 1, 2]) % 11;
  return check < 10 && check === Number(text[11]);
}

/** National code of Iran. */
function iranianPerson(text: string): boolean {
  if (isUniform(text)) return false;
  const rest = weightedSum(text.slice(0, 9), [10, 9, 8, 7, 6, 5, 4, 3, 2]) % 11;
  return (rest < 2 ? rest : 11 - rest) === Number(text[9]);
}

/** The formats. */
export const moreCountries: readonly NumberFormat[] = [
  format(
    'mx.curp',
    'id.national.mx',
    /^[A-Z]{4}\d{6}[HM][A-Z]{2}[B-DF-HJ-NP-TV-Z]{3}[\dA-Z]\d$/,
    'curp,clave única de registro de población,clave unica de registro de poblacion',
    mexicanPerson,
    {
      telling: /^[A-Z]{4}\d{6}[HM][A-Z]{2}[B-DF-HJ-NP-TV-Z]{3}[\dA-Z]\d$/i,
      alone: 2.4,
    },
  ),
  format('ec.ci', 'id.national.ec', /^\d{10}$/, 'cedula,cedula de identidad', ecuadorianPerson),
  format('uy.rut', 'id.tax.uy', /^(?:UY)?\d{12}$/, 'rut', uruguayanTax),
  format('ve.rif', 'id.tax.ve', /^[VEJPG]\d{9}$/, 'rif', venezuelanTax),
  format(
    'mu.nid',
    'id.national.mu',
    /^[A-Z]\d{12}[\dA-Z]$/,
    'national identity card,nic number,nic',
    mauritianPerson,
  ),
  format(
    'my.nric',
    'id.national.my',
    /^\d{12}$/,
    'mykad,nric,nric no,ic number,ic no,kad pengenalan,no kad pengenalan',
    malaysianPerson,
  ),
  format(
    'cu.ni',
    'id.national.cu',
    /^\d{11}$/,
    'carné de identidad,carne de identidad,número de identidad',
    cubanPerson,
  ),
  format(
    'at.vnr',
    'id.national.at',
    /^[1-9]\d{9}$/,
    'svnr,sv nummer,versicherungsnummer,sozialversicherungsnummer',
    austrianInsurance,
  ),
  format(
    'hu.tax',
    'id.tax.hu',
    /^8\d{9}$/,
    'adóazonosító,adóazonosító jel,adoazonosito',
    hungarianTax,
  ),
  format('hu.taj', 'id.health.hu', /^\d{9}$/, 'taj,taj szám,taj szam', hungarianHealth),
  format('lv.pk', 'id.national.lv', /^\d{11}$/, 'personas kods,personal code', latvianPerson),
  format('kz.iin', 'id.national.kz', /^\d{12}$/, 'iin,иин,жсн', kazakhPerson),
  format(
    'ir.code',
    'id.national.ir',
    /^\d{10}$/,
    'national code,melli code,kod melli',
    iranianPerson,
  ),
];
