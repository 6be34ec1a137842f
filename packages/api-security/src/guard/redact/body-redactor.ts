/** Rewrites a body as its bytes come. What could not be looked at is an error, and no bytes. */
export interface BodyRedactor {
  /** What can be given out now. */
  push(chunk: Uint8Array): Uint8Array;
  /** What is left. */
  end(): Uint8Array;
}
