/**
 * People of the fourth set of documents, where they live, and how one writes to them.
 *
 * @module
 */
import {
  commonwealthCities,
  englishChinesePlaces,
  englishChineseStreets,
  fourthAmericanCities,
  fourthBritishCities,
  fourthDivisions,
  fourthDottedNames,
  fourthEnglishFamily,
  fourthEnglishGiven,
  fourthEnglishStreets,
  fourthEstates,
  fourthGivenNames,
  fourthMailDomains,
  fourthRural,
  fourthStreets,
  fourthSurnames,
  fourthTowers,
  fourthUndottedNames,
  hongKongEstates,
  hongKongStreets,
  macauStreets,
  pinyinNames,
  taiwanPlaces,
} from '../data/fourth-document-lists.ts';
import type { SampleRandom } from '../samples/sample-random.ts';

const lower = 'abcdefghijklmnopqrstuvwxyz';

export function chineseName(random: SampleRandom): string {
  if (random.chance(0.02)) return random.pick(fourthDottedNames);
  if (random.chance(0.01)) return random.pick(fourthUndottedNames);
  return random.pick(fourthSurnames) + random.pick(fourthGivenNames);
}

/** A name as a form sets it, or as a machine reads it off paper: characters apart. */
export function spacedName(random: SampleRandom): string {
  const name = random.pick(fourthSurnames) + random.pick(fourthGivenNames);
  return [...name].join(name.length === 2 ? random.pick([' ', '　', '  ']) : ' ');
}

export function englishName(random: SampleRandom): string {
  const given = random.pick(fourthEnglishGiven);
  const family = random.pick(fourthEnglishFamily);
  if (random.chance(0.07)) return `${given} ${random.text(1, 'ABCDEGHJKLMRST')}. ${family}`;
  return random.chance(0.04)
    ? `${random.pick(['Anne-Marie', 'Jean-Pierre', 'Mary-Jane', 'Karl-Heinz'])} ${family}`
    : `${given} ${family}`;
}

/** A Chinese name in pinyin, in the order of either language. */
export function pinyinName(random: SampleRandom): string {
  const [family, given] = random.pick(pinyinNames);
  return random.pick([
    `${family} ${given}`,
    `${given} ${family}`,
    `${family.toUpperCase()} ${given}`,
  ]);
}

/** As tickets print it. */
export function ticketName(random: SampleRandom): string {
  const [family, given] = random.pick(pinyinNames);
  return `${family}/${given}`.toUpperCase();
}

/** From the division, cut as people cut it, to the street and its number. */
function area(random: SampleRandom): string {
  const [, , whole] = random.pick(fourthDivisions);
  if (random.chance(0.6)) return whole;
  const city = whole.replace(/^.{2,6}?(?:省|自治区)/, '').replace(/^(?:广西|宁夏|新疆|内蒙古)/, '');
  return random.chance(0.6) ? city : city.replace('市', '');
}

const room = (random: SampleRandom) =>
  `${random.between(1, 33)}${random.pick(['01', '02', '03', '04', '05', '06'])}`;

export function address(random: SampleRandom): string {
  const street = `${random.pick(fourthStreets)}${random.between(1, 1588)}号`;
  const estate = random.pick(fourthEstates);
  const house = random.between(1, 48);
  const unit = random.between(1, 5);
  return random.pick([
    () => `${area(random)}${street}${estate}${house}幢${unit}单元${room(random)}室`,
    () => `${area(random)}${street}${estate}${house}号楼${unit}单元${room(random)}`,
    () => `${area(random)}${street}${house}号楼${room(random)}室`,
    () => `${area(random)}${street}`,
    () =>
      `${area(random)}${street}${random.pick(fourthTowers)}${random.pick(['A座', 'B座', '1号楼', '西楼', ''])}${room(random)}`,
    () => `${area(random)}${street}${random.pick(fourthTowers)}${random.between(3, 36)}层`,
    () =>
      `${area(random)}${estate}${house}栋${unit}单元${random.between(2, 7)}楼${random.pick(['东户', '西户', '中户'])}`,
    () =>
      `${area(random)}${estate}${random.pick(['东区', '西区', '二期', '三期'])}${house}-${unit}-${room(random)}`,
    () =>
      `${area(random)}${random.pick(fourthStreets)}${random.between(1, 900)}弄${house}号${room(random)}室`,
    () => `${random.pick(fourthRural)}${random.between(1, 16)}组${random.between(1, 120)}号`,
    () => `${random.pick(fourthRural)}${random.between(1, 200)}号`,
  ])();
}

/** As one tells a driver or the neighbours. */
export function shortAddress(random: SampleRandom): string {
  const estate = random.pick(fourthEstates);
  const house = random.between(1, 40);
  return random.pick([
    () => `${estate}${house}幢${random.between(1, 4)}单元${room(random)}室`,
    () => `${estate}${house}号楼${random.between(1, 4)}单元${room(random)}`,
    () =>
      `${random.pick(fourthStreets)}${random.between(2, 980)}号${estate}${house}栋${room(random)}`,
    () =>
      `${random.pick(fourthStreets)}${random.between(2, 980)}号${random.pick(fourthTowers)}${room(random)}室`,
    () => `${area(random)}${random.pick(fourthStreets)}${random.between(2, 980)}号`,
  ])();
}

/** A Chinese address for people abroad. */
export function pinyinAddress(random: SampleRandom): string {
  const place = random.pick(englishChinesePlaces);
  const street = `${random.between(8, 999)} ${random.pick(englishChineseStreets)}`;
  return random.pick([
    `Room ${room(random)}, Building ${random.between(1, 20)}, No. ${street}, ${place}`,
    `${random.between(3, 30)}/F, Tower ${random.pick(['A', 'B', 'C'])}, No. ${street}, ${place}`,
    `No. ${street}, ${place}`,
  ]);
}

export function americanAddress(random: SampleRandom): string {
  const [city, state, zip] = random.pick(fourthAmericanCities);
  const unit = random.pick(['', '', '', ' Apt 3C', ', Apt. 210', ' #14', ', Unit B', ' Suite 400']);
  return `${random.between(21, 12999)} ${random.pick(fourthEnglishStreets)}${unit}, ${city}, ${state} ${zip}${random.digits(2)}`;
}

export function britishAddress(random: SampleRandom): string {
  const [city, district] = random.pick(fourthBritishCities);
  const flat = random.pick(['', '', `Flat ${random.between(1, 30)}, `, 'Rose Cottage, ']);
  return `${flat}${random.between(2, 188)} ${random.pick(fourthEnglishStreets)}, ${city} ${district} ${random.between(1, 9)}${random.text(2, 'ABDEFGHJLNPQRSTUWXYZ')}`;
}

export const commonwealthAddress = (random: SampleRandom): string =>
  `${random.pick(['', '', 'Unit 5, ', '12/'])}${random.between(3, 480)} ${random.pick(fourthEnglishStreets)}, ${random.pick(commonwealthCities)}`;

export function taiwanAddress(random: SampleRandom): string {
  const lane = random.chance(0.4) ? `${random.between(2, 280)}巷` : '';
  const alley = lane !== '' && random.chance(0.4) ? `${random.between(2, 30)}弄` : '';
  const floor = random.chance(0.6) ? `${random.between(2, 14)}樓` : '';
  return `${random.pick(taiwanPlaces)}${lane}${alley}${random.between(1, 380)}號${floor}${floor !== '' && random.chance(0.3) ? '之2' : ''}`;
}

export const hongKongAddress = (random: SampleRandom): string =>
  `${random.pick(hongKongStreets)}${random.between(1, 680)}號${random.pick(hongKongEstates)}${random.pick(['', '第二座', 'B座'])}${random.between(1, 38)}樓${random.pick(['A', 'C', 'E', '05', '12'])}室`;

export const macauAddress = (random: SampleRandom): string =>
  `${random.pick(macauStreets)}${random.between(1, 600)}號${random.pick(hongKongEstates)}${random.between(1, 30)}樓${random.pick(['A', 'D', 'F'])}`;

export function email(random: SampleRandom): string {
  const [family, given] = random.pick(pinyinNames);
  const plain = (name: string) => name.toLowerCase().replace(/[^a-z]/g, '');
  const local = random.pick([
    () => `${plain(given)}.${plain(family)}`,
    () => `${plain(family)}${plain(given)}${random.between(78, 99)}`,
    () => `${plain(random.pick(fourthEnglishGiven))}.${plain(random.pick(fourthEnglishFamily))}`,
    () => `${plain(random.pick(fourthEnglishGiven))}${random.digits(3)}`,
    () => `${random.between(1, 9)}${random.digits(random.between(7, 9))}`,
    () => `${random.text(1, lower)}${plain(random.pick(fourthEnglishFamily))}`,
    () => `${plain(family)}_${random.text(2, lower)}`,
  ])();
  return `${local}@${random.pick(fourthMailDomains)}`;
}

export function birthDate(random: SampleRandom, year = random.between(1946, 2006)): string {
  const [month, day] = [random.between(1, 12), random.between(1, 28)];
  const pad = (value: number) => String(value).padStart(2, '0');
  return random.pick([
    `${year}年${month}月${day}日`,
    `${year}年${pad(month)}月${pad(day)}日`,
    `${year}-${pad(month)}-${pad(day)}`,
    `${year}/${month}/${day}`,
    `${year}.${month}.${day}`,
  ]);
}

export function englishBirthDate(random: SampleRandom): string {
  const [year, month, day] = [
    random.between(1946, 2018),
    random.between(1, 12),
    random.between(1, 28),
  ];
  const names =
    'January February March April May June July August September October November December';
  const name = names.split(' ')[month - 1]!;
  const pad = (value: number) => String(value).padStart(2, '0');
  return random.pick([
    `${pad(month)}/${pad(day)}/${year}`,
    `${day} ${name} ${year}`,
    `${pad(day)} ${name.slice(0, 3)} ${year}`,
    `${name} ${day}, ${year}`,
    `${year}-${pad(month)}-${pad(day)}`,
  ]);
}
