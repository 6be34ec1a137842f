/**
 * The same curve in Jacobian coordinates, x = X/Z^2 and y = Y/Z^3: half the work, but not for all points. Adding is wrong where both are
 * equal or opposite or one is infinity; `multiply-point.ts` says why that does not come up where it adds so.
 *
 * The number behind a line is how many limb bounds its sum holds; see `multiply-field.ts` for what may be multiplied.
 *
 * @module
 */

import type { CurvePoint } from './curve-point.ts';
import { add, createElement, settle, subtract } from './field.ts';
import { type FieldElement, multiply } from './multiply-field.ts';
import { square } from './square-field.ts';

/** X and Z of one limb bound, Y of at most two. */
export interface JacobianPoint {
  readonly x: FieldElement;
  readonly y: FieldElement;
  readonly z: FieldElement;
}

export const createJacobian = (): JacobianPoint => ({
  x: createElement(),
  y: createElement(),
  z: createElement(),
});

const t0 = /* @__PURE__ */ createElement();
const t1 = /* @__PURE__ */ createElement();
const t2 = /* @__PURE__ */ createElement();
const t3 = /* @__PURE__ */ createElement();

/** p = 2·p: 3 multiplications and 5 squarings (Bernstein 2001, for a = -3). */
export function doubleInPlace({ x, y, z }: JacobianPoint): void {
  square(t0, z);
  square(t1, y);
  multiply(t2, x, t1);
  add(z, y, z); // 3
  square(z, z);
  subtract(z, z, t1); // 2
  subtract(z, z, t0); // 3
  settle(z);
  subtract(t3, x, t0); // 2
  add(t0, x, t0); // 2
  multiply(t3, t3, t0);
  add(t0, t3, t3); // 2
  add(t3, t0, t3); // 3
  add(t2, t2, t2); // 2
  add(t2, t2, t2); // 4
  square(x, t3);
  subtract(x, x, t2); // 5
  subtract(x, x, t2); // 9
  settle(x);
  subtract(t2, t2, x); // 5
  settle(t2);
  multiply(y, t3, t2);
  square(t1, t1);
  add(t1, t1, t1); // 2
  add(t1, t1, t1); // 4
  subtract(y, y, t1); // 5
  subtract(y, y, t1); // 9
  settle(y);
}

/** p = p + (qx, qy): 8 multiplications and 3 squarings. */
export function addAffineInPlace(
  { x, y, z }: JacobianPoint,
  qx: FieldElement,
  qy: FieldElement,
): void {
  square(t0, z);
  multiply(t1, t0, z);
  multiply(t0, t0, qx);
  multiply(t1, t1, qy);
  subtract(t0, t0, x); // 2
  subtract(t1, t1, y); // 3
  multiply(z, z, t0);
  square(t2, t0);
  multiply(t0, t0, t2);
  multiply(t2, t2, x);
  square(x, t1);
  subtract(x, x, t0); // 2
  subtract(x, x, t2); // 3
  subtract(x, x, t2); // 4
  settle(x);
  subtract(t2, t2, x); // 2
  multiply(t1, t1, t2);
  multiply(t0, t0, y);
  subtract(y, t1, t0); // 2
}

/** In the projective coordinates of `curve-point.ts`: (X·Z : Y : Z^3). */
export function toProjective({ x, y, z }: JacobianPoint): CurvePoint {
  const point = { x: createElement(), y: y.slice(), z: createElement() };
  multiply(point.x, x, z);
  settle(point.y);
  square(point.z, z);
  multiply(point.z, point.z, z);
  return point;
}
