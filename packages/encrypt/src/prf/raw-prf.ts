/**
 * A pseudo-random function, below keysets.
 *
 * @module
 */
import type { KeyType } from '../key-types/key-type.ts';

/** A pseudo-random function under one key. */
export interface RawPrf {
  /** The longest output. */
  readonly maxBytes: number;
  /** The first `length` bytes of the output. */
  compute(input: Uint8Array, length: number): Uint8Array;
}

/** A key type that is a pseudo-random function. */
export interface PrfKeyType extends KeyType {
  /** The function under a serialised key. */
  open(value: Uint8Array): RawPrf;
}
