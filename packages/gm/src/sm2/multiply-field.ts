/**
 * Multiplication in the field of SM2, p = 2^256 - 2^224 - 2^96 + 2^64 - 1.
 *
 * An element is eleven limbs of 24 bits with sign, as doubles: a product of limbs and a sum of eleven of them stay below 2^53 and so are
 * exact. This is three times as fast as BigInt, and takes the same steps whatever the numbers are: nothing here branches on a limb or
 * uses one as an index. Montgomery's form with R = 2^264 suits p: -1/p is 1 modulo 2^24, so the digit that clears a limb is the limb.
 *
 * Limbs of a result are at most 2^23. Factors may be sums: the product of their limbs' bounds must stay below 2^49.5, that is, a sum of
 * three may meet a sum of three, one of ten a single one.
 *
 * @module
 */

/** Eleven limbs, the lowest first. */
export type FieldElement = Float64Array;

/** Adding and subtracting it rounds to a multiple of 2^24: that is the distance of doubles of this size. */
const rounder = 3 * 2 ** 75;
const shrink = 2 ** -24;

/** out = a · b / R. `out` may be a factor. */
export function multiply(out: FieldElement, a: FieldElement, b: FieldElement): void {
  const a0 = a[0]!;
  const a1 = a[1]!;
  const a2 = a[2]!;
  const a3 = a[3]!;
  const a4 = a[4]!;
  const a5 = a[5]!;
  const a6 = a[6]!;
  const a7 = a[7]!;
  const a8 = a[8]!;
  const a9 = a[9]!;
  const a10 = a[10]!;
  const b0 = b[0]!;
  const b1 = b[1]!;
  const b2 = b[2]!;
  const b3 = b[3]!;
  const b4 = b[4]!;
  const b5 = b[5]!;
  const b6 = b[6]!;
  const b7 = b[7]!;
  const b8 = b[8]!;
  const b9 = b[9]!;
  const b10 = b[10]!;
  const t0 = a0 * b0;
  let t1 = a0 * b1 + a1 * b0;
  let t2 = a0 * b2 + a1 * b1 + a2 * b0;
  let t3 = a0 * b3 + a1 * b2 + a2 * b1 + a3 * b0;
  let t4 = a0 * b4 + a1 * b3 + a2 * b2 + a3 * b1 + a4 * b0;
  let t5 = a0 * b5 + a1 * b4 + a2 * b3 + a3 * b2 + a4 * b1 + a5 * b0;
  let t6 = a0 * b6 + a1 * b5 + a2 * b4 + a3 * b3 + a4 * b2 + a5 * b1 + a6 * b0;
  let t7 = a0 * b7 + a1 * b6 + a2 * b5 + a3 * b4 + a4 * b3 + a5 * b2 + a6 * b1 + a7 * b0;
  let t8 = a0 * b8 + a1 * b7 + a2 * b6 + a3 * b5 + a4 * b4 + a5 * b3 + a6 * b2 + a7 * b1 + a8 * b0;
  let t9 =
    a0 * b9 +
    a1 * b8 +
    a2 * b7 +
    a3 * b6 +
    a4 * b5 +
    a5 * b4 +
    a6 * b3 +
    a7 * b2 +
    a8 * b1 +
    a9 * b0;
  let t10 =
    a0 * b10 +
    a1 * b9 +
    a2 * b8 +
    a3 * b7 +
    a4 * b6 +
    a5 * b5 +
    a6 * b4 +
    a7 * b3 +
    a8 * b2 +
    a9 * b1 +
    a10 * b0;
  let t11 =
    a1 * b10 +
    a2 * b9 +
    a3 * b8 +
    a4 * b7 +
    a5 * b6 +
    a6 * b5 +
    a7 * b4 +
    a8 * b3 +
    a9 * b2 +
    a10 * b1;
  let t12 =
    a2 * b10 + a3 * b9 + a4 * b8 + a5 * b7 + a6 * b6 + a7 * b5 + a8 * b4 + a9 * b3 + a10 * b2;
  let t13 = a3 * b10 + a4 * b9 + a5 * b8 + a6 * b7 + a7 * b6 + a8 * b5 + a9 * b4 + a10 * b3;
  let t14 = a4 * b10 + a5 * b9 + a6 * b8 + a7 * b7 + a8 * b6 + a9 * b5 + a10 * b4;
  let t15 = a5 * b10 + a6 * b9 + a7 * b8 + a8 * b7 + a9 * b6 + a10 * b5;
  let t16 = a6 * b10 + a7 * b9 + a8 * b8 + a9 * b7 + a10 * b6;
  let t17 = a7 * b10 + a8 * b9 + a9 * b8 + a10 * b7;
  let t18 = a8 * b10 + a9 * b9 + a10 * b8;
  let t19 = a9 * b10 + a10 * b9;
  let t20 = a10 * b10;
  let t21 = 0;
  let carry: number;
  let digit: number;
  carry = t0 + rounder - rounder;
  digit = t0 - carry;
  t1 += carry * shrink;
  t2 += digit * 65536;
  t4 -= digit;
  t9 -= digit * 256;
  t10 += digit * 65536;
  carry = t1 + rounder - rounder;
  digit = t1 - carry;
  t2 += carry * shrink;
  t3 += digit * 65536;
  t5 -= digit;
  t10 -= digit * 256;
  t11 += digit * 65536;
  carry = t2 + rounder - rounder;
  digit = t2 - carry;
  t3 += carry * shrink;
  t4 += digit * 65536;
  t6 -= digit;
  t11 -= digit * 256;
  t12 += digit * 65536;
  carry = t3 + rounder - rounder;
  digit = t3 - carry;
  t4 += carry * shrink;
  t5 += digit * 65536;
  t7 -= digit;
  t12 -= digit * 256;
  t13 += digit * 65536;
  carry = t4 + rounder - rounder;
  digit = t4 - carry;
  t5 += carry * shrink;
  t6 += digit * 65536;
  t8 -= digit;
  t13 -= digit * 256;
  t14 += digit * 65536;
  carry = t5 + rounder - rounder;
  digit = t5 - carry;
  t6 += carry * shrink;
  t7 += digit * 65536;
  t9 -= digit;
  t14 -= digit * 256;
  t15 += digit * 65536;
  carry = t6 + rounder - rounder;
  digit = t6 - carry;
  t7 += carry * shrink;
  t8 += digit * 65536;
  t10 -= digit;
  t15 -= digit * 256;
  t16 += digit * 65536;
  carry = t7 + rounder - rounder;
  digit = t7 - carry;
  t8 += carry * shrink;
  t9 += digit * 65536;
  t11 -= digit;
  t16 -= digit * 256;
  t17 += digit * 65536;
  carry = t8 + rounder - rounder;
  digit = t8 - carry;
  t9 += carry * shrink;
  t10 += digit * 65536;
  t12 -= digit;
  t17 -= digit * 256;
  t18 += digit * 65536;
  carry = t9 + rounder - rounder;
  digit = t9 - carry;
  t10 += carry * shrink;
  t11 += digit * 65536;
  t13 -= digit;
  t18 -= digit * 256;
  t19 += digit * 65536;
  carry = t10 + rounder - rounder;
  digit = t10 - carry;
  t11 += carry * shrink;
  t12 += digit * 65536;
  t14 -= digit;
  t19 -= digit * 256;
  t20 += digit * 65536;
  carry = t11 + rounder - rounder;
  out[0] = t11 - carry;
  t12 += carry * shrink;
  carry = t12 + rounder - rounder;
  out[1] = t12 - carry;
  t13 += carry * shrink;
  carry = t13 + rounder - rounder;
  out[2] = t13 - carry;
  t14 += carry * shrink;
  carry = t14 + rounder - rounder;
  out[3] = t14 - carry;
  t15 += carry * shrink;
  carry = t15 + rounder - rounder;
  out[4] = t15 - carry;
  t16 += carry * shrink;
  carry = t16 + rounder - rounder;
  out[5] = t16 - carry;
  t17 += carry * shrink;
  carry = t17 + rounder - rounder;
  out[6] = t17 - carry;
  t18 += carry * shrink;
  carry = t18 + rounder - rounder;
  out[7] = t18 - carry;
  t19 += carry * shrink;
  carry = t19 + rounder - rounder;
  out[8] = t19 - carry;
  t20 += carry * shrink;
  carry = t20 + rounder - rounder;
  out[9] = t20 - carry;
  t21 += carry * shrink;
  out[10] = t21;
}
