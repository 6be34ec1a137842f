import { createECDH, type ECDH } from 'node:crypto';
import { numberTo32Bytes } from '../../bytes/big-endian.ts';
import { Sm2Point } from '../../sm2/curve.ts';
import type { CurvePlatform } from '../platform.ts';
import { curvePlatform as pure } from '../pure/sm2.ts';
import { askOnce, plainBytes } from './probe.ts';

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

export const curvePlatform: CurvePlatform = {
  multiplyBase: (k) => (isCurveNative() ? multiplyNatively(k) : pure.multiplyBase(k)),
};
