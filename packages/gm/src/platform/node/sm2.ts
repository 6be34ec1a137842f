import type { CurvePlatform } from '../platform.ts';
import { curvePlatform as pure } from '../pure/sm2.ts';
import { combineNativeX, createNativeScalar, isCurveNative } from './native-scalar.ts';
import { askOnce } from './probe.ts';

const isNative = /* @__PURE__ */ askOnce(isCurveNative);

export const curvePlatform: CurvePlatform = {
  createSecretScalar: (scalar) =>
    isNative() ? createNativeScalar(scalar) : pure.createSecretScalar(scalar),
  combineX: (s, t, point) =>
    isNative() ? combineNativeX(s, t, point) : pure.combineX(s, t, point),
};
