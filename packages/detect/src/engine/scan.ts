/**
 * The state of one scan of one stretch of text: the view, the cues near candidates, and the candidates so far.
 *
 * @module
 */
import type { CategoryId, Evidence, EvidenceKind } from '@yushu/core';
import type { Candidate } from './candidate.ts';
import { type CueHit, CueIndex, endsSentence, mayEndCue } from './cues.ts';
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
}

/** A reason with a fixed weight. Detectors make theirs once. */
export function reason(kind: EvidenceKind, weight: number, detail: string): Evidence {
  return Object.freeze({ kind, weight, detail });
}

/** How far before a value a cue is looked for, in code units. */
export const cueReach = 40;
/** How far behind a value. */
const cueReachAfter = 14;

/** Units that stand between a cue and its value without telling them apart: spaces, quotes, colons, 是, 为, 号. */
const fillers = new Uint8Array(65_536);
for (const filler of ' \t\r\n:="\'`[]()<>{}*#\u662f\u4e3a\u53f7\u7801\u300c\u300d\u3010\u3011') {
  fillers[filler.charCodeAt(0)] = 1;
}

/** The pass that finds all candidates that begin in `[from, to)` of a scan's view. */
export type FindCandidates = (scan: Scan, from: number, to: number) => void;

function isNeutral(detector: Detector, topic: string): boolean {
  return (
    topic === 'national' || detector.neutral === 'all' || detector.neutral?.includes(topic) === true
  );
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
  /** Whether a category takes part that is found only where it is named. */
  enters: (category: string) => boolean = () => false;
  /** Whether findings of a category are wanted. */
  wants: (category: string) => boolean = () => true;
  /** Index up to which encoded text has been looked into. */
  encodedTo = 0;
  readonly #find: FindCandidates;
  #inner: Scan | undefined;

  constructor(find: FindCandidates, depth = 0) {
    this.#find = find;
    this.depth = depth;
  }

  /** Begins anew on another stretch. */
  load(text: string, start: number, end: number): void {
    this.view.load(text, start, end);
    this.cues.reset();
    this.encodedTo = 0;
    if (this.candidates.length > 0) this.candidates = [];
  }

  /** Reports a candidate with its own reasons; those of its surroundings are added here. */
  report(detector: Detector, start: number, end: number, reasons: readonly Evidence[]): void {
    const context = detector.topics.length === 0 ? undefined : this.contextOf(detector, start, end);
    const evidence = context === undefined ? reasons : [...reasons, ...context];
    let logOdds = 0;
    for (const item of evidence) logOdds += item.weight;
    const { category, id } = detector;
    this.candidates.push({ category, detector: id, start, end, logOdds, evidence });
  }

  /** Candidates within a text that was decoded from this one; offsets are those of the decoded text. */
  findWithin(text: string): readonly Candidate[] {
    this.#inner ??= new Scan(this.#find, this.depth + 1);
    const inner = this.#inner;
    inner.thorough = this.thorough;
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
    this.candidates.push({ ...found, start, end, evidence: [...found.evidence, how] });
  }

  /** What the surroundings of a value say: cue words, and the name of the field. */
  contextOf(detector: Detector, start: number, end: number): readonly Evidence[] | undefined {
    const reasons: Evidence[] = [];
    const fieldReason = this.#fieldReason(detector);
    if (fieldReason !== undefined) reasons.push(fieldReason);
    const before = this.#cueBefore(detector, start);
    if (before !== undefined) reasons.push(before);
    if (before === undefined || before.weight < 0) {
      const after = this.#cueAfter(detector, end);
      if (after !== undefined) reasons.push(after);
    }
    return reasons.length === 0 ? undefined : reasons;
  }

  /** Whether a cue or the field's name speaks for the detector at this place. */
  hasCue(detector: Detector, start: number, end: number): boolean {
    return this.contextOf(detector, start, end)?.some((item) => item.weight > 0) ?? false;
  }

  /** The cue that stands directly before `start`, with nothing but fillers between. */
  cueDirectlyBefore(start: number): CueHit | undefined {
    const { codes } = this.view;
    let at = start - 1;
    let possible = false;
    const floor = Math.max(1, start - 12);
    while (at >= floor) {
      const unit = codes[at]!;
      if (mayEndCue(codes[at - 1]!, unit)) possible = true;
      if (fillers[unit] === 0) {
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

  /** Where the clause before `start` begins, at most {@link cueReach} units back. */
  #clauseStart(start: number): number {
    const floor = Math.max(0, start - cueReach);
    const { view } = this;
    let lines = 0;
    for (let index = start - 1; index >= floor; index -= 1) {
      const unit = view.codes[index]!;
      if (unit === 0x0a) lines += 1;
      if (lines === 2 || endsSentence(unit)) return index + 1;
    }
    return floor;
  }

  #cueBefore(detector: Detector, start: number): Evidence | undefined {
    const from = this.#clauseStart(start);
    if (from >= start) return undefined;
    const { cues } = this;
    cues.read(from, start);
    let nearest: CueHit | undefined;
    for (let index = cues.last - 1; index >= cues.first; index -= 1) {
      const hit = cues.hits[index]!;
      const own = detector.topics.includes(hit.cue.topic);
      if (own) return this.#ownCue(hit, start, nearest);
      if (nearest === undefined && !isNeutral(detector, hit.cue.topic)) nearest = hit;
    }
    if (nearest === undefined) return undefined;
    const gap = this.#gap(nearest.end, start);
    const foreign = nearest.cue.topic.startsWith('not.');
    // Beyond that, another value stands between the foreign cue and this one.
    if (gap > (foreign ? 4 : 0)) return undefined;
    return { kind: 'negative', weight: foreign ? -2.6 : -1.2, detail: nearest.cue.word };
  }

  #ownCue(hit: CueHit, start: number, nearer: CueHit | undefined): Evidence {
    const gap = this.#gap(hit.end, start);
    const detail = hit.cue.word;
    if (nearer === undefined) {
      return { kind: 'cue', weight: gap <= 1 ? 3.2 : gap <= 8 ? 2.5 : 1.4, detail };
    }
    // Another cue stands nearer to the value: it is more probably that other thing.
    const other = this.#gap(nearer.end, start);
    if (nearer.cue.topic.startsWith('not.') && other <= 3) {
      return { kind: 'negative', weight: -1.6, detail: nearer.cue.word };
    }
    return { kind: 'cue', weight: other <= 1 ? 0 : 1, detail };
  }

  #cueAfter(detector: Detector, end: number): Evidence | undefined {
    const { view } = this;
    let to = Math.min(view.length, end + cueReachAfter);
    for (let index = end; index < to; index += 1) {
      const unit = view.codes[index]!;
      // A comma begins the next item, whose cue is not ours.
      if (unit === 0x2c || unit === 0x3b || unit === 0x0a || endsSentence(unit) || unit === 0x3001)
        to = index;
    }
    const { cues } = this;
    cues.read(end, to);
    for (let index = cues.first; index < cues.last; index += 1) {
      const hit = cues.hits[index]!;
      if (detector.topics.includes(hit.cue.topic)) {
        return { kind: 'cue', weight: 1.4, detail: hit.cue.word };
      }
    }
    return undefined;
  }

  /** Units between a cue and a value that are no mere filler. */
  #gap(from: number, to: number): number {
    const { codes } = this.view;
    let gap = 0;
    for (let index = from; index < to; index += 1) if (fillers[codes[index]!] === 0) gap += 1;
    return gap;
  }
}
