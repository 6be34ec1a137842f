import { type WeierstrassPoint, weierstrass } from '@noble/curves/abstract/weierstrass.js';
import { sm2Parameters } from './parameters.ts';

/** The points of the curve, by noble: its additions are complete, its `multiply` blinds the scalar and looks at whole windows. */
export const Sm2Point = /* @__PURE__ */ weierstrass(sm2Parameters);
export type Sm2Point = WeierstrassPoint<bigint>;
