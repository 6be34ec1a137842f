/**
 * Finds cue words near candidates. Only the surroundings of candidates are read, and each unit of them once.
 *
 * @module
 */
import type { Evidence } from '@yushu/core';
import { type CueTopic, cueWords } from '../lexicon/cue-words.ts';
import { type CuedText, cuedTexts } from '../lexicon/cued-texts.ts';
import { type CuedValue, cuedValues } from '../lexicon/cued-values.ts';
import { formatsByCue } from '../national/national-numbers.ts';
import type { NumberFormat } from '../national/number-format.ts';
import { isLetter, isLower, isUpper } from './characters.ts';
import type { TextView } from './view.ts';

/** One cue of the lexicon. */
export interface Cue {
  readonly topic: CueTopic;
  /** Number of the topic: its place in the order in which the lexicon names them. */
  readonly topicId: number;
  /** Whether the topic is a kind of number that is no personal data. */
  readonly foreign: boolean;
  /** Whether the topic is a password or another secret. */
  readonly secret: boolean;
  /** The word itself, for evidence: a word of the lexicon, never of the input. */
  readonly word: string;
  /** First place and length in `pool` of its units in lower case; 0x20 stands for an optional joiner. */
  readonly at: number;
  readonly length: number;
  /** The third unit, where there is one and it must stand; else 0. */
  readonly third: number;
  readonly latin: boolean;
  /** What values behind it look like, where it names some without shape. */
  readonly values: readonly CuedValue[] | undefined;
  /** What texts behind it and a colon look like. */
  readonly texts: CuedText | undefined;
  /** Formats of national numbers that it names. */
  readonly formats: readonly NumberFormat[] | undefined;
  /** Evidence that this cue was before, by what it said, so that it is made once. */
  evidence: (Evidence | undefined)[] | undefined;
}

/** A cue at a place of a view. */
export interface CueHit {
  readonly cue: Cue;
  readonly start: number;
  readonly end: number;
}

/** Lists of cues with the same beginning, longest first; the first stands for none. */
const lists: Cue[][] = [[]];

/** The units of all cues in a row. */
let pool: Uint16Array = new Uint16Array(16_384);
let pooled = 0;

/** Hash of the four letters with which a Latin cue may begin in a text → number of the list of such cues. */
const latinLists = new Uint16Array(65_536);
/** What stands behind a first unit: 0 no cue, 1 cues of two units and more, 2 others too. */
const beginnings = new Uint8Array(65_536);
/** Hash of the first two units → buckets with that hash, longest cue first. */
const pairLists = new Uint16Array(8192);
/** First unit → cues of one unit. */
const unitBuckets = new Map<number, Cue[]>();
/** Last two units of cues, in lower case, as a set of hashes: most words end no cue. */
const cueEndings: Uint8Array = new Uint8Array(8192);

/** All cues. */
const allCues: Cue[] = [];
/** 1 where a cue beyond ASCII begins with two units of this hash. */
const openings = new Uint8Array(8192);

const topicIds = new Map<CueTopic, number>();

/** How many topics there are, and their names in the order of their numbers. */
export function listTopics(): readonly CueTopic[] {
  return [...topicIds.keys()];
}

const hashOf = (first: number, second: number): number => (first * 31 + second) & 8191;
const lowerOf = (unit: number): number => (unit >= 0x41 && unit <= 0x5a ? unit | 0x20 : unit);

function topicIdOf(topic: CueTopic): number {
  let id = topicIds.get(topic);
  if (id === undefined) {
    id = topicIds.size;
    topicIds.set(topic, id);
  }
  return id;
}

function addTo(numbers: Uint16Array, key: number, cue: Cue): void {
  const number = numbers[key]!;
  if (number === 0) {
    numbers[key] = lists.length;
    lists.push([cue]);
  } else lists[number]!.push(cue);
}

/** Units that may stand for the joiner of a cue, which may be left out, too. */
const joiners = [0x20, 0x2d, 0x5f] as const;

/** Hash of a key of four letters of seven bits each. */
const hashOfKey = (key: number): number => Math.imul(key, 0x9e3779b1) >>> 16;

/**
 * Puts a Latin cue under each four letters with which it may begin in a text, up to the first unit that is no letter: with its joiner or
 * without, and in plural.
 */
function addLatin(cue: Cue): void {
  let key = 0;
  let count = 0;
  for (let at = cue.at; at < cue.at + cue.length && count < 4; at += 1) {
    const unit = pool[at]!;
    if (isLetter(unit)) {
      key = (key << 7) | unit;
      count += 1;
    } else {
      addTo(latinLists, hashOfKey(key << (7 * (4 - count))), cue);
      // A joiner may be left out; no other unit.
      if (unit !== 0x20) return;
    }
  }
  addTo(latinLists, hashOfKey(key << (7 * (4 - count))), cue);
  if (count < 4) addTo(latinLists, hashOfKey(((key << 7) | 0x73) << (7 * (3 - count))), cue);
}

/** What all cues of a topic have in common. */
type Kind = Pick<Cue, 'topic' | 'topicId' | 'foreign' | 'secret' | 'values' | 'texts'>;

function kindOf(topic: CueTopic): Kind {
  return {
    topic,
    topicId: topicIdOf(topic),
    foreign: topic.startsWith('not.'),
    secret: topic.startsWith('secret.'),
    values: cuedValues.get(topic),
    texts: cuedTexts.get(topic),
  };
}

function addCue(kind: Kind, word: string): void {
  if (word === '') return;
  const lower = word.toLowerCase();
  const { length } = lower;
  if (pooled + length > pool.length) {
    const larger = new Uint16Array(pool.length * 2);
    larger.set(pool);
    pool = larger;
  }
  const at = pooled;
  for (let index = 0; index < length; index += 1) pool[at + index] = lower.charCodeAt(index);
  pooled += length;
  const first = pool[at]!;
  const second = length > 1 ? pool[at + 1]! : 0;
  const last = pool[at + length - 1]!;
  const cue: Cue = {
    topic: kind.topic,
    topicId: kind.topicId,
    foreign: kind.foreign,
    secret: kind.secret,
    word,
    at,
    length,
    third: length > 2 && second !== 0x20 && pool[at + 2] !== 0x20 ? pool[at + 2]! : 0,
    latin: isLetter(first) && isLetter(last),
    values: kind.values,
    texts: kind.texts,
    formats: formatsByCue.get(word),
    evidence: undefined,
  };
  allCues.push(cue);
  if (isLetter(first) && length > 1) addLatin(cue);
  else if (length > 1 && second !== 0x20) {
    beginnings[first]! |= 1;
    openings[hashOf(first, second)] = 1;
    addTo(pairLists, hashOf(first, second), cue);
  } else {
    beginnings[first]! |= 2;
    const bucket = unitBuckets.get(first);
    if (bucket === undefined) unitBuckets.set(first, [cue]);
    else bucket.push(cue);
  }
  if (!namesValues(cue)) return;
  cueEndings[hashOf(length > 1 ? pool[at + length - 2]! : 0, last)] = 1;
  if (cue.latin) cueEndings[hashOf(last, 0x73)] = 1;
}

/** Whether values without shape stand behind a cue. */
function namesValues({ values, texts, formats, topic }: Cue): boolean {
  return (
    values !== undefined ||
    texts !== undefined ||
    formats !== undefined ||
    topic === 'person.birth_date'
  );
}

/** First two or three units of a Latin cue, in lower case; no third where it is no letter. */
type Head = readonly [first: number, second: number, third: number | undefined];

function headsOf({ at, length }: Cue): readonly Head[] {
  const unitAt = (step: number): number => (step < length ? pool[at + step]! : 0);
  const letterAt = (step: number): number | undefined =>
    isLetter(unitAt(step)) ? unitAt(step) : undefined;
  const first = unitAt(0);
  if (unitAt(1) !== 0x20) return [[first, unitAt(1), letterAt(2)]];
  // x forwarded for, X-Forwarded-For, xForwardedFor.
  const third = letterAt(2);
  const heads = joiners.map((joiner): Head => [first, joiner, third]);
  return [...heads, [first, unitAt(2), letterAt(3)]];
}

/** The last two or three units of a cue, in lower case. */
function endingsOf({ at, length, latin }: Cue): readonly (readonly number[])[] {
  const last = pool[at + length - 1]!;
  const before = length > 1 ? pool[at + length - 2]! : 0;
  const earlier = length > 2 ? pool[at + length - 3]! : 0x20;
  const found: number[][] = [];
  // Joiners may be left out or be others: icd 10, icd-10, icd10.
  if (before !== 0x20 && earlier !== 0x20) found.push([earlier, before, last]);
  else if (before !== 0x20 && length > 3)
    for (const joiner of [...joiners, pool[at + length - 4]!]) found.push([joiner, before, last]);
  else found.push([before, last]);
  if (latin) found.push(length > 1 && before !== 0x20 ? [before, last, 0x73] : [last, 0x73]);
  return found;
}

/** What cues begin with: the first units of Latin ones, and tables for the others. */
export function cueBeginnings(): {
  readonly latin: readonly Head[];
  readonly heads: Uint8Array;
  readonly openings: Uint8Array;
} {
  prepareCues();
  const latin = allCues
    .filter(({ at, length }) => length > 1 && isLetter(pool[at]!))
    .flatMap(headsOf);
  return { latin, heads: beginnings, openings };
}

/** The last two or three units of the cues of values without shape, in lower case. */
export function listCueEndings(): readonly (readonly number[])[] {
  prepareCues();
  return allCues.filter(namesValues).flatMap(endingsOf);
}

const byLength = (a: Cue, b: Cue): number => b.length - a.length;
let prepared = false;

/** Fills the tables, once; a scan does so when it is made. */
export function prepareCues(): void {
  if (prepared) return;
  prepared = true;
  for (const [topic, zh, en] of cueWords) {
    const kind = kindOf(topic);
    for (const word of zh.split(' ')) addCue(kind, word);
    for (const word of en.split(',')) addCue(kind, word);
  }
  const national = kindOf('national');
  for (const cue of formatsByCue.keys()) addCue(national, cue);
  for (const list of lists) if (list.length > 1) list.sort(byLength);
  for (const list of unitBuckets.values()) list.sort(byLength);
}

/** Whether some cue of a value without shape may end with these two units. */
export function mayEndCue(before: number, last: number): boolean {
  return cueEndings[hashOf(lowerOf(before), lowerOf(last))] === 1;
}

const isJoiner = (unit: number): boolean => unit === 0x20 || unit === 0x5f || unit === 0x2d;

/** End of the cue if it stands at `start`, else -1. The view has zeros behind its end, which no cue holds. */
function matchCue(codes: Uint16Array, cue: Cue, start: number): number {
  const end = cue.at + cue.length;
  let at = start;
  for (let step = cue.at; step < end; step += 1) {
    const wanted = pool[step]!;
    const unit = codes[at]!;
    if (wanted === 0x20) {
      if (isJoiner(unit)) at += 1;
      continue;
    }
    if (lowerOf(unit) !== wanted) return -1;
    at += 1;
  }
  return at;
}

/** Whether an English word begins at `index`: after no letter, or at the hump of camelCase. */
function beginsWord(codes: Uint16Array, index: number): boolean {
  if (index === 0) return true;
  const before = codes[index - 1]!;
  if (!isLetter(before)) return true;
  return isLower(before) && isUpper(codes[index]!);
}

/** Whether an English word ends before `index`: before no letter, a plural s, or at the hump of camelCase. */
function endsWord(codes: Uint16Array, index: number): boolean {
  const unit = codes[index]!;
  if (!isLetter(unit)) return true;
  if (isUpper(unit) && isLower(codes[index - 1]!)) return true;
  return (unit | 0x20) === 0x73 && !isLetter(codes[index + 1]!);
}

/** The longest cue that stands at `index` of a view. */
export function cueAt(view: TextView, index: number): CueHit | undefined {
  prepareCues();
  return findCue(view.codes, index);
}

function findCue(codes: Uint16Array, index: number): CueHit | undefined {
  const unit = codes[index]!;
  if (unit < 0x80 && isLetter(unit)) {
    // English words begin at few places; all others are passed over before any table is read.
    if (!beginsWord(codes, index)) return undefined;
    let key = unit | 0x20;
    let last = unit;
    let hump = 0;
    let size = 1;
    for (; size < 4; size += 1) {
      const next = codes[index + size]!;
      if (!isLetter(next)) break;
      if (hump === 0 && isUpper(next) && isLower(last)) hump = key << (7 * (4 - size));
      key = (key << 7) | (next | 0x20);
      last = next;
    }
    const list = latinLists[hashOfKey(key << (7 * (4 - size)))]!;
    const hit = list === 0 ? undefined : longestOf(codes, lists[list]!, index);
    // The word may end at a hump: idCard.
    if (hit !== undefined || hump === 0) return hit;
    return longestOf(codes, lists[latinLists[hashOfKey(hump)]!]!, index);
  }
  if (unit < 0x80) return undefined;
  const beginning = beginnings[unit]!;
  if (beginning === 0) return undefined;
  if ((beginning & 1) !== 0) {
    const hit = longestOf(
      codes,
      lists[pairLists[hashOf(unit, lowerOf(codes[index + 1]!))]!]!,
      index,
    );
    if (hit !== undefined) return hit;
  }
  return (beginning & 2) === 0 ? undefined : longestOf(codes, unitBuckets.get(unit), index);
}

function longestOf(
  codes: Uint16Array,
  cues: readonly Cue[] | undefined,
  index: number,
): CueHit | undefined {
  if (cues === undefined) return undefined;
  const third = lowerOf(codes[index + 2]!);
  for (let place = 0; place < cues.length; place += 1) {
    const cue = cues[place]!;
    // Most end here.
    if (cue.third !== 0 && cue.third !== third) continue;
    const end = matchCue(codes, cue, index);
    if (end < 0) continue;
    if (cue.latin && !endsWord(codes, end)) continue;
    return { cue, start: index, end };
  }
  return undefined;
}

/** What is read over between two stretches, in code units, rather than forgetting the cues of the first. */
const maxGap = 64;

/** The cues of the stretches that candidates asked about, in order of place. */
export class CueIndex {
  readonly #view: TextView;
  /** The cues that were found last, in order of place; those from `#count` on are of earlier stretches. */
  readonly hits: CueHit[] = [];
  #count = 0;
  #from = 0;
  #to = 0;

  constructor(view: TextView) {
    prepareCues();
    this.#view = view;
  }

  /** Forgets all hits: the view holds another text. */
  reset(): void {
    this.#count = 0;
    this.#from = 0;
    this.#to = 0;
  }

  /** First and last index, the last excluded, in {@link hits} of the cues that `read` looked for. */
  first = 0;
  last = 0;

  /** Looks for all cues within `[start, end)`, where `start` mostly grows from call to call. */
  read(start: number, end: number): void {
    const from = Math.max(0, start);
    const to = Math.min(this.#view.length, end);
    const { hits } = this;
    // Over a value, from what stands before it to what stands behind, reading goes on.
    if (from > this.#to && from - this.#to <= maxGap) this.#read(from);
    if (from < this.#from || from > this.#to) {
      this.#count = 0;
      this.#from = from;
      this.#to = from;
    }
    if (to > this.#to) this.#read(to);
    let first = this.#count;
    while (first > 0 && hits[first - 1]!.start >= from) first -= 1;
    let last = this.#count;
    while (last > first && hits[last - 1]!.end > to) last -= 1;
    this.first = first;
    this.last = last;
  }

  /** The last cue within `[start, end)`. */
  lastWithin(start: number, end: number): CueHit | undefined {
    this.read(start, end);
    return this.last > this.first ? this.hits[this.last - 1] : undefined;
  }

  #read(to: number): void {
    const view = this.#view;
    const { codes, cuesFrom, cuesTo } = view;
    let index = this.#to;
    while (index < to) {
      if (index >= cuesFrom && index < cuesTo) index = this.#nextPlace(index);
      else if (!mayBegin(codes, index)) {
        index += 1;
        continue;
      }
      if (index >= to) {
        index = to;
        break;
      }
      const hit = findCue(codes, index);
      if (hit === undefined) index += 1;
      else {
        this.hits[this.#count] = hit;
        this.#count += 1;
        // Chinese cues may overlap by one character (电话 in 联系电话号码); the longest at a place is taken.
        index = hit.end;
      }
    }
    this.#to = index;
  }

  /** Index in the kernel's list of the place that was found last. */
  #place = 0;

  /** The first place from `index` on at which a cue may begin, of those that the kernel found. */
  #nextPlace(index: number): number {
    const { cuePlaces, cueCount, cuesTo } = this.#view;
    let place = Math.min(this.#place, cueCount);
    while (place > 0 && cuePlaces[place - 1]! >= index) place -= 1;
    while (place < cueCount && cuePlaces[place]! < index) place += 1;
    this.#place = place;
    return place < cueCount ? cuePlaces[place]! : cuesTo;
  }
}

/** Whether a unit may begin a cue: most do not, being signs, digits, or within a word. */
function mayBegin(codes: Uint16Array, index: number): boolean {
  const unit = codes[index]!;
  if (unit >= 0x80) return beginnings[unit] !== 0;
  if (!isLetter(unit)) return false;
  return isUpper(unit) || index === 0 || !isLetter(codes[index - 1]!);
}

/** Whether a unit ends a sentence, beyond which a cue does not reach. */
export function endsSentence(unit: number): boolean {
  return unit === 0x3002 || unit === 0x21 || unit === 0x3f;
}
