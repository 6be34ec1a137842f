import type { DocumentSummary } from '../audit/summary.ts';

/** Takes a document in pieces and gives another in pieces: the same for any chunking. */
export interface DocumentRewriter {
  /** Takes the next piece, and gives what is final now. */
  push(chunk: string): string;
  /** Ends the document, and gives the rest. */
  end(): string;
  /** What has been done so far. */
  summary(): DocumentSummary;
}
