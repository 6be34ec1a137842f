import { curvePlatform } from '#platform/sm2';
import { bytesToNumber } from '../bytes/big-endian.ts';
import { Sm2Point } from './curve.ts';
import { sm2Parameters } from './parameters.ts';

const { n } = sm2Parameters;
/** 2^w with w = 127 (GB/T 32918.3-2016 section 6.1). */
const half = 1n << 127n;

/** The lower half of a point's x, with a one above it. */
const shorten = (point: Uint8Array): bigint =>
  half + (bytesToNumber(point.subarray(1, 33)) & (half - 1n));

/**
 * The point that both sides come to: (d + x̄·r)·(P' + x̄'·R') with own keys d and r, the other's P' and R' (GB/T 32918.3-2016 section 6.1,
 * steps A4 to A7). Undefined where it is the point at infinity.
 */
export function computeSharedPoint(
  own: {
    readonly d: bigint;
    readonly ephemeral: bigint;
    readonly ephemeralPoint: Uint8Array;
  },
  peer: { readonly point: Uint8Array; readonly ephemeralPoint: Uint8Array },
): Uint8Array | undefined {
  const t = (own.d + shorten(own.ephemeralPoint) * own.ephemeral) % n;
  // All of it is public.
  const sum = Sm2Point.fromBytes(peer.ephemeralPoint)
    .multiplyUnsafe(shorten(peer.ephemeralPoint))
    .add(Sm2Point.fromBytes(peer.point));
  if (t === 0n || sum.is0()) return undefined;
  return curvePlatform.createScalar(t).multiply(sum.toBytes(false));
}
