/**
 * FF1 over arrays of numerals: NIST SP 800-38G, Algorithms 7 and 8.
 *
 * @module
 */
import type { BlockCipherKey } from '@yushu/core';
import type { BlockCipherFactory } from '../cipher/block-cipher.ts';
import { createAesBlockCipher } from '../cipher/create-aes-block-cipher.ts';
import { createCache } from '../create-cache.ts';
import { fpeError } from '../fpe-error.ts';
import { createFf1Engine, type Ff1Rounds } from './create-ff1-engine.ts';
import { ff1Column } from './ff1-column.ts';
import {
  bigintToNumerals,
  numberToNumerals,
  numeralsToBigint,
  numeralsToNumber,
} from './numerals.ts';

/** Options of {@link createFf1}. */
export interface Ff1Options {
  /** Size of the alphabet, 2 to 65,536. */
  readonly radix: number;
  /** 16, 24 or 32 bytes for AES. */
  readonly key: Uint8Array | BlockCipherKey;
  /** Public text that makes the encryption another one, such as the name of the field; at most 65,536 bytes. Empty by default. */
  readonly tweak?: Uint8Array;
  /** The block cipher; AES by default. Another one, such as SM4, is FF1 in all but the name: NIST approves AES only. */
  readonly blockCipher?: BlockCipherFactory;
  /** Longest value in numerals, 2 to 65,536; 4,096 by default. */
  readonly maxLength?: number;
  /**
   * Fewest possible values (radix^length) on encryption, 100 to 1,000,000. Below the default of 1,000,000, the floor of SP 800-38G
   * Rev. 1 (second draft, 2025), values can be recovered by who sees enough pairs. Decryption always goes down to 100, the floor of
   * 2016.
   */
  readonly insecureDomainFloor?: number;
}

/** FF1 under one key, radix and tweak. */
export interface Ff1 {
  /**
   * @throws {DataSecurityError} `ERR_ENCRYPT_FPE_DOMAIN` below the floor, `ERR_ENCRYPT_FPE_LENGTH` above `maxLength`,
   * `ERR_ENCRYPT_FPE_FORMAT` for a numeral out of range.
   */
  encrypt(numerals: ArrayLike<number>): number[];
  /** Turns `encrypt` back; the same errors. */
  decrypt(numerals: ArrayLike<number>): number[];
  /** Encrypts many values, several times as fast as one by one; lengths may differ. */
  encryptColumn(values: readonly ArrayLike<number>[]): number[][];
  /** Turns `encryptColumn` back. */
  decryptColumn(values: readonly ArrayLike<number>[]): number[][];
}

/** The smallest number of possible values on encryption: SP 800-38G Rev. 1 (second draft), section 5. */
export const domainFloor = 1_000_000;

/** The floor of SP 800-38G (2016), for data of that time. */
const oldDomainFloor = 100;

const defaultMaxLength = 4_096;
const maxRadix = 65_536;

/** Lengths whose rounds are kept. */
const maxRounds = 64;

/** The bytes of a key in either form. */
export function keyBytes(key: Uint8Array | BlockCipherKey): Uint8Array {
  return key instanceof Uint8Array ? key : key?.bytes;
}

function optionError(option: string, expected: string) {
  return fpeError(
    'ERR_ENCRYPT_FPE_OPTIONS',
    `Option ${option} is not as expected`,
    `Give ${expected}.`,
    { option },
  );
}

function checkRange(value: number, option: string, min: number, max: number): number {
  if (Number.isInteger(value) && value >= min && value <= max) return value;
  throw optionError(option, `a whole number from ${min} to ${max}`);
}

/**
 * Format-preserving encryption FF1 (NIST SP 800-38G, with the domain floor and radix bound of Rev. 1, second draft of 2025) over
 * arrays of numerals 0 to radix − 1. The key schedule and the encrypted tweak are computed once.
 *
 * It keeps length and alphabet, hides nothing else: equal values give equal results, and nothing detects a change. Where a column
 * can hold longer values, seal fields instead.
 *
 * @throws {DataSecurityError} `ERR_ENCRYPT_FPE_KEY`, `ERR_ENCRYPT_FPE_OPTIONS`.
 *
 * @example
 * ```ts
 * import { createFf1 } from '@yushu/encrypt/fpe';
 *
 * const key = Uint8Array.from(Buffer.from('2b7e151628aed2a6abf7158809cf4f3c', 'hex'));
 * const ff1 = createFf1({ radix: 10, key });
 * console.log(ff1.encrypt([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]).join('')); // 2433477484
 * ```
 */
export function createFf1(options: Ff1Options): Ff1 {
  const radix = checkRange(options.radix, 'radix', 2, maxRadix);
  const maxLength = checkRange(options.maxLength ?? defaultMaxLength, 'maxLength', 2, 65_536);
  const floor = checkRange(
    options.insecureDomainFloor ?? domainFloor,
    'insecureDomainFloor',
    oldDomainFloor,
    domainFloor,
  );
  const tweak = Uint8Array.from(options.tweak ?? []);
  if (tweak.length > 65_536) throw optionError('tweak', 'at most 65,536 bytes');
  const engine = createFf1Engine(
    (options.blockCipher ?? createAesBlockCipher)(keyBytes(options.key)),
  );
  const minLength = (size: number) => {
    let length = 2;
    while (radix ** length < size) length += 1;
    return length;
  };
  const minEncrypt = minLength(floor);
  const minDecrypt = minLength(oldDomainFloor);
  const cache = createCache<number, Ff1Rounds>(maxRounds);

  const check = (numerals: ArrayLike<number>, shortest: number): Ff1Rounds => {
    const { length } = numerals;
    if (!(length >= shortest)) {
      throw fpeError(
        'ERR_ENCRYPT_FPE_DOMAIN',
        'So short a value cannot be hidden',
        `Encrypt at least ${shortest} numerals of this radix, or seal the field.`,
        { length, radix },
      );
    }
    if (length > maxLength) {
      throw fpeError(
        'ERR_ENCRYPT_FPE_LENGTH',
        'The value is too long',
        'Raise maxLength, or seal the field: long texts need no fixed format.',
        { length, maxLength },
      );
    }
    for (let index = 0; index < length; index += 1) {
      const numeral = numerals[index]!;
      if (!(numeral >= 0 && numeral < radix && Number.isInteger(numeral))) {
        throw fpeError(
          'ERR_ENCRYPT_FPE_FORMAT',
          'A numeral is out of range',
          `Give whole numbers from 0 to ${radix - 1}.`,
          { index, radix },
        );
      }
    }
    return cache.get(length, () => engine(radix, length, tweak));
  };

  const pair = new Float64Array(2);
  const transform = (numerals: ArrayLike<number>, decrypt: boolean): number[] => {
    const { shape, numbers, big } = check(numerals, decrypt ? minDecrypt : minEncrypt);
    const { left, length } = shape;
    const result = new Array<number>(length).fill(0);
    if (numbers !== undefined) {
      pair[0] = numeralsToNumber(numerals, 0, left, radix);
      pair[1] = numeralsToNumber(numerals, left, length, radix);
      if (decrypt) numbers.decrypt(pair);
      else numbers.encrypt(pair);
      numberToNumerals(pair[0], result, 0, left, radix);
      numberToNumerals(pair[1], result, left, length, radix);
      return result;
    }
    const a = numeralsToBigint(numerals, 0, left, radix);
    const b = numeralsToBigint(numerals, left, length, radix);
    const [first, last] = decrypt ? big.decrypt(a, b) : big.encrypt(a, b);
    bigintToNumerals(first, result, 0, left, radix);
    bigintToNumerals(last, result, left, length, radix);
    return result;
  };

  const column = (values: readonly ArrayLike<number>[], decrypt: boolean) =>
    ff1Column(
      values,
      (value) => check(value, decrypt ? minDecrypt : minEncrypt),
      (value) => transform(value, decrypt),
      decrypt,
    );

  return {
    encrypt: (numerals) => transform(numerals, false),
    decrypt: (numerals) => transform(numerals, true),
    encryptColumn: (values) => column(values, false),
    decryptColumn: (values) => column(values, true),
  };
}
