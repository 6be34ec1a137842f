/**
 * Chinese personal names, without a model that would have to be downloaded: surname and given name by how much more often their
 * characters stand in names than in text, and what stands around.
 *
 * @module
 */
import type { Evidence } from '@yushu/core';
import { isAlphanumeric, isDigit, isHan } from '../engine/characters.ts';
import { cueAt } from '../engine/cues.ts';
import { type Detector, reason, type Scan } from '../engine/scan.ts';
import type { TextView } from '../engine/view.ts';
import {
  characterIs,
  characterTable,
  givenFirstTable,
  givenLastTable,
  isEveryman,
  isTitle,
  isTripleWord,
  mayBeginCompound,
  mostNameContext,
  namePriors,
  pairIs,
  pairOf,
  roleEndings,
  surnameTable,
} from '../lexicon/chinese-names.ts';
import { divisionAt, mayBeginDivision } from '../lexicon/division-names.ts';
import { isInCharacterTable } from './character-table.ts';

/** Cue topics that name a person. */
const topics = ['person.name'];
export const chineseName: Detector = {
  id: 'chinese-name',
  category: 'person.name',
  topics,
  neutral: 'all',
};

const role = reason('cue', 3, 'role before a name');
const roleOnRen = reason('cue', 1.8, 'role before a name');
const opening = reason('cue', 0.9, 'word before a name');
const boundary = reason('format', 1, 'beginning of a clause');
const alone = reason('format', 1, 'stands alone');
const inside = reason('negative', -1.2, 'within running text');
const behindWord = reason('negative', -0.5, 'behind a word');
const label = reason('cue', 3, 'role before a colon');
const blank = reason('cue', 2.8, 'role before a space');
const title = reason('cue', 3, 'title after a name');
const ending = reason('format', 0.8, 'end of a clause');
const follower = reason('format', 0.6, 'word after a name');
const followingWord = reason('cue', 1.8, 'word after a name');
const strange = reason('negative', -1.5, 'no word that follows names');
const beforeWord = reason('negative', -0.6, 'before a word');
const place = reason('negative', -3.5, 'name of a place or organisation');
const cueBehind = reason('cue', 1.8, 'personal data is spoken of');
const mobileBehind = reason('format', 1.8, 'a mobile number follows');
const tabled = reason('negative', -6, 'in a row of characters');
const everyman = reason('lexicon', 5, 'name for anybody');
const compound = reason('lexicon', 7, 'surname of two characters');
const wordlikeCompound = reason('lexicon', 3.5, 'surname of two characters');

const placeAtEnd = reason('negative', -2, 'ends as places do');
const buildingAtEnd = reason('negative', -5, 'ends as buildings do');
const thing = reason('negative', -6, 'name of a thing');
const toldThing = reason('negative', -1.5, 'name of a thing');
const eponym = reason('negative', -5, 'called after somebody');
const doubled = reason('negative', -9, 'the second of a doubled character');
const endOfRole = reason('negative', -5, 'end of a role');
const preposition = reason('negative', -4, 'preposition');
const counted = reason('negative', -4, 'measure word');
const measured = reason('negative', -9, 'weighed out');
const verbAtEnd = reason('negative', -3, 'ends in a word of its own');

/** What words across the candidate say against it. */
const penalties: Readonly<Record<'word' | 'across' | 'givenWord' | 'behind', readonly number[]>> = {
  word: [0, -4, -6],
  across: [0, -2, -3.2],
  givenWord: [0, -0.5, -1.2],
  behind: [0, -1.2, -2.4],
};

/** Evidence of each weight is made once, and only for what is reported. Weights are tenths. */
function rememberBy(make: (weight: number) => Evidence): (weight: number) => Evidence {
  const remembered: (Evidence | undefined)[] = new Array(2048).fill(undefined);
  return (weight) => {
    const place = Math.round(weight * 10) + 1024;
    const known = remembered[place];
    if (known !== undefined && known.weight === weight) return known;
    const made = make(weight);
    if (place >= 0 && place < remembered.length) remembered[place] = made;
    return made;
  };
}
const lexicalOf = rememberBy((weight) => reason('lexicon', weight, 'surname and given name'));
const labelledOf = rememberBy((weight) => reason('format', weight, 'all that a label names'));
const againstOf = rememberBy((weight) => reason('negative', weight, 'part of a common word'));

/** The reasons for one length of a name, without an object for each: most are never reported. */
class Weighing {
  end = 0;
  sum = Number.NEGATIVE_INFINITY;
  /** What the characters say by themselves. */
  lexical = 0;
  #count = 0;
  readonly #weights = new Float64Array(12);
  readonly #made: (Evidence | undefined)[] = new Array(12).fill(undefined);
  readonly #makers: ((weight: number) => Evidence)[] = new Array(12).fill(lexicalOf);

  /** Begins anew with what the characters say. */
  begin(lexical: number): void {
    this.#count = 0;
    this.sum = 0;
    this.lexical = lexical;
    this.addWeight(lexical, lexicalOf);
  }

  add(item: Evidence): void {
    this.#made[this.#count] = item;
    this.#count += 1;
    this.sum += item.weight;
  }

  /** Adds evidence that is made when it is reported. */
  addWeight(weight: number, make: (weight: number) => Evidence): void {
    this.#made[this.#count] = undefined;
    this.#makers[this.#count] = make;
    this.#weights[this.#count] = weight;
    this.#count += 1;
    this.sum += weight;
  }

  /** Writes the reasons into `reasons`, and returns how many they are. */
  write(reasons: Evidence[]): number {
    const count = this.#count;
    for (let index = 0; index < count; index += 1)
      reasons[index] = this.#made[index] ?? this.#makers[index]!(this.#weights[index]!);
    return count;
  }
}

/** The weighing in hand, and the best before it. */
let weighing = new Weighing();
let best = new Weighing();

/** The reasons in hand: one list for all names. */
const reasons: Evidence[] = [];

/** The most that stands behind a name can add: a title. */
const mostRight = 3;
/** Sums from which a name is reported: neighbours may still add something. */
const floor = { usual: -1, thorough: -3.5 } as const;

/** The number of a building. */
const buildingShape = /^\d{1,3}(?:号楼|号院|栋|幢|座|单元|期|棟)/;

/** Looks for a name whose surname stands at `start`. */
export function findChineseName(scan: Scan, start: number): void {
  const { codes } = scan.view;
  const first = codes[start]!;
  const second = codes[start + 1]!;
  // 金曜日 is a Friday in Japanese.
  if (!isHan(second) || second === 0x66dc) return;
  const third = codes[start + 2]!;
  const surname = surnameTable[first]!;
  const two = namePriors[2] + surname + givenLastTable[second]!;
  const three = isHan(third)
    ? namePriors[3] + surname + givenFirstTable[second]! + givenLastTable[third]!
    : -100;
  const labelled = labelBefore(scan, start, mayBeginCompound(first) ? 0 : surname);
  const hopeless =
    labelled === undefined && two + mostNameContext < 0 && three + mostNameContext < 0;
  // Only surnames that begin one of two characters, and some of those.
  if (hopeless && (three === -100 || mayBeginCompound(first) === false)) return;
  const pair = pairOf(first, second);
  const double = isHan(third) ? pair & (pairIs.compound | pairIs.wordlike) : 0;
  if (hopeless && double === 0) return;
  const common = (pair & pairIs.further) !== 0 ? 2 : pair & pairIs.commonness;
  const penalty = penalties.word[common]!;
  if (common > 0 && double === 0 && labelled === undefined) {
    // Words are given up before their surroundings are read: most places end here.
    const most = Math.max(two + penalty, three + penalty * 0.5);
    if (most + mostNameContext < 0) return;
  }
  const left = labelled ?? weighLeft(scan, start);
  // A cue is weighed when the name is reported.
  const least = scan.thorough || left === role || left === label ? floor.thorough : floor.usual;
  best.sum = Number.NEGATIVE_INFINITY;
  const fourth = codes[start + 3]!;
  if (double !== 0) {
    const sure = double === pairIs.compound;
    const mark = sure ? compound : wordlikeCompound;
    const isSaid = left === role || left === label || left === blank;
    const word = penalty * (sure || isSaid ? 0.3 : 1);
    weighing.begin(namePriors[3] + givenLastTable[third]!);
    weighing.add(mark);
    weighing.addWeight(word, againstOf);
    consider(scan.view, start, 3, left, least);
    if (isHan(fourth)) {
      weighing.begin(namePriors[4] + givenFirstTable[third]! + givenLastTable[fourth]!);
      weighing.add(mark);
      weighing.addWeight(word, againstOf);
      consider(scan.view, start, 4, left, least);
    }
  }
  // 何鄭美玲: the surname of a husband before one's own.
  if (
    surname > 1 &&
    double === 0 &&
    first !== second &&
    common === 0 &&
    surnameTable[second]! > 1 &&
    isHan(fourth)
  ) {
    const name = givenFirstTable[third]! + givenLastTable[fourth]!;
    const isSaid = left === role || left === label || left === blank || left === boundary;
    if (isSaid && (name > 4 || (pairOf(third, fourth) & pairIs.given) !== 0)) {
      weighing.begin(
        namePriors[4] + surname + surnameTable[second]! + Math.max(name, commonPair) / 2,
      );
      consider(scan.view, start, 4, left, least);
    }
  }
  if (surname > -7) {
    const isTold = left === role || labelled !== undefined;
    weighing.begin(two);
    if (penalty !== 0) weighing.addWeight(penalty, againstOf);
    else if ((pair & pairIs.thing) !== 0) weighing.add(isTold ? toldThing : thing);
    consider(scan.view, start, 2, left, least);
    if (three > -100) {
      weighThree(codes, start, three, pair, penalty, isTold);
      consider(scan.view, start, 3, left, least);
    }
  }
  if (best.sum < least) return;
  // 吴江, where no role says that it is a person.
  if (left !== role && labelled === undefined && isDivision(scan.view, start, best.end)) {
    best.add(place);
    if (best.sum < least) return;
  }
  let count = best.write(reasons);
  if (isEveryman(scan.view, start, best.end)) {
    reasons[count] = everyman;
    count += 1;
  }
  if (isInCharacterTable(scan.view, start, best.end)) {
    reasons[count] = tabled;
    count += 1;
  }
  scan.report(chineseName, start, best.end, reasons, count);
}

/** Adds what stands around to the reasons in hand, and keeps them where they are the best so far. */
function consider(
  view: TextView,
  start: number,
  length: number,
  left: Evidence | undefined,
  least: number,
): void {
  if (left !== undefined) weighing.add(left);
  if (weighing.sum + mostRight < least) return;
  const closed = weighRight(view, start, start + length);
  // Alone between commas, tabs or brackets: what stands so is mostly a name, unless it is a word.
  const isLabel = left === label || left === blank;
  // 我叫段石头, where nothing follows; rare surnames are words too often.
  const isNamed = left === role && isSurname(view.codes, start);
  if (closed && (left === boundary || isLabel || isNamed)) weighing.add(alone);
  // What a label names is a name, however its characters are used elsewhere.
  if (closed && (isLabel || left === role) && weighing.lexical < leastLabelled)
    weighing.addWeight(leastLabelled - weighing.lexical, labelledOf);
  if (length > 2) {
    const last = characterTable[view.codes[start + length - 1]!]!;
    const isBuilding = (last & characterIs.building) !== 0;
    const isSaid = isLabel || left === role || isTitle(view, start + length);
    if (length === 3 && !isSaid && isVillage(view.codes, start)) weighing.add(buildingAtEnd);
    if ((last & characterIs.placeEnding) !== 0 && (isBuilding || !isSaid))
      weighing.add(isBuilding ? buildingAtEnd : placeAtEnd);
    // 蔡致和, where nothing follows: no clause ends with a word for and.
    if (
      (last & characterIs.verb) !== 0 &&
      !(closed && (last & characterIs.joint) !== 0) &&
      (pairOf(view.codes[start + length - 2]!, view.codes[start + length - 1]!) & pairIs.given) ===
        0
    )
      weighing.add(verbAtEnd);
  }
  if (weighing.sum <= best.sum) return;
  weighing.end = start + length;
  const before = best;
  best = weighing;
  weighing = before;
}

/** Whether a city or county is called so: 吴江, 柏乡. */
function isDivision(view: TextView, start: number, end: number): boolean {
  if (!mayBeginDivision(view.codes[start]!)) return false;
  const division = divisionAt(view, start);
  return division !== undefined && division.end === end;
}

/** Whether a surname is hardly a word, or begins none here: 车 in 抄表员车丽. */
function isSurname(codes: Uint16Array, start: number): boolean {
  const weight = surnameTable[codes[start]!]!;
  return (
    weight >= 0 ||
    (weight >= -2 &&
      (pairOf(codes[start]!, codes[start + 1]!) & (pairIs.commonness | pairIs.further)) === 0)
  );
}

/** Last characters of villages that are called after a family: 马家堡, 冯家坡. */
const villageEnds = new Set(
  Array.from('坡堡渡墩坝沟塘窑铺寨营岭洼垭崖滩岗屯庄店村湾河湖桥港浜圩畈冲坪坳嘴洞', (end) =>
    end.charCodeAt(0),
  ),
);

/** Whether the three characters at `start` are a village called after a family. */
function isVillage(codes: Uint16Array, start: number): boolean {
  return codes[start + 1] === 0x5bb6 && villageEnds.has(codes[start + 2]!);
}

/** What the characters of a name say at least, where a label says that it is one. */
const leastLabelled = -3.5;

/** What a given name that many bear adds at least. */
const commonPair = 7;

/** Begins the weighing of a surname and a given name of two characters. */
function weighThree(
  codes: Uint16Array,
  start: number,
  weight: number,
  pair: number,
  word: number,
  isTold: boolean,
): void {
  const second = codes[start + 1]!;
  const third = codes[start + 2]!;
  const given = givenFirstTable[second]! + givenLastTable[third]!;
  const inner = pairOf(second, third);
  if ((inner & pairIs.given) !== 0) {
    weighing.begin(weight + Math.max(0, commonPair - given));
    return;
  }
  // 杨梅泡酒: what goes on from a thing reads as a given name, or the thing ends there.
  const begun = (pair & pairIs.thing) !== 0 && !isTold && given < 6 ? -5 : 0;
  // 建国 and 海燕 are words and given names alike; 明确 is a word only.
  const within = given >= 5 ? 0 : penalties.givenWord[inner & pairIs.commonness]!;
  const whole =
    weight > -6 && (pair & pairIs.triple) !== 0 && isTripleWord(codes[start]!, second, third)
      ? -5
      : 0;
  const sum = Math.min(whole, begun, word * (given >= 5 ? 0.5 : 0.9)) + within;
  weighing.begin(weight);
  if (sum !== 0) weighing.addWeight(sum, againstOf);
}

/** Surnames that are mostly something else are none behind a label either. */
const leastSurname = -6;
/** Such surnames need a given name of this weight. */
const leastUsual = -4;
const leastGiven = 3;

/** What the two characters of a given name behind a surname at `start` say, where nothing follows. */
function givenWeight(codes: Uint16Array, start: number): number {
  const second = codes[start + 1]!;
  const third = codes[start + 2]!;
  if (!isHan(third) || isHan(codes[start + 3]!)) return unseenGiven;
  if ((pairOf(second, third) & pairIs.given) !== 0) return commonPair;
  return givenFirstTable[second]! + givenLastTable[third]!;
}
const unseenGiven = -6;

/** The label before a name: `审核者：`, `姓名: `, `书记员　`. Only what a colon or a space parts from it is looked at. */
function labelBefore(scan: Scan, start: number, surname: number): Evidence | undefined {
  const { codes } = scan.view;
  let at = start - 1;
  const before = codes[at];
  if ((before !== 0x3a && before !== 0x20) || surname < leastSurname) return undefined;
  if (surname < leastUsual && givenWeight(codes, start) < leastGiven) return undefined;
  let isColon = false;
  while (at > 1 && start - at < 5 && (codes[at] === 0x20 || (codes[at] === 0x3a && !isColon))) {
    if (codes[at] === 0x3a) isColon = true;
    at -= 1;
  }
  const last = codes[at]!;
  const earlier = codes[at - 1]!;
  if (!isHan(last)) return undefined;
  // 收 and 寄 alone at the beginning of a line or cell.
  if (!isHan(earlier)) {
    const isAlone = last === 0x6536 || last === 0x5bc4 || last === 0x63a5;
    return isAlone && earlier !== 0x2e ? blank : undefined;
  }
  const is = (pairOf(earlier, last) & pairIs.lead) !== 0;
  if (isColon) return is || roleEndings[last] === 1 ? label : undefined;
  return is ? blank : undefined;
}

/** What stands before a name. */
export function weighLeft(scan: Scan, start: number): Evidence | undefined {
  const { view } = scan;
  const before = view.at(start - 1);
  const { codes } = view;
  // 23:20向…, 老师和…: who is told or named beside.
  if (codes[start] === 0x5411 && isDigit(before)) return preposition;
  if (codes[start] === 0x548c && isHan(before)) return preposition;
  if (!isHan(before)) return boundary;
  const earlier = view.at(start - 2);
  if (isHan(earlier)) {
    if ((pairOf(earlier, before) & pairIs.lead) !== 0) return role;
    // 开户人, 经手人: most words on 人 are roles.
    if (before === 0x4eba) return roleOnRen;
    // 收费员, 定损员, but 人员, 全员, 动员.
    if (before === 0x5458 && (pairOf(earlier, before) & pairIs.commonness) < 2) return role;
  }
  const is = characterTable[before]!;
  // 师傅郎芸: the character ends the word for what somebody is.
  const joined = pairOf(before, codes[start]!);
  if ((joined & pairIs.lead) !== 0) return endOfRole;
  // 谢谢.
  if (before === codes[start]) return doubled;
  // 张 counts flat things.
  if (codes[start] === 0x5f20 && (is & characterIs.counter) !== 0) return counted;
  const commonness = (joined & pairIs.further) !== 0 ? 2 : joined & pairIs.commonness;
  const across = penalties.across[commonness]!;
  if ((is & characterIs.opening) === 0) {
    if (across < 0) return againstOf(across);
    const isWord = isHan(earlier) && (pairOf(earlier, before) & pairIs.commonness) === 2;
    return isWord || (is & characterIs.lead) !== 0 ? behindWord : inside;
  }
  return across < 0 ? againstOf(across / 2) : opening;
}

/** Units in which things are weighed out, and nothing that is somebody's. */
const measures = new Set(Array.from('克斤勺毫粒片颗瓣匙', (unit) => unit.charCodeAt(0)));

/** Whether a number and a unit stand at `start`: 高良姜58克. */
function isMeasured(codes: Uint16Array, start: number): boolean {
  let at = start;
  while (at - start < 6 && (isDigit(codes[at]!) || codes[at] === 0x2e)) at += 1;
  return measures.has(codes[at]!);
}

/** Weighs what stands behind a name that would end before `end`. Returns whether a clause ends there. */
function weighRight(view: TextView, start: number, end: number): boolean {
  const { codes } = view;
  const after = codes[end]!;
  if (isDigit(after) && isMeasured(codes, end)) {
    weighing.add(measured);
    return false;
  }
  if (!isHan(after)) {
    // 莫丽斯9号楼: an estate.
    if (isDigit(after) && buildingShape.test(view.slice(end, end + 8))) {
      weighing.add(place);
      return false;
    }
    weighing.add(after === 0xb7 ? place : ending);
    // Only where it decides. 请张伟于 138…: the word before the number is none of the name.
    if (
      weighing.sum < 3 &&
      (characterTable[codes[end - 1]!]! & characterIs.verb) === 0 &&
      isMobileBehind(codes, end)
    )
      weighing.add(mobileBehind);
    // 张三（身份证 …）.
    if (after === 0x28 && isHan(codes[end + 1]!)) {
      const within = cueAt(view, end + 1);
      if (within !== undefined && !within.cue.foreign) weighing.add(cueBehind);
    }
    return after !== 0xb7;
  }
  // 逯瀚复核, 牟娅宣读: the last character belongs to the word behind.
  if (end - start === 3 && (pairOf(codes[end - 1]!, after) & pairIs.follower) !== 0) {
    weighing.add(verbAtEnd);
    return false;
  }
  if (isTitle(view, end)) {
    weighing.add(title);
    return false;
  }
  const next = codes[end + 1]!;
  const is = characterTable[after]!;
  if ((is & characterIs.joint) !== 0 && !isHan(next) && !isAlphanumeric(next)) {
    weighing.add(strange);
    return false;
  }
  const behind = pairOf(after, next);
  // 马克思主义: of what is called after somebody, not of somebody.
  if ((behind & pairIs.eponym) !== 0 || isSyndromeOrPrize(codes, end)) {
    weighing.add(eponym);
    return false;
  }
  if ((behind & pairIs.follower) !== 0) {
    weighing.add(followingWord);
    return false;
  }
  const cue = cueAt(view, after === 0x7684 ? end + 1 : end);
  if (cue !== undefined && !cue.cue.foreign) weighing.add(cueBehind);
  else if ((is & characterIs.placeEnding) !== 0 && (behind & pairIs.commonness) === 0)
    weighing.add(place);
  else if ((is & characterIs.following) !== 0) weighing.add(follower);
  else weighing.add((behind & pairIs.commonness) === 2 ? beforeWord : strange);
  // 于 of 张伟于 is no part of a word with what follows; the word must not be a mere accident.
  const across = pairOf(codes[end - 1]!, after) & pairIs.commonness;
  if (across > 0 && end - start > 1) weighing.addWeight(penalties.behind[across]!, againstOf);
  return false;
}

/** Whether a mobile number follows a name that ends before `end`, behind a space, comma, colon or bracket. */
function isMobileBehind(codes: Uint16Array, end: number): boolean {
  let at = end;
  while (at - end < 3 && isGap(codes[at]!)) at += 1;
  if (at === end || codes[at] !== 0x31 || codes[at + 1]! < 0x33 || codes[at + 1]! > 0x39)
    return false;
  for (let index = at + 2; index < at + 11; index += 1) if (!isDigit(codes[index]!)) return false;
  return !isDigit(codes[at + 11]!);
}

/** A space, comma, colon, tab, slash or bracket. */
const isGap = (unit: number): boolean =>
  unit === 0x20 ||
  unit === 0x2c ||
  unit === 0x3a ||
  unit === 0x09 ||
  unit === 0x28 ||
  unit === 0x2f;

/** Whether 综合征, or a prize, stands at `index`: 诺贝尔文学奖, 茅盾奖. */
function isSyndromeOrPrize(codes: Uint16Array, index: number): boolean {
  const third = codes[index + 2]!;
  if (codes[index] === 0x7efc) return third === 0x5f81 || third === 0x75c7;
  if (codes[index] === 0x5956) return (pairOf(0x5956, codes[index + 1]!) & pairIs.commonness) === 0;
  return third === 0x5956 && (pairOf(codes[index]!, codes[index + 1]!) & pairIs.commonness) > 0;
}
