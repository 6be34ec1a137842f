/**
 * Names of provinces, cities and counties of China, full and short.
 *
 * @module
 */
import { cityNames, countyNames, provinceNames } from '../data/division-names.ts';
import type { TextView } from '../engine/view.ts';
import { PairTable } from './pair-table.ts';

/** Rank of a division; short names of counties are everyday words and stand only behind another division. */
export type DivisionRank = 'province' | 'city' | 'county' | 'shortCounty';

interface Name {
  readonly name: string;
  readonly rank: DivisionRank;
}

/** Names by their first two units, longest first; the number of a pair is its place here, from 1 on. */
const names: Name[][] = [[]];
const places = new PairTable(4096);
/** 1 where a name begins with the unit, 2 where such names have been read. A short name begins as its full one does. */
let starts: Uint8Array | undefined;

/** Peoples in the names of autonomous divisions, which short names leave away: 凉山, 延边, 宁夏. */
const peoples =
  '朝鲜族|土家族|哈尼族|布依族|景颇族|傈僳族|拉祜族|纳西族|普米族|仡佬族|仫佬族|毛南族|撒拉族|保安族|东乡族|裕固族|布朗族|独龙族|达斡尔族|鄂温克族|鄂伦春族|' +
  '哈萨克族?|柯尔克孜族?|维吾尔族?|塔吉克族?|锡伯族?|蒙古族|各族|[苗藏羌彝侗壮傣白回满瑶畲黎土水佤怒]族|蒙古(?=自治[州县])';
const suffix = new RegExp(
  `(?:特别行政区|(?:${peoples})*自治[区州县旗]|地区|新区|[省市区县旗盟林])$`,
);
const lastCharacters = '省市区县旗盟林區縣';

/** A name without what says what kind of division it is. */
function shorten(name: string): string {
  const last = name.length - 1;
  if (!lastCharacters.includes(name[last]!))
    return name.endsWith('州') ? name.replace(suffix, '') : name;
  // Most names end in one such character; the pattern is for the others.
  const before = name[last - 1];
  return before === '地' || before === '新' || before === '政' || before === '治'
    ? name.replace(suffix, '')
    : name.slice(0, last);
}

/** Cities and counties of Taiwan and the areas of Hong Kong and Macau, as addresses there begin. */
const islandCities =
  '台北市 臺北市 新北市 桃園市 台中市 臺中市 台南市 臺南市 高雄市 基隆市 新竹市 嘉義市 新竹縣 苗栗縣 彰化縣 南投縣 雲林縣 嘉義縣 屏東縣 宜蘭縣 花蓮縣 台東縣 臺東縣 澎湖縣 金門縣 ' +
  '香港 九龍 九龙 新界 香港島 澳門 澳门';
const islandDistricts =
  '中西區 灣仔區 東區 南區 油尖旺區 深水埗區 九龍城區 黃大仙區 觀塘區 荃灣區 葵青區 屯門區 元朗區 北區 大埔區 沙田區 西貢區 離島區 ' +
  '旺角 中環 上環 銅鑼灣 灣仔 尖沙咀 觀塘 沙田 荃灣 深水埗 北角 鰂魚涌 太古城 將軍澳 屯門 元朗 大埔 葵涌 青衣 紅磡 何文田 黃大仙 油麻地 佐敦 九龍塘 九龍灣 柴灣 筲箕灣 金鐘 薄扶林 香港仔 ' +
  '氹仔 路環';

const lists = [
  [provinceNames, 'province', 'province'],
  [`${cityNames} ${islandCities}`, 'city', 'city'],
  [`${countyNames} ${islandDistricts}`, 'county', 'shortCounty'],
] as const;

function readStarts(): Uint8Array {
  const table = new Uint8Array(65_536);
  for (const [list] of lists) {
    table[list.charCodeAt(0)] = 1;
    for (let space = list.indexOf(' '); space >= 0; space = list.indexOf(' ', space + 1))
      table[list.charCodeAt(space + 1)] = 1;
  }
  return table;
}

function add(name: string, rank: DivisionRank, touched: Set<Name[]>): void {
  if (name.length < 2) return;
  const first = name.charCodeAt(0);
  const second = name.charCodeAt(1);
  const place = places.get(first, second);
  if (place === 0) {
    places.set(first, second, names.length);
    names.push([{ name, rank }]);
    return;
  }
  const list = names[place]!;
  // The first rank of a name counts.
  for (let index = 0; index < list.length; index += 1) if (list[index]!.name === name) return;
  list.push({ name, rank });
  touched.add(list);
}

/** Reads the names that begin with a unit: most texts hold few of the many. */
function readNames(first: number): void {
  const mark = ` ${String.fromCharCode(first)}`;
  const found = lists.map(([list]) => {
    const texts: string[] = [];
    // The list begins without a space.
    let space = list.charCodeAt(0) === first ? -1 : list.indexOf(mark);
    let goesOn = space >= 0 || list.charCodeAt(0) === first;
    while (goesOn) {
      const end = list.indexOf(' ', space + 1);
      texts.push(list.slice(space + 1, end < 0 ? list.length : end));
      space = end < 0 ? -1 : list.indexOf(mark, end);
      goesOn = space >= 0;
    }
    return texts;
  });
  const touched = new Set<Name[]>();
  lists.forEach(([, rank], index) => {
    for (const name of found[index]!) add(name, rank, touched);
  });
  lists.forEach(([, , short], index) => {
    for (const name of found[index]!) add(shorten(name), short, touched);
  });
  for (const list of touched) list.sort((a, b) => b.name.length - a.name.length);
}

/** The first two units of each name, full or short: a short name begins as its full one does. */
export function listDivisionPairs(): readonly string[] {
  const pairs: string[] = [];
  for (const [list] of lists)
    for (let at = 0; at >= 0; at = list.indexOf(' ', at) + 1 || -1)
      pairs.push(list.slice(at, at + 2));
  return pairs;
}

/** Whether a name of a division may begin with this unit. */
export function mayBeginDivision(unit: number): boolean {
  starts ??= readStarts();
  return starts[unit] !== 0;
}

/** The longest name of a division at `start`, with its end. */
export function divisionAt(
  view: TextView,
  start: number,
): { readonly end: number; readonly rank: DivisionRank } | undefined {
  const { codes } = view;
  const first = codes[start]!;
  starts ??= readStarts();
  if (starts[first] !== 2) {
    if (starts[first] === 0) return undefined;
    starts[first] = 2;
    readNames(first);
  }
  const place = places.get(first, codes[start + 1]!);
  if (place === 0) return undefined;
  const list = names[place]!;
  for (let number = 0; number < list.length; number += 1) {
    const { name, rank } = list[number]!;
    let index = 2;
    // Behind the view stand zeros, which no name holds.
    while (index < name.length && codes[start + index] === name.charCodeAt(index)) index += 1;
    if (index === name.length) return { end: start + name.length, rank };
  }
  return undefined;
}
