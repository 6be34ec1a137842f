/**
 * Values of the third set of documents and of the chats: makers of their own, of other lists and other ways of writing, in the place
 * of those of `document-values.ts`.
 *
 * @module
 */
import type { CategoryId } from '@yushu/core';
import {
  hongKongBuildings,
  hongKongPlaces,
  taiwanAreas,
  taiwanStreets,
  thirdAmericanCities,
  thirdAreas,
  thirdBritishCities,
  thirdEnglishFamily,
  thirdEnglishGiven,
  thirdEnglishOrganisations,
  thirdEnglishStreets,
  thirdEstates,
  thirdGivenNames,
  thirdMailDomains,
  thirdOrganisations,
  thirdStreets,
  thirdSurnames,
  thirdTowers,
  thirdVillages,
  traditionalNames,
} from '../data/third-document-lists.ts';
import { makeMobile } from '../samples/sample-person.ts';
import type { SampleRandom } from '../samples/sample-random.ts';

const lower = 'abcdefghijklmnopqrstuvwxyz';
const wide = (text: string) =>
  text.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));

function englishName(random: SampleRandom): string {
  const given = random.pick(thirdEnglishGiven);
  const family = random.pick(thirdEnglishFamily);
  return random.chance(0.08)
    ? `${given} ${random.text(1, lower).toUpperCase()}. ${family}`
    : `${given} ${family}`;
}

function address(random: SampleRandom): string {
  const area = random.pick(thirdAreas);
  const street = `${random.pick(thirdStreets)}${random.between(1, 1999)}号`;
  const room = `${random.between(1, 33)}0${random.between(1, 6)}`;
  const house = random.between(1, 60);
  return random.pick([
    () =>
      `${area}${street}${random.pick(thirdEstates)}${house}幢${random.between(1, 5)}单元${room}`,
    () => `${area}${random.pick(thirdEstates)}${house}栋${room}室`,
    () => `${area}${random.pick(thirdEstates)}${random.between(1, 8)}期${house}号楼${room}`,
    () => `${area}${street}`,
    () => `${area}${street}${random.pick(thirdTowers)}${random.between(2, 30)}楼${room}室`,
    () => `${area}${random.pick(thirdStreets)}${random.pick(thirdTowers)}`,
    () => `${area}${random.pick(thirdVillages)}${random.between(1, 200)}号`,
    () => `${area}${street}${house}-${random.between(1, 3)}-${room}`,
  ])();
}

/** How people write where they live when they type in a hurry. */
function shortAddress(random: SampleRandom): string {
  const area = random.pick(thirdAreas).replace(/^.*?(?:省|自治区|自治州)(?=.)/, '');
  const estate = random.pick(thirdEstates);
  return random.pick([
    () => `${area}${random.pick(thirdStreets)}${random.between(1, 600)}号`,
    () =>
      `${area}${estate}${random.between(1, 40)}栋${random.between(1, 30)}0${random.between(1, 4)}`,
    () => `${area}${estate}${random.between(1, 20)}号楼${random.between(1, 4)}单元`,
    () =>
      `${area}${random.pick(thirdStreets)}${random.between(1, 600)}号${random.pick(thirdTowers)}${random.between(1, 20)}楼`,
  ])();
}

function taiwanAddress(random: SampleRandom): string {
  const lane = random.chance(0.4) ? `${random.between(1, 300)}巷` : '';
  const floor = random.chance(0.6) ? `${random.between(2, 15)}樓` : '';
  const suffix = floor !== '' && random.chance(0.3) ? `之${random.between(1, 5)}` : '';
  return `${random.pick(taiwanAreas)}${random.pick(taiwanStreets)}${lane}${random.between(1, 400)}號${floor}${suffix}`;
}

function hongKongAddress(random: SampleRandom): string {
  return `${random.pick(hongKongPlaces)}${random.between(1, 800)}號${random.pick(hongKongBuildings)}${random.between(2, 35)}樓${random.pick(['A', 'B', 'C', 'D'])}室`;
}

/** Letters stand for 10 to 35 as published by the Ministry of the Interior; weights 1, 9 to 1, 1. */
function taiwanId(random: SampleRandom): string {
  const letters = 'ABCDEFGHJKLMNPQRSTUVXYWZIO';
  const letter = random.pick([...'ABCDEFGHJKLMNPQTUVX']);
  const value = 10 + letters.indexOf(letter);
  const body = `${random.between(1, 2)}${random.digits(7)}`;
  let sum = Math.floor(value / 10) + (value % 10) * 9;
  for (const [at, digit] of [...body].entries()) sum += Number(digit) * (8 - at);
  return `${letter}${body}${(10 - (sum % 10)) % 10}`;
}

function americanAddress(random: SampleRandom): string {
  const [city, state, zip] = random.pick(thirdAmericanCities);
  const unit = random.pick(['', '', ', Unit 4', ' Apt. 12', `, Suite ${random.between(100, 990)}`]);
  return `${random.between(11, 19999)} ${random.pick(thirdEnglishStreets)}${unit}, ${city}, ${state} ${zip}${random.digits(2)}`;
}

function britishAddress(random: SampleRandom): string {
  const [city, area] = random.pick(thirdBritishCities);
  return `${random.between(1, 199)} ${random.pick(thirdEnglishStreets)}, ${city} ${area} ${random.between(1, 9)}${random.text(2, 'ABDEFGHJLNPQRSTUWXYZ')}`;
}

function chatPhone(random: SampleRandom): string {
  const bare = makeMobile(random);
  const [a, b, c] = [bare.slice(0, 3), bare.slice(3, 7), bare.slice(7)];
  return random.pick([
    bare,
    bare,
    bare,
    bare,
    `${a} ${b} ${c}`,
    `${a}-${b}-${c}`,
    `${a}.${b}.${c}`,
    `${a}_${b}_${c}`,
    `${a}/${b}/${c}`,
    `+86${bare}`,
    `+86 ${a} ${b} ${c}`,
    `0086 ${bare}`,
    `(+86)${bare}`,
    wide(bare),
    `${bare.slice(0, 3)} ${bare.slice(3, 6)} ${bare.slice(6, 9)} ${bare.slice(9)}`,
    `${a}${b} ${c}`,
  ]);
}

function email(random: SampleRandom): string {
  const local = random.pick([
    () =>
      `${random.text(1, lower)}${random.pick(thirdEnglishFamily).replace(/[^A-Za-z]/g, '')}`.toLowerCase(),
    () => `${random.between(1, 9)}${random.digits(random.between(7, 10))}`,
    () => `${random.text(random.between(3, 8), lower)}${random.digits(2)}`,
    () => `${random.text(5, lower)}.${random.text(4, lower)}`,
    () => `${random.text(3, lower)}-${random.text(4, lower)}_${random.digits(1)}`,
  ])();
  return `${local}@${random.pick(thirdMailDomains)}`;
}

type Make = (random: SampleRandom) => string;

/** Marked slots that are made otherwise than in the first two sets, or are not there at all. */
export const thirdMarkedSlots: Readonly<Record<string, readonly [CategoryId, Make]>> = {
  name: ['person.name', (random) => random.pick(thirdSurnames) + random.pick(thirdGivenNames)],
  ename: ['person.name', englishName],
  twname: ['person.name', (random) => random.pick(traditionalNames)],
  addr: ['location.address', address],
  saddr: ['location.address', shortAddress],
  twaddr: ['location.address', taiwanAddress],
  hkaddr: ['location.address', hongKongAddress],
  usaddr: ['location.address', americanAddress],
  ukaddr: ['location.address', britishAddress],
  email: ['contact.email', email],
  mobile: ['contact.phone', chatPhone],
  twphone: [
    'contact.phone',
    (random) => {
      const [a, b, c] = [`09${random.digits(2)}`, random.digits(3), random.digits(3)];
      return random.pick([
        `${a}-${b}-${c}`,
        `${a}${b}${c}`,
        `${a} ${b} ${c}`,
        `+886 ${a.slice(1)} ${b} ${c}`,
      ]);
    },
  ],
  twtel: ['contact.phone', (random) => `(02) 2${random.digits(3)}-${random.digits(4)}`],
  hkphone: [
    'contact.phone',
    (random) => {
      const [a, b] = [`${random.pick(['5', '6', '9'])}${random.digits(3)}`, random.digits(4)];
      return random.pick([`+852 ${a} ${b}`, `${a} ${b}`, `+852-${a}${b}`]);
    },
  ],
  twid: ['id.tw', taiwanId],
};

/** Plain slots of the third set. */
export const thirdPlainSlots: Readonly<Record<string, Make>> = {
  org: (random) => random.pick(thirdOrganisations),
  eorg: (random) => random.pick(thirdEnglishOrganisations),
  roc: (random) =>
    `${random.between(98, 114)}年${random.between(1, 12)}月${random.between(1, 28)}日`,
  container: (random) => `MSKU${random.digits(7)}`,
  flight: (random) => `${random.pick(['MU', 'CA', 'CZ', 'HU'])}${random.between(1000, 9999)}`,
  waybill: (random) => `${random.pick(['JD', 'ZTO', 'EMS'])}${random.digits(12)}`,
  etag: (random) =>
    `W/"${random.text(8, '0123456789abcdef')}-${random.text(10, '0123456789abcdef')}"`,
};
