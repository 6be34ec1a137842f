/**
 * The modes of AES that older formats are made of, by the platform: `block-modes-node.ts` is node:crypto,
 * `block-modes-default.ts` is noble; `#block-modes` in package.json picks one. Apart from the rest of the platform, so that
 * who does not read such formats does not load them.
 *
 * @module
 */

/** AES without authentication; a key has 16, 24 or 32 bytes. */
export interface BlockModes {
  /** CBC (NIST SP 800-38A section 6.2) with the padding of RFC 5652 section 6.3. */
  encryptCbc(key: Uint8Array, iv: Uint8Array, plaintext: Uint8Array): Uint8Array;
  /** The plaintext, or `undefined` where length or padding are none. */
  decryptCbc(key: Uint8Array, iv: Uint8Array, ciphertext: Uint8Array): Uint8Array | undefined;
  /** Whole blocks of 16 bytes, each by itself. */
  transformBlocks(key: Uint8Array, blocks: Uint8Array, decrypt: boolean): Uint8Array;
}
