import { toHex } from './hex.ts';

/** The number that big-endian bytes write. */
export function bytesToNumber(bytes: Uint8Array): bigint {
  return bytes.length === 0 ? 0n : BigInt(`0x${toHex(bytes)}`);
}

/** A number below 2^256 as 32 bytes: leading zeros are kept, which is where SM2 libraries part ways. */
export function numberTo32Bytes(value: bigint): Uint8Array {
  const bytes = new Uint8Array(32);
  const view = new DataView(bytes.buffer);
  for (let offset = 24; offset >= 0; offset -= 8) {
    view.setBigUint64(offset, BigInt.asUintN(64, value));
    value >>= 64n;
  }
  return bytes;
}
