import { Sm2Point } from '../../sm2/curve.ts';
import type { CurvePlatform } from '../platform.ts';

export const curvePlatform: CurvePlatform = {
  multiplyBase: (k) => Sm2Point.BASE.multiply(k).toBytes(false),
  createScalar: (k) => ({
    multiplyBase: () => Sm2Point.BASE.multiply(k).toBytes(false),
    multiply: (point) => Sm2Point.fromBytes(point).multiply(k).toBytes(false),
  }),
};
