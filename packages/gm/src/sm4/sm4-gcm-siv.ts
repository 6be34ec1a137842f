import { equalBytes } from '#platform/equal-bytes';
import { concatBytes } from '../bytes/concat-bytes.ts';
import { absorb, absorbWords, createGhashState, createGhashTable, stateBytes } from './ghash.ts';
import { buildAead, type Sm4Aead, type Sm4AeadOptions } from './sm4-aead.ts';
import { highBits, lowBits } from './sm4-gcm.ts';
import { transformBlocks, viewOf } from './sm4-rounds.ts';
import { expandSm4Key, type Sm4Schedule, sm4BlockBytes } from './sm4-schedule.ts';
import { readCounter, xorKeystream } from './xor-keystream.ts';

const nonceLength = 12;
const tagLength = 16;

/**
 * The hash key of POLYVAL as GHASH wants it: backwards, and times x (RFC 8452 appendix A). With it, GHASH over blocks read
 * backwards is POLYVAL.
 */
function toGhashKey(key: Uint8Array): Uint8Array {
  const reversed = key.toReversed();
  const view = viewOf(reversed);
  let carry = 0;
  for (let offset = 0; offset < 16; offset += 4) {
    const word = view.getUint32(offset);
    view.setUint32(offset, (word >>> 1) | (carry << 31));
    carry = word & 1;
  }
  reversed[0] = reversed[0]! ^ (-carry & 0xe1);
  return reversed;
}

/** Key and hash key of one nonce (RFC 8452 section 4), with SM4 in the place of AES-128. */
function deriveKeys(schedule: Sm4Schedule, nonce: Uint8Array) {
  const blocks = new Uint8Array(4 * sm4BlockBytes);
  for (let i = 0; i < 4; i++) {
    blocks[sm4BlockBytes * i] = i;
    blocks.set(nonce, sm4BlockBytes * i + 4);
  }
  const derived = transformBlocks(schedule, blocks, false);
  const half = (i: number) => derived.subarray(sm4BlockBytes * i, sm4BlockBytes * i + 8);
  return {
    table: createGhashTable(toGhashKey(concatBytes(half(0), half(1)))),
    inner: expandSm4Key(concatBytes(half(2), half(3))),
  };
}

type DerivedKeys = ReturnType<typeof deriveKeys>;

function computeTag(
  { table, inner }: DerivedKeys,
  nonce: Uint8Array,
  plaintext: Uint8Array,
  data: Uint8Array,
): Uint8Array {
  const state = createGhashState();
  absorb(table, state, data, true);
  absorb(table, state, plaintext, true);
  const { length } = plaintext;
  absorbWords(
    table,
    state,
    highBits(length),
    lowBits(length),
    highBits(data.length),
    lowBits(data.length),
  );
  const sum = stateBytes(state, true);
  for (let i = 0; i < nonceLength; i++) sum[i] = sum[i]! ^ nonce[i]!;
  sum[15] = sum[15]! & 0x7f;
  return transformBlocks(inner, sum, false);
}

function crypt({ inner }: DerivedKeys, tag: Uint8Array, input: Uint8Array): Uint8Array {
  const counter = tag.slice();
  counter[15] = counter[15]! | 0x80;
  return xorKeystream(inner, readCounter(counter), input, 'first-word');
}

/**
 * SM4-GCM-SIV: authenticated encryption that survives a nonce that comes twice (RFC 8452 with SM4 in the place of AES-128). Then it
 * shows only whether two messages were the same. For counters that may be lost and generators that may fail.
 *
 * @param key - 16 bytes; a copy is made
 * @throws {DataSecurityError} `ERR_GM_KEY` for a key of another length
 *
 * @example
 * ```ts
 * import { createSm4GcmSiv, generateSm4Key } from '@yushu/gm/sm4';
 *
 * const cipher = createSm4GcmSiv(generateSm4Key());
 * const nonce = new Uint8Array(12);
 * const sealed = cipher.sealWithNonce(nonce, 'text');
 * console.log(new TextDecoder().decode(cipher.openWithNonce(nonce, sealed))); // text
 * ```
 */
export function createSm4GcmSiv(key: Uint8Array, options: Sm4AeadOptions = {}): Sm4Aead {
  const schedule = expandSm4Key(key);
  return buildAead(
    {
      algorithm: 'SM4-GCM-SIV',
      nonceLength,
      tagLength,
      seal(nonce, plaintext, data) {
        const keys = deriveKeys(schedule, nonce);
        const tag = computeTag(keys, nonce, plaintext, data);
        return concatBytes(crypt(keys, tag, plaintext), tag);
      },
      open(nonce, sealed, data) {
        const keys = deriveKeys(schedule, nonce);
        const tag = sealed.subarray(sealed.length - tagLength);
        const plaintext = crypt(keys, tag, sealed.subarray(0, sealed.length - tagLength));
        if (equalBytes(computeTag(keys, nonce, plaintext, data), tag)) return plaintext;
        plaintext.fill(0);
        return undefined;
      },
    },
    options,
  );
}
