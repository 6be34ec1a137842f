import { Sm2Point } from './curve.ts';
import { pointBytes } from './parameters.ts';

/** A point of the curve as 04 ‖ x ‖ y, from that form or the compressed one (GB/T 32918.1-2016 section 4.2.9), or undefined. */
export function readPoint(bytes: Uint8Array): Uint8Array | undefined {
  const { length } = bytes;
  const form = bytes[0];
  const isKnown =
    (length === pointBytes && form === 0x04) || (length === 33 && (form === 0x02 || form === 0x03));
  if (!isKnown) return undefined;
  try {
    // Refuses coordinates from p on and points off the curve. The order is prime, so the point has it.
    return Sm2Point.fromBytes(bytes).toBytes(false);
  } catch {
    return undefined;
  }
}

/** 02 or 03 ‖ x. */
export function compressPoint(point: Uint8Array): Uint8Array {
  const compressed = point.slice(0, 33);
  compressed[0] = 0x02 | (point[64]! & 1);
  return compressed;
}
