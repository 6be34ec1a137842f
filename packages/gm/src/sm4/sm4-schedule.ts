import { readBytes } from '../bytes/read-input.ts';
import { keyError } from '../errors.ts';
import { sbox } from './sm4-tables.ts';

export const sm4BlockBytes = 16;
export const sm4KeyBytes = 16;

/** A key with its round keys. Held in closures and private fields only. */
export interface Sm4Schedule {
  /** A copy: what the caller does to his array later changes nothing. */
  readonly key: Uint8Array;
  /** 32 round keys, in the order of encryption. */
  readonly encryptKeys: Int32Array;
  /** The same in the order of decryption. */
  readonly decryptKeys: Int32Array;
}

/** FK of GB/T 32907-2016 section 7.3. */
const systemParameters = [0xa3b1bac6, 0x56aa3350, 0x677d9197, 0xb27022dc] as const;

/** The key expansion of GB/T 32907-2016 section 7.3. */
export function expandSm4Key(key: Uint8Array): Sm4Schedule {
  const bytes = readBytes(key, 'key').slice();
  if (bytes.length !== sm4KeyBytes) {
    throw keyError('An SM4 key is 16 bytes', 'Make one with generateSm4Key.', {
      expected: sm4KeyBytes,
      actual: bytes.length,
    });
  }
  const view = new DataView(bytes.buffer);
  const k = systemParameters.map((parameter, i) => view.getInt32(4 * i) ^ parameter);
  const encryptKeys = new Int32Array(32);
  for (let i = 0; i < 32; i++) {
    let constant = 0;
    for (let j = 0; j < 4; j++) constant = (constant << 8) | (((4 * i + j) * 7) & 0xff);
    const x = k[(i + 1) & 3]! ^ k[(i + 2) & 3]! ^ k[(i + 3) & 3]! ^ constant;
    const s =
      (sbox[x >>> 24]! << 24) |
      (sbox[(x >>> 16) & 0xff]! << 16) |
      (sbox[(x >>> 8) & 0xff]! << 8) |
      sbox[x & 0xff]!;
    const word = k[i & 3]! ^ s ^ ((s << 13) | (s >>> 19)) ^ ((s << 23) | (s >>> 9));
    k[i & 3] = word;
    encryptKeys[i] = word;
  }
  return { key: bytes, encryptKeys, decryptKeys: encryptKeys.toReversed() };
}
