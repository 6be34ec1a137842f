/**
 * The values that stand in the documents' slots.
 *
 * @module
 */
import type { CategoryId } from '@yushu/core';
import {
  americanCities,
  britishCities,
  chineseAreas,
  chineseBanks,
  chineseEstates,
  chineseGivenNames,
  chineseHospitals,
  chineseOrganisations,
  chineseStreets,
  chineseSurnames,
  chineseTowers,
  chineseVillages,
  dottedNames,
  englishGivenNames,
  englishOrganisations,
  englishStreets,
  englishSurnames,
  mailDomains,
  products,
} from '../data/document-lists.ts';
import { sampleRegions } from '../data/sample-lists.ts';
import {
  luhnCheck,
  makeCard,
  makeIban,
  makeImei,
  makePlate,
  makeSocialCreditCode,
  makeVin,
} from '../samples/sample-numbers.ts';
import { makeMobile, makeResident } from '../samples/sample-person.ts';
import type { SampleRandom } from '../samples/sample-random.ts';

const lower = 'abcdefghijklmnopqrstuvwxyz';
const upper = lower.toUpperCase();
const hex = '0123456789abcdef';
const alphanumeric = `${lower}${upper}0123456789`;

const pad = (value: number, width = 2) => String(value).padStart(width, '0');

function chineseName(random: SampleRandom): string {
  if (random.chance(0.015)) return random.pick(dottedNames);
  return random.pick(chineseSurnames) + random.pick(chineseGivenNames);
}

function englishName(random: SampleRandom): string {
  const given = random.pick(englishGivenNames);
  const family = random.pick(englishSurnames).replace('-', ' ');
  if (random.chance(0.1)) return `${given} ${random.text(1, upper)}. ${family}`;
  return `${given} ${family}`;
}

/** A mobile number in one of the ways in which people write it. */
function chinesePhone(random: SampleRandom): string {
  const bare = makeMobile(random);
  const [a, b, c] = [bare.slice(0, 3), bare.slice(3, 7), bare.slice(7)];
  return random.pick([
    bare,
    bare,
    bare,
    `${a}-${b}-${c}`,
    `${a} ${b} ${c}`,
    `+86 ${bare}`,
    `+86-${a}-${b}-${c}`,
    `86-${bare}`,
    `（+86）${bare}`,
    `${a}.${b}.${c}`,
    [...bare].map((digit) => String.fromCharCode(0xff10 + Number(digit))).join(''),
  ]);
}

function landline(random: SampleRandom): string {
  const code = random.pick(['010', '021', '0571', '0755', '028', '0512', '027', '0531', '0898']);
  const local = `${random.between(2, 8)}${random.digits(7)}`;
  return random.pick([
    `${code}-${local}`,
    `(${code})${local}`,
    `${code} ${local}`,
    `${code}-${local.slice(0, 4)} ${local.slice(4)}`,
  ]);
}

function americanPhone(random: SampleRandom): string {
  const area = random.pick(['415', '212', '303', '512', '617', '206', '312', '404', '919']);
  const [exchange, line] = [`5${random.digits(1)}${random.between(2, 9)}`, random.digits(4)];
  return random.pick([
    `(${area}) ${exchange}-${line}`,
    `${area}-${exchange}-${line}`,
    `+1 ${area} ${exchange} ${line}`,
    `+1-${area}-${exchange}-${line}`,
    `${area}.${exchange}.${line}`,
  ]);
}

function britishPhone(random: SampleRandom): string {
  return random.pick([
    `+44 20 7946 0${random.digits(3)}`,
    `020 7946 0${random.digits(3)}`,
    `+44 7700 900${random.digits(3)}`,
    `07700 900${random.digits(3)}`,
  ]);
}

/** An address in one of the ways in which it is written. */
function chineseAddress(random: SampleRandom): string {
  const area = random.pick(chineseAreas);
  const number = random.between(1, 999);
  const room = `${random.between(1, 32)}0${random.between(1, 8)}`;
  return random.pick([
    () =>
      `${area}${random.pick(chineseStreets)}${number}号${random.pick(chineseEstates)}${random.between(1, 30)}栋${random.between(1, 4)}单元${room}室`,
    () =>
      `${area}${random.pick(chineseStreets)}${number}号${random.pick(chineseTowers)}${random.pick(['A', 'B', 'C'])}座${random.between(2, 40)}层`,
    () =>
      `${area}${random.pick(chineseVillages)}${random.between(1, 12)}组${random.between(1, 99)}号`,
    () =>
      `${area}${random.pick(chineseEstates)}${random.between(1, 30)}-${random.between(1, 4)}-${room}`,
    () => `${area}${random.pick(chineseStreets)}${number}弄${random.between(1, 60)}号${room}室`,
    () => `${area}${random.pick(chineseStreets)}${number}号`,
    () =>
      `${area}${random.pick(chineseStreets)}与${random.pick(chineseStreets)}交叉口${random.pick(chineseTowers)}${room}`,
    () => `${area}${random.pick(chineseEstates)}${random.between(1, 30)}号楼${room}`,
  ])();
}

function americanAddress(random: SampleRandom): string {
  const [city, state, zip] = random.pick(americanCities);
  const number = random.between(10, 9899);
  const unit = random.pick([
    '',
    '',
    `, Apt ${random.between(1, 40)}${random.pick(['', 'B'])}`,
    ` Suite ${random.between(100, 900)}`,
    ` #${random.between(1, 30)}`,
  ]);
  return `${number} ${random.pick(englishStreets)}${unit}, ${city}, ${state} ${zip}${random.digits(2)}`;
}

function britishAddress(random: SampleRandom): string {
  const [city, area] = random.pick(britishCities);
  const flat = random.chance(0.3) ? `Flat ${random.between(1, 20)}, ` : '';
  return `${flat}${random.between(1, 240)} ${random.pick(englishStreets)}, ${city} ${area} ${random.between(1, 9)}${random.text(2, 'ABDEFGHJLNPQRSTUWXYZ')}`;
}

function email(random: SampleRandom): string {
  const local = random.pick([
    () =>
      `${random.pick(englishGivenNames)}.${random.pick(englishSurnames).replace("'", '')}`.toLowerCase(),
    () => `${random.text(random.between(4, 9), lower)}${random.digits(random.between(1, 4))}`,
    () => `${random.text(2, lower)}_${random.text(5, lower)}`,
    () => `${random.between(1, 9)}${random.digits(8)}`,
    () => `${random.pick(englishGivenNames)}${random.text(1, upper)}${random.digits(2)}`,
    () => `${random.text(4, lower)}+${random.text(4, lower)}`,
  ])();
  return `${local}@${random.pick(mailDomains)}`;
}

function socialSecurity(random: SampleRandom): string {
  return `${random.pick(['212', '318', '457', '521', '078', '603'])}-${pad(random.between(10, 99))}-${pad(random.between(1000, 9999), 4)}`;
}

/** Hong Kong identity card: letter weights as in the published check of the Immigration Department. */
function hongKongCard(random: SampleRandom): string {
  const letter = random.pick([...'ABCDEGHKPRVYZ']);
  const digits = random.digits(6);
  const values = [36, letter.charCodeAt(0) - 55, ...[...digits].map(Number)];
  const sum = values.reduce((total, value, at) => total + value * (9 - at), 0);
  const rest = (11 - (sum % 11)) % 11;
  return `${letter}${digits}(${rest === 10 ? 'A' : rest})`;
}

function internetAddress(random: SampleRandom): string {
  return random.pick([
    `10.${random.below(256)}.${random.below(256)}.${random.between(1, 254)}`,
    `192.168.${random.below(256)}.${random.between(1, 254)}`,
    `172.16.${random.below(256)}.${random.between(1, 254)}`,
    `203.0.113.${random.between(1, 254)}`,
    `47.${random.between(90, 120)}.${random.below(256)}.${random.between(1, 254)}`,
  ]);
}

function hardwareAddress(random: SampleRandom): string {
  const pairs = Array.from({ length: 6 }, () => random.text(2, hex));
  pairs[0] = random.pick(['00', '3c', 'a4', 'f8', '9c']);
  return random.pick([
    pairs.join(':'),
    pairs.join(':').toUpperCase(),
    pairs.join('-').toUpperCase(),
  ]);
}

/** A word that people take for a password. */
function password(random: SampleRandom): string {
  return random.pick([
    `${random.text(1, upper)}${random.text(6, lower)}@${random.digits(4)}`,
    `${random.text(4, alphanumeric)}!${random.text(6, alphanumeric)}#${random.digits(2)}`,
    `${random.text(5, lower)}_${random.digits(3)}$${random.text(3, upper)}`,
    random.text(16, alphanumeric) + random.digits(2),
  ]);
}

function webToken(random: SampleRandom): string {
  const encode = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const payload = encode({ sub: random.digits(10), exp: 1700000000 + random.below(9_999_999) });
  return `${encode({ alg: 'HS256', typ: 'JWT' })}.${payload}.${random.text(43, `${alphanumeric}-_`)}`;
}

function birthDate(random: SampleRandom, english: boolean): string {
  const [year, month, day] = [
    random.between(1950, 2010),
    random.between(1, 12),
    random.between(1, 28),
  ];
  return english
    ? random.pick([`${pad(month)}/${pad(day)}/${year}`, `${year}-${pad(month)}-${pad(day)}`])
    : random.pick([
        `${year}年${month}月${day}日`,
        `${year}-${pad(month)}-${pad(day)}`,
        `${year}.${pad(month)}.${pad(day)}`,
      ]);
}

function accountNumber(random: SampleRandom): string {
  return `${random.between(1, 9)}${random.digits(random.pick([9, 11, 16]))}`;
}

type Make = (random: SampleRandom) => string;

/** Slots whose value is sensitive: category and maker. */
export const markedSlots: Readonly<Record<string, readonly [CategoryId, Make]>> = {
  name: ['person.name', chineseName],
  ename: ['person.name', englishName],
  phone: ['contact.phone', chinesePhone],
  tel: ['contact.phone', landline],
  usphone: ['contact.phone', americanPhone],
  ukphone: ['contact.phone', britishPhone],
  email: ['contact.email', email],
  addr: ['location.address', chineseAddress],
  usaddr: ['location.address', americanAddress],
  ukaddr: ['location.address', britishAddress],
  id: [
    'id.resident.cn',
    (random) => makeResident(random, random.pick(sampleRegions), random.chance(0.5)),
  ],
  hkid: ['id.hk', hongKongCard],
  passport: [
    'id.passport.cn',
    (random) => `${random.pick(['E', 'G', 'EA', 'EE'])}${random.digits(8)}`.slice(0, 9),
  ],
  permit: ['id.permit.hk', (random) => `${random.pick(['H', 'M'])}${random.digits(8)}`],
  ssn: ['id.ssn.us', socialSecurity],
  card: [
    'finance.card',
    (random) => {
      const card = makeCard(random);
      return random.chance(0.25) ? card.replace(/(\d{4})(?=\d)/g, '$1 ') : card;
    },
  ],
  account: ['finance.account', accountNumber],
  iban: ['finance.iban', makeIban],
  plate: ['vehicle.plate.cn', (random) => makePlate(random, random.pick(sampleRegions).plate)],
  vin: ['vehicle.vin', makeVin],
  uscc: ['org.uscc.cn', (random) => makeSocialCreditCode(random, random.pick(sampleRegions).code)],
  ip: ['network.ipv4', internetAddress],
  mac: ['network.mac', hardwareAddress],
  imei: ['device.imei', makeImei],
  birth: ['person.birth_date', (random) => birthDate(random, false)],
  ebirth: ['person.birth_date', (random) => birthDate(random, true)],
  password: ['secret.password', password],
  jwt: ['secret.jwt', webToken],
  awskey: [
    'secret.aws.access_key_id',
    (random) => `AKIA${random.text(16, 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567')}`,
  ],
  github: [
    'secret.github.token',
    (random) => `github_pat_${random.text(22, alphanumeric)}_${random.text(59, alphanumeric)}`,
  ],
  aliyun: ['secret.alibaba.access_key_id', (random) => `LTAI5t${random.text(18, alphanumeric)}`],
  dsn: [
    'secret.connection_string',
    (random) =>
      `postgres://app:${random.text(12, alphanumeric)}@db${random.digits(1)}.internal:5432/main`,
  ],
  wechat: [
    'contact.im',
    (random) =>
      random.pick([
        `wx${random.text(6, lower)}${random.digits(3)}`,
        `${random.text(6, lower)}_${random.digits(2)}`,
      ]),
  ],
  qq: ['contact.im', (random) => `${random.between(1, 9)}${random.digits(random.between(6, 9))}`],
  staff: [
    'employment.staff_number',
    (random) => random.pick([`A${random.digits(5)}`, random.digits(6), `YG${random.digits(6)}`]),
  ],
  student: [
    'education.student_number',
    (random) => `20${random.between(15, 24)}${random.digits(6)}`,
  ],
  record: [
    'health.record_number',
    (random) => random.pick([`ZY${random.digits(8)}`, random.digits(8), `M${random.digits(7)}`]),
  ],
};

/** Slots whose value is nobody's: what is easily taken for something else. */
export const plainSlots: Readonly<Record<string, Make>> = {
  org: (random) => random.pick(chineseOrganisations),
  eorg: (random) => random.pick(englishOrganisations),
  hospital: (random) => random.pick(chineseHospitals),
  bank: (random) => random.pick(chineseBanks),
  product: (random) => random.pick(products),
  date: (random) =>
    random.pick([
      `${random.between(2019, 2026)}年${random.between(1, 12)}月${random.between(1, 28)}日`,
      `${random.between(2019, 2026)}-${pad(random.between(1, 12))}-${pad(random.between(1, 28))}`,
    ]),
  edate: (random) =>
    `${random.pick(['January', 'March', 'May', 'June', 'August', 'October'])} ${random.between(1, 28)}, ${random.between(2019, 2026)}`,
  time: (random) => `${pad(random.between(0, 23))}:${pad(random.between(0, 59))}`,
  stamp: (random) =>
    `2025-${pad(random.between(1, 12))}-${pad(random.between(1, 28))}T${pad(random.between(0, 23))}:${pad(random.between(0, 59))}:${pad(random.between(0, 59))}.${random.digits(3)}Z`,
  epoch: (random) => `17${random.digits(8)}`,
  epochms: (random) => `17${random.digits(11)}`,
  amount: (random) =>
    random.pick([
      `${random.between(10, 9999)}.${random.digits(2)}`,
      `${random.between(1, 99)},${random.digits(3)}.00`,
    ]),
  order: (random) =>
    random.pick([
      `2025${random.digits(14)}`,
      `DD${random.digits(12)}`,
      `SO-${random.digits(8)}`,
      `E${random.digits(15)}`,
    ]),
  parcel: (random) =>
    random.pick([`SF${random.digits(13)}`, `YT${random.digits(13)}`, `7${random.digits(14)}`]),
  uuid: (random) => [8, 4, 4, 4, 12].map((length) => random.text(length, hex)).join('-'),
  sha: (random) => random.text(40, hex),
  short: (random) => random.text(7, hex),
  version: (random) => `${random.below(9)}.${random.below(30)}.${random.below(30)}`,
  percent: (random) => `${random.below(100)}.${random.digits(1)}%`,
  n: (random) => String(random.between(1, 99)),
  nn: (random) => String(random.between(100, 9999)),
  big: (random) => random.digits(random.between(9, 13)).replace(/^0/, '7'),
  isbn: (random) => {
    const body = `9787${random.digits(8)}`;
    const sum = [...body].reduce(
      (total, digit, at) => total + Number(digit) * (at % 2 === 0 ? 1 : 3),
      0,
    );
    return `${body}${(10 - (sum % 10)) % 10}`;
  },
  meter: (random) => luhnCheck(random.digits(5)) + random.digits(9),
  host: (random) => `${random.pick(['api', 'web', 'db', 'cache'])}-${random.digits(2)}`,
};
