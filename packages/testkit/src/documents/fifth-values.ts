/**
 * The slots of the fifth set of documents: those of the fourth where a form is a standard's or a provider's, its own for the rest.
 *
 * @module
 */
import type { CategoryId } from '@yushu/core';
import { fifthLines } from '../data/fifth-clean-lines.ts';
import {
  fifthBanks,
  fifthEnglishOrganisations,
  fifthHospitals,
  fifthOrganisations,
  fifthProducts,
  fifthTraditionalNames,
} from '../data/fifth-document-lists.ts';
import type { SampleRandom } from '../samples/sample-random.ts';
import * as numbers from './fifth-numbers.ts';
import * as people from './fifth-people.ts';
import { birthDate } from './fourth-people.ts';
import { fourthMarkedSlots, fourthPlainSlots } from './fourth-values.ts';

type Make = (random: SampleRandom) => string;

const lower = 'abcdefghijklmnopqrstuvwxyz';
const mixed = `0123456789${lower}${lower.toUpperCase()}`;
const pad = (value: number, width = 2) => String(value).padStart(width, '0');
const month = (random: SampleRandom) => pad(random.between(1, 12));
const day = (random: SampleRandom) => pad(random.between(1, 28));
const clockTime = (random: SampleRandom) =>
  `${pad(random.between(0, 23))}:${pad(random.between(0, 59))}:${pad(random.between(0, 59))}`;

/** What people take for a password, and what a generator of passwords gives. */
function password(random: SampleRandom): string {
  const word = random.pick(['Kunming', 'Tulip', 'Admin', 'Postgres', 'Sunny', 'Qwe', 'Panda']);
  return random.pick([
    () => `${word}_${random.digits(3)}@${random.pick(['prod', 'dev', 'cn'])}`,
    () => `${word}!${random.between(2016, 2025)}`,
    () => `P@ss${random.text(2, lower)}${random.digits(4)}`,
    () => `${random.text(4, mixed)}!${random.text(5, mixed)}@${random.digits(2)}`,
    () =>
      `${random.text(3, lower)}-${random.text(4, lower)}-${random.text(4, lower)}-${random.digits(2)}`,
  ])();
}

/** Slots whose value is sensitive: category and maker. */
export const fifthMarkedSlots: Readonly<Record<string, readonly [CategoryId, Make]>> = {
  ...fourthMarkedSlots,
  name: ['person.name', people.chineseName],
  sname: ['person.name', people.spacedName],
  ename: ['person.name', people.englishName],
  qname: ['person.name', (random) => people.englishName(random).replace("'", '')],
  pname: ['person.name', people.pinyinName],
  rname: ['person.name', people.romanName],
  twname: ['person.name', (random) => random.pick(fifthTraditionalNames)],
  cbirth: ['person.birth_date', (random) => birthDate(random, random.between(2010, 2019))],
  usphone: ['contact.phone', numbers.americanPhone],
  ukphone: ['contact.phone', numbers.britishPhone],
  sgphone: ['contact.phone', numbers.singaporePhone],
  hkphone: ['contact.phone', numbers.hongKongPhone],
  twphone: ['contact.phone', numbers.taiwanPhone],
  email: ['contact.email', people.email],
  wechat: [
    'contact.im',
    (random) =>
      random.pick([
        `wxid_${random.text(14, `${lower}0123456789`)}`,
        `${random.text(6, lower)}${random.digits(3)}`,
        `${random.text(3, lower)}_${random.text(5, lower)}${random.digits(2)}`,
      ]),
  ],
  addr: ['location.address', people.address],
  saddr: ['location.address', people.shortAddress],
  pyaddr: ['location.address', people.pinyinAddress],
  usaddr: ['location.address', people.americanAddress],
  ukaddr: ['location.address', people.britishAddress],
  sgaddr: ['location.address', people.singaporeAddress],
  hkaddr: ['location.address', people.hongKongAddress],
  ehkaddr: ['location.address', people.hongKongEnglishAddress],
  twaddr: ['location.address', people.taiwanAddress],
  id: ['id.resident.cn', (random) => numbers.residentNumber(random)],
  cid: ['id.resident.cn', (random) => numbers.residentNumber(random, random.between(2010, 2019))],
  ocrid: [
    'id.resident.cn',
    (random) =>
      numbers
        .residentNumber(random)
        .replace(/^(.{6})(.{8})(.{4})$/, random.pick(['$1 $2 $3', '$1 $2$3'])),
  ],
  uscc: ['org.uscc.cn', numbers.socialCredit],
  card: ['finance.card', numbers.bankCard],
  account: ['finance.account', numbers.companyAccount],
  plate: ['vehicle.plate.cn', numbers.plate],
  record: [
    'health.record_number',
    (random) =>
      random.pick([
        `${random.between(1, 9)}${random.digits(6)}`,
        `ZY${random.digits(8)}`,
        `000${random.between(1, 9)}${random.digits(6)}`,
      ]),
  ],
  student: [
    'education.student_number',
    (random) =>
      random.pick([
        `20${random.between(18, 25)}${random.digits(8)}`,
        `B20${random.between(18, 24)}${random.digits(5)}`,
      ]),
  ],
  staff: [
    'employment.staff_number',
    (random) =>
      random.pick([
        `${random.between(1, 9)}${random.digits(5)}`,
        `YF${random.digits(5)}`,
        `E${random.digits(6)}`,
      ]),
  ],
  password: ['secret.password', password],
};

/** Slots whose value is nobody's. */
export const fifthPlainSlots: Readonly<Record<string, Make>> = {
  ...fourthPlainSlots,
  org: (random) => random.pick(fifthOrganisations),
  eorg: (random) => random.pick(fifthEnglishOrganisations),
  hospital: (random) => random.pick(fifthHospitals),
  bank: (random) => random.pick(fifthBanks),
  product: (random) => random.pick(fifthProducts),
  line: (random) => random.pick(fifthLines),
  order: (random) =>
    random.pick([
      `DD25${month(random)}${day(random)}${random.digits(6)}`,
      `SO-${random.digits(8)}`,
      `25${random.digits(16)}`,
      `1000${random.digits(15)}`,
      `E2025${month(random)}${day(random)}${random.digits(10)}`,
      `#${random.digits(3)}-${random.digits(7)}-${random.digits(7)}`,
    ]),
  parcel: (random) =>
    random.pick([
      `SF3${random.digits(12)}`,
      `JT5${random.digits(12)}`,
      `EB${random.digits(9)}CN`,
      `1Z${random.text(6, '0123456789ABCEFHRWXY')}${random.digits(10)}`,
      `9${random.digits(12)}`,
      `DPK3${random.digits(11)}`,
    ]),
  /** As nginx writes it. */
  logtime: (random) =>
    `${day(random)}/${random.pick(['Jan', 'Mar', 'May', 'Aug', 'Oct'])}/2025:${clockTime(random)} +0800`,
  /** As Java's loggers write it. */
  milli: (random) =>
    `2025-${month(random)}-${day(random)} ${clockTime(random)},${random.digits(3)}`,
  caseno: (random) =>
    `${random.pick(['朝公（三）', '榕公（鼓）', '天公（刑）'])}受案字〔${random.between(2022, 2025)}〕${random.between(1001, 19999)}号`,
  flight: (random) => `${random.pick(['CA', 'MU', 'CZ', 'SQ', 'BA'])}${random.between(101, 8999)}`,
  hscode: (random) =>
    `${random.between(39, 94)}${random.digits(2)}.${random.digits(2)}.${random.digits(2)}`,
  awb: (random) => `${random.pick(['999', '784', '618'])}-${random.digits(8)}`,
  /** Number of a medicine, as its box has it after 国药准字. */
  approval: (random) => `H20${random.digits(6)}`,
  container: (random) => random.pick(['MSKU', 'COSU', 'OOLU']) + random.digits(7),
  sgd: (random) =>
    `${random.pick(['S$', 'HK$', 'US$', '£'])}${random.between(2, 98)},${random.digits(3)}.00`,
  ms: (random) => `0.${random.digits(3)}`,
};
