/**
 * AES-XTS: encryption of storage, without authentication.
 *
 * @module
 */
import { isDataSecurityError } from '@yushu/core';
import { createInsecureXts, type XtsTweak } from '@yushu/gm/insecure';
import { blockModes } from '#block-modes';
import { platform } from '#platform';
import { copyBytes } from '../bytes/copy-bytes.ts';
import { encryptError, openError } from '../errors.ts';

/** Where a data unit stands: its number, which becomes 16 little-endian bytes, or the 16 bytes of the tweak themselves. */
export type AesXtsTweak = XtsTweak;

/** Encryption of data units that may not grow, under one pair of AES keys. The keys are in no property of the object. */
export interface InsecureAesXts {
  /** Its name in standards and records. */
  readonly algorithm: 'AES-XTS';
  /**
   * Encrypts one data unit of 16 bytes to 16 MiB; the result has the same length.
   *
   * @throws {DataSecurityError} `ERR_ENCRYPT_VALUE` for another length, or a tweak out of range.
   */
  encryptUnit(tweak: AesXtsTweak, plaintext: Uint8Array): Uint8Array;
  /**
   * Decrypts one data unit. There is no tag: what was changed decrypts to something else.
   *
   * @throws {DataSecurityError} `ERR_ENCRYPT_OPEN` for a length that no unit has, `ERR_ENCRYPT_VALUE` for a tweak out of range.
   */
  decryptUnit(tweak: AesXtsTweak, ciphertext: Uint8Array): Uint8Array;
}

/** What the mode refuses, in the terms of this package. */
function inOwnTerms(run: () => Uint8Array): Uint8Array {
  try {
    return run();
  } catch (error) {
    if (isDataSecurityError(error, 'ERR_GM_OPEN')) throw openError();
    if (!isDataSecurityError(error, 'ERR_GM_INPUT')) throw error;
    const { message, hint = '', details } = error;
    throw encryptError('ERR_ENCRYPT_VALUE', message, { hint, details });
  }
}

/**
 * AES-XTS (IEEE 1619, NIST SP 800-38E), insecure: it has no tag. Whoever can write to the storage can change units, put old
 * ones back, and see which blocks at a place are what they were. Only to read and write what disks and pages of other
 * systems hold, where nothing may grow; fields, files and messages belong into an AEAD. Keys of 48 bytes, AES-192, are in
 * neither standard, but some systems use them.
 *
 * @param key - 32, 48 or 64 bytes: the key of the data, then that of the tweak, which must be another; a copy is made
 * @throws {DataSecurityError} `ERR_ENCRYPT_OPTIONS` for another length, or two halves that are the same.
 *
 * @example
 * ```ts
 * import { createInsecureAesXts } from '@yushu/encrypt/insecure';
 *
 * const key = crypto.getRandomValues(new Uint8Array(64));
 * const disk = createInsecureAesXts(key);
 * const sector = disk.encryptUnit(7, new Uint8Array(512));
 * console.log(disk.decryptUnit(7, sector).every((byte) => byte === 0)); // true
 * ```
 */
export function createInsecureAesXts(key: Uint8Array): InsecureAesXts {
  const half = key.length / 2;
  const [dataKey, tweakKey] = [copyBytes(key, 0, half), copyBytes(key, half)];
  if (![16, 24, 32].includes(half) || platform.equalBytes(dataKey, tweakKey)) {
    throw encryptError('ERR_ENCRYPT_OPTIONS', 'Not a key for AES-XTS', {
      hint: 'Join two independent AES keys of 16, 24 or 32 bytes each.',
      details: { length: key.length },
    });
  }
  const xts = createInsecureXts({
    transformBlocks: (blocks, decrypt) => blockModes.transformBlocks(dataKey, blocks, decrypt),
    encryptTweak: (block) => blockModes.transformBlocks(tweakKey, block, false),
  });
  return {
    algorithm: 'AES-XTS',
    encryptUnit: (tweak, plaintext) => inOwnTerms(() => xts.encryptUnit(tweak, plaintext)),
    decryptUnit: (tweak, ciphertext) => inOwnTerms(() => xts.decryptUnit(tweak, ciphertext)),
  };
}
