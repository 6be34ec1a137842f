import { compileCategoryPattern, DataSecurityError, type Finding, likelihoods } from '@yushu/core';
import { ByteStream } from './byte-stream.ts';
import { findCandidates } from './engine/anchors.ts';
import { BlockScanner, type Selection } from './engine/block-scanner.ts';
import { BudgetMeter } from './engine/budget.ts';
import { KeywordGate } from './engine/keyword-gate.ts';
import { type FieldEvidence, Scan } from './engine/scan.ts';
import { readFieldName } from './lexicon/field-names.ts';
import type { Coverage, ScanBudget, ScannerOptions } from './scanner-options.ts';
import { type StreamSource, scanSource } from './stream-source.ts';
import { TextStream } from './text-stream.ts';
import { walkValue } from './walk-value.ts';

/** The place of a value in a table or document. */
export interface FieldPlace {
  /** Name of the column or nearest key; it is evidence. */
  readonly name?: string | undefined;
  /** JSON Pointer for the findings' `path`. */
  readonly path?: string | undefined;
}

/** Findings together with what was looked at. */
export interface ScanReport {
  readonly findings: Finding[];
  readonly coverage: Coverage;
}

/** Finds sensitive data. Made by {@link createScanner}; may be used for any number of texts, one after the other. */
export interface Scanner {
  /**
   * All findings in a text, in order of `span.start`, never overlapping. Time is linear in the length of the text, whatever it
   * holds. Bytes are read as UTF-8: their spans count bytes and say `unit: 'byte'`.
   */
  scan(text: string | Uint8Array): Finding[];
  /** As `scan`, within a budget, and with what was looked at; for bytes, the coverage counts bytes too. */
  inspect(text: string | Uint8Array, budget?: ScanBudget): ScanReport;
  /** As `scan`, for a cell or a JSON value: the name of its column or key counts as evidence. */
  scanField(text: string, place?: FieldPlace): Finding[];
  /**
   * Walks objects, arrays, maps and sets, and scans their strings and numbers (in decimal). Findings carry the `path`; spans are
   * those within the string. Keys are scanned too: one that is itself sensitive has the segment `*` in every path.
   *
   * @throws {DataSecurityError} `ERR_DETECT_VALUE_SIZE` where the value holds more than 10 million nodes.
   */
  scanValue(value: unknown): Finding[];
  /** Scans a text that comes in pieces: the same findings as `scan` of the whole, however it is cut. */
  openStream(budget?: ScanBudget): TextStream;
  /**
   * Scans what an async iterable or a Web stream gives, as it comes: text, or bytes of UTF-8 whose spans count bytes. Findings are
   * those of `scan` of the whole, however it is cut. Where the budget ends, the source is read no further.
   *
   * @returns The findings, and when they are through, what was looked at.
   * @throws {DataSecurityError} `ERR_DETECT_STREAM_MIXED` where text and bytes come from one source.
   *
   * @example
   * ```ts
   * import { createScanner } from '@yushu/detect';
   *
   * const source = new Blob(['mail alice@exam', 'ple.com']).stream();
   * for await (const { category, span } of createScanner().scanStream(source)) {
   *   console.log(category, span); // contact.email { start: 5, end: 22, unit: 'byte' }
   * }
   * ```
   */
  scanStream(source: StreamSource, budget?: ScanBudget): AsyncGenerator<Finding, Coverage>;
}

/** Bytes that are decoded at once. */
const pieceSize = 65_536;

/** Categories whose values are mostly no personal data by themselves: found only where they are named. */
const onlyWhenNamed = new Set([
  'date',
  'network.url',
  'network.domain',
  'finance.amount',
  'org.name',
  'finance.swift',
  'person.nationality',
]);

function selectionOf(options: ScannerOptions): Selection {
  const { minLikelihood = 'likely', categories, exclude = [] } = options;
  const step = likelihoods.indexOf(minLikelihood);
  if (step < 0) {
    throw new DataSecurityError('ERR_DETECT_OPTIONS', 'minLikelihood is none of the five steps', {
      hint: `Give one of ${likelihoods.join(', ')}.`,
    });
  }
  // The floors of core's likelihoodOf: 0, 0.1, 0.4, 0.7, 0.92; half a unit of the rounding below.
  const floor = [0, 0.09995, 0.39995, 0.69995, 0.91995][step]!;
  const wanted = categories?.map((pattern) => compileCategoryPattern(pattern));
  const unwanted = exclude.map((pattern) => compileCategoryPattern(pattern));
  const remembered = new Map<string, boolean>();
  const reports = (category: string): boolean => {
    let answer = remembered.get(category);
    if (answer === undefined) {
      answer =
        (wanted?.some((test) => test(category)) ?? true) &&
        !unwanted.some((test) => test(category));
      remembered.set(category, answer);
    }
    return answer;
  };
  const named = (category: string): boolean => categories !== undefined && reports(category);
  const detectors = options.detectors ?? [];
  return {
    detectors,
    gate: new KeywordGate(detectors),
    minLogOdds: floor === 0 ? Number.NEGATIVE_INFINITY : Math.log(floor / (1 - floor)),
    enters: (category) => !onlyWhenNamed.has(category) || named(category),
    reports,
    allows: options.allow,
    fates: [],
  };
}

/**
 * Makes a scanner.
 *
 * @throws {DataSecurityError} `ERR_DETECT_OPTIONS` where an option has no such value.
 *
 * @example
 * ```ts
 * import { createScanner } from '@yushu/detect';
 *
 * const scanner = createScanner();
 * const [finding] = scanner.scan('请联系 13800138000');
 * console.log(finding?.category, finding?.span); // contact.phone { start: 4, end: 15 }
 * ```
 */
export function createScanner(options: ScannerOptions = {}): Scanner {
  const selection = selectionOf(options);
  const scan = new Scan(findCandidates);

  const scanText = (text: string, field: FieldEvidence | undefined, findings: Finding[]): void => {
    const blocks = new BlockScanner(scan, selection);
    while (blocks.next(text, 0, true, field, findings));
  };

  const scanField = (text: string, place: FieldPlace = {}): Finding[] => {
    const findings: Finding[] = [];
    const { name, path } = place;
    scanText(text, name === undefined || name === '' ? undefined : readFieldName(name), findings);
    return path === undefined ? findings : findings.map((finding) => ({ ...finding, path }));
  };

  const openStream = (budget: ScanBudget = {}): TextStream =>
    new TextStream(new BlockScanner(new Scan(findCandidates), selection), new BudgetMeter(budget));

  const scanBytes = (bytes: Uint8Array, budget: ScanBudget): ScanReport => {
    const text = new TextStream(new BlockScanner(scan, selection), new BudgetMeter(budget));
    const stream = new ByteStream(text);
    const findings: Finding[] = [];
    for (let at = 0; at < bytes.length && stream.coverage.stoppedBy === undefined; at += pieceSize)
      findings.push(...stream.push(bytes.subarray(at, at + pieceSize)));
    findings.push(...stream.end());
    return { findings, coverage: stream.coverage };
  };

  return {
    scan: (text) => {
      if (typeof text !== 'string') return scanBytes(text, {}).findings;
      const findings: Finding[] = [];
      scanText(text, undefined, findings);
      return findings;
    },
    inspect: (text, budget = {}) => {
      if (typeof text !== 'string') return scanBytes(text, budget);
      const meter = new BudgetMeter(budget);
      const blocks = new BlockScanner(scan, selection);
      const findings: Finding[] = [];
      while (meter.goesOn(findings.length) && blocks.next(text, 0, true, undefined, findings));
      return meter.report(findings, blocks.scannedTo, blocks.scannedTo >= text.length);
    },
    scanField,
    scanValue: (value) => walkValue(value, scanField),
    openStream,
    scanStream: (source, budget = {}) => scanSource(source, () => openStream(budget)),
  };
}
