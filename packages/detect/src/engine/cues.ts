/**
 * Finds cue words near candidates. Only the surroundings of candidates are read, and each unit of them once.
 *
 * @module
 */
import { type CueTopic, cueWords } from '../lexicon/cue-words.ts';
import { cuedTexts } from '../lexicon/cued-texts.ts';
import { cuedValues } from '../lexicon/cued-values.ts';
import { formatsByCue } from '../national/national-numbers.ts';
import { isLetter } from './characters.ts';
import type { TextView } from './view.ts';

/** One cue of the lexicon. */
export interface Cue {
  readonly topic: CueTopic;
  /** The word itself, for evidence: a word of the lexicon, never of the input. */
  readonly word: string;
  /** Units in lower case; 0x20 stands for an optional joiner. */
  readonly units: Uint16Array;
  readonly latin: boolean;
}

/** A cue at a place of a view. */
export interface CueHit {
  readonly cue: Cue;
  readonly start: number;
  readonly end: number;
}

/** First unit of a Han cue, or first two of a Latin one → cues that begin so, longest first. */
const hanBuckets: Cue[][] = [[]];
const latinBuckets: (Cue[] | undefined)[] = new Array(128 * 128);
/** Which units begin a Han cue: the index of its bucket, or 0. */
const hanStarts = new Uint16Array(65_536);
/** Last two units of cues, in lower case, as a set of hashes: most words end no cue. */
const cueEndings = new Uint8Array(8192);

const endingOf = (before: number, last: number): number => (before * 31 + last) & 8191;
const lowerOf = (unit: number): number => (unit >= 0x41 && unit <= 0x5a ? unit | 0x20 : unit);

function addCue(topic: CueTopic, word: string): void {
  if (word === '') return;
  const units = Uint16Array.from(word.toLowerCase(), (character) => character.charCodeAt(0));
  const first = units[0]!;
  const cue = { topic, word, units, latin: isLetter(first) && isLetter(units.at(-1)!) };
  if (isLetter(first) && units.length > 1) {
    const key = first * 128 + units[1]!;
    latinBuckets[key] = [...(latinBuckets[key] ?? []), cue];
  } else {
    if (hanStarts[first] === 0) {
      hanStarts[first] = hanBuckets.length;
      hanBuckets.push([]);
    }
    hanBuckets[hanStarts[first]!]!.push(cue);
  }
  if (
    !cuedValues.has(topic) &&
    !cuedTexts.has(topic) &&
    !formatsByCue.has(word) &&
    topic !== 'person.birth_date'
  )
    return;
  cueEndings[endingOf(units.at(-2) ?? 0, units.at(-1)!)] = 1;
  if (cue.latin) cueEndings[endingOf(units.at(-1)!, 0x73)] = 1;
}

for (const [topic, zh, en] of cueWords) {
  for (const word of zh.split(' ')) addCue(topic, word);
  for (const word of en.split(',')) addCue(topic, word);
}
for (const cue of formatsByCue.keys()) addCue('national', cue);
for (const list of [...hanBuckets, ...latinBuckets]) {
  list?.sort((a, b) => b.units.length - a.units.length);
}

/** Whether some cue of a value without shape may end with these two units. */
export function mayEndCue(before: number, last: number): boolean {
  return cueEndings[endingOf(lowerOf(before), lowerOf(last))] === 1;
}

const isJoiner = (unit: number): boolean => unit === 0x20 || unit === 0x5f || unit === 0x2d;

/** End of the cue if it stands at `start`, else -1. */
function matchCue(view: TextView, cue: Cue, start: number): number {
  const { units } = cue;
  let at = start;
  for (let step = 0; step < units.length; step += 1) {
    const wanted = units[step]!;
    const unit = view.at(at);
    if (wanted === 0x20) {
      if (isJoiner(unit)) at += 1;
      continue;
    }
    const lower = unit >= 0x41 && unit <= 0x5a ? unit | 0x20 : unit;
    if (lower !== wanted) return -1;
    at += 1;
  }
  return at;
}

const isUpper = (unit: number): boolean => unit >= 0x41 && unit <= 0x5a;
const isLower = (unit: number): boolean => unit >= 0x61 && unit <= 0x7a;

/** Whether an English word begins at `index`: after no letter, or at the hump of camelCase. */
function beginsWord(view: TextView, index: number): boolean {
  const before = view.at(index - 1);
  if (!isLetter(before)) return true;
  return isLower(before) && isUpper(view.at(index));
}

/** Whether an English word ends before `index`: before no letter, a plural s, or at the hump of camelCase. */
function endsWord(view: TextView, index: number): boolean {
  const unit = view.at(index);
  if (!isLetter(unit)) return true;
  if (isUpper(unit) && isLower(view.at(index - 1))) return true;
  return (unit | 0x20) === 0x73 && !isLetter(view.at(index + 1));
}

/** The longest cue that stands at `index` of a view. */
export function cueAt(view: TextView, index: number): CueHit | undefined {
  const unit = view.codes[index]!;
  if (unit < 0x80) {
    // English words begin at few places; all others are passed over before any table is read.
    if (!isLetter(unit) || !beginsWord(view, index)) return undefined;
    const second = lowerOf(view.at(index + 1));
    if (second >= 0x80) return undefined;
    return longestOf(view, latinBuckets[(unit | 0x20) * 128 + second], index);
  }
  const bucket = hanStarts[unit]!;
  return bucket === 0 ? undefined : longestOf(view, hanBuckets[bucket], index);
}

function longestOf(
  view: TextView,
  cues: readonly Cue[] | undefined,
  index: number,
): CueHit | undefined {
  if (cues === undefined) return undefined;
  for (const cue of cues) {
    const end = matchCue(view, cue, index);
    if (end < 0) continue;
    if (cue.latin && !endsWord(view, end)) continue;
    return { cue, start: index, end };
  }
  return undefined;
}

/** The cues of the stretches that candidates asked about, in order of place. */
export class CueIndex {
  readonly #view: TextView;
  #hits: CueHit[] = [];
  #from = 0;
  #to = 0;

  constructor(view: TextView) {
    this.#view = view;
  }

  /** Forgets all hits: the view holds another text. */
  reset(): void {
    if (this.#hits.length > 0) this.#hits = [];
    this.#from = 0;
    this.#to = 0;
  }

  /** The cues that were found last, in order of place. */
  get hits(): readonly CueHit[] {
    return this.#hits;
  }

  /** First and last index, the last excluded, in {@link hits} of the cues that `read` looked for. */
  first = 0;
  last = 0;

  /** Looks for all cues within `[start, end)`, where `start` mostly grows from call to call. Allocates nothing. */
  read(start: number, end: number): void {
    const from = Math.max(0, start);
    const to = Math.min(this.#view.length, end);
    if (from < this.#from || from > this.#to) {
      this.#hits = [];
      this.#from = from;
      this.#to = from;
    }
    this.#read(to);
    const hits = this.#hits;
    let first = hits.length;
    while (first > 0 && hits[first - 1]!.start >= from) first -= 1;
    let last = hits.length;
    while (last > first && hits[last - 1]!.end > to) last -= 1;
    this.first = first;
    this.last = last;
  }

  /** The last cue within `[start, end)`. */
  lastWithin(start: number, end: number): CueHit | undefined {
    this.read(start, end);
    return this.last > this.first ? this.#hits[this.last - 1] : undefined;
  }

  #read(to: number): void {
    const view = this.#view;
    let index = this.#to;
    while (index < to) {
      const hit = cueAt(view, index);
      if (hit === undefined) index += 1;
      else {
        this.#hits.push(hit);
        // Chinese cues may overlap by one character (电话 in 联系电话号码); the longest at a place is taken.
        index = hit.end;
      }
    }
    this.#to = Math.max(this.#to, index);
  }
}

/** Whether a unit ends a sentence, beyond which a cue does not reach. */
export function endsSentence(unit: number): boolean {
  return unit === 0x3002 || unit === 0x21 || unit === 0x3f;
}
