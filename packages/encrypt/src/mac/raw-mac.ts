/**
 * Message authentication, below keysets.
 *
 * @module
 */
import type { KeyType } from '../key-types/key-type.ts';

/** Tags under one key. */
export interface RawMac {
  /** The tag of data, without the prefix that names the key. */
  compute(data: Uint8Array): Uint8Array;
}

/** A key type that makes tags. */
export interface MacKeyType extends KeyType {
  /** The algorithm under a serialised key. */
  open(value: Uint8Array): RawMac;
}
