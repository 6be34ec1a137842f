import { numberTo32Bytes } from '../../src/bytes/big-endian.ts';
import type { Sm2Point } from '../../src/sm2/curve.ts';

const hasZeroInFront = (value: bigint): boolean => value >> 248n === 0n;

/**
 * Small scalars k for which x or y of k·P begins with a zero byte, where libraries lose digits: with P the base point these are private
 * keys with short public keys, with P a public key they are numbers k with short shared points.
 */
export function findShortScalars(point: Sm2Point, count: number): readonly Uint8Array[] {
  const found: Uint8Array[] = [];
  let multiple = point;
  for (let k = 1n; found.length < count; k++, multiple = multiple.add(point)) {
    const { x, y } = multiple.toAffine();
    if (hasZeroInFront(x) || hasZeroInFront(y)) found.push(numberTo32Bytes(k));
  }
  return found;
}

/** A private key that begins with so many zero bytes; `bytes` are 32. */
export const makeShortPrivateKey = (zeros: number, bytes: Uint8Array): Uint8Array =>
  bytes.map((byte, i) => (i < zeros ? 0 : i === zeros ? byte | 1 : byte));

/** Private keys that begin with one, some and nearly only zero bytes. */
export const shortPrivateKeys: readonly Uint8Array[] = [1, 2, 8, 16, 24, 30].map((zeros) =>
  makeShortPrivateKey(
    zeros,
    Uint8Array.from({ length: 32 }, (_, i) => (i * 37 + 11) & 0x7f),
  ),
);
