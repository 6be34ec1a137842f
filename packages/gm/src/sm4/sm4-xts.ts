import { readBytes, readChoice, readCount, readExactBytes } from '../bytes/read-input.ts';
import { inputError, keyError, openError } from '../errors.ts';
import { transformBlocks } from './sm4-rounds.ts';
import { expandSm4Key, sm4BlockBytes, sm4KeyBytes } from './sm4-schedule.ts';

/**
 * Which standard's order of bits the tweak is multiplied in. The two give different bytes from the second block on; OpenSSL calls them
 * `GB` (its default) and `IEEE`.
 */
export type Sm4XtsStandard = 'GB/T 17964-2021' | 'IEEE 1619';

/** Options of {@link createSm4Xts}. */
export interface Sm4XtsOptions {
  /** `GB/T 17964-2021` unless given. */
  readonly standard?: Sm4XtsStandard;
}

/** Where a data unit stands: its number, which becomes 16 little-endian bytes, or the 16 bytes of the tweak themselves. */
export type Sm4XtsTweak = number | bigint | Uint8Array;

/** Encryption of storage under one pair of SM4 keys. The keys are in no property of the object. */
export interface Sm4Xts {
  /** Its name in standards and records. */
  readonly algorithm: 'SM4-XTS';
  /** Which order of bits. */
  readonly standard: Sm4XtsStandard;
  /**
   * Encrypts one data unit of 16 bytes to 16 MiB; the result has the same length.
   *
   * @throws {DataSecurityError} `ERR_GM_INPUT`
   */
  encryptUnit(tweak: Sm4XtsTweak, plaintext: Uint8Array): Uint8Array;
  /**
   * Decrypts one data unit. There is no tag: what was changed decrypts to something else.
   *
   * @throws {DataSecurityError} `ERR_GM_OPEN` for a length that no unit has; `ERR_GM_INPUT` for wrong types
   */
  decryptUnit(tweak: Sm4XtsTweak, ciphertext: Uint8Array): Uint8Array;
}

/** IEEE 1619-2018 section 5.1: not more than 2^20 blocks in a data unit. */
const mostUnitBytes = 2 ** 20 * sm4BlockBytes;

function readTweak(tweak: Sm4XtsTweak): Uint8Array {
  if (typeof tweak !== 'number' && typeof tweak !== 'bigint') {
    return readExactBytes(tweak, sm4BlockBytes, 'tweak').slice();
  }
  if (typeof tweak === 'number') readCount(tweak, 0, Number.MAX_SAFE_INTEGER, 'tweak');
  const number = BigInt(tweak);
  if (number < 0n || number >= 1n << 128n) {
    throw inputError('tweak is out of range', 'Give a number from 0 to 2^128 - 1.');
  }
  const bytes = new Uint8Array(sm4BlockBytes);
  const view = new DataView(bytes.buffer);
  view.setBigUint64(0, BigInt.asUintN(64, number), true);
  view.setBigUint64(8, number >> 64n, true);
  return bytes;
}

/** Times x in the order of IEEE 1619: the first byte holds the lowest coefficients, its lowest bit first. */
function doubleIeee(tweak: Uint8Array): void {
  let carry = 0;
  for (let i = 0; i < sm4BlockBytes; i++) {
    const byte = tweak[i]!;
    tweak[i] = (byte << 1) | carry;
    carry = byte >>> 7;
  }
  tweak[0] = tweak[0]! ^ (-carry & 0x87);
}

/** Times x in the order of GB/T 17964-2021, which is that of GCM: the highest bit first. */
function doubleGb(tweak: Uint8Array): void {
  let carry = 0;
  for (let i = 0; i < sm4BlockBytes; i++) {
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
 * SM4-XTS for sectors and pages, where nothing may grow (GB/T 17964-2021 section 11, IEEE 1619). Not authenticated; for fields and
 * messages take an AEAD.
 *
 * @param key - 32 bytes: the key of the data, then that of the tweak. They must differ and be independent.
 * @throws {DataSecurityError} `ERR_GM_KEY` for a key of another length, `ERR_GM_INPUT` for an unknown standard
 *
 * @example
 * ```ts
 * import { createSm4Xts } from '@yushu/gm/sm4';
 *
 * const key = crypto.getRandomValues(new Uint8Array(32));
 * const disk = createSm4Xts(key);
 * const sector = disk.encryptUnit(7, new Uint8Array(512));
 * console.log(disk.decryptUnit(7, sector).every((byte) => byte === 0)); // true
 * ```
 */
export function createSm4Xts(key: Uint8Array, options: Sm4XtsOptions = {}): Sm4Xts {
  const standard = readChoice(
    options.standard ?? 'GB/T 17964-2021',
    ['GB/T 17964-2021', 'IEEE 1619'],
    'standard',
  );
  const bytes = readBytes(key, 'key');
  if (bytes.length !== 2 * sm4KeyBytes) {
    throw keyError('An SM4-XTS key is 32 bytes', 'Join two independent SM4 keys.', {
      expected: 2 * sm4KeyBytes,
      actual: bytes.length,
    });
  }
  const dataKey = expandSm4Key(bytes.subarray(0, sm4KeyBytes));
  const tweakKey = expandSm4Key(bytes.subarray(sm4KeyBytes));
  const double = standard === 'IEEE 1619' ? doubleIeee : doubleGb;

  const crypt = (tweak: Sm4XtsTweak, input: Uint8Array, decrypt: boolean): Uint8Array => {
    const { length } = input;
    const rest = length % sm4BlockBytes;
    const whole = length - rest;
    const count = Math.ceil(length / sm4BlockBytes);
    const masks = new Uint8Array(count * sm4BlockBytes);
    const mask = transformBlocks(tweakKey, readTweak(tweak), false);
    for (let i = 0; i < count; i++, double(mask)) masks.set(mask, i * sm4BlockBytes);
    const maskAt = (i: number) => masks.subarray(i * sm4BlockBytes, (i + 1) * sm4BlockBytes);
    const runBlock = (block: Uint8Array, i: number): Uint8Array => {
      xorInto(block, maskAt(i));
      const result = transformBlocks(dataKey, block, decrypt);
      xorInto(result, maskAt(i));
      return result;
    };
    // With a rest, the last whole block is taken apart; when decrypting it was made with the mask after its own.
    const plain = rest === 0 ? whole : whole - sm4BlockBytes;
    const head = input.slice(0, plain);
    xorInto(head, masks);
    const output = new Uint8Array(length);
    output.set(transformBlocks(dataKey, head, decrypt));
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
  const fits = (length: number) => length >= sm4BlockBytes && length <= mostUnitBytes;
  return {
    algorithm: 'SM4-XTS',
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
