/**
 * The ledger: every official and every peer's vector suite in the repository, counted.
 *
 * @module
 */

/** How a suite of vectors ended. */
export interface LedgerCount {
  /** Vectors whose result is the expected one. */
  readonly passed: number;
  /** All vectors of the suite, the skipped ones too. */
  readonly total: number;
  /** Vectors that this package does not claim to handle. */
  readonly skipped: number;
}

/** One suite of vectors, as a `packages/<package>/test/ledger/<name>.ledger.ts` exports it in its list `suites`. */
export interface LedgerSuite {
  /** `<package>/<suite>`, such as `gm/sm4-gcm-rfc8998`. */
  readonly suite: string;
  /** Where the vectors are from: document and section, or project and file. */
  readonly source: string;
  /** How many vectors passed when the suite was last changed: fewer than these fails the ledger. */
  readonly pinned: number;
  /** Runs every vector. Counts a vector that fails, and throws only where the suite itself cannot run. */
  run(): LedgerCount | Promise<LedgerCount>;
}
