import { numberTo32Bytes } from '../bytes/big-endian.ts';
import { scalarBytes, sm2Parameters } from './parameters.ts';

export const windowBits = 5;
/** 52 windows hold 260 bits. */
export const windowCount = 52;

const order = /* @__PURE__ */ numberTo32Bytes(sm2Parameters.n);

/**
 * Odd digits to base 32, the lowest first, whose sum is k where k is odd and n - k where it is even; `sign` is then -1 (Joye and
 * Tunstall, AFRICACRYPT 2009). The steps are the same for every k.
 */
export function recodeScalar(scalar: Uint8Array): {
  readonly digits: Int8Array;
  readonly sign: number;
} {
  const isEven = 1 - (scalar[scalarBytes - 1]! & 1);
  // n - k or k, chosen by a mask; one byte more, so that the highest windows read zeros.
  const odd = new Uint8Array(scalarBytes + 2);
  let borrow = 0;
  for (let i = scalarBytes - 1; i >= 0; i--) {
    const difference = order[i]! - scalar[i]! - borrow;
    borrow = (difference >>> 31) & 1;
    odd[i + 2] = (scalar[i]! & (isEven - 1)) | (difference & 0xff & -isEven);
  }
  const digits = new Int8Array(windowCount);
  for (let i = 0; i < windowCount - 1; i++) {
    const bit = windowBits * i;
    const at = odd.length - 1 - (bit >> 3);
    const pair = odd[at]! | (odd[at - 1]! << 8);
    // Six bits, the lowest of which counts as one: what is then too much or too little by 32 is in the next digit's lowest.
    digits[i] = ((((pair >> (bit & 7)) & 63) | 1) - 32) | 0;
  }
  const top = windowBits * (windowCount - 1);
  digits[windowCount - 1] = (odd[odd.length - 1 - (top >> 3)]! >> (top & 7)) | 1;
  odd.fill(0);
  return { digits, sign: 1 - 2 * isEven };
}
