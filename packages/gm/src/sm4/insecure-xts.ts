import { readBytes, readChoice, readCount, readExactBytes } from '../bytes/read-input.ts';
import { inputError, openError } from '../errors.ts';

/** Bytes of a block: XTS is defined for ciphers of 128 bits only. */
const blockBytes = 16;

/**
 * Which standard's order of bits the tweak is multiplied in. The two give different bytes from the second block on; OpenSSL calls them
 * `GB` (its default for SM4) and `IEEE`.
 */
export type XtsStandard = 'GB/T 17964-2021' | 'IEEE 1619';

/** Where a data unit stands: its number, which becomes 16 little-endian bytes, or the 16 bytes of the tweak themselves. */
export type XtsTweak = number | bigint | Uint8Array;

/** A block cipher of 128 bits under the two keys of XTS. */
export interface XtsBlockCipher {
  /** Whole blocks under the key of the data, each by itself. Gives new bytes, and leaves those that it was given as they are. */
  transformBlocks(blocks: Uint8Array, decrypt: boolean): Uint8Array;
  /** One block, encrypted under the key of the tweak. Gives new bytes. */
  encryptTweak(block: Uint8Array): Uint8Array;
}

/** Options of {@link createInsecureXts}. */
export interface InsecureXtsOptions {
  /** `IEEE 1619` unless given. */
  readonly standard?: XtsStandard;
}

/** Encryption of data units that may not grow, under one pair of keys. */
export interface InsecureXts {
  /** Which order of bits. */
  readonly standard: XtsStandard;
  /**
   * Encrypts one data unit of 16 bytes to 16 MiB; the result has the same length.
   *
   * @throws {DataSecurityError} `ERR_GM_INPUT`
   */
  encryptUnit(tweak: XtsTweak, plaintext: Uint8Array): Uint8Array;
  /**
   * Decrypts one data unit. There is no tag: what was changed decrypts to something else.
   *
   * @throws {DataSecurityError} `ERR_GM_OPEN` for a length that no unit has; `ERR_GM_INPUT` for wrong types
   */
  decryptUnit(tweak: XtsTweak, ciphertext: Uint8Array): Uint8Array;
}

/** IEEE 1619-2018 section 5.1: not more than 2^20 blocks in a data unit. */
const mostUnitBytes = 2 ** 20 * blockBytes;

function readTweak(tweak: XtsTweak): Uint8Array {
  if (typeof tweak !== 'number' && typeof tweak !== 'bigint') {
    return readExactBytes(tweak, blockBytes, 'tweak').slice();
  }
  if (typeof tweak === 'number') readCount(tweak, 0, Number.MAX_SAFE_INTEGER, 'tweak');
  const number = BigInt(tweak);
  if (number < 0n || number >= 1n << 128n) {
    throw inputError('tweak is out of range', 'Give a number from 0 to 2^128 - 1.');
  }
  const bytes = new Uint8Array(blockBytes);
  const view = new DataView(bytes.buffer);
  view.setBigUint64(0, BigInt.asUintN(64, number), true);
  view.setBigUint64(8, number >> 64n, true);
  return bytes;
}

/** Times x in the order of IEEE 1619: the first byte holds the lowest coefficients, its lowest bit first. */
function doubleIeee(tweak: Uint8Array): void {
  let carry = 0;
  for (let i = 0; i < blockBytes; i++) {
    const byte = tweak[i]!;
    tweak[i] = (byte << 1) | carry;
    carry = byte >>> 7;
  }
  tweak[0] = tweak[0]! ^ (-carry & 0x87);
}

/** Times x in the order of GB/T 17964-2021, which is that of GCM: the highest bit first. */
function doubleGb(tweak: Uint8Array): void {
  let carry = 0;
  for (let i = 0; i < blockBytes; i++) {
    const byte = tweak[i]!;
    tweak[i] = (byte >>> 1) | (carry << 7);
    carry = byte & 1;
  }
  tweak[0] = tweak[0]! ^ (-carry & 0xe1);
}

function xorInto(target: Uint8Array, other: Uint8Array): void {
  for (let i = 0; i < target.length; i++) target[i] = target[i]! ^ other[i]!;
}

/**
 * XTS over a block cipher of 128 bits that you give (IEEE 1619, NIST SP 800-38E, GB/T 17964-2021 section 11), insecure: nothing tells
 * whether a unit was changed, moved back to an older state, or decrypted under another key, and equal blocks at the same place stay
 * equal. Only for sectors and pages where nothing may grow; for fields and messages take an AEAD.
 *
 * @throws {DataSecurityError} `ERR_GM_INPUT` for an unknown standard
 *
 * @example
 * ```ts
 * import { createInsecureSm4Ecb, createInsecureXts } from '@yushu/gm/insecure';
 *
 * const [data, tweak] = [1, 2].map((byte) =>
 *   createInsecureSm4Ecb(new Uint8Array(16).fill(byte), { padding: 'none' }),
 * );
 * const disk = createInsecureXts({
 *   transformBlocks: (blocks, decrypt) => (decrypt ? data!.decrypt(blocks) : data!.encrypt(blocks)),
 *   encryptTweak: (block) => tweak!.encrypt(block),
 * });
 * const sector = disk.encryptUnit(7, new Uint8Array(512));
 * console.log(disk.decryptUnit(7, sector).every((byte) => byte === 0)); // true
 * ```
 */
export function createInsecureXts(
  cipher: XtsBlockCipher,
  options: InsecureXtsOptions = {},
): InsecureXts {
  const standard = readChoice(
    options.standard ?? 'IEEE 1619',
    ['GB/T 17964-2021', 'IEEE 1619'],
    'standard',
  );
  const double = standard === 'IEEE 1619' ? doubleIeee : doubleGb;

  const crypt = (tweak: XtsTweak, input: Uint8Array, decrypt: boolean): Uint8Array => {
    const { length } = input;
    const rest = length % blockBytes;
    const whole = length - rest;
    const count = Math.ceil(length / blockBytes);
    const masks = new Uint8Array(count * blockBytes);
    const mask = cipher.encryptTweak(readTweak(tweak));
    for (let i = 0; i < count; i++, double(mask)) masks.set(mask, i * blockBytes);
    const maskAt = (i: number) => masks.subarray(i * blockBytes, (i + 1) * blockBytes);
    const runBlock = (block: Uint8Array, i: number): Uint8Array => {
      xorInto(block, maskAt(i));
      const result = cipher.transformBlocks(block, decrypt);
      xorInto(result, maskAt(i));
      return result;
    };
    // With a rest, the last whole block is taken apart; when decrypting it was made with the mask after its own.
    const plain = rest === 0 ? whole : whole - blockBytes;
    const head = input.slice(0, plain);
    xorInto(head, masks);
    const output = new Uint8Array(length);
    output.set(cipher.transformBlocks(head, decrypt));
    xorInto(output.subarray(0, plain), masks);
    if (rest === 0) return output;
    const last = count - 1;
    const stolen = runBlock(input.slice(plain, whole), decrypt ? last : last - 1);
    const final = input.slice(whole);
    output.set(stolen.subarray(0, rest), whole);
    stolen.set(final);
    output.set(runBlock(stolen, decrypt ? last - 1 : last), plain);
    return output;
  };
  const fits = (length: number) => length >= blockBytes && length <= mostUnitBytes;
  return {
    standard,
    encryptUnit(tweak, plaintext) {
      const unit = readBytes(plaintext, 'plaintext');
      const { length } = unit;
      if (fits(length)) return crypt(tweak, unit, false);
      throw inputError('A data unit has 16 bytes to 16 MiB', 'Cut the data into sectors.', {
        length,
      });
    },
    decryptUnit(tweak, ciphertext) {
      const unit = readBytes(ciphertext, 'ciphertext');
      if (fits(unit.length)) return crypt(tweak, unit, true);
      throw openError();
    },
  };
}
