/**
 * Finds where records end, looking at each character once, wherever the chunks are cut.
 *
 * @module
 */
export interface Framer {
  /**
   * Position in `chunk` after the record that goes on at `from`, or -1 where the chunk ends first. It may be `from` itself, where
   * the record ended before and only the next character could tell. After a record the framer stands at the beginning of the next.
   */
  next(chunk: string, from: number): number;
}
