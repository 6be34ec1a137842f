/**
 * FF3 and FF3-1, to read what was encrypted with them: NIST SP 800-38G (2016), Algorithm 10, and Rev. 1 (first draft), section 5.2.
 *
 * @module
 */
import type { BlockCipherKey } from '@yushu/core';
import { encryptWordsOf } from '../cipher/block-cipher.ts';
import { createAesBlockCipher } from '../cipher/create-aes-block-cipher.ts';
import { keyBytes } from '../ff1/create-ff1.ts';
import { bigintToNumerals, numeralsToBigint } from '../ff1/numerals.ts';
import { fpeError } from '../fpe-error.ts';

/** Options of {@link createLegacyFf3}. */
export interface LegacyFf3Options {
  /** Size of the alphabet, 2 to 65,536. */
  readonly radix: number;
  /** 16, 24 or 32 bytes. */
  readonly key: Uint8Array | BlockCipherKey;
  /** 7 bytes for FF3-1, 8 bytes for FF3. */
  readonly tweak: Uint8Array;
}

/** Decrypts what FF3 or FF3-1 encrypted. */
export interface LegacyFf3 {
  /**
   * @throws {DataSecurityError} `ERR_ENCRYPT_FPE_LENGTH` where the length is out of the range of the radix,
   * `ERR_ENCRYPT_FPE_FORMAT` for a numeral out of range.
   */
  decrypt(numerals: ArrayLike<number>): number[];
}

const rounds = 8;

/** Both halves of the tweak as words; FF3-1 spreads 56 bits over them. */
function tweakWords(tweak: Uint8Array): readonly [number, number] {
  if (tweak instanceof Uint8Array && tweak.length === 8) {
    const view = new DataView(tweak.buffer, tweak.byteOffset, 8);
    return [view.getInt32(0), view.getInt32(4)];
  }
  if (tweak instanceof Uint8Array && tweak.length === 7) {
    const [a, b, c, d, e, f, g] = tweak as unknown as [
      number,
      number,
      number,
      number,
      number,
      number,
      number,
    ];
    // TL = T[0..27] ‖ 0000, TR = T[32..55] ‖ T[28..31] ‖ 0000.
    return [
      (a << 24) | (b << 16) | (c << 8) | (d & 0xf0),
      (e << 24) | (f << 16) | (g << 8) | ((d & 0x0f) << 4),
    ];
  }
  throw fpeError(
    'ERR_ENCRYPT_FPE_OPTIONS',
    'Option tweak is not as expected',
    'Give 7 bytes for FF3-1 or 8 bytes for FF3.',
    { option: 'tweak' },
  );
}

const swapBytes = (word: number) =>
  (word << 24) | ((word & 0xff00) << 8) | ((word >>> 8) & 0xff00) | (word >>> 24);

/**
 * FF3-1 or FF3, decryption only. Both are broken (Durak and Vaudenay 2017, Beyne 2021) and NIST has withdrawn them: decrypt old
 * data and encrypt it again with `createFf1`.
 *
 * @throws {DataSecurityError} `ERR_ENCRYPT_FPE_KEY`, `ERR_ENCRYPT_FPE_OPTIONS`.
 *
 * @example
 * ```ts
 * import { createLegacyFf3 } from '@yushu/encrypt/fpe';
 *
 * const bytes = (hex: string) => Uint8Array.from(Buffer.from(hex, 'hex'));
 * const ff3 = createLegacyFf3({
 *   radix: 10,
 *   key: bytes('ef4359d8d580aa4f7f036d6f04fc6a94'),
 *   tweak: bytes('d8e7920afa330a73'),
 * });
 * console.log(ff3.decrypt(Array.from('750918814058654607', Number)).join('')); // 890121234567890000
 * ```
 */
export function createLegacyFf3(options: LegacyFf3Options): LegacyFf3 {
  const { radix } = options;
  if (!(Number.isInteger(radix) && radix >= 2 && radix <= 65_536)) {
    throw fpeError(
      'ERR_ENCRYPT_FPE_OPTIONS',
      'Option radix is not as expected',
      'Give a whole number from 2 to 65,536.',
      { option: 'radix' },
    );
  }
  const [tweakLeft, tweakRight] = tweakWords(options.tweak);
  // The key and every block are used with their bytes reversed.
  const key = Uint8Array.from(keyBytes(options.key) ?? []).reverse();
  const encryptWords = encryptWordsOf(createAesBlockCipher(key));
  let minLength = 2;
  while (radix ** minLength < 100) minLength += 1;
  let maxHalf = 1;
  while (BigInt(radix) ** BigInt(maxHalf + 1) <= 2n ** 96n) maxHalf += 1;

  const words = new Int32Array(4);
  const pseudoRandom = (tweak: number, round: number, half: bigint): bigint => {
    // P = (W ⊕ [i]4) ‖ [NUM(REV(A))]12; its bytes reversed put the words in the other order, each with its bytes swapped.
    words[3] = swapBytes(tweak ^ round);
    words[2] = swapBytes(Number(BigInt.asIntN(32, half >> 64n)));
    words[1] = swapBytes(Number(BigInt.asIntN(32, half >> 32n)));
    words[0] = swapBytes(Number(BigInt.asIntN(32, half)));
    encryptWords(words);
    let value = 0n;
    for (let index = 3; index >= 0; index -= 1) {
      value = (value << 32n) | BigInt(swapBytes(words[index]!) >>> 0);
    }
    return value;
  };

  return {
    decrypt(numerals) {
      const { length } = numerals;
      if (!(length >= minLength && length <= 2 * maxHalf)) {
        throw fpeError(
          'ERR_ENCRYPT_FPE_LENGTH',
          'FF3 has no values of this length',
          `Give ${minLength} to ${2 * maxHalf} numerals.`,
          { length, radix },
        );
      }
      for (let index = 0; index < length; index += 1) {
        const numeral = numerals[index]!;
        if (!(Number.isInteger(numeral) && numeral >= 0 && numeral < radix)) {
          throw fpeError(
            'ERR_ENCRYPT_FPE_FORMAT',
            'A numeral is out of range',
            `Give whole numbers from 0 to ${radix - 1}.`,
            { index, radix },
          );
        }
      }
      // NUM(REV(A)): the first numeral counts least.
      const reversed = Array.from(numerals).reverse();
      const left = Math.ceil(length / 2);
      const right = length - left;
      let a = numeralsToBigint(reversed, right, length, radix);
      let b = numeralsToBigint(reversed, 0, right, radix);
      for (let round = rounds - 1; round >= 0; round -= 1) {
        const even = round % 2 === 0;
        const size = BigInt(radix) ** BigInt(even ? left : right);
        const difference = (b - pseudoRandom(even ? tweakRight : tweakLeft, round, a)) % size;
        b = a;
        a = difference < 0n ? difference + size : difference;
      }
      const result = new Array<number>(length).fill(0);
      bigintToNumerals(a, result, right, length, radix);
      bigintToNumerals(b, result, 0, right, radix);
      return result.reverse();
    },
  };
}
