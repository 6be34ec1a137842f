/**
 * People of the fifth set of documents, where they live, and how one writes to them.
 *
 * @module
 */
import {
  fifthAmericanCities,
  fifthBritishCities,
  fifthDivisions,
  fifthDottedNames,
  fifthEnglishChineseStreets,
  fifthEnglishFamily,
  fifthEnglishGiven,
  fifthEnglishPlaces,
  fifthEnglishStreets,
  fifthEstates,
  fifthGivenNames,
  fifthHongKongEnglish,
  fifthHongKongEstates,
  fifthHongKongStreets,
  fifthMailDomains,
  fifthPinyinNames,
  fifthRomanNames,
  fifthRural,
  fifthSingaporeStreets,
  fifthStreets,
  fifthSurnames,
  fifthTaiwanPlaces,
  fifthTowers,
  fifthUndottedNames,
} from '../data/fifth-document-lists.ts';
import type { SampleRandom } from '../samples/sample-random.ts';

/** The lists that people and their addresses are made of: a later set of documents has its own. */
export interface PeopleWords {
  readonly givenNames: readonly string[];
  /** Surname and given name. */
  readonly pinyinNames: readonly (readonly [string, string])[];
  readonly englishGiven: readonly string[];
  readonly englishFamily: readonly string[];
  /** Division code, plate prefix and place. */
  readonly divisions: readonly (readonly [string, string, string])[];
  readonly streets: readonly string[];
  readonly estates: readonly string[];
  readonly towers: readonly string[];
  readonly rural: readonly string[];
  readonly englishStreets: readonly string[];
  /** City, state and the first three digits of its postcodes. */
  readonly americanCities: readonly (readonly [string, string, string])[];
  /** City and the outward part of its postcode. */
  readonly britishCities: readonly (readonly [string, string])[];
  readonly mailDomains: readonly string[];
}

const fifthWords: PeopleWords = {
  givenNames: fifthGivenNames,
  pinyinNames: fifthPinyinNames,
  englishGiven: fifthEnglishGiven,
  englishFamily: fifthEnglishFamily,
  divisions: fifthDivisions,
  streets: fifthStreets,
  estates: fifthEstates,
  towers: fifthTowers,
  rural: fifthRural,
  englishStreets: fifthEnglishStreets,
  americanCities: fifthAmericanCities,
  britishCities: fifthBritishCities,
  mailDomains: fifthMailDomains,
};

const lower = 'abcdefghijklmnopqrstuvwxyz';

export function chineseName(random: SampleRandom, words = fifthWords): string {
  if (random.chance(0.02)) return random.pick(fifthDottedNames);
  if (random.chance(0.01)) return random.pick(fifthUndottedNames);
  return random.pick(fifthSurnames) + random.pick(words.givenNames);
}

/** A name with its characters apart, as forms and scans have it. */
export function spacedName(random: SampleRandom, words = fifthWords): string {
  const name = random.pick(fifthSurnames) + random.pick(words.givenNames);
  return [...name].join(name.length === 2 ? random.pick(['  ', '　', '   ']) : ' ');
}

export function englishName(random: SampleRandom, words = fifthWords): string {
  const given = random.pick(words.englishGiven);
  const family = random.pick(words.englishFamily);
  if (random.chance(0.06)) return `${given} ${random.text(1, 'ABCDEFHJLMPRSW')}. ${family}`;
  return random.chance(0.03)
    ? `${given} ${family}-${random.pick(['Hughes', 'Moss', 'Price', 'Steele'])}`
    : `${given} ${family}`;
}

/** A Chinese name in pinyin, in the order of either language. */
export function pinyinName(random: SampleRandom, words = fifthWords): string {
  const [family, given] = random.pick(words.pinyinNames);
  return random.pick([
    `${family} ${given}`,
    `${given} ${family}`,
    `${family.toUpperCase()} ${given}`,
  ]);
}

/** A name as Hong Kong and Singapore romanise it, the surname in capitals or an English name before it at times. */
export function romanName(random: SampleRandom): string {
  const [family, given] = random.pick(fifthRomanNames);
  return random.pick([
    `${family} ${given}`,
    `${family} ${given}`,
    `${family.toUpperCase()} ${given}`,
    `${random.pick(fifthEnglishGiven)} ${family} ${given}`,
  ]);
}

/** From the division, cut as people cut it. */
function area(random: SampleRandom, { divisions }: PeopleWords): string {
  const [, , whole] = random.pick(divisions);
  if (random.chance(0.55)) return whole;
  const city = whole.replace(/^.{2,5}?(?:省|自治区)/, '');
  return random.chance(0.6) ? city : city.replace('市', '');
}

const room = (random: SampleRandom) =>
  `${random.between(1, 32)}${random.pick(['01', '02', '03', '04', '06', '08'])}`;

export function address(random: SampleRandom, words = fifthWords): string {
  const street = `${random.pick(words.streets)}${random.between(1, 1999)}号`;
  const estate = random.pick(words.estates);
  const tower = random.pick(words.towers);
  const house = random.between(1, 56);
  const unit = random.between(1, 4);
  return random.pick([
    () => `${area(random, words)}${street}${estate}${house}栋${unit}单元${room(random)}室`,
    () => `${area(random, words)}${street}${estate}${house}号楼${room(random)}室`,
    () => `${area(random, words)}${street}${estate}${house}幢${room(random)}`,
    () => `${area(random, words)}${street}${house}号楼${unit}单元${room(random)}`,
    () => `${area(random, words)}${street}`,
    () => `${area(random, words)}${street}院${house}号楼${room(random)}号`,
    () =>
      `${area(random, words)}${street}${tower}${random.pick(['B座', '西塔', '3号楼', ''])}${room(random)}室`,
    () => `${area(random, words)}${street}${tower}${random.between(2, 39)}楼`,
    () => `${area(random, words)}${estate}${house}号楼${unit}单元${room(random)}`,
    () => `${area(random, words)}${estate}${house}-${unit}-${room(random)}`,
    () =>
      `${area(random, words)}${random.pick(words.streets)}${random.between(6, 880)}弄${house}号${room(random)}室`,
    () => `${random.pick(words.rural)}${random.between(1, 14)}组${random.between(1, 99)}号`,
    () => `${random.pick(words.rural)}${random.between(2, 260)}号`,
  ])();
}

/** As one tells a rider, a keeper or the neighbours. */
export function shortAddress(random: SampleRandom, words = fifthWords): string {
  const estate = random.pick(words.estates);
  const house = random.between(1, 42);
  const number = random.between(3, 1200);
  return random.pick([
    () => `${estate}${house}栋${random.between(1, 4)}单元${room(random)}`,
    () => `${estate}${house}号楼${room(random)}室`,
    () => `${random.pick(words.streets)}${number}号${estate}${house}幢${room(random)}`,
    () => `${random.pick(words.streets)}${number}号${random.pick(words.towers)}${room(random)}`,
    () => `${random.pick(words.streets)}${number}弄${house}号${room(random)}室`,
  ])();
}

/** A Chinese address for people abroad. */
export function pinyinAddress(random: SampleRandom): string {
  const place = random.pick(fifthEnglishPlaces);
  const street = `${random.between(6, 1288)} ${random.pick(fifthEnglishChineseStreets)}`;
  return random.pick([
    `Room ${room(random)}, Unit ${random.between(1, 4)}, Building ${random.between(1, 30)}, No. ${street}, ${place}`,
    `${random.between(2, 28)}F, Building ${random.between(1, 9)}, No. ${street}, ${place}`,
    `No. ${street}, ${place}`,
  ]);
}

export function americanAddress(random: SampleRandom, words = fifthWords): string {
  const [city, state, zip] = random.pick(words.americanCities);
  const unit = random.pick([
    '',
    '',
    '',
    ' Apt 7A',
    ', Apt 12',
    ' #305',
    ', Unit 2',
    ', Suite 1100',
  ]);
  return `${random.between(14, 9899)} ${random.pick(words.englishStreets)}${unit}, ${city}, ${state} ${zip}${random.digits(2)}`;
}

export function britishAddress(random: SampleRandom, words = fifthWords): string {
  const [city, district] = random.pick(words.britishCities);
  const flat = random.pick([
    '',
    '',
    `Flat ${random.between(1, 24)}, `,
    `Flat ${random.between(1, 9)}B, `,
  ]);
  return `${flat}${random.between(1, 210)} ${random.pick(words.englishStreets)}, ${city} ${district} ${random.between(1, 9)}${random.text(2, 'ABDEFGHJLNPQRSTUWXYZ')}`;
}

/** A flat of the housing board, or a house: block, street, unit, postcode of six digits. */
export function singaporeAddress(random: SampleRandom): string {
  const unit = `#${String(random.between(2, 25)).padStart(2, '0')}-${random.between(101, 499)}`;
  const street = random.pick(fifthSingaporeStreets);
  const code = `Singapore ${random.pick(['46', '52', '64', '31', '57', '76'])}0${random.digits(3)}`;
  return random.pick([
    `Blk ${random.between(101, 899)} ${street} ${unit}, ${code}`,
    `${random.between(101, 899)} ${street}, ${unit}, ${code}`,
  ]);
}

export function hongKongEnglishAddress(random: SampleRandom): string {
  const [building, street] = random.pick(fifthHongKongEnglish);
  return `Flat ${random.pick(['A', 'B', 'D', 'H'])}, ${random.between(2, 36)}/F, ${random.pick(['', '', 'Block 2, '])}${building}, ${random.between(8, 780)} ${street}`;
}

export const hongKongAddress = (random: SampleRandom): string =>
  `${random.pick(fifthHongKongStreets)}${random.between(2, 720)}號${random.pick(fifthHongKongEstates)}${random.pick(['', '3座', '第五座', 'C座'])}${random.between(2, 35)}樓${random.pick(['B', 'D', 'F', '03', '16'])}室`;

export function taiwanAddress(random: SampleRandom): string {
  const lane = random.chance(0.4) ? `${random.between(3, 320)}巷` : '';
  const alley = lane !== '' && random.chance(0.3) ? `${random.between(2, 26)}弄` : '';
  const floor = random.chance(0.6) ? `${random.between(2, 15)}樓` : '';
  return `${random.pick(fifthTaiwanPlaces)}${lane}${alley}${random.between(1, 420)}號${floor}${floor !== '' && random.chance(0.3) ? `之${random.between(1, 6)}` : ''}`;
}

export function email(random: SampleRandom, words = fifthWords): string {
  const [family, given] = random.pick(words.pinyinNames);
  const plain = (name: string) => name.toLowerCase().replace(/[^a-z]/g, '');
  const local = random.pick([
    () => `${plain(given)}${plain(family)}${random.between(60, 99)}`,
    () => `${plain(family)}.${plain(given)}`,
    () => `${plain(random.pick(words.englishGiven))}_${plain(random.pick(words.englishFamily))}`,
    () => `${plain(random.pick(words.englishFamily))}.${random.text(1, lower)}`,
    () => `${random.between(1, 9)}${random.digits(random.between(8, 9))}`,
    () => `${plain(random.pick(words.englishGiven))}+${random.pick(['shop', 'bills', 'club'])}`,
    () => `${random.text(2, lower)}${plain(family)}-${random.digits(2)}`,
  ])();
  return `${local}@${random.pick(words.mailDomains)}`;
}
