/**
 * Identity, tax and health numbers of Europe.
 *
 * @module
 */
import {
  isDate,
  isShortDate,
  isUniform,
  luhn,
  mod11of10,
  remainder,
  weightedSum,
} from './check-digits.ts';
import { format, type NumberFormat } from './number-format.ts';

const elevenDigits = /^\d{11}$/;
const spanishLetters = 'TRWAGMYFPDXBNJZSQVHLCKE';
const spanish = (digits: string, letter: string): boolean =>
  spanishLetters[Number(digits) % 23] === letter;

function baltic(text: string): boolean {
  const century = 1800 + Math.floor((Number(text[0]) - 1) / 2) * 100;
  if (
    text[0] === '0' ||
    !isDate(century + Number(text.slice(1, 3)), Number(text.slice(3, 5)), Number(text.slice(5, 7)))
  )
    return false;
  let check = weightedSum(text, [1, 2, 3, 4, 5, 6, 7, 8, 9, 1]) % 11;
  if (check === 10) check = (weightedSum(text, [3, 4, 5, 6, 7, 8, 9, 1, 2, 3]) % 11) % 10;
  return check === Number(text[10]);
}

function czech(text: string): boolean {
  let month = Number(text.slice(2, 4)) % 50;
  const year = Number(text.slice(0, 2));
  let full = 1900 + year;
  if (text.length === 9) {
    if (full >= 1980) full -= 100;
    if (full > 1953) return false;
  } else if (full < 1954) full += 100;
  if (full >= 2004 && month > 20) month -= 20;
  if (!isDate(full, month, Number(text.slice(4, 6)))) return false;
  if (text.length === 9) return true;
  const check = Number(text.slice(0, 9)) % 11;
  return (full < 1985 ? check % 10 : check) === Number(text[9]);
}

function italian(text: string): boolean {
  const odd = [
    1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23,
  ];
  let sum = 0;
  for (let index = 0; index < 15; index += 1) {
    const unit = text.charCodeAt(index);
    const value = unit < 58 ? unit - 48 : unit - 65;
    sum += index % 2 === 0 ? odd[value]! : value;
  }
  if (String.fromCharCode(65 + (sum % 26)) !== text[15]) return false;
  const plain = Array.from(text.slice(6, 15), (character, index) =>
    index === 2 || index === 5 || /\d/.test(character)
      ? character
      : String('LMNPQRSTUV'.indexOf(character)),
  ).join('');
  const month = 'ABCDEHLMPRST'.indexOf(plain[2]!) + 1;
  return (
    month > 0 && isDate(1900 + Number(plain.slice(0, 2)), month, Number(plain.slice(3, 5)) % 40)
  );
}

function norwegian(text: string): boolean {
  const first = (11 - (weightedSum(text, [3, 7, 6, 1, 8, 9, 4, 5, 2]) % 11)) % 11;
  const second = (11 - (weightedSum(text, [5, 4, 3, 2, 7, 6, 5, 4, 3, 2]) % 11)) % 11;
  if (first !== Number(text[9]) || second !== Number(text[10])) return false;
  const day = Number(text.slice(0, 2)) % 40;
  const month = Number(text.slice(2, 4)) % 40;
  const year = Number(text.slice(4, 6));
  const order = Number(text.slice(6, 9));
  const century =
    order < 500
      ? 1900
      : order < 750 && year >= 54
        ? 1800
        : year < 40
          ? 2000
          : order >= 900
            ? 1900
            : 0;
  return (
    century > 0 && isDate(century + year, month, day) && century + year <= new Date().getFullYear()
  );
}

function finnish(text: string): boolean {
  const century = text[6] === '+' ? 1800 : /[-UVWXY]/.test(text[6]!) ? 1900 : 2000;
  if (
    !isDate(century + Number(text.slice(4, 6)), Number(text.slice(2, 4)), Number(text.slice(0, 2)))
  )
    return false;
  const order = Number(text.slice(7, 10));
  if (order < 2 || order > 899) return false;
  return (
    '0123456789ABCDEFHJKLMNPRSTUVWXY'[Number(text.slice(0, 6) + text.slice(7, 10)) % 31] ===
    text[10]
  );
}

function swedish(text: string): boolean {
  const short = text.length === 12 ? text.slice(2) : text;
  const day = Number(short.slice(4, 6)) % 60;
  const century = text.length === 12 ? Number(text.slice(0, 2)) * 100 : 1900;
  const dated =
    isDate(century + Number(short.slice(0, 2)), Number(short.slice(2, 4)), day) ||
    (text.length === 10 &&
      isDate(2000 + Number(short.slice(0, 2)), Number(short.slice(2, 4)), day));
  return dated && luhn(short);
}

function polish(text: string): boolean {
  const month = Number(text.slice(2, 4));
  const century = [1900, 2000, 2100, 2200, 1800][Math.floor(month / 20)];
  if (
    century === undefined ||
    !isDate(century + Number(text.slice(0, 2)), month % 20, Number(text.slice(4, 6)))
  )
    return false;
  return (10 - (weightedSum(text, [1, 3, 7, 9, 1, 3, 7, 9, 1, 3]) % 10)) % 10 === Number(text[10]);
}

function bulgarian(text: string): boolean {
  let month = Number(text.slice(2, 4));
  let year = 1900 + Number(text.slice(0, 2));
  if (month > 40) [year, month] = [year + 100, month - 40];
  else if (month > 20) [year, month] = [year - 100, month - 20];
  return (
    isDate(year, month, Number(text.slice(4, 6))) &&
    (weightedSum(text, [2, 4, 8, 5, 10, 9, 7, 3, 6]) % 11) % 10 === Number(text[9])
  );
}

function romanian(text: string): boolean {
  const century =
    ({ 1: 1900, 2: 1900, 3: 1800, 4: 1800, 5: 2000, 6: 2000 } as Record<string, number>)[
      text[0]!
    ] ?? 1900;
  if (
    text[0] === '0' ||
    !isShortDate(text.slice(1, 3), text.slice(3, 5), text.slice(5, 7), century)
  )
    return false;
  const county = Number(text.slice(7, 9));
  if (
    !(
      (county >= 1 && county <= 48) ||
      county === 51 ||
      county === 52 ||
      county === 70 ||
      (county >= 80 && county <= 83)
    )
  )
    return false;
  const check = weightedSum(text, [2, 7, 9, 1, 4, 6, 3, 5, 8, 2, 7, 9]) % 11;
  return (check === 10 ? 1 : check) === Number(text[12]);
}

function belgian(text: string): boolean {
  const check = 97 - Number(text.slice(9));
  const month = Number(text.slice(2, 4)) % 20;
  const day = Number(text.slice(4, 6));
  const dated = (century: number): boolean =>
    (month === 0 && day <= 31) ||
    isShortDate(text.slice(0, 2), String(month), text.slice(4, 6), century);
  return (
    (Number(text.slice(0, 9)) % 97 === check && dated(1900)) ||
    (remainder(`2${text.slice(0, 9)}`, 97) === check && dated(2000))
  );
}

function irish(text: string): boolean {
  const letters = 'WABCDEFGHIJKLMNOPQRSTUV';
  const extra = text[8] === undefined || text[8] === 'W' ? 0 : letters.indexOf(text[8]);
  return letters[(weightedSum(text, [8, 7, 6, 5, 4, 3, 2]) + extra * 9) % 23] === text[7];
}

function german(text: string): boolean {
  if (text[0] === '0' || !mod11of10(text)) return false;
  const counts = new Map<string, number>();
  for (const digit of text.slice(0, 10)) counts.set(digit, (counts.get(digit) ?? 0) + 1);
  const most = [...counts.values()].filter((count) => count > 1);
  return most.length === 1 && (most[0] === 2 || most[0] === 3);
}

function frenchNir(text: string): boolean {
  const plain = text.slice(0, 13).replace('2A', '19').replace('2B', '18');
  return /^\d+$/.test(plain) && 97 - remainder(plain, 97) === Number(text.slice(13));
}

function british(text: string): boolean {
  const check = (11 - (weightedSum(text, [10, 9, 8, 7, 6, 5, 4, 3, 2]) % 11)) % 11;
  return check === Number(text[9]);
}

/** Numbers of European countries. */
export const europeanNumbers: readonly NumberFormat[] = [
  format(
    'be.nn',
    'id.national.be',
    elevenDigits,
    'rijksregisternummer,numéro national,belgian national number,numero de registre national,insz,niss',
    belgian,
    { telling: /^\d{2}\.\d{2}\.\d{2}-\d{3}\.\d{2}$/ },
  ),
  format('bg.egn', 'id.national.bg', /^\d{10}$/, 'egn,егн', bulgarian),
  format(
    'ch.ssn',
    'id.national.ch',
    /^756\d{10}$/,
    'ahv,avs,ahv nummer,ahv nr,numero avs',
    (text) =>
      (10 - (weightedSum(text, [1, 3, 1, 3, 1, 3, 1, 3, 1, 3, 1, 3]) % 10)) % 10 ===
      Number(text[12]),
    { telling: /^756\.\d{4}\.\d{4}\.\d{2}$/ },
  ),
  format('cz.rc', 'id.national.cz', /^\d{9,10}$/, 'rodné číslo,rodne cislo,rc', czech, {
    telling: /^\d{6}\/\d{4}$/,
  }),
  format('sk.rc', 'id.national.sk', /^\d{9,10}$/, 'slovak birth number', czech),
  format(
    'de.idnr',
    'id.tax.de',
    elevenDigits,
    'steuer id,steuer identifikationsnummer,steueridentifikationsnummer,steuerid,idnr,tax id german,german tax id,steuerliche identifikationsnummer,tin',
    german,
  ),
  format(
    'dk.cpr',
    'id.national.dk',
    /^\d{10}$/,
    'cpr,cpr nummer,cpr nr,personnummer dk',
    (text) => {
      const century =
        Number(text[6]) < 4
          ? 1900
          : Number(text[6]) === 4 || Number(text[6]) === 9
            ? Number(text.slice(4, 6)) < 37
              ? 2000
              : 1900
            : Number(text.slice(4, 6)) < 58
              ? 2000
              : 1800;
      const year = century + Number(text.slice(4, 6));
      return (
        isDate(year, Number(text.slice(2, 4)), Number(text.slice(0, 2))) &&
        year <= new Date().getFullYear()
      );
    },
  ),
  format('ee.ik', 'id.national.ee', elevenDigits, 'isikukood', baltic),
  format('lt.asmens', 'id.national.lt', elevenDigits, 'asmens kodas', baltic),
  format(
    'es.dni',
    'id.national.es',
    /^\d{8}[A-Z]$/,
    'dni,documento nacional de identidad,nif,identificacion',
    (text) => spanish(text.slice(0, 8), text[8]!),
    { alone: 0.5, telling: /^\d{8}-?[A-Z]$/ },
  ),
  format(
    'es.nie',
    'id.national.es',
    /^[XYZ]\d{7}[A-Z]$/,
    'nie,número de identificación de extranjero',
    (text) => spanish('XYZ'.indexOf(text[0]!) + text.slice(1, 8), text[8]!),
    { alone: 0.9, telling: /^[XYZ]-?\d{7}-?[A-Z]$/ },
  ),
  format(
    'fi.hetu',
    'id.national.fi',
    /^\d{6}[-+ABCDEFUVWXY]\d{3}[\dA-FHJ-NPR-Y]$/,
    'hetu,henkilötunnus,henkilotunnus',
    finnish,
    { alone: 1.2, telling: /^\d{6}[-+A-FU-Y]\d{3}[\dA-FHJ-NPR-Y]$/, separators: /\s/g },
  ),
  format(
    'fr.nir',
    'id.national.fr',
    /^[1-478]\d{4}(?:\d{2}|2[AB])\d{8}$/,
    'nir,numéro de sécurité sociale,numero de securite sociale,sécurité sociale,insee,insee number',
    frenchNir,
  ),
  format(
    'fr.nif',
    'id.tax.fr',
    /^[0-3]\d{12}$/,
    'numéro fiscal,numero fiscal,spi',
    (text) => remainder(text.slice(0, 10), 511) === Number(text.slice(10)),
  ),
  format(
    'gb.nhs',
    'id.health.gb',
    /^\d{10}$/,
    'nhs,nhs number,nhs no,national health service',
    british,
  ),
  format(
    'gb.nino',
    'id.national.gb',
    /^[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z]\d{6}[A-D]$/,
    'nino,national insurance,national insurance number,ni number',
    (text) => !/^(?:BG|GB|KN|NK|NT|TN|ZZ)/.test(text),
    { alone: 0.4, telling: /^[A-Z]{2} ?\d{2} ?\d{2} ?\d{2} ?[A-D]$/ },
  ),
  format(
    'gb.utr',
    'id.tax.gb',
    /^\d{10}$/,
    'utr,unique taxpayer reference',
    (text) =>
      '21987654321'[weightedSum(text.slice(1), [6, 7, 8, 9, 10, 5, 4, 3, 2]) % 11] === text[0],
  ),
  format(
    'gr.amka',
    'id.national.gr',
    elevenDigits,
    'amka,αμκα',
    (text) =>
      luhn(text) &&
      (isShortDate(text.slice(4, 6), text.slice(2, 4), text.slice(0, 2)) ||
        isShortDate(text.slice(4, 6), text.slice(2, 4), text.slice(0, 2), 2000)),
  ),
  format('hr.oib', 'id.national.hr', elevenDigits, 'oib,osobni identifikacijski broj', mod11of10),
  format('ie.pps', 'id.national.ie', /^\d{7}[A-W][AHWTX]?$/, 'pps,ppsn,pps number,pps no', irish),
  format('is_.kennitala', 'id.national.is', /^[0-7]\d{9}$/, 'kennitala', (text) => {
    const day = Number(text.slice(0, 2)) % 40;
    const century = text[9] === '9' ? 1900 : text[9] === '0' ? 2000 : text[9] === '8' ? 1800 : 0;
    return (
      century > 0 &&
      isShortDate(text.slice(4, 6), text.slice(2, 4), String(day), century) &&
      (11 - (weightedSum(text, [3, 2, 7, 6, 5, 4, 3, 2]) % 11)) % 11 === Number(text[8])
    );
  }),
  format(
    'it.codicefiscale',
    'id.tax.it',
    /^[A-Z]{6}[\dLMNP-V]{2}[ABCDEHLMPRST][\dLMNP-V]{2}[A-Z][\dLMNP-V]{3}[A-Z]$/,
    'codice fiscale,cod fiscale,fiscal code',
    italian,
    { telling: /^[A-Z]{6}\w{2}[A-Z]\w{2}[A-Z]\w{3}[A-Z]$/ },
  ),
  format(
    'it.iva',
    'id.tax.it',
    elevenDigits,
    'partita iva,p iva,vat it,piva',
    (text) => text.slice(0, 7) !== '0000000' && luhn(text),
    { separators: /[\s.\-/]|^IT/g },
  ),
  format(
    'nl.bsn',
    'id.national.nl',
    /^\d{9}$/,
    'bsn,burgerservicenummer,sofinummer,burger service nummer',
    (text) =>
      Number(text) > 0 &&
      (weightedSum(text, [9, 8, 7, 6, 5, 4, 3, 2]) - Number(text[8])) % 11 === 0,
  ),
  format(
    'no.fodselsnummer',
    'id.national.no',
    elevenDigits,
    'fødselsnummer,fodselsnummer,personnummer no',
    norwegian,
  ),
  format('pl.pesel', 'id.national.pl', elevenDigits, 'pesel,numer pesel', polish),
  format(
    'pl.nip',
    'id.tax.pl',
    /^\d{10}$/,
    'nip,numer nip',
    (text) => weightedSum(text, [6, 5, 7, 2, 3, 4, 5, 6, 7]) % 11 === Number(text[9]),
    { separators: /[\s.\-/]|^PL/g },
  ),
  format(
    'pt.nif',
    'id.tax.pt',
    /^[1-9]\d{8}$/,
    'nif pt,contribuinte,número de contribuinte',
    (text) =>
      ((11 - (weightedSum(text, [9, 8, 7, 6, 5, 4, 3, 2]) % 11)) % 11) % 10 === Number(text[8]),
    { separators: /[\s.\-/]|^PT/g },
  ),
  format('ro.cnp', 'id.national.ro', /^\d{13}$/, 'cnp,cod numeric personal', romanian),
  format('ru.inn', 'id.tax.ru', /^(?:\d{10}|\d{12})$/, 'inn,инн', (text) =>
    text.length === 10
      ? (weightedSum(text, [2, 4, 10, 3, 5, 9, 4, 6, 8]) % 11) % 10 === Number(text[9])
      : (weightedSum(text, [7, 2, 4, 10, 3, 5, 9, 4, 6, 8]) % 11) % 10 === Number(text[10]) &&
        (weightedSum(text, [3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8]) % 11) % 10 === Number(text[11]),
  ),
  format(
    'se.personnummer',
    'id.national.se',
    /^(?:\d{10}|\d{12})$/,
    'personnummer,person nr,swedish personal number',
    swedish,
    { alone: 1.0, telling: /^\d{6}-\d{4}$|^(?:19|20)\d{6}-\d{4}$/, separators: /[\s\-+]/g },
  ),
  format(
    'si.emso',
    'id.national.si',
    /^\d{13}$/,
    'emšo,emso',
    (text) =>
      isShortDate(
        text.slice(5, 7),
        text.slice(2, 4),
        text.slice(0, 2),
        text[4] === '9' ? 1900 : 2000,
      ) &&
      ((11 - (weightedSum(text, [7, 6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2]) % 11)) % 11) % 10 ===
        Number(text[12]),
  ),
  format(
    'tr.tckimlik',
    'id.national.tr',
    /^[1-9]\d{10}$/,
    'tckn,tc kimlik,tc kimlik no,kimlik no,t c kimlik,kimlik numarası',
    (text) => {
      const odd = weightedSum(text, [1, 0, 1, 0, 1, 0, 1, 0, 1]);
      const even = weightedSum(text, [0, 1, 0, 1, 0, 1, 0, 1]);
      const tenth = (((odd * 7 - even) % 10) + 10) % 10;
      return tenth === Number(text[9]) && (odd + even + tenth) % 10 === Number(text[10]);
    },
  ),
  format('tr.vkn', 'id.tax.tr', /^\d{10}$/, 'vkn,vergi kimlik no,vergi no', (text) => {
    let sum = 0;
    for (let index = 0; index < 9; index += 1) {
      const shifted = (Number(text[index]) + 9 - index) % 10;
      if (shifted > 0) sum += (shifted * 2 ** (9 - index)) % 9 || 9;
    }
    return (10 - (sum % 10)) % 10 === Number(text[9]);
  }),
  format(
    'ua.rntrc',
    'id.tax.ua',
    /^\d{10}$/,
    'рнокпп,rntrc,ідентифікаційний номер',
    (text) =>
      (((weightedSum(text, [-1, 5, 7, 9, 4, 6, 10, 5, 7]) % 11) + 11) % 11) % 10 ===
      Number(text[9]),
  ),
  format('ua.edrpou', 'id.tax.ua', /^\d{8}$/, 'єдрпоу,edrpou', (text) => {
    const low = /^[345]/.test(text);
    let check = weightedSum(text, low ? [7, 1, 2, 3, 4, 5, 6] : [1, 2, 3, 4, 5, 6, 7]) % 11;
    if (check === 10)
      check = weightedSum(text, low ? [9, 3, 4, 5, 6, 7, 8] : [3, 4, 5, 6, 7, 8, 9]) % 11;
    return check % 10 === Number(text[7]) && !isUniform(text);
  }),
];
