import { createECDH, type ECDH } from 'node:crypto';
import { bytesToNumber, numberTo32Bytes } from '../../bytes/big-endian.ts';
import { concatBytes } from '../../bytes/concat-bytes.ts';
import { Sm2Point } from '../../sm2/curve.ts';
import { sm2Parameters } from '../../sm2/parameters.ts';
import type { CurvePlatform, SecretScalar } from '../platform.ts';
import { curvePlatform as pure } from '../pure/sm2.ts';
import { askOnce, plainBytes } from './probe.ts';

const { a, b, n } = sm2Parameters;

/** One for all: making it anew takes a tenth of the time. What it held before, OpenSSL wipes at the next number. */
let ecdh: ECDH | undefined;

/** OpenSSL makes the public key of a private one with its ladder for secret scalars, in little more than half the time of noble. */
function multiplyNatively(k: bigint): Uint8Array {
  ecdh ??= createECDH('SM2');
  ecdh.setPrivateKey(numberTo32Bytes(k));
  return plainBytes(ecdh.getPublicKey());
}

/** Whether this Node's OpenSSL knows the curve, and knows it right. */
export const isCurveNative = /* @__PURE__ */ askOnce(
  () => Buffer.compare(multiplyNatively(2n), Sm2Point.BASE.double().toBytes(false)) === 0,
);

function holdNatively(k: bigint): ECDH {
  const held = createECDH('SM2');
  held.setPrivateKey(numberTo32Bytes(k));
  return held;
}

/**
 * The y of Q = k·P, of which OpenSSL tells x only, from the x of Q + P = (k + 1)·P: with the slope m = (yQ - yP) / (xQ - xP) that
 * sum has x = m² - xQ - xP, and yQ² is known from the equation of the curve, so that yQ itself is left on one side.
 */
function findY(xQ: bigint, xSum: bigint, xP: bigint, yP: bigint): bigint {
  const { Fp } = Sm2Point;
  const squareQ = Fp.add(Fp.mul(Fp.add(Fp.sqr(xQ), a), xQ), b);
  const slopes = Fp.mul(Fp.add(Fp.add(xSum, xQ), xP), Fp.sqr(Fp.sub(xQ, xP)));
  return Fp.div(Fp.sub(Fp.add(squareQ, Fp.sqr(yP)), slopes), Fp.add(yP, yP));
}

/** Twice OpenSSL's ladder for secret scalars is quicker than noble's product once. */
class NativeScalar implements SecretScalar {
  readonly #held: ECDH;
  readonly #next: ECDH;

  /** Takes a number from 1 to n - 2. */
  constructor(k: bigint) {
    this.#held = holdNatively(k);
    this.#next = holdNatively(k + 1n);
  }

  multiplyBase(): Uint8Array {
    return plainBytes(this.#held.getPublicKey());
  }

  multiply(point: Uint8Array): Uint8Array {
    const x = plainBytes(this.#held.computeSecret(point));
    const xSum = bytesToNumber(this.#next.computeSecret(point));
    const xP = bytesToNumber(point.subarray(1, 33));
    const y = findY(bytesToNumber(x), xSum, xP, bytesToNumber(point.subarray(33)));
    return concatBytes(Uint8Array.of(0x04), x, numberTo32Bytes(y));
  }
}

export const curvePlatform: CurvePlatform = {
  multiplyBase: (k) => (isCurveNative() ? multiplyNatively(k) : pure.multiplyBase(k)),
  // (n - 1) + 1 is no number for OpenSSL.
  createScalar: (k) => (isCurveNative() && k < n - 1n ? new NativeScalar(k) : pure.createScalar(k)),
};
