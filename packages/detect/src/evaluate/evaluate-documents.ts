import {
  type EvaluatedSpan,
  type EvaluationOptions,
  type EvaluationReport,
  evaluate,
} from './evaluate.ts';

/** A text and what is sensitive in it. */
export interface EvaluatedDocument {
  /** Name for reports; its place in the list unless given. */
  readonly id?: string;
  readonly text: string;
  /** Spans in UTF-16 code units of `text`. Empty for a clean document. */
  readonly spans: readonly {
    readonly category: string;
    readonly start: number;
    readonly end: number;
  }[];
}

/** What {@link evaluateDocuments} gives beside the figures of the spans. */
export interface DocumentsReport extends EvaluationReport {
  /** How many documents there were. */
  readonly documents: number;
  /** Documents with no span of a judged category. */
  readonly clean: number;
  /** Clean documents in which something was found all the same. */
  readonly falseAlarms: number;
}

/** What finds: `(text) => scanner.scan(text)`, or a scanner of somebody else. */
export type FindSpans = (text: string) => Iterable<{
  readonly category: string;
  readonly span: { readonly start: number; readonly end: number };
}>;

/**
 * Scans documents whose truth is known, and compares.
 *
 * @example
 * ```ts
 * import { createScanner } from '@yushu/detect';
 * import { evaluateDocuments } from '@yushu/detect/evaluate';
 *
 * const scanner = createScanner();
 * const report = evaluateDocuments(
 *   [
 *     { text: '请联系 13800138000', spans: [{ category: 'contact.phone', start: 4, end: 15 }] },
 *     { text: '今天天气不错', spans: [] },
 *   ],
 *   (text) => scanner.scan(text),
 * );
 * console.log(report.overall.strict.f1, report.falseAlarms); // 1 0
 * ```
 */
export function evaluateDocuments(
  documents: readonly EvaluatedDocument[],
  find: FindSpans,
  options: EvaluationOptions = {},
): DocumentsReport {
  const truth: EvaluatedSpan[] = [];
  const found: EvaluatedSpan[] = [];
  for (const [index, { text, spans }] of documents.entries()) {
    const path = String(index);
    for (const { category, start, end } of spans) truth.push({ path, category, start, end });
    for (const { category, span } of find(text)) {
      found.push({ path, category, start: span.start, end: span.end });
    }
  }
  const report = evaluate(found, truth, options);
  const { clean, falseAlarms } = countFalseAlarms(documents.length, found, truth, options);
  return { ...report, documents: documents.length, clean, falseAlarms };
}

function countFalseAlarms(
  documents: number,
  found: readonly EvaluatedSpan[],
  truth: readonly EvaluatedSpan[],
  options: EvaluationOptions,
) {
  const alarmed = new Set<string>();
  const sensitive = new Set<string>();
  // What is judged is decided in one place: a span on its own either counts or does not.
  const judged = new Map<string, boolean>();
  const counts = (span: EvaluatedSpan, isTrue: boolean): boolean => {
    const key = `${isTrue ? 1 : 0}${span.category}`;
    let answer = judged.get(key);
    if (answer === undefined) {
      const { overall } = isTrue ? evaluate([], [span], options) : evaluate([span], [], options);
      answer = overall.found + overall.truth > 0;
      judged.set(key, answer);
    }
    return answer;
  };
  for (const span of truth) if (counts(span, true)) sensitive.add(span.path);
  for (const span of found) {
    if (counts(span, false) && !sensitive.has(span.path)) alarmed.add(span.path);
  }
  return { clean: documents - sensitive.size, falseAlarms: alarmed.size };
}
