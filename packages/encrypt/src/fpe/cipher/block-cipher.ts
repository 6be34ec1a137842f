/**
 * The block cipher behind format-preserving encryption.
 *
 * @module
 */

/** A block cipher with a 128-bit block under one key, in the forward direction: FF1 needs no other. */
export interface BlockCipher {
  /** Encrypts each block of 16 bytes on its own, in place. The length is a multiple of 16. */
  encryptBlocks(blocks: Uint8Array): void;
  /**
   * Encrypts one block in place, given as four big-endian words. Only for speed: without it, `encryptBlocks` does it.
   */
  encryptWords?(words: Int32Array): void;
}

/** Makes a block cipher of a key, such as `createAesBlockCipher`, or one of SM4. */
export type BlockCipherFactory = (key: Uint8Array) => BlockCipher;

/** Encrypts one block of four big-endian words in place. */
export type EncryptWords = (words: Int32Array) => void;

/** The cipher's own `encryptWords`, or one over `encryptBlocks`. */
export function encryptWordsOf(cipher: BlockCipher): EncryptWords {
  if (cipher.encryptWords !== undefined) return (words) => cipher.encryptWords?.(words);
  const block = new Uint8Array(16);
  const view = new DataView(block.buffer);
  return (words) => {
    for (let index = 0; index < 4; index += 1) view.setInt32(index * 4, words[index]!);
    cipher.encryptBlocks(block);
    for (let index = 0; index < 4; index += 1) words[index] = view.getInt32(index * 4);
  };
}
