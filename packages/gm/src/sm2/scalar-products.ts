import { bytesToNumber, numberTo32Bytes } from '../bytes/big-endian.ts';
import { addPoints, type CurvePoint, decodePoint, encodePoint } from './curve-point.ts';
import {
  type MultiplesTable,
  multiplyPoint,
  multiplyTable,
  multiplyTablePublicly,
  readBaseTable,
} from './multiply-point.ts';

/** Multiples of points of prime order by 1 to n - 1 are not infinity. */
const encode = (point: CurvePoint): Uint8Array => encodePoint(point)!;

/** k·G as 04 ‖ x ‖ y, for a secret k from 1 to n - 1 as 32 bytes. */
export function multiplyBase(scalar: Uint8Array): Uint8Array {
  return encode(multiplyTable(readBaseTable(), scalar));
}

/** k·P as 04 ‖ x ‖ y, for a secret k from 1 to n - 1 as 32 bytes and a point that is on the curve. */
export function multiply(point: Uint8Array, scalar: Uint8Array): Uint8Array {
  return encode(multiplyPoint(decodePoint(point), scalar));
}

/** x of s·G + t·P, or undefined at infinity. s and t are public, from 1 to n - 1. */
export function combineX(
  s: bigint,
  t: bigint,
  point: Uint8Array,
  table: MultiplesTable | undefined,
): bigint | undefined {
  const sum = multiplyTablePublicly(readBaseTable(), numberTo32Bytes(s));
  const scalar = numberTo32Bytes(t);
  const other =
    table === undefined
      ? multiplyPoint(decodePoint(point), scalar)
      : multiplyTablePublicly(table, scalar);
  addPoints(sum, sum, other);
  const encoded = encodePoint(sum);
  return encoded && bytesToNumber(encoded.subarray(1, 33));
}
