import type { ActionKind } from '@yushu/core';
import type { InputProblem } from '../input/input-problem.ts';
import type { ReportFile, ReportFinding } from '../report/report-data.ts';

/** A finding in a file, and what a policy would do with it. */
export interface FileFinding extends ReportFinding {
  /** Line of its end, from 1. */
  readonly endLine: number;
  /** Column after its last character, from 1. */
  readonly endColumn: number;
  /** What the policy says, where one was given. */
  readonly action?: ActionKind;
  /** Index of its rule, or `default`. */
  readonly rule?: number | 'default';
}

/** What a scan gives, piece by piece. */
export interface ScanBatch {
  readonly findings: readonly FileFinding[];
  readonly problems: readonly InputProblem[];
}

/** What is known of a file when all of it was read. */
export type ScannedFile = Omit<ReportFile, 'findings'>;
