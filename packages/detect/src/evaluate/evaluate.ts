/**
 * How well a scanner did against a truth: precision, recall, F1 and F2, by category, over all and as a mean of the categories,
 * for exact spans and for spans that overlap by nine tenths.
 *
 * @module
 */
import { compileCategoryPattern } from '@yushu/core';

/** A span of a category in a file: one line of a truth file, or of `yushu scan --format jsonl`. */
export interface EvaluatedSpan {
  /** The file or document; spans of different paths never match. */
  readonly path: string;
  readonly category: string;
  /** First position, UTF-16 code units of the decoded file. */
  readonly start: number;
  /** Position after the last. */
  readonly end: number;
}

/** Four figures of one way of matching, each 0 to 1. */
export interface EvaluatedFigures {
  /** Matched over found; 0 where nothing was found. */
  readonly precision: number;
  /** Matched over true; 0 where nothing is true. */
  readonly recall: number;
  /** Harmonic mean of both. */
  readonly f1: number;
  /** The same with recall counted four times, as a leak costs more than a false alarm (van Rijsbergen's F with beta 2). */
  readonly f2: number;
}

/** Counts and figures of one way of matching. */
export interface EvaluatedScores extends EvaluatedFigures {
  /** Pairs of a finding and a truth, each used once. */
  readonly matched: number;
}

/** The figures of a category, or of all. */
export interface Evaluation {
  readonly category: string;
  readonly truth: number;
  readonly found: number;
  /** Same start, same end. */
  readonly strict: EvaluatedScores;
  /** Intersection over union of 0.9 or more. */
  readonly overlapping: EvaluatedScores;
}

/** What {@link evaluate} gives. */
export interface EvaluationReport {
  /** All judged categories together (micro average); its category is `all`. */
  readonly overall: Evaluation;
  /** The plain mean over the categories that the truth speaks of, so that a rare one counts as much as a frequent one. */
  readonly macro: { readonly strict: EvaluatedFigures; readonly overlapping: EvaluatedFigures };
  /** In alphabetical order. */
  readonly categories: readonly Evaluation[];
}

/** Options of {@link evaluate}. */
export interface EvaluationOptions {
  /** Patterns of categories that are judged, such as `['id.*', 'contact.phone']`. All unless given. */
  readonly categories?: readonly string[];
  /** Patterns of categories that are not judged: those that the truth does not speak of. */
  readonly exclude?: readonly string[];
  /**
   * Categories in place of labels that the truth uses, such as `{ PERSON: 'person.name', TITLE: null }`; what is `null` is not
   * judged. A label that is not named stays as it is.
   */
  readonly labels?: Readonly<Record<string, string | null>>;
}

/** Least intersection over union of a match that is not strict. */
const minOverlap = 0.9;

function score(matched: number, found: number, truth: number): EvaluatedScores {
  const precision = found === 0 ? 0 : matched / found;
  const recall = truth === 0 ? 0 : matched / truth;
  const f = (beta2: number) =>
    matched === 0 ? 0 : ((1 + beta2) * precision * recall) / (beta2 * precision + recall);
  return { matched, precision, recall, f1: f(1), f2: f(4) };
}

function meanOf(all: readonly EvaluatedScores[]): EvaluatedFigures {
  const mean = (key: keyof EvaluatedFigures) =>
    all.length === 0 ? 0 : all.reduce((sum, one) => sum + one[key], 0) / all.length;
  return {
    precision: mean('precision'),
    recall: mean('recall'),
    f1: mean('f1'),
    f2: mean('f2'),
  };
}

/** Pairs of one file and category. Both lists are in order of their starts; a true span is taken once. */
function countMatches(
  found: readonly EvaluatedSpan[],
  truth: readonly EvaluatedSpan[],
  least: number,
) {
  const taken = new Uint8Array(truth.length);
  let matched = 0;
  let from = 0;
  for (const { start, end } of found) {
    while (from < truth.length && truth[from]!.end <= start) from += 1;
    for (let at = from; at < truth.length && truth[at]!.start < end; at += 1) {
      const one = truth[at]!;
      const both = Math.min(end, one.end) - Math.max(start, one.start);
      const either = Math.max(end, one.end) - Math.min(start, one.start);
      if (taken[at] === 0 && both / either >= least) {
        taken[at] = 1;
        matched += 1;
        break;
      }
    }
  }
  return matched;
}

interface Count {
  found: number;
  truth: number;
  strict: number;
  overlapping: number;
}

function toEvaluation(category: string, count: Count): Evaluation {
  const { found, truth } = count;
  return {
    category,
    truth,
    found,
    strict: score(count.strict, found, truth),
    overlapping: score(count.overlapping, found, truth),
  };
}

/** A test of the categories that are judged. */
function compileJudges({ categories, exclude = [] }: EvaluationOptions) {
  const wanted = categories?.map(compileCategoryPattern);
  const unwanted = exclude.map(compileCategoryPattern);
  return (category: string): boolean =>
    (wanted?.some((test) => test(category)) ?? true) && !unwanted.some((test) => test(category));
}

/**
 * Compares what was found with what is true. Each finding and each true span is used once; what matches nothing is a false alarm
 * or a miss.
 *
 * @example
 * ```ts
 * import { evaluate } from '@yushu/detect/evaluate';
 *
 * const truth = [{ path: 'a', category: 'contact.phone', start: 0, end: 11 }];
 * const found = [...truth, { path: 'a', category: 'contact.phone', start: 20, end: 31 }];
 * const { precision, recall } = evaluate(found, truth).overall.strict;
 * console.log(precision, recall); // 0.5 1
 * ```
 */
export function evaluate(
  found: Iterable<EvaluatedSpan>,
  truth: Iterable<EvaluatedSpan>,
  options: EvaluationOptions = {},
): EvaluationReport {
  const judges = compileJudges(options);
  const labels = new Map(Object.entries(options.labels ?? {}));
  const categories = new Map<string, Map<string, [EvaluatedSpan[], EvaluatedSpan[]]>>();
  const add = (spans: Iterable<EvaluatedSpan>, side: 0 | 1) => {
    for (const span of spans) {
      const named = side === 1 ? labels.get(span.category) : undefined;
      if (named === null) continue;
      const category = named ?? span.category;
      if (!judges(category)) continue;
      const files =
        categories.get(category) ?? new Map<string, [EvaluatedSpan[], EvaluatedSpan[]]>();
      categories.set(category, files);
      const sides: [EvaluatedSpan[], EvaluatedSpan[]] = files.get(span.path) ?? [[], []];
      files.set(span.path, sides);
      sides[side].push(span);
    }
  };
  add(found, 0);
  add(truth, 1);

  const total: Count = { found: 0, truth: 0, strict: 0, overlapping: 0 };
  const evaluations: Evaluation[] = [];
  for (const [category, files] of [...categories].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const own: Count = { found: 0, truth: 0, strict: 0, overlapping: 0 };
    for (const [inFile, trueInFile] of files.values()) {
      const byStart = (a: EvaluatedSpan, b: EvaluatedSpan) => a.start - b.start || a.end - b.end;
      inFile.sort(byStart);
      trueInFile.sort(byStart);
      own.found += inFile.length;
      own.truth += trueInFile.length;
      own.strict += countMatches(inFile, trueInFile, 1);
      own.overlapping += countMatches(inFile, trueInFile, minOverlap);
    }
    for (const key of ['found', 'truth', 'strict', 'overlapping'] as const) total[key] += own[key];
    evaluations.push(toEvaluation(category, own));
  }
  const spoken = evaluations.filter((one) => one.truth > 0);
  return {
    overall: toEvaluation('all', total),
    macro: {
      strict: meanOf(spoken.map((one) => one.strict)),
      overlapping: meanOf(spoken.map((one) => one.overlapping)),
    },
    categories: evaluations,
  };
}
