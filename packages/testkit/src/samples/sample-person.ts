/**
 * Made-up people: everything that is said of one fits together.
 *
 * @module
 */
import {
  type SampleRegion,
  sampleBrands,
  sampleEstates,
  sampleGivenNames,
  sampleOtherNames,
  sampleRegions,
  sampleStreets,
  sampleSurnames,
  sampleTrades,
} from '../data/sample-lists.ts';
import { type Marked, mark } from './annotated-text.ts';
import { makeCard, makePlate, residentCheck } from './sample-numbers.ts';
import type { SampleRandom } from './sample-random.ts';

/** A made-up person. */
export interface SamplePerson {
  readonly name: Marked;
  readonly gender: '男' | '女';
  /** Mobile number, 11 digits, as one writes it down without thinking. */
  readonly mobile: string;
  readonly resident: Marked;
  readonly card: Marked;
  readonly email: Marked;
  readonly address: Marked;
  readonly plate: Marked;
  /** Name to sign in with; not counted as sensitive here. */
  readonly account: string;
  readonly region: SampleRegion;
}

const twoDigits = (value: number) => String(value).padStart(2, '0');

function makeName(random: SampleRandom): { name: string; latin: string } {
  if (random.chance(0.01))
    return { name: random.pick(sampleOtherNames), latin: `u${random.digits(5)}` };
  const split = (entry: string) => /^(\P{ASCII}+)(\w+)$/u.exec(entry)!.slice(1) as [string, string];
  const [surname, surnameLatin] = split(random.pick(sampleSurnames));
  const given = Array.from({ length: random.chance(0.22) ? 1 : 2 }, () =>
    split(random.pick(sampleGivenNames)),
  );
  return {
    name: surname + given.map(([character]) => character).join(''),
    latin: surnameLatin + given.map(([, latin]) => latin).join(''),
  };
}

/** A resident identity number; an even 17th digit means a woman (GB 11643-1999, section 4.1.3). */
export function makeResident(random: SampleRandom, region: SampleRegion, woman: boolean): string {
  const year = random.between(Math.max(region.since, 1955), 2006);
  const date = `${year}${twoDigits(random.between(1, 12))}${twoDigits(random.between(1, 28))}`;
  const order = `${random.digits(2)}${2 * random.below(5) + (woman ? 0 : 1)}`;
  const body = `${region.code}${date}${order}`;
  return body + residentCheck(body);
}

/** Prefixes of mobile numbers in use, YD/T 2010 numbering as of 2024. */
const mobilePrefixes =
  '130 131 132 133 134 135 136 137 138 139 150 151 152 153 155 156 157 158 159 166 173 175 176 177 178 180 181 182 183 184 185 186 187 188 189 191 193 195 198 199'.split(
    ' ',
  );

/** A mobile number of mainland China. */
export function makeMobile(random: SampleRandom): string {
  return random.pick(mobilePrefixes) + random.digits(8);
}

function makeAddress(random: SampleRandom, region: SampleRegion): string {
  const { province, city, district } = region;
  const start = province === city ? city + district : province + city + district;
  const street = `${random.pick(sampleStreets)}${random.between(1, 899)}号`;
  const unit = `${random.between(1, 28)}幢${random.between(1, 4)}单元${random.between(1, 24)}0${random.between(1, 4)}室`;
  return `${start}${street}${random.chance(0.6) ? random.pick(sampleEstates) : ''}${unit}`;
}

/** A person. */
export function makePerson(random: SampleRandom): SamplePerson {
  const region = random.pick(sampleRegions);
  const woman = random.chance(0.5);
  const { name, latin } = makeName(random);
  const mobile = makeMobile(random);
  const account = `${latin}${random.pick(['', '', '_', '.'])}${random.digits(random.between(1, 4))}`;
  const domain = random.pick([
    'example.com',
    'example.com',
    'example.org',
    'example.net',
    'mail.example.com',
    'corp.example.cn',
  ]);
  const local = random.chance(0.15) ? random.digits(9).replace(/^0/, '3') : account;
  return {
    name: mark('person.name', name),
    gender: woman ? '女' : '男',
    mobile,
    resident: mark('id.resident.cn', makeResident(random, region, woman)),
    card: mark('finance.card', makeCard(random)),
    email: mark('contact.email', `${local}@${domain}`),
    address: mark('location.address', makeAddress(random, region)),
    plate: mark('vehicle.plate.cn', makePlate(random, region.plate)),
    account,
    region,
  };
}

/** A made-up organisation in a region; not counted as sensitive here. */
export function makeOrganisation(random: SampleRandom, region: SampleRegion): string {
  return `${region.city.replace('市', '')}${random.pick(sampleBrands)}${random.pick(sampleTrades)}有限公司`;
}
