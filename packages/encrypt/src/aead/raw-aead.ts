/**
 * An algorithm of authenticated encryption, below keysets.
 *
 * @module
 */
import type { KeyType } from '../key-types/key-type.ts';

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

/** A key type that encrypts. */
export interface AeadKeyType extends KeyType {
  /** The algorithm under a serialised key. */
  open(value: Uint8Array, fillRandom: FillRandom): RawAead;
}

/** A one-shot cipher of noble's: throws where a tag is wrong. */
interface OneShotCipher {
  encrypt(plaintext: Uint8Array): Uint8Array;
  decrypt(sealed: Uint8Array): Uint8Array;
}

/**
 * Random nonce ‖ ciphertext ‖ tag over a one-shot cipher.
 *
 * @param create - The cipher of a nonce and associated data.
 */
export function nonceAead(
  nonceBytes: number,
  maxMessages: number,
  fillRandom: FillRandom,
  create: (nonce: Uint8Array, associatedData: Uint8Array) => OneShotCipher,
): RawAead {
  const overhead = nonceBytes + 16;
  return {
    overhead,
    maxMessages,
    seal(plaintext, associatedData, out, offset) {
      const nonce = new Uint8Array(nonceBytes);
      fillRandom(nonce, 0, nonceBytes);
      out.set(nonce, offset);
      out.set(create(nonce, associatedData).encrypt(plaintext), offset + nonceBytes);
    },
    open(sealed, associatedData) {
      if (sealed.length < overhead) return undefined;
      try {
        const cipher = create(sealed.slice(0, nonceBytes), associatedData);
        return cipher.decrypt(sealed.subarray(nonceBytes));
      } catch {
        return undefined;
      }
    },
  };
}
