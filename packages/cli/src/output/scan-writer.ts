import type { Likelihood } from '@yushu/core';
import type { InputProblem } from '../input/input-problem.ts';
import type { ReportData } from '../report/report-data.ts';
import type { FileFinding, ScannedFile } from '../scan/file-finding.ts';

/** Writes the outcome of a scan in one format, as it comes. Each method gives the text to write now. */
export interface ScanWriter {
  /** What is written before all else. */
  begin(): string;
  /** A finding. Findings of one file come one after the other. */
  addFinding(finding: FileFinding): string;
  /** A file was read to its end. */
  endFile(file: ScannedFile): string;
  /** A problem, for formats that hold problems; all are named on standard error as well. */
  addProblem(problem: InputProblem): void;
  /** What is written after all else. */
  end(report: ReportData): string | Promise<string>;
}

/** What a writer has to know of the scan. */
export interface ScanWriterOptions {
  readonly version: string;
  readonly minLikelihood: Likelihood;
  /** Whether the output is a terminal with colours. */
  readonly hasColours: boolean;
}
