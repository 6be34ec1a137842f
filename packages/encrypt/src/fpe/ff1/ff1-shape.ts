/**
 * What FF1 computes once for a radix and a length: NIST SP 800-38G, Algorithm 7, steps 1, 3, 4 and 5.
 *
 * @module
 */

/** Sizes of FF1 for numeral strings of one radix and length. */
export interface Ff1Shape {
  /** 2 to 65,536. */
  readonly radix: number;
  /** Number of numerals. */
  readonly length: number;
  /** Numerals of the left half (step 1). */
  readonly left: number;
  /** Numerals of the right half. */
  readonly right: number;
  /** radix^left. */
  readonly leftSize: bigint;
  /** radix^right. */
  readonly rightSize: bigint;
  /** Bytes of NUM(B) (step 3): the b of the standard. */
  readonly numberBytes: number;
  /** Bytes of the pseudo-random number (step 4): the d of the standard. */
  readonly outputBytes: number;
}

/** The sizes for a radix and length. */
export function ff1Shape(radix: number, length: number): Ff1Shape {
  const left = Math.floor(length / 2);
  const right = length - left;
  const leftSize = BigInt(radix) ** BigInt(left);
  const rightSize = left === right ? leftSize : leftSize * BigInt(radix);
  // ceil(ceil(v·log2(radix)) / 8) without rounding: the bits of the largest number of v numerals.
  const bits = (rightSize - 1n).toString(2).length;
  const numberBytes = Math.ceil(bits / 8);
  const outputBytes = 4 * Math.ceil(numberBytes / 4) + 4;
  return { radix, length, left, right, leftSize, rightSize, numberBytes, outputBytes };
}
