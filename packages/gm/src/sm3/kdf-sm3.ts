import { hashPlatform } from '#platform/sm3';
import { readBytes, readCount } from '../bytes/read-input.ts';
import { sm3HashBytes } from './sm3-state.ts';

/** One GiB: far from the bound of the counter, and what an array holds. */
const mostDerivedBytes = 2 ** 30;

/**
 * The key derivation function of SM2 encryption and key exchange: SM3(secret ‖ 1) ‖ SM3(secret ‖ 2) ‖ … (GB/T 32918.3-2016
 * section 5.4.3, GB/T 32918.4-2016 section 5.4.3). For protocols of your own, {@link hkdfSm3} is the better one.
 *
 * @param secret - the shared secret
 * @param length - how many bytes to derive, 0 to 2^30
 * @throws {DataSecurityError} `ERR_GM_INPUT` for other types and for lengths out of range
 *
 * @example
 * ```ts
 * import { kdfSm3 } from '@yushu/gm/sm3';
 *
 * const key = kdfSm3(new TextEncoder().encode('emmansun'), 16);
 * console.log(Buffer.from(key).toString('hex')); // 708993ef1388a0ae4245a19bb6c02554
 * ```
 */
export function kdfSm3(secret: Uint8Array, length: number): Uint8Array {
  const given = readBytes(secret, 'secret');
  readCount(length, 0, mostDerivedBytes, 'length');
  const input = new Uint8Array(given.length + 4);
  input.set(given);
  const counter = new DataView(input.buffer, given.length);
  const output = new Uint8Array(length);
  for (let offset = 0, count = 1; offset < length; offset += sm3HashBytes, count++) {
    counter.setUint32(0, count);
    output.set(hashPlatform.hash(input).subarray(0, length - offset), offset);
  }
  return output;
}
