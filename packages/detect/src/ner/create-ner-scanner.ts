import {
  type CategoryId,
  compareLikelihoods,
  compileCategoryPattern,
  DataSecurityError,
  type Evidence,
  type Finding,
  likelihoodOf,
} from '@yushu/core';
import { createScanner } from '../scanner.ts';
import type { ScannerOptions } from '../scanner-options.ts';
import { cutText } from './cut-text.ts';
import type { NerEngine, NerSpan } from './ner-engine.ts';
import { plainLabel, usualLabels } from './ner-labels.ts';

/** Options of {@link createNerScanner}. */
export interface NerScannerOptions extends ScannerOptions {
  /** Models, all of which see the text. */
  readonly engines: readonly NerEngine[];
  /** Categories of labels, beside the usual ones; `null` for a label that is to be passed over. */
  readonly labels?: Readonly<Record<string, CategoryId | null>>;
  /** How long one model may take for one piece of text, in milliseconds. Default 5,000. */
  readonly timeoutMs?: number;
  /** How many pieces are with the models at a time. Default 2. */
  readonly concurrency?: number;
}

/** A piece of text that a model gave nothing for. */
export interface NerFailure {
  readonly engine: string;
  readonly reason: 'timeout' | 'error' | 'invalid' | 'aborted';
  readonly start: number;
  readonly end: number;
}

/** Findings of rules and models together. */
export interface NerReport {
  readonly findings: readonly Finding[];
  /** Whether all models saw all of the text. The rules always do. */
  readonly complete: boolean;
  readonly failures: readonly NerFailure[];
}

/** Scans with rules and with models. Made by {@link createNerScanner}. */
export interface NerScanner {
  /** Never rejects because of a model: what a model did not see is told in `failures`, and the rules' findings are there all the same. */
  inspect(text: string, options?: { readonly signal?: AbortSignal }): Promise<NerReport>;
}

const longestPiece = 4000;
/** What two pieces share, so that no entity is cut by both. */
const overlap = 200;

const logOddsOf = (score: number): number => {
  const bounded = Math.min(0.9999, Math.max(0.0001, score));
  return Math.log(bounded / (1 - bounded));
};

/**
 * Makes a scanner that asks models of your own beside the rules. Their spans join the evidence: a name that rules held possible and a
 * model is sure of becomes likely, and a model's span that a check digit speaks against loses.
 *
 * @throws {DataSecurityError} `ERR_DETECT_OPTIONS` where an option has no such value.
 *
 * @example
 * ```ts
 * import { createNerScanner } from '@yushu/detect/ner';
 *
 * const engine = {
 *   id: 'my-model',
 *   recognize: async (text: string) => {
 *     const start = text.indexOf('Ravindra');
 *     return start < 0 ? [] : [{ start, end: start + 8, label: 'B-PER', score: 0.97 }];
 *   },
 * };
 * const scanner = createNerScanner({ engines: [engine] });
 * const { findings, complete } = await scanner.inspect('ask Ravindra about 13800138000');
 * console.log(findings.map(({ category }) => category), complete); // [ 'person.name', 'contact.phone' ] true
 * ```
 */
export function createNerScanner(options: NerScannerOptions): NerScanner {
  const {
    engines,
    labels = {},
    timeoutMs = 5000,
    concurrency = 2,
    minLikelihood = 'likely',
    ...rest
  } = options;
  if (!(timeoutMs > 0) || !(concurrency >= 1)) {
    throw new DataSecurityError(
      'ERR_DETECT_OPTIONS',
      'timeoutMs and concurrency must be positive',
      {
        hint: 'Give a time in milliseconds, and a concurrency of 1 or more.',
        details: { timeoutMs, concurrency },
      },
    );
  }
  // What rules hold hardly likely may become likely together with a model.
  const rules = createScanner({ ...rest, minLikelihood: 'very_unlikely' });
  const reports = reportedOf(rest);
  const categoryOf = (label: string): CategoryId | undefined => {
    const plain = plainLabel(label);
    const own = labels[label] === undefined ? labels[plain] : labels[label];
    return own === null ? undefined : (own ?? usualLabels[plain]);
  };

  return {
    async inspect(text, { signal } = {}) {
      const failures: NerFailure[] = [];
      const found: Finding[] = [];
      const jobs = engines.flatMap((engine) =>
        cutText(text, engine.maxLength ?? longestPiece, overlap).map(
          ([start, end]) =>
            async (): Promise<void> => {
              const piece = text.slice(start, end);
              const answer = await ask(engine, piece, timeoutMs, signal);
              if (typeof answer === 'string') {
                failures.push({ engine: engine.id, reason: answer, start, end });
                return;
              }
              for (const span of answer) {
                const category = categoryOf(span.label);
                if (category === undefined || !reports(category)) continue;
                const value = piece.slice(span.start, span.end);
                if (options.allow?.(value, category) === true) continue;
                found.push(toFinding(engine, span, category, start));
              }
            },
        ),
      );
      await runAll(jobs, concurrency);
      const findings = merge([...rules.scan(text)], found).filter(
        ({ likelihood }) => compareLikelihoods(likelihood, minLikelihood) >= 0,
      );
      failures.sort((a, b) => a.start - b.start);
      return { findings, complete: failures.length === 0, failures };
    },
  };
}

function reportedOf({ categories, exclude = [] }: ScannerOptions): (category: string) => boolean {
  const wanted = categories?.map((pattern) => compileCategoryPattern(pattern));
  const unwanted = exclude.map((pattern) => compileCategoryPattern(pattern));
  return (category) =>
    (wanted?.some((test) => test(category)) ?? true) && !unwanted.some((test) => test(category));
}

function toFinding(
  engine: NerEngine,
  { start, end, score }: NerSpan,
  category: CategoryId,
  origin: number,
): Finding {
  const evidence: Evidence = { kind: 'model', weight: logOddsOf(score), detail: engine.id };
  return {
    category,
    detector: `ner.${engine.id}`,
    span: { start: origin + start, end: origin + end },
    score,
    likelihood: likelihoodOf(score),
    evidence: [evidence],
  };
}

/** Asks a model, and makes sure of what it says. */
async function ask(
  engine: NerEngine,
  piece: string,
  timeoutMs: number,
  outer: AbortSignal | undefined,
): Promise<readonly NerSpan[] | NerFailure['reason']> {
  if (outer?.aborted === true) return 'aborted';
  const controller = new AbortController();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let stop: (() => void) | undefined;
  try {
    const ended = new Promise<'timeout' | 'aborted'>((resolve) => {
      timer = setTimeout(() => resolve('timeout'), timeoutMs);
      stop = () => resolve('aborted');
      outer?.addEventListener('abort', stop, { once: true });
    });
    // An engine may throw before it gives a promise.
    const work = Promise.resolve().then(() =>
      engine.recognize(piece, { signal: controller.signal }),
    );
    const answer = await Promise.race([work.catch(() => 'error' as const), ended]);
    if (typeof answer === 'string') return answer;
    return isValid(answer, piece.length) ? answer : 'invalid';
  } finally {
    clearTimeout(timer);
    if (stop !== undefined) outer?.removeEventListener('abort', stop);
    controller.abort();
  }
}

function isValid(spans: unknown, length: number): spans is readonly NerSpan[] {
  return (
    Array.isArray(spans) &&
    spans.every((span: Partial<NerSpan> | null) => {
      const { start, end, label, score } = span ?? {};
      return (
        Number.isInteger(start) &&
        Number.isInteger(end) &&
        start! >= 0 &&
        start! < end! &&
        end! <= length &&
        typeof label === 'string' &&
        typeof score === 'number' &&
        score >= 0 &&
        score <= 1
      );
    })
  );
}

async function runAll(jobs: readonly (() => Promise<void>)[], concurrency: number): Promise<void> {
  let next = 0;
  const work = async (): Promise<void> => {
    while (next < jobs.length) {
      const job = jobs[next]!;
      next += 1;
      await job();
    }
  };
  await Promise.all(Array.from({ length: Math.min(concurrency, jobs.length) }, work));
}

const oddsOf = ({ evidence }: Finding): number =>
  evidence.reduce((sum, { weight }) => sum + weight, 0);

/** Joins what overlaps: of one category, reasons add up; of two, the stronger stays. */
function merge(rules: readonly Finding[], models: readonly Finding[]): Finding[] {
  const all = [...rules, ...models].sort(
    (a, b) => a.span.start - b.span.start || b.span.end - a.span.end,
  );
  const merged: Finding[] = [];
  for (const finding of all) {
    const before = merged.at(-1);
    if (before === undefined || before.span.end <= finding.span.start) merged.push(finding);
    else if (before.category === finding.category)
      merged[merged.length - 1] = join(before, finding);
    else if (oddsOf(finding) > oddsOf(before)) merged[merged.length - 1] = finding;
  }
  return merged;
}

function join(a: Finding, b: Finding): Finding {
  const [first, second] = oddsOf(a) >= oddsOf(b) ? [a, b] : [b, a];
  const known = new Set(first.evidence.map(({ kind, detail }) => `${kind} ${detail ?? ''}`));
  // Two pieces of text share a stretch: one model says the same thing twice there.
  const more = second.evidence.filter(({ kind, detail }) => !known.has(`${kind} ${detail ?? ''}`));
  const evidence = [...first.evidence, ...more];
  const odds = evidence.reduce((sum, { weight }) => sum + weight, 0);
  const score = Math.round((1 / (1 + Math.exp(-odds))) * 10_000) / 10_000;
  return { ...first, score, likelihood: likelihoodOf(score), evidence };
}
