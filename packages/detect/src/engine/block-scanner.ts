/**
 * Scans a text block by block. Blocks are cut by what the text holds and never by how it arrives, so that a stream gives the same
 * findings as the whole text.
 *
 * A block sees {@link reachBack} units before it, for cues, and {@link reachAhead} units behind it, for values that begin in it.
 *
 * @module
 */
import { type CategoryId, type Finding, likelihoodOf } from '@yushu/core';
import type { CustomDetector } from '../custom-detector.ts';
import { findFieldValue } from '../detectors/field-value.ts';
import { findKeyRest, isOpenKey } from '../detectors/private-key.ts';
import type { OpenTable } from '../detectors/table.ts';
import { findCandidates } from './anchors.ts';
import { type Candidate, scoreOf } from './candidate.ts';
import { numberOfCategory } from './category-number.ts';
import { type Kernel, releaseKernel, takeKernel } from './kernel.ts';
import type { KeywordGate } from './keyword-gate.ts';
import { blockSize, reachAhead, reachBack } from './limits.ts';
import { sure } from './neighbours.ts';
import { resolveOverlaps } from './resolve.ts';
import type { FieldEvidence, Scan } from './scan.ts';

/** What of the candidates is reported. */
export interface Selection {
  /** Detectors beside the built-in ones. */
  readonly detectors: readonly CustomDetector[];
  /** Says which of them may find something in a text. */
  readonly gate: KeywordGate;
  /** Least log-odds. */
  readonly minLogOdds: number;
  /** Whether candidates of a category take part at all. */
  readonly enters: (category: string) => boolean;
  /** Whether findings of a category are reported. */
  readonly reports: (category: string) => boolean;
  /** Whether a value may stand where it does, and is not reported. */
  readonly allows?: ((value: string, category: CategoryId) => boolean) | undefined;
  /** Answers of both, by number of the category; filled by the scans. */
  readonly fates: number[];
}

/** What becomes of the candidates of a category, as bits. */
const fate = { enters: 1, reported: 2 } as const;

/** Scans one text; keeps what the next block must know. */
export class BlockScanner {
  readonly #scan: Scan;
  readonly #selection: Selection;
  /** Offset up to which findings reach: nothing that begins before it is found again. */
  #takenTo = 0;
  /** A table that goes on behind what is found of it. */
  #table: OpenTable | undefined;
  /** Whether a private key goes on behind what is found of it. */
  #keyGoesOn = false;
  /** The first offset that is not scanned yet. */
  scannedTo = 0;

  constructor(scan: Scan, selection: Selection) {
    this.#scan = scan;
    scan.thorough = selection.minLogOdds < 0;
    scan.least = Math.min(selection.minLogOdds, sure);
    scan.wants = selection.reports;
    scan.enters = selection.enters;
    this.#selection = selection;
  }

  /**
   * Scans the next block of `text`, whose first unit has the offset `origin`. `last` says that nothing follows the text.
   *
   * @returns Whether there was enough text for a block.
   */
  next(
    text: string,
    origin: number,
    last: boolean,
    field: FieldEvidence | undefined,
    findings: Finding[],
  ): boolean {
    const from = this.scannedTo - origin;
    const rest = text.length - from;
    if (rest >= blockSize + reachAhead) {
      const to = chooseCut(text, from);
      this.#scanRange(text, origin, from, to, from + blockSize + reachAhead, field, findings);
      return true;
    }
    if (!last || rest <= 0) return false;
    this.#scanRange(text, origin, from, text.length, text.length, field, findings);
    return true;
  }

  #scanRange(
    text: string,
    origin: number,
    from: number,
    to: number,
    viewEnd: number,
    field: FieldEvidence | undefined,
    findings: Finding[],
  ): void {
    const kernel = takeKernel(viewEnd - Math.max(0, from - reachBack));
    try {
      this.#scanWith(kernel, text, origin, from, to, viewEnd, field, findings);
    } finally {
      if (kernel !== undefined) releaseKernel();
    }
  }

  #scanWith(
    kernel: Kernel | undefined,
    text: string,
    origin: number,
    from: number,
    to: number,
    viewEnd: number,
    field: FieldEvidence | undefined,
    findings: Finding[],
  ): void {
    const scan = this.#scan;
    const viewStart = Math.max(0, from - reachBack);
    scan.load(text, viewStart, viewEnd, kernel);
    scan.field = field;
    scan.table = this.#table;
    const { view } = scan;
    findCandidates(scan, view.indexOf(from - viewStart), view.indexOf(to - viewStart));
    this.#table = scan.table;
    this.#followKey(
      this.#keyGoesOn ? view.indexOf(Math.max(from, this.#takenTo - origin) - viewStart) : -1,
      view.indexOf(to - viewStart),
    );
    if (field !== undefined && from === 0 && to === text.length) findFieldValue(scan);
    if (this.#selection.detectors.length > 0) {
      findCustom(
        scan,
        this.#selection,
        view.indexOf(from - viewStart),
        view.indexOf(to - viewStart),
      );
    }
    this.scannedTo = origin + to;
    if (scan.candidates.length === 0) return;
    const base = origin + viewStart;
    const { allows, detectors, minLogOdds } = this.#selection;
    let entered = this.#enter(scan.candidates);
    if (detectors.length > 0) entered = preferOwn(entered, this.#selection);
    const chosen = resolveOverlaps(entered);
    for (let index = 0; index < chosen.length; index += 1) {
      const candidate = chosen[index]!;
      if (candidate.logOdds < minLogOdds) continue;
      const start = base + view.offsetOf(candidate.start);
      const end = base + view.endOffsetOf(candidate.end);
      if (start < this.#takenTo) continue;
      this.#takenTo = end;
      if ((this.#fateOf(candidate) & fate.reported) === 0) continue;
      if (allows?.(text.slice(start - origin, end - origin), candidate.category) === true) continue;
      findings.push(toFinding(candidate, start, end));
    }
  }

  /** The candidates that compete; the list itself where all of them do. */
  #enter(candidates: Candidate[]): Candidate[] {
    let kept: Candidate[] | undefined;
    for (let index = 0; index < candidates.length; index += 1) {
      const candidate = candidates[index]!;
      const is = this.#fateOf(candidate);
      // What nobody asked for takes the place of what was asked for only where it is likely itself.
      const enters =
        (is & fate.enters) !== 0 && ((is & fate.reported) !== 0 || candidate.logOdds >= sure);
      if (enters) kept?.push(candidate);
      else kept ??= candidates.slice(0, index);
    }
    return kept ?? candidates;
  }

  /** Reads on in a private key that is longer than what one look takes in, from `start` or where one begins in this block. */
  #followKey(start: number, to: number): void {
    const scan = this.#scan;
    let at = start;
    for (const candidate of scan.candidates) if (isOpenKey(candidate)) at = candidate.end;
    while (at >= 0 && at < to) at = findKeyRest(scan, at);
    this.#keyGoesOn = at >= 0;
  }

  /** Whether a candidate's category takes part, and is reported; asked once for each category. */
  #fateOf({ category, number }: Candidate): number {
    const { enters, reports, fates } = this.#selection;
    let known = fates[number];
    if (known === undefined) {
      known = (enters(category) ? fate.enters : 0) | (reports(category) ? fate.reported : 0);
      fates[number] = known;
    }
    return known;
  }
}

/** Candidates of detectors that are not built in, which begin in `[from, to)`. */
function findCustom(scan: Scan, { detectors, gate }: Selection, from: number, to: number): void {
  const { view } = scan;
  const asked = gate.ask(view.codes, view.length);
  if (!asked.includes(1)) return;
  const text = view.slice(0, view.length);
  for (let index = 0; index < detectors.length; index += 1) {
    if (asked[index] === 0) continue;
    const { id, category, find } = detectors[index]!;
    for (const { start, end, evidence } of find(text)) {
      if (start < from || start >= to || end <= start) continue;
      let logOdds = 0;
      for (const item of evidence) logOdds += item.weight;
      const number = numberOfCategory(category);
      scan.candidates.push({ category, number, detector: id, start, end, logOdds, evidence });
    }
  }
}

/**
 * Without the candidates that nobody asked for where a detector of the user's own found something: they compete among themselves,
 * so that an order number is no telephone number, but a rule of one's own says what the value is.
 */
function preferOwn(
  candidates: readonly Candidate[],
  { detectors, reports, minLogOdds }: Selection,
): Candidate[] {
  const ids = new Set(detectors.map(({ id }) => id));
  const own = candidates
    .filter(
      ({ detector, category, logOdds }) =>
        ids.has(detector) && reports(category) && logOdds >= minLogOdds,
    )
    .sort((a, b) => a.start - b.start);
  if (own.length === 0) return [...candidates];
  // The furthest end of those that begin before, so that one search tells whether any overlaps.
  const ends: number[] = [];
  for (const { end } of own) ends.push(Math.max(end, ends.at(-1) ?? 0));
  return candidates.filter((candidate) => {
    if (reports(candidate.category)) return true;
    let low = 0;
    let high = own.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (own[middle]!.start < candidate.end) low = middle + 1;
      else high = middle;
    }
    return low === 0 || ends[low - 1]! <= candidate.start;
  });
}

function toFinding(candidate: Candidate, start: number, end: number): Finding {
  const { category, detector, logOdds, evidence } = candidate;
  const score = scoreOf(logOdds);
  return {
    category,
    detector,
    span: { start, end },
    score,
    likelihood: likelihoodOf(score),
    evidence,
  };
}

/**
 * Where the block that begins at `from` ends: behind the last line of its second half, else behind the last character there at
 * which no value is likely to be cut, else at its full size.
 */
function chooseCut(text: string, from: number): number {
  const floor = from + blockSize / 2;
  const second = text.slice(floor, from + blockSize);
  for (const mark of ['\n', '。', ' ', '，', ',']) {
    const at = second.lastIndexOf(mark);
    if (at >= 0) return floor + at + 1;
  }
  return from + blockSize;
}
