/**
 * Chinese postal addresses: names of divisions, then a grammar of suffixes from the township to the room.
 *
 * @module
 */
import type { Evidence } from '@yushu/core';
import { isAlphanumeric, isDigit, isHan, isLetter } from '../engine/characters.ts';
import { type Detector, reason, type Scan } from '../engine/scan.ts';
import type { TextView } from '../engine/view.ts';
import {
  areaSuffixes,
  mayEndName,
  nameSuffixes,
  numberSuffixes,
  type Suffixes,
  softSuffixes,
} from '../lexicon/address-suffixes.ts';
import { divisionAt } from '../lexicon/division-names.ts';

export const chineseAddress: Detector = {
  id: 'chinese-address',
  category: 'location.address',
  topics: ['location.address'],
  neutral: 'all',
};

const prior = reason('format', -3, 'place');
const divisions = [0, 0.8, 1.6, 2.2, 2.4].map((weight) =>
  reason('lexicon', weight, 'names of divisions'),
);
const named = reason('format', 1.2, 'road, village or estate');
const numbered = reason('format', 2.2, 'house number');
const estates = reason('format', 1, 'several named parts');
const closed = reason('format', 1, 'ends where a clause ends');
const room = reason('format', 1, 'building or room');
const bareDivision = reason('negative', -2.5, 'name of a division alone');
const office = reason('negative', -3, 'name of an organisation');

/** What makes a place an organisation of the state: policy texts are full of them. */
const officeEndings = new Set(
  Array.from('政局厅委办会院署部', (character) => character.charCodeAt(0)),
);

/** Longest name of a road or estate, in characters. */
const longestName = 12;

/** An address as it was read. */
export interface ParsedAddress {
  readonly end: number;
  /** How many divisions, named parts, house numbers, and buildings or rooms it has. */
  readonly divisions: number;
  readonly names: number;
  readonly numbers: number;
  readonly rooms: number;
}

/** Looks for an address that begins with the name of a division at `start`. */
export function findChineseAddress(scan: Scan, start: number): ParsedAddress | undefined {
  const { view } = scan;
  const first = divisionAt(view, start);
  if (first === undefined) return undefined;
  // 改成武汉: 成武 is a county, but 武汉 begins within it.
  if (first.rank === 'shortCounty' && first.end - start === 2) {
    const next = divisionAt(view, start + 1);
    if (next !== undefined && (next.rank === 'city' || next.rank === 'province')) return undefined;
  }
  if (isWithinRoad(view, start, first.end)) return undefined;
  const parsed = parse(view, first.end, first.rank === 'shortCounty');
  if (parsed === undefined) return undefined;
  const short = first.rank === 'shortCounty';
  // 朝阳 and 海淀 alone are no beginning unless a road with a number follows.
  if (short && parsed.numbers === 0 && !scan.hasCue(chineseAddress, start, parsed.end))
    return undefined;
  const whole = withBuilding(scan, start, parsed);
  report(scan, start, whole);
  return whole;
}

/**
 * Whether a division is a part of a road whose name begins one or two characters before it, behind a word that leads to a place or at
 * the beginning of a clause: 津南 of 卫津南路, 江西 of 住长江西路.
 */
function isWithinRoad(view: TextView, start: number, end: number): boolean {
  if (!beginsRoad(view.codes, end) && view.at(end) !== 0x6bb5) return false;
  let before = 0;
  while (before < 3 && isHan(view.at(start - before - 1)) && !isLead(view, start - before - 1))
    before += 1;
  // 昨天去了…: what leads there may have two characters.
  return (
    before > 0 && before < 3 && !leadWords.has(pairKey(view.at(start - 2), view.at(start - 1)))
  );
}

/**
 * With the building that stands behind a road without a number, 光明路京基一百: only where a cue says that this is an address, and
 * only up to the end of the clause.
 */
function withBuilding(scan: Scan, start: number, parsed: ParsedAddress): ParsedAddress {
  if (parsed.numbers + parsed.rooms > 0 || parsed.names === 0 || parsed.divisions < 2)
    return parsed;
  const { view } = scan;
  let end = parsed.end;
  while (end - parsed.end < 8 && isHan(view.at(end))) end += 1;
  const length = end - parsed.end;
  if (length < 2 || length > 7 || isAlphanumeric(view.at(end))) return parsed;
  if (!scan.hasCue(chineseAddress, start, parsed.end)) return parsed;
  return { ...parsed, end, names: parsed.names + 1 };
}

/** Looks for an address without a division around the road whose suffix ends at `roadEnd`: 科技路88号. */
export function findRoadAddress(scan: Scan, roadEnd: number): void {
  const { view } = scan;
  let start = roadEnd - 1;
  while (roadEnd - start < 7 && isHan(view.at(start - 1))) start -= 1;
  if (roadEnd - start < 3) return;
  const cue = scan.cues.lastWithin(Math.max(0, start - 12), roadEnd - 2);
  if (cue !== undefined && cue.end > start) start = cue.end;
  start = behindLead(view, start, roadEnd - 2);
  const parsed = parseParts(view, start, 0, true);
  if (parsed === undefined || parsed.numbers === 0) return;
  report(scan, start, parsed);
}

/** Words that lead to a place and stand in the names of few: 到, 在, 放入, 位于, 住, 买了套. */
const leadUnits = new Set(
  Array.from('到在于入至住往抵赴从的是了套我你他她您它址去由放', (unit) => unit.charCodeAt(0)),
);

/** Whether such a word stands at an index: not in 住宅. */
function isLead(view: TextView, at: number): boolean {
  const unit = view.at(at);
  return leadUnits.has(unit) && !(unit === 0x4f4f && view.at(at + 1) === 0x5b85);
}

/** Two units as one number. */
function pairKey(first: number, second: number): number {
  return first * 65_536 + second;
}

/** The same of two characters, each of which may stand in a name. */
const leadWords = new Set(
  '地点 席设 改成 改为 换成 团建 集合 坐落 租住 居住 发往 运往 寄给 送给 学校 公司 单位 新址 原址 搬回 回家 我家 上门 导航 楼盘 房源 业主 到达 抵达 看过 来过 吃过 租过 看看 现居 现住 暂住 定居 搬进 路过 经过 途经 派送 投递 快递 现场 出发'
    .split(' ')
    .map((word) => pairKey(word.charCodeAt(0), word.charCodeAt(1))),
);

/** The index behind the last word that leads to a place, in `[start, end)`. */
function behindLead(view: TextView, start: number, end: number): number {
  for (let at = end - 1; at >= start; at -= 1) if (isLead(view, at)) return at + 1;
  for (let at = end - 2; at >= start; at -= 1)
    if (leadWords.has(pairKey(view.at(at), view.at(at + 1)))) return at + 2;
  return start;
}

const wholeBuilding = reason('format', 3.4, 'building, unit and room');

/** What follows a building: its unit and room, or the room alone. */
const partsOfBuilding =
  /^(?:(?:\d{1,2}|[一二三四五六七八九十甲乙丙])(?:单元|门洞?|梯)(?:\d{1,2}[层楼](?:\d{2,4}[室房号]?)?|\d{2,4}[室房号]?)?|\d{3,4}[室房])(?:[东西南北中左右]户)?(?![\dA-Za-z])/;

/** Looks for an address without division and road around a building, whose suffix stands at `suffix`: 新龙城38幢3单元3005室. */
export function findBuildingAddress(scan: Scan, suffix: number): void {
  const { view } = scan;
  const parts = partsOfBuilding.exec(view.slice(suffix + 1, suffix + 24));
  if (parts === null) return;
  let number = suffix;
  // 10号楼.
  if (view.at(number - 1) === 0x53f7) number -= 1;
  else if (view.at(suffix) === 0x697c) return;
  const numberEnd = number;
  while (numberEnd - number < 4 && isAlphanumeric(view.at(number - 1))) number -= 1;
  if (numberEnd === number) return;
  if (view.at(number - 1) === 0x7b2c) number -= 1;
  let start = number;
  while (number - start < 12 && isHan(view.at(start - 1)) && !isLead(view, start - 1)) start -= 1;
  const cue = scan.cues.lastWithin(Math.max(0, start - 12), number);
  if (cue !== undefined && cue.end > start && cue.end <= number - 2) start = cue.end;
  start = behindLead(view, start, number - 2);
  if (number - start < 2 || number - start > 10) return;
  const reasons = [prior, named, wholeBuilding];
  scan.report(chineseAddress, start, suffix + 1 + parts[0].length, reasons);
}

/** Lists of reasons by what an address has, made once each. */
const listsOfReasons: (readonly Evidence[] | undefined)[] = new Array(5 * 3 * 3 * 4).fill(
  undefined,
);

function report(scan: Scan, start: number, parsed: ParsedAddress): void {
  const { end, names, numbers, rooms } = parsed;
  const after = scan.view.codes[end]!;
  const isOffice = numbers + rooms === 0 && (officeEndings.has(after) || isHan(after));
  const isClosed = names > 0 && parsed.divisions > 0 && numbers === 0;
  const standing = isOffice ? 2 : isClosed ? 1 : 0;
  const parts = (numbers > 0 ? 1 : 0) + (rooms > 0 ? 2 : 0);
  const count = Math.min(4, parsed.divisions);
  const place = ((count * 3 + Math.min(2, names)) * 3 + standing) * 4 + parts;
  let list = listsOfReasons[place];
  if (list === undefined) {
    const reasons: Evidence[] = [prior];
    if (count > 0) reasons.push(divisions[count]!);
    if (names > 0) reasons.push(named);
    if (names > 1) reasons.push(estates);
    if (numbers > 0) reasons.push(numbered);
    if (rooms > 0) reasons.push(room);
    if (names + numbers === 0) reasons.push(bareDivision);
    if (isOffice) reasons.push(office);
    else if (isClosed) reasons.push(closed);
    list = reasons;
    listsOfReasons[place] = list;
  }
  scan.report(chineseAddress, start, end, list);
}

/** Reads on behind a first division that ends before `end`. */
function parse(view: TextView, end: number, needsRoad: boolean): ParsedAddress | undefined {
  const { codes } = view;
  let at = end;
  let count = 1;
  while (count < 5) {
    const next = codes[at] === 0x20 && isHan(codes[at + 1]!) ? at + 1 : at;
    const division = divisionAt(view, next);
    if (division === undefined) break;
    at = next;
    // 中山路 and 南京路 are roads, not cities.
    if (beginsRoad(codes, division.end)) break;
    at = division.end;
    count += 1;
  }
  return parseParts(view, at, count, needsRoad);
}

/** Whether what stands at an index makes the name before it that of a road: 路, 街, 巷, 大道, 大街, 东路 and so on. */
function beginsRoad(codes: Uint16Array, at: number): boolean {
  const unit = codes[at]!;
  if (unit === 0x8def || unit === 0x8857 || unit === 0x5df7) return true;
  const next = codes[at + 1]!;
  // 绍兴道359号.
  if (unit === 0x9053) return isDigit(next);
  if (unit === 0x5927) return next === 0x9053 || next === 0x8857;
  return (
    next === 0x8def &&
    (unit === 0x4e1c || unit === 0x897f || unit === 0x5357 || unit === 0x5317 || unit === 0x4e2d)
  );
}

/** Reads the parts behind the divisions, as far as the grammar goes. */
function parseParts(
  view: TextView,
  from: number,
  divisionCount: number,
  needsRoad: boolean,
): ParsedAddress | undefined {
  let at = from;
  let names = 0;
  let numbers = 0;
  let rooms = 0;
  for (let part = 0; part < 10; part += 1) {
    const gap = skipGap(view, at);
    const number =
      numberPart(view, gap) ?? (gap === at && part > 0 ? bareRoom(view, at) : undefined);
    if (number !== undefined) {
      at = number.end;
      if (number.room) rooms += 1;
      else numbers += 1;
      continue;
    }
    // A part with a name may stand behind a space only where one with a number follows.
    // 紫薇田园都市东区22-4-2505.
    if (
      gap === at &&
      names > 0 &&
      sides.has(view.at(at)) &&
      isQuarter(view.at(at + 1)) &&
      isDigit(view.at(at + 2))
    ) {
      at += 2;
      continue;
    }
    // 长泰广场西楼3303.
    if (
      gap === at &&
      names > 0 &&
      sides.has(view.at(at)) &&
      (view.at(at + 1) === 0x697c || view.at(at + 1) === 0x5854) &&
      isDigit(view.at(at + 2))
    ) {
      at += 2;
      continue;
    }
    const name = namePart(view, gap);
    if (name < 0) {
      // An estate whose name ends in no suffix, 保利香槟6栋: only behind a division, road or number.
      const estate =
        gap === at && part + divisionCount > 0 ? estateBefore(view, at, numbers > 0) : -1;
      if (estate < 0) break;
      at = estate;
      names += 1;
      continue;
    }
    if (gap > at && numberPart(view, skipGap(view, name)) === undefined) break;
    at = sectionEnd(view, crossingEnd(view, name));
    names += 1;
  }
  // 13樓A, 30樓E室.
  if (
    rooms > 0 &&
    isFloor(view.at(at - 1)) &&
    isLetter(view.at(at)) &&
    !isAlphanumeric(view.at(at + 1))
  )
    at += view.at(at + 1) === 0x5ba4 ? 2 : 1;
  // 4楼东户.
  if (rooms > 0 && sides.has(view.at(at)) && isHousehold(view.at(at + 1))) at += 2;
  // 12樓之3.
  if (rooms > 0 && view.at(at) === 0x4e4b && isDigit(view.at(at + 1)))
    at = digitsEnd(view, at + 1, 3);
  if (needsRoad && names === 0) return undefined;
  return { end: at === from ? from : at, divisions: divisionCount, names, numbers, rooms };
}

/** Over one space, hyphen or comma between parts. */
function skipGap(view: TextView, at: number): number {
  const unit = view.at(at);
  return unit === 0x20 ? at + 1 : at;
}

/** What a unit is in a number, as bits. */
const numeral = { digit: 1, letter: 2, chinese: 4 } as const;
const numerals = new Uint8Array(65_536);
for (let unit = 0; unit < 128; unit += 1)
  numerals[unit] = isDigit(unit) ? numeral.digit : isLetter(unit) ? numeral.letter : 0;
for (const digit of '一二三四五六七八九十百零〇甲乙丙丁')
  numerals[digit.charCodeAt(0)] = numeral.chinese;

/** A part with a number at `start`: `88号`, `3栋`, `A座`, `1单元`, `2502室`, `12-3号`. */
function numberPart(
  view: TextView,
  start: number,
): { readonly end: number; readonly room: boolean } | undefined {
  const { codes } = view;
  // Most places are given up here.
  if (numerals[codes[start]!] === 0) return undefined;
  let at = start;
  while (at - start < 10) {
    const unit = codes[at]!;
    const is = numerals[unit]!;
    if (is === numeral.digit || (is !== 0 && at - start < 4)) {
      at += 1;
      continue;
    }
    if (
      (unit !== 0x2d && unit !== 0x7e && unit !== 0x23 && unit !== 0x4e4b) ||
      !(isAlphanumeric(codes[at + 1]!) || unit === 0x23 || isHan(codes[at + 1]!))
    )
      break;
    at += 1;
  }
  const bare = at;
  if (codes[at] === 0x20 && isHan(codes[at + 1]!)) at += 1;
  const suffixes = numberSuffixes.of(codes[at]!);
  for (let index = 0; index < suffixes.length; index += 1) {
    const suffix = suffixes[index]!;
    if (!view.startsWith(suffix, at)) continue;
    const end = at + suffix.length;
    // 1204路段, 2006房屋, 304门口: the room ends before the word.
    const after = view.at(end);
    if (
      after === 0x6bb5 ||
      (after === 0x5c4b && suffix === '房') ||
      (after === 0x53e3 && suffix === '门')
    )
      continue;
    // 3月, 5路 of a bus and 1街 belong to other things; 号 of a date does too, but dates have no road before them.
    return {
      end,
      room:
        suffix !== '號' &&
        suffix !== '号' &&
        suffix !== '弄' &&
        suffix !== '号院' &&
        suffix !== '号楼',
    };
  }
  // A last number without suffix: 88号3-2-501, 12栋301.
  if (bare - start >= 2 && isDigit(view.at(start)) && isRoomNumber(view, start, bare))
    return { end: bare, room: true };
  return undefined;
}

/** Units that make the number before them a count or a date, and no room: 年月日元个人万米天次. */
const countUnits = new Set(
  Array.from('年月日元个人万亿米天次点时分秒度条件台名位家平', (unit) => unit.charCodeAt(0)),
);

/** Digits at `start`, at most `most`; their end. */
function digitsEnd(view: TextView, start: number, most: number): number {
  let at = start;
  while (at - start < most && isDigit(view.at(at))) at += 1;
  return at;
}

/** A room without suffix behind a named part or a building: `国贸大厦1304`, `6号楼507`, `阳光花园19-3-1406`. */
function bareRoom(
  view: TextView,
  start: number,
): { readonly end: number; readonly room: boolean } | undefined {
  const before = view.at(start - 1);
  if (!(isHan(before) || isLetter(before)) || !isDigit(view.at(start))) return undefined;
  let at = digitsEnd(view, start, 5);
  let groups = 1;
  while (groups < 4 && view.at(at) === 0x2d && isDigit(view.at(at + 1))) {
    at = digitsEnd(view, at + 1, 5);
    groups += 1;
  }
  const next = view.at(at);
  if (isAlphanumeric(next) || next === 0x2d || countUnits.has(next)) return undefined;
  if (next === 0x2e && isDigit(view.at(at + 1))) return undefined;
  if (groups === 1 && (at - start < 3 || at - start > 4)) return undefined;
  return { end: at, room: true };
}

/** Over the section of a road that ends at `road`: 天府大道北段, 忠孝東路四段. */
function sectionEnd(view: TextView, road: number): number {
  // 二环路北一段.
  if (
    view.at(road + 2) === 0x6bb5 &&
    sections.has(view.at(road)) &&
    sections.has(view.at(road + 1))
  )
    return road + 3;
  // 中山大道西88号.
  if (isDigit(view.at(road + 1)) && compass.has(view.at(road))) return road + 1;
  if (view.at(road + 1) !== 0x6bb5) return road;
  const which = view.at(road);
  return isDigit(which) || sections.has(which) ? road + 2 : road;
}

const sections = new Set(
  Array.from('东西南北中上下东一二三四五六七八九十東', (unit) => unit.charCodeAt(0)),
);

/** 东西南北中. */
const compass = new Set(Array.from('东西南北中東', (unit) => unit.charCodeAt(0)));

/** Sides of a building or floor. */
const sides = new Set(Array.from('东西南北中左右主附裙副', (unit) => unit.charCodeAt(0)));
/** 区, 苑. */
const isQuarter = (unit: number): boolean => unit === 0x533a || unit === 0x82d1;
/** 户, 侧. */
const isHousehold = (unit: number): boolean => unit === 0x6237 || unit === 0x4fa7;
/** 楼, 层, 樓, 層. */
const isFloor = (unit: number): boolean =>
  unit === 0x697c || unit === 0x5c42 || unit === 0x6a13 || unit === 0x5c64;

/** What a building's number looks like behind the name of an estate. */
const buildingShape =
  /^(?:第?\d{1,3}(?:号楼|栋|幢|座|单元|期|号院|棟|-\d{1,3}-\d{2,4}(?!\d))|\d{1,2}(?:楼|层|樓|F(?![A-Za-z]))|[A-Za-z]座|(?:[一二三四五六七八九十]{1,2}期|[东西南北中][区苑])(?=第?\d))/;
/** The same behind the number of a house, or a name with Latin letters: a room alone. */
const roomShape = /^\d{3,4}(?:[室房]|(?![\d\p{L}/.-]|年|月))/u;

/** End of the name of an estate, two to nine characters at `start`, that the number of a building follows; -1 where none stands. */
function estateBefore(view: TextView, start: number, isHoused: boolean): number {
  // 中关村e世界: a letter may begin it.
  if (!isHan(view.at(start)) && !(isLetter(view.at(start)) && isHan(view.at(start + 1)))) return -1;
  let at = start;
  let isLatin = false;
  // A letter may stand in the name, 中关村e世界, or be the building's: B座.
  while (at - start < 12) {
    const unit = view.at(at);
    if ((!isHan(unit) && !isLetter(unit)) || isLead(view, at)) break;
    if (at - start > 1) {
      // 第16栋, 二期6-5-104 and 东区22-4 belong to the number.
      const tail = view.slice(at, at + 12);
      if (
        /^(?:[A-Za-z]座|[东西南北主附裙]楼\d|[一二三四五六七八九十]{1,2}期\d|[东西南北中][区苑]第?\d)/.test(
          tail,
        )
      )
        return at;
    }
    if (isLetter(unit)) isLatin = true;
    at += 1;
  }
  if (at - start < 2 || (at - start > 8 && !isLatin) || !isDigit(view.at(at))) return -1;
  const text = view.slice(at, at + 12);
  if (buildingShape.test(text)) return at;
  return (isHoused || isLatin) && roomShape.test(text) ? at : -1;
}

/** Over `与人民路交叉口` behind a road that ends at `road`. */
function crossingEnd(view: TextView, road: number): number {
  // 永兴街与学府路 may have been read as one name.
  for (const end of ['交叉口', '交汇处', '交界处']) if (view.startsWith(end, road)) return road + 3;
  const joint = view.at(road);
  // 与, 和.
  if (joint !== 0x4e0e && joint !== 0x548c) return road;
  const text = view.slice(road + 1, road + 16);
  const crossing = /^[\p{Script=Han}]{1,8}?(?:路|街|大道|巷)(?:交叉口|交汇处|路口|交界处)/u.exec(
    text,
  );
  return crossing === null ? road : road + 1 + crossing[0].length;
}

/** Whether the digits follow directly on a suffix of a building and nothing that would make them something else follows. */
function isRoomNumber(view: TextView, start: number, end: number): boolean {
  const before = view.at(start - 1);
  if (!/[号栋幢座楼元弄院號樓棟#]/.test(String.fromCharCode(before))) return false;
  return !isHan(view.at(end)) && !isAlphanumeric(view.at(end)) && end - start <= 9;
}

/** End of a part with a name at `start`: `科技路`, `盛世长安小区`; -1 where none stands. */
function namePart(view: TextView, start: number): number {
  let last = -1;
  for (let length = 1; length <= longestName; length += 1) {
    const unit = view.at(start + length - 1);
    if (!isHan(unit) && !isAlphanumeric(unit)) break;
    if (length < 2 || !mayEndName(unit)) continue;
    const end = start + length;
    const hard = endsWith(view, start, end, nameSuffixes);
    if (!hard && !endsWith(view, start, end, softSuffixes)) continue;
    // The shortest part that a number follows, or that is an area, else the longest.
    if (numberPart(view, skipGap(view, end)) !== undefined) return end;
    if (!hard && bareRoom(view, end) !== undefined) return end;
    if (!hard) continue;
    if (endsWith(view, start, end, areaSuffixes)) return end;
    // A lettered part of a park: 软件园D区.
    last = isLetter(view.at(end)) && view.at(end + 1) === 0x533a ? end + 2 : end;
  }
  return last;
}

/** Whether `[start, end)` ends with one of the suffixes and has something before it. */
function endsWith(view: TextView, start: number, end: number, suffixes: Suffixes): boolean {
  const list = suffixes.of(view.codes[end - 1]!);
  for (let index = 0; index < list.length; index += 1) {
    const suffix = list[index]!;
    if (end - suffix.length > start && view.startsWith(suffix, end - suffix.length)) return true;
  }
  return false;
}
