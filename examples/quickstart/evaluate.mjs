// packages/testkit/src/evaluate.ts without its types, made by quickstart-evaluate.test.ts beside its tests.
/**
 * How well a scanner did against a truth: precision, recall, F1 and F2, by category and overall, for exact spans and for spans
 * that overlap by nine tenths.
 *
 * @module
 */
/** Least intersection over union of a match that is not strict. */
const minOverlap = 0.9;
function score(matched, found, truth) {
  const precision = found === 0 ? 0 : matched / found;
  const recall = truth === 0 ? 0 : matched / truth;
  const f = (beta2) =>
    matched === 0 ? 0 : ((1 + beta2) * precision * recall) / (beta2 * precision + recall);
  return { matched, precision, recall, f1: f(1), f2: f(4) };
}
/** Pairs of one file and category. Both lists are in order of their starts; a true span is taken once. */
function countMatches(found, truth, least) {
  const taken = new Uint8Array(truth.length);
  let matched = 0;
  let from = 0;
  for (const { start, end } of found) {
    while (from < truth.length && truth[from].end <= start) from += 1;
    for (let at = from; at < truth.length && truth[at].start < end; at += 1) {
      const one = truth[at];
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
export function evaluate(found, truth, options = {}) {
  const { judges = () => true } = options;
  const categories = new Map();
  const add = (spans, side) => {
    for (const span of spans) {
      if (!judges(span.category)) continue;
      const files = categories.get(span.category) ?? new Map();
      categories.set(span.category, files);
      const sides = files.get(span.path) ?? [[], []];
      files.set(span.path, sides);
      sides[side].push(span);
    }
  };
  add(found, 0);
  add(truth, 1);
  const count = { found: 0, truth: 0, strict: 0, overlapping: 0 };
  const evaluations = [];
  for (const [category, files] of [...categories].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const own = { found: 0, truth: 0, strict: 0, overlapping: 0 };
    for (const [inFile, trueInFile] of files.values()) {
      const byStart = (a, b) => a.start - b.start || a.end - b.end;
      inFile.sort(byStart);
      trueInFile.sort(byStart);
      own.found += inFile.length;
      own.truth += trueInFile.length;
      own.strict += countMatches(inFile, trueInFile, 1);
      own.overlapping += countMatches(inFile, trueInFile, minOverlap);
    }
    for (const key of ['found', 'truth', 'strict', 'overlapping']) count[key] += own[key];
    evaluations.push(toEvaluation(category, own));
  }
  return { overall: toEvaluation('all', count), categories: evaluations };
}
function toEvaluation(category, count) {
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
export function readSpans(lines) {
  return lines
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const { path, category, start, end } = JSON.parse(line);
      return { path, category, start, end };
    });
}
