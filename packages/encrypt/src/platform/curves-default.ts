/**
 * Diffie-Hellman by @noble/curves.
 *
 * @module
 */

import { x448 } from '@noble/curves/ed448.js';
import { x25519 } from '@noble/curves/ed25519.js';
import { p256, p384, p521 } from '@noble/curves/nist.js';
import { type CurveName, type Curves, scalarBytes } from './curves.ts';

const nist = { p256, p384, p521 } as const;
const montgomery = { x25519, x448 } as const;

function check(curve: CurveName, key: Uint8Array, length: number): void {
  if (key.length !== length) throw new RangeError(`a key of ${curve} must have ${length} bytes`);
}

function publicKeyOf(curve: CurveName, privateKey: Uint8Array): Uint8Array {
  check(curve, privateKey, scalarBytes[curve]);
  if (curve === 'x25519' || curve === 'x448') return montgomery[curve].getPublicKey(privateKey);
  return nist[curve].getPublicKey(privateKey, false);
}

function sharedSecret(curve: CurveName, privateKey: Uint8Array, publicKey: Uint8Array): Uint8Array {
  const length = scalarBytes[curve];
  check(curve, privateKey, length);
  if (curve === 'x25519' || curve === 'x448') {
    check(curve, publicKey, length);
    return montgomery[curve].getSharedSecret(privateKey, publicKey);
  }
  check(curve, publicKey, 2 * length + 1);
  // A compressed point: the first byte is no part of the coordinate.
  return nist[curve].getSharedSecret(privateKey, publicKey, true).slice(1);
}

/** noble refuses points off the curve and results of zero. */
export const curves: Curves = { publicKeyOf, sharedSecret };
