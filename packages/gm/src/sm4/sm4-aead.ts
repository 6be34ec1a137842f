import type { RandomBytes } from '@yushu/core';
import { concatBytes } from '../bytes/concat-bytes.ts';
import { drawBytes } from '../bytes/draw-bytes.ts';
import {
  type MessageInput,
  readBytes,
  readExactBytes,
  readMessage,
  readOptionalMessage,
} from '../bytes/read-input.ts';
import { inputError, openError } from '../errors.ts';

/**
 * Authenticated encryption with associated data under one SM4 key. The key is in no property of the object.
 *
 * Associated data is bound to the result but not in it: where the value stands, whose it is, which version. Texts are read as UTF-8.
 */
export interface Sm4Aead {
  /** Its name in standards and records. */
  readonly algorithm: 'SM4-GCM' | 'SM4-CCM' | 'SM4-GCM-SIV';
  /** Bytes of a nonce. */
  readonly nonceLength: number;
  /** Bytes of a tag. */
  readonly tagLength: number;
  /**
   * Encrypts under a random nonce and gives nonce ‖ ciphertext ‖ tag.
   *
   * @throws {DataSecurityError} `ERR_GM_INPUT` for wrong types, for nonces of fewer than 12 bytes, which random ones must not have,
   * and for messages above the limit of the mode; `ERR_GM_RANDOM`
   */
  seal(plaintext: MessageInput, associatedData?: MessageInput): Uint8Array;
  /**
   * Decrypts what {@link Sm4Aead.seal} gave. Nothing of the plaintext is given out before the tag is checked.
   *
   * @throws {DataSecurityError} `ERR_GM_OPEN`, the same for every failure; `ERR_GM_INPUT` for wrong types
   */
  open(sealed: Uint8Array, associatedData?: MessageInput): Uint8Array;
  /**
   * Encrypts under a nonce of yours and gives ciphertext ‖ tag. A nonce must never be used twice with a key; GCM-SIV alone survives
   * it.
   *
   * @throws {DataSecurityError} `ERR_GM_INPUT` for wrong types or lengths
   */
  sealWithNonce(
    nonce: Uint8Array,
    plaintext: MessageInput,
    associatedData?: MessageInput,
  ): Uint8Array;
  /**
   * Decrypts ciphertext ‖ tag.
   *
   * @throws {DataSecurityError} `ERR_GM_OPEN`, the same for every failure; `ERR_GM_INPUT` for wrong types or nonce lengths
   */
  openWithNonce(
    nonce: Uint8Array,
    ciphertext: Uint8Array,
    associatedData?: MessageInput,
  ): Uint8Array;
}

/** What all modes can be told. */
export interface Sm4AeadOptions {
  /** The source of nonces; the platform's generator unless given. */
  readonly random?: RandomBytes;
}

/** A mode by itself: no types to check, no nonces to draw. */
export interface AeadMode {
  readonly algorithm: Sm4Aead['algorithm'];
  readonly nonceLength: number;
  readonly tagLength: number;
  /** Ciphertext ‖ tag. */
  seal(nonce: Uint8Array, plaintext: Uint8Array, associatedData: Uint8Array): Uint8Array;
  /** The plaintext, or undefined. The ciphertext is not shorter than a tag. */
  open(
    nonce: Uint8Array,
    ciphertext: Uint8Array,
    associatedData: Uint8Array,
  ): Uint8Array | undefined;
}

/** With random nonces of this length, 2^32 messages have a chance of 2^-33 that two share one. */
const leastRandomNonceBytes = 12;

export function buildAead(mode: AeadMode, options: Sm4AeadOptions): Sm4Aead {
  const { algorithm, nonceLength, tagLength } = mode;
  const { random } = options;

  const open = (nonce: Uint8Array, ciphertext: Uint8Array, data: MessageInput | undefined) => {
    const associated = readOptionalMessage(data, 'associatedData');
    if (ciphertext.length < tagLength) throw openError();
    const plaintext = mode.open(nonce, ciphertext, associated);
    if (plaintext === undefined) throw openError();
    return plaintext;
  };
  return {
    algorithm,
    nonceLength,
    tagLength,
    seal(plaintext, associatedData) {
      if (nonceLength < leastRandomNonceBytes) {
        throw inputError(
          'A nonce this short must not be random: it would repeat',
          'Use sealWithNonce with a counter, or nonces of 12 bytes.',
          { nonceLength, least: leastRandomNonceBytes },
        );
      }
      const message = readMessage(plaintext, 'plaintext');
      const associated = readOptionalMessage(associatedData, 'associatedData');
      const nonce = drawBytes(nonceLength, random);
      return concatBytes(nonce, mode.seal(nonce, message, associated));
    },
    open(sealed, associatedData) {
      const bytes = readBytes(sealed, 'sealed');
      const nonce = bytes.subarray(0, nonceLength);
      if (nonce.length < nonceLength) throw openError();
      return open(nonce, bytes.subarray(nonceLength), associatedData);
    },
    sealWithNonce(nonce, plaintext, associatedData) {
      return mode.seal(
        readExactBytes(nonce, nonceLength, 'nonce'),
        readMessage(plaintext, 'plaintext'),
        readOptionalMessage(associatedData, 'associatedData'),
      );
    },
    openWithNonce(nonce, ciphertext, associatedData) {
      readExactBytes(nonce, nonceLength, 'nonce');
      return open(nonce, readBytes(ciphertext, 'ciphertext'), associatedData);
    },
  };
}
