/**
 * What a report is made of: plain data, that `scan` and `protect` fill and `renderReport` shows. It never holds a value that was
 * found; a preview is masked before it comes here, and only present where it was asked for.
 *
 * @module
 */
import type { ActionKind, CategoryId, Evidence, Level, Likelihood } from '@yushu/core';

/** One finding: a row of the report's table. Same places and counts as a line of `yushu scan --format jsonl`. */
export interface ReportFinding {
  /** The file, as the user named it or as it was reached from there, with `/` between its parts. */
  readonly path: string;
  /** Line, from 1. */
  readonly line: number;
  /** Column within the line, from 1, in UTF-16 code units. */
  readonly column: number;
  /** First position in the decoded file, in UTF-16 code units. */
  readonly start: number;
  /** Position after the last. */
  readonly end: number;
  readonly category: CategoryId;
  readonly level: Level;
  readonly likelihood: Likelihood;
  /** Calibrated probability, 0 to 1. */
  readonly score: number;
  /** Id of the detector, such as `cn-resident-id`. */
  readonly detector: string;
  readonly evidence: readonly Evidence[];
  /** JSON Pointer into structured input, such as `/41/phone`. */
  readonly pointer?: string;
  /** The value with all but a few characters covered. Only where the user asked for previews. */
  readonly preview?: string;
}

/** One file that was read. */
export interface ReportFile {
  readonly path: string;
  /** How many findings stand in it, those that the report does not list included. */
  readonly findings: number;
  /** Size on disk, in bytes. */
  readonly bytes?: number;
  /** What it was read as, such as `csv`, `ndjson`, `text`. */
  readonly format?: string;
  /** Name of its character encoding, such as `gb18030`. */
  readonly encoding?: string;
}

/** How many findings there are of a category at a level, those that the report does not list included. */
export interface ReportTally {
  readonly category: CategoryId;
  readonly level: Level;
  readonly findings: number;
}

/** How often the policy answered with an action for a category. */
export interface ReportAction {
  /** Absent where a rule spoke of a column or path, and nothing was found there. */
  readonly category?: CategoryId;
  readonly action: ActionKind;
  readonly count: number;
  /** Id of the key that was used. */
  readonly keyId?: string;
}

/** One thing that went wrong: a file that could not be read, a record that was withheld. */
export interface ReportProblem {
  readonly path: string;
  /** Stable code, such as `ERR_CLI_UNREADABLE`. */
  readonly code: string;
  /** What is wrong. Never text of the input. */
  readonly message: string;
  /** Line, from 1, where it is known. */
  readonly line?: number;
  /** Column, from 1, where it is known. */
  readonly column?: number;
  /** What the reader can do. */
  readonly hint?: string;
}

/** All that a report shows. */
export interface ReportData {
  readonly operation: 'scan' | 'protect';
  /** Version of the command that made it. */
  readonly version: string;
  /** When it was made, in milliseconds since 1970-01-01T00:00:00Z. */
  readonly createdAt: number;
  /** How long the work took, in milliseconds. */
  readonly durationMs?: number;
  /** Findings below this likelihood were left out. */
  readonly minLikelihood?: Likelihood;
  /** Every file that was read, in the order of reading, those without findings too. */
  readonly files: readonly ReportFile[];
  readonly tallies: readonly ReportTally[];
  /** The findings to list; may be fewer than the tallies count, where there are too many to list. */
  readonly findings: readonly ReportFinding[];
  /** Name of the policy, where one was applied and has a name. */
  readonly policyName?: string;
  /** What the policy did, for a scan what it would do; absent where no policy was given. */
  readonly actions?: readonly ReportAction[];
  /** The problems to list; may be fewer than `problemCount`. */
  readonly problems: readonly ReportProblem[];
  /** How many problems there were in all; absent where all are listed. */
  readonly problemCount?: number;
}
