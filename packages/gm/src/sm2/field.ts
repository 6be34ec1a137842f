import { bytesToNumber } from '../bytes/big-endian.ts';
import { type FieldElement, multiply } from './multiply-field.ts';
import { sm2Parameters } from './parameters.ts';
import { square } from './square-field.ts';

const limbs = 11;
const limbSize = 2 ** 24;
const { p } = sm2Parameters;

export const createElement = (): FieldElement => new Float64Array(limbs);

/** Digits to base 2^24, all of them positive. */
function digitsOf(value: bigint): FieldElement {
  return Float64Array.from({ length: limbs }, (_, i) =>
    Number((value >> BigInt(24 * i)) & 0xffffffn),
  );
}

const modulus = /* @__PURE__ */ digitsOf(p);
/** R^2: a product with it turns a number into Montgomery's form. */
const radixSquared = /* @__PURE__ */ digitsOf((1n << 528n) % p);
const plainOne = /* @__PURE__ */ digitsOf(1n);
/** 1 in Montgomery's form. */
export const one: FieldElement = /* @__PURE__ */ digitsOf((1n << 264n) % p);

/** A number below p, in Montgomery's form. */
export function elementOf(value: bigint): FieldElement {
  const element = digitsOf(value);
  multiply(element, element, radixSquared);
  return element;
}

/** 32 big-endian bytes of a number below p. */
export function readElement(bytes: Uint8Array): FieldElement {
  const element = createElement();
  for (let i = 0; i < limbs; i++) {
    const end = 31 - 3 * i;
    element[i] = bytes[end]! + bytes[end - 1]! * 256 + (end > 1 ? bytes[end - 2]! * 65_536 : 0);
  }
  multiply(element, element, radixSquared);
  return element;
}

/** The number from 0 to p - 1 as 32 big-endian bytes, at `offset` of `target`. */
export function writeElement(target: Uint8Array, offset: number, element: FieldElement): void {
  const value = createElement();
  multiply(value, element, plainOne);
  // The value is between -p and p. Add p, and take it away again if nothing is missing then.
  const reduced = createElement();
  let carry = 0;
  let borrow = 0;
  for (let i = 0; i < limbs; i++) {
    const sum = value[i]! + modulus[i]! + carry;
    carry = Math.floor(sum / limbSize);
    value[i] = sum - carry * limbSize;
    const difference = value[i]! - modulus[i]! + borrow;
    borrow = Math.floor(difference / limbSize);
    reduced[i] = difference - borrow * limbSize;
  }
  // 1 where the difference is not negative, else 0.
  const keep = 1 + borrow;
  for (let i = 0; i < limbs; i++) {
    const digit = value[i]! + keep * (reduced[i]! - value[i]!);
    const end = offset + 31 - 3 * i;
    target[end] = digit & 0xff;
    target[end - 1] = (digit >>> 8) & 0xff;
    if (i < limbs - 1) target[end - 2] = digit >>> 16;
  }
}

// Written out: a loop takes three times as long.
export function add(out: FieldElement, a: FieldElement, b: FieldElement): void {
  out[0] = a[0]! + b[0]!;
  out[1] = a[1]! + b[1]!;
  out[2] = a[2]! + b[2]!;
  out[3] = a[3]! + b[3]!;
  out[4] = a[4]! + b[4]!;
  out[5] = a[5]! + b[5]!;
  out[6] = a[6]! + b[6]!;
  out[7] = a[7]! + b[7]!;
  out[8] = a[8]! + b[8]!;
  out[9] = a[9]! + b[9]!;
  out[10] = a[10]! + b[10]!;
}

export function subtract(out: FieldElement, a: FieldElement, b: FieldElement): void {
  out[0] = a[0]! - b[0]!;
  out[1] = a[1]! - b[1]!;
  out[2] = a[2]! - b[2]!;
  out[3] = a[3]! - b[3]!;
  out[4] = a[4]! - b[4]!;
  out[5] = a[5]! - b[5]!;
  out[6] = a[6]! - b[6]!;
  out[7] = a[7]! - b[7]!;
  out[8] = a[8]! - b[8]!;
  out[9] = a[9]! - b[9]!;
  out[10] = a[10]! - b[10]!;
}

const rounder = 3 * 2 ** 75;
const shrink = 2 ** -24;

/** Brings limbs that sums made greater back to 2^23. The number stays the same. */
export function settle(element: FieldElement): void {
  let limb = element[0]!;
  let high = limb + rounder - rounder;
  element[0] = limb - high;
  limb = element[1]! + high * shrink;
  high = limb + rounder - rounder;
  element[1] = limb - high;
  limb = element[2]! + high * shrink;
  high = limb + rounder - rounder;
  element[2] = limb - high;
  limb = element[3]! + high * shrink;
  high = limb + rounder - rounder;
  element[3] = limb - high;
  limb = element[4]! + high * shrink;
  high = limb + rounder - rounder;
  element[4] = limb - high;
  limb = element[5]! + high * shrink;
  high = limb + rounder - rounder;
  element[5] = limb - high;
  limb = element[6]! + high * shrink;
  high = limb + rounder - rounder;
  element[6] = limb - high;
  limb = element[7]! + high * shrink;
  high = limb + rounder - rounder;
  element[7] = limb - high;
  limb = element[8]! + high * shrink;
  high = limb + rounder - rounder;
  element[8] = limb - high;
  limb = element[9]! + high * shrink;
  high = limb + rounder - rounder;
  element[9] = limb - high;
  element[10] = element[10]! + high * shrink;
}

function squareTimes(element: FieldElement, times: number): void {
  for (let i = 0; i < times; i++) square(element, element);
}

/**
 * out = 1 / a by Fermat, 0 for 0: the same steps for every number. The exponent p - 2 is, from the top, 31 ones, a zero, 128 ones, 32
 * zeros, 62 ones, a zero and a one.
 */
export function invert(out: FieldElement, a: FieldElement): void {
  const first = a.slice();
  /** The power of a whose exponent is so many ones. */
  const join = (high: FieldElement, low: FieldElement, lowCount: number): FieldElement => {
    const joined = high.slice();
    squareTimes(joined, lowCount);
    multiply(joined, joined, low);
    return joined;
  };
  const ones2 = join(first, first, 1);
  const ones4 = join(ones2, ones2, 2);
  const ones8 = join(ones4, ones4, 4);
  const ones16 = join(ones8, ones8, 8);
  const ones24 = join(ones16, ones8, 8);
  const ones28 = join(ones24, ones4, 4);
  const ones30 = join(ones28, ones2, 2);
  const ones31 = join(ones30, first, 1);
  const ones32 = join(ones31, first, 1);
  let result = ones31;
  square(result, result);
  for (let i = 0; i < 4; i++) result = join(result, ones32, 32);
  squareTimes(result, 32);
  result = join(result, ones32, 32);
  result = join(result, ones30, 30);
  out.set(join(result, first, 2));
}

/** Only for tests and public numbers. */
export function toNumber(element: FieldElement): bigint {
  const bytes = new Uint8Array(32);
  writeElement(bytes, 0, element);
  return bytesToNumber(bytes);
}
