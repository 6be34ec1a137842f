import { equalBytes } from '#platform/equal-bytes';
import { concatBytes } from '../bytes/concat-bytes.ts';
import { readCount } from '../bytes/read-input.ts';
import { inputError } from '../errors.ts';
import { buildAead, type Sm4Aead, type Sm4AeadOptions } from './sm4-aead.ts';
import { chainMac, viewOf } from './sm4-rounds.ts';
import { expandSm4Key, sm4BlockBytes } from './sm4-schedule.ts';
import { readCounter, xorKeystream } from './xor-keystream.ts';

/** Options of {@link createSm4Ccm}. */
export interface Sm4CcmOptions extends Sm4AeadOptions {
  /** Bytes of a nonce, 7 to 13; 12 unless given. A longer nonce leaves less room for the length of the message. */
  readonly nonceLength?: number;
  /** Bytes of a tag, an even number from 4 to 16; 16 unless given. Below 8, forgeries succeed by trying. */
  readonly tagLength?: number;
}

/** How associated data of a length begins: RFC 3610 section 2.2. */
function encodeDataLength(length: number): Uint8Array {
  if (length < 0xff00) return Uint8Array.of(length >>> 8, length);
  const prefix = new Uint8Array(length < 2 ** 32 ? 6 : 10);
  const view = viewOf(prefix);
  view.setUint16(0, prefix.length === 6 ? 0xfffe : 0xffff);
  if (prefix.length === 6) view.setUint32(2, length);
  else view.setBigUint64(2, BigInt(length));
  return prefix;
}

/**
 * SM4-CCM: authenticated encryption from the block cipher alone, as small devices and RFC 8998 use it (GB/T 36624-2018 section 9,
 * RFC 3610, NIST SP 800-38C). It goes over the data twice; {@link createSm4Gcm} is faster.
 *
 * @param key - 16 bytes; a copy is made
 * @throws {DataSecurityError} `ERR_GM_KEY` for a key of another length, `ERR_GM_INPUT` for options out of range
 *
 * @example
 * ```ts
 * import { createSm4Ccm, generateSm4Key } from '@yushu/gm/sm4';
 *
 * const cipher = createSm4Ccm(generateSm4Key(), { tagLength: 8 });
 * console.log(cipher.seal('reading').length); // 27
 * ```
 */
export function createSm4Ccm(key: Uint8Array, options: Sm4CcmOptions = {}): Sm4Aead {
  const nonceLength = readCount(options.nonceLength ?? 12, 7, 13, 'nonceLength');
  const tagLength = readCount(options.tagLength ?? 16, 4, 16, 'tagLength');
  if (tagLength % 2 !== 0) {
    throw inputError('tagLength must be even', 'Give 4, 6, 8, 10, 12, 14 or 16.', { tagLength });
  }
  const schedule = expandSm4Key(key);
  /** Bytes that hold the length of the message, and the counter. */
  const lengthBytes = sm4BlockBytes - 1 - nonceLength;
  const mostBytes = 2 ** (8 * lengthBytes) - 1;

  const counterBlock = (nonce: Uint8Array, count: number): Uint8Array => {
    const block = new Uint8Array(sm4BlockBytes);
    block[0] = lengthBytes - 1;
    block.set(nonce, 1);
    block[15] = count;
    return block;
  };
  const crypt = (nonce: Uint8Array, count: number, input: Uint8Array): Uint8Array => {
    const counter = readCounter(counterBlock(nonce, count));
    return xorKeystream(schedule, counter, input, 'last-word');
  };
  const computeTag = (nonce: Uint8Array, message: Uint8Array, data: Uint8Array): Uint8Array => {
    const first = counterBlock(nonce, 0);
    first[0] = (data.length > 0 ? 0x40 : 0) | (((tagLength - 2) / 2) << 3) | (lengthBytes - 1);
    for (let i = 15, rest = message.length; i > nonceLength; i--, rest = Math.floor(rest / 256)) {
      first[i] = rest;
    }
    const parts = [first];
    if (data.length > 0) parts.push(concatBytes(encodeDataLength(data.length), data));
    parts.push(message);
    const mac = chainMac(schedule, parts);
    return crypt(nonce, 0, mac).subarray(0, tagLength);
  };
  return buildAead(
    {
      algorithm: 'SM4-CCM',
      nonceLength,
      tagLength,
      seal(nonce, plaintext, data) {
        if (plaintext.length > mostBytes) {
          throw inputError(
            'The message is too long for this nonce length',
            'Use a shorter nonce, or SM4-GCM.',
            { length: plaintext.length, most: mostBytes },
          );
        }
        return concatBytes(crypt(nonce, 1, plaintext), computeTag(nonce, plaintext, data));
      },
      open(nonce, sealed, data) {
        const ciphertext = sealed.subarray(0, sealed.length - tagLength);
        if (ciphertext.length > mostBytes) return undefined;
        const plaintext = crypt(nonce, 1, ciphertext);
        const tag = computeTag(nonce, plaintext, data);
        if (equalBytes(tag, sealed.subarray(ciphertext.length))) return plaintext;
        plaintext.fill(0);
        return undefined;
      },
    },
    options,
  );
}
