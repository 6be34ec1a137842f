import { curvePlatform } from '#platform/sm2';
import { inspectSymbol } from '../bytes/inspect-symbol.ts';
import { keyError } from '../errors.ts';
import type { SecretScalar } from '../platform/platform.ts';
import { Sm2Point } from './curve.ts';
import { sm2Parameters } from './parameters.ts';
import { Sm2PublicKey } from './sm2-public-key.ts';

/** What is behind a private key: for this package only. */
export class PrivateKeySecrets {
  readonly d: bigint;
  #inverse: bigint | undefined;
  #scalar: SecretScalar | undefined;

  constructor(d: bigint) {
    this.d = d;
  }

  /** (1 + d)^-1 modulo n, which every signature needs. By Fermat: the steps are the same for every key, unlike Euclid's. */
  get inverse(): bigint {
    this.#inverse ??= Sm2Point.Fn.pow(1n + this.d, sm2Parameters.n - 2n);
    return this.#inverse;
  }

  /** d, for products with points. */
  get scalar(): SecretScalar {
    this.#scalar ??= curvePlatform.createScalar(this.d);
    return this.#scalar;
  }
}

let readSecrets: (key: Sm2PrivateKey) => PrivateKeySecrets;

/**
 * An SM2 private key. Made by {@link generateSm2KeyPair} and {@link importSm2PrivateKey}. Printing it, turning it into JSON and looking
 * at its properties show nothing of it; {@link exportSm2PrivateKey} gives it out.
 *
 * @example
 * ```ts
 * import { generateSm2KeyPair, type Sm2PrivateKey } from '@yushu/gm/sm2';
 *
 * const privateKey: Sm2PrivateKey = generateSm2KeyPair().privateKey;
 * console.log(JSON.stringify({ privateKey })); // {"privateKey":"[Sm2PrivateKey]"}
 * ```
 */
export class Sm2PrivateKey {
  readonly #secrets: PrivateKeySecrets;
  /** The public key that belongs to it. */
  readonly publicKey: Sm2PublicKey;

  /** @internal Takes a number from 1 to n - 2. */
  constructor(d: bigint) {
    this.#secrets = new PrivateKeySecrets(d);
    this.publicKey = new Sm2PublicKey(curvePlatform.multiplyBase(d));
    Object.freeze(this);
  }

  toJSON(): string {
    return '[Sm2PrivateKey]';
  }

  [inspectSymbol](): string {
    return '[Sm2PrivateKey]';
  }

  static {
    readSecrets = (key) => {
      if (typeof key !== 'object' || key === null || !(#secrets in key)) {
        throw keyError(
          'This is not an Sm2PrivateKey',
          'Use importSm2PrivateKey, from the same copy of the package.',
        );
      }
      return key.#secrets;
    };
  }
}

export const secretsOf = (key: Sm2PrivateKey): PrivateKeySecrets => readSecrets(key);

/** The greatest private key: with n - 1, 1 + d would have no inverse (GB/T 32918.2-2016 section 6.1). */
export const greatestPrivateKey = sm2Parameters.n - 2n;
