/**
 * AES as the block cipher of FF1: single blocks in JavaScript, many at once through the platform.
 *
 * @module
 */
import { unsafe } from '@noble/ciphers/aes.js';
import { fpeError } from '../fpe-error.ts';
import type { BlockCipher } from './block-cipher.ts';

/** From this many bytes on, the way into native code and back costs less than it saves. */
const minNativeBytes = 128;

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

const swapBytes = (word: number) =>
  (word << 24) | ((word & 0xff00) << 8) | ((word >>> 8) & 0xff00) | (word >>> 24);

/**
 * AES under a key of 16, 24 or 32 bytes (FIPS 197). Not constant in time where it runs in JavaScript: it reads tables at places
 * that depend on the data.
 *
 * @throws {DataSecurityError} `ERR_ENCRYPT_FPE_KEY` where the key has another length.
 *
 * @example
 * ```ts
 * import { createAesBlockCipher } from '@yushu/encrypt/fpe';
 *
 * const block = new Uint8Array(16);
 * createAesBlockCipher(new Uint8Array(16)).encryptBlocks(block);
 * console.log(block[0]); // 102
 * ```
 */
export function createAesBlockCipher(key: Uint8Array): BlockCipher {
  if (!(key instanceof Uint8Array) || ![16, 24, 32].includes(key.length)) {
    throw fpeError(
      'ERR_ENCRYPT_FPE_KEY',
      'An AES key has 16, 24 or 32 bytes',
      'Take a key of 32 bytes from a key provider.',
      { length: key?.length ?? 0 },
    );
  }
  const roundKeys = unsafe.expandKeyLE(key);
  const crypto = findNativeCrypto();
  const native = crypto?.createCipheriv(`aes-${key.length * 8}-ecb`, key, null);
  native?.setAutoPadding(false);

  const encryptWords = (words: Int32Array) => {
    // The library reads a block as little-endian words.
    const state = unsafe.encrypt(
      roundKeys,
      swapBytes(words[0]!),
      swapBytes(words[1]!),
      swapBytes(words[2]!),
      swapBytes(words[3]!),
    );
    words[0] = swapBytes(state.s0);
    words[1] = swapBytes(state.s1);
    words[2] = swapBytes(state.s2);
    words[3] = swapBytes(state.s3);
  };

  const words = new Int32Array(4);
  return {
    encryptWords,
    encryptBlocks(blocks) {
      if (native !== undefined && blocks.length >= minNativeBytes) {
        blocks.set(native.update(blocks));
        return;
      }
      const view = new DataView(blocks.buffer, blocks.byteOffset, blocks.byteLength);
      for (let start = 0; start < blocks.length; start += 16) {
        for (let index = 0; index < 4; index += 1) words[index] = view.getInt32(start + index * 4);
        encryptWords(words);
        for (let index = 0; index < 4; index += 1) view.setInt32(start + index * 4, words[index]!);
      }
    },
  };
}
