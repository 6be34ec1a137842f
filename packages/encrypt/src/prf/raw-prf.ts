/** A pseudo-random function under one key. */
export interface RawPrf {
  /** The longest output. */
  readonly maxBytes: number;
  /** The first `length` bytes of the output. */
  compute(input: Uint8Array, length: number): Uint8Array;
}
