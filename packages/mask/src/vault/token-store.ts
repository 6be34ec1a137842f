/**
 * The port through which a token vault keeps its entries.
 *
 * @module
 */

/** What a store keeps: nothing of it tells the value without the keys. */
export interface TokenEntry {
  /** What stands in the place of the value; unique. */
  readonly token: string;
  /** Keyed fingerprint of the value and its place; unique. */
  readonly fingerprint: string;
  /** The value, encrypted and bound to the token. */
  readonly sealed: string;
}

/** Keeps entries. Every method may do I/O; errors of a driver come through as they are. */
export interface TokenStore {
  /**
   * Adds the entry unless there is one of its fingerprint, and gives the one that is there afterwards. Of several at once for one
   * fingerprint, all get the same.
   */
  putIfAbsent(entry: TokenEntry): Promise<TokenEntry>;
  /** The entry of a token. */
  find(token: string): Promise<TokenEntry | undefined>;
  /** Deletes the entry of a token; whether there was one. */
  delete(token: string): Promise<boolean>;
}
