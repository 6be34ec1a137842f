/**
 * Chinese personal names, without a model that would have to be downloaded: surname and given name by how much more often their
 * characters stand in names than in text, and what stands around.
 *
 * @module
 */
import type { Evidence } from '@yushu/core';
import { isHan } from '../engine/characters.ts';
import { cueAt, mayEndCue } from '../engine/cues.ts';
import { type Detector, reason, type Scan } from '../engine/scan.ts';
import type { TextView } from '../engine/view.ts';
import {
  compoundSurname,
  followingCharacters,
  followsName,
  givenFirstTable,
  givenLastTable,
  isEveryman,
  isGivenPair,
  isTitle,
  leadsToName,
  openingCharacters,
  placeEndings,
  surnameTable,
  transliterationTable,
} from '../lexicon/chinese-names.ts';
import { commonness, isThreeCharacterWord } from '../lexicon/chinese-words.ts';

/** Cue topics that name a person. */
const topics = ['person.name'];
export const chineseName: Detector = {
  id: 'chinese-name',
  category: 'person.name',
  topics,
  neutral: 'all',
};

/** Prior log-odds that a name of two or three characters begins at some Han character. */
const priors = { 2: -6.8, 3: -6, 4: -5.5 } as const;

const role = reason('cue', 3, 'role before a name');
const roleOnRen = reason('cue', 1.8, 'role before a name');
const opening = reason('cue', 0.9, 'word before a name');
const boundary = reason('format', 1, 'beginning of a clause');
const alone = reason('format', 1, 'stands alone');
const inside = reason('negative', -1.2, 'within running text');
const title = reason('cue', 3, 'title after a name');
const ending = reason('format', 0.8, 'end of a clause');
const follower = reason('format', 0.6, 'word after a name');
const followingWord = reason('cue', 1.8, 'word after a name');
const strange = reason('negative', -1.5, 'no word that follows names');
const place = reason('negative', -3.5, 'name of a place or organisation');
const cueBehind = reason('cue', 1.4, 'personal data is spoken of');
const everyman = reason('lexicon', 5, 'name for anybody');
const compound = reason('lexicon', 7, 'surname of two characters');
const wordlikeCompound = reason('lexicon', 3.5, 'surname of two characters');
const ethnic = reason('format', 1.2, 'parts joined by a dot');
const foreign = reason('lexicon', 1, 'characters of transliteration');

/** Characters that are almost never the last of a name, but often the first of what follows it. */
const verbs = new Set(
  Array.from(
    '收说于在是和因到来去给寄取签转付称表将已被让把从向对跟与或及也都就会要可能应',
    (character) => character.charCodeAt(0),
  ),
);
const placeAtEnd = reason('negative', -2, 'ends as places do');
const buildingAtEnd = reason('negative', -5, 'ends as buildings do');
const buildings = new Set(
  Array.from('塔寺庙桥街巷馆县镇区市', (character) => character.charCodeAt(0)),
);
/** Characters that count things: 这张卡 is a card. */
const counters = new Set(
  Array.from('哪这那一两几每某该三四五多半', (character) => character.charCodeAt(0)),
);
const counted = reason('negative', -4, 'measure word');
const verbAtEnd = reason('negative', -3, 'ends in a word of its own');

/** What words across the candidate say against it. */
const penalties = {
  word: [0, -4, -6],
  across: [0, -2, -3.2],
  givenWord: [0, -0.5, -1.2],
  behind: [0, -1.2, -2.4],
} as const;

const lexical = (weight: number): Evidence => reason('lexicon', weight, 'surname and given name');
const against = (weight: number): Evidence => reason('negative', weight, 'part of a common word');
/** Evidence of each weight is made once. */
const remembered = new Map<number, Evidence>();
function lexicalOf(weight: number): Evidence {
  let known = remembered.get(weight);
  if (known === undefined) {
    known = lexical(weight);
    remembered.set(weight, known);
  }
  return known;
}

interface Best {
  readonly end: number;
  readonly sum: number;
  readonly reasons: readonly Evidence[];
}

/** The most that the surroundings can add: what cannot reach zero with it is given up at once. */
const mostContext = 8;

/** Looks for a name whose surname stands at `start`. */
export function findChineseName(scan: Scan, start: number): void {
  const { view } = scan;
  const { codes } = view;
  const first = codes[start]!;
  const second = codes[start + 1]!;
  // 金曜日 is a Friday in Japanese.
  if (!isHan(second) || second === 0x66dc) return;
  const third = codes[start + 2]!;
  const surname = surnameTable[first]!;
  const two = priors[2] + surname + givenLastTable[second]!;
  const three = isHan(third)
    ? priors[3] + surname + givenFirstTable[second]! + givenLastTable[third]!
    : -100;
  const double = isHan(third) ? compoundSurname(first, second) : undefined;
  if (two + mostContext < 0 && three + mostContext < 0 && double === undefined) return;
  const pair = commonness(first, second);
  if (pair > 0 && double === undefined) {
    // Words are given up before their surroundings are read: most places end here.
    const most = Math.max(two + penalties.word[pair], three + penalties.word[pair] * 0.5);
    if (most + mostContext < 0) return;
  }
  const left = weighLeft(scan, start);
  let best: Best | undefined;
  const consider = (length: number, base: readonly Evidence[]): void => {
    const right = weighRight(view, start, start + length);
    const reasons = [...base, ...left, ...right];
    // Alone between commas, tabs or brackets: what stands so is mostly a name, unless it is a word.
    if (left[0] === boundary && right[0] === ending) reasons.push(alone);
    const last = codes[start + length - 1]!;
    if (length > 2 && placeEndings.has(last))
      reasons.push(buildings.has(last) ? buildingAtEnd : placeAtEnd);
    if (length > 2 && verbs.has(codes[start + length - 1]!)) reasons.push(verbAtEnd);
    let sum = 0;
    for (const item of reasons) sum += item.weight;
    if (best === undefined || sum > best.sum) best = { end: start + length, sum, reasons };
  };
  if (double !== undefined) {
    const mark = double === 'sure' ? compound : wordlikeCompound;
    const word = penalties.word[commonness(first, second)] * (double === 'sure' ? 0.3 : 1);
    consider(3, [mark, lexicalOf(priors[3] + givenLastTable[third]!), against(word)]);
    const fourth = codes[start + 3]!;
    if (isHan(fourth)) {
      consider(4, [
        mark,
        lexicalOf(priors[4] + givenFirstTable[third]! + givenLastTable[fourth]!),
        against(word),
      ]);
    }
  }
  if (surname > -7) {
    const word = penalties.word[commonness(first, second)];
    consider(2, word === 0 ? [lexicalOf(two)] : [lexicalOf(two), against(word)]);
    if (three > -100) considerThree(view, start, three, word, consider);
  }
  // Neighbours may still add something.
  if (best === undefined || best.sum < (scan.thorough ? -3.5 : -1)) return;
  const reasons = isEveryman(view, start, best.end) ? [...best.reasons, everyman] : best.reasons;
  scan.report(chineseName, start, best.end, reasons);
}

/** What a given name that many bear adds at least. */
const commonPair = 7;

function considerThree(
  view: TextView,
  start: number,
  weight: number,
  word: number,
  consider: (length: number, base: readonly Evidence[]) => void,
): void {
  const { codes } = view;
  const second = codes[start + 1]!;
  const third = codes[start + 2]!;
  const given = givenFirstTable[second]! + givenLastTable[third]!;
  if (isGivenPair(second, third)) {
    consider(3, [lexicalOf(weight + Math.max(0, commonPair - given))]);
    return;
  }
  // 建国 and 海燕 are words and given names alike; 明确 is a word only.
  const inner = given >= 5 ? 0 : penalties.givenWord[commonness(second, third)];
  const whole = weight > -6 && isThreeCharacterWord(codes[start]!, second, third) ? -5 : 0;
  const sum = Math.min(whole, word * (given >= 5 ? 0.5 : 0.9)) + inner;
  consider(3, sum === 0 ? [lexicalOf(weight)] : [lexicalOf(weight), against(sum)]);
}

/** What stands before a name. */
function weighLeft(scan: Scan, start: number): readonly Evidence[] {
  const { view } = scan;
  const before = view.at(start - 1);
  if (!isHan(before)) return [boundary];
  const earlier = view.at(start - 2);
  // A cue of the lexicon counts by itself.
  if (mayEndCue(earlier, before)) {
    const cue = scan.cues.lastWithin(Math.max(0, start - 8), start);
    if (cue?.end === start && cue.cue.topic === 'person.name') return [];
  }
  if (isHan(earlier) && leadsToName(earlier, before)) return [role];
  // 开户人, 经手人: most words on 人 are roles.
  if (isHan(earlier) && before === 0x4eba) return [roleOnRen];
  // 张 counts flat things.
  if (view.codes[start] === 0x5f20 && counters.has(before)) return [counted];
  const across = commonness(before, view.codes[start]!);
  if (across > 0 && !openingCharacters.has(before)) return [against(penalties.across[across])];
  if (openingCharacters.has(before))
    return across > 0 ? [against(penalties.across[across] / 2)] : [opening];
  return [inside];
}

/** What stands behind a name that would end before `end`. */
function weighRight(view: TextView, start: number, end: number): readonly Evidence[] {
  const after = view.at(end);
  if (!isHan(after)) return after === 0xb7 ? [place] : [ending];
  if (isTitle(view, end)) return [title];
  const reasons: Evidence[] = [];
  const next = view.at(end + 1);
  if (followsName(after, next)) return [followingWord];
  const at = after === 0x7684 ? end + 1 : end;
  const cue = cueAt(view, at);
  if (cue !== undefined && !cue.cue.topic.startsWith('not.')) reasons.push(cueBehind);
  else if (placeEndings.has(after) && commonness(after, next) === 0) reasons.push(place);
  else reasons.push(followingCharacters.has(after) ? follower : strange);
  const behind = commonness(view.at(end - 1), after);
  // 于 of 张伟于 is no part of a word with what follows; the word must not be a mere accident.
  if (behind > 0 && end - start > 1) reasons.push(against(penalties.behind[behind]));
  return reasons;
}

/** Looks for a name of several parts around the `·` at `dot`: 买买提·阿凡提. */
export function findDottedName(scan: Scan, dot: number): void {
  const { view } = scan;
  let start = dot;
  while (dot - start < 6 && transliterationTable[view.at(start - 1)] === 1) start -= 1;
  let end = dot + 1;
  let parts = 1;
  while (end - start < 24) {
    const from = end;
    while (end - from < 6 && transliterationTable[view.at(end)] === 1) end += 1;
    if (end === from) return;
    parts += 1;
    if (view.at(end) !== 0xb7) break;
    end += 1;
  }
  if (dot - start < 2 || parts < 2 || view.at(end - 1) === 0xb7) return;
  scan.report(chineseName, start, end, [
    ethnic,
    foreign,
    ...weighLeft(scan, start).filter((item) => item.weight > 0),
  ]);
}
