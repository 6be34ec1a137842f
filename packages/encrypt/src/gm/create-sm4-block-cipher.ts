import { createSm4Cbc } from '@yushu/gm/sm4';
import type { BlockCipher } from '../fpe/cipher/block-cipher.ts';

const blockBytes = 16;

/**
 * SM4 (GB/T 32907-2016) as the block cipher of format-preserving encryption, for the option `blockCipher` of `createFpe` and `createFf1`.
 * FF1 over SM4 is FF1 in all but the name: NIST approves AES only.
 *
 * @param key - 16 bytes; a copy is made
 * @throws {DataSecurityError} `ERR_GM_KEY` for a key of another length.
 *
 * @example
 * ```ts
 * import { createFpe } from '@yushu/encrypt/fpe';
 * import { createSm4BlockCipher } from '@yushu/encrypt/gm';
 *
 * const key = { keyId: 'demo', bytes: new Uint8Array(16).fill(7) }; // in earnest, of a key provider
 * const fpe = createFpe({ format: 'mobile', key, blockCipher: createSm4BlockCipher });
 * const place = { table: 'customers', column: 'phone' };
 * console.log(fpe.reveal(fpe.apply('13800138000', place), place)); // 13800138000
 * ```
 */
export function createSm4BlockCipher(key: Uint8Array): BlockCipher {
  const cbc = createSm4Cbc(key, { padding: 'none' });
  // One block of CBC under an IV of zeros is the block cipher itself.
  const zeros = new Uint8Array(blockBytes);
  return {
    encryptBlocks(blocks) {
      for (let start = 0; start < blocks.length; start += blockBytes) {
        const end = start + blockBytes;
        blocks.set(cbc.encryptWithIv(zeros, blocks.subarray(start, end)), start);
      }
    },
  };
}
