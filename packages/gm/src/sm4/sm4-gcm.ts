import { equalBytes } from '#platform/equal-bytes';
import { readCount } from '../bytes/read-input.ts';
import {
  absorb,
  absorbWords,
  createGhashState,
  createGhashTable,
  type GhashState,
} from './ghash.ts';
import { buildAead, type Sm4Aead, type Sm4AeadOptions } from './sm4-aead.ts';
import { runRounds, transformBlocks, viewOf } from './sm4-rounds.ts';
import { expandSm4Key, sm4BlockBytes } from './sm4-schedule.ts';
import { type CounterWords, xorKeystream } from './xor-keystream.ts';

/** Options of {@link createSm4Gcm}. */
export interface Sm4GcmOptions extends Sm4AeadOptions {
  /** Bytes of a nonce, 1 to 65536; 12 unless given, and any other only to speak with someone who uses it. */
  readonly nonceLength?: number;
  /** Bytes of a tag, 12 to 16; 16 unless given. */
  readonly tagLength?: number;
}

const usualNonceBytes = 12;
const mostNonceBytes = 65_536;

/** The length of bytes in bits, as two 32-bit words. */
export const highBits = (length: number): number => Math.floor(length / 0x2000_0000);
export const lowBits = (length: number): number => length << 3;

/**
 * SM4-GCM: authenticated encryption that every standard knows (GB/T 36624-2018 section 11, NIST SP 800-38D, RFC 8998).
 *
 * Not more than 2^32 messages per key with random nonces: a nonce that comes twice gives away both messages and the key of the tag.
 * What is made ready for a key (round keys, a GHASH table of 4 KiB) is kept: create it once, use it often.
 *
 * @param key - 16 bytes; a copy is made
 * @throws {DataSecurityError} `ERR_GM_KEY` for a key of another length, `ERR_GM_INPUT` for options out of range
 *
 * @example
 * ```ts
 * import { createSm4Gcm, generateSm4Key } from '@yushu/gm/sm4';
 *
 * const cipher = createSm4Gcm(generateSm4Key());
 * const sealed = cipher.seal('13800138000', 'customers/phone/42');
 * const phone = new TextDecoder().decode(cipher.open(sealed, 'customers/phone/42'));
 * console.log(phone); // 13800138000
 * ```
 */
export function createSm4Gcm(key: Uint8Array, options: Sm4GcmOptions = {}): Sm4Aead {
  const nonceLength = readCount(
    options.nonceLength ?? usualNonceBytes,
    1,
    mostNonceBytes,
    'nonceLength',
  );
  const tagLength = readCount(options.tagLength ?? 16, 12, 16, 'tagLength');
  const schedule = expandSm4Key(key);
  const table = createGhashTable(transformBlocks(schedule, new Uint8Array(16), false));

  // For every tag in turn: allocating one for each would cost a tenth of sealing a short field.
  const block = new Uint8Array(sm4BlockBytes);
  const blockView = viewOf(block);
  const tag = block.subarray(0, tagLength);

  /** J0 of section 7.1: the counter block before that of the first block of text. */
  const firstCounter = (nonce: Uint8Array): CounterWords => {
    if (nonce.length === usualNonceBytes) {
      const view = viewOf(nonce);
      const counter = new Int32Array(4);
      for (let i = 0; i < 3; i++) counter[i] = view.getInt32(4 * i);
      counter[3] = 1;
      return counter;
    }
    const state = createGhashState();
    absorb(table, state, nonce);
    absorbWords(table, state, 0, 0, highBits(nonce.length), lowBits(nonce.length));
    return state;
  };
  /** The tag, which the next one overwrites. */
  const computeTag = (counter: CounterWords, ciphertext: Uint8Array, data: Uint8Array) => {
    const state: GhashState = createGhashState();
    if (data.length > 0) absorb(table, state, data);
    absorb(table, state, ciphertext);
    const { length } = ciphertext;
    absorbWords(
      table,
      state,
      highBits(data.length),
      lowBits(data.length),
      highBits(length),
      lowBits(length),
    );
    const mask = counter.slice();
    runRounds(schedule.encryptKeys, mask);
    for (let i = 0; i < 4; i++) state[i] = state[i]! ^ mask[i]!;
    for (let i = 0; i < 4; i++) blockView.setInt32(4 * i, state[i]!);
    return tag;
  };
  const crypt = (counter: CounterWords, input: Uint8Array, output?: Uint8Array) => {
    const next = counter.slice();
    next[3] = next[3]! + 1;
    return xorKeystream(schedule, next, input, 'last-word', output);
  };
  return buildAead(
    {
      algorithm: 'SM4-GCM',
      nonceLength,
      tagLength,
      seal(nonce, plaintext, data) {
        const counter = firstCounter(nonce);
        const { length } = plaintext;
        const sealed = new Uint8Array(length + tagLength);
        crypt(counter, plaintext, sealed);
        sealed.set(computeTag(counter, sealed.subarray(0, length), data), length);
        return sealed;
      },
      open(nonce, sealed, data) {
        const counter = firstCounter(nonce);
        const ciphertext = sealed.subarray(0, sealed.length - tagLength);
        const expected = computeTag(counter, ciphertext, data);
        if (!equalBytes(expected, sealed.subarray(ciphertext.length))) return undefined;
        return crypt(counter, ciphertext);
      },
    },
    options,
  );
}
