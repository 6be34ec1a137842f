/**
 * How well a scanner did against a truth: precision, recall, F1 and F2, by category and overall, for exact spans and for spans
 * that overlap by nine tenths.
 *
 * @module
 */

/** A span of a category in a file: one line of a truth file, or of `yushu scan --format jsonl`. */
export interface EvaluatedSpan {
  readonly path: string;
  readonly category: string;
  /** UTF-16 code units of the decoded file. */
  readonly start: number;
  readonly end: number;
}

/** Counts and figures of one way of matching. */
export interface EvaluatedScores {
  /** Pairs of a finding and a truth, each used once. */
  readonly matched: number;
  /** Matched over found, 0 to 1; 0 where nothing was found. */
  readonly precision: number;
  /** Matched over true, 0 to 1; 0 where nothing is true. */
  readonly recall: number;
  /** Harmonic mean of both. */
  readonly f1: number;
  /** The same with recall counted four times, as a leak costs more than a false alarm (van Rijsbergen's F with beta 2). */
  readonly f2: number;
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
  /** All judged categories together; its category is `all`. */
  readonly overall: Evaluation;
  /** In alphabetical order. */
  readonly categories: readonly Evaluation[];
}

/** Options of {@link evaluate}. */
export interface EvaluationOptions {
  /** Whether a category is judged; those that the truth does not speak of should not be. All unless given. */
  readonly judges?: (category: string) => boolean;
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

/**
 * Compares what was found with what is true.
 *
 * @example
 * ```ts
 * import { evaluate } from '@yushu/testkit';
 *
 * const truth = [{ path: 'a', category: 'contact.phone', start: 0, end: 11 }];
 * const found = [...truth, { path: 'a', category: 'contact.phone', start: 20, end: 31 }];
 * console.log(evaluate(found, truth).overall.strict.precision); // 0.5
 * ```
 */
export function evaluate(
  found: readonly EvaluatedSpan[],
  truth: readonly EvaluatedSpan[],
  options: EvaluationOptions = {},
): EvaluationReport {
  const { judges = () => true } = options;
  const categories = new Map<string, Map<string, [EvaluatedSpan[], EvaluatedSpan[]]>>();
  const add = (spans: readonly EvaluatedSpan[], side: 0 | 1) => {
    for (const span of spans) {
      if (!judges(span.category)) continue;
      const files =
        categories.get(span.category) ?? new Map<string, [EvaluatedSpan[], EvaluatedSpan[]]>();
      categories.set(span.category, files);
      const sides: [EvaluatedSpan[], EvaluatedSpan[]] = files.get(span.path) ?? [[], []];
      files.set(span.path, sides);
      sides[side].push(span);
    }
  };
  add(found, 0);
  add(truth, 1);

  const count = { found: 0, truth: 0, strict: 0, overlapping: 0 };
  const evaluations: Evaluation[] = [];
  for (const [category, files] of [...categories].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const own = { found: 0, truth: 0, strict: 0, overlapping: 0 };
    for (const [inFile, trueInFile] of files.values()) {
      const byStart = (a: EvaluatedSpan, b: EvaluatedSpan) => a.start - b.start || a.end - b.end;
      inFile.sort(byStart);
      trueInFile.sort(byStart);
      own.found += inFile.length;
      own.truth += trueInFile.length;
      own.strict += countMatches(inFile, trueInFile, 1);
      own.overlapping += countMatches(inFile, trueInFile, minOverlap);
    }
    for (const key of ['found', 'truth', 'strict', 'overlapping'] as const) count[key] += own[key];
    evaluations.push(toEvaluation(category, own));
  }
  return { overall: toEvaluation('all', count), categories: evaluations };
}

function toEvaluation(
  category: string,
  count: { found: number; truth: number; strict: number; overlapping: number },
): Evaluation {
  const { found, truth } = count;
  return {
    category,
    truth,
    found,
    strict: score(count.strict, found, truth),
    overlapping: score(count.overlapping, found, truth),
  };
}

/** Reads JSON lines of spans; other members of a line are left alone. */
export function readSpans(lines: string): EvaluatedSpan[] {
  return lines
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const { path, category, start, end } = JSON.parse(line) as EvaluatedSpan;
      return { path, category, start, end };
    });
}
