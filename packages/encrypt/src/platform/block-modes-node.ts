/**
 * AES by node:crypto.
 *
 * @module
 */
import { type Cipher, createCipheriv, createDecipheriv } from 'node:crypto';
import { copyBytes } from '../bytes/copy-bytes.ts';
import type { BlockModes } from './block-modes.ts';

const run = (cipher: Cipher, input: Uint8Array): Uint8Array =>
  copyBytes(Buffer.concat([cipher.update(input), cipher.final()]));

/** OpenSSL's. */
export const blockModes: BlockModes = {
  encryptCbc: (key, iv, plaintext) =>
    run(createCipheriv(`aes-${key.length * 8}-cbc`, key, iv), plaintext),
  decryptCbc(key, iv, ciphertext) {
    const decipher = createDecipheriv(`aes-${key.length * 8}-cbc`, key, iv);
    try {
      return run(decipher, ciphertext);
    } catch {
      return undefined;
    }
  },
  transformBlocks(key, blocks, decrypt) {
    const create = decrypt ? createDecipheriv : createCipheriv;
    return run(create(`aes-${key.length * 8}-ecb`, key, null).setAutoPadding(false), blocks);
  },
};
