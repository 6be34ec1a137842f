import type { ActionKind, CategoryId } from '@yushu/core';
import type {
  ReportAction,
  ReportData,
  ReportFile,
  ReportFinding,
  ReportProblem,
  ReportTally,
} from './report-data.ts';

/** What of a {@link ReportData} does not come from counting. */
export type ReportHead = Omit<
  ReportData,
  'files' | 'tallies' | 'findings' | 'actions' | 'problems' | 'problemCount'
>;

/** Limits of a {@link ReportCollector}. */
export interface ReportCollectorOptions {
  /** Findings to list, at most; all are counted. 100 000 unless given. */
  readonly maxFindings?: number;
  /** Problems to list, at most; all are counted. 1000 unless given. */
  readonly maxProblems?: number;
}

/** Counts what it is told and keeps what can be listed, in bounded memory. */
export interface ReportCollector {
  addFinding(finding: ReportFinding): void;
  /** A file that was read; its findings are counted here, in whatever order they come. */
  addFile(file: Omit<ReportFile, 'findings'>): void;
  addProblem(problem: ReportProblem): void;
  /** Something the policy answered. `count` is 1 unless given. */
  addAction(
    action: ActionKind,
    category: CategoryId | undefined,
    keyId?: string,
    count?: number,
  ): void;
  finish(head: ReportHead): ReportData;
}

/**
 * Makes a {@link ReportCollector}, which `scan` and `protect` fill while they work.
 *
 * @example
 * ```ts
 * import { createReportCollector } from './collect-report.ts';
 *
 * const collector = createReportCollector();
 * collector.addFile({ path: 'a.csv', bytes: 120, format: 'csv' });
 * collector.addAction('mask', 'contact.phone');
 * const data = collector.finish({ operation: 'protect', version: '0.1.0', createdAt: 0 });
 * console.log(data.actions); // [ { action: 'mask', category: 'contact.phone', count: 1 } ]
 * ```
 */
export function createReportCollector(options: ReportCollectorOptions = {}): ReportCollector {
  const { maxFindings = 100_000, maxProblems = 1000 } = options;
  const findings: ReportFinding[] = [];
  const problems: ReportProblem[] = [];
  const files = new Map<string, Omit<ReportFile, 'findings'>>();
  const findingsOfFile = new Map<string, number>();
  const tallies = new Map<string, { tally: Omit<ReportTally, 'findings'>; findings: number }>();
  const actions = new Map<string, { action: Omit<ReportAction, 'count'>; count: number }>();
  let problemCount = 0;

  return {
    addFinding(finding) {
      if (findings.length < maxFindings) findings.push(finding);
      const { path, category, level } = finding;
      findingsOfFile.set(path, (findingsOfFile.get(path) ?? 0) + 1);
      const key = `${level} ${category}`;
      const entry = tallies.get(key);
      if (entry === undefined) tallies.set(key, { tally: { category, level }, findings: 1 });
      else entry.findings += 1;
    },
    addFile(file) {
      files.set(file.path, file);
    },
    addProblem(problem) {
      problemCount += 1;
      if (problems.length < maxProblems) problems.push(problem);
    },
    addAction(action, category, keyId, count = 1) {
      const key = `${action} ${category ?? ''} ${keyId ?? ''}`;
      const entry = actions.get(key);
      if (entry !== undefined) {
        entry.count += count;
        return;
      }
      actions.set(key, {
        action: {
          action,
          ...(category === undefined ? {} : { category }),
          ...(keyId === undefined ? {} : { keyId }),
        },
        count,
      });
    },
    finish(head) {
      for (const path of findingsOfFile.keys()) if (!files.has(path)) files.set(path, { path });
      return {
        ...head,
        files: [...files.values()].map((file) => ({
          ...file,
          findings: findingsOfFile.get(file.path) ?? 0,
        })),
        tallies: [...tallies.values()].map(({ tally, findings }) => ({ ...tally, findings })),
        findings,
        ...(head.operation === 'protect' || actions.size > 0
          ? { actions: [...actions.values()].map(({ action, count }) => ({ ...action, count })) }
          : {}),
        problems,
        ...(problemCount > problems.length ? { problemCount } : {}),
      };
    },
  };
}
