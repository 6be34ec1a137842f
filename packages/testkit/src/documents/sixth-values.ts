/**
 * The slots of the sixth set of documents: the forms of the fifth, filled with other people, places and firms.
 *
 * @module
 */
import type { CategoryId } from '@yushu/core';
import * as lists from '../data/sixth-document-lists.ts';
import type { SampleRandom } from '../samples/sample-random.ts';
import { americanPhone } from './fifth-numbers.ts';
import * as people from './fifth-people.ts';
import { fifthMarkedSlots, fifthPlainSlots } from './fifth-values.ts';
import * as numbers from './fourth-numbers.ts';

type Make = (random: SampleRandom) => string;

const sixthWords: people.PeopleWords = {
  givenNames: lists.sixthGivenNames,
  pinyinNames: lists.sixthPinyinNames,
  englishGiven: lists.sixthEnglishGiven,
  englishFamily: lists.sixthEnglishFamily,
  divisions: lists.sixthDivisions,
  streets: lists.sixthStreets,
  estates: lists.sixthEstates,
  towers: lists.sixthTowers,
  rural: lists.sixthRural,
  englishStreets: lists.sixthEnglishStreets,
  americanCities: lists.sixthAmericanCities,
  britishCities: lists.sixthBritishCities,
  mailDomains: lists.sixthMailDomains,
};

const areaCodes = ['614', '402', '804', '208', '813', '509', '734', '865', '651', '505'];
const englishName = (random: SampleRandom) => people.englishName(random, sixthWords);
const residentNumber = (random: SampleRandom, from: number, to: number) =>
  numbers.residentNumber(random, random.between(from, to), lists.sixthDivisions);

/** Slots whose value is sensitive: category and maker. */
export const sixthMarkedSlots: Readonly<Record<string, readonly [CategoryId, Make]>> = {
  ...fifthMarkedSlots,
  name: ['person.name', (random) => people.chineseName(random, sixthWords)],
  sname: ['person.name', (random) => people.spacedName(random, sixthWords)],
  ename: ['person.name', englishName],
  qname: ['person.name', (random) => englishName(random).replace("'", '')],
  pname: ['person.name', (random) => people.pinyinName(random, sixthWords)],
  usphone: ['contact.phone', (random) => americanPhone(random, areaCodes)],
  email: ['contact.email', (random) => people.email(random, sixthWords)],
  addr: ['location.address', (random) => people.address(random, sixthWords)],
  saddr: ['location.address', (random) => people.shortAddress(random, sixthWords)],
  usaddr: ['location.address', (random) => people.americanAddress(random, sixthWords)],
  ukaddr: ['location.address', (random) => people.britishAddress(random, sixthWords)],
  id: ['id.resident.cn', (random) => residentNumber(random, 1942, 2006)],
  /** Of somebody who comes to a university. */
  yid: ['id.resident.cn', (random) => residentNumber(random, 2004, 2007)],
  cid: ['id.resident.cn', (random) => residentNumber(random, 2010, 2019)],
  ocrid: [
    'id.resident.cn',
    (random) =>
      residentNumber(random, 1942, 2006).replace(
        /^(.{6})(.{8})(.{4})$/,
        random.pick(['$1 $2 $3', '$1 $2$3']),
      ),
  ],
  uscc: ['org.uscc.cn', (random) => numbers.socialCredit(random, lists.sixthDivisions)],
  plate: ['vehicle.plate.cn', (random) => numbers.plate(random, lists.sixthDivisions)],
};

/** Slots whose value is nobody's. */
export const sixthPlainSlots: Readonly<Record<string, Make>> = {
  ...fifthPlainSlots,
  org: (random) => random.pick(lists.sixthOrganisations),
  eorg: (random) => random.pick(lists.sixthEnglishOrganisations),
  line: (random) => random.pick(lists.sixthLines),
};
