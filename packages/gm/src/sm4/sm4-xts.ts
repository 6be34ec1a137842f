import { readBytes } from '../bytes/read-input.ts';
import { keyError } from '../errors.ts';
import {
  createInsecureXts,
  type InsecureXts,
  type XtsStandard,
  type XtsTweak,
} from './insecure-xts.ts';
import { transformBlocks } from './sm4-rounds.ts';
import { expandSm4Key, sm4KeyBytes } from './sm4-schedule.ts';

/** Which standard's order of bits the tweak is multiplied in, see {@link XtsStandard}. */
export type Sm4XtsStandard = XtsStandard;

/** Options of {@link createSm4Xts}. */
export interface Sm4XtsOptions {
  /** `GB/T 17964-2021` unless given. */
  readonly standard?: Sm4XtsStandard;
}

/** Where a data unit stands: its number, which becomes 16 little-endian bytes, or the 16 bytes of the tweak themselves. */
export type Sm4XtsTweak = XtsTweak;

/** Encryption of storage under one pair of SM4 keys. The keys are in no property of the object. */
export interface Sm4Xts extends InsecureXts {
  /** Its name in standards and records. */
  readonly algorithm: 'SM4-XTS';
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
  const bytes = readBytes(key, 'key');
  if (bytes.length !== 2 * sm4KeyBytes) {
    throw keyError('An SM4-XTS key is 32 bytes', 'Join two independent SM4 keys.', {
      expected: 2 * sm4KeyBytes,
      actual: bytes.length,
    });
  }
  const dataKey = expandSm4Key(bytes.subarray(0, sm4KeyBytes));
  const tweakKey = expandSm4Key(bytes.subarray(sm4KeyBytes));
  const xts = createInsecureXts(
    {
      transformBlocks: (blocks, decrypt) => transformBlocks(dataKey, blocks, decrypt),
      encryptTweak: (block) => transformBlocks(tweakKey, block, false),
    },
    { standard: options.standard ?? 'GB/T 17964-2021' },
  );
  return { algorithm: 'SM4-XTS', ...xts };
}
