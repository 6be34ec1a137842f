/**
 * The slots of the fourth set of documents: all its own.
 *
 * @module
 */
import type { CategoryId } from '@yushu/core';
import { fourthLines } from '../data/fourth-clean-lines.ts';
import {
  fourthBanks,
  fourthEnglishOrganisations,
  fourthHospitals,
  fourthOrganisations,
  fourthProducts,
  fourthTraditionalNames,
} from '../data/fourth-document-lists.ts';
import type { SampleRandom } from '../samples/sample-random.ts';
import * as numbers from './fourth-numbers.ts';
import * as people from './fourth-people.ts';
import * as secrets from './fourth-secrets.ts';

type Make = (random: SampleRandom) => string;

const hex = '0123456789abcdef';
const lower = 'abcdefghijklmnopqrstuvwxyz';
const pad = (value: number, width = 2) => String(value).padStart(width, '0');
const month = (random: SampleRandom) => pad(random.between(1, 12));
const day = (random: SampleRandom) => pad(random.between(1, 28));

/** Slots whose value is sensitive: category and maker. */
export const fourthMarkedSlots: Readonly<Record<string, readonly [CategoryId, Make]>> = {
  name: ['person.name', people.chineseName],
  sname: ['person.name', people.spacedName],
  ename: ['person.name', people.englishName],
  qname: ['person.name', (random) => people.englishName(random).replace("'", '')],
  pname: ['person.name', people.pinyinName],
  ticketname: ['person.name', people.ticketName],
  twname: ['person.name', (random) => random.pick(fourthTraditionalNames)],
  birth: ['person.birth_date', (random) => people.birthDate(random)],
  cbirth: ['person.birth_date', (random) => people.birthDate(random, random.between(2009, 2018))],
  ebirth: ['person.birth_date', people.englishBirthDate],
  phone: ['contact.phone', numbers.writtenMobile],
  mobile: ['contact.phone', numbers.mobile],
  ocrphone: [
    'contact.phone',
    (random) => numbers.mobile(random).replace(/^(...)(....)(....)$/, '$1 $2 $3'),
  ],
  tel: ['contact.phone', numbers.landline],
  abroad: ['contact.phone', numbers.foreignPhone],
  usphone: [
    'contact.phone',
    (random) => {
      const number = `${random.between(3, 8)}${random.between(2, 4)}${random.digits(1)}-${random.digits(4)}`;
      const code = random.pick(['206', '412', '615', '734', '718', '314']);
      return random.pick([
        `(${code}) ${number}`,
        `${code}-${number}`,
        `+1 ${code}-${number}`,
        `+1 (${code}) ${number}`,
      ]);
    },
  ],
  ukphone: [
    'contact.phone',
    (random) => random.pick([`07700 900${random.digits(3)}`, `0115 496 0${random.digits(3)}`]),
  ],
  twphone: [
    'contact.phone',
    (random) =>
      random.pick([
        `09${random.digits(2)}-${random.digits(3)}-${random.digits(3)}`,
        `09${random.digits(8)}`,
      ]),
  ],
  hkphone: [
    'contact.phone',
    (random) => `+852 ${random.pick(['5', '6', '9'])}${random.digits(3)} ${random.digits(4)}`,
  ],
  mophone: ['contact.phone', (random) => `+853 6${random.digits(3)} ${random.digits(4)}`],
  email: ['contact.email', people.email],
  wechat: [
    'contact.im',
    (random) =>
      random.pick([
        `wxid_${random.text(14, `${lower}0123456789`)}`,
        `${random.text(5, lower)}${random.digits(4)}`,
        `${random.text(4, lower)}-${random.text(6, lower)}`,
      ]),
  ],
  qq: ['contact.im', (random) => `${random.between(1, 9)}${random.digits(random.between(7, 9))}`],
  addr: ['location.address', people.address],
  saddr: ['location.address', people.shortAddress],
  pyaddr: ['location.address', people.pinyinAddress],
  usaddr: ['location.address', people.americanAddress],
  ukaddr: ['location.address', people.britishAddress],
  auaddr: ['location.address', people.commonwealthAddress],
  twaddr: ['location.address', people.taiwanAddress],
  hkaddr: ['location.address', people.hongKongAddress],
  moaddr: ['location.address', people.macauAddress],
  geo: ['location.geo', numbers.coordinates],
  id: ['id.resident.cn', (random) => numbers.residentNumber(random)],
  cid: ['id.resident.cn', (random) => numbers.residentNumber(random, random.between(2009, 2018))],
  ocrid: [
    'id.resident.cn',
    (random) =>
      numbers
        .residentNumber(random)
        .replace(/^(.{6})(.{8})(.{4})$/, random.pick(['$1 $2 $3', '$1$2 $3'])),
  ],
  passport: ['id.passport.cn', numbers.passport],
  uspassport: ['id.passport', (random) => `${random.between(4, 6)}${random.digits(8)}`],
  permit: ['id.permit.hk', (random) => `${random.pick(['H', 'M'])}${random.digits(8)}`],
  twpermit: ['id.permit.tw', (random) => random.digits(8).replace(/^0/, '3')],
  residence: ['id.residence.foreigner', numbers.foreignResidence],
  officer: [
    'id.officer.cn',
    (random) => `${random.pick(['军', '南', '北', '海', '空'])}字第${random.digits(7)}号`,
  ],
  medical: ['id.medical_insurance.cn', (random) => `3301${random.digits(8)}`],
  hkid: ['id.hk', numbers.hongKongCard],
  moid: [
    'id.mo',
    (random) => `${random.pick(['1', '5', '7'])}${random.digits(6)}(${random.digits(1)})`,
  ],
  twid: ['id.tw', numbers.taiwanCard],
  ssn: ['id.ssn.us', numbers.socialSecurity],
  nric: ['id.national.sg', numbers.singaporeCard],
  nhs: ['id.health.gb', numbers.healthServiceNumber],
  uscc: ['org.uscc.cn', numbers.socialCredit],
  card: ['finance.card', numbers.bankCard],
  fcard: ['finance.card', numbers.foreignCard],
  cvv: ['finance.card_cvv', (random) => random.digits(3)],
  account: ['finance.account', numbers.companyAccount],
  iban: ['finance.iban', numbers.iban],
  coin: ['finance.crypto_address', numbers.cryptoAddress],
  plate: ['vehicle.plate.cn', numbers.plate],
  vin: ['vehicle.vin', numbers.vehicleNumber],
  engine: ['vehicle.engine', numbers.engineNumber],
  ip: ['network.ipv4', numbers.address4],
  ipv: ['network.ipv6', numbers.address6],
  mac: ['network.mac', numbers.hardwareAddress],
  imei: ['device.imei', numbers.imei],
  imsi: ['device.imsi', (random) => `4600${random.pick(['0', '1', '7'])}${random.digits(10)}`],
  iccid: ['device.iccid', numbers.simCard],
  idfa: [
    'device.advertising_id',
    (random) => [8, 4, 4, 4, 12].map((length) => random.text(length, hex.toUpperCase())).join('-'),
  ],
  record: [
    'health.record_number',
    (random) =>
      random.pick([
        `${random.between(1, 9)}${random.digits(7)}`,
        `H${random.digits(9)}`,
        `0${random.digits(9)}`,
      ]),
  ],
  student: [
    'education.student_number',
    (random) =>
      random.pick([
        `20${random.between(18, 25)}${random.digits(6)}`,
        `3${random.between(18, 24)}0${random.digits(6)}`,
      ]),
  ],
  staff: [
    'employment.staff_number',
    (random) =>
      random.pick([
        `${random.between(1, 9)}${random.digits(4)}`,
        `RH${random.digits(4)}`,
        `0${random.digits(7)}`,
      ]),
  ],
  political: [
    'person.political',
    (random) => random.pick(['中共党员', '共青团员', '群众', '中共预备党员', '民盟盟员']),
  ],
  marital: ['person.marital_status', (random) => random.pick(['已婚', '未婚', '离异', '已婚已育'])],
  password: ['secret.password', secrets.fourthPassword],
  jwt: ['secret.jwt', secrets.webToken],
  dsn: ['secret.connection_string', secrets.connectionString],
  pem: ['secret.private_key', secrets.privateKey],
  key: ['secret.generic', secrets.genericKey],
  awskey: ['secret.aws.access_key_id', secrets.awsKeyId],
  awssecret: ['secret.aws.secret_access_key', secrets.awsSecret],
  aliyun: ['secret.alibaba.access_key_id', secrets.alibabaKeyId],
  tencent: ['secret.tencent.secret_id', secrets.tencentSecretId],
  wxsecret: ['secret.wechat.app_secret', secrets.wechatSecret],
  dingtalk: ['secret.dingtalk.robot_token', secrets.dingtalkToken],
  feishu: ['secret.feishu.webhook', secrets.feishuWebhook],
  github: ['secret.github.token', secrets.githubToken],
  gitlab: ['secret.gitlab.token', secrets.gitlabToken],
  slack: ['secret.slack.token', secrets.slackToken],
  stripe: ['secret.stripe.key', secrets.stripeKey],
  openai: ['secret.openai.key', secrets.openaiKey],
  anthropic: ['secret.anthropic.key', secrets.anthropicKey],
  google: ['secret.google.api_key', secrets.googleKey],
  npm: ['secret.npm.token', secrets.npmToken],
};

/** Slots whose value is nobody's. */
export const fourthPlainSlots: Readonly<Record<string, Make>> = {
  org: (random) => random.pick(fourthOrganisations),
  eorg: (random) => random.pick(fourthEnglishOrganisations),
  hospital: (random) => random.pick(fourthHospitals),
  bank: (random) => random.pick(fourthBanks),
  product: (random) => random.pick(fourthProducts),
  line: (random) => random.pick(fourthLines),
  date: (random) =>
    random.pick([
      `${random.between(2020, 2025)}年${random.between(1, 12)}月${random.between(1, 28)}日`,
      `${random.between(2020, 2025)}-${month(random)}-${day(random)}`,
      `${random.between(2020, 2025)}/${month(random)}/${day(random)}`,
      `${random.between(1, 12)}月${random.between(1, 28)}日`,
    ]),
  edate: (random) =>
    random.pick([
      `${random.between(1, 28)} ${random.pick(['Feb', 'Apr', 'July', 'September', 'Nov'])} ${random.between(2020, 2025)}`,
      `${random.pick(['February', 'April', 'July', 'September', 'December'])} ${random.between(1, 28)}, ${random.between(2020, 2025)}`,
    ]),
  roc: (random) =>
    `${random.between(108, 114)}年${random.between(1, 12)}月${random.between(1, 28)}日`,
  time: (random) => `${pad(random.between(0, 23))}:${pad(random.between(0, 59))}`,
  clock: (random) =>
    `2025-${month(random)}-${day(random)} ${pad(random.between(0, 23))}:${pad(random.between(0, 59))}:${pad(random.between(0, 59))}`,
  stamp: (random) =>
    `2025-${month(random)}-${day(random)}T${pad(random.between(0, 23))}:${pad(random.between(0, 59))}:${pad(random.between(0, 59))}.${random.digits(6)}Z`,
  epoch: (random) => `17${random.digits(8)}`,
  epochms: (random) => `17${random.digits(11)}`,
  amount: (random) =>
    random.pick([
      `${random.between(10, 9999)}.${random.digits(2)}`,
      `${random.between(1, 99)},${random.digits(3)}.${random.digits(2)}`,
      `${random.between(1, 99)}00`,
    ]),
  order: (random) =>
    random.pick([
      `XS2025${month(random)}${day(random)}-${random.digits(4)}`,
      `PO-2025-${random.digits(6)}`,
      `33${random.digits(17)}`,
      `4200002${random.digits(21)}`,
      `JD0${random.digits(13)}`,
      `${random.text(3, 'ABCDEFGHJKLMNPQRSTUVWXYZ')}${random.digits(9)}`,
    ]),
  parcel: (random) =>
    random.pick([
      `SF1${random.digits(12)}`,
      `YT8${random.digits(12)}`,
      `78${random.digits(13)}`,
      `43${random.digits(13)}`,
      `JDX0${random.digits(11)}`,
    ]),
  caseno: (random) =>
    `（${random.between(2021, 2025)}）${random.pick(['浙0106', '沪0105', '京0108', '粤0304', '川0107'])}${random.pick(['民初', '执', '民终'])}${random.between(101, 9899)}号`,
  policy: (random) => `${random.pick(['PDAA', 'AHAZ', 'ASHH'])}2025${random.digits(14)}`,
  flight: (random) => `${random.pick(['MF', 'ZH', '3U', 'HO', 'CX'])}${random.between(801, 8999)}`,
  train: (random) => `${random.pick(['G', 'D', 'K'])}${random.between(11, 7999)}`,
  pnr: (random) => random.text(6, 'BCDFGHJKLMNPQRSTVWXYZ3456789'),
  uuid: (random) => [8, 4, 4, 4, 12].map((length) => random.text(length, hex)).join('-'),
  sha: (random) => random.text(40, hex),
  digest: (random) => random.text(64, hex),
  md: (random) => random.text(32, hex),
  short: (random) => random.text(7, hex),
  pod: (random) => `${random.text(9, `${lower.slice(1)}56789`)}-${random.text(5, lower)}`,
  version: (random) => `${random.below(12)}.${random.below(30)}.${random.below(40)}`,
  build: (random) =>
    `${random.between(1, 20)}.${random.below(9)}.${random.between(1000, 9999)}.${random.between(10, 99)}`,
  percent: (random) => `${random.below(100)}.${random.digits(1)}%`,
  n: (random) => String(random.between(2, 98)),
  nn: (random) => String(random.between(101, 9899)),
  dec: (random) => `${random.between(1, 299)}.${random.digits(2)}`,
  serial: (random) => `${random.between(2, 9)}${random.digits(random.pick([8, 9, 12]))}`,
  sku: (random) =>
    `${random.text(2, 'ABCDEFGHKLMNPRSTWX')}-${random.digits(4)}-${random.text(1, 'ABCDEF')}${random.digits(2)}`,
  stock: (random) =>
    random.pick([`60${random.digits(4)}`, `00${random.digits(4)}`, `30${random.digits(4)}`]),
  barcode: (random) => {
    const body = `69${random.digits(10)}`;
    const sum = [...body].reduce(
      (total, one, at) => total + Number(one) * (at % 2 === 0 ? 1 : 3),
      0,
    );
    return `${body}${(10 - (sum % 10)) % 10}`;
  },
  isbn: (random) => {
    const body = `9787${random.digits(8)}`;
    const sum = [...body].reduce(
      (total, one, at) => total + Number(one) * (at % 2 === 0 ? 1 : 3),
      0,
    );
    const check = (10 - (sum % 10)) % 10;
    return `978-7-${body.slice(4, 7)}-${body.slice(7)}-${check}`;
  },
};
