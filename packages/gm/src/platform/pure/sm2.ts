import { bytesToNumber } from '../../bytes/big-endian.ts';
import { Sm2Point } from '../../sm2/curve.ts';
import type { CurvePlatform } from '../platform.ts';

export const curvePlatform: CurvePlatform = {
  createSecretScalar(scalar) {
    const k = bytesToNumber(scalar);
    return {
      basePoint: Sm2Point.BASE.multiply(k).toBytes(false),
      multiply: (point) => Sm2Point.fromBytes(point).multiply(k).toBytes(false),
    };
  },
  combineX(s, t, point) {
    const sum = Sm2Point.BASE.mulAddUnsafe(s, Sm2Point.fromBytes(point), t);
    return sum.is0() ? undefined : sum.x;
  },
};
