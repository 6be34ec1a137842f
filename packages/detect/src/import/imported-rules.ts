import type { DetectorRule } from '../custom/rule.ts';

/** A part of a rule file that could not be taken over. */
export interface ImportProblem {
  /** Id or name of the rule; empty for the file as a whole. */
  readonly rule: string;
  /** What was left out, and why. */
  readonly reason: string;
  /** Whether the whole rule was left out, and not a part of it. */
  readonly isSkipped: boolean;
}

/** What came out of a rule file. */
export interface ImportedRules {
  /** Rules for `compileDetectors`; all of them compile. */
  readonly rules: readonly DetectorRule[];
  readonly problems: readonly ImportProblem[];
}
