/**
 * AES-256 over many blocks at once: the pseudo-random function behind every place, sign and code symbol.
 *
 * @module
 */
import { ecb } from '@noble/ciphers/aes.js';

/** Encrypts each block of 16 bytes on its own, and gives the result in a new array. */
export type EncryptBlocks = (blocks: Uint8Array) => Uint8Array;

/** The part of node:crypto that is used here. */
interface NativeCrypto {
  createCipheriv(
    algorithm: string,
    key: Uint8Array,
    iv: null,
  ): { setAutoPadding(on: boolean): void; update(data: Uint8Array): Uint8Array };
}

/** The platform's own AES, where there is one that works synchronously; no import, so that bundles for browsers stay clean. */
function findNativeCrypto(): NativeCrypto | undefined {
  const { process } = globalThis as {
    process?: { getBuiltinModule?: (name: string) => NativeCrypto | undefined };
  };
  return process?.getBuiltinModule?.('crypto');
}

/**
 * AES-256 (FIPS 197) in the forward direction, as a pseudo-random function of distinct blocks.
 *
 * @param native Whether to use the platform's own AES; where there is one unless given.
 */
export function createBlockCipher(key: Uint8Array, native = true): EncryptBlocks {
  const cipher = native ? findNativeCrypto()?.createCipheriv('aes-256-ecb', key, null) : undefined;
  if (cipher === undefined) return ecb(key, { disablePadding: true }).encrypt;
  cipher.setAutoPadding(false);
  return (blocks) => cipher.update(blocks);
}

/** The words of bytes in the platform's own order, wherever in its buffer the array begins. */
export function wordsOf(bytes: Uint8Array): Uint32Array {
  const { buffer, byteOffset, byteLength } = bytes;
  return byteOffset % 4 === 0
    ? new Uint32Array(buffer, byteOffset, byteLength >> 2)
    : new Uint32Array(bytes.slice().buffer);
}
