import type { Sm4Schedule } from '../sm4/sm4-schedule.ts';

/**
 * What can be done better in one place than in another. There are two of each with the same results: `node/` over OpenSSL, and `pure/`
 * over noble and in plain JavaScript. Which is taken, the conditions of `#platform/*` in package.json say.
 *
 * @module
 */

/** Compares in a time that does not depend on the contents. */
export type EqualBytes = (a: Uint8Array, b: Uint8Array) => boolean;

/** A hash under way. */
export interface HashEngine {
  update(data: Uint8Array): void;
  /** Ends the hash. */
  digest(): Uint8Array;
}

/** SM3. */
export interface HashPlatform {
  hash(data: Uint8Array): Uint8Array;
  createHash(): HashEngine;
  /** HMAC of a long message, or undefined where plain JavaScript is as good. */
  hmac(key: Uint8Array, data: Uint8Array): Uint8Array | undefined;
}

/** SM4 in CBC without padding, whole blocks only: the one mode in which OpenSSL is faster, since its blocks wait for each other. */
export interface ChainPlatform {
  chainBlocks(schedule: Sm4Schedule, iv: Uint8Array, input: Uint8Array): Uint8Array;
  unchainBlocks(schedule: Sm4Schedule, iv: Uint8Array, input: Uint8Array): Uint8Array;
}

/** A secret number with which points are multiplied. */
export interface SecretScalar {
  /** Its product with G, as 04 ‖ x ‖ y. */
  multiplyBase(): Uint8Array;
  /** Its product with a point 04 ‖ x ‖ y that is on the curve. */
  multiply(point: Uint8Array): Uint8Array;
}

/** The curve of SM2: products with secret numbers. Everything else is noble's. */
export interface CurvePlatform {
  /** k·G as 04 ‖ x ‖ y, for a secret k from 1 to n - 1. */
  multiplyBase(k: bigint): Uint8Array;
  /** A secret k from 1 to n - 1, for more than one product or for other points. */
  createScalar(k: bigint): SecretScalar;
}
