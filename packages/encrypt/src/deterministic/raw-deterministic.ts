/**
 * Deterministic encryption, below keysets.
 *
 * @module
 */
import type { KeyType } from '../key-types/key-type.ts';

/** Deterministic encryption under one key, without the prefix that names the key. */
export interface RawDeterministic {
  /** Encrypts. */
  seal(plaintext: Uint8Array, associatedData: Uint8Array): Uint8Array;
  /** The plaintext, or `undefined` where the sealed text is not authentic. */
  open(sealed: Uint8Array, associatedData: Uint8Array): Uint8Array | undefined;
}

/** A key type that encrypts deterministically. */
export interface DeterministicKeyType extends KeyType {
  /** The algorithm under a serialised key. */
  open(value: Uint8Array): RawDeterministic;
}
