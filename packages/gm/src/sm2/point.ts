import { bytesToNumber } from '../bytes/big-endian.ts';
import { pointBytes, Sm2Point, sm2Parameters } from './curve.ts';

/** A point of the curve as 04 ‖ x ‖ y, from that form or the compressed one (GB/T 32918.1-2016 section 4.2.9), or undefined. */
export function readPoint(bytes: Uint8Array): Uint8Array | undefined {
  const { length } = bytes;
  const form = bytes[0];
  if (length === pointBytes && form === 0x04) return isOnCurve(bytes) ? bytes.slice() : undefined;
  if (length !== 33 || (form !== 0x02 && form !== 0x03)) return undefined;
  try {
    return Sm2Point.fromBytes(bytes).toBytes(false);
  } catch {
    return undefined;
  }
}

/** y^2 = x^3 + a·x + b with both coordinates below p. The order is prime, so the point has it. */
function isOnCurve(point: Uint8Array): boolean {
  const { p, a, b } = sm2Parameters;
  const x = bytesToNumber(point.subarray(1, 33));
  const y = bytesToNumber(point.subarray(33));
  if (x >= p || y >= p) return false;
  return (y * y - (((x * x + a) % p) * x + b)) % p === 0n;
}

/** 02 or 03 ‖ x. */
export function compressPoint(point: Uint8Array): Uint8Array {
  const compressed = point.slice(0, 33);
  compressed[0] = 0x02 | (point[64]! & 1);
  return compressed;
}
