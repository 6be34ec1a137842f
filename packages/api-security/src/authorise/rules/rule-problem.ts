/** One thing that is wrong with a document of rules. */
export interface RuleProblem {
  /** RFC 6901 JSON Pointer to the place. */
  readonly pointer: string;
  /** What is wrong. Never a value of the document. */
  readonly message: string;
}

/** Where a problem is reported while rules are read. */
export type ReportProblem = (pointer: string, message: string) => undefined;
