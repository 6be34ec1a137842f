import { toHex } from '../bytes/hex.ts';
import { inspectSymbol } from '../bytes/inspect-symbol.ts';
import { keyError } from '../errors.ts';
import { PublicPoint } from './combine-points.ts';

let readBytesOf: (key: Sm2PublicKey) => Uint8Array;
let readCombineX: (key: Sm2PublicKey, s: bigint, t: bigint) => bigint | undefined;

/**
 * An SM2 public key. Made by {@link generateSm2KeyPair} and {@link importSm2PublicKey}; a point that is not on the curve never becomes
 * one.
 *
 * @example
 * ```ts
 * import { exportSm2PublicKey, generateSm2KeyPair, type Sm2PublicKey } from '@yushu/gm/sm2';
 *
 * const publicKey: Sm2PublicKey = generateSm2KeyPair().publicKey;
 * console.log(exportSm2PublicKey('raw', publicKey).length); // 65
 * ```
 */
export class Sm2PublicKey {
  readonly #point: Uint8Array;
  readonly #multiples: PublicPoint;

  /** @internal Takes 04 ‖ x ‖ y that is on the curve, and keeps it. */
  constructor(point: Uint8Array) {
    this.#point = point;
    this.#multiples = new PublicPoint(point);
    Object.freeze(this);
  }

  /** 04 ‖ x ‖ y in hex; a public key is no secret. */
  toJSON(): string {
    return toHex(this.#point);
  }

  [inspectSymbol](): string {
    return `Sm2PublicKey { ${toHex(this.#point)} }`;
  }

  static {
    const check = (key: Sm2PublicKey): Sm2PublicKey => {
      if (typeof key === 'object' && key !== null && #point in key) return key;
      throw keyError(
        'This is not an Sm2PublicKey',
        'Use importSm2PublicKey, from the same copy of the package.',
      );
    };
    readBytesOf = (key) => check(key).#point;
    readCombineX = (key, s, t) => check(key).#multiples.combineX(s, t);
  }
}

/** 04 ‖ x ‖ y, not a copy. */
export const pointOf = (key: Sm2PublicKey): Uint8Array => readBytesOf(key);

/** x of s·G + t·P with the key's point P, or undefined at infinity. s and t are public. */
export const combineX = (key: Sm2PublicKey, s: bigint, t: bigint): bigint | undefined =>
  readCombineX(key, s, t);
