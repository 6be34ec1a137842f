/**
 * k·G and k·P in windows of five bits with odd digits from -31 to 31: no digit is zero, so every window adds a point, and a table needs
 * the 16 odd multiples only.
 *
 * Where k is secret, every entry of a table is read for every digit, and the one that is wanted is added up with weights of 0 and 1: no
 * index and no branch tells a digit.
 *
 * All additions but the last are the fast ones, which are wrong for points that are equal or opposite. That does not come up. What stands
 * in the sum is s·P with |s| < 32^i before window i is added from below, or a multiple of 32 when doubling from above, and what is
 * added is ±d·32^i·P or ±d·P with d from 1 to 31; all of them are below n/2, so that they are equal as points only where they are equal
 * as numbers. In the last addition the numbers come near n; it is the complete one.
 *
 * @module
 */

import {
  addPoints,
  basePoint,
  type CurvePoint,
  copyPoint,
  createPoint,
  doublePoint,
} from './curve-point.ts';
import { createElement, invert, one } from './field.ts';
import { addAffineInPlace, createJacobian, doubleInPlace, toProjective } from './jacobian.ts';
import { multiply } from './multiply-field.ts';
import { recodeScalar, windowBits, windowCount } from './recode-scalar.ts';

const oddMultiples = 16;
const limbs = 11;
/** Numbers of a window: for each limb of x and then of y, that limb of all sixteen. */
const windowSize = 2 * limbs * oddMultiples;

/** The odd multiples of 32^i·P for every window i, affine: 52 windows, 146 KB. */
export type MultiplesTable = Float64Array;

/** P, 3·P, … 31·P, as affine numbers of one window after the other. One inversion serves all. */
function tabulate(bases: readonly CurvePoint[]): Float64Array {
  const points = bases.flatMap((base) => {
    const twice = createPoint();
    doublePoint(twice, base);
    const multiples = [base];
    for (let i = 1; i < oddMultiples; i++) {
      const next = createPoint();
      addPoints(next, multiples[i - 1]!, twice);
      multiples.push(next);
    }
    return multiples;
  });
  // Products of all z from the left; their inverse is then taken apart from the right.
  const products = points.map(createElement);
  products[0]!.set(points[0]!.z);
  for (let i = 1; i < points.length; i++) multiply(products[i]!, products[i - 1]!, points[i]!.z);
  const inverse = createElement();
  invert(inverse, products.at(-1)!);
  const table = new Float64Array(bases.length * windowSize);
  const own = createElement();
  const coordinate = createElement();
  for (let i = points.length - 1; i >= 0; i--) {
    const { x, y, z } = points[i]!;
    if (i > 0) multiply(own, inverse, products[i - 1]!);
    else own.set(inverse);
    multiply(inverse, inverse, z);
    const entry = i % oddMultiples;
    const start = ((i - entry) / oddMultiples) * windowSize + entry;
    multiply(coordinate, x, own);
    coordinate.forEach((limb, at) => {
      table[start + at * oddMultiples] = limb;
    });
    multiply(coordinate, y, own);
    coordinate.forEach((limb, at) => {
      table[start + (limbs + at) * oddMultiples] = limb;
    });
  }
  return table;
}

/** Makes a table, which takes as long as some ten multiplications without one. */
export function createTable(point: CurvePoint): MultiplesTable {
  const bases = [point];
  for (let i = 1; i < windowCount; i++) {
    const next = createPoint();
    copyPoint(next, bases[i - 1]!);
    for (let bit = 0; bit < windowBits; bit++) doublePoint(next, next);
    bases.push(next);
  }
  return tabulate(bases);
}

let baseTable: MultiplesTable | undefined;

/** That of the base point, made when it is first needed. */
export function readBaseTable(): MultiplesTable {
  baseTable ??= createTable(basePoint);
  return baseTable;
}

const chosenX = /* @__PURE__ */ createElement();
const chosenY = /* @__PURE__ */ createElement();

/** Reads the multiple for a digit into `chosenX` and `chosenY`. */
type Choose = (table: MultiplesTable, window: number, digit: number) => void;

/** 1 where two numbers below 2^31 are equal, else 0. */
const isEqual = (a: number, other: number): number => ((a ^ other) - 1) >>> 31;

const chooseSecretly: Choose = (table, window, digit) => {
  const isNegative = digit >>> 31;
  const sign = 1 - 2 * isNegative;
  const index = (sign * digit) >> 1;
  const w0 = isEqual(index, 0);
  const w1 = isEqual(index, 1);
  const w2 = isEqual(index, 2);
  const w3 = isEqual(index, 3);
  const w4 = isEqual(index, 4);
  const w5 = isEqual(index, 5);
  const w6 = isEqual(index, 6);
  const w7 = isEqual(index, 7);
  const w8 = isEqual(index, 8);
  const w9 = isEqual(index, 9);
  const w10 = isEqual(index, 10);
  const w11 = isEqual(index, 11);
  const w12 = isEqual(index, 12);
  const w13 = isEqual(index, 13);
  const w14 = isEqual(index, 14);
  const w15 = isEqual(index, 15);
  for (let limb = 0; limb < 2 * limbs; limb++) {
    const at = window * windowSize + limb * oddMultiples;
    const sum =
      w0 * table[at]! +
      w1 * table[at + 1]! +
      w2 * table[at + 2]! +
      w3 * table[at + 3]! +
      w4 * table[at + 4]! +
      w5 * table[at + 5]! +
      w6 * table[at + 6]! +
      w7 * table[at + 7]! +
      w8 * table[at + 8]! +
      w9 * table[at + 9]! +
      w10 * table[at + 10]! +
      w11 * table[at + 11]! +
      w12 * table[at + 12]! +
      w13 * table[at + 13]! +
      w14 * table[at + 14]! +
      w15 * table[at + 15]!;
    if (limb < limbs) chosenX[limb] = sum;
    else chosenY[limb - limbs] = sign * sum;
  }
};

const choosePublicly: Choose = (table, window, digit) => {
  const start = window * windowSize + (Math.abs(digit) >> 1);
  const sign = Math.sign(digit);
  for (let limb = 0; limb < limbs; limb++) {
    chosenX[limb] = table[start + limb * oddMultiples]!;
    chosenY[limb] = sign * table[start + (limbs + limb) * oddMultiples]!;
  }
};

/** sum + chosen by the complete formula, with the sign that the recoding took away. */
function finish(sum: ReturnType<typeof createJacobian>, sign: number): CurvePoint {
  const result = toProjective(sum);
  addPoints(result, result, { x: chosenX, y: chosenY, z: one });
  for (let limb = 0; limb < limbs; limb++) result.y[limb] = sign * result.y[limb]!;
  sum.x.fill(0);
  sum.y.fill(0);
  chosenX.fill(0);
  chosenY.fill(0);
  return result;
}

/** k·P for k from 1 to n - 1 and a point with a table. */
function walkTable(table: MultiplesTable, scalar: Uint8Array, choose: Choose): CurvePoint {
  const { digits, sign } = recodeScalar(scalar);
  const sum = createJacobian();
  choose(table, 0, digits[0]!);
  sum.x.set(chosenX);
  sum.y.set(chosenY);
  sum.z.set(one);
  for (let window = 1; window < windowCount - 1; window++) {
    choose(table, window, digits[window]!);
    addAffineInPlace(sum, chosenX, chosenY);
  }
  choose(table, windowCount - 1, digits[windowCount - 1]!);
  digits.fill(0);
  return finish(sum, sign);
}

/** k·P for a secret k, as 32 bytes, and a point with a table. */
export function multiplyTable(table: MultiplesTable, scalar: Uint8Array): CurvePoint {
  return walkTable(table, scalar, chooseSecretly);
}

/** The same for a public k: entries are read by their index. */
export function multiplyTablePublicly(table: MultiplesTable, scalar: Uint8Array): CurvePoint {
  return walkTable(table, scalar, choosePublicly);
}

/** k·P for a secret k from 1 to n - 1, as 32 bytes, and any point but infinity. */
export function multiplyPoint(point: CurvePoint, scalar: Uint8Array): CurvePoint {
  const { digits, sign } = recodeScalar(scalar);
  const table = tabulate([point]);
  const sum = createJacobian();
  chooseSecretly(table, 0, digits[windowCount - 1]!);
  sum.x.set(chosenX);
  sum.y.set(chosenY);
  sum.z.set(one);
  for (let window = windowCount - 2; window >= 0; window--) {
    for (let bit = 0; bit < windowBits; bit++) doubleInPlace(sum);
    chooseSecretly(table, 0, digits[window]!);
    if (window > 0) addAffineInPlace(sum, chosenX, chosenY);
  }
  digits.fill(0);
  return finish(sum, sign);
}
