/** One thing that is wrong with a policy document. */
export interface PolicyProblem {
  /** RFC 6901 JSON Pointer to the place. */
  readonly pointer: string;
  /** What is wrong. Never a value of the document. */
  readonly message: string;
  /** What may stand there: key names, or a description of the value. */
  readonly expected: readonly string[];
}

/** Where a problem is reported while a document is read. */
export type ReportProblem = (
  pointer: string,
  message: string,
  expected: readonly string[],
) => undefined;
