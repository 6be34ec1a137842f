import { DataSecurityError, type Finding, type Span, systemClock } from '@yushu/core';
import { createRecordReader } from '../formats/create-record-reader.ts';
import type { Scanner } from '../scanner.ts';
import { base64Bytes } from './base64.ts';
import { decodeStretch } from './decode-stretch.ts';
import { type Encoding, encodings, type Stretch } from './decoded.ts';
import type {
  DecodeBudget,
  DecodedFinding,
  DecodedReport,
  EncodingStep,
  Undecoded,
  UndecodedReason,
} from './decoded-finding.ts';
import { findStretches } from './find-stretches.ts';
import { gunzip } from './gunzip.ts';

const maxListed = 1000;
const defaultDecodedBytes = 67_108_864;

/** A text with its way back to the input. */
interface Layer {
  readonly text: string;
  readonly chain: readonly EncodingStep[];
  /** The place in the input of a range of this text. */
  readonly toInput: (start: number, end: number) => Span;
}

/** One run: what it may still do, and what it found. */
class DecodedInspection {
  readonly findings: DecodedFinding[] = [];
  readonly undecoded: Undecoded[] = [];
  undecodedCount = 0;
  decodedBytes = 0;
  stoppedBy: 'maxFindings' | 'deadlineMs' | 'signal' | undefined;
  readonly #scanner: Scanner;
  readonly #wanted: ReadonlySet<Encoding>;
  readonly #maxDepth: number;
  readonly #maxBytes: number;
  readonly #maxFindings: number;
  readonly #signal: AbortSignal | undefined;
  readonly #isLate: () => boolean;

  constructor(scanner: Scanner, budget: DecodeBudget) {
    const {
      maxDepth = 5,
      maxDecodedBytes = defaultDecodedBytes,
      maxFindings = Number.POSITIVE_INFINITY,
      deadlineMs = Number.POSITIVE_INFINITY,
      clock = systemClock,
    } = budget;
    if (!(maxDepth >= 0) || !(maxDecodedBytes >= 0) || !(maxFindings >= 1) || !(deadlineMs >= 0)) {
      throw new DataSecurityError('ERR_DETECT_OPTIONS', 'A budget must be positive', {
        hint: 'Give maxDepth, maxDecodedBytes and deadlineMs of 0 or more and maxFindings of 1 or more.',
        details: { maxDepth, maxDecodedBytes, maxFindings, deadlineMs },
      });
    }
    this.#scanner = scanner;
    this.#wanted = new Set(budget.encodings ?? encodings);
    this.#maxDepth = maxDepth;
    this.#maxBytes = maxDecodedBytes;
    this.#maxFindings = maxFindings;
    this.#signal = budget.signal;
    const deadline = clock() + deadlineMs;
    this.#isLate = () => deadlineMs !== Number.POSITIVE_INFINITY && clock() >= deadline;
  }

  /** Whether it may go on. */
  #goesOn(): boolean {
    if (this.stoppedBy !== undefined) return false;
    if (this.#signal?.aborted === true) this.stoppedBy = 'signal';
    else if (this.#isLate()) this.stoppedBy = 'deadlineMs';
    return this.stoppedBy === undefined;
  }

  /** Looks at a text and, deeper, at what is encoded in it. Returns up to where. */
  look(layer: Layer): number {
    const { text } = layer;
    const isJson = layer.chain.length > 0 && /^\s*[[{]/.test(text);
    const own = (isJson ? this.#scanJson(text) : undefined) ?? this.#scanText(text);
    const inner: DecodedFinding[] = [];
    const stretches: Stretch[] = [];
    const outer = this.findings.splice(0);
    let lookedTo = text.length;
    for (const stretch of findStretches(text, this.#wanted, this.#maxBytes + 1)) {
      if (!this.#goesOn()) {
        lookedTo = stretch.start;
        break;
      }
      if (this.#open(layer, stretch)) stretches.push(stretch);
    }
    inner.push(...this.findings.splice(0));
    this.findings.push(...outer);
    for (const finding of own) {
      // What the scan itself saw within an encoding is told by the deeper look, with its chain.
      if (finding.evidence.some(({ detail }) => detail?.startsWith('within ') === true)) {
        if (isWithin(stretches, finding.span)) continue;
      }
      const { start, end } = finding.span;
      if (start >= lookedTo) continue;
      inner.push({
        ...finding,
        span: layer.toInput(start, end),
        chain: layer.chain,
        innerSpan: { start, end },
      });
    }
    inner.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
    this.findings.push(...dropRepeated(inner));
    return lookedTo;
  }

  #scanText(text: string): readonly Finding[] {
    return this.#scanner.scan(text);
  }

  /** JSON within a string: its keys are evidence for its values. */
  #scanJson(text: string): readonly Finding[] | undefined {
    const reader = createRecordReader('json');
    const findings: Finding[] = [];
    for (const record of [...reader.push(text), ...reader.end()]) {
      if (record.problem !== undefined) return undefined;
      for (const field of record.fields) {
        for (const finding of this.#scanner.scanField(field.text, { name: field.name })) {
          const start = record.start + field.locate(finding.span.start);
          const end = record.start + field.locate(finding.span.end);
          findings.push({ ...finding, span: { start, end } });
        }
      }
    }
    return findings;
  }

  /** Looks into one stretch. Returns whether it was something encoded that was looked into. */
  #open(layer: Layer, stretch: Stretch): boolean {
    const { encoding, start, end } = stretch;
    const place = layer.toInput(start, end);
    if (layer.chain.length >= this.#maxDepth) {
      // Escapes that decode to nothing else are no gap worth telling, but nobody knows before looking.
      this.leaveOut('maxDepth', encoding, place);
      return false;
    }
    if (this.decodedBytes + (end - start) > this.#maxBytes) {
      this.leaveOut('maxDecodedBytes', encoding, place);
      return false;
    }
    const source = layer.text.slice(start, end);
    const chain: EncodingStep[] = [...layer.chain, { encoding, span: { start, end } }];
    const decoded = decodeStretch(source, encoding);
    if (decoded === undefined) {
      const bytes = encoding === 'base64' ? base64Bytes(source) : undefined;
      return bytes !== undefined && this.openGzip(bytes, chain, () => place);
    }
    // Nothing was encoded after all: names with a % or a backslash in them.
    if (decoded.text === source) return false;
    this.decodedBytes += decoded.text.length;
    this.look({
      text: decoded.text,
      chain,
      toInput: (from, to) =>
        layer.toInput(start + decoded.startOf(from), start + decoded.endOf(to)),
    });
    return true;
  }

  /** Looks into bytes, where they are gzip. All that they hold stands at one place. */
  openGzip(bytes: Uint8Array, chain: readonly EncodingStep[], place: () => Span): boolean {
    if (!this.#wanted.has('gzip') || bytes[0] !== 0x1f || bytes[1] !== 0x8b) return false;
    if (chain.length >= this.#maxDepth) {
      this.leaveOut('maxDepth', 'gzip', place());
      return false;
    }
    const room = this.#maxBytes - this.decodedBytes;
    const inflated = gunzip(bytes, Math.max(0, room));
    if (inflated === undefined || !inflated.complete) {
      const full = inflated !== undefined && inflated.bytes.length >= room;
      this.leaveOut(full || room <= 0 ? 'maxDecodedBytes' : 'broken', 'gzip', place());
    }
    if (inflated === undefined) return false;
    this.decodedBytes += inflated.bytes.length;
    const step: EncodingStep = {
      encoding: 'gzip',
      span: { start: 0, end: bytes.length, unit: 'byte' },
    };
    const deeper = [...chain, step];
    if (this.openGzip(inflated.bytes, deeper, place)) return true;
    this.look({ text: new TextDecoder().decode(inflated.bytes), chain: deeper, toInput: place });
    return true;
  }

  /** Notes what was left out. */
  leaveOut(reason: UndecodedReason, encoding: Encoding, span: Span): void {
    this.undecodedCount += 1;
    if (this.undecoded.length < maxListed) this.undecoded.push({ reason, encoding, span });
  }

  report(scannedTo: number): DecodedReport {
    let { findings } = this;
    let upTo = scannedTo;
    if (findings.length > this.#maxFindings) {
      this.stoppedBy = 'maxFindings';
      upTo = findings[this.#maxFindings]!.span.start;
      findings = findings.slice(0, this.#maxFindings);
    }
    const { stoppedBy, decodedBytes, undecoded, undecodedCount } = this;
    return {
      findings,
      coverage: {
        complete: stoppedBy === undefined && undecodedCount === 0,
        scannedTo: upTo,
        ...(stoppedBy === undefined ? {} : { stoppedBy }),
        decodedBytes,
        undecoded,
        undecodedCount,
      },
    };
  }
}

function isWithin(stretches: readonly Stretch[], { start, end }: Span): boolean {
  // Stretches are in order and never overlap.
  let low = 0;
  let high = stretches.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (stretches[middle]!.end <= start) low = middle + 1;
    else high = middle;
  }
  const stretch = stretches[low];
  return stretch !== undefined && stretch.start <= start && end <= stretch.end;
}

/** Drops what was found in the open and within an encoding at the very same place. */
function dropRepeated(findings: readonly DecodedFinding[]): DecodedFinding[] {
  const kept: DecodedFinding[] = [];
  for (const finding of findings) {
    const before = kept.at(-1);
    const isSame =
      before !== undefined &&
      before.category === finding.category &&
      before.span.start === finding.span.start &&
      before.span.end === finding.span.end &&
      before.chain.length !== finding.chain.length;
    if (!isSame) kept.push(finding);
    else if (finding.score > before.score) kept[kept.length - 1] = finding;
  }
  return kept;
}

/**
 * Scans a text, and what is encoded in it: base64, hex, percent-encoding, backslash escapes (so JSON within a string too),
 * quoted-printable, encoded words of mail headers, gzip, one within the other. `Scanner.scan` looks into the same, up to 8,192 units
 * and three deep; this one has no such bounds but its budgets, finds everything within gzip, and says how it got there and what it
 * left out.
 *
 * Memory is bounded by the budget of bytes: a compression bomb costs no more than it allows.
 *
 * @param input - text, or bytes: gzip, or UTF-8. Spans count UTF-16 code units of the text; of bytes that are gzip, bytes.
 * @throws {DataSecurityError} `ERR_DETECT_OPTIONS` where a budget is negative.
 *
 * @example
 * ```ts
 * import { createScanner } from '@yushu/detect';
 * import { inspectDecoded } from '@yushu/detect/decode';
 *
 * const { findings, coverage } = inspectDecoded(createScanner(), 'q=MTM4MDAxMzgwMDA%3D');
 * console.log(findings[0]?.chain.map(({ encoding }) => encoding)); // [ 'percent', 'base64' ]
 * console.log(findings[0]?.span, coverage.complete); // { start: 2, end: 20 } true
 * ```
 */
export function inspectDecoded(
  scanner: Scanner,
  input: string | Uint8Array,
  budget: DecodeBudget = {},
): DecodedReport {
  const inspection = new DecodedInspection(scanner, budget);
  if (typeof input !== 'string') {
    const whole: Span = { start: 0, end: input.length, unit: 'byte' };
    if (inspection.openGzip(input, [], () => whole)) return inspection.report(input.length);
  }
  const text = typeof input === 'string' ? input : new TextDecoder().decode(input);
  const lookedTo = inspection.look({ text, chain: [], toInput: (start, end) => ({ start, end }) });
  return inspection.report(lookedTo);
}
