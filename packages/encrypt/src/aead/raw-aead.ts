/**
 * An algorithm of authenticated encryption, below keysets.
 *
 * @module
 */

/** Authenticated encryption under one key, without the prefix that names the key. */
export interface RawAead {
  /** Bytes that a sealed text is longer than its plaintext. */
  readonly overhead: number;
  /** How many messages one key may seal. */
  readonly maxMessages: number;
  /** Writes `plaintext.length + overhead` bytes into `out` from `offset`. */
  seal(plaintext: Uint8Array, associatedData: Uint8Array, out: Uint8Array, offset: number): void;
  /** The plaintext, or `undefined` where the sealed text is not authentic. `sealed` may have any length. */
  open(sealed: Uint8Array, associatedData: Uint8Array): Uint8Array | undefined;
}

/** Fills the bytes of a view with fresh randomness. */
export type FillRandom = (out: Uint8Array, offset: number, length: number) => void;
