import { bytesToNumber, numberTo32Bytes } from '../bytes/big-endian.ts';
import { concatBytes } from '../bytes/concat-bytes.ts';
import { pointBytes, power, sm2Parameters } from './parameters.ts';

const { p, a, b } = sm2Parameters;

/** x^3 + a·x + b. */
const rightSide = (x: bigint): bigint => (((x * x + a) % p) * x + b) % p;

/** A point of the curve as 04 ‖ x ‖ y, from that form or the compressed one (GB/T 32918.1-2016 section 4.2.9), or undefined. */
export function readPoint(bytes: Uint8Array): Uint8Array | undefined {
  const { length } = bytes;
  const form = bytes[0];
  if (length === pointBytes && form === 0x04) return isOnCurve(bytes) ? bytes.slice() : undefined;
  if (length !== 33 || (form !== 0x02 && form !== 0x03)) return undefined;
  return decompressPoint(bytes.subarray(1), form & 1);
}

/** Both coordinates below p, and y^2 the right side. The order is prime, so the point has it. */
function isOnCurve(point: Uint8Array): boolean {
  const x = bytesToNumber(point.subarray(1, 33));
  const y = bytesToNumber(point.subarray(33));
  return x < p && y < p && (y * y) % p === rightSide(x);
}

/** The y of an x and of a lowest bit. p is 3 modulo 4, so the power (p + 1) / 4 of a square is a root of it. */
function decompressPoint(xBytes: Uint8Array, lowestBit: number): Uint8Array | undefined {
  const x = bytesToNumber(xBytes);
  if (x >= p) return undefined;
  const square = rightSide(x);
  const root = power(square, (p + 1n) / 4n, p);
  if ((root * root) % p !== square) return undefined;
  const y = (root & 1n) === BigInt(lowestBit) ? root : p - root;
  return concatBytes(Uint8Array.of(0x04), xBytes, numberTo32Bytes(y));
}

/** 02 or 03 ‖ x. */
export function compressPoint(point: Uint8Array): Uint8Array {
  const compressed = point.slice(0, 33);
  compressed[0] = 0x02 | (point[64]! & 1);
  return compressed;
}
