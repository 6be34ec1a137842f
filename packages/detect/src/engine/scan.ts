/**
 * The state of one scan of one stretch of text: the view, the cues near candidates, and the candidates so far.
 *
 * @module
 */
import type { CategoryId, Evidence, EvidenceKind } from '@yushu/core';
import type { OpenTable } from '../detectors/table.ts';
import type { Candidate } from './candidate.ts';
import { numberOfCategory } from './category-number.ts';
import { isDigit } from './characters.ts';
import { type Cue, type CueHit, CueIndex, endsSentence, listTopics, mayEndCue } from './cues.ts';
import { exactList } from './exact-list.ts';
import { fillers } from './fillers.ts';
import type { Kernel } from './kernel.ts';
import { hasNeighbours, mostNeighbour } from './neighbours.ts';
import { reason } from './reason.ts';
import { resolveOverlaps } from './resolve.ts';
import { TextView } from './view.ts';

/** What the name of a column or key says about its values. */
export interface FieldEvidence {
  /** Topics of the cue lexicon that the name holds, the most telling first. */
  readonly topics: readonly string[];
  /** The words of the lexicon, for the evidence, in the order of `topics`. */
  readonly words: readonly string[];
}

/** A kind of finding: its category, its detector, and the cues that speak for it. */
export interface Detector {
  readonly id: string;
  readonly category: CategoryId;
  /** Topics of cues that speak for it; empty where cues say nothing. */
  readonly topics: readonly string[];
  /** Topics of other categories that do not speak against it; `all` where none does. */
  readonly neutral?: readonly string[] | 'all';
  /** Whether its values are seldom a part of a number in groups: a cue before another number is that number's then. */
  readonly standsAlone?: boolean;
  /** What is worked out of these when it is first asked. */
  facts?: DetectorFacts;
}

/** What follows from a detector's description. */
interface DetectorFacts {
  /** What the topic of each number is to it. */
  readonly stances: Uint8Array;
  /** Number of its category. */
  readonly number: number;
  /** The most that its surroundings can say for it, but for the name of a field. */
  readonly most: number;
}

/** What a topic is to a detector. */
const stance = { foreign: 0, own: 1, neutral: 2 } as const;

function factsOf(detector: Detector): DetectorFacts {
  const { neutral, topics, category } = detector;
  const stances = Uint8Array.from(listTopics(), (topic) => {
    if (topics.includes(topic)) return stance.own;
    return topic === 'national' || neutral === 'all' || neutral?.includes(topic) === true
      ? stance.neutral
      : stance.foreign;
  });
  const cue = topics.length === 0 ? 0 : mostCue;
  const most = cue + (hasNeighbours(category) ? mostNeighbour : 0) + 1e-6;
  return { stances, number: numberOfCategory(category), most };
}

export { reason };

/** How far before a value a cue is looked for, in code units. */
export const cueReach = 40;
/** How far behind a value. */
const cueReachAfter = 14;

/** The pass that finds all candidates that begin in `[from, to)` of a scan's view. */
export type FindCandidates = (scan: Scan, from: number, to: number) => void;

/** What cues say by how they stand: kind and weight of the evidence. */
const says = {
  touching: 0,
  near: 1,
  far: 2,
  outdone: 3,
  doubtful: 4,
  shared: 5,
  otherNumber: 6,
  otherThing: 7,
} as const;
const weightsOf: readonly (readonly [EvidenceKind, number])[] = [
  ['cue', 3.2],
  ['cue', 2.5],
  ['cue', 1.4],
  ['negative', -1.6],
  ['cue', 0],
  ['cue', 1],
  ['negative', -2.6],
  ['negative', -1.2],
];
/** The most that a cue and the name of a field can say for a candidate. */
const mostCue = 3.2;
const mostField = 3.6;

function evidenceOf(cue: Cue, what: number): Evidence {
  cue.evidence ??= new Array(weightsOf.length).fill(undefined);
  let known = cue.evidence[what];
  if (known === undefined) {
    const [kind, weight] = weightsOf[what]!;
    known = reason(kind, weight, cue.word);
    cue.evidence[what] = known;
  }
  return known;
}

/** State of one scan, used again for the next. */
export class Scan {
  readonly view = new TextView();
  readonly cues = new CueIndex(this.view);
  candidates: Candidate[] = [];
  field: FieldEvidence | undefined;
  /** How many encodings lie around this text. */
  readonly depth: number;
  /** Whether candidates are wanted that are hardly likely: more is tried then. */
  thorough = false;
  /** Log-odds below which a candidate is neither reported nor speaks for its neighbours. */
  least = Number.NEGATIVE_INFINITY;
  /** Whether a category takes part that is found only where it is named. */
  enters: (category: string) => boolean = () => false;
  /** Whether dates take part. */
  dates = false;
  /** Whether findings of a category are wanted. */
  wants: (category: string) => boolean = () => true;
  /** A table that goes on at the beginning of what is scanned, and then behind it. */
  table: OpenTable | undefined;
  /** Index up to which encoded text has been looked into. */
  encodedTo = 0;
  readonly #find: FindCandidates;
  #directAt = -1;
  #direct: CueHit | undefined;
  /** Index before which the three below were looked for; -1 where nothing was. */
  #clauseAt = -1;
  /** The last line's end, the one before it, and the last sentence's end, at most {@link cueReach} units back; -1 where none. */
  #line = -1;
  #lineBefore = -1;
  #sentence = -1;
  #inner: Scan | undefined;

  constructor(find: FindCandidates, depth = 0) {
    this.#find = find;
    this.depth = depth;
  }

  /** Begins anew on another stretch. */
  load(text: string, start: number, end: number, kernel?: Kernel): void {
    this.view.load(text, start, end, kernel);
    this.cues.reset();
    this.#directAt = -1;
    this.#clauseAt = -1;
    this.encodedTo = 0;
    this.table = undefined;
    if (this.candidates.length > 0) this.candidates = [];
  }

  /** Reports a candidate with its own reasons, the first `count` of a list; those of its surroundings are added here. */
  report(
    detector: Detector,
    start: number,
    end: number,
    reasons: readonly Evidence[],
    count = reasons.length,
  ): void {
    let logOdds = 0;
    for (let index = 0; index < count; index += 1) logOdds += reasons[index]!.weight;
    detector.facts ??= factsOf(detector);
    const { number, most } = detector.facts;
    const { category, id, topics } = detector;
    // Nothing around it can lift it to where it counts, for itself or for its neighbours.
    if (logOdds + most + (this.field === undefined ? 0 : mostField) < this.least) return;
    if (topics.length === 0) {
      const evidence = exactList(reasons, count);
      this.candidates.push({ category, number, detector: id, start, end, logOdds, evidence });
      return;
    }
    this.#weigh(detector, start, end);
    const field = this.#byField;
    const before = this.#before;
    const after = this.#after;
    if (field !== undefined) logOdds += field.weight;
    if (before !== undefined) logOdds += before.weight;
    if (after !== undefined) logOdds += after.weight;
    const evidence = exactList(reasons, count, field, before, after);
    this.candidates.push({ category, number, detector: id, start, end, logOdds, evidence });
  }

  /** Candidates within a text that was decoded from this one; offsets are those of the decoded text. */
  findWithin(text: string): readonly Candidate[] {
    this.#inner ??= new Scan(this.#find, this.depth + 1);
    const inner = this.#inner;
    inner.thorough = this.thorough;
    inner.least = this.least;
    inner.wants = this.wants;
    inner.enters = this.enters;
    inner.load(text, 0, text.length);
    this.#find(inner, 0, inner.view.length);
    const { view } = inner;
    return resolveOverlaps(inner.candidates).map((found) => ({
      ...found,
      start: view.offsetOf(found.start),
      end: view.endOffsetOf(found.end),
    }));
  }

  /** Takes over a candidate of a decoded text at the place of its encoded form. */
  adopt(found: Candidate, start: number, end: number, how: Evidence): void {
    this.candidates.push({
      ...found,
      start,
      end,
      evidence: exactList(found.evidence, found.evidence.length, how),
    });
  }

  #byField: Evidence | undefined;
  #before: Evidence | undefined;
  #after: Evidence | undefined;

  /** Finds what the surroundings of a value say: cue words, and the name of the field. */
  #weigh(detector: Detector, start: number, end: number): void {
    detector.facts ??= factsOf(detector);
    const { stances } = detector.facts;
    this.#byField = this.field === undefined ? undefined : this.#fieldReason(detector);
    const before = this.#cueBefore(stances, start, detector.standsAlone === true);
    this.#before = before;
    this.#after =
      before === undefined || before.weight < 0 ? this.#cueAfter(stances, end) : undefined;
  }

  /** Whether a cue or the field's name speaks for the detector at this place. */
  hasCue(detector: Detector, start: number, end: number): boolean {
    this.#weigh(detector, start, end);
    return (
      (this.#byField?.weight ?? 0) > 0 ||
      (this.#before?.weight ?? 0) > 0 ||
      (this.#after?.weight ?? 0) > 0
    );
  }

  /** The cue that stands directly before `start`, with nothing but fillers between. */
  cueDirectlyBefore(start: number): CueHit | undefined {
    // Several detectors ask about one place.
    if (start !== this.#directAt) {
      this.#directAt = start;
      this.#direct = this.#findDirect(start);
    }
    return this.#direct;
  }

  #findDirect(start: number): CueHit | undefined {
    const { codes } = this.view;
    let at = start - 1;
    let possible = false;
    const floor = Math.max(1, start - 12);
    while (at >= floor) {
      const unit = codes[at]!;
      if (mayEndCue(codes[at - 1]!, unit)) possible = true;
      if (fillers[unit] === 0) {
        // `Engine No. B2A659690`.
        if (unit === 0x2e && (codes[at - 1]! | 0x20) === 0x6f && (codes[at - 2]! | 0x20) === 0x6e) {
          at -= 1;
          possible = true;
          continue;
        }
        // `PESEL is 440514…`.
        if (unit === 0x73 && codes[at - 1] === 0x69 && codes[at - 2] === 0x20 && at > floor + 1) {
          at -= 3;
          continue;
        }
        break;
      }
      at -= 1;
    }
    if (!possible) return undefined;
    const last = this.cues.lastWithin(Math.max(0, at - 28), start);
    return last !== undefined && last.end > at && last.end <= start ? last : undefined;
  }

  #fieldReason(detector: Detector): Evidence | undefined {
    const { field } = this;
    if (field === undefined) return undefined;
    for (const topic of detector.topics) {
      const index = field.topics.indexOf(topic);
      if (index >= 0) {
        return { kind: 'field', weight: index === 0 ? 3.6 : 2.4, detail: field.words[index]! };
      }
    }
    if (field.topics[0]?.startsWith('not.')) {
      return { kind: 'negative', weight: -2, detail: field.words[0]! };
    }
    return undefined;
  }

  /** Where the clause before `start` begins, at most {@link cueReach} units back. Starts mostly grow from call to call. */
  #clauseStart(start: number): number {
    const floor = start > cueReach ? start - cueReach : 0;
    let index = this.#clauseAt;
    if (index < floor || index > start) {
      index = floor;
      this.#line = -1;
      this.#lineBefore = -1;
      this.#sentence = -1;
    }
    const { codes } = this.view;
    for (; index < start; index += 1) {
      const unit = codes[index]!;
      if (unit === 0x0a) {
        this.#lineBefore = this.#line;
        this.#line = index;
      } else if (endsSentence(unit)) this.#sentence = index;
    }
    this.#clauseAt = start;
    return Math.max(floor, this.#lineBefore + 1, this.#sentence + 1);
  }

  #cueBefore(stances: Uint8Array, start: number, alone: boolean): Evidence | undefined {
    const from = this.#clauseStart(start);
    if (from >= start) return undefined;
    const { cues } = this;
    cues.read(from, start);
    let nearest: CueHit | undefined;
    for (let index = cues.last - 1; index >= cues.first; index -= 1) {
      const hit = cues.hits[index]!;
      const is = stances[hit.cue.topicId]!;
      if (is === stance.own) return this.#ownCue(hit, start, nearest);
      if (nearest === undefined && is === stance.foreign) nearest = hit;
    }
    if (nearest === undefined) return undefined;
    const gap = this.#gap(nearest.end, start);
    // Beyond that, another value stands between the foreign cue and this one.
    if (gap > (nearest.cue.foreign ? 4 : 0)) return undefined;
    if (gap > 0 && alone && this.#numberBetween(nearest.end, start)) return undefined;
    return evidenceOf(nearest.cue, nearest.cue.foreign ? says.otherNumber : says.otherThing);
  }

  #ownCue(hit: CueHit, start: number, nearer: CueHit | undefined): Evidence {
    if (nearer === undefined) {
      const gap = this.#gap(hit.end, start);
      return evidenceOf(hit.cue, gap <= 1 ? says.touching : gap <= 8 ? says.near : says.far);
    }
    // Another cue stands nearer to the value: it is more probably that other thing.
    const other = this.#gap(nearer.end, start);
    if (nearer.cue.foreign && other <= 3) return evidenceOf(nearer.cue, says.outdone);
    return evidenceOf(hit.cue, other <= 1 ? says.doubtful : says.shared);
  }

  #cueAfter(stances: Uint8Array, end: number): Evidence | undefined {
    const { codes, length } = this.view;
    let to = Math.min(length, end + cueReachAfter);
    for (let index = end; index < to; index += 1) {
      const unit = codes[index]!;
      // A comma begins the next item, whose cue is not ours.
      if (unit === 0x2c || unit === 0x3b || unit === 0x0a || endsSentence(unit) || unit === 0x3001)
        to = index;
    }
    const { cues } = this;
    cues.read(end, to);
    for (let index = cues.first; index < cues.last; index += 1) {
      const { cue } = cues.hits[index]!;
      if (stances[cue.topicId] === stance.own) return evidenceOf(cue, says.far);
    }
    return undefined;
  }

  /** Whether a number that ends before `to` stands behind `from`: 订单号 12, 13912345679. */
  #numberBetween(from: number, to: number): boolean {
    const { codes } = this.view;
    let index = to - 1;
    while (index >= from && !isDigit(codes[index]!)) index -= 1;
    return index >= from && index < to - 1;
  }

  /** Units between a cue and a value that are no mere filler. */
  #gap(from: number, to: number): number {
    const { codes } = this.view;
    let gap = 0;
    for (let index = from; index < to; index += 1) if (fillers[codes[index]!] === 0) gap += 1;
    return gap;
  }
}
