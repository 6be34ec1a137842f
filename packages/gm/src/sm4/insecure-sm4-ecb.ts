import { type MessageInput, readBytes, readMessage } from '../bytes/read-input.ts';
import { openError } from '../errors.ts';
import { hasPaddedLength, pad, readPadding, type Sm4Padding, unpad } from './padding.ts';
import { transformBlocks } from './sm4-rounds.ts';
import { expandSm4Key } from './sm4-schedule.ts';

/** Options of {@link createInsecureSm4Ecb}. */
export interface InsecureSm4EcbOptions {
  /** `pkcs7` unless given. */
  readonly padding?: Sm4Padding;
}

/** SM4 block by block. Equal blocks of text are equal blocks of ciphertext. */
export interface InsecureSm4Ecb {
  /** Its name in standards and records. */
  readonly algorithm: 'SM4-ECB';
  /** @throws {DataSecurityError} `ERR_GM_INPUT` */
  encrypt(plaintext: MessageInput): Uint8Array;
  /** @throws {DataSecurityError} `ERR_GM_OPEN` for bad lengths and bad padding alike; `ERR_GM_INPUT` for wrong types */
  decrypt(ciphertext: Uint8Array): Uint8Array;
}

/**
 * SM4-ECB (GB/T 17964-2021 section 6), insecure: it shows which blocks are equal and lets blocks be moved and repeated. Only to read
 * and write what older systems prescribe, or as the block cipher under a construction of your own.
 *
 * @param key - 16 bytes; a copy is made
 * @throws {DataSecurityError} `ERR_GM_KEY` for a key of another length, `ERR_GM_INPUT` for an unknown padding
 *
 * @example
 * ```ts
 * import { createInsecureSm4Ecb } from '@yushu/gm/insecure';
 *
 * const key = Buffer.from('0123456789abcdeffedcba9876543210', 'hex');
 * const cipher = createInsecureSm4Ecb(key, { padding: 'none' });
 * console.log(Buffer.from(cipher.encrypt(key)).toString('hex')); // 681edf34d206965e86b3e94f536e4246
 * ```
 */
export function createInsecureSm4Ecb(
  key: Uint8Array,
  options: InsecureSm4EcbOptions = {},
): InsecureSm4Ecb {
  const padding = readPadding(options.padding);
  const schedule = expandSm4Key(key);
  return {
    algorithm: 'SM4-ECB',
    encrypt(plaintext) {
      const padded = pad(readMessage(plaintext, 'plaintext'), padding);
      return transformBlocks(schedule, padded, false);
    },
    decrypt(ciphertext) {
      const bytes = readBytes(ciphertext, 'ciphertext');
      if (!hasPaddedLength(bytes.length, padding)) throw openError();
      const plaintext = unpad(transformBlocks(schedule, bytes, true), padding);
      if (plaintext === undefined) throw openError();
      return plaintext;
    },
  };
}
