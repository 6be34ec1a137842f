import type { RandomBytes } from '@yushu/core';
import { concatBytes } from '../bytes/concat-bytes.ts';
import { drawBytes } from '../bytes/draw-bytes.ts';
import { type MessageInput, readBytes, readExactBytes, readMessage } from '../bytes/read-input.ts';
import { openError } from '../errors.ts';
import { sm4BlockBytes } from './sm4-schedule.ts';

/**
 * Encryption without authentication under one SM4 key: whoever can change the ciphertext can change the text. For formats that
 * prescribe it; otherwise take an AEAD. The key is in no property of the object.
 */
export interface Sm4Cipher {
  /** Its name in standards and records. */
  readonly algorithm: 'SM4-CBC' | 'SM4-CTR';
  /**
   * Encrypts under a random IV and gives IV ‖ ciphertext.
   *
   * @throws {DataSecurityError} `ERR_GM_INPUT`, `ERR_GM_RANDOM`
   */
  encrypt(plaintext: MessageInput): Uint8Array;
  /**
   * Decrypts IV ‖ ciphertext.
   *
   * @throws {DataSecurityError} `ERR_GM_OPEN` for bad lengths and bad padding alike; `ERR_GM_INPUT` for wrong types
   */
  decrypt(encrypted: Uint8Array): Uint8Array;
  /**
   * Encrypts under an IV of yours, 16 bytes. For CBC it must be unpredictable; for CTR it is the first counter block, and no block
   * of it may ever be used twice.
   *
   * @throws {DataSecurityError} `ERR_GM_INPUT`
   */
  encryptWithIv(iv: Uint8Array, plaintext: MessageInput): Uint8Array;
  /**
   * Decrypts ciphertext under its IV.
   *
   * @throws {DataSecurityError} `ERR_GM_OPEN` for bad lengths and bad padding alike; `ERR_GM_INPUT` for wrong types
   */
  decryptWithIv(iv: Uint8Array, ciphertext: Uint8Array): Uint8Array;
}

/** A mode by itself. */
export interface CipherMode {
  readonly algorithm: Sm4Cipher['algorithm'];
  encrypt(iv: Uint8Array, plaintext: Uint8Array): Uint8Array;
  /** The plaintext, or undefined. */
  decrypt(iv: Uint8Array, ciphertext: Uint8Array): Uint8Array | undefined;
}

export function buildCipher(mode: CipherMode, random: RandomBytes | undefined): Sm4Cipher {
  const decrypt = (iv: Uint8Array, ciphertext: Uint8Array): Uint8Array => {
    const plaintext = mode.decrypt(iv, ciphertext);
    if (plaintext === undefined) throw openError();
    return plaintext;
  };
  return {
    algorithm: mode.algorithm,
    encrypt(plaintext) {
      const message = readMessage(plaintext, 'plaintext');
      const iv = drawBytes(sm4BlockBytes, random);
      return concatBytes(iv, mode.encrypt(iv, message));
    },
    decrypt(encrypted) {
      const bytes = readBytes(encrypted, 'encrypted');
      if (bytes.length < sm4BlockBytes) throw openError();
      return decrypt(bytes.subarray(0, sm4BlockBytes), bytes.subarray(sm4BlockBytes));
    },
    encryptWithIv(iv, plaintext) {
      return mode.encrypt(
        readExactBytes(iv, sm4BlockBytes, 'iv'),
        readMessage(plaintext, 'plaintext'),
      );
    },
    decryptWithIv(iv, ciphertext) {
      readExactBytes(iv, sm4BlockBytes, 'iv');
      return decrypt(iv, readBytes(ciphertext, 'ciphertext'));
    },
  };
}
