import { createECDH } from 'node:crypto';
import { bytesToNumber, numberTo32Bytes } from '../../bytes/big-endian.ts';
import { coordinates, pointBytes, Sm2Point, scalars, sm2Parameters } from '../../sm2/curve.ts';
import type { SecretScalar } from '../platform.ts';

const curveName = 'SM2';
const { p, a, b } = sm2Parameters;
const baseX = /* @__PURE__ */ numberTo32Bytes(sm2Parameters.Gx);

/** Whether this Node's OpenSSL knows the curve, and knows it right. Throws where it does not: builds without SM2 exist. */
export function isCurveNative(): boolean {
  const ecdh = createECDH(curveName);
  ecdh.setPrivateKey(numberTo32Bytes(2n));
  return ecdh.getPublicKey().equals(Sm2Point.BASE.double().toBytes(false));
}

/**
 * OpenSSL multiplies by secret scalars in constant time, but tells of k·P only x. The y that belongs to it follows from the x of
 * k·(P + G) = k·P + k·G, since k·G is known in full:
 *
 *   x3 = ((y1 - yG) / (x1 - xG))^2 - x1 - xG   gives   y1 = (y1^2 + yG^2 - (x3 + x1 + xG)·(x1 - xG)^2) / (2·yG)
 *
 * with y1^2 from the curve's equation.
 */
export function createNativeScalar(scalar: Uint8Array): SecretScalar {
  const ecdh = createECDH(curveName);
  ecdh.setPrivateKey(scalar);
  const basePoint = new Uint8Array(ecdh.getPublicKey());
  const xG = bytesToNumber(basePoint.subarray(1, 33));
  const yG = bytesToNumber(basePoint.subarray(33));
  let halfInverse: bigint | undefined;
  return {
    basePoint,
    multiply(point) {
      // P = G and P = -G have no sum to learn from; the answer is known.
      if (Buffer.compare(point.subarray(1, 33), baseX) === 0) {
        const same = bytesToNumber(point.subarray(33)) === sm2Parameters.Gy;
        return joinPoint(basePoint.subarray(1, 33), same ? yG : p - yG);
      }
      const sum = Sm2Point.fromBytes(point).add(Sm2Point.BASE).toBytes(false);
      const x = ecdh.computeSecret(point);
      const x1 = bytesToNumber(x);
      const x3 = bytesToNumber(ecdh.computeSecret(sum));
      halfInverse ??= coordinates.inv((2n * yG) % p);
      const gap = x1 - xG;
      const right = ((x3 + x1 + xG) * ((gap * gap) % p)) % p;
      const squares = (((x1 * x1 + a) % p) * x1 + b + yG * yG) % p;
      return joinPoint(x, coordinates.create((squares - right) * halfInverse));
    },
  };
}

function joinPoint(x: Uint8Array, y: bigint): Uint8Array {
  const joined = new Uint8Array(pointBytes);
  joined[0] = 0x04;
  joined.set(x, 33 - x.length);
  joined.set(numberTo32Bytes(y), 33);
  return joined;
}

/** The x of s·G + t·P is that of t·(P + (s/t)·G): OpenSSL does both multiplications. All of it is public. */
export function combineNativeX(s: bigint, t: bigint, point: Uint8Array): bigint | undefined {
  const ecdh = createECDH(curveName);
  ecdh.setPrivateKey(numberTo32Bytes(scalars.mul(s, scalars.inv(t))));
  const sum = Sm2Point.fromBytes(point).add(Sm2Point.fromBytes(ecdh.getPublicKey()));
  if (sum.is0()) return undefined;
  ecdh.setPrivateKey(numberTo32Bytes(t));
  return bytesToNumber(ecdh.computeSecret(sum.toBytes(false)));
}
