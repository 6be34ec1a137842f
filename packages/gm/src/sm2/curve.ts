import { type WeierstrassPoint, weierstrass } from '@noble/curves/abstract/weierstrass.js';
import { sm2Parameters } from './parameters.ts';

/** The points of the curve, by noble: its additions are complete, its `multiply` blinds the scalar and looks at whole windows. */
export const Sm2Point = /* @__PURE__ */ weierstrass(sm2Parameters);
export type Sm2Point = WeierstrassPoint<bigint>;

/** k·P as 04 ‖ x ‖ y, for a secret k from 1 to n - 1 and a point that is on the curve. */
export function multiplyPoint(point: Uint8Array, k: bigint): Uint8Array {
  return Sm2Point.fromBytes(point).multiply(k).toBytes(false);
}
