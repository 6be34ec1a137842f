/**
 * Diffie-Hellman of the platform: `curves-node.ts` is node:crypto, `curves-default.ts` is noble; `#curves` in package.json
 * picks one.
 *
 * @module
 */

/** Curves by the names of RFC 9180's KEMs. */
export type CurveName = 'p256' | 'p384' | 'p521' | 'x25519' | 'x448';

/** Bytes of a private key, which are those of a coordinate too. */
export const scalarBytes: Readonly<Record<CurveName, number>> = {
  p256: 32,
  p384: 48,
  p521: 66,
  x25519: 32,
  x448: 56,
};

/** Diffie-Hellman. Points of NIST curves are uncompressed (SEC 1 section 2.3.3). */
export interface Curves {
  /** The public key of a private one. Throws where the private key is none. */
  publicKeyOf(curve: CurveName, privateKey: Uint8Array): Uint8Array;
  /** The x coordinate of the shared point. Throws where either key is none, or the result is zero. */
  sharedSecret(curve: CurveName, privateKey: Uint8Array, publicKey: Uint8Array): Uint8Array;
}
