/**
 * Points of the curve in projective coordinates, x = X/Z and y = Y/Z, infinity being (0 : 1 : 0). Addition and doubling are the
 * complete formulas of Renes, Costello and Batina for a = -3 (eprint 2015/1060, algorithms 4 and 6): right for all points, equal,
 * opposite or at infinity, and so without a branch.
 *
 * The number behind a line is how many limb bounds its sum holds; see `multiply-field.ts` for what may be multiplied.
 *
 * @module
 */

import {
  add,
  createElement,
  elementOf,
  invert,
  one,
  readElement,
  settle,
  subtract,
  writeElement,
} from './field.ts';
import { type FieldElement, multiply } from './multiply-field.ts';
import { pointBytes, sm2Parameters } from './parameters.ts';
import { square } from './square-field.ts';

/** Coordinates of one limb bound, as all functions here leave them. */
export interface CurvePoint {
  readonly x: FieldElement;
  readonly y: FieldElement;
  readonly z: FieldElement;
}

const b = /* @__PURE__ */ elementOf(sm2Parameters.b);

export const createPoint = (): CurvePoint => ({
  x: createElement(),
  y: one.slice(),
  z: createElement(),
});

export function copyPoint(target: CurvePoint, source: CurvePoint): void {
  target.x.set(source.x);
  target.y.set(source.y);
  target.z.set(source.z);
}

/** A point that is on the curve, from 04 ‖ x ‖ y. */
export function decodePoint(bytes: Uint8Array): CurvePoint {
  return {
    x: readElement(bytes.subarray(1, 33)),
    y: readElement(bytes.subarray(33)),
    z: one.slice(),
  };
}

/** 04 ‖ x ‖ y, or undefined at infinity. */
export function encodePoint(point: CurvePoint): Uint8Array | undefined {
  const bytes = new Uint8Array(pointBytes);
  const inverse = createElement();
  invert(inverse, point.z);
  writeElement(bytes, 1, inverse);
  // The inverse of 0 is 0, and no other is.
  if (bytes.every((byte) => byte === 0)) return undefined;
  const coordinate = createElement();
  multiply(coordinate, point.x, inverse);
  writeElement(bytes, 1, coordinate);
  multiply(coordinate, point.y, inverse);
  writeElement(bytes, 33, coordinate);
  bytes[0] = 0x04;
  return bytes;
}

export const basePoint: CurvePoint = {
  x: /* @__PURE__ */ elementOf(sm2Parameters.Gx),
  y: /* @__PURE__ */ elementOf(sm2Parameters.Gy),
  z: one,
};

// One set for all: nothing runs between the lines of a formula.
const t0 = /* @__PURE__ */ createElement();
const t1 = /* @__PURE__ */ createElement();
const t2 = /* @__PURE__ */ createElement();
const t3 = /* @__PURE__ */ createElement();
const t4 = /* @__PURE__ */ createElement();
const x3 = /* @__PURE__ */ createElement();
const y3 = /* @__PURE__ */ createElement();
const z3 = /* @__PURE__ */ createElement();

/** out = p + q. `out` may be one of them. */
export function addPoints(out: CurvePoint, p: CurvePoint, q: CurvePoint): void {
  multiply(t0, p.x, q.x);
  multiply(t1, p.y, q.y);
  multiply(t2, p.z, q.z);
  add(t3, p.x, p.y); // 2
  add(t4, q.x, q.y); // 2
  multiply(t3, t3, t4);
  add(t4, t0, t1); // 2
  subtract(t3, t3, t4); // 3
  add(t4, p.y, p.z); // 2
  add(x3, q.y, q.z); // 2
  multiply(t4, t4, x3);
  add(x3, t1, t2); // 2
  subtract(t4, t4, x3); // 3
  add(x3, p.x, p.z); // 2
  add(y3, q.x, q.z); // 2
  multiply(x3, x3, y3);
  add(y3, t0, t2); // 2
  subtract(y3, x3, y3); // 3
  multiply(z3, b, t2);
  subtract(x3, y3, z3); // 4
  add(z3, x3, x3); // 8
  add(x3, x3, z3); // 12
  subtract(z3, t1, x3); // 13
  add(x3, t1, x3); // 13
  settle(x3);
  settle(z3);
  multiply(y3, b, y3);
  add(t1, t2, t2); // 2
  add(t2, t1, t2); // 3
  subtract(y3, y3, t2); // 4
  subtract(y3, y3, t0); // 5
  add(t1, y3, y3); // 10
  add(y3, t1, y3); // 15
  settle(y3);
  add(t1, t0, t0); // 2
  add(t0, t1, t0); // 3
  subtract(t0, t0, t2); // 6
  settle(t0);
  multiply(t1, t4, y3);
  multiply(t2, t0, y3);
  multiply(y3, x3, z3);
  add(y3, y3, t2); // 2
  multiply(x3, t3, x3);
  subtract(x3, x3, t1); // 2
  multiply(z3, t4, z3);
  multiply(t1, t3, t0);
  add(z3, z3, t1); // 2
  leave(out);
}

/** out = 2·p. `out` may be p. */
export function doublePoint(out: CurvePoint, p: CurvePoint): void {
  square(t0, p.x);
  square(t1, p.y);
  square(t2, p.z);
  multiply(t3, p.x, p.y);
  add(t3, t3, t3); // 2
  multiply(z3, p.x, p.z);
  add(z3, z3, z3); // 2
  multiply(y3, b, t2);
  subtract(y3, y3, z3); // 3
  add(x3, y3, y3); // 6
  add(y3, x3, y3); // 9
  subtract(x3, t1, y3); // 10
  add(y3, t1, y3); // 10
  settle(x3);
  settle(y3);
  multiply(y3, x3, y3);
  multiply(x3, x3, t3);
  add(t3, t2, t2); // 2
  add(t2, t2, t3); // 3
  multiply(z3, b, z3);
  subtract(z3, z3, t2); // 4
  subtract(z3, z3, t0); // 5
  add(t3, z3, z3); // 10
  add(z3, z3, t3); // 15
  settle(z3);
  add(t3, t0, t0); // 2
  add(t0, t3, t0); // 3
  subtract(t0, t0, t2); // 6
  multiply(t0, t0, z3);
  add(y3, y3, t0); // 2
  multiply(t0, p.y, p.z);
  add(t0, t0, t0); // 2
  multiply(z3, t0, z3);
  subtract(x3, x3, z3); // 2
  multiply(z3, t0, t1);
  add(z3, z3, z3); // 2
  add(z3, z3, z3); // 4
  leave(out);
}

function leave(out: CurvePoint): void {
  settle(x3);
  settle(y3);
  settle(z3);
  out.x.set(x3);
  out.y.set(y3);
  out.z.set(z3);
}
