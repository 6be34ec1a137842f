/**
 * Identity, tax and health numbers of America, Asia, Africa and Oceania.
 *
 * @module
 */
import { isDate, isShortDate, isUniform, luhn, verhoeff, weightedSum } from './check-digits.ts';
import { format, type NumberFormat } from './number-format.ts';

const alphanumerics = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';

function brazilianPerson(text: string): boolean {
  if (isUniform(text)) return false;
  const check = (length: number): number => {
    let sum = 0;
    for (let index = 0; index < length; index += 1)
      sum += Number(text[index]) * (length + 1 - index);
    return ((11 - (sum % 11)) % 11) % 10;
  };
  return check(9) === Number(text[9]) && check(10) === Number(text[10]);
}

function brazilianCompany(text: string): boolean {
  if (/^0+$/.test(text.slice(0, 8)) && /^0+$/.test(text)) return false;
  const weights = [6, 5, 4, 3, 2, 9, 8, 7, 6, 5, 4, 3, 2];
  const value = (index: number): number => text.charCodeAt(index) - 48;
  const check = (length: number): number => {
    let sum = 0;
    for (let index = 0; index < length; index += 1)
      sum += value(index) * weights[weights.length - length + index]!;
    const rest = 11 - (sum % 11);
    return rest > 9 ? 0 : rest;
  };
  return check(12) === Number(text[12]) && check(13) === Number(text[13]);
}

function gstin(text: string): boolean {
  let sum = 0;
  for (let index = 0; index < 15; index += 1) {
    const digit = alphanumerics.indexOf(text[14 - index]!) * (index % 2 === 0 ? 1 : 2);
    sum += Math.floor(digit / 36) + (digit % 36);
  }
  const state = Number(text.slice(0, 2));
  return (
    sum % 36 === 0 && ((state >= 1 && state <= 38) || state === 97) && isPan(text.slice(2, 12))
  );
}

const isPan = (text: string): boolean =>
  /^[A-Z]{3}[ABCFGHJLPTK][A-Z]\d{4}[A-Z]$/.test(text) && text.slice(5, 9) !== '0000';

function koreanPerson(text: string): boolean {
  const century = (
    {
      1: 1900,
      2: 1900,
      5: 1900,
      6: 1900,
      3: 2000,
      4: 2000,
      7: 2000,
      8: 2000,
      9: 1800,
      0: 1800,
    } as Record<string, number>
  )[text[6]!]!;
  return isShortDate(text.slice(0, 2), text.slice(2, 4), text.slice(4, 6), century);
}

function koreanCheck(text: string): boolean {
  if (Number(text.slice(7, 9)) > 96) return false;
  return (
    (11 - (weightedSum(text, [2, 3, 4, 5, 6, 7, 8, 9, 2, 3, 4, 5]) % 11)) % 10 === Number(text[12])
  );
}

function singaporean(text: string): boolean {
  const sum =
    weightedSum(text.slice(1), [2, 7, 6, 5, 4, 3, 2]) +
    (/[TG]/.test(text[0]!) ? 4 : text[0] === 'M' ? 3 : 0);
  const letters = /[ST]/.test(text[0]!)
    ? 'JZIHGFEDCBA'
    : text[0] === 'M'
      ? 'KLJNPQRTUWX'
      : 'XWUTRQPNMLK';
  if (text[0] === 'M') return letters[10 - (sum % 11)] === text[8];
  return letters[sum % 11] === text[8];
}

function colombian(text: string): boolean {
  const weights = [3, 7, 13, 17, 19, 23, 29, 37, 41, 43, 47, 53, 59, 67, 71];
  let sum = 0;
  for (let index = 0; index < text.length - 1; index += 1)
    sum += Number(text[text.length - 2 - index]) * weights[index]!;
  return '01987654321'[sum % 11] === text.at(-1);
}

function chilean(text: string): boolean {
  let sum = 0;
  for (let index = 0; index < text.length - 1; index += 1)
    sum += Number(text[text.length - 2 - index]) * ((index % 6) + 2);
  return '0123456789K'[(11 - (sum % 11)) % 11] === text.at(-1);
}

/** Whether the eight digits of a Taiwan company hold: products are cast out digit by digit, modulo 5 since 2023. */
function taiwaneseCompany(text: string): boolean {
  const weights = [1, 2, 1, 2, 1, 2, 4, 1];
  let sum = 0;
  for (let index = 0; index < 8; index += 1) {
    const product = Number(text[index]) * weights[index]!;
    sum += Math.floor(product / 10) + (product % 10);
  }
  return sum % 5 === 0 || (text[6] === '7' && (sum + 1) % 5 === 0);
}

/** Fifteen digits, or sixteen since 2024: those of before with a zero, or a person's identity number with a date of birth. */
function indonesian(text: string): boolean {
  if (text.length === 15) return luhn(text.slice(0, 9));
  if (text[0] === '0') return luhn(text.slice(1, 10));
  const day = Number(text.slice(6, 8)) % 40;
  return isDate(2000 + Number(text.slice(10, 12)), Number(text.slice(8, 10)), day);
}

/** Numbers of countries outside Europe. */
export const otherNumbers: readonly NumberFormat[] = [
  format(
    'ar.cuit',
    'id.tax.ar',
    /^(?:2[0347]|3[034]|5[015])\d{9}$/,
    'cuit,cuil',
    (text) =>
      '012345678990'[11 - (weightedSum(text, [5, 4, 3, 2, 7, 6, 5, 4, 3, 2]) % 11)] === text[10],
    { telling: /^\d{2}-\d{8}-\d$/ },
  ),
  format(
    'au.abn',
    'id.tax.au',
    /^\d{11}$/,
    'abn,australian business number',
    (text) => (weightedSum(text, [10, 1, 3, 5, 7, 9, 11, 13, 15, 17, 19]) - 10) % 89 === 0,
  ),
  format(
    'au.acn',
    'id.tax.au',
    /^\d{9}$/,
    'acn,australian company number',
    (text) => (10 - (weightedSum(text, [8, 7, 6, 5, 4, 3, 2, 1]) % 10)) % 10 === Number(text[8]),
  ),
  format(
    'au.tfn',
    'id.tax.au',
    /^\d{8,9}$/,
    'tfn,tax file number',
    (text) => weightedSum(text, [1, 4, 3, 7, 5, 8, 6, 9, 10]) % 11 === 0,
  ),
  format(
    'au.medicare',
    'id.health.au',
    /^[2-6]\d{9}$/,
    'medicare,medicare number,medicare no',
    (text) => weightedSum(text, [1, 3, 7, 9, 1, 3, 7, 9]) % 10 === Number(text[8]),
  ),
  format('br.cpf', 'id.national.br', /^\d{11}$/, 'cpf,cadastro de pessoas', brazilianPerson, {
    telling: /^\d{3}\.\d{3}\.\d{3}-\d{2}$/,
  }),
  format('br.cnpj', 'id.tax.br', /^[\dA-Z]{12}\d{2}$/, 'cnpj', brazilianCompany, {
    telling: /^[\dA-Z]{2}\.[\dA-Z]{3}\.[\dA-Z]{3}\/[\dA-Z]{4}-\d{2}$/i,
  }),
  format(
    'ca.sin',
    'id.national.ca',
    /^[1-79]\d{8}$/,
    "sin,social insurance,social insurance number,nas,numéro d'assurance sociale",
    luhn,
  ),
  format('ca.bn', 'id.tax.ca', /^\d{9}(?:R[CMPTZ]\d{4})?$/, 'business number,bn', (text) =>
    luhn(text.slice(0, 9)),
  ),
  format(
    'cl.rut',
    'id.national.cl',
    /^\d{7,8}[\dK]$/,
    'rut,rol único,rol unico nacional',
    chilean,
    {
      telling: /^\d{1,2}\.\d{3}\.\d{3}-[\dK]$/i,
    },
  ),
  format('co.nit', 'id.tax.co', /^\d{8,16}$/, 'nit', colombian, { separators: /[\s.,\-/]/g }),
  format('id.npwp', 'id.tax.id', /^\d{15,16}$/, 'npwp', indonesian, {
    telling: /^\d{2}\.\d{3}\.\d{3}\.\d-\d{3}\.\d{3}$/,
  }),
  format(
    'il.idnr',
    'id.national.il',
    /^\d{8,9}$/,
    'teudat zehut,israeli id,תעודת זהות',
    (text) => Number(text) > 0 && luhn(text),
  ),
  format(
    'in_.aadhaar',
    'id.national.in',
    /^[2-9]\d{11}$/,
    'aadhaar,aadhar,uidai',
    (text) => verhoeff(text) && text !== Array.from(text).reverse().join(''),
  ),
  format(
    'in_.pan',
    'id.tax.in',
    /^[A-Z]{5}\d{4}[A-Z]$/,
    'pan card,permanent account number,pan number,pan no',
    isPan,
    { alone: 0.3, telling: /^[A-Z]{5}\d{4}[A-Z]$/ },
  ),
  format(
    'in_.gstin',
    'id.tax.in',
    /^\d{2}[A-Z]{5}\d{4}[A-Z][1-9A-Z]Z[\dA-Z]$/,
    'gstin,gst,gst number',
    gstin,
    { telling: /^\d{2}[A-Z]{5}\d{4}[A-Z][1-9A-Z]Z[\dA-Z]$/ },
  ),
  format('in_.epic', 'id.national.in', /^[A-Z]{3}\d{7}$/, 'voter,epic,voter id,elector', (text) =>
    luhn(text.slice(3)),
  ),
  format('jp.in_', 'id.national.jp', /^\d{12}$/, 'マイナンバー,個人番号,my number', (text) => {
    const rest = weightedSum(text, [6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2]) % 11;
    return (rest <= 1 ? 0 : 11 - rest) === Number(text[11]);
  }),
  format(
    'jp.cn',
    'id.tax.jp',
    /^\d{13}$/,
    '法人番号,corporate number',
    (text) =>
      9 - (weightedSum(text.slice(1), [2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1]) % 9) ===
      Number(text[0]),
  ),
  format(
    'kr.rrn',
    'id.national.kr',
    /^\d{13}$/,
    '주민등록번호,주민번호,rrn,korean resident',
    (text) => koreanPerson(text) && koreanCheck(text),
  ),
  // The check digit is random since October 2020, so the written form with a date counts too.
  format(
    'kr.rrn.date',
    'id.national.kr',
    /^\d{6}[1-4]\d{6}$/,
    '주민등록번호,주민번호',
    koreanPerson,
    { alone: 1.0, telling: /^\d{6}-[1-4]\d{6}$/ },
  ),
  // The same for foreigners, whose seventh digit is 5 to 8.
  format(
    'kr.frn.date',
    'id.national.kr',
    /^\d{6}[5-8]\d{6}$/,
    '外国人登録番号,외국인등록번호,frn',
    koreanPerson,
    { alone: 1.0, telling: /^\d{6}-[5-8]\d{6}$/ },
  ),
  format(
    'kr.brn',
    'id.tax.kr',
    /^\d{10}$/,
    '사업자등록번호,brn,business registration number',
    (text) =>
      Number(text.slice(0, 3)) >= 101 && text.slice(3, 5) !== '00' && text.slice(5, 9) !== '0000',
  ),
  format(
    'nz.ird',
    'id.tax.nz',
    /^\d{8,9}$/,
    'ird,ird number',
    (text) => {
      const number = Number(text);
      if (number < 10_000_000 || number >= 150_000_000) return false;
      const padded = text.padStart(9, '0');
      let rest = (11 - (weightedSum(padded, [3, 2, 7, 6, 5, 4, 3, 2]) % 11)) % 11;
      if (rest === 10) rest = (11 - (weightedSum(padded, [7, 4, 3, 2, 5, 2, 7, 6]) % 11)) % 11;
      return rest === Number(padded[8]);
    },
    { separators: /[\s.\-/]|^NZ/g },
  ),
  format(
    'pe.ruc',
    'id.tax.pe',
    /^(?:10|15|17|20)\d{9}$/,
    'ruc',
    (text) =>
      (11 - (weightedSum(text, [5, 4, 3, 2, 7, 6, 5, 4, 3, 2]) % 11)) % 10 === Number(text[10]),
  ),
  format(
    'sg.nric',
    'id.national.sg',
    /^[STFGM]\d{7}[A-Z]$/,
    'nric,fin,fin number,nric number',
    singaporean,
    { alone: 0.6, telling: /^[STFGM]\d{7}[A-Z]$/ },
  ),
  format(
    'th.pin',
    'id.national.th',
    /^[1-8]\d{12}$/,
    'thai id,citizen id th,บัตรประชาชน,เลขประจำตัวประชาชน,tnin',
    (text) => {
      let sum = 0;
      for (let index = 0; index < 12; index += 1) sum += Number(text[index]) * (13 - index);
      return (11 - (sum % 11)) % 10 === Number(text[12]);
    },
    { telling: /^\d-\d{4}-\d{5}-\d{2}-\d$/ },
  ),
  format('tw.ubn', 'id.tax.tw', /^\d{8}$/, '統一編號,统一编号,統編,ubn', taiwaneseCompany),
  format(
    'us.itin',
    'id.tax.us',
    /^9\d{2}-?(?:5\d|6[0-5]|7\d|8[0-8]|9[0-24-9])-?\d{4}$/,
    'itin,individual taxpayer,tax id,taxpayer id,taxpayer identification',
    () => true,
    {
      alone: 0.6,
      telling: /^9\d{2}-(?:5\d|6[0-5]|7\d|8[0-8]|9[0-24-9])-\d{4}$/,
      separators: / /g,
    },
  ),
  format('us.npi', 'id.health.us', /^[12]\d{9}$/, 'npi,national provider,provider number', (text) =>
    luhn(`80840${text}`),
  ),
  format(
    'us.mbi',
    'id.health.us',
    /^[1-9][AC-HJKMNP-RT-Y][\dAC-HJKMNP-RT-Y]\d[AC-HJKMNP-RT-Y][\dAC-HJKMNP-RT-Y]\d[AC-HJKMNP-RT-Y]{2}\d{2}$/,
    'mbi,medicare beneficiary,medicare id',
    () => true,
  ),
  format(
    'us.rtn',
    'id.tax.us',
    /^(?:0\d|1[0-2]|2[1-9]|3[0-2]|6[1-9]|7[0-2]|80)\d{7}$/,
    'routing number,aba,aba number,routing no,rtn,routing transit',
    (text) => weightedSum(text, [3, 7, 1, 3, 7, 1, 3, 7, 1]) % 10 === 0 && Number(text) > 0,
  ),
  format(
    'za.idnr',
    'id.national.za',
    /^\d{10}[012]\d{2}$/,
    'rsa id,south african id,sa id,za id,id nommer',
    (text) =>
      luhn(text) &&
      (isShortDate(text.slice(0, 2), text.slice(2, 4), text.slice(4, 6)) ||
        isDate(
          2000 + Number(text.slice(0, 2)),
          Number(text.slice(2, 4)),
          Number(text.slice(4, 6)),
        )),
  ),
];
