/**
 * AES by noble.
 *
 * @module
 */
import { cbc, ecb } from '@noble/ciphers/aes.js';
import type { BlockModes } from './block-modes.ts';

/** JavaScript's. */
export const blockModes: BlockModes = {
  encryptCbc: (key, iv, plaintext) => cbc(key, iv).encrypt(plaintext),
  decryptCbc(key, iv, ciphertext) {
    const cipher = cbc(key, iv);
    try {
      return cipher.decrypt(ciphertext);
    } catch {
      return undefined;
    }
  },
  transformBlocks(key, blocks, decrypt) {
    const cipher = ecb(key, { disablePadding: true });
    return decrypt ? cipher.decrypt(blocks) : cipher.encrypt(blocks);
  },
};
